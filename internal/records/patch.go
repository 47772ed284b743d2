package records

import (
	"cmp"
	"context"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Patch is what a request writes of a record: standard fields, custom attributes by
// name, and what comes with it in other tables. A patch of [Kind.Patch] writes nothing yet.
type Patch[T any] struct {
	// Infer makes an unknown attribute's type follow from its first value; else
	// it is a string.
	Infer bool

	kind   *Kind[T]
	blank  T // what null puts back
	values T // of the fields that are set
	set    map[string]bool
	linked []*linked[T]
	named  []named
	steps  []Step
	adds   bool // to what the record is linked with, taking nothing away
}

// Step is something that a write does beside the record itself, in the same
// transaction, when the record is there. It may run again with the transaction.
type Step func(ctx context.Context, tx *store.Tx, id int64, created bool) error

// named is a custom attribute's value as it was sent.
type named struct {
	name  string
	value any
}

// Patch returns a patch that writes nothing.
func (k *Kind[T]) Patch() *Patch[T] {
	return &Patch[T]{kind: k, blank: k.blank(), set: map[string]bool{}}
}

// Set sets a standard field, one of [Kind.Fields], or the custom id of what one names,
// to a decoded JSON value. The fault of a wrong value does not name the field: on the
// wire it may have another name.
func (p *Patch[T]) Set(name string, value any) error {
	if l := p.kind.link(name); l != nil {
		return p.setLink(l, value)
	}
	f := p.kind.field(name)
	switch f.at(&p.values).(type) {
	case **time.Time, *Day:
		if zeroTime(value) {
			return nil
		}
	}
	if err := f.put(&p.values, &p.blank, value); err != nil {
		return err
	}
	p.set[name] = true
	return nil
}

// zeroTime recognises what some clients send for an instant that they do not know.
func zeroTime(value any) bool {
	t, ok := toInstant(value)
	return ok && t.IsZero()
}

// SetAttribute sets a custom attribute by name; null unsets it.
func (p *Patch[T]) SetAttribute(name string, value any) error {
	if strings.ContainsRune(name, 0) {
		return invalid("Null characters are not allowed in an attribute's name.")
	}
	if text, is := value.(string); is && strings.ContainsRune(text, 0) {
		return invalid("Null characters are not allowed.")
	}
	p.named = append(p.named, named{name, value})
	return nil
}

// Then adds a step, which makes the write one of several statements.
func (p *Patch[T]) Then(step Step) { p.steps = append(p.steps, step) }

// alone refuses to go on outside of a transaction when a patch has steps.
func (p *Patch[T]) alone(tx *store.Tx) error {
	if len(p.steps) > 0 {
		return tx.Several()
	}
	return nil
}

// Has reports whether a standard field is set, or the custom id that decides one.
func (p *Patch[T]) Has(name string) bool {
	if p.set[name] {
		return true
	}
	for _, l := range p.linked {
		if (name == l.name || name == l.field) && p.decides(l) {
			return true
		}
	}
	return false
}

// CustomID returns the custom id that is set, and "" when none is.
func (p *Patch[T]) CustomID() string {
	if f := p.kind.field("custom_id"); f != nil {
		if id, ok := f.at(&p.values).(**string); ok && *id != nil {
			return **id
		}
	}
	return ""
}

// Apply copies the standard fields that are set into t.
func (p *Patch[T]) Apply(t *T) {
	for i := range p.kind.fields {
		if f := &p.kind.fields[i]; p.set[f.name] {
			f.copy(t, &p.values)
		}
	}
	p.applyLinks(t)
}

// errTaken says that a value belongs to another record, and not to which.
var errTaken = fault.New(fault.Invalid, "TAKEN", "This value is already in use.")

// taken is errTaken about the field whose values are unique.
func (k *Kind[T]) taken() error {
	return errTaken.On(cmp.Or(k.unique, "custom_id"))
}
