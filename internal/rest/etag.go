package rest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
)

// Names of headers, canonical as keys of their map.
const (
	etag        = "Etag"
	ifMatch     = "If-Match"
	ifNoneMatch = "If-None-Match"
)

const (
	etagBytes  = 16 // of SHA-256
	gzipSuffix = "-gzip"
)

// etagOf is the strong ETag of a representation: a hash of its bytes, so that it
// covers all that is shown, as the request's version shows it.
func etagOf(body []byte) string {
	sum := sha256.Sum256(body)
	var tag [2 + 2*etagBytes]byte
	hex.Encode(tag[1:], sum[:etagBytes])
	tag[0], tag[len(tag)-1] = '"', '"'
	return string(tag[:])
}

// gzipped is the ETag of the same representation compressed: other bytes, so
// another strong tag.
func gzipped(tag string) string { return tag[:len(tag)-1] + gzipSuffix + `"` }

// ungzipped is the tag that gzipped made tag of. The hash of a tag has no hyphen.
func ungzipped(tag string) string {
	if plain, is := strings.CutSuffix(tag, gzipSuffix+`"`); is {
		return plain + `"`
	}
	return tag
}

// condition is If-Match or If-None-Match: the tags that it lists.
type condition struct {
	any  bool // "*"
	list []entityTag
}

type entityTag struct {
	text string // with its quotes
	weak bool
}

// parseTags reads If-Match or If-None-Match (RFC 9110, 13.1). What is malformed
// lists nothing, so that a write is refused and a read answered in full.
func parseTags(headers []string) (t condition) {
	text := strings.Join(headers, ",")
	if strings.Trim(text, " \t") == "*" {
		return condition{any: true}
	}
	for {
		text = strings.TrimLeft(text, " \t,")
		if text == "" {
			return t
		}
		var one entityTag
		var ok bool
		if one, text, ok = cutTag(text); !ok {
			return condition{}
		}
		t.list = append(t.list, one)
	}
}

// cutTag takes the first tag off a list.
func cutTag(text string) (t entityTag, rest string, ok bool) {
	opaque, weak := strings.CutPrefix(text, "W/")
	if !strings.HasPrefix(opaque, `"`) {
		return entityTag{}, "", false
	}
	end := strings.IndexByte(opaque[1:], '"') + 2
	if end < 2 || strings.ContainsFunc(opaque[1:end-1], func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return entityTag{}, "", false
	}
	rest = strings.TrimLeft(opaque[end:], " \t")
	return entityTag{opaque[:end], weak}, rest, rest == "" || rest[0] == ','
}

// strong reports whether one of the tags, weak ones aside, is the ETag current,
// compressed or not.
func (t condition) strong(current string) bool {
	return t.any || slices.ContainsFunc(t.list, func(one entityTag) bool { return !one.weak && ungzipped(one.text) == current })
}

// weak is strong where the weak ones count. It returns the tag that was sent, so
// that a cache finds what it has by it.
func (t condition) weak(current string) (sent string, matches bool) {
	if t.any {
		return current, true
	}
	for _, one := range t.list {
		if ungzipped(one.text) == current {
			return one.text, true
		}
	}
	return "", false
}
