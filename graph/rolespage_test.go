package graph_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/exec"
	"latchkey/internal/caller"
)

var update = flag.Bool("update", false, "write the tables of docs/roles.md and docs/audit.md anew")

// docs/roles.md says what the program does: which role has which permission, by the
// table in package caller, and which fields need it, by the schema's directives.
func TestRolesPage(t *testing.T) {
	const path, begin, end = "../docs/roles.md", "-update` -->\n", "<!-- /permissions -->"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(raw), begin)
	table, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the table", path)
	}
	want := permissionTable(t)
	if *update {
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("%s is not what the program does. Run: go test ./graph -run RolesPage -update\ngot:\n%s\nwant:\n%s", path, table, want)
	}
}

// permissionTable lists the permissions as the schema orders them.
func permissionTable(t *testing.T) string {
	t.Helper()
	schema := exec.NewExecutableSchema(exec.Config{}).Schema()
	fields := map[string][]string{}
	for _, d := range schema.Types {
		for _, f := range d.Fields {
			if can := f.Directives.ForName("can"); can != nil && d.Kind == ast.Object {
				do := can.Arguments.ForName("do").Value.Raw
				fields[do] = append(fields[do], "`"+strings.TrimPrefix(d.Name+"."+f.Name, "Mutation.")+"`")
			}
		}
	}
	roles := slices.Backward(caller.Roles())
	var b strings.Builder
	b.WriteString("| permission | what for |")
	for _, r := range roles {
		b.WriteString(" `" + string(r) + "` |")
	}
	b.WriteString(" fields |\n|---|---|" + strings.Repeat("---|", len(caller.Roles())) + "---|\n")
	least := caller.Permissions()
	for _, v := range schema.Types["Permission"].EnumValues {
		permission := caller.Permission(v.Name)
		if _, known := least[permission]; !known {
			t.Errorf("%s is in the schema, and no role has it", v.Name)
		}
		delete(least, permission)
		b.WriteString("| `" + v.Name + "` | " + whatFor(v.Description) + " |")
		for _, r := range roles {
			b.WriteString(map[bool]string{true: " yes |", false: " – |"}[r.May(permission)])
		}
		slices.Sort(fields[v.Name])
		b.WriteString(" " + strings.Join(fields[v.Name], ", ") + " |\n")
	}
	for permission := range least {
		t.Errorf("a role has %s, which the schema does not know", permission)
	}
	return b.String()
}

// whatFor is a permission's description without its last sentence, which tells the roles.
func whatFor(description string) string {
	description = strings.ReplaceAll(description, "\n", " ")
	if i := strings.LastIndex(strings.TrimSuffix(description, "."), ". "); i >= 0 {
		return description[:i+1]
	}
	return description
}
