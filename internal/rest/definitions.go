package rest

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

func attributeOperations() []operation {
	return []operation{
		{"attributes.list", "attribute", apikey.Read, methods(get), "attributes/", listed, listAttributes},
		{"attributes.create", "attribute", apikey.Write, methods(post), "attributes/", listed, defineAttribute},
		{"attributes.get", "attribute", apikey.Read, methods(get), "attributes/{id}/", listed, getAttribute},
		{"attributes.update", "attribute", apikey.Write, methods(put, patch), "attributes/{id}/", listed, describeAttribute},
		{"attributes.delete", "attribute", apikey.Delete, methods(remove), "attributes/{id}/", listed, deleteAttribute},
		{"attribute_type.users", "attribute", apikey.Read, methods(get), "attribute-type/{name}/users/", listed, typeOf("clientuser")},
		{"attribute_type.companies", "attribute", apikey.Read, methods(get), "attribute-type/{name}/companies/", listed, typeOf("company")},
	}
}

// contentType is what a version calls a resource that has attributes.
func contentType(v version, resource string) string {
	if v == v1 && resource == "clientuser" {
		return "user"
	}
	return resource
}

func resourceOf(value any) (string, error) {
	name, _ := value.(string)
	if name == "user" {
		name = "clientuser"
	}
	if !slices.Contains(records.Resources(), name) {
		return "", fault.New(fault.Invalid, "INVALID", "Send one of: "+strings.Join(records.Resources(), ", ")+".").On("content_type")
	}
	return name, nil
}

// typeIn reads a type by its name, or by the number that one client has for it.
func typeIn(value any) (records.Type, error) {
	types := records.Types()
	text, _ := value.(string)
	if number, is := value.(json.Number); is {
		text = number.String()
	}
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(types) {
		return types[n-1], nil
	}
	if t := records.Type(strings.ToLower(text)); slices.Contains(types, t) {
		return t, nil
	}
	return "", fault.New(fault.Invalid, "INVALID", "Send one of: boolean, date, datetime, fixed, float, integer, json, string.").On("value_type")
}

func defineAttribute(c *call) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	n, err := newDefinition(body)
	if err != nil {
		return reply{}, err
	}
	var d records.Definition
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		d, err = records.DefineAttribute(ctx, tx, n)
		return err
	})
	return reply{http.StatusCreated, c.definition(&d)}, err
}

func newDefinition(body map[string]any) (n records.NewDefinition, err error) {
	var faults fault.Fields
	for _, member := range []struct {
		name string
		set  func(any) error
	}{
		{"name", func(v any) (err error) { n.Name, err = textIn("name", v); return err }},
		{"content_type", func(v any) (err error) { n.Resource, err = resourceOf(v); return err }},
		{"value_type", func(v any) (err error) { n.Type, err = typeIn(v); return err }},
	} {
		value, err := required(body, member.name)
		if err == nil {
			err = member.set(value)
		}
		faults.Add(err)
	}
	if body["description"] != nil {
		n.Description, err = textIn("description", body["description"])
		faults.Add(err)
	}
	if n.Type == records.Fixed {
		n.Choices, n.Several, err = choicesIn(body, true)
		faults.Add(err)
	}
	return n, faults.Err()
}

// choicesIn reads the choices of a fixed attribute, which a new one must have.
func choicesIn(body map[string]any, must bool) (choices []string, several bool, err error) {
	if sent := body["allow_multiple_choices"]; sent != nil {
		var ok bool
		if several, ok = sent.(bool); !ok {
			return nil, false, fault.New(fault.Invalid, "INVALID", "Must be a valid boolean.").On("allow_multiple_choices")
		}
	}
	list, is := body["choices"].([]any)
	if !is {
		if must || body["choices"] != nil {
			return nil, several, fault.New(fault.Invalid, "REQUIRED", "A list of choices is required.").On("choices")
		}
		return nil, several, nil
	}
	for _, item := range list {
		choice, err := textIn("choices", item)
		if err != nil {
			return nil, several, err
		}
		choices = append(choices, choice)
	}
	return choices, several, nil
}

func describeAttribute(c *call) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	choices, several, err := choicesIn(body, false)
	if err != nil {
		return reply{}, err
	}
	var description *string
	if body["description"] != nil {
		text, err := textIn("description", body["description"])
		if err != nil {
			return reply{}, err
		}
		description = &text
	}
	allow := &several
	if body["allow_multiple_choices"] == nil {
		allow = nil
	}
	var d records.Definition
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		d, err = records.DescribeAttribute(ctx, tx, id, description, choices, allow)
		return err
	})
	if err == nil && c.writeOnly() {
		return identified(http.StatusOK, d.ID), nil
	}
	return reply{http.StatusOK, c.definition(&d)}, err
}

func deleteAttribute(c *call) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	return reply{status: http.StatusNoContent}, c.writeOne(func(ctx context.Context, tx *store.Tx) error {
		return records.DeleteAttribute(ctx, tx, id)
	})
}

func getAttribute(c *call) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	var d records.Definition
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		d, err = records.FindDefinition(ctx, v, id)
		return err
	})
	return reply{http.StatusOK, c.definition(&d)}, err
}

func listAttributes(c *call) (reply, error) {
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	resource := c.query.Get("content_type")
	if resource != "" {
		if resource, err = resourceOf(resource); err != nil {
			return reply{}, err
		}
	}
	var page records.Page[records.Definition]
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		page, err = records.Definitions(ctx, v, resource, at)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, func(w *writer, d *records.Definition) { writeDefinition(w, c.version, d) }), nil
}

// typeOf answers with the type of the attribute of a resource that the path names.
func typeOf(resource string) func(*call) (reply, error) {
	return func(c *call) (reply, error) {
		var d records.Definition
		err := c.read(func(ctx context.Context, v *store.View) (err error) {
			d, err = records.FindDefinitionOf(ctx, v, resource, c.values[0])
			return err
		})
		w := newWriter()
		w.open('{')
		w.name("value_type")
		w.text(string(d.Type))
		w.close('}')
		return reply{http.StatusOK, w.b}, err
	}
}

func (c *call) definition(d *records.Definition) []byte {
	w := newWriter()
	writeDefinition(w, c.version, d)
	return w.b
}

func writeDefinition(w *writer, v version, d *records.Definition) {
	w.open('{')
	w.name("id")
	w.integer(d.ID)
	w.name("name")
	w.text(d.Name)
	w.name("name_std")
	w.text(d.NameStd)
	w.name("value_type")
	w.text(string(d.Type))
	w.name("content_type")
	w.text(contentType(v, d.Resource))
	w.name("description")
	w.text(d.Description)
	if d.Type == records.Fixed {
		w.name("choices")
		w.open('[')
		for _, choice := range d.Choices {
			w.text(choice)
		}
		w.close(']')
		w.name("allow_multiple_choices")
		w.boolean(d.Several)
	}
	w.close('}')
}
