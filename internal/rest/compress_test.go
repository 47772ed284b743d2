package rest

import (
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
)

func TestWantsGzip(t *testing.T) {
	for accept, want := range map[string]struct{ large, small bool }{
		"":                             {},
		"gzip":                         {large: true},
		"GZIP":                         {large: true},
		"x-gzip":                       {large: true},
		"deflate, gzip;q=1.0, *;q=0.5": {large: true},
		"*":                            {large: true},
		"br;q=1, * ; q = 0.001":        {large: true},
		"gzip;q=0":                     {},
		"gzip;q=0.000, *":              {},
		"*;q=0":                        {},
		"identity":                     {},
		"gzip;q=0.5, identity":         {},
		"gzip, identity;q=0.5":         {large: true},
		"gzip, identity;q=0":           {large: true, small: true},
		"gzip;q=0.1, *;q=0":            {large: true, small: true},
		"identity;q=0":                 {},
		"br, deflate":                  {},
		"gzip;q=2":                     {},
		"gzip;q=NaN":                   {},
		"gzip;level=9":                 {},
		"gzipped":                      {},
	} {
		got := [2]bool{wantsGzip([]string{accept}, minGzip), wantsGzip([]string{accept}, minGzip-1)}
		if got != [2]bool{want.large, want.small} {
			t.Errorf("%q: %v", accept, got)
		}
	}
	if wantsGzip(nil, minGzip) || wantsGzip([]string{"gzip, identity;q=0"}, 0) || !wantsGzip([]string{"br", "gzip"}, minGzip) {
		t.Error("no header, nothing to compress, or two headers")
	}
}

// plain is an answer uncompressed.
func (a answer) plain(t testing.TB) string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(a.text))
	must(t, err)
	text, err := io.ReadAll(z)
	must(t, err)
	return string(text)
}

func TestAnswersAreCompressed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	path := "users/" + p.target["id"] + "/"
	send := func(method, path string, headers ...string) answer {
		return w.with(t, acme.keys[apikey.All], 1, method, path, "", append(headers, "Accept-Encoding", "gzip")...)
	}
	asIs := w.send(t, acme.keys[apikey.All], 1, get, path, "")
	tag := asIs.Header.Get(etag)
	for range 2 { // the second one finds a compressor that was used
		a := send(get, path)
		if a.Header.Get("Content-Encoding") != "gzip" || a.plain(t) != asIs.text || a.Header.Get(etag) != gzipped(tag) ||
			a.Header.Get("Content-Length") != fmt.Sprint(len(a.text)) || a.Header.Get("Content-Type") != "application/json" {
			t.Errorf("%d %v", a.StatusCode, a.Header)
		}
		head := send(http.MethodHead, path)
		if head.text != "" || head.Header.Get("Content-Encoding") != "gzip" || head.Header.Get("Content-Length") != a.Header.Get("Content-Length") ||
			head.Header.Get(etag) != a.Header.Get(etag) {
			t.Errorf("HEAD: %v", head.Header)
		}
	}
	for _, sent := range []string{tag, gzipped(tag)} {
		if a := send(get, path, ifNoneMatch, sent); a.StatusCode != http.StatusNotModified || a.Header.Get("Content-Encoding") != "" || a.Header.Get(etag) != sent {
			t.Errorf("%s: %d %v", sent, a.StatusCode, a.Header)
		}
	}
	if a := w.with(t, acme.keys[apikey.All], 1, put, path, `{}`, ifMatch, gzipped(tag)); a.StatusCode != http.StatusOK {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
	for what, a := range map[string]answer{
		"a small answer": send(get, "me/"), "an error": w.with(t, acme.keys[apikey.All], 1, get, "users/999/", "", "Accept-Encoding", "gzip, identity;q=0"), "nothing": send(remove, path),
	} {
		if a.Header.Get("Content-Encoding") != "" || a.Header.Get("Vary") == "" {
			t.Errorf("%s: %d %v", what, a.StatusCode, a.Header)
		}
	}
}

