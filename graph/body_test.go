package graph

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func FuzzBody(f *testing.F) {
	for _, seed := range []string{
		`{"query":"{ me { id } }"}`, `{"query":"q","operationName":null,"variables":{"n":12345678901234567890}}`, `{"QUERY":"q","query":"r"}`, `{"documentId":"sha256:00"}`, `{"extensions":{"persistedQuery":null}}`,
		`{"query":1}`, `[{"query":"q"}]`, `{"query":"q"}{}`, `null`, ``, "{\"query\":\"\xff\"}", `{"query":"q","variables":[]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		params, err := parse(raw)
		switch {
		case err != nil && params != nil, err == nil && params == nil:
			t.Fatalf("%v and %v", params, err)
		case err == nil && (params.Query == "" && params.documentID == "" && params.Extensions["persistedQuery"] == nil || len(params.Query) > maxQueryBytes || !json.Valid(raw)):
			t.Fatalf("accepted %q", raw)
		}
	})
}

func FuzzIDs(f *testing.F) {
	f.Add(publicID(keyID, uuid.Max, uuid.Nil))
	f.Add("key_")
	f.Add("ipe_" + strings.Repeat("A", 43))
	f.Add("key_" + strings.Repeat("_", 43))
	f.Fuzz(func(t *testing.T, text string) {
		for _, prefix := range []string{keyID, entryID, eventID} {
			if workspace, id, ok := parseID(prefix, text); ok && publicID(prefix, workspace, id) != text {
				t.Fatalf("%q is one of several ids of a thing", text)
			}
		}
	})
}

func TestDepthIsBounded(t *testing.T) {
	for levels, want := range map[int]bool{maxDepth: true, maxDepth + 1: false, 200: false} {
		doc, err := parser.ParseQuery(&ast.Source{Input: strings.Repeat("{ ... { a ", levels) + strings.Repeat("} }", levels)})
		if err != nil {
			t.Fatal(err)
		}
		// Inline fragments are no levels.
		m := measure{}
		if got := m.walk(doc.Operations[0].SelectionSet, 1); (got == nil) != want {
			t.Errorf("%d levels: %v", levels, got)
		}
	}
}
