package rest

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"latchkey/internal/apikey"
	"latchkey/internal/rest/openapi"
)

// view is what of the document is about one request: its version, and whether its
// key is Write Only.
type view struct {
	version   version
	writeOnly bool
}

func (v view) url() string { return fmt.Sprintf("urn:document:v%d:%t", v.version, v.writeOnly) }

// contract is the document as tests compare answers with it. The schemas of a view
// are compiled once.
type contract struct {
	root     map[string]any
	compiler *jsonschema.Compiler
	lock     sync.Mutex
	compiled map[string]*jsonschema.Schema
	agreed   sync.Map // digests of the bodies, and the headers, that were found to agree
}

var loadedContract = sync.OnceValues(func() (*contract, error) {
	document, err := openapi.Embedded()
	if err != nil {
		return nil, err
	}
	root, err := jsonschema.UnmarshalJSON(bytes.NewReader(document.JSON))
	if err != nil {
		return nil, err
	}
	c := &contract{root: root.(map[string]any), compiler: jsonschema.NewCompiler(), compiled: map[string]*jsonschema.Schema{}}
	c.compiler.DefaultDraft(jsonschema.Draft2020)
	c.compiler.AssertFormat()
	for _, version := range []version{v1, v2} {
		for _, writeOnly := range []bool{false, true} {
			v := view{version, writeOnly}
			if err := c.compiler.AddResource(v.url(), c.seen(v, root)); err != nil {
				return nil, err
			}
		}
	}
	return c, nil
})

func theContract(t testing.TB) *contract {
	t.Helper()
	c, err := loadedContract()
	must(t, err)
	return c
}

// seen is a node of the document with only those alternatives that are about v.
func (c *contract) seen(v view, node any) any {
	switch node := node.(type) {
	case map[string]any:
		kept := make(map[string]any, len(node))
		for name, value := range node {
			if list, ok := value.([]any); ok && name == "anyOf" {
				value = c.alternatives(v, list)
			}
			kept[name] = c.seen(v, value)
		}
		return kept
	case []any:
		kept := make([]any, len(node))
		for i := range node {
			kept[i] = c.seen(v, node[i])
		}
		return kept
	}
	return node
}

// alternatives leaves out what is another version's or for another key. A Write
// Only key sees what is marked as its own, where there is any.
func (c *contract) alternatives(v view, list []any) []any {
	own := func(branch any) bool { return c.resolved(branch)["x-latchkey-scope"] == string(apikey.WriteOnly) }
	list = slices.DeleteFunc(slices.Clone(list), func(branch any) bool {
		of := c.resolved(branch)["x-latchkey-version"]
		return of != nil && fmt.Sprint(of) != strconv.Itoa(int(v.version))
	})
	divided := slices.ContainsFunc(list, own)
	return slices.DeleteFunc(list, func(branch any) bool { return divided && own(branch) != v.writeOnly })
}

// resolved follows a node's reference.
func (c *contract) resolved(node any) map[string]any {
	object, _ := node.(map[string]any)
	ref, isRef := object["$ref"].(string)
	if !isRef {
		return object
	}
	at := any(c.root)
	for name := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		at = at.(map[string]any)[name]
	}
	return at.(map[string]any)
}

// operation is the document's operation with that method and path.
func (c *contract) operation(path, method string) map[string]any {
	item, _ := c.root["paths"].(map[string]any)["/"+path].(map[string]any)
	of, _ := item[strings.ToLower(method)].(map[string]any)
	return of
}

// validate compares a value with the schema at a place of the document.
func (c *contract) validate(v view, value any, place ...string) error {
	pointer := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D", "+", "%2B", " ", "%20")
	location := v.url() + "#"
	for _, name := range place {
		location += "/" + pointer.Replace(name)
	}
	c.lock.Lock()
	schema := c.compiled[location]
	if schema == nil {
		var err error
		if schema, err = c.compiler.Compile(location); err != nil {
			c.lock.Unlock()
			return err
		}
		c.compiled[location] = schema
	}
	c.lock.Unlock()
	return schema.Validate(value)
}

// transport are the headers that say nothing about an operation.
var transport = map[string]bool{
	"Cache-Control": true, "Connection": true, "Content-Encoding": true, "Content-Length": true, "Content-Type": true, "Date": true, "Referrer-Policy": true, "Vary": true,
	"X-Content-Type-Options": true, "X-Frame-Options": true, "X-Request-Id": true,
}

// numbered are the places of the operations in their table, by name.
var numbered = sync.OnceValue(func() map[string]int {
	numbers := map[string]int{}
	for i, o := range operations() {
		numbers[o.name] = i
	}
	return numbers
})

