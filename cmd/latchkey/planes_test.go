package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestSplitSendsEachPathToItsOwn(t *testing.T) {
	named := func(name string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Served-By", name) })
	}
	handler := split(named("health"), named("reference"), named("api"))
	for path, want := range map[string]string{
		"/healthz": "health", "/readyz": "health", "/docs": "reference", "/docs/": "reference", "/openapi.yaml": "reference", "/openapi.json": "reference",
		"/": "api", "/api/public/users/": "api", "/api/public/docs": "api", "/docs/more": "api",
	} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if got := w.Header().Get("Served-By"); got != want {
			t.Errorf("%s is served by %s, want %s", path, got, want)
		}
	}
}
