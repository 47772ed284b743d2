package records

import (
	"slices"
	"strconv"
	"strings"

	"latchkey/internal/fault"
)

// conditions are further parts of a WHERE whose $1 is the workspace.
type conditions struct {
	sql  string
	args []any
}

// add adds a condition, in which ? stands for value.
func (c *conditions) add(condition string, value any) {
	c.args = append(c.args, value)
	c.sql += " AND " + strings.ReplaceAll(condition, "?", "$"+strconv.Itoa(len(c.args)+1))
}

// never adds what no record meets.
func (c *conditions) never() { c.sql += " AND false" }

// Filter narrows a list of records. That of [Kind.Filter] is all of them.
type Filter[T any] struct {
	kind *Kind[T]
	own  conditions // on the record's own columns, and on what is linked with it
	// On custom attributes, which only the list's own reading finds.
	attributes []attributeLookup
}

type attributeLookup struct {
	name  string // standardized
	by    Lookup
	value string
}

// Filter returns a filter that lets every record through.
func (k *Kind[T]) Filter() *Filter[T] { return &Filter[T]{kind: k} }

// ErrFilter is the refusal of a lookup that the field does not have.
var ErrFilter = fault.New(fault.Invalid, "FILTER_UNKNOWN", "This filter is not available.")

// instants are the columns of every record that can be looked up though nobody writes them.
var instants = []string{"created_at", "updated_at"}

// Field narrows by a standard field, "id", or a time of the record itself. The fault
// of a wrong value does not name the field.
func (f *Filter[T]) Field(name string, by Lookup, value string) error {
	switch {
	case name == "id":
		return by.number(&f.own, "r.id", value)
	case slices.Contains(instants, name):
		return by.instant(&f.own, "r."+name, value)
	}
	field := f.kind.field(name)
	if field == nil {
		return ErrFilter
	}
	return field.where(&f.own, by, value)
}

// Present narrows to the records that have a standard field, or to those that do not.
func (f *Filter[T]) Present(name string, is bool) {
	f.own.sql += " AND r." + f.kind.field(name).name + " IS"
	if is {
		f.own.sql += " NOT"
	}
	f.own.sql += " NULL"
}

// Attribute narrows by a custom attribute. One that is not defined has no value, so
// that no record is found; a name without a lookup is then no filter at all.
func (f *Filter[T]) Attribute(name string, by Lookup, value string) {
	f.attributes = append(f.attributes, attributeLookup{Standardize(name), by, value})
}

// conditions are the whole filter's.
func (f *Filter[T]) conditions(definitions []Attribute) (conditions, error) {
	all := conditions{f.own.sql, slices.Clone(f.own.args)}
	if len(f.attributes) == 0 {
		return all, nil
	}
	named := byName(definitions)
	var faults fault.Fields
	for _, l := range f.attributes {
		a, defined := named[l.name]
		switch {
		case defined:
			if err := a.where(&all, l.by, l.value); err != nil {
				faults.Add(on(l.name, err))
			}
		case l.by != Exact:
			all.never()
		}
	}
	return all, faults.Err()
}

// on names the field of a fault.
func on(name string, err error) error {
	if f, ok := fault.As(err); ok {
		return f.On(name)
	}
	return err
}
