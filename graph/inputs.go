package graph

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/scalar"
)

const (
	maxWrong  = 10 // errors that are told of one operation; it may be wrong in a thousand places
	maxListed = 12 // values of an enum that an error names
	maxName   = 60 // characters of a name that an error repeats
)

// inputs judges what a client sends for arguments and variables by the types of the
// schema, and says of each that is wrong what to write instead. No sentence has any
// of a value, which may be a password, or more of a client's own name than maxName.
type inputs struct {
	schema *ast.Schema
	inline bool // written in the document, where an enum's values have no quotes
	wrong  []wrongInput
}

// wrongInput is one error: path is that of the argument or variable and inwards.
type wrongInput struct {
	path     ast.Path
	sentence string
}

// unset stands for a variable within a document, which is judged where it is sent;
// word for the name of an enum's value.
type (
	unset struct{}
	word  string
)

// slot is where a value can be sent: an argument or a field of an input.
type slot struct {
	name   string
	of     *ast.Type
	filled bool // when it is left out
}

func (in *inputs) add(path ast.Path, sentence string) {
	if len(in.wrong) < maxWrong {
		in.wrong = append(in.wrong, wrongInput{path, sentence})
	}
}

// say adds a sentence that begins with the path.
func (in *inputs) say(path ast.Path, sentence string) { in.add(path, path.String()+" "+sentence) }

// value judges a value as JSON has it. each is "a list, each " where one value stands
// for a list of it.
func (in *inputs) value(of *ast.Type, v any, path ast.Path, each string) {
	if _, later := v.(unset); later {
		return
	}
	elements, isList := listOf(v)
	switch {
	case v == nil && of.NonNull:
		in.say(path, "cannot be null.")
	case v == nil:
	case of.Elem == nil:
		in.named(of.NamedType, v, path, each)
	case !isList:
		in.value(of.Elem, v, path, "a list, each ")
	default:
		for i, element := range elements {
			in.value(of.Elem, element, step(path, ast.PathIndex(i)), "")
		}
	}
}

// listOf is a list's elements. The executor puts one of the value's own type where a
// value stands for a list of it.
func listOf(v any) (elements []any, isList bool) {
	list := reflect.ValueOf(v)
	if list.Kind() != reflect.Slice {
		return nil, false
	}
	for i := range list.Len() {
		elements = append(elements, list.Index(i).Interface())
	}
	return elements, true
}

func (in *inputs) named(name string, v any, path ast.Path, each string) {
	def := in.schema.Types[name]
	if def == nil {
		return // which another rule tells
	}
	switch def.Kind {
	case ast.Enum:
		in.enum(def, v, path)
	case ast.InputObject:
		members, isObject := v.(map[string]any)
		if !isObject {
			in.say(path, "must be "+each+"an object of the type "+name+".")
			return
		}
		in.members(fieldsOf(def), members, path, name, "field")
	case ast.Scalar:
		if form, known := forms[name]; known && !form.reads(v) {
			in.say(path, "must be "+each+form.written+".")
		}
	}
}

// forms are how scalars are written, and whether one can be read from a value.
var forms = map[string]struct {
	written string
	reads   func(v any) bool
}{
	"String":  {"text, in quotes", reads(scalar.UnmarshalString)},
	"Boolean": {"true or false", reads(scalar.UnmarshalBoolean)},
	"Int":     {"a whole number, from -2147483648 to 2147483647", reads(scalar.UnmarshalInt)},
	"ID":      {"an id, as text in quotes", isID},
	"Date":    {"a day as text, YYYY-MM-DD", reads(scalar.UnmarshalDate)},
	"Time":    {"a time as RFC 3339 has it, as text, for example 2026-11-30T22:59:59Z", reads(scalar.UnmarshalTime)},
}

func reads[T any](unmarshal func(any) (T, error)) func(any) bool {
	return func(v any) bool {
		_, err := unmarshal(v)
		return err == nil
	}
}

// isID takes whole numbers too, as GraphQL does.
func isID(v any) bool {
	switch v := v.(type) {
	case string, int64:
		return true
	case json.Number:
		return !strings.ContainsAny(v.String(), ".eE")
	}
	return false
}

func (in *inputs) enum(def *ast.Definition, v any, path ast.Path) {
	name, given := v.(string)
	if in.inline {
		var w word
		w, given = v.(word)
		name = string(w)
	}
	if given && def.EnumValues.ForName(name) != nil {
		return
	}
	sentence := "is no " + def.Name + ": " + valuesOf(def)
	if _, quoted := v.(string); quoted && in.inline {
		sentence += ", without quotes"
	}
	in.say(path, sentence+".")
}

// valuesOf says what an enum's values are, because the schema may be hidden.
func valuesOf(def *ast.Definition) string {
	count := len(def.EnumValues)
	if count > maxListed {
		return fmt.Sprintf("write one of its %d values, which schema.graphql lists", count)
	}
	names := make([]string, count)
	for i, v := range def.EnumValues {
		names[i] = v.Name
	}
	if count < 2 {
		return "write " + strings.Join(names, "")
	}
	return "write " + strings.Join(names[:count-1], ", ") + " or " + names[count-1]
}

// members judges the arguments of a field, or the fields of an input: owner has them.
func (in *inputs) members(places []slot, given map[string]any, path ast.Path, owner, what string) {
	known := map[string]bool{"__typename": !in.inline} // which clients send back with what they were sent
	for _, p := range places {
		known[p.name] = true
		v, there := given[p.name]
		at := step(path, ast.PathName(p.name))
		switch {
		case there:
			in.value(p.of, v, at, "")
		case p.of.NonNull && !p.filled:
			in.say(at, "must be there.")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		switch {
		case known[name]:
		case len(name) <= maxName && !strings.ContainsFunc(name, notInName):
			in.say(step(path, ast.PathName(name)), "is not known: "+owner+" has no such "+what+".")
		default:
			in.add(path, owner+" has no "+what+" of a name that was sent.")
		}
	}
}

func fieldsOf(def *ast.Definition) (places []slot) {
	for _, f := range def.Fields {
		places = append(places, slot{f.Name, f.Type, f.DefaultValue != nil})
	}
	return places
}

func argumentsOf(defs ast.ArgumentDefinitionList) (places []slot) {
	for _, a := range defs {
		places = append(places, slot{a.Name, a.Type, a.DefaultValue != nil})
	}
	return places
}

func step(path ast.Path, to ast.PathElement) ast.Path { return append(slices.Clip(path), to) }

// field is the path as a fault has it: of a mutation, from its input's first field inwards.
func (w wrongInput) field() (names []string) {
	for _, e := range w.path {
		switch e := e.(type) {
		case ast.PathName:
			names = append(names, string(e))
		case ast.PathIndex:
			names = append(names, strconv.Itoa(int(e)))
		}
	}
	if len(names) > 0 && names[0] == "input" {
		names = names[1:]
	}
	return names
}

func notInName(r rune) bool {
	return r != '_' && (r < '0' || '9' < r) && (r < 'A' || 'Z' < r) && (r < 'a' || 'z' < r)
}

// shortNames cuts each name in a sentence, of which a client may have written a long one.
func shortNames(sentence string) string {
	length := 0
	return strings.Map(func(r rune) rune {
		if length++; notInName(r) {
			length = 0
		}
		if length > maxName {
			return -1
		}
		return r
	}, sentence)
}
