package rest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/apikey"
)

// example is a named value in the document. One whose name begins with v1 or v2
// is of that version; others are of both. media is what it is sent as.
type example struct {
	name, media string
	value       any
}

// encoded is the example as it is sent: what is no JSON is a text.
func (e example) encoded(t *testing.T) string {
	t.Helper()
	if text, is := e.value.(string); is && e.media != "application/json" {
		return text
	}
	body, err := json.Marshal(e.value)
	must(t, err)
	return string(body)
}

func (e example) of(v version) bool {
	switch {
	case strings.HasPrefix(e.name, "v1"):
		return v == v1
	case strings.HasPrefix(e.name, "v2"):
		return v == v2
	}
	return true
}

// examples are those of some content, by media type and name.
func (c *contract) examples(content map[string]any) []example {
	var all []example
	for _, media := range slices.Sorted(maps.Keys(content)) {
		named, _ := content[media].(map[string]any)["examples"].(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(named)) {
			all = append(all, example{name, media, c.resolved(named[name])["value"]})
		}
	}
	return all
}

// described is an operation of the document, with what its path shares.
type described struct {
	operation
	method     string
	of         map[string]any
	parameters []any
}

func (c *contract) operations() []described {
	var all []described
	for _, o := range operations() {
		for _, method := range o.methods {
			d := described{operation: o, method: method, of: c.operation(o.path, method)}
			item, _ := c.root["paths"].(map[string]any)["/"+o.path].(map[string]any)
			shared, _ := item["parameters"].([]any)
			own, _ := d.of["parameters"].([]any)
			d.parameters = append(slices.Clone(shared), own...)
			all = append(all, d)
		}
	}
	return all
}

// url is the path with the examples of its parameters.
func (d described) url(c *contract) string {
	path := d.path
	for _, p := range d.parameters {
		p := c.resolved(p)
		if p["in"] == "path" {
			path = strings.ReplaceAll(path, "{"+p["name"].(string)+"}", url.PathEscape(fmt.Sprint(p["example"])))
		}
	}
	return path
}

// queries are the ways to ask: those that the operation lists, and the examples of
// all its parameters together.
func (d described) queries(c *contract) []string {
	all := []string{}
	listed, _ := d.of["x-latchkey-queries"].([]any)
	for _, query := range listed {
		all = append(all, query.(string))
	}
	together := url.Values{}
	for _, p := range d.parameters {
		if p := c.resolved(p); p["in"] == "query" && p["example"] != nil {
			together.Set(p["name"].(string), fmt.Sprint(p["example"]))
		}
	}
	if len(listed) == 0 {
		all = append(all, "")
	}
	if len(together) > 0 {
		all = append(all, together.Encode())
	}
	return all
}

