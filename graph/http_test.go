package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
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
		"a persisted query's hash":    {`{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}`, nil, 400, "BAD_USER_INPUT", plain},
		"a syntax error":              {`{"query":"{ me {"}`, nil, 200, "BAD_USER_INPUT", plain},
		"a syntax error, newer":       {`{"query":"{ me {"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
		"an unknown field, newer":     {`{"query":"{ you { id } }"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
		"an unknown operation, newer": {`{"query":"query A { me { id } }","operationName":"B"}`, accept(newer), 400, "BAD_USER_INPUT", newer},
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

func TestNothingByGet(t *testing.T) {
	w := newWorld(t)
	for _, query := range []string{"?query={me{id}}", "?query=mutation{signOut{userErrors{code}}}"} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+"/"+query, nil)
		w.must(err)
		r.AddCookie(w.cookie("OWNER"))
		if a := w.do(r); a.status != http.StatusMethodNotAllowed || a.header.Get("Allow") != http.MethodPost {
			t.Errorf("%d %s", a.status, a.raw)
		}
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	w := newWorld(t)
	var bomb strings.Builder // each fragment has the next one twice
	bomb.WriteString(`{ me { ...F0 } } `)
	for i := range 60 {
		fmt.Fprintf(&bomb, "fragment F%d on Me { ...F%d ...F%d } ", i, i+1, i+1)
	}
	bomb.WriteString(`fragment F60 on Me { id }`)
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
		"each key's usage":      {`{ workspace(slug: "acme") { apiKeys(first: 100) { edges { node { id usage(range: {}, groupBy: DAY) { calls } } } } } }`, ""},
		"usage in usage":        {`{ workspace(slug: "acme") { usage(range: {}, groupBy: KEY) { rows { apiKey { usage(range: {}, groupBy: DAY) { calls } } } } } }`, "QUERY_TOO_COMPLEX"},
		"usage of the impacted": {`{ workspace(slug: "acme") { ipAllowlist { preview { keys { apiKey { usage(range: {}, groupBy: DAY) { rows { group } } } } } } } }`, "QUERY_TOO_COMPLEX"},
		"aliases":               {`{ ` + aliases(31, "me { id }") + `}`, "QUERY_TOO_COMPLEX"},
		"lists in lists":        {`{ me { memberships { workspace { ` + keys + ` } } } }`, "QUERY_TOO_COMPLEX"},
		"lists side by side":    {`{ workspace(slug: "acme") { ` + aliases(10, keys) + `} }`, "QUERY_TOO_COMPLEX"},
		"passwords in a row":    {`mutation { ` + aliases(6, `signIn(input: {email: "a@example.com", password: "0123456789"}) { userErrors { code } }`) + `}`, "QUERY_TOO_COMPLEX"},
		"fields":                {`{ me { ` + strings.Repeat("id ", 1_001) + `} }`, "QUERY_TOO_COMPLEX"},
		"a bomb of fragments":   {bomb.String(), "QUERY_TOO_COMPLEX"},
		"a circle of fragments": {`{ me { ...A } } fragment A on Me { ...B } fragment B on Me { ...A }`, "BAD_USER_INPUT"},
		"tokens":                {`{ me { ` + strings.Repeat("id ", 5_000) + `} }`, "BAD_USER_INPUT"},
		"braces":                {strings.Repeat("{a", 15_000), "BAD_USER_INPUT"},
		"a long query":          {`{ me { id } } #` + strings.Repeat("x", 40_000), "BAD_USER_INPUT"},
		"introspection":         {`{ __schema { types { name } } }`, "BAD_USER_INPUT"},
		"introspection inside":  {`{ ...Q } fragment Q on Query { __type(name: "Me") { name } }`, "BAD_USER_INPUT"},
		"a name of a type":      {`{ __typename me { __typename } }`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if a := w.ask("OWNER", c.query, nil); a.code() != c.code {
				t.Errorf("got %q, want %q: %s", a.code(), c.code, a.raw)
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
	if a := w.ask("", `{ mee { id } }`, nil); !strings.Contains(a.raw, "Did you mean") {
		t.Errorf("no suggestion: %s", a.raw)
	}
	closed := newWorld(t)
	if a := closed.ask("", `{ mee { id } }`, nil); strings.Contains(a.raw, "Did you mean") || a.code() != "BAD_USER_INPUT" {
		t.Errorf("a suggestion: %s", a.raw)
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
