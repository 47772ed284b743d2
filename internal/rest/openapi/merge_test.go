package openapi

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestWhatPartsMaySay(t *testing.T) {
	base := "openapi: 3.1.1\nservers: [{url: /}]\n"
	for part, want := range map[string]string{
		"openapi: 3.1.1":  "said twice",
		"servers: x":      "is a list",
		"openapi: {a: 1}": "said twice",
		"1: x":            "is no text",
		"a: [":            "02.yaml",
		"paths: {/a/: {put: {x-latchkey-like: post}}}":                                     "not there",
		"paths: {/a/: {get: {responses: {'200': {$ref: '#/components/responses/None'}}}}}": "no response None",
		"paths: {}": "",
	} {
		_, err := read(fstest.MapFS{"01.yaml": {Data: []byte(base)}, "02.yaml": {Data: []byte(part)}})
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", part, err, want)
		}
	}
}

// What is said once reaches the operations that it concerns, and no others.
func TestWhatIsSaidOnce(t *testing.T) {
	d, err := read(fstest.MapFS{"01.yaml": {Data: []byte(`
paths:
  /a/:
    get: {operationId: list, x-latchkey-access: read, responses: {'200': {$ref: '#/components/responses/A'}}}
    post: {operationId: make, x-latchkey-access: write, responses: {'201': {$ref: '#/components/responses/A'}, '409': {description: Its own.}}}
  /a/{id}/:
    get: {operationId: one, x-latchkey-access: read, responses: {'200': {description: One., headers: {ETag: {}}}}}
    put: {operationId: change, x-latchkey-access: write, responses: {'200': {description: One.}}}
    patch: {x-latchkey-like: put}
components:
  responses:
    A: {description: A.}
`)}, "02.yaml": {Data: []byte(`
x-latchkey-common:
  - access: [write]
    parameters: [{name: Key}]
    responses: {'409': {description: Shared.}}
    headers: {Replayed: {}}
  - answered-with: ETag
    responses: {'304': {description: Unchanged.}}
  - of-record: true
    except: [change]
    parameters: [{name: Match}]
`)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for o := range d.operations {
		responses := o.at("responses")
		line := o.text("operationId") + " " + strings.Join(responses.names, ",") + " " + responses.at("409").text("description")
		for status, response := range responses.each {
			for name := range response.(*object).at("headers").each {
				line += " " + status + ":" + name
			}
		}
		for range o.list("parameters") {
			line += " parameter"
		}
		got = append(got, line)
	}
	want := []string{
		"list 200 ", "make 201,409 Its own. 201:Replayed parameter", "one 200,304  200:ETag parameter",
		"change 200,409 Shared. 200:Replayed parameter", "change.patch 200,409 Shared. 200:Replayed parameter parameter",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if text := string(d.JSON); strings.Contains(text, `"components":{"responses":{"A"`) || strings.Contains(text, "x-latchkey-common") {
		t.Error("what is written out is still there:", text)
	}
}
