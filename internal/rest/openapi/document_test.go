package openapi

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

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

// The document is OpenAPI 3.1, examples included.
func TestTheDocumentIsValid(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(embedded(t).YAML)
	if err != nil {
		t.Fatal(err)
	}
	if !doc.IsOpenAPI31OrLater() {
		t.Errorf("it is %s", doc.OpenAPI)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestBothFormsSayTheSame(t *testing.T) {
	d := embedded(t)
	again, err := parse(d.YAML)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := json.Marshal(again); err != nil || string(got) != string(d.JSON) {
		t.Errorf("they differ: %v", err)
	}
}

func TestNoComponentIsUnused(t *testing.T) {
	d := embedded(t)
	for kind, components := range d.root.at("components").each {
		for name := range components.(*object).each {
			used := strings.Contains(string(d.JSON), fmt.Sprintf(`"#/components/%s/%s"`, kind, name))
			if kind == "securitySchemes" {
				used = strings.Contains(string(d.JSON), fmt.Sprintf(`{"%s":[]}`, name))
			}
			if !used {
				t.Errorf("nothing uses %s/%s", kind, name)
			}
		}
	}
}

// What an integrator needs to see of every operation.
func TestOperationsAreDescribed(t *testing.T) {
	d := embedded(t)
	tags := map[string]bool{}
	for _, tag := range d.root.list("tags") {
		tags[tag.(*object).text("name")] = true
	}
	for o := range d.operations {
		of := o.list("tags")
		if len(of) != 1 || !tags[of[0].(string)] {
			t.Errorf("%s %s has the tags %v", o.method, o.path, of)
		}
		if o.text("summary") == "" || o.text("description") == "" {
			t.Errorf("%s %s is not described", o.method, o.path)
		}
	}
}
