package graph_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/graph"
)

// audits is how many the suite has. It grows with the package's version alone.
const audits = 61

// Conformance to GraphQL over HTTP is judged by the suite of its reference
// implementation, from npm. It is full marks, also where introspection is off.
func TestGraphQLOverHTTPAudit(t *testing.T) {
	suite := filepath.Join("testdata", "audit")
	if _, err := os.Stat(filepath.Join(suite, "node_modules", "graphql-http")); err != nil {
		program(t, suite, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	}
	for name, introspection := range map[string]bool{"introspection on": true, "introspection off": false} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(c *graph.Config) { c.Introspection = introspection })
			results := strings.Split(strings.TrimSpace(program(t, suite, "node", "audit.mjs", w.url)), "\n")
			for _, result := range results {
				if !strings.HasPrefix(result, "ok\t") {
					t.Error(result)
				}
			}
			if len(results) != audits {
				t.Errorf("%d audits, want %d", len(results), audits)
			}
		})
	}
}

// program runs a program in a directory and returns what it prints.
func program(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is needed: install Node.js with npm (Debian: apt-get install npm)", name)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	command.Dir = dir
	var complaint strings.Builder
	command.Stderr = &complaint
	printed, err := command.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, printed, complaint.String())
	}
	return string(printed)
}
