package rest

import (
	"maps"
	"slices"
	"strings"

	"latchkey/internal/records"
)

// resource is a kind of record on the wire: what its members are called in the two
// versions, and how they are read and written. Its methods are the operations that
// all resources have in common.
type resource[T any] struct {
	kind    *records.Kind[T]
	members []member[T] // in the order of answers
	infers  bool        // attributes that v2 makes have the type of their first value; else they are strings
	// aliases are further names of fields in a body or query, in either version.
	aliases map[string]string
	// links are names in a body that say what the record belongs to, in either version.
	links map[string]linker[T]
	// unwritten are further names in a body that neither are written nor become custom
	// attributes: what the server assigns, and what belongs to other operations. They
	// are left out and reported.
	unwritten map[version][]string
	closed    bool // it has no custom attributes: names that mean nothing are left out and reported
	// tail writes, after the members, what only a version's own names can say, if anything.
	tail func(*writer, version, *T)
	// asked are parameters of a list that mean what narrows it under another name.
	asked map[version]map[string]string

	fields map[version]map[string]string // of the members that can be written, by name
	keys   [v2 + 1][]string              // of the members in answers, as JSON with their colon; "" where a version has none
	inV2   map[string]bool               // the names of members
}

// linker adds to a patch what a member of a body says about other records.
type linker[T any] func(b *binding[T], value any) error

// member is a member of a record. v1 and v2 are its names in the versions, "" where a
// version has none. field is the standard field that it shows, "" for what no request
// can carry. A member without write is the list of custom attributes.
type member[T any] struct {
	v1, v2, field string
	write         func(*writer, *T)
}

func (m *member[T]) name(v version) string {
	if v == v1 {
		return m.v1
	}
	return m.v2
}

// published fills in what follows from the rest of a resource. A field that no member
// shows is written under its own name.
func published[T any](r resource[T]) *resource[T] {
	r.fields, r.inV2 = map[version]map[string]string{}, map[string]bool{}
	for _, v := range []version{v1, v2} {
		names := map[string]string{}
		for _, f := range r.kind.Fields() {
			if !slices.ContainsFunc(r.members, func(m member[T]) bool { return m.field == f }) {
				names[f] = f
			}
		}
		maps.Copy(names, r.aliases)
		for _, m := range r.members {
			name, key := m.name(v), ""
			if name != "" {
				key = string(appendString(nil, name)) + ":"
			}
			if name != "" && m.field != "" {
				names[name] = m.field
			}
			r.keys[v] = append(r.keys[v], key)
			r.inV2[m.v2] = true
		}
		r.fields[v] = names
	}
	return &r
}

// nameOf is what a version calls a standard field: where it has several names, the
// field's own, if that is one of them.
func (res *resource[T]) nameOf(v version, field string) string {
	if res.fields[v][field] == field {
		return field
	}
	for i := range res.members {
		if m := &res.members[i]; m.field == field && m.name(v) != "" {
			return m.name(v)
		}
	}
	return field
}

// taken reports whether a name in a body is something other than a custom attribute.
func (res *resource[T]) taken(v version, name string) bool {
	_, field := res.fields[v][name]
	_, link := res.links[name]
	return field || link || slices.Contains(res.unwritten[v], name)
}

const customPrefix = "custom_"

// reserved reports whether v2 cannot show a custom attribute under its own name: it is
// a member's, or has a meaning at the top of an answer, or looks like one that was renamed.
func (res *resource[T]) reserved(nameStd string) bool {
	for {
		if res.inV2[nameStd] || res.taken(v2, nameStd) || slices.Contains(topLevel, nameStd) {
			return true
		}
		plain, renamed := strings.CutPrefix(nameStd, customPrefix)
		if !renamed {
			return false
		}
		nameStd = plain
	}
}

var topLevel = []string{"detail", "errors", "code", "receipt", "request_id"}

// attributeName is the name of a custom attribute among v2's members.
func (res *resource[T]) attributeName(nameStd string) string {
	if res.reserved(nameStd) {
		return customPrefix + nameStd
	}
	return nameStd
}

// attributeOf is the custom attribute that a name in a request means: in v2 one whose
// own name is reserved is called custom_<name>.
func (res *resource[T]) attributeOf(v version, name string) string {
	if plain, is := strings.CutPrefix(name, customPrefix); v == v2 && is && res.reserved(plain) {
		return plain
	}
	return name
}
