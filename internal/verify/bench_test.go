package verify_test

import (
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/verify"
)

// BenchmarkHit is a verification from memory, allowlist and day of expire included, also as a
// multiple of one pooled HMAC, which it cannot do without. The aim is no allocation, under 450 ns,
// and about twice an HMAC.
func BenchmarkHit(b *testing.B) {
	f := newFixture(b)
	secret, _ := f.key(map[string]any{"expires_on": "2090-01-01"})
	f.allow("192.0.2.0/24", "2001:db8::/32")
	r := verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read}
	live := f.live()
	if _, err := live.Verify(b.Context(), r); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := live.Verify(b.Context(), r); err != nil {
			b.Fatal(err)
		}
	}
	hits, begun := b.Elapsed(), time.Now()
	for range b.N {
		f.peppers.Mint(secret)
	}
	b.ReportMetric(float64(hits)/float64(time.Since(begun)), "of-HMAC")
}

// BenchmarkHitParallel is the same from every core at once: readers share locks.
func BenchmarkHitParallel(b *testing.B) {
	f := newFixture(b)
	secret, _ := f.key(nil)
	r := verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read}
	live := f.live()
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := live.Verify(b.Context(), r); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// BenchmarkHMAC is what one pooled HMAC costs here, to compare with.
func BenchmarkHMAC(b *testing.B) {
	f := newFixture(b)
	secret, _ := f.key(nil)
	b.ReportAllocs()
	for b.Loop() {
		f.peppers.Mint(secret)
	}
}
