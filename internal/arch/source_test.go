package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

const module = "latchkey"

// root is the checkout: this package is two folders below it.
const root = "../.."

type goPackage struct {
	path    string   // relative to the module
	imports []string // of ours, relative, outside of tests
}

var list = sync.OnceValues(func() ([]goPackage, error) {
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	cmd.Dir = root
	out, err := cmd.Output()
	var all []goPackage
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		p := goPackage{path: strings.TrimPrefix(words[0], module+"/")}
		for _, w := range words[1:] {
			if ours, ok := strings.CutPrefix(w, module+"/"); ok {
				p.imports = append(p.imports, ours)
			}
		}
		all = append(all, p)
	}
	return all, err
})

func packages(t *testing.T) []goPackage {
	t.Helper()
	all, err := list()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// file is a hand-written Go file.
type file struct {
	path string // relative to the module
	*ast.File
	fset *token.FileSet
}

var parsed = sync.OnceValues(func() (all []file, err error) {
	fset := token.NewFileSet()
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." && d.Name() != "." || d.Name() == "node_modules" || generated(relative)):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		all = append(all, file{filepath.ToSlash(relative), f, fset})
		return err
	})
	return all, err
})

func files(t *testing.T) []file {
	t.Helper()
	all, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (f file) isTest() bool { return strings.HasSuffix(f.path, "_test.go") }
func (f file) dir() string  { return filepath.ToSlash(filepath.Dir(f.path)) }

// calls walks over the calls of package-qualified functions: pkg.Name(…).
func (f file) calls(each func(pkg, name string, line int)) {
	ast.Inspect(f.File, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if s, ok := call.Fun.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				each(x.Name, s.Sel.Name, f.fset.Position(call.Pos()).Line)
			}
		}
		return true
	})
}

// What makes tests quick would make an installation weak.
func TestOnlyTestsHashPasswordsWeakly(t *testing.T) {
	used := 0
	for _, f := range files(t) {
		if f.dir() == "internal/session" && !f.isTest() {
			continue // where it is declared
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if name, ok := n.(*ast.Ident); ok && name.Name == "WeakPasswords" {
				used++
				if !f.isTest() {
					t.Errorf("%s:%d hashes passwords weakly", f.path, f.fset.Position(name.Pos()).Line)
				}
			}
			return true
		})
	}
	if used == 0 {
		t.Error("nobody uses it: this test looks for the wrong name")
	}
}

// A server that loses what it confirmed would bring revoked keys back. What lets one be
// used is for tests: one place reads it, and nothing that an operator reads or runs names it.
func TestOnlyTestsServeFromADatabaseThatLosesData(t *testing.T) {
	cmd := exec.Command("git", "grep", "-l", "LATCHKEY_"+"LOSSY_DATABASE")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("nobody uses it: this test looks for the wrong name (%v)", err)
	}
	for _, path := range strings.Fields(string(out)) {
		if path != "cmd/latchkey/settings.go" && !strings.HasSuffix(path, "_test.go") {
			t.Errorf("%s names it", path)
		}
	}
}

// A caller cannot be made without an authenticated origin: each constructor
// belongs to whoever authenticates that origin.
func TestOnlyOriginsMakeCallers(t *testing.T) {
	makers := map[string][]string{
		"OfMember":   {"internal/session", "internal/admin"}, // admin: the founder of a workspace that is only now made
		"OfKey":      {"internal/verify"},
		"OfOperator": {"cmd/latchkey"},
		"OfSystem":   {"internal/admin", "internal/session"},
		"OfStaff":    {"internal/session"},

		"OfStaffOutside": {"internal/session"},
	}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		f.calls(func(pkg, name string, line int) {
			if makers[name] != nil && pkg == "caller" && !slices.Contains(makers[name], f.dir()) {
				t.Errorf("%s:%d calls caller.%s, which only %q may", f.path, line, name, makers[name])
			}
		})
	}
}

func TestEveryPackageExplainsItself(t *testing.T) {
	docs := map[string]string{}
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		docs[f.dir()] += f.Doc.Text()
	}
	for dir, doc := range docs {
		if len(doc) < 100 {
			t.Errorf("%s has no design note for a package doc: %q", dir, doc)
		}
	}
}

func TestHabits(t *testing.T) {
	for _, f := range files(t) {
		if base := filepath.Base(f.dir()); base == "util" || base == "utils" || base == "common" || base == "helpers" {
			t.Errorf("%s: a package is named for what it is about", f.path)
		}
		if lines := f.fset.File(f.File.Pos()).LineCount(); lines > 450 {
			t.Errorf("%s has %d lines: is it still one room with one purpose?", f.path, lines)
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.path)
			}
		}
		f.calls(func(pkg, name string, line int) {
			if pkg == "time" && name == "Sleep" {
				t.Errorf("%s:%d sleeps: wait for a signal", f.path, line)
			}
		})
		for _, c := range f.Comments {
			if strings.Contains(c.Text(), "TO"+"DO") {
				t.Errorf("%s:%d leaves work behind", f.path, f.fset.Position(c.Pos()).Line)
			}
		}
	}
}

// Domain packages log nothing: what happened is in what they return.
func TestValuesDoNotLog(t *testing.T) {
	for _, f := range files(t) {
		switch f.dir() {
		case "internal/fault", "internal/caller", "internal/allowlist", "internal/audit", "internal/workspace", "internal/verify",
			"internal/admin", "internal/records", "internal/store", "internal/store/conn":
			for _, i := range f.Imports {
				if path := strings.Trim(i.Path.Value, `"`); !f.isTest() && (path == "log" || path == "log/slog" || strings.Contains(path, "zerolog")) {
					t.Errorf("%s imports %s", f.path, path)
				}
			}
		}
	}
}

// Production goes through the methods of package store: what has a Tx, and so ent's client
// without importing it, could write past them.
func TestEntsClientIsForTestsOutsideOfTheStore(t *testing.T) {
	for _, f := range files(t) {
		if f.isTest() {
			continue
		}
		ast.Inspect(f.File, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Ent" {
				t.Errorf("%s:%d asks for ent's client, which is for tests", f.path, f.fset.Position(s.Pos()).Line)
			}
			return true
		})
	}
}
