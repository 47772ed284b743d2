package openapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
)

// object is a mapping that keeps the order in which it was written. Its values are
// *object, []any, string, bool, numbers and nil.
type object struct {
	names  []string
	values map[string]any
}

func newObject() *object { return &object{values: map[string]any{}} }

// parse reads a document of YAML that is a mapping, and whose keys are all texts.
func parse(source []byte) (*object, error) {
	var m yaml.MapSlice
	if err := yaml.UnmarshalWithOptions(source, &m, yaml.UseOrderedMap()); err != nil {
		return nil, err
	}
	o, err := ordered(m)
	if err != nil {
		return nil, err
	}
	return o.(*object), nil
}

// ordered turns what the parser made into objects.
func ordered(v any) (any, error) {
	switch v := v.(type) {
	case yaml.MapSlice:
		o := newObject()
		for _, item := range v {
			name, ok := item.Key.(string)
			if !ok {
				return nil, fmt.Errorf("the key %v is no text: quote it", item.Key)
			}
			value, err := ordered(item.Value)
			if err != nil {
				return nil, err
			}
			o.set(name, value)
		}
		return o, nil
	case []any:
		for i := range v {
			value, err := ordered(v[i])
			if err != nil {
				return nil, err
			}
			v[i] = value
		}
	}
	return v, nil
}

func (o *object) get(name string) any {
	if o == nil {
		return nil
	}
	return o.values[name]
}

func (o *object) has(name string) bool {
	if o == nil {
		return false
	}
	_, there := o.values[name]
	return there
}

// set replaces a member, or adds it at the end.
func (o *object) set(name string, value any) {
	if !o.has(name) {
		o.names = append(o.names, name)
	}
	o.values[name] = value
}

func (o *object) remove(name string) {
	delete(o.values, name)
	o.names = slices.DeleteFunc(o.names, func(n string) bool { return n == name })
}

// The members of o by type, empty when there is none of that type.
func (o *object) at(name string) *object  { v, _ := o.get(name).(*object); return v }
func (o *object) list(name string) []any  { v, _ := o.get(name).([]any); return v }
func (o *object) text(name string) string { v, _ := o.get(name).(string); return v }
func (o *object) is(name string) bool     { v, _ := o.get(name).(bool); return v }

// each yields the members in their order; of nil, none.
func (o *object) each(yield func(string, any) bool) {
	if o == nil {
		return
	}
	for _, name := range slices.Clone(o.names) {
		if !yield(name, o.values[name]) {
			return
		}
	}
}

// inner returns the object of that name, which it makes when there is none.
func (o *object) inner(name string) *object {
	if o.at(name) == nil {
		o.set(name, newObject())
	}
	return o.at(name)
}

// copied is a copy that shares nothing with v.
func copied(v any) any {
	switch v := v.(type) {
	case *object:
		c := newObject()
		for name, value := range v.each {
			c.set(name, copied(value))
		}
		return c
	case []any:
		c := make([]any, len(v))
		for i := range v {
			c[i] = copied(v[i])
		}
		return c
	}
	return v
}

// MarshalJSON writes the members in their order.
func (o *object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	separator := byte('{')
	for name, value := range o.each {
		b.WriteByte(separator)
		separator = ','
		if err := e.Encode(name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(value); err != nil {
			return nil, err
		}
	}
	if separator == '{' {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// MarshalYAML gives the encoder the members in their order.
func (o *object) MarshalYAML() (any, error) {
	m := make(yaml.MapSlice, 0, len(o.names))
	for name, value := range o.each {
		m = append(m, yaml.MapItem{Key: name, Value: value})
	}
	return m, nil
}
