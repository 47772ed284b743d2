package httpserver

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAPlainListenerBehindAProxy(t *testing.T) {
	trusted := func(remoteAddr string) bool { return remoteAddr == "10.0.0.1:1" || remoteAddr == "127.0.0.9:1" }
	handler := ThroughProxy(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }), trusted, "/healthz")
	for _, c := range []struct {
		what, peer, proto, path string
		want                    int
	}{
		{"the proxy, by TLS", "10.0.0.1:1", "https", "/graphql", http.StatusNoContent},
		{"the proxy, which does not say", "10.0.0.1:1", "", "/graphql", http.StatusNoContent},
		{"the proxy, by plain HTTP", "10.0.0.1:1", "http", "/graphql", http.StatusForbidden},
		{"a proxy on this machine, by plain HTTP", "127.0.0.9:1", "HTTP", "/graphql", http.StatusForbidden},
		{"anybody", "10.0.0.2:1", "", "/graphql", http.StatusForbidden},
		{"anybody who calls it TLS", "10.0.0.2:1", "https", "/graphql", http.StatusForbidden},
		{"a probe from elsewhere", "10.0.0.2:1", "", "/healthz", http.StatusNoContent},
		{"a peer on this machine", "127.0.0.1:1", "", "/graphql", http.StatusNoContent},
		{"no address", "", "https", "/graphql", http.StatusForbidden},
	} {
		r := httptest.NewRequest(http.MethodPost, c.path, nil)
		r.RemoteAddr = c.peer
		if c.proto != "" {
			r.Header.Set("X-Forwarded-Proto", c.proto)
		}
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code != c.want {
			t.Errorf("%s: %d, want %d", c.what, w.Code, c.want)
		}
	}
}