// bodies are the examples of what is sent, in a version.
func (d described) bodies(t *testing.T, c *contract, v version) []example {
	t.Helper()
	request, isRef := d.of["requestBody"].(map[string]any)
	if !isRef {
		return []example{{name: "no body"}}
	}
	var all []example
	for _, e := range c.examples(c.resolved(request)["content"].(map[string]any)) {
		if e.of(v) {
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		t.Errorf("%s %s has no example of a body in v%d", d.method, d.path, v)
	}
	return all
}

// bodyPlace is where the document has the schema of what is sent as a media type.
func (d described) bodyPlace(media string) []string {
	place := []string{"paths", "/" + d.path, strings.ToLower(d.method), "requestBody"}
	if ref, is := d.of["requestBody"].(map[string]any)["$ref"].(string); is {
		place = strings.Split(strings.TrimPrefix(ref, "#/"), "/")
	}
	return append(place, "content", media, "schema")
}

// Each example of a request is what its schema says, and is answered with success;
// the answer is checked like every other.
func TestTheExamplesRun(t *testing.T) {
	t.Parallel()
	c := theContract(t)
	w := trusting(t)
	n := w.prepared(t)
	restore := w.keep(t, n)
	for _, d := range c.operations() {
		for _, v := range []version{v1, v2} {
			for _, e := range d.bodies(t, c, v) {
				for _, query := range d.queries(c) {
					restore(t)
					t.Run(fmt.Sprintf("%s/%s/v%d/%s/%s", d.name, d.method, v, e.name, query), func(t *testing.T) {
						w.run(t, c, n, d, v, e, query)
					})
				}
			}
		}
	}
}

// run sends an example.
func (w *world) run(t *testing.T, c *contract, n *tenant, d described, v version, e example, query string) {
	path, body := d.url(c), ""
	if query != "" {
		path += "?" + query
	}
	if e.media != "" {
		if err := c.validate(view{version: v}, e.value, d.bodyPlace(e.media)...); err != nil {
			t.Errorf("the example is not what its schema says: %v", err)
		}
		body = e.encoded(t)
	}
	r := w.request(t, d.method, path, body)
	r.Host = ""
	r.Header.Set("Authorization", "Token "+w.spare(t, n, d))
	r.Header.Set("Accept", fmt.Sprintf("*/*; version=%d", v))
	if e.media != "" {
		r.Header.Set("Content-Type", e.media)
	}
	a := w.do(t, r)
	if a.StatusCode >= 300 {
		t.Errorf("%s: %d %s", path, a.StatusCode, a.text)
	}
	if ignored := a.Header.Get("X-Ignored-Attributes"); ignored != "" {
		t.Errorf("the example sends what is ignored: %s", ignored)
	}
}

// spare is a key for all that the operation may end.
func (w *world) spare(t *testing.T, n *tenant, d described) string {
	t.Helper()
	if d.name != "me.delete" {
		return n.keys[apikey.All]
	}
	secret, _ := w.key(t, n, apikey.All)
	return secret
}

// prepared makes a tenant with the records of testdata/prepared.txt. It is the world's
// first, so that their ids count from 1.
func (w *world) prepared(t *testing.T) *tenant {
	t.Helper()
	source, err := os.ReadFile("testdata/prepared.txt")
	must(t, err)
	n := w.tenant(t, "acme")
	for line := range strings.Lines(string(source)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		method, rest, _ := strings.Cut(line, " ")
		path, body, _ := strings.Cut(rest, " ")
		if a := w.send(t, n.keys[apikey.All], 2, method, path, body); a.StatusCode >= 300 {
			t.Fatalf("%s: %d %s", line, a.StatusCode, a.text)
		}
		if path == "users/" {
			_, err := w.super.ExecContext(t.Context(), knownKey, n.who.Workspace())
			must(t, err)
		}
	}
	return n
}

// knownKey gives the first user the key that examples have: those that are assigned
// are random.
const knownKey = `UPDATE latchkey.contact SET user_key = 'k3mWq8ZtY1bD' WHERE workspace_id = $1 AND id = 1`

// Under a condition that any record meets, exactly those changes are made that the
// document gives If-Match; the others are refused.
func TestWhatCanBeConditional(t *testing.T) {
	t.Parallel()
	c := theContract(t)
	w := trusting(t)
	n := w.prepared(t)
	restore := w.keep(t, n)
	for _, d := range c.operations() {
		if d.access != apikey.Write && d.access != apikey.Delete {
			continue
		}
		restore(t)
		conditional := slices.ContainsFunc(d.parameters, func(p any) bool { return c.resolved(p)["name"] == "If-Match" })
		e := d.bodies(t, c, v2)[0]
		r := w.request(t, d.method, d.url(c), "")
		if e.media != "" {
			r = w.request(t, d.method, d.url(c), e.encoded(t))
			r.Header.Set("Content-Type", e.media)
		}
		r.Host = ""
		r.Header.Set("Authorization", "Token "+n.keys[apikey.All])
		r.Header.Set("Accept", "*/*; version=2")
		r.Header.Set("If-Match", "*")
		if a := w.do(t, r); (a.StatusCode < 300) != conditional || !conditional && a.StatusCode != http.StatusPreconditionFailed {
			t.Errorf("%s %s (conditional: %t): %d %s", d.method, d.path, conditional, a.StatusCode, a.text)
		}
	}
}

// The examples of answers are what their schemas say, in the version that they
// are of.
func TestTheExamplesOfAnswersAreValid(t *testing.T) {
	c := theContract(t)
	for _, d := range c.operations() {
		responses, _ := d.of["responses"].(map[string]any)
		for status, response := range responses {
			place := []string{"paths", "/" + d.path, strings.ToLower(d.method), "responses", status}
			if ref, is := response.(map[string]any)["$ref"].(string); is {
				place = strings.Split(strings.TrimPrefix(ref, "#/"), "/")
			}
			content, _ := c.resolved(response)["content"].(map[string]any)
			for _, e := range c.examples(content) {
				for _, v := range []version{v1, v2} {
					if !e.of(v) {
						continue
					}
					if err := c.validate(view{version: v}, e.value, append(slices.Clone(place), "content", e.media, "schema")...); err != nil {
						t.Errorf("%s %s: the example %s of %s in v%d: %v", d.method, d.path, e.name, status, v, err)
					}
				}
			}
		}
	}
}
