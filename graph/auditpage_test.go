package graph_test

import (
	"os"
	"strings"
	"testing"

	"latchkey/internal/audit"
)

// docs/audit.md lists what is recorded, as `auditActions` does.
func TestAuditPage(t *testing.T) {
	const path, begin, end = "../docs/audit.md", "-update` -->\n", "<!-- /actions -->"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(raw), begin)
	table, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no place for the table", path)
	}
	want := "| action | what it means |\n|---|---|\n"
	for _, a := range audit.Actions() {
		want += "| `" + string(a) + "` | " + a.Sentence() + " |\n"
	}
	if *update {
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Errorf("%s is not what is recorded. Run: go test ./graph -run AuditPage -update", path)
	}
}