// An answer that is given again goes out as the retry takes it.
func TestAReplayIsCompressedAnew(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	send := func(accept string) answer {
		return w.with(t, acme.keys[apikey.All], 1, post, "users/", `{"One":"`+strings.Repeat("x", 200)+`","Two":"`+strings.Repeat("x", 200)+`"}`, idempotencyKey, "k", "Accept-Encoding", accept)
	}
	first, second := send("identity"), send("gzip")
	if first.StatusCode != http.StatusCreated || len(first.text) < minGzip || second.Header.Get("Content-Encoding") != "gzip" {
		t.Fatalf("%v %s, and %v %s", first.Header, first.text, second.Header, second.text)
	}
	if second.plain(t) != first.text || second.Header.Get(etag) != gzipped(first.Header.Get(etag)) || second.Header.Get(idempotentReplayed) != "true" {
		t.Errorf("%v, and %v", first.Header, second.Header)
	}
}

// Whatever is accepted, every 401 has one length.
func TestA401IsNeverCompressed(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	lengths := map[int]bool{}
	for _, accept := range []string{"", "gzip", "gzip, identity;q=0"} {
		for _, secret := range []string{"", "unknown", "two words"} {
			a := w.with(t, secret, 1, get, "users/", "", "Accept-Encoding", accept)
			if lengths[len(a.text)] = true; a.StatusCode != http.StatusUnauthorized || a.Header.Get("Content-Encoding") != "" || a.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%q: %d %v", accept, a.StatusCode, a.Header)
			}
		}
	}
	if len(lengths) != 1 {
		t.Errorf("lengths: %v", lengths)
	}
}

// BenchmarkPageOfUsers is a page of 100 users, as it is and compressed; the
// difference is what compressing costs.
func BenchmarkPageOfUsers(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	acme := w.tenant(b, "acme")
	for i := range 100 {
		a := w.send(b, acme.keys[apikey.All], 1, post, "users/", fmt.Sprintf(`{"user_id": "shop-%d", "email": "person.%d@example.com", "first_name": "Ada",
			"last_name": "Lovelace", "city": "Gdynia", "phone_number": "+48%09d", "Plan": "pro", "Lifetime value": "%d.50"}`, i*7919, i*104729%1000, i*7654321%1000000000, i*31))
		if a.StatusCode != http.StatusCreated {
			b.Fatal(a.text)
		}
	}
	for _, accept := range []string{"identity", "gzip"} {
		b.Run(accept, func(b *testing.B) {
			r := httptest.NewRequest(http.MethodGet, base+"users/", nil)
			r.Header.Set("Authorization", "Token "+acme.keys[apikey.All])
			r.Header.Set("Accept-Encoding", accept)
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				recorder := httptest.NewRecorder()
				w.Config.Handler.ServeHTTP(recorder, r)
				size = recorder.Body.Len()
			}
			b.ReportMetric(float64(size), "bytes/answer")
		})
	}
}

// BenchmarkCreateUser is a create as it is, and with an idempotency key.
func BenchmarkCreateUser(b *testing.B) {
	w := newWorld(b)
	w.verifier.Follow(always{})
	acme := w.tenant(b, "acme")
	for _, key := range []string{"", "k"} {
		b.Run("idempotency key "+key, func(b *testing.B) {
			for b.Loop() {
				r := httptest.NewRequest(post, base+"users/", strings.NewReader(`{"city":"Gdynia"}`))
				r.Header.Set("Authorization", "Token "+acme.keys[apikey.All])
				if key != "" {
					r.Header.Set(idempotencyKey, uuid.NewString())
				}
				recorder := httptest.NewRecorder()
				w.Config.Handler.ServeHTTP(recorder, r)
				if recorder.Code != http.StatusCreated || recorder.Header().Get(idempotentReplayed) != "" {
					b.Fatal(recorder.Code, recorder.Body)
				}
			}
		})
	}
}

// BenchmarkCompress is the compression of an answer alone.
func BenchmarkCompress(b *testing.B) {
	var body strings.Builder
	for i := range 100 {
		fmt.Fprintf(&body, `{"id":%d,"key":"%012x","name":"Ada Lovelace","email":"person.%d@example.com","gender":"unknown","status":"visitor","phone_number":null},`,
			i*7919, i*i*7654321, i)
	}
	text := []byte(body.String())
	var g gzips
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		z := g.get()
		z.compress(text)
		g.put(z)
	}
}
