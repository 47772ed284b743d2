package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"latchkey/graph"
)

// TestRequestsOverHTTP sends bodies and headers as they are.
func TestRequestsOverHTTP(t *testing.T) {
	w := newWorld(t)
	const (
		good   = `{"query":"{ me { id } }"}`
		newer  = "application/graphql-response+json"
		plain  = "application/json"
		canary = "hunter2-canary"
	)
	accept := func(media string) map[string]string { return map[string]string{"Accept": media} }
	for name, c := range map[string]struct {
		body    string
		headers map[string]string
		status  int
		code    string
		media   string
	}{
		"plain":                       {good, accept(plain), 200, "", plain},
		"no Accept":                   {good, accept(""), 200, "", plain},
		"anything":                    {good, accept("*/*"), 200, "", plain},
		"newer":                       {good, accept(newer), 200, "", newer},
		"a browser's list":            {good, accept("text/html, " + newer + ";q=0.9, */*;q=0.1"), 200, "", newer},
		"refused by q=0":              {good, accept(newer + ";q=0, " + plain), 200, "", plain},
		"only HTML":                   {good, accept("text/html"), 406, "BAD_USER_INPUT", plain},
		"with charset":                {good, map[string]string{"Content-Type": "application/json; charset=UTF-8"}, 200, "", plain},
		"another charset":             {good, map[string]string{"Content-Type": "application/json; charset=latin1"}, 415, "BAD_USER_INPUT", plain},
		"a form":                      {good, map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, 415, "BAD_USER_INPUT", plain},
		"text":                        {good, map[string]string{"Content-Type": "text/plain"}, 415, "BAD_USER_INPUT", plain},
		"no type":                     {good, map[string]string{"Content-Type": ""}, 415, "BAD_USER_INPUT", plain},
		"nothing":                     {``, nil, 400, "BAD_USER_INPUT", plain},
		"no JSON":                     {`{"query": ` + canary, nil, 400, "BAD_USER_INPUT", plain},
		"more than one document":      {good + good, nil, 400, "BAD_USER_INPUT", plain},
		"trailing text":               {good + canary, nil, 400, "BAD_USER_INPUT", plain},
		"not UTF-8":                   {"{\"query\":\"\xff\"}", nil, 400, "BAD_USER_INPUT", plain},
		"a batch":                     {`[` + good + `]`, nil, 400, "BAD_USER_INPUT", plain},
		"no query":                    {`{"variables":{"p":"` + canary + `"}}`, nil, 400, "BAD_USER_INPUT", plain},
		"a query that is no text":     {`{"query":{"p":"` + canary + `"}}`, nil, 400, "BAD_USER_INPUT", plain},
		"a name that is no text":      {`{"query":"{ me { id } }","operationName":{"p":"` + canary + `"}}`, nil, 400, "BAD_USER_INPUT", plain},
		"variables that are no map":   {`{"query":"{ me { id } }","variables":["` + canary + `"]}`, nil, 400, "BAD_USER_INPUT", plain},
		"extensions that are no map":  {`{"query":"{ me { id } }","extensions":"` + canary + `"}`, nil, 400, "BAD_USER_INPUT", plain},
		"nulls":                       {`{"query":"{ me { id } }","operationName":null,"variables":null,"extensions":null}`, nil, 200, "", plain},
		"a persisted query's hash":    {`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`, nil, 200, "PERSISTED_QUERY_NOT_SUPPORTED", plain},
		"a document's id, newer":      {`{"documentId":"sha256:00"}`, accept(newer), 400, "PERSISTED_QUERY_NOT_SUPPORTED", newer},
		"an id that is no text":       {`{"documentId":1}`, nil, 400, "BAD_USER_INPUT", plain},
		"a syntax error":              {`{"query":"{ me {"}`, nil, 200, "BAD_USER_INPUT", plain},
		"a syntax error, newer":       {`{"query":"{ me {"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
		"an unknown field, newer":     {`{"query":"{ you { id } }"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
		"an unknown operation, newer": {`{"query":"query A { me { id } }","operationName":"B"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
		"as many values as may be":    {`{"query":"{ me { id } }","variables":{"v":["` + strings.Repeat(`","`, 19_000) + `"]}}`, nil, 200, "", plain},
		"a hundred thousand values":   {`{"query":"{ me { id } }","variables":{"v":[` + strings.Repeat(`[],`, 100_000) + `1]}}`, nil, 400, "BAD_USER_INPUT", plain},
		"a large body for a stream":   {`{"query":"subscription { workspaceChanges(workspaceId: \"x\") { kind } }","variables":{"v":"` + strings.Repeat("x", 64<<10) + `"}}`, accept("text/event-stream"), 413, "BAD_USER_INPUT", plain},
		"a body over 1 MiB":           {`{"query":"{ me { id } }","variables":{"v":"` + strings.Repeat("x", 1<<20) + `"}}`, nil, 413, "BAD_USER_INPUT", plain},
	} {
		t.Run(name, func(t *testing.T) {
			a := w.send("", c.body, c.headers)
			if a.status != c.status || a.code() != c.code || a.header.Get("Content-Type") != c.media+"; charset=utf-8" {
				t.Errorf("%d %q %q: %s", a.status, a.code(), a.header.Get("Content-Type"), a.raw)
			}
			if strings.Contains(a.raw, canary) || c.code != "" && strings.Contains(a.raw, `"data"`) {
				t.Errorf("got %s", a.raw)
			}
		})
	}
	if strings.Contains(w.log.String(), canary) {
		t.Error("the log has a body")
	}
}

// TestByGet shows that what only reads can be asked by GET, and nothing else.
func TestByGet(t *testing.T) {
	w := newWorld(t)
	const me = "query={me{email}}"
	for name, c := range map[string]struct {
		method, query, site string
		status              int
		allow               string
	}{
		"a query":                    {"GET", me, "", 200, ""},
		"of the same origin":         {"GET", me, "same-origin", 200, ""},
		"typed by a person":          {"GET", me, "none", 200, ""},
		"of another site":            {"GET", me, "cross-site", 403, ""},
		"of a neighbouring host":     {"GET", me, "same-site", 403, ""},
		"variables and a name":       {"GET", "query=query+A($id:ID){workspace(id:$id){slug}}+query+B{me{id}}&operationName=A&variables=" + url.QueryEscape(`{"id":"`+w.acme+`"}`), "", 200, ""},
		"another parameter":          {"GET", me + "&utm=1", "", 200, ""},
		"a mutation":                 {"GET", "query=mutation{signOut{userErrors{code}}}", "", 405, "POST"},
		"a mutation beside a query":  {"GET", "query=query+A{me{id}}mutation+B{signOut{userErrors{code}}}&operationName=B", "", 405, "POST"},
		"the query beside it":        {"GET", "query=query+A{me{id}}mutation+B{signOut{userErrors{code}}}&operationName=A", "", 200, ""},
		"no query":                   {"GET", "", "", 400, ""},
		"two queries":                {"GET", me + "&" + me, "", 400, ""},
		"variables that are no JSON": {"GET", me + "&variables=canary", "", 400, ""},
		"variables that are no map":  {"GET", me + "&variables=[]", "", 400, ""},
		"two documents of variables": {"GET", me + "&variables={}{}", "", 400, ""},
		"no UTF-8":                   {"GET", "query=%ff", "", 400, ""},
		"no query string":            {"GET", "query=%zz", "", 400, ""},
		"PUT":                        {"PUT", me, "", 405, "GET, POST"},
		"DELETE":                     {"DELETE", me, "", 405, "GET, POST"},
		"QUERY":                      {"QUERY", me, "", 405, "GET, POST"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := http.NewRequestWithContext(t.Context(), c.method, w.url+"/?"+c.query, nil)
			w.must(err)
			r.AddCookie(w.cookie("OWNER"))
			if c.site != "" {
				r.Header.Set("Sec-Fetch-Site", c.site)
			}
			a := w.do(r)
			if a.status != c.status || a.header.Get("Allow") != c.allow || (len(a.Errors) == 0) != (c.status == 200) {
				t.Errorf("%d %q %s", a.status, a.header.Get("Allow"), a.raw)
			}
			if strings.Contains(a.raw, "canary") {
				t.Errorf("it repeats what was sent: %s", a.raw)
			}
		})
	}
	if a := w.good("OWNER", `{ me { id } }`, nil); a.at("me") == nil {
		t.Error("a GET signed the person out")
	}
}

// Nothing that is refused for its size or shape has cost a statement, not even the
// one that finds the session.
func TestTooMuchIsRefused(t *testing.T) {
	w := newWorld(t)
	var bomb strings.Builder // each fragment has the next one twice
	bomb.WriteString(`{ me { ...F0 } } `)
	for i := range 40 {
		fmt.Fprintf(&bomb, "fragment F%d on Me { ...F%d ...F%d } ", i, i+1, i+1)
	}
	bomb.WriteString(`fragment F40 on Me { id }`)
	fragments := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "fragment F%d on Me { id } ", i)
		}
		return b.String()
	}
	aliases := func(n int, field string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "a%d: %s ", i, field)
		}
		return b.String()
	}
	const keys = `apiKeys(first: 100) { edges { node { id name scope status hint expiresOn expiresAt createdAt version } } }`
	const rows = `calls refusals truncated rows { group calls refusals lastSeen }`
	for name, c := range map[string]struct{ query, code string }{
		"the screen's own query": {`{ workspace(slug: "acme") { name ` + keys + ` } }`, ""},
		"the usage screen": {`{ workspace(slug: "acme") { version
			hours: usage(range: {}, groupBy: HOUR) { ` + rows + ` } operations: usage(range: {}, groupBy: OPERATION) { ` + rows + ` }
			outcomes: usage(range: {}, groupBy: OUTCOME) { ` + rows + ` } keys: usage(range: {}, groupBy: KEY) { rows { calls apiKey { id name } } } } }`, ""},
		"the allowlist's screen": {`{ workspace(slug: "acme") { ipAllowlist { active entries(first: 100) { edges { node { id range note } } }
			preview { refusedCalls keys { apiKey { id name hint } refusedCalls addresses { address calls lastSeen } } } } } }`, ""},
		"each key's usage":           {`{ workspace(slug: "acme") { apiKeys(first: 100) { edges { node { id usage(range: {}, groupBy: DAY) { calls } } } } } }`, ""},
		"usage in usage":             {`{ workspace(slug: "acme") { usage(range: {}, groupBy: KEY) { rows { apiKey { usage(range: {}, groupBy: DAY) { calls } } } } } }`, "QUERY_TOO_COMPLEX"},
		"usage of the impacted":      {`{ workspace(slug: "acme") { ipAllowlist { preview { keys { apiKey { usage(range: {}, groupBy: DAY) { rows { group } } } } } } } }`, "QUERY_TOO_COMPLEX"},
		"aliases":                    {`{ ` + aliases(31, "me { id }") + `}`, "QUERY_TOO_COMPLEX"},
		"lists in lists":             {`{ me { memberships { workspace { ` + keys + ` } } } }`, "QUERY_TOO_COMPLEX"},
		"lists side by side":         {`{ workspace(slug: "acme") { ` + aliases(10, keys) + `} }`, "QUERY_TOO_COMPLEX"},
		"passwords in a row":         {`mutation { ` + aliases(6, `signIn(input: {email: "a@example.com", password: "0123456789"}) { userErrors { code } }`) + `}`, "QUERY_TOO_COMPLEX"},
		"fields":                     {`{ me { ` + strings.Repeat("id ", 1_001) + `} }`, "QUERY_TOO_COMPLEX"},
		"a bomb of fragments":        {bomb.String(), "QUERY_TOO_COMPLEX"},
		"a circle of fragments":      {`{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }`, "BAD_USER_INPUT"},
		"one field often":            {`{ me { ` + strings.Repeat("id ", 900) + `} }`, "QUERY_TOO_COMPLEX"},
		"in inline fragments":        {`{ me { ` + strings.Repeat("... { id } ", 300) + `} }`, "QUERY_TOO_COMPLEX"},
		"one fragment often":         {`{ me { ` + strings.Repeat("...F ", 300) + `} } fragment F on Me { id }`, "QUERY_TOO_COMPLEX"},
		"many fragments":             {`{ me { id } } ` + fragments(300), "QUERY_TOO_COMPLEX"},
		"tokens":                     {`{ me { ` + strings.Repeat("id ", 5_000) + `} }`, "BAD_USER_INPUT"},
		"braces":                     {strings.Repeat("{a", 15_000), "BAD_USER_INPUT"},
		"a long query":               {`{ me { id } } #` + strings.Repeat("x", 40_000), "BAD_USER_INPUT"},
		"introspection":              {`{ __schema { types { name } } }`, "BAD_USER_INPUT"},
		"introspection inside":       {`{ ...Q } fragment Q on Query { __schema { types { name } } }`, "BAD_USER_INPUT"},
		"directives":                 {`{ me { ` + strings.Repeat(`id @include(if: true) `, 51) + `} }`, "QUERY_TOO_COMPLEX"},
		"one directive often":        {`{ me { id ` + strings.Repeat(`@include(if: true) `, 500) + `} }`, "QUERY_TOO_COMPLEX"},
		"directives of an operation": {`query ` + strings.Repeat(`@a `, 51) + `{ me { id } }`, "QUERY_TOO_COMPLEX"},
		"unknown directives":         {`{ me { id ` + strings.Repeat(`@a `, 1_000) + `} }`, "QUERY_TOO_COMPLEX"},
		"depth":                      {`{ me { memberships { workspace ` + strings.Repeat(`{ apiKeys(first: 1) { edges { node { usage(range: {}, groupBy: KEY) { rows { apiKey `, 4) + `{ id }` + strings.Repeat(` } } } } } }`, 4) + ` } } }`, "BAD_USER_INPUT"},
		"many operations":            {strings.Repeat(`query Q { me { id } } `, 300), "QUERY_TOO_COMPLEX"},
		"many variables":             {`query (` + strings.Repeat(`$v: ID `, 800) + `) { me { id } }`, "BAD_USER_INPUT"},
		"a name of a type":           {`{ __typename me { __typename } }`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w.cookie("OWNER")
			before := w.ran.Load()
			a := w.ask("OWNER", c.query, nil)
			if a.code() != c.code {
				t.Errorf("got %q, want %q: %s", a.code(), c.code, a.raw)
			}
			if ran := w.ran.Load() - before; a.code() != "" && ran != 0 {
				t.Errorf("refusing it took %d statements", ran)
			}
			if len(a.Errors) > 10 || len(a.raw) > 4_000 {
				t.Errorf("the refusal is long: %d errors in %d bytes", len(a.Errors), len(a.raw))
			}
		})
	}
}

func TestIntrospectionWhereItIsOn(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Introspection = true })
	const deep = `{ __schema { queryType { fields { name type { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind name } } } } } } } } } } }`
	if a := w.ask("", deep, nil); len(a.Errors) > 0 || a.text("__schema.queryType.fields.0.name") != "me" {
		t.Error(a.raw)
	}
	tooDeep := `{ __schema { types ` + strings.Repeat(`{ fields { type `, 5) + `{ name }` + strings.Repeat(` } }`, 5) + ` } }`
	if a := w.ask("", tooDeep, nil); a.code() != "BAD_USER_INPUT" {
		t.Errorf("lists of types in lists of types: %s", a.raw)
	}
	closed := newWorld(t)
	if a := closed.ask("", `{ a: __type(name: "Me") { name } b: __type(name: "Nothing") { name } }`, nil); a.raw != `{"data":{"a":null,"b":null}}` {
		t.Errorf("a type shows: %s", a.raw)
	}
	for name, misspelt := range map[string]string{
		"a field":             `{ mee { id } }`,
		"a field inside":      `{ me { emial } }`,
		"a leaf":              `{ me }`,
		"an argument":         `{ workspace(slog: "acme") { id } }`,
		"a type":              `query ($i: CreateApiKeyInputs) { me { id } }`,
		"a fragment's type":   `{ ...F } fragment F on Querry { me { id } }`,
		"an enum's value":     `{ workspace(slug: "a") { usage(range: {}, groupBy: HOURS) { calls } } }`,
		"an input's field":    `{ workspace(slug: "a") { usage(range: {form: null}, groupBy: HOUR) { calls } } }`,
		"a variable's field":  `query ($r: UsageRange! = {form: null}) { workspace(slug: "a") { usage(range: $r, groupBy: HOUR) { calls } } }`,
		"an unknown mutation": `mutation { signin { userErrors { code } } }`,
	} {
		t.Run(name, func(t *testing.T) {
			if a := w.ask("", misspelt, nil); a.code() != "BAD_USER_INPUT" {
				t.Errorf("got %s", a.raw)
			}
			if a := closed.ask("", misspelt, nil); strings.Contains(strings.ToLower(a.raw), "did you mean") || a.code() != "BAD_USER_INPUT" {
				t.Errorf("a suggestion: %s", a.raw)
			}
		})
	}
	if a := w.ask("", `{ mee { id } }`, nil); !strings.Contains(a.raw, "Did you mean") {
		t.Errorf("no suggestion: %s", a.raw)
	}
	variables := `{"query":"query ($r: UsageRange!) { workspace(slug: \"a\") { usage(range: $r, groupBy: HOUR) { calls } } }","variables":{"r":{"form":"canary"}}}`
	if a := closed.send("", variables, nil); strings.Contains(a.raw, "ean") || strings.Contains(a.raw, "canary") || a.code() != "BAD_USER_INPUT" {
		t.Errorf("a variable's value or a suggestion: %s", a.raw)
	}
}

