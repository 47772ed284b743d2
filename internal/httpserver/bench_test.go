package httpserver

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"

	"github.com/rs/zerolog"
)

// discard is a response writer that costs nothing.
type discard struct{ header http.Header }

func (d discard) Header() http.Header         { return d.header }
func (d discard) Write(b []byte) (int, error) { return len(b), nil }
func (d discard) WriteHeader(int)             {}

// BenchmarkChain is what all middleware costs, against the same handler alone.
func BenchmarkChain(b *testing.B) {
	answer := make([]byte, 200)
	client := netip.MustParseAddr("192.0.2.7")
	bare := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = w.Write(answer) })
	named := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		SetRoute(r.Context(), "users.get")
		SetClient(r.Context(), client)
		_, _ = w.Write(answer)
	})
	log := NewAccessLog(io.Discard, zerolog.Nop())
	defer func() { _ = log.Close() }()
	headers := SecurityHeaders{ReferrerPolicy: "no-referrer", FrameOptions: "DENY"}
	for _, c := range []struct {
		name    string
		handler http.Handler
	}{
		{"bare", bare},
		{"without-access-log", Chain(named, Options{Headers: headers})},
		{"all", Chain(named, Options{Plane: "data", AccessLog: log, Headers: headers})},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			w := discard{http.Header{}}
			b.ReportAllocs()
			for b.Loop() {
				c.handler.ServeHTTP(w, r)
			}
		})
	}
}
