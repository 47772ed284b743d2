package audit_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/internal/audit"
)

// constants are the values of the constants of a type in this package.
func constants(t *testing.T, file, kind string) (values []string) {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if of, ok := spec.Type.(*ast.Ident); ok && of.Name == kind {
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, value)
			}
		}
		return true
	})
	slices.Sort(values)
	return values
}

func texts[T ~string](all []T) (texts []string) {
	for _, one := range all {
		texts = append(texts, string(one))
	}
	slices.Sort(texts)
	return texts
}

func TestTheListsForFiltersAreWhole(t *testing.T) {
	if got, want := texts(audit.Actions()), constants(t, "action.go", "Action"); !slices.Equal(got, want) {
		t.Errorf("Actions returns %q, there are %q", got, want)
	}
	if got, want := texts(audit.TargetKinds()), constants(t, "event.go", "TargetKind"); !slices.Equal(got, want) {
		t.Errorf("TargetKinds returns %q, there are %q", got, want)
	}
}

func TestEveryActionHasASentence(t *testing.T) {
	for _, a := range audit.Actions() {
		if s := a.Sentence(); !strings.HasSuffix(s, ".") {
			t.Errorf("%s has the sentence %q", a, s)
		}
	}
}
