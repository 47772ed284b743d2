package openapi

import (
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"
)

const schemaRef = "#/components/schemas/"

// schemaView is a schema as the page shows it.
type schemaView struct {
	Name        string
	Version     string // "v1", "v2", or "" for both
	WriteOnly   bool   // it is what a Write Only key gets
	Description template.HTML
	Type        []typePart // of what is no object
	Fields      []fieldView
}

// fieldView is a member, a parameter or a header.
type fieldView struct {
	Name        string
	In          string // of a parameter: path, query
	Required    bool
	Type        []typePart
	Description template.HTML
}

// typePart is a piece of a type's text, and the schema that it names, if it does.
type typePart struct{ Text, Schema string }

// schemaLink is a schema that a body has.
type schemaLink struct {
	Name, Version string
	WriteOnly     bool
}

// follow returns what a node refers to, or the node itself.
func (d *Document) follow(node any) *object {
	o, _ := node.(*object)
	ref := o.text("$ref")
	if ref == "" {
		return o
	}
	at := d.root
	for name := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		at = at.at(name)
	}
	return at
}

func versionOf(schema *object) string {
	if v := schema.get("x-latchkey-version"); v != nil {
		return fmt.Sprint("v", v)
	}
	return ""
}

func writeOnly(schema *object) bool { return schema.text("x-latchkey-scope") == "WRITE_ONLY" }

// links are the schemas that a body can have: those of anyOf, or the one.
func (d *Document) links(schema *object) []schemaLink {
	alternatives := schema.list("anyOf")
	if len(alternatives) == 0 {
		alternatives = []any{schema}
	}
	var all []schemaLink
	for _, alternative := range alternatives {
		name, isRef := strings.CutPrefix(alternative.(*object).text("$ref"), schemaRef)
		if !isRef {
			continue
		}
		of := d.follow(alternative)
		all = append(all, schemaLink{name, versionOf(of), writeOnly(of)})
	}
	return all
}

// schemas are those that the page shows: not those that are only parts of others.
func (d *Document) schemas() []schemaView {
	named := map[string]bool{}
	d.findNamed(d.root, named)
	var all []schemaView
	for name, schema := range d.root.at("components").at("schemas").each {
		if schema := schema.(*object); named[name] {
			all = append(all, d.schema(name, schema))
		}
	}
	return all
}

// findNamed collects the schemas that are referred to from elsewhere than an allOf.
func (d *Document) findNamed(node any, named map[string]bool) {
	switch node := node.(type) {
	case *object:
		if name, isRef := strings.CutPrefix(node.text("$ref"), schemaRef); isRef {
			named[name] = true
		}
		for name, value := range node.each {
			if name != "allOf" {
				d.findNamed(value, named)
			}
		}
	case []any:
		for _, value := range node {
			d.findNamed(value, named)
		}
	}
}

func (d *Document) schema(name string, schema *object) schemaView {
	view := schemaView{Name: name, Version: versionOf(schema), WriteOnly: writeOnly(schema), Description: markdown(schema.text("description"))}
	required := map[string]bool{}
	d.require(schema, required)
	d.collect(schema, func(f fieldView) {
		f.Required = required[f.Name]
		at := slices.IndexFunc(view.Fields, func(other fieldView) bool { return other.Name == f.Name })
		if at < 0 {
			view.Fields = append(view.Fields, f)
			return
		}
		view.Fields[at] = f
	})
	if len(view.Fields) == 0 {
		view.Type = d.typeOf(schema)
	}
	for _, rest := range []string{"additionalProperties", "unevaluatedProperties"} {
		if of := schema.at(rest); of != nil {
			view.Fields = append(view.Fields, fieldView{Name: "any other name", Type: d.typeOf(of), Description: markdown(d.follow(of).text("description"))})
		}
	}
	return view
}

// require collects the names that a schema and its parts require.
func (d *Document) require(schema *object, required map[string]bool) {
	for _, name := range schema.list("required") {
		required[name.(string)] = true
	}
	for _, part := range schema.list("allOf") {
		d.require(d.follow(part), required)
	}
}

// collect yields the members of a schema; its own come after those of its parts,
// and replace them.
func (d *Document) collect(schema *object, field func(fieldView)) {
	for _, part := range schema.list("allOf") {
		d.collect(d.follow(part), field)
	}
	for name, of := range schema.at("properties").each {
		if of, ok := of.(*object); ok {
			field(fieldView{Name: name, Type: d.typeOf(of), Description: markdown(of.text("description"))})
		}
	}
}

// typeOf says in words what a value is.
func (d *Document) typeOf(schema *object) []typePart {
	if name, isRef := strings.CutPrefix(schema.text("$ref"), schemaRef); isRef {
		return []typePart{{name, name}}
	}
	if alternatives := schema.list("anyOf"); len(alternatives) > 0 {
		var all []typePart
		for i, alternative := range alternatives {
			if i > 0 {
				all = append(all, typePart{" or ", ""})
			}
			all = append(all, d.typeOf(alternative.(*object))...)
		}
		return all
	}
	if items := schema.at("items"); items != nil {
		return append([]typePart{{"list of ", ""}}, d.typeOf(items)...)
	}
	return []typePart{{plainType(schema), ""}}
}

// plainType is the type of a value that has no parts, with its bounds.
func plainType(schema *object) string {
	var words []string
	switch of := schema.get("type").(type) {
	case string:
		words = append(words, of)
	case []any:
		words = append(words, joined(of, " or "))
	}
	if schema.has("const") {
		words = append(words, "always "+encoded(schema.get("const")))
	}
	if choices := schema.list("enum"); len(choices) > 0 {
		texts := make([]any, len(choices))
		for i, choice := range choices {
			texts[i] = encoded(choice)
		}
		words = append(words, "one of "+joined(texts, ", "))
	}
	if format := schema.text("format"); format != "" && format != "int64" {
		words = append(words, "("+format+")")
	}
	for _, bound := range []struct{ name, before, after string }{
		{"minimum", "from ", ""}, {"maximum", "to ", ""}, {"maxLength", "of at most ", " characters"}, {"maxItems", "of at most ", ""},
	} {
		if schema.has(bound.name) {
			words = append(words, bound.before+fmt.Sprint(schema.get(bound.name))+bound.after)
		}
	}
	if schema.has("default") {
		words = append(words, "(default "+encoded(schema.get("default"))+")")
	}
	if len(words) == 0 {
		return "any value"
	}
	return strings.Join(words, " ")
}

func joined(list []any, separator string) string {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = fmt.Sprint(list[i])
	}
	return strings.Join(texts, separator)
}

func encoded(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v) // impossible: it came from YAML
	}
	return string(text)
}
