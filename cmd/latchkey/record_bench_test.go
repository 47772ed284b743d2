package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkOneUser compares requests a second of GET users/:id/, a row of PostgreSQL
// behind a key with everything on, with a bare net/http handler that gives the same
// answer (the aim is 0.24), and with the same path on tables without row-level security
// (the aim is 0.9); and likewise by custom id, and a write of one user. 32 connections from this
// same process, medians of interleaved rounds; PostgreSQL has the same two cores.
func BenchmarkOneUser(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	fenced, open := newOneUser(b, true), newOneUser(b, false)
	answer := fenced.get(b)
	bare := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, answer)
	}))
	defer bare.Close()
	for _, c := range []struct{ name, method, path, body string }{
		{"by-id", http.MethodGet, "users/1/", ""},
		{"by-custom-id", http.MethodGet, "users-by-id/one/", ""},
		{"update", http.MethodPut, "users/1/", `{"score":7}`},
	} {
		b.Run(c.name, func(b *testing.B) {
			var bares, ours, ofBare, ofOpen []float64
			for b.Loop() {
				for range benchRounds {
					base := load(b, strings.TrimPrefix(bare.URL, "http://"), fenced.request(c.method, c.path, c.body))
					this := load(b, fenced.addr, fenced.request(c.method, c.path, c.body))
					without := load(b, open.addr, open.request(c.method, c.path, c.body))
					bares, ours = append(bares, base), append(ours, this)
					ofBare, ofOpen = append(ofBare, this/base), append(ofOpen, this/without)
				}
			}
			b.ReportMetric(median(ofBare), "of-bare")
			b.ReportMetric(median(ofOpen), "of-no-RLS")
			b.ReportMetric(median(bares), "bare-req/s")
			b.ReportMetric(median(ours), "req/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// oneUser is a server with one user, who has attributes as users have.
type oneUser struct{ addr, secret string }

func newOneUser(b *testing.B, fenced bool) oneUser {
	b.Helper()
	addr, secret, db := keyedServer(b)
	if !fenced {
		super := db.Open(b, db.SuperURL)
		for _, table := range []string{"contact", "attribute", "contact_tag", "contact_list", "company_member", "tag", "list", "company"} {
			_, err := super.ExecContext(b.Context(), `ALTER TABLE latchkey.`+table+` DISABLE ROW LEVEL SECURITY`)
			noErr(b, err)
		}
	}
	u := oneUser{addr, secret.Reveal()}
	r, err := http.NewRequestWithContext(b.Context(), http.MethodPost, "http://"+addr+"/api/public/users/",
		strings.NewReader(`{"custom_id":"one","email":"one@example.com","first_name":"Ada","city":"Łódź","plan":"gold","seats":12}`))
	noErr(b, err)
	r.Header.Set("Authorization", "Token "+u.secret)
	r.Header.Set("Accept", "*/*; version=2")
	answer, err := http.DefaultClient.Do(r)
	noErr(b, err)
	defer answer.Body.Close() // only its status matters
	if answer.StatusCode != http.StatusCreated {
		b.Fatal(answer.Status)
	}
	return u
}

func (u oneUser) request(method, path, body string) string {
	return method + " /api/public/" + path + " HTTP/1.1\r\nHost: " + u.addr + "\r\nAuthorization: Token " + u.secret +
		"\r\nAccept: */*; version=2\r\nUser-Agent: bench/1.0\r\nContent-Length: " + strconv.Itoa(len(body)) + "\r\n\r\n" + body
}

func (u oneUser) get(b *testing.B) string {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, "http://"+u.addr+"/api/public/users/1/", nil)
	noErr(b, err)
	r.Header.Set("Authorization", "Token "+u.secret)
	r.Header.Set("Accept", "*/*; version=2")
	answer, err := http.DefaultClient.Do(r)
	noErr(b, err)
	defer answer.Body.Close() // it was only read
	text, err := io.ReadAll(answer.Body)
	noErr(b, err)
	return string(text)
}
