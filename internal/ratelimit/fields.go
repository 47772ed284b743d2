package ratelimit

import "strconv"

// The structured fields RateLimit-Policy and RateLimit, as the IETF's draft of
// September 2025 (draft-ietf-httpapi-ratelimit-headers-10) has them. A limit that
// there is not is left out; without any the fields are empty, and not sent.

// Policy is the value of RateLimit-Policy.
func (l Limits) Policy() string {
	var b []byte
	b = appendItem(b, OfKey, l.Key, "q", l.Key.Calls, "w", l.Key.Seconds)
	b = appendItem(b, OfWorkspace, l.Workspace, "q", l.Workspace.Calls, "w", l.Workspace.Seconds)
	return string(b)
}

// AppendField appends the value of RateLimit to b: what is left, and in how many
// seconds, rounded up, there is more.
func (v Verdict) AppendField(b []byte) []byte {
	b = appendItem(b, OfKey, v.Key.Limit, "r", v.Key.Left, "t", seconds(v.Key.More))
	return appendItem(b, OfWorkspace, v.Workspace.Limit, "r", v.Workspace.Left, "t", seconds(v.Workspace.More))
}

func appendItem(b []byte, name Name, l Limit, first string, a int64, second string, z int64) []byte {
	if l.None() {
		return b
	}
	if len(b) > 0 {
		b = append(b, ", "...)
	}
	b = append(b, '"')
	b = append(b, name...)
	b = append(b, `";`...)
	b = append(b, first...)
	b = append(b, '=')
	b = strconv.AppendInt(b, a, 10)
	b = append(b, ';')
	b = append(b, second...)
	b = append(b, '=')
	return strconv.AppendInt(b, z, 10)
}
