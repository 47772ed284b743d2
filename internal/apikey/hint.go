package apikey

import "strings"

// tailLength is how many random characters a hint shows.
const tailLength = 4

// ParseHint reads what [Secret.Hint] wrote, whichever way somebody wrote its dots:
// lk_…abcd, lk_...abcd, or …abcd without the prefix, for which hint is "".
func ParseHint(text string) (hint, tail string, ok bool) {
	text = strings.Replace(text, "...", "…", 1)
	prefix, tail, ok := strings.Cut(text, "…")
	prefix, tail = strings.TrimSpace(prefix), strings.TrimSpace(tail)
	if !ok || !IsTail(tail) {
		return "", "", false
	}
	if prefix != "" {
		hint = prefix + "…" + tail
	}
	return hint, tail, true
}

// IsTail reports whether text could be the last four random characters of a secret.
func IsTail(text string) bool { return len(text) == tailLength && allBase62([]byte(text)) }
