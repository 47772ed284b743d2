package graph

import (
	"encoding/json"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// rulesFor are the rules of validation. Three are one of ours, which names what is
// wrong by its path. Where the schema may not be read, no sentence tells its types;
// the executor itself replaces two more for that.
func rulesFor(introspection bool) func() *rules.Rules {
	return func() *rules.Rules {
		all := rules.NewDefaultRules()
		all.RemoveRule(rules.KnownArgumentNamesRule.Name)
		all.RemoveRule(rules.ProvidedRequiredArgumentsRule.Name)
		all.ReplaceRule(rules.ValuesOfCorrectTypeRule.Name, judgeInline)
		if !introspection {
			all.ReplaceRule(rules.KnownTypeNamesRule.Name, rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc)
		}
		return all
	}
}

// judgeInline is the rule for what is written in a document.
func judgeInline(observers *core.Events, tell core.AddErrFunc) {
	arguments := func(w *core.Walker, defs ast.ArgumentDefinitionList, given ast.ArgumentList, owner string, at *ast.Position) {
		in, values := &inputs{schema: w.Schema, inline: true}, map[string]any{}
		for _, a := range given {
			values[a.Name] = literal(a.Value)
		}
		in.members(argumentsOf(defs), values, nil, owner, "argument")
		in.tell(tell, at)
	}
	observers.OnField(func(w *core.Walker, f *ast.Field) {
		if f.Definition != nil {
			arguments(w, f.Definition.Arguments, f.Arguments, f.Name, f.Position)
		}
	})
	observers.OnDirective(func(w *core.Walker, d *ast.Directive) {
		if d.Definition != nil {
			arguments(w, d.Definition.Arguments, d.Arguments, "@"+d.Name, d.Position)
		}
	})
	observers.OnVariable(func(w *core.Walker, v *ast.VariableDefinition) {
		if v.DefaultValue != nil {
			in := &inputs{schema: w.Schema, inline: true}
			in.value(v.Type, literal(v.DefaultValue), ast.Path{ast.PathName(shortNames(v.Variable))}, "")
			in.tell(tell, v.Position)
		}
	})
}

// tell makes errors of the rule of what is wrong.
func (in *inputs) tell(tell core.AddErrFunc, at *ast.Position) {
	for _, w := range in.wrong {
		tell(core.Message("%s", w.sentence), core.At(at), func(e *gqlerror.Error) { e.Extensions = w.extensions() })
	}
}

func (w wrongInput) extensions() map[string]any {
	if field := w.field(); len(field) > 0 {
		return map[string]any{"code": codeBadInput, "field": field}
	}
	return map[string]any{"code": codeBadInput}
}

// literal is a value of a document as JSON would have it.
func literal(v *ast.Value) any {
	switch v.Kind {
	case ast.NullValue:
		return nil
	case ast.IntValue, ast.FloatValue:
		return json.Number(v.Raw)
	case ast.BooleanValue:
		return v.Raw == "true"
	case ast.EnumValue:
		return word(v.Raw)
	case ast.Variable:
		return unset{}
	case ast.ListValue:
		elements := []any{}
		for _, child := range v.Children {
			elements = append(elements, literal(child.Value))
		}
		return elements
	case ast.ObjectValue:
		members := map[string]any{}
		for _, child := range v.Children {
			members[child.Name] = literal(child.Value)
		}
		return members
	default:
		return v.Raw // text
	}
}

// wrongVariables judges the variables that were sent. The executor does too, but
// tells the first only, by a sentence that has its value or names no place.
func wrongVariables(schema *ast.Schema, op *ast.OperationDefinition, sent map[string]any) (wrong gqlerror.List) {
	if op == nil {
		return nil // the document itself is wrong
	}
	in := &inputs{schema: schema}
	for _, v := range op.VariableDefinitions {
		value, there := sent[v.Variable]
		path := ast.Path{ast.PathName(shortNames(v.Variable))}
		switch {
		case there:
			in.value(v.Type, value, path, "")
		case v.Type.NonNull && v.DefaultValue == nil:
			in.say(path, "must be there.")
		}
	}
	for _, w := range in.wrong {
		path := append(ast.Path{ast.PathName("variable")}, w.path...)
		wrong = append(wrong, &gqlerror.Error{Message: w.sentence, Path: path, Extensions: w.extensions()})
	}
	return wrong
}