func TestAPanicIsInternal(t *testing.T) {
	w := newWorld(t)
	broken := newWorld(t, func(c *graph.Config) { c.Admin = nil })
	a := broken.ask("OWNER", `query ($id: ID) { workspace(id: $id) { apiKeys { totalCount } } }`, map[string]any{"id": broken.acme})
	id, _ := a.Errors[0].Extensions["requestId"].(string)
	if a.code() != "INTERNAL" || id == "" || id != a.header.Get("X-Request-Id") || strings.Contains(a.raw, "nil pointer") {
		t.Errorf("got %s", a.raw)
	}
	if log := broken.log.String(); !strings.Contains(log, id) || !strings.Contains(log, "nil pointer") {
		t.Errorf("the log does not say what happened: %s", log)
	}
	if a := w.good("OWNER", `{ me { id } }`, nil); a.at("me") == nil {
		t.Error(a.raw)
	}
}

func TestAPanicOutsideOfResolversIsInternal(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Sessions = nil })
	w.cookies["OWNER"] = &http.Cookie{Name: "latchkey", Value: strings.Repeat("A", 43)}
	a := w.ask("OWNER", `{ me { id } }`, nil)
	if a.status != http.StatusInternalServerError || a.code() != "INTERNAL" || a.header.Get("Content-Type") != "application/json; charset=utf-8" {
		t.Errorf("%d %s", a.status, a.raw)
	}
}

func TestAccessLogNamesTheOperation(t *testing.T) {
	w := newWorld(t)
	w.good("OWNER", `query Whatever { me { id } }`, nil)
	lines := w.accessLog()
	for _, line := range lines {
		var entry map[string]any
		w.must(json.Unmarshal([]byte(line), &entry))
		if entry["route"] == "graphql query me" && entry["client"] == "127.0.0.1" {
			return
		}
	}
	t.Errorf("no line for the query: %q", lines)
}
