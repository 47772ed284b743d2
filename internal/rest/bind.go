package rest

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/records"
)

// binding collects a body's members in a patch.
type binding[T any] struct {
	*resource[T]
	version version
	patch   *records.Patch[T]
	ignored []string
	faults  fault.Fields
}

// bind makes a patch of a body. Wrong values are all reported at once.
func (res *resource[T]) bind(c *call, body map[string]any) (*binding[T], error) {
	b := &binding[T]{resource: res, version: c.version, patch: res.kind.Patch()}
	b.patch.Infer = c.version == v2
	for _, name := range slices.Sorted(maps.Keys(body)) {
		b.fault(name, b.set(name, body[name]))
	}
	return b, b.faults.Err()
}

// set sets a standard field, a link, or else a custom attribute.
func (b *binding[T]) set(name string, value any) error {
	if field, is := b.fields[b.version][name]; is {
		return b.patch.Set(field, value)
	}
	if link, is := b.links[name]; is {
		return link(b, value)
	}
	if b.closed || b.taken(b.version, name) {
		b.ignored = append(b.ignored, name)
		return nil
	}
	return b.patch.SetAttribute(b.attributeOf(b.version, name), value)
}

// fault notes an error about a member.
func (b *binding[T]) fault(name string, err error) {
	b.faults.Add(named(name, err))
}

// parse makes a patch of the request's body.
func (res *resource[T]) parse(c *call) (*binding[T], error) {
	body, err := parseObject(c.body)
	if err != nil {
		return nil, err
	}
	return res.bind(c, body)
}

// maxIgnored bounds the header that reports what was left out, in bytes.
const maxIgnored = 1 << 10

// reportIgnored names in a header what was left out of a write; names that do not
// fit any more are left out of the header as well.
func (c *call) reportIgnored(names ...string) {
	var list strings.Builder
	for _, name := range names {
		escaped := url.PathEscape(name)
		if list.Len()+len(escaped)+2 > maxIgnored {
			break
		}
		if list.Len() > 0 {
			list.WriteString(", ")
		}
		list.WriteString(escaped)
	}
	if list.Len() > 0 {
		c.w.Header().Set("X-Ignored-Attributes", list.String())
	}
}
