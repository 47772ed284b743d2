package records

import (
	"reflect"
	"time"
)

// field is a standard field that integrations may write. Its name is its column.
type field[T any] struct {
	name   string
	max    int                // characters of a text
	rule   func(string) error // what a text must be besides, if anything
	folded string             // the column that lookups compare, case-folded, if there is one
	at     func(*T) any       // a pointer to it
	copy   func(to, from *T)
	is     func(t, other *T) bool // whether both have the same value
	value  func(*T) any           // for a statement
}

// settable is a type of fields that reads decoded JSON itself. The fault of a wrong
// value does not name the field.
type settable interface{ set(v any) error }

// of is a field that get points at.
func of[T, V any](name string, get func(*T) *V) field[T] {
	return field[T]{
		name:  name,
		at:    func(t *T) any { return get(t) },
		copy:  func(to, from *T) { *get(to) = *get(from) },
		is:    func(t, other *T) bool { return reflect.DeepEqual(*get(t), *get(other)) },
		value: func(t *T) any { return *get(t) },
	}
}

// text is a text of at most so many characters, or nil.
func text[T any](name string, most int, get func(*T) **string) field[T] {
	f := of(name, get)
	f.max = most
	return f
}

// plain is a text that is "" when nothing is known.
func plain[T any](name string, most int, get func(*T) *string) field[T] {
	f := of(name, get)
	f.max = most
	return f
}

// under is the field with a rule.
func (f field[T]) under(rule func(string) error) field[T] {
	f.rule = rule
	return f
}

// in is the field that lookups find in another column, case-folded.
func (f field[T]) in(folded string) field[T] {
	f.folded = folded
	return f
}

// put converts v and stores it in t; null, and for texts "", put back what blank has.
func (f *field[T]) put(t, blank *T, v any) (err error) {
	if text, is := v.(string); v == nil || is && text == "" {
		f.copy(t, blank)
		return nil
	}
	switch p := f.at(t).(type) {
	case settable:
		err = p.set(v)
	case *string:
		*p, err = f.text(v)
	case **string:
		err = pointTo(p, v, f.text)
	case *int64:
		*p, err = whole(v)
	case **int64:
		err = pointTo(p, v, whole)
	case *bool:
		*p, err = truth(v)
	case **time.Time:
		err = pointTo(p, v, instant)
	}
	return err
}

// pointTo makes p point at what v converts to.
func pointTo[V any](p **V, v any, convert func(any) (V, error)) error {
	value, err := convert(v)
	if err == nil {
		*p = &value
	}
	return err
}

func (f *field[T]) text(v any) (string, error) {
	text, ok := toText(v)
	if !ok {
		return "", invalid("Not a valid string.")
	}
	if err := checkText(text, f.max); err != nil {
		return "", err
	}
	if f.rule != nil {
		return text, f.rule(text)
	}
	return text, nil
}
