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
	kind   *Kind[T]
	parts  []part
	strict bool // what makes no sense of an attribute, or of none, lets nobody through
}

// part adds a condition; named are the attributes that are defined.
type part func(c *conditions, named map[string]Attribute) error

// Filter returns a filter that lets every record through.
func (k *Kind[T]) Filter() *Filter[T] { return &Filter[T]{kind: k} }

// ErrFilter is the refusal of a lookup that the field does not have.
var ErrFilter = fault.New(fault.Invalid, "FILTER_UNKNOWN", "This filter is not available.")

// instants are the columns of every record that can be looked up though nobody writes them.
var instants = []string{"created_at", "updated_at"}

// Field narrows by a standard field, "id", a time of the record itself, or what the kind
// has besides (Kind.narrows). The fault of a wrong value does not name the field.
func (f *Filter[T]) Field(name string, by Lookup, value string) error {
	where := func(c *conditions, _ map[string]Attribute) error { return f.kind.where(c, name, by, value) }
	if err := where(&conditions{}, nil); err != nil {
		return err
	}
	f.parts = append(f.parts, where)
	return nil
}

func (k *Kind[T]) where(c *conditions, name string, by Lookup, value string) error {
	field := k.field(name)
	switch own := k.narrows[name]; {
	case own != nil && by == Exact:
		return own(c, value)
	case name == "id":
		return by.number(c, "r.id", value)
	case slices.Contains(instants, name):
		return by.instant(c, "r."+name, value)
	case field == nil:
		return ErrFilter
	}
	return field.where(c, by, value)
}

// Narrows reports whether a name is one that [Filter.Field] takes.
func (k *Kind[T]) Narrows(name string) bool {
	return k.narrows[name] != nil || name == "id" || slices.Contains(instants, name) || k.field(name) != nil
}

// Attribute narrows by a custom attribute. One that is not defined has no value, so
// that no record is found; a name without a lookup is then no filter at all.
func (f *Filter[T]) Attribute(name string, by Lookup, value string) {
	name = Standardize(name)
	f.parts = append(f.parts, func(c *conditions, named map[string]Attribute) error {
		a, defined := named[name]
		switch {
		case defined:
			err := a.where(c, by, value)
			if err != nil && f.strict {
				c.never()
				return nil
			}
			return fault.On(err, name)
		case by != Exact || f.strict:
			c.never()
		}
		return nil
	})
}

// conditions adds the whole filter's.
func (f *Filter[T]) conditions(c *conditions, definitions []Attribute) error {
	named := byName(definitions)
	var faults fault.Fields
	for _, p := range f.parts {
		faults.Add(p(c, named))
	}
	return faults.Err()
}
