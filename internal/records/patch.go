package records

import (
	"strings"
	"time"

	"latchkey/internal/fault"
)

// Patch is what a request writes: standard fields, and custom attributes by name.
// The zero Patch writes nothing.
type Patch struct {
	// Infer makes an unknown attribute's type follow from its first value; else
	// it is a string.
	Infer bool

	values Contact // of the fields that are set
	set    map[string]bool
	named  []named
}

// named is a custom attribute's value as it was sent.
type named struct {
	name  string
	value any
}

// Set sets a standard field, one of [Fields], to a decoded JSON value. The fault of
// a wrong value does not name the field: on the wire it may have another name.
func (p *Patch) Set(name string, value any) error {
	f := fieldNamed(name)
	if _, isInstant := f.at(&p.values).(**time.Time); isInstant && zeroTime(value) {
		return nil
	}
	if err := f.put(&p.values, value); err != nil {
		return err
	}
	if p.set == nil {
		p.set = map[string]bool{}
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
func (p *Patch) SetAttribute(name string, value any) error {
	if strings.ContainsRune(name, 0) {
		return invalid("Null characters are not allowed in an attribute's name.")
	}
	if text, is := value.(string); is && strings.ContainsRune(text, 0) {
		return invalid("Null characters are not allowed.")
	}
	p.named = append(p.named, named{name, value})
	return nil
}

// Has reports whether a standard field is set.
func (p *Patch) Has(name string) bool { return p.set[name] }

// CustomID returns the custom id that is set, and "" when none is.
func (p *Patch) CustomID() string {
	if p.values.CustomID == nil {
		return ""
	}
	return *p.values.CustomID
}

// Apply copies the standard fields that are set into c.
func (p *Patch) Apply(c *Contact) {
	for i := range fields {
		if f := &fields[i]; p.set[f.name] {
			assign(f.at(c), f.at(&p.values))
		}
	}
}

// errTaken says that a custom id belongs to another contact, and not to which.
var errTaken = fault.New(fault.Invalid, "TAKEN", "This value is already in use.").On("custom_id")
