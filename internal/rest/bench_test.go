package rest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// always is a lease that never ends.
type always struct{}

func (always) Trusted(time.Time) bool { return true }

// BenchmarkGetUser is a whole request without the network: verification from
// memory, one user from PostgreSQL, the answer.
func BenchmarkGetUser(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	acme := w.tenant(b, "acme")
	p := w.plant(b, acme, "Stored")
	for _, version := range []string{"*/*", "*/*; version=2"} {
		b.Run(version, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, base+"users/"+p.target["id"]+"/", nil)
			r.Header.Set("Authorization", "Token "+acme.keys[apikey.All])
			r.Header.Set("Accept", version)
			b.ReportAllocs()
			for b.Loop() {
				w.Config.Handler.ServeHTTP(httptest.NewRecorder(), r)
			}
		})
	}
}

// BenchmarkWriteUser is the encoding alone.
func BenchmarkWriteUser(b *testing.B) {
	w := newWorld(b)
	acme := w.tenant(b, "acme")
	p := w.plant(b, acme, "Stored")
	var found records.Found[records.Contact]
	must(b, w.data.View(b.Context(), acme.who, func(ctx context.Context, v *store.View) (err error) {
		found, err = records.Contacts.Find(ctx, v, records.ByCustomID(p.target["custom_id"]))
		return err
	}))
	b.ReportAllocs()
	for b.Loop() {
		users.show(&found.Record, found.Attributes).writeRecord(newWriter(), v2)
	}
}

// BenchmarkInvalidToken prints the median times, in µs, of each sort of invalid token
// from a memory that knows nothing. They take turns, so that whatever else the
// machine does concerns all. All that pass the checksum are within noise.
func BenchmarkInvalidToken(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	secrets := w.invalid(b, w.tenant(b, "acme"))
	times := map[verify.Reason][]time.Duration{}
	for b.Loop() {
		for range 500 {
			for reason, secret := range secrets { // in another order each time
				times[reason] = append(times[reason], w.refusal(b, reason, secret))
			}
		}
	}
	for reason, each := range times {
		slices.Sort(each)
		b.ReportMetric(float64(each[len(each)/2].Nanoseconds())/1000, string(reason)+"-µs")
	}
	b.ReportMetric(0, "ns/op")
}

// refusal is how long one takes, without the network.
func (w *world) refusal(b *testing.B, reason verify.Reason, secret string) time.Duration {
	b.Helper()
	r := httptest.NewRequest(http.MethodGet, base+"users/", nil)
	r.Header.Set("Authorization", "Token "+secret)
	if reason == verify.OtherHost {
		r.Host = "other.latchkey.test"
	}
	recorder := httptest.NewRecorder()
	w.verifier.ForgetAll()
	began := time.Now()
	w.Config.Handler.ServeHTTP(recorder, r)
	took := time.Since(began)
	if recorder.Code != http.StatusUnauthorized {
		b.Fatal(recorder.Code)
	}
	return took
}
