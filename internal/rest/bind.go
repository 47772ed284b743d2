package rest

import (
	"context"
	"errors"
	"maps"
	"net/url"
	"slices"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// binding collects a body's members in a patch.
type binding[T any] struct {
	*resource[T]
	version version
	patch   *records.Patch[T]
	sent    map[string]string // the names that fields have in the body
	common  any               // what links that write one thing together have read
	ignored []string
	faults  fault.Fields
}

// bind makes a patch of a body. Wrong values are all reported at once.
func (res *resource[T]) bind(c *call, body map[string]any) (*binding[T], error) {
	b := &binding[T]{resource: res, version: c.version, patch: res.kind.Patch(), sent: map[string]string{}}
	b.patch.Infer = res.infers && c.version == v2
	for _, name := range slices.Sorted(maps.Keys(body)) {
		b.fault(name, b.set(name, body[name]))
	}
	return b, b.faults.Err()
}

// set sets a link, a standard field, or else a custom attribute.
func (b *binding[T]) set(name string, value any) error {
	if link, is := b.links[name]; is {
		return link(b, value)
	}
	if field, is := b.fields[b.version][name]; is {
		b.sent[field] = name
		return b.patch.Set(field, value)
	}
	if b.closed || b.taken(b.version, name) {
		b.ignored = append(b.ignored, name)
		return nil
	}
	return b.patch.SetAttribute(b.attributeOf(b.version, name), value)
}

// also has a step done with the write; its faults are about a member.
func (b *binding[T]) also(name string, step records.Step) {
	b.patch.Then(func(ctx context.Context, tx *store.Tx, id int64, created bool) error {
		return fault.On(step(ctx, tx, id, created), name)
	})
}

// as writes a field under one more name.
func as[T any](field string) linker[T] {
	return func(b *binding[T], value any) error { return b.patch.Set(field, value) }
}

// fault notes an error about a member.
func (b *binding[T]) fault(name string, err error) {
	b.faults.Add(fault.On(err, name))
}

// renamed gives faults the names that fields have in the body, or else in the version.
func (b *binding[T]) renamed(err error) error {
	var several fault.Fields
	if errors.As(err, &several) {
		for i, f := range several {
			several[i], _ = fault.As(b.renamed(f))
		}
		return several
	}
	f, ok := fault.As(err)
	if !ok || len(f.Field) != 1 {
		return err
	}
	if name, sent := b.sent[f.Field[0]]; sent {
		return f.On(name)
	}
	return f.On(b.nameOf(b.version, f.Field[0]))
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