// agrees reports what of an answer the document does not describe.
func (w *world) agrees(t testing.TB, r *http.Request, a answer) {
	t.Helper()
	c := theContract(t)
	v := view{version: v1}
	if asked, err := negotiate(r.Header["Accept"]); err == nil {
		v.version = asked
	}
	if secret, err := credential(r.Header); err == nil {
		scope, _ := w.scopes.Load(secret)
		v.writeOnly = scope == apikey.WriteOnly
	}
	found, _ := w.handler.routes.find(r.Method, r.URL.EscapedPath())
	var err error
	if found.operation == nil {
		err = c.outside(v, r, a)
	} else if _, ours := numbered()[found.operation.name]; !ours {
		return // the test's own
	} else {
		method := r.Method
		if method == http.MethodHead {
			method = http.MethodGet
		}
		err = c.inside(v, found.operation.path, method, r, a)
	}
	if err != nil {
		t.Errorf("%s %s (%+v): the document does not describe the answer %d %v %.1000s\n%v", r.Method, r.URL, v, a.StatusCode, a.Header, a.text, err)
	}
}

// outside is about requests that are no operation's.
func (c *contract) outside(v view, r *http.Request, a answer) error {
	switch {
	case r.Method == http.MethodOptions && a.StatusCode == http.StatusNoContent:
		return nil
	case a.StatusCode != http.StatusNotFound && a.StatusCode != http.StatusMethodNotAllowed:
		return fmt.Errorf("no operation, and %d", a.StatusCode)
	case r.Method == http.MethodHead:
		return nil
	}
	return c.body(v, a, "components", "responses", "NotFound")
}

// inside is about an operation's answers.
func (c *contract) inside(v view, path, method string, r *http.Request, a answer) error {
	responses, _ := c.operation(path, method)["responses"].(map[string]any)
	response, ok := responses[strconv.Itoa(a.StatusCode)].(map[string]any)
	if !ok {
		return fmt.Errorf("it has the statuses %v", slices.Sorted(maps.Keys(responses)))
	}
	place := []string{"paths", "/" + path, strings.ToLower(method), "responses", strconv.Itoa(a.StatusCode)}
	if ref, isRef := response["$ref"].(string); isRef {
		place = strings.Split(strings.TrimPrefix(ref, "#/"), "/")
		response = c.resolved(response)
	}
	if err := c.headers(v, response, a, place); err != nil {
		return err
	}
	if r.Method == http.MethodHead && a.text == "" {
		return nil
	}
	return c.body(v, a, place...)
}

// headers compares those of an answer with a response's.
func (c *contract) headers(v view, response map[string]any, a answer, place []string) error {
	described, _ := response["headers"].(map[string]any)
	for name, header := range described {
		of := c.resolved(header)
		value := a.Header.Get(name)
		if value == "" {
			if of["required"] == true {
				return fmt.Errorf("the header %s is missing", name)
			}
			continue
		}
		var typed any = value
		if of["schema"].(map[string]any)["type"] == "integer" {
			typed = json.Number(value)
		}
		at := append(slices.Clone(place), "headers", name, "schema")
		if ref, isRef := header.(map[string]any)["$ref"].(string); isRef {
			at = append(strings.Split(strings.TrimPrefix(ref, "#/"), "/"), "schema")
		}
		known := agreedHeader{v, strings.Join(at, " "), value}
		if _, agreed := c.agreed.Load(known); agreed {
			continue
		}
		if err := c.validate(v, typed, at...); err != nil {
			return fmt.Errorf("the header %s: %w", name, err)
		}
		c.agreed.Store(known, true)
	}
	for name := range a.Header {
		if !transport[name] && !isDescribed(described, name) {
			return fmt.Errorf("the header %s is not described", name)
		}
	}
	return nil
}

// agreedHeader is a header's value that was found to agree with the schema at a place.
type agreedHeader struct {
	view
	place, value string
}

func isDescribed(described map[string]any, name string) bool {
	for d := range described {
		if strings.EqualFold(d, name) {
			return true
		}
	}
	return false
}

// body compares an answer's body with the response at a place.
func (c *contract) body(v view, a answer, place ...string) error {
	at := any(c.root)
	for _, name := range place {
		at = at.(map[string]any)[name]
	}
	content, _ := at.(map[string]any)["content"].(map[string]any)
	if len(content) == 0 {
		if a.text != "" || a.Header.Get("Content-Type") != "" {
			return fmt.Errorf("it has a body, of %q", a.Header.Get("Content-Type"))
		}
		return nil
	}
	media, _, err := mime.ParseMediaType(a.Header.Get("Content-Type"))
	if err != nil || content[media] == nil {
		return fmt.Errorf("it has the media type %q", a.Header.Get("Content-Type"))
	}
	// Many answers differ from an earlier one in no more than their request's id.
	digest := sha256.Sum256(fmt.Appendf(nil, "%v %q %s %s", v, place, media, strings.Replace(a.text, a.Header.Get("X-Request-Id"), "", 1)))
	if _, known := c.agreed.Load(digest); known {
		return nil
	}
	text := io.Reader(strings.NewReader(a.text))
	if a.Header.Get("Content-Encoding") == "gzip" {
		if text, err = gzip.NewReader(text); err != nil {
			return err
		}
	}
	value, err := jsonschema.UnmarshalJSON(text)
	if err != nil {
		return err
	}
	if err := c.validate(v, value, append(slices.Clone(place), "content", media, "schema")...); err != nil {
		return err
	}
	c.agreed.Store(digest, true)
	return nil
}

