package openapi

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/getkin/kin-openapi/openapi3"
)

func embedded(t testing.TB) *Document {
	t.Helper()
	d, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// withPlanned is the document as it would be with what is planned.
var withPlanned = sync.OnceValues(func() (*Document, error) {
	folder := fstest.MapFS{}
	for _, pattern := range []string{"*.yaml", "planned/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			source, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			folder[filepath.Base(name)] = &fstest.MapFile{Data: source}
		}
	}
	return read(folder)
})

// documents are the one that is served, and the one with what is planned.
func documents(t *testing.T) map[string]*Document {
	t.Helper()
	planned, err := withPlanned()
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*Document{"served": embedded(t), "planned": planned}
}

// The document is OpenAPI 3.1, examples included.
func TestTheDocumentIsValid(t *testing.T) {
	for which, d := range documents(t) {
		doc, err := openapi3.NewLoader().LoadFromData(d.YAML)
		if err != nil {
			t.Fatalf("%s: %v", which, err)
		}
		if !doc.IsOpenAPI31OrLater() {
			t.Errorf("%s is %s", which, doc.OpenAPI)
		}
		if err := doc.Validate(t.Context()); err != nil {
			t.Errorf("%s: %v", which, err)
		}
	}
}

func TestBothFormsSayTheSame(t *testing.T) {
	for which, d := range documents(t) {
		again, err := parse(d.YAML)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := json.Marshal(again); err != nil || string(got) != string(d.JSON) {
			t.Errorf("%s: they differ: %v", which, err)
		}
	}
}

func TestNoComponentIsUnused(t *testing.T) {
	for which, d := range documents(t) {
		for kind, components := range d.root.at("components").each {
			for name := range components.(*object).each {
				used := strings.Contains(string(d.JSON), fmt.Sprintf(`"#/components/%s/%s"`, kind, name))
				if kind == "securitySchemes" {
					used = strings.Contains(string(d.JSON), fmt.Sprintf(`{"%s":[]}`, name))
				}
				if !used {
					t.Errorf("%s: nothing uses %s/%s", which, kind, name)
				}
			}
		}
	}
}

// What an integrator needs to see of every operation.
func TestOperationsAreDescribed(t *testing.T) {
	for which, d := range documents(t) {
		tags := map[string]bool{}
		for _, tag := range d.root.list("tags") {
			tags[tag.(*object).text("name")] = true
		}
		for o := range d.operations {
			of := o.list("tags")
			if len(of) != 1 || !tags[of[0].(string)] {
				t.Errorf("%s: %s %s has the tags %v", which, o.method, o.path, of)
			}
			if o.text("summary") == "" || o.text("description") == "" {
				t.Errorf("%s: %s %s is not described", which, o.method, o.path)
			}
		}
	}
}
