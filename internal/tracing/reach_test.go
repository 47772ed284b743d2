package tracing_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"

	"latchkey/internal/tracing"
)

func TestACollectorIsReached(t *testing.T) {
	asked := ""
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = r.Method + " " + r.URL.Path + " " + r.Header.Get("Authorization")
		if r.URL.Path != "/v1/traces" {
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_HEADERS", "authorization=Bearer x")
	if err := tracing.Reach(t.Context(), server.URL); err != nil || asked != "POST /v1/traces Bearer x" {
		t.Errorf("%v; it was asked %q", err, asked)
	}
	for what, endpoint := range map[string]string{"no URL": "localhost:4318", "another path": server.URL + "/other", "nobody there": "http://127.0.0.1:1"} {
		if err := tracing.Reach(t.Context(), endpoint); err == nil {
			t.Errorf("%s was reached", what)
		}
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := tracing.Reach(over, server.URL); err == nil {
		t.Error("it was reached after the end")
	}
}
