package arch

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Secrets and passwords cannot get into the audit, nor into a log or an error,
// because they are structs that print redacted and convert to no text. These
// tests keep them structs, and keep the ways out of them few.

var secretName = regexp.MustCompile(`(?i)(password|passphrase|secret|token|recovery_?codes?)$`)

// plain is who may hold a secret as plain text, and why that cannot be otherwise.
var plain = map[string]string{
	"cmd/latchkey/demo.go":         "dev writes down how its demo owner signs in",
	"cmd/latchkey/dev.go":          "dev prints how its demo owner signs in",
	"internal/postgres/server.go":  "the superuser of a private PostgreSQL",
	"internal/postgres/url.go":     "becomes a part of a database's URL",
	"internal/testdb/server.go":    "becomes a part of a database's URL",
	"internal/testdb/scram.go":     "the bytes of a password on their way into its verifier",
	"internal/receipt/keys.go":     "the bytes of a key on their way from the file into its cipher",
	"internal/rest/credentials.go": "what a header claims, on its way to verification",
	"internal/rest/handler.go":     "what a header claims, on its way to verification",
	"internal/verify/verify.go":    "what a header claims: it may be anything",
}

// secretTypes are what a secret is once it is inside.
var secretTypes = map[string][]string{
	"internal/apikey":  {"Secret"},
	"internal/session": {"Password", "Token", "Link"},

	"internal/secondfactor": {"Secret", "Shown"},
}

func TestSecretsAreStructs(t *testing.T) {
	found := map[string][]string{}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if s, ok := n.(*ast.TypeSpec); ok && slices.Contains(secretTypes[f.dir()], s.Name.Name) {
				found[f.dir()] = append(found[f.dir()], s.Name.Name)
				body, isStruct := s.Type.(*ast.StructType)
				if !isStruct || slices.ContainsFunc(body.Fields.List, exported) {
					t.Errorf("%s: %s must be a struct without exported fields, or a conversion makes a text of it", f.path, s.Name.Name)
				}
			}
			return true
		})
	}
	for dir, names := range secretTypes {
		if len(found[dir]) != len(names) {
			t.Errorf("%s has %q, want %q: this test looks for the wrong names", dir, found[dir], names)
		}
	}
}

func exported(field *ast.Field) bool {
	return slices.ContainsFunc(field.Names, (*ast.Ident).IsExported) || len(field.Names) == 0
}

func TestOnlyWhoMustRevealsASecret(t *testing.T) {
	may := map[string]map[string]string{
		"Reveal": {
			"graph/scalar":     "the one answer that shows a secret",
			"internal/session": "the one mail that holds a link",
		},
		"CopyTo": {"internal/verify": "hashes what was presented"},
	}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && may[s.Sel.Name] != nil && may[s.Sel.Name][f.dir()] == "" {
				t.Errorf("%s:%d lets a secret out by %s, which only %v may", f.path, f.fset.Position(s.Pos()).Line, s.Sel.Name, may[s.Sel.Name])
			}
			return true
		})
	}
}

// What is named for a secret and is plain text could be written anywhere.
func TestNothingNamedForASecretIsPlainText(t *testing.T) {
	used := map[string]bool{}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			field, ok := n.(*ast.Field)
			if !ok || !isText(field.Type) {
				return true
			}
			for _, name := range field.Names {
				if !secretName.MatchString(name.Name) {
					continue
				}
				used[f.path] = true
				if plain[f.path] == "" {
					t.Errorf("%s:%d: %s is plain text: give it a type that prints redacted, as session.Password does, or say here why it cannot have one",
						f.path, f.fset.Position(name.Pos()).Line, name.Name)
				}
			}
			return true
		})
	}
	for path := range plain {
		if !used[path] {
			t.Errorf("%s holds no secret as plain text any more: take its line out", path)
		}
	}
}

func isText(e ast.Expr) bool {
	return slices.Contains([]string{"string", "*string", "[]string", "[]byte"}, types.ExprString(e))
}

// A conversion to audit.Text is the door of the audit.
func TestNothingNamedForASecretIsAudited(t *testing.T) {
	doors := 0
	for _, f := range files(t) {
		ast.Inspect(f.File, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || types.ExprString(call.Fun) != "audit.Text" || f.isTest() {
				return true
			}
			doors++
			ast.Inspect(call.Args[0], func(n ast.Node) bool {
				if name, ok := n.(*ast.Ident); ok && (secretName.MatchString(name.Name) || strings.Contains(name.Name, "Hash")) {
					t.Errorf("%s:%d records %s", f.path, f.fset.Position(call.Pos()).Line, types.ExprString(call.Args[0]))
				}
				return true
			})
			return true
		})
	}
	if doors == 0 {
		t.Error("nothing is recorded: this test looks for the wrong name")
	}
}
