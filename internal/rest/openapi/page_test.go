package openapi

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
)

var handler = sync.OnceValue(Handler)

func get(t *testing.T, method, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	handler().ServeHTTP(w, r)
	return w.Result()
}

func text(t *testing.T, r *http.Response) string {
	t.Helper()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func TestThePageShowsEverything(t *testing.T) {
	d := embedded(t)
	page := text(t, get(t, http.MethodGet, "/docs"))
	for o := range d.operations {
		if !strings.Contains(page, `<article id="`+o.text("operationId")+`"`) {
			t.Errorf("%s is not on the page", o.text("operationId"))
		}
	}
	ids := map[string]bool{}
	for _, match := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if ids[match[1]] {
			t.Errorf("two elements have the id %s", match[1])
		}
		ids[match[1]] = true
	}
	for _, match := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		switch ref := match[1]; {
		case strings.HasPrefix(ref, "#"):
			if !ids[ref[1:]] {
				t.Errorf("%s leads nowhere", ref)
			}
		case ref != "openapi.yaml" && ref != "openapi.json" && ref != "data:,":
			t.Errorf("%s leads away", ref)
		}
	}
}

// The page runs its own script and style and nothing else, and asks nobody.
func TestThePageHasAStrictPolicy(t *testing.T) {
	r := get(t, http.MethodGet, "/docs")
	policy, page := r.Header.Get("Content-Security-Policy"), text(t, r)
	for element, directive := range map[string]string{"script": "script-src", "style": "style-src"} {
		found := regexp.MustCompile(`(?s)<`+element+`[^>]*>(.*?)</`+element+`>`).FindAllStringSubmatch(page, -1)
		if len(found) != 1 || !strings.Contains(policy, directive+" '"+hash([]byte(found[0][1]))+"';") {
			t.Errorf("%d elements %s, and the policy is %s", len(found), element, policy)
		}
	}
	for _, loose := range []string{"unsafe", "http:", "https:", "*", "'self'"} {
		if strings.Contains(policy, loose) {
			t.Errorf("the policy holds %q: %s", loose, policy)
		}
	}
	if inline := regexp.MustCompile(` (style|on[a-z]+)="`).FindString(page); inline != "" {
		t.Errorf("the page has %s", inline)
	}
	if key := regexp.MustCompile(`<(form|input type="(text|password)")`).FindString(page); key != "" {
		t.Errorf("a key could be typed into %s", key)
	}
}

func TestWhatIsServed(t *testing.T) {
	d := embedded(t)
	for path, media := range map[string]string{"/docs": "text/html; charset=utf-8", "/openapi.yaml": "application/yaml", "/openapi.json": "application/json"} {
		r := get(t, http.MethodGet, path)
		body := text(t, r)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != media || !strings.Contains(r.Header.Get("Cache-Control"), "public") {
			t.Errorf("%s: %d %v", path, r.StatusCode, r.Header)
		}
		if path == "/openapi.yaml" && body != string(d.YAML) || path == "/openapi.json" && body != string(d.JSON) {
			t.Errorf("%s is something else", path)
		}
		if again := get(t, http.MethodGet, path, "If-None-Match", r.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s, unchanged: %d", path, again.StatusCode)
		}
		if head := get(t, http.MethodHead, path); head.StatusCode != http.StatusOK || text(t, head) != "" || head.ContentLength != int64(len(body)) {
			t.Errorf("HEAD %s: %d, %d bytes", path, head.StatusCode, head.ContentLength)
		}
		packed := get(t, http.MethodGet, path, "Accept-Encoding", "br, gzip;q=0.5")
		z, err := gzip.NewReader(packed.Body)
		if err != nil || packed.Header.Get("ETag") == r.Header.Get("ETag") {
			t.Fatalf("%s, compressed: %v %v", path, packed.Header, err)
		}
		if unpacked, err := io.ReadAll(z); err != nil || string(unpacked) != body {
			t.Errorf("%s is something else when it is compressed: %v", path, err)
		}
		if plain := get(t, http.MethodGet, path, "Accept-Encoding", "gzip;q=0"); plain.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s is compressed for whoever refuses that", path)
		}
	}
}

func TestOtherMethodsAndPaths(t *testing.T) {
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions} {
		if r := get(t, method, "/docs"); r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q", method, r.StatusCode, r.Header.Get("Allow"))
		}
	}
	if r := get(t, http.MethodGet, "/docs/"); r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != "/docs" {
		t.Errorf("%d %s", r.StatusCode, r.Header.Get("Location"))
	}
	for _, path := range []string{"/", "/docs/page.js", "/00-openapi.yaml"} {
		if r := get(t, http.MethodGet, path); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
}
