package main

import (
	"encoding/csv"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"latchkey/internal/testdb"
)

// example runs a program that a user would write, with a key to a server.
func example(t *testing.T, url, secret string, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Fatalf("this test needs %s: install it", name)
	}
	cmd := exec.CommandContext(t.Context(), path, args...)
	cmd.Env = append(clean(os.Environ()), "LATCHKEY_URL="+url, "LATCHKEY_KEY="+secret)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// unreliable is a network in front of a server: of three attempts at one request, as its
// Idempotency-Key tells, it loses the first, and of the second the answer.
func unreliable(t *testing.T, target string) string {
	to, err := url.Parse(target)
	must(t, err)
	proxy := httputil.NewSingleHostReverseProxy(to)
	var attempts sync.Map // *atomic.Int64 by request
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, _ := attempts.LoadOrStore(r.Header.Get("Idempotency-Key"), new(atomic.Int64))
		switch n.(*atomic.Int64).Add(1) % 3 {
		case 1:
			w.WriteHeader(http.StatusServiceUnavailable)
		case 2:
			proxy.ServeHTTP(httptest.NewRecorder(), r)
			panic(http.ErrAbortHandler)
		default:
			proxy.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(front.Close)
	return front.URL
}

// A nightly sync over a network that loses requests and answers brings every line in
// once, and does nothing more when it is started again.
func TestTheNightlySyncLosesAndDoublesNothing(t *testing.T) {
	t.Parallel()
	addr, secret, db := keyedServer(t)
	dir := t.TempDir()
	program, file := filepath.Join(dir, "csvsync"), filepath.Join(dir, "customers.csv")
	// With the race detector, as all that it is made of has been compiled already.
	build := exec.CommandContext(t.Context(), "go", "build", "-race", "-ldflags=-s -w", "-o", program, "latchkey/examples/csvsync")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const lines = 60
	customers(t, file, lines)
	front := unreliable(t, "http://"+addr)
	for range 2 {
		if out := example(t, front, secret.Reveal(), program, file); !strings.Contains(out, fmt.Sprintf("%d lines: %d created, 0 updated, 0 failed", lines, lines)) {
			t.Errorf("it said:\n%s", out)
		}
	}
	for what, query := range map[string]string{
		"users":  `SELECT count(*) FROM latchkey.contact WHERE email LIKE 'customer%'`,
		"events": `SELECT count(*) FROM latchkey.event`,
	} {
		if n := counted(t, db, query); n != lines {
			t.Errorf("%d %s, want %d", n, what, lines)
		}
	}
}

// The script for Node sends a batch and follows next links to its end.
func TestTheNodeScriptReadsBackWhatItSent(t *testing.T) {
	t.Parallel()
	addr, secret, db := keyedServer(t)
	out := example(t, "http://"+addr, secret.Reveal(), "node", "../../examples/events.mjs")
	for _, line := range []string{"recorded 120 of 120 events", "ada: 40 events", "grace: 40 events", "edsger: 40 events"} {
		if !strings.Contains(out, line) {
			t.Errorf("it did not say %q:\n%s", line, out)
		}
	}
	if n := counted(t, db, `SELECT count(*) FROM latchkey.event`); n != 120 {
		t.Errorf("%d events", n)
	}
}

func customers(t *testing.T, file string, lines int) {
	t.Helper()
	f, err := os.Create(file)
	must(t, err)
	w := csv.NewWriter(f)
	must(t, w.Write([]string{"custom_id", "email", "first_name", "city", "Plan"}))
	for n := range lines {
		must(t, w.Write([]string{fmt.Sprintf("crm-%d", n), fmt.Sprintf("customer%d@example.com", n), "Zoë, \"Z\"", "", "gold"}))
	}
	w.Flush()
	must(t, w.Error())
	must(t, f.Close())
}

// counted asks as the superuser, who sees every workspace.
func counted(t *testing.T, db *testdb.DB, query string) (n int) {
	t.Helper()
	must(t, db.Open(t, db.SuperURL).QueryRowContext(t.Context(), query).Scan(&n))
	return n
}