// The table of operations and the document say the same, in both directions.
func TestTheDocumentHasExactlyTheOperations(t *testing.T) {
	c := theContract(t)
	there := map[string]bool{}
	for _, o := range operations() {
		for i, method := range o.methods {
			id := o.name
			if i > 0 {
				id += "." + strings.ToLower(method)
			}
			there[id] = true
			of := c.operation(o.path, method)
			if of == nil {
				t.Errorf("%s (%s %s) is not in the document", id, method, o.path)
				continue
			}
			if of["operationId"] != id || of["x-latchkey-access"] != string(o.access) {
				t.Errorf("%s %s is %v with access %v in the document, want %s with %s",
					method, o.path, of["operationId"], of["x-latchkey-access"], id, o.access)
			}
		}
	}
	for path, item := range c.root["paths"].(map[string]any) {
		for method, of := range item.(map[string]any) {
			of, _ := of.(map[string]any)
			if id, is := of["operationId"].(string); is && !there[id] {
				t.Errorf("%s (%s %s) is in the document alone", id, method, path)
			}
		}
	}
}

// What the document does not describe is noticed: this is what the other tests
// rely on.
func TestAnswersThatTheDocumentDoesNotDescribe(t *testing.T) {
	c := theContract(t)
	made := `{"created":true,"id":1}`
	for name, a := range map[string]struct {
		version  version
		own      bool
		method   string
		path     string
		status   int
		header   [2]string
		media    string
		text     string
		accepted bool
	}{
		"as it is":            {v1, false, post, "users/update_or_create/", 201, [2]string{}, "application/json", made, true},
		"a Write Only key":    {v1, true, post, "users/", 201, [2]string{}, "application/json", `{"id":1,"city":"x"}`, true},
		"stored values":       {v1, true, post, "users/", 201, [2]string{}, "application/json", `{"id":1,"created_at":"2031-05-06T07:08:09.123456Z"}`, false},
		"stored values, v2":   {v2, true, post, "users/", 201, [2]string{}, "application/json", `{"id":1,"created_at":"2031-05-06T07:08:09.123456Z"}`, false},
		"half a user":         {v1, false, post, "users/", 201, [2]string{}, "application/json", `{"id":1,"city":"x"}`, false},
		"another status":      {v1, false, post, "users/update_or_create/", 202, [2]string{}, "application/json", made, false},
		"another member":      {v1, false, post, "users/update_or_create/", 201, [2]string{}, "application/json", `{"created":true,"id":1,"x":1}`, false},
		"another type":        {v1, false, post, "users/update_or_create/", 201, [2]string{}, "application/json", `{"created":true,"id":"1"}`, false},
		"another header":      {v1, false, post, "users/update_or_create/", 201, [2]string{"X-Other", "x"}, "application/json", made, false},
		"another media type":  {v1, false, post, "users/update_or_create/", 201, [2]string{}, "text/html", made, false},
		"not JSON":            {v1, false, post, "users/update_or_create/", 201, [2]string{}, "application/json", "{", false},
		"a body of its own":   {v1, false, remove, "users/{id}/", 204, [2]string{}, "", "{}", false},
		"v2's names in v1":    {v1, false, get, "users/{id}/events/", 200, [2]string{}, "application/json", eventPage("user_id"), false},
		"v1's names in v1":    {v1, false, get, "users/{id}/events/", 200, [2]string{}, "application/json", eventPage("client"), true},
		"a header is missing": {v1, false, get, "users/{id}/", 401, [2]string{}, "application/json", `{"detail":"x","code":"x","request_id":"x"}`, false},
		"a header is there":   {v1, false, get, "users/{id}/", 401, [2]string{"Www-Authenticate", "Token"}, "application/json", `{"detail":"x","code":"x","request_id":"x"}`, true},
		"its value is wrong":  {v1, false, get, "users/{id}/", 401, [2]string{"Www-Authenticate", "Basic"}, "application/json", `{"detail":"x","code":"x","request_id":"x"}`, false},
		"an error with an id": {v1, false, get, "users/{id}/", 404, [2]string{}, "application/json", `{"detail":"x","code":"x","request_id":"x","id":1}`, false},
	} {
		header := http.Header{"X-Request-Id": {"x"}}
		if a.media != "" {
			header.Set("Content-Type", a.media)
		}
		if a.header[0] != "" {
			header.Set(a.header[0], a.header[1])
		}
		got := answer{&http.Response{StatusCode: a.status, Header: header}, a.text}
		err := c.inside(view{a.version, a.own}, a.path, a.method, httptest.NewRequest(a.method, "/", nil), got)
		if (err == nil) != a.accepted {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func eventPage(userName string) string {
	return `{"count":1,"next":null,"previous":null,"results":[{"id":1,"` + userName +
		`":1,"timestamp":"2023-11-14T22:13:20.000000Z","items":[],"event":"order","event_id":1}]}`
}
