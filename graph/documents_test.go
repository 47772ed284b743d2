package graph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"latchkey/graph"
)

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// file is one of trusted documents, as GraphQL Code Generator writes it.
func file(texts ...string) string {
	documents := map[string]string{}
	for _, text := range texts {
		documents[sha(text)] = text
	}
	raw, err := json.Marshal(documents)
	if err != nil {
		panic(err) // texts are JSON always
	}
	return string(raw)
}

const (
	trustedQuery    = `query Mine { me { email } }`
	trustedMutation = `mutation Out { signOut { userErrors { code } } }`
)

func TestTrustedDocuments(t *testing.T) {
	documents, err := graph.ReadDocuments(strings.NewReader(file(trustedQuery, trustedMutation, changes)))
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, func(c *graph.Config) { c.Documents, c.OnlyDocuments = documents, true })
	signedIn := newWorld(t, func(c *graph.Config) { c.Documents = documents })
	id := func(text string) string { return `{"documentId":"sha256:` + sha(text) + `"}` }
	persisted := `"extensions":{"persistedQuery":{"version":1,"sha256Hash":"` + sha(trustedQuery) + `"}}`
	for name, c := range map[string]struct{ body, only, others string }{
		"by its id":                {id(trustedQuery), "", ""},
		"without the prefix":       {`{"documentId":"` + sha(trustedQuery) + `"}`, "", ""},
		"as a persisted query":     {`{` + persisted + `}`, "", ""},
		"with an operation's name": {`{"documentId":"` + sha(trustedQuery) + `","operationName":"Mine"}`, "", ""},
		"both ids":                 {`{"documentId":"` + sha(trustedQuery) + `",` + persisted + `}`, "", ""},
		"its text":                 {`{"query":"` + trustedQuery + `"}`, "", ""},
		"its text and its id":      {`{"query":"` + trustedQuery + `",` + persisted + `}`, "", ""},
		"another text":             {`{"query":"{ me { id } }"}`, "DOCUMENT_NOT_TRUSTED", ""},
		"another text, its id":     {`{"query":"{ me { id } }",` + persisted + `}`, "BAD_USER_INPUT", "BAD_USER_INPUT"},
		"an id of another":         {id(`{ me { id } }`), "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_FOUND"},
		"another hash":             {`{"documentId":"x-md5:00"}`, "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_FOUND"},
		"different ids":            {`{"documentId":"` + sha(trustedMutation) + `",` + persisted + `}`, "BAD_USER_INPUT", "BAD_USER_INPUT"},
		"no hash":                  {`{"extensions":{"persistedQuery":{}}}`, "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_FOUND"},
	} {
		t.Run(name, func(t *testing.T) {
			before := w.ran.Load()
			if a := w.send("", c.body, nil); a.code() != c.only || c.only != "" && len(a.Errors) != 1 {
				t.Errorf("where only they run: %q, want %q: %s", a.code(), c.only, a.raw)
			}
			if ran := w.ran.Load() - before; ran > 0 {
				t.Errorf("it took %d statements", ran)
			}
			if a := signedIn.send("", c.body, nil); a.code() != c.others {
				t.Errorf("where others run too: %q, want %q: %s", a.code(), c.others, a.raw)
			}
		})
	}
	byGet := func(text string) answer {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+"/?documentId="+url.QueryEscape("sha256:"+sha(text)), nil)
		w.must(err)
		return w.do(r)
	}
	if a := byGet(trustedQuery); a.status != http.StatusOK || len(a.Errors) > 0 {
		t.Errorf("by GET: %d %s", a.status, a.raw)
	}
	if a := byGet(trustedMutation); a.status != http.StatusMethodNotAllowed {
		t.Errorf("a mutation by GET: %d %s", a.status, a.raw)
	}
}

// A file that would fail later fails at the start, and says where.
func TestAWrongFileOfDocuments(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"nothing":            {``, "JSON object"},
		"no JSON":            {`{"`, "JSON object"},
		"a list":             {`["{ me { id } }"]`, "JSON object"},
		"no texts":           {`{"` + sha("q") + `":{"query":"q"}}`, "JSON object"},
		"no document":        {`{}`, "no document"},
		"a wrong hash":       {`{"` + sha("other") + `":"{ me { id } }"}`, sha("{ me { id } }")},
		"SHA-1":              {`{"0000000000000000000000000000000000000000":"{ me { id } }"}`, sha("{ me { id } }")},
		"a syntax error":     {file(`{ me {`), sha(`{ me {`)},
		"an unknown field":   {file(`{ me { emial } }`), "emial"},
		"an unused variable": {file(`query ($a: ID) { me { id } }`), "never used"},
		"too much":           {file(`{ me { ` + strings.Repeat("id ", 1_001) + `} }`), "more than"},
		"too long":           {file(`{ me { id } } #` + strings.Repeat("x", 40_000)), "32 KiB"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := graph.ReadDocuments(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v", err)
			}
		})
	}
}
