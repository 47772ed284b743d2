package graph

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// asked tells of an operation's root fields. The operation has been validated, so they
// are fields of the schema; introspection is left out.
func (w *Watch) asked(set ast.SelectionSet) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			if s.ObjectDefinition != nil && !strings.HasPrefix(s.Name, "__") {
				w.Asked(s.ObjectDefinition.Name, s.Name)
			}
		case *ast.FragmentSpread:
			w.asked(s.Definition.SelectionSet)
		case *ast.InlineFragment:
			w.asked(s.SelectionSet)
		}
	}
}

// present tells of every error that next makes for a client.
func (w *Watch) present(next graphql.ErrorPresenterFunc) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := next(ctx, err)
		if code, ok := shown.Extensions["code"].(string); ok {
			w.Failed(code)
		}
		return shown
	}
}

// refused tells of a request whose operation never began.
func (w *Watch) refused(err error) { w.Failed(answerTo(asFault(err).Kind).code) }
