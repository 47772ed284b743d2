package graph_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The examples of docs/admin-api.md run as they stand there.
func TestExamplesOfThePageRun(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "docs", "admin-api.md"))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	fill := strings.NewReplacer("EMAIL", "owner@example.com", "PASSWORD", password, "WORKSPACE_ID", w.acme)
	examples := regexp.MustCompile("(?s)```graphql\n(.*?)```\n\n```json\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	if len(examples) < 4 {
		t.Fatalf("the page has %d examples with variables", len(examples))
	}
	if n := strings.Count(string(page), "```graphql"); n != len(examples) {
		t.Errorf("%d of %d examples have no variables", n-len(examples), n)
	}
	for _, example := range examples {
		query, values := example[1], fill.Replace(example[2])
		var variables map[string]any
		w.must(json.Unmarshal([]byte(values), &variables))
		who := "OWNER"
		if strings.Contains(query, "signIn(") {
			who = "" // a browser that is signed in would lose its session
		}
		w.good(who, query, variables)
	}
}
