package graphiql_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"latchkey/graph/graphiql"
)

func get(t *testing.T, h http.Handler, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(body)
}

func TestPageNamesOnlyWhatItsHandlerServes(t *testing.T) {
	h := graphiql.Handler("/graphql")
	res, page := get(t, h, "/graphiql/")
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		t.Fatalf("page: %d %q", res.StatusCode, res.Header.Get("Content-Type"))
	}
	if !strings.Contains(page, `data-endpoint="/graphql"`) {
		t.Error("the page does not name the endpoint")
	}

	named := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1)
	served := 0
	for _, match := range named {
		ref := match[1]
		if ref == "data:," { // an empty icon, so that browsers do not ask for one
			continue
		}
		if strings.Contains(ref, ":") || strings.HasPrefix(ref, "/") {
			t.Errorf("%q is not beside the page", ref)
			continue
		}
		res, body := get(t, h, "/graphiql/"+ref)
		if res.StatusCode != http.StatusOK || body == "" {
			t.Errorf("%s: %d, %d bytes", ref, res.StatusCode, len(body))
		}
		served++
	}
	if served != 2 {
		t.Errorf("the page names %d assets, want its script and its stylesheet: %s", served, page)
	}
}

func TestAssetsHaveTypesThatBrowsersAccept(t *testing.T) {
	h := graphiql.Handler("/graphql")
	for name, want := range map[string]string{
		"graphiql.js":  "text/javascript; charset=utf-8",
		"graphiql.css": "text/css; charset=utf-8",
		"LICENSES.txt": "text/plain; charset=utf-8",
	} {
		res, _ := get(t, h, "/graphiql/"+name)
		if got := res.Header.Get("Content-Type"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s may be sniffed", name)
		}
	}
}

func TestPolicyAllowsOnlyTheOwnOrigin(t *testing.T) {
	h := graphiql.Handler("/graphql")
	res, page := get(t, h, "/graphiql/")
	csp := res.Header.Get("Content-Security-Policy")
	for _, directive := range []string{"default-src 'none'", "script-src 'self';", "connect-src 'self';", "frame-ancestors 'none'", "form-action 'none'"} {
		if !strings.Contains(csp, directive) {
			t.Errorf("policy lacks %q: %s", directive, csp)
		}
	}
	for _, loose := range []string{"unsafe", "http:", "https:", "*"} {
		if strings.Contains(csp, loose) {
			t.Errorf("policy holds %q: %s", loose, csp)
		}
	}
	nonce := regexp.MustCompile(`'nonce-([^']+)'`).FindStringSubmatch(csp)
	if nonce == nil || !strings.Contains(page, `nonce="`+nonce[1]+`"`) {
		t.Fatalf("the page does not carry the nonce of its policy: %s", csp)
	}
	again, _ := get(t, h, "/graphiql/")
	if again.Header.Get("Content-Security-Policy") == csp {
		t.Error("two pages share a nonce")
	}
	if res.Header.Get("Cache-Control") != "no-store" {
		t.Error("a page with a nonce must not be cached")
	}
}

func TestAssetsAreRevalidatedByHash(t *testing.T) {
	h := graphiql.Handler("/graphql")
	first, _ := get(t, h, "/graphiql/graphiql.js")
	etag := first.Header.Get("ETag")
	if etag == "" || first.Header.Get("Cache-Control") != "no-cache" {
		t.Fatalf("ETag %q, Cache-Control %q", etag, first.Header.Get("Cache-Control"))
	}
	again, body := get(t, h, "/graphiql/graphiql.js", "If-None-Match", etag)
	if again.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("an unchanged asset: %d with %d bytes, want 304", again.StatusCode, len(body))
	}
}

func TestEndpointIsEscaped(t *testing.T) {
	_, page := get(t, graphiql.Handler(`/g"><script>alert(1)</script>`), "/")
	if strings.Contains(page, "<script>alert") {
		t.Error("the endpoint broke out of its attribute")
	}
}

func TestOtherPathsAndMethodsAreRefused(t *testing.T) {
	h := graphiql.Handler("/graphql")
	for _, path := range []string{"/graphiql/index.html", "/graphiql/package.json", "/graphiql/nothing"} {
		if res, _ := get(t, h, path); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d, want 404", path, res.StatusCode)
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/graphiql/", nil))
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
}
