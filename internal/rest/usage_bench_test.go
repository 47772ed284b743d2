package rest

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"latchkey/internal/apikey"
)

// BenchmarkUsage compares requests of me/ over HTTP with and without counting, in
// interleaved rounds, and prints the median ratio of their times. Flushes run, as in
// production. The aim is under 1.05.
func BenchmarkUsage(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	secret := w.tenant(b, "acme").keys[apikey.All]
	config := w.handler.config
	config.Usage = nil
	without := httptest.NewServer(NewHandler(config))
	b.Cleanup(without.Close)
	with := httptest.NewServer(w.handler)
	b.Cleanup(with.Close)
	ctx, stop := context.WithCancel(b.Context())
	var counting sync.WaitGroup
	counting.Go(func() { w.usage.Run(ctx) })
	defer counting.Wait()
	defer stop()

	var ratios []float64
	for b.Loop() {
		for round := range 16 {
			urls := []string{without.URL, with.URL}
			times := map[string]time.Duration{}
			if round%2 == 1 { // whoever comes second may have it easier
				slices.Reverse(urls)
			}
			for _, url := range urls {
				times[url] = drive(b, url+base+"me/", secret)
			}
			on, off := times[with.URL], times[without.URL]
			ratios = append(ratios, on.Seconds()/off.Seconds())
		}
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "with/without")
	b.ReportMetric(0, "ns/op")
}

// drive makes 2,000 requests, one after another, and returns how long they took.
func drive(b *testing.B, url, secret string) time.Duration {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, url, nil)
	must(b, err)
	r.Header.Set("Authorization", "Token "+secret)
	began := time.Now()
	for range 2000 {
		answer, err := http.DefaultClient.Do(r)
		must(b, err)
		if answer.StatusCode != http.StatusOK {
			b.Fatal(answer.Status)
		}
		_, err = io.Copy(io.Discard, answer.Body) // so that the connection is used again
		must(b, err)
		must(b, answer.Body.Close())
	}
	return time.Since(began)
}
