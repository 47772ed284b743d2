package rest

import (
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/ratelimit"
)

// BenchmarkLimits compares requests of me/ over HTTP with a key that has limits and
// one that has none, in interleaved rounds, and prints the median ratio of their times.
func BenchmarkLimits(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	acme, free := w.tenant(b, "acme"), w.tenant(b, "free")
	w.limit(b, free, ratelimit.Limits{})
	server := httptest.NewServer(w.handler)
	b.Cleanup(server.Close)

	var ratios []float64
	for b.Loop() {
		for round := range 16 {
			tenants := []*tenant{acme, free}
			times := map[*tenant]time.Duration{}
			if round%2 == 1 { // whoever comes second may have it easier
				slices.Reverse(tenants)
			}
			for _, n := range tenants {
				times[n] = drive(b, server.URL+base+"me/", n.keys[apikey.All])
			}
			ratios = append(ratios, times[acme].Seconds()/times[free].Seconds())
		}
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "with/without")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLimitsAlone is a whole request of me/ without the network, for its allocations.
func BenchmarkLimitsAlone(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	acme, free := w.tenant(b, "acme"), w.tenant(b, "free")
	w.limit(b, free, ratelimit.Limits{})
	for name, n := range map[string]*tenant{"limited": acme, "free": free} {
		b.Run(name, func(b *testing.B) {
			r := httptest.NewRequest("GET", base+"me/", nil)
			r.Header.Set("Authorization", "Token "+n.keys[apikey.All])
			b.ReportAllocs()
			for b.Loop() {
				w.handler.ServeHTTP(httptest.NewRecorder(), r)
			}
		})
	}
}
