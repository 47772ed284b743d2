package graph

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"latchkey/graph/model"
	"latchkey/internal/fault"
)

// published are the codes that clients may rely on.
var published = []string{
	codeUnauthenticated, codeReauthenticate, codeForbidden, codeNotFound, codeBadInput, codeTooComplex, codeRateLimited, codeUnavailable, codeInternal,
}

func TestEveryKindOfFaultHasAnAnswer(t *testing.T) {
	for _, kind := range fault.Kinds() {
		f := fault.New(kind, "NAME_EMPTY", "a sentence").After(3).On("name")
		message, extensions := tell(f.Because(errors.New("a cause")), "request-1")
		code, _ := extensions["code"].(string)
		if !slices.Contains(published, code) || message == "" || strings.Contains(message, "cause") {
			t.Errorf("kind %d: %q, %v", kind, message, extensions)
		}
		if (code == codeInternal) != (kind == fault.Internal) {
			t.Errorf("kind %d is told as %s", kind, code)
		}
		if _, has := extensions["requestId"]; has != (kind == fault.Internal) {
			t.Errorf("kind %d: %v", kind, extensions)
		}
		shown, err := expected(fmt.Errorf("wrapped: %w", f))
		if asData := kind == fault.Invalid || kind == fault.Conflict; asData != (len(shown) == 1) || asData != (err == nil) {
			t.Errorf("kind %d as data: %v, %v", kind, shown, err)
		}
	}
}

func TestAnInternalErrorsTextIsNotTold(t *testing.T) {
	message, extensions := tell(asFault(errors.New("password=hunter2")), "request-1")
	if strings.Contains(message, "hunter2") || extensions["code"] != codeInternal || extensions["requestId"] != "request-1" {
		t.Errorf("%q, %v", message, extensions)
	}
}

func TestSeveralWrongFieldsAreAllTold(t *testing.T) {
	fields := fault.Fields{fault.New(fault.Invalid, "NAME_EMPTY", "one").On("name"), fault.New(fault.Conflict, "NEVER_HEARD_OF", "two")}
	shown, err := expected(fields)
	if err != nil || len(shown) != 2 || shown[0].Code != model.UserErrorCodeNameEmpty || shown[1].Code != model.UserErrorCodeBadInput {
		t.Errorf("%v, %v", shown, err)
	}
	// One of them is ours: then it is not the person's to mend.
	fields.Add(errors.New("a bug"))
	if _, err := expected(fields); asFault(err).Kind != fault.Internal {
		t.Errorf("got %v", err)
	}
}

// TestEveryUserErrorHasItsCode reads the sources of the packages that find what is
// wrong with a mutation's input, and expects each code in the schema's enum.
func TestEveryUserErrorHasItsCode(t *testing.T) {
	elsewhere := []string{
		// of queries, where they are BAD_USER_INPUT
		"STATUS_UNKNOWN", "SEARCH_INVALID", "ORDER_UNKNOWN", "PAGE_SIZE_INVALID", "CURSOR_INVALID", "ACTION_UNKNOWN",
		"USAGE_GROUP_UNKNOWN", "USAGE_RANGE_INVALID", "TARGET_KIND_UNKNOWN", "ACTOR_KIND_UNKNOWN", "RANGE_INVALID", "AFTER_INVALID",
		"SEARCH_EMPTY", "RECEIPT_WITHOUT_WORKSPACE",
		// of new people with a taken address, whom only the command line is told of
		"EMAIL_TAKEN",
		// of roles, of which the schema lets no other through
		"ROLE_UNKNOWN",
		// of sign-ins with providers, which a page tells
		"FLOW_OVER", "IDENTITY_TAKEN",
		// of files and secrets, which this API does not read
		"PEPPER_FILE", "PREFIX_INVALID", "SECRET_MALFORMED",
	}
	found := 0
	for _, dir := range []string{"admin", "allowlist", "apikey", "session", "workspace"} {
		for _, code := range codesIn(t, os.DirFS("../internal/"+dir)) {
			if found++; !slices.Contains(elsewhere, code) && !model.UserErrorCode(code).IsValid() {
				t.Errorf("package %s tells %s, which enum UserErrorCode does not have", dir, code)
			}
		}
	}
	if found < 20 {
		t.Errorf("found %d codes", found)
	}
}

// codesIn returns the codes of all faults of kind Invalid and Conflict that are
// made in a package's sources.
func codesIn(t *testing.T, dir fs.FS) (codes []string) {
	t.Helper()
	names, err := fs.Glob(dir, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if code, ok := codeOf(call); ok {
					codes = append(codes, code)
				}
			}
			return true
		})
	}
	return codes
}

// codeOf reads fault.New(fault.Invalid, "CODE", …) and invalid("CODE", …).
func codeOf(call *ast.CallExpr) (string, bool) {
	args := call.Args
	if f, ok := call.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "New" && len(args) == 3 {
		if kind, ok := args[0].(*ast.SelectorExpr); !ok || kind.Sel.Name != "Invalid" && kind.Sel.Name != "Conflict" {
			return "", false
		}
		args = args[1:]
	} else if f, ok := call.Fun.(*ast.Ident); !ok || f.Name != "invalid" {
		return "", false
	}
	literal, ok := args[0].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	code, err := strconv.Unquote(literal.Value)
	return code, err == nil
}
