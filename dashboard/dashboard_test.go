package dashboard_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"latchkey/dashboard"
)

func get(t *testing.T, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	dashboard.Handler().ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(body)
}

// named are the files that the page names.
func named(t *testing.T) []string {
	t.Helper()
	_, page := get(t, "/")
	var all []string
	for _, match := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		all = append(all, match[1])
	}
	if len(all) < 3 {
		t.Fatalf("the page names %v, want its icon, script and stylesheet at least", all)
	}
	return all
}

func TestEveryAddressOfAScreenIsThePage(t *testing.T) {
	for _, path := range []string{"/", "/w/acme/settings/public-api", "/w/acme/settings/public-api/keys/key_x.y", "/nothing/of/the/kind"} {
		res, body := get(t, path)
		if res.StatusCode != http.StatusOK || !strings.Contains(body, `id="root"`) || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d %s", path, res.StatusCode, res.Header.Get("Content-Type"))
		}
		if res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: a page with a nonce must not be kept", path)
		}
	}
}

func TestThePageNamesOnlyWhatIsServedHere(t *testing.T) {
	for _, path := range named(t) {
		res, body := get(t, path)
		if !strings.HasPrefix(path, "/") || res.StatusCode != http.StatusOK || body == "" || strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d %s", path, res.StatusCode, res.Header.Get("Content-Type"))
		}
	}
}

func TestPolicyAllowsOnlyTheOwnOrigin(t *testing.T) {
	res, page := get(t, "/")
	csp := res.Header.Get("Content-Security-Policy")
	for _, directive := range []string{"default-src 'none'", "script-src 'self';", "connect-src 'self';", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"} {
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
	if again, _ := get(t, "/"); again.Header.Get("Content-Security-Policy") == csp {
		t.Error("two pages share a nonce")
	}
}

func TestFilesWithAHashAreKeptForGood(t *testing.T) {
	for _, path := range named(t) {
		res, whole := get(t, path)
		kept, etag := res.Header.Get("Cache-Control"), res.Header.Get("ETag")
		if strings.HasPrefix(path, "/assets/") != strings.Contains(kept, "immutable") {
			t.Errorf("%s: Cache-Control %q", path, kept)
		}
		if again, body := get(t, path, "If-None-Match", etag); again.StatusCode != http.StatusNotModified || body != "" {
			t.Errorf("%s, unchanged: %d", path, again.StatusCode)
		}
		packed, body := get(t, path, "Accept-Encoding", "br, gzip")
		if packed.Header.Get("Content-Encoding") != "gzip" || packed.Header.Get("ETag") == etag {
			t.Errorf("%s, compressed: %v", path, packed.Header)
			continue
		}
		r, err := gzip.NewReader(strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if unpacked, err := io.ReadAll(r); err != nil || string(unpacked) != whole {
			t.Errorf("%s differs when it is compressed: %v", path, err)
		}
	}
}

// A page from before an upgrade asks for scripts that are gone.
func TestAFileThatIsGoneIsNotThePage(t *testing.T) {
	res, _ := get(t, "/assets/index-before.js")
	if res.StatusCode != http.StatusNotFound || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d, Cache-Control %q", res.StatusCode, res.Header.Get("Cache-Control"))
	}
}

func TestClientsWithoutGzipGetText(t *testing.T) {
	for _, accept := range []string{"", "br", "gzip;q=0", "identity"} {
		if res, _ := get(t, "/icon.svg", "Accept-Encoding", accept); res.Header.Get("Content-Encoding") != "" {
			t.Errorf("Accept-Encoding %q: %s", accept, res.Header.Get("Content-Encoding"))
		}
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	w := httptest.NewRecorder()
	dashboard.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", nil))
	if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
}
