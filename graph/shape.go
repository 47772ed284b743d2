package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// What one document may have as it is written. Validation compares each field of a
// selection with all others of the same name, and each fragment with each other one:
// what it costs grows with the square of these, so they are looked at before it.
const (
	maxDefinitions = 30 // operations and fragments
	maxSame        = 5  // selections of one name in one place
)

// shape refuses, before they are validated, documents that would take long to validate.
type shape struct {
	known graphql.Cache[*ast.QueryDocument] // those that were validated
}

// ExtensionName implements graphql.HandlerExtension.
func (shape) ExtensionName() string { return "shape" }

// Validate implements graphql.HandlerExtension.
func (shape) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters implements graphql.OperationParameterMutator.
func (s shape) MutateOperationParameters(ctx context.Context, asked *graphql.RawParams) *gqlerror.Error {
	if _, known := s.known.Get(ctx, asked.Query); known {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: asked.Query}, maxTokens)
	if err != nil {
		return nil // the executor finds it too, and says where
	}
	return shapely(document)
}

// shapely looks at a document's text alone: fragments count where they are written.
func shapely(document *ast.QueryDocument) *gqlerror.Error {
	if len(document.Operations)+len(document.Fragments) > maxDefinitions {
		return tooComplex("The document has more than %d operations and fragments.", maxDefinitions)
	}
	var seen extent
	for _, o := range document.Operations {
		seen.directives += len(o.Directives)
		if err := seen.sparse(o.SelectionSet, map[string]int{}); err != nil {
			return err
		}
	}
	for _, f := range document.Fragments {
		seen.directives += len(f.Directives)
		if err := seen.sparse(f.SelectionSet, map[string]int{}); err != nil {
			return err
		}
	}
	return seen.few()
}

// extent counts what stands in a document.
type extent struct{ fields, directives int }

// sparse counts the selections of a set, and those of one name into here. An
// inline fragment's are in the same place as itself.
func (e *extent) sparse(set ast.SelectionSet, here map[string]int) *gqlerror.Error {
	for _, selection := range set {
		e.fields++
		name, inside, place := "", ast.SelectionSet(nil), map[string]int{}
		switch s := selection.(type) {
		case *ast.Field:
			name, inside = s.Alias, s.SelectionSet
			e.directives += len(s.Directives)
		case *ast.FragmentSpread:
			name = "..." + s.Name
			e.directives += len(s.Directives)
		case *ast.InlineFragment:
			name, inside, place = "...", s.SelectionSet, here
			e.directives += len(s.Directives)
		}
		if here[name]++; here[name] > maxSame {
			return tooComplex("The query has one selection more than %d times in one place.", maxSame)
		}
		if err := e.few(); err != nil {
			return err
		}
		if err := e.sparse(inside, place); err != nil {
			return err
		}
	}
	return nil
}

// few refuses more than a document may have of each.
func (e *extent) few() *gqlerror.Error {
	switch {
	case e.fields > maxFields:
		return tooComplex("The query asks for more than %d fields.", maxFields)
	case e.directives > maxDirectives:
		return tooComplex("The query has more than %d directives.", maxDirectives)
	}
	return nil
}

func tooComplex(sentence string, args ...any) *gqlerror.Error {
	return coded(codeTooComplex, fmt.Sprintf(sentence, args...))
}

func badInput(sentence string) *gqlerror.Error { return coded(codeBadInput, sentence) }

func coded(code, sentence string) *gqlerror.Error {
	return &gqlerror.Error{Message: sentence, Extensions: map[string]any{"code": code}}
}
