package rest

import (
	"time"

	"latchkey/internal/records"
)

// shown is a record as an answer shows it: all of it, or, when carried is set, only
// what the request sent.
type shown[T any] struct {
	*resource[T]
	record      *T
	definitions []records.Attribute
	values      records.Values
	carried     *records.Patch[T]
	stored      []records.Stored // the custom attributes that were sent
}

// show is a whole record.
func (res *resource[T]) show(record *T, definitions []records.Attribute) *shown[T] {
	return &shown[T]{resource: res, record: record, definitions: definitions, values: res.kind.Base(record).Attributes}
}

// echo is a record made of nothing but a request and the id that it got.
func (res *resource[T]) echo(b *binding[T], written *records.Written[T]) *shown[T] {
	var record T
	res.kind.Base(&record).ID = res.kind.Base(&written.Record).ID
	b.patch.Apply(&record)
	return &shown[T]{resource: res, record: &record, carried: b.patch, stored: written.Stored}
}

// hides reports whether an answer leaves the member out.
func (s *shown[T]) hides(m *member[T]) bool {
	switch {
	case s.carried == nil, m.v1 == "id":
		return false
	case m.write == nil:
		return len(s.stored) == 0
	}
	return !s.carried.Has(m.field)
}

// writeRecord writes a record as a version has it.
func (s *shown[T]) writeRecord(w *writer, v version) {
	w.open('{')
	for i := range s.members {
		m := &s.members[i]
		key := s.keys[v][i]
		if key == "" || s.hides(m) {
			continue
		}
		w.raw(key)
		if m.write == nil {
			s.writeAttributes(w)
			continue
		}
		m.write(w, s.record)
	}
	if s.tail != nil && s.carried == nil {
		s.tail(w, v, s.record)
	}
	if v == v2 {
		s.writeFlattened(w)
	}
	w.close('}')
}

// writeAttributes writes the custom attributes that are set, as v1 has them.
func (s *shown[T]) writeAttributes(w *writer) {
	w.open('[')
	for _, a := range s.stored {
		writeAttribute(w, a.Attribute.ID, a.Name, records.Standardize(a.Name), "", func() { w.decoded(a.Value) })
	}
	if s.carried == nil {
		for _, a := range s.definitions {
			if value, set := s.values[a.ID]; set {
				writeAttribute(w, a.ID, a.Name, a.NameStd, a.Description, func() { w.raw(string(value)) })
			}
		}
	}
	w.close(']')
}

func writeAttribute(w *writer, id int64, name, nameStd, description string, value func()) {
	w.open('{')
	w.name("id")
	w.integer(id)
	w.name("name")
	w.text(name)
	w.name("name_std")
	w.text(nameStd)
	w.name("value")
	value()
	w.name("description")
	w.text(description)
	w.close('}')
}

// writeFlattened writes every custom attribute as a member, as v2 has them.
func (s *shown[T]) writeFlattened(w *writer) {
	for _, a := range s.stored {
		w.name(s.attributeName(records.Standardize(a.Name)))
		w.decoded(a.Value)
	}
	if s.carried != nil {
		return
	}
	for _, a := range s.definitions {
		w.name(s.attributeName(a.NameStd))
		if value, set := s.values[a.ID]; set {
			w.raw(string(value))
			continue
		}
		w.null()
	}
}

func text(w *writer, p *string)       { optional(p, w.text, w) }
func instant(w *writer, p *time.Time) { optional(p, w.time, w) }
