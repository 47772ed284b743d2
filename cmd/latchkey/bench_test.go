package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

const (
	benchConns  = 32
	benchRounds = 5
	benchRound  = 1500 * time.Millisecond
)

// BenchmarkHTTP compares requests a second of GET me/, with everything on (key,
// allowlist, rate limits that hold nobody up, usage, access log to a file, request ids), with a bare net/http
// handler that gives the same answer, over 32 connections from this same process.
// It prints the median of interleaved rounds. The aim is 0.75.
func BenchmarkHTTP(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	url, secret, _ := keyedServer(b)
	path, answer := "/api/public/me/", ""
	request := "GET " + path + " HTTP/1.1\r\nHost: " + url + "\r\nAuthorization: Token " + secret.Reveal() + "\r\nUser-Agent: bench/1.0\r\n\r\n"
	answer = benchAnswer(b, "http://"+url+path, secret)

	bare := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, answer)
	}))
	defer bare.Close()
	bareURL := strings.TrimPrefix(bare.URL, "http://")

	var ratios, bares, ours []float64
	for b.Loop() {
		for range benchRounds {
			base := load(b, bareURL, request)
			this := load(b, url, request)
			bares, ours, ratios = append(bares, base), append(ours, this), append(ratios, this/base)
		}
	}
	b.ReportMetric(median(ratios), "of-bare")
	b.ReportMetric(median(bares), "bare-req/s")
	b.ReportMetric(median(ours), "req/s")
	b.ReportMetric(0, "ns/op")
}

// keyedServer serves the data plane as `latchkey serve` does, with a key of scope All.
func keyedServer(b testing.TB) (addr string, secret apikey.Secret, db *testdb.DB) {
	b.Helper()
	db = testdb.New(b)
	pepper, err := apikey.NewPepper("bench", make([]byte, 32))
	noErr(b, err)
	peppers, err := apikey.NewPeppers(pepper)
	noErr(b, err)
	receiptKeys, err := receipt.ParseKeys(strings.NewReader("bench " + base64.StdEncoding.EncodeToString(make([]byte, 32))))
	noErr(b, err)
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	noErr(b, err)
	secret, err = scheme.Mint(rand.Reader)
	noErr(b, err)
	benchKey(b, db.AppURL, "bench", peppers.Mint(secret), secret.Hint())

	addr = startServing(b, service{
		settings:    settings{prefixes: prefixes{Prefix: apikey.DefaultPrefix}, AccessLog: filepath.Join(b.TempDir(), "access.log"), LossyDatabase: true},
		databaseURL: db.DataURL, peppers: peppers, receiptKeys: receiptKeys, planes: []string{"data"}, dataAddr: "127.0.0.1:0", log: zerolog.New(os.Stderr),
	})
	return addr, secret, db
}

// startServing serves until the benchmark ends, and returns where the data plane listens.
func startServing(b testing.TB, s service) (addr string) {
	b.Helper()
	listening := make(chan string, 1)
	s.ready = func(at addresses) error { listening <- at.data; return nil }
	ctx, cancel := context.WithCancel(context.Background())
	stopped := make(chan error, 1)
	go func() {
		stopped <- serve(ctx, s)
	}()
	b.Cleanup(func() {
		cancel()
		noErr(b, <-stopped)
	})
	select {
	case addr = <-listening:
	case err := <-stopped:
		b.Fatal(err)
	}
	return addr
}

// benchKey makes a workspace with a key.
func benchKey(b testing.TB, url, slug string, hash apikey.Hash, hint string) caller.Caller {
	b.Helper()
	st, err := store.Open(b.Context(), url, store.Options{})
	noErr(b, err)
	defer st.Close() // the benchmark goes on without it
	who := caller.OfOperator(uuid.New(), "bench")
	noErr(b, st.InWorkspace(b.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		key := uuid.New()
		for _, step := range []struct {
			statement string
			args      []any
		}{
			{`INSERT INTO workspace (id, slug, name, time_zone, key_limit_calls, key_limit_seconds, workspace_limit_calls, workspace_limit_seconds)
				VALUES ($1, $2, 'Bench', 'Europe/Warsaw', 1000000, 1, 1000000, 1)`, []any{who.Workspace(), slug}},
			{`INSERT INTO api_key (workspace_id, id, name, name_key, scope, expires_on, created_at, created_by_label)
				VALUES ($1, $2, 'Bench', 'bench', 'ALL', '2090-01-01', now(), 'bench')`, []any{who.Workspace(), key}},
			{`INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
				VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, now())`, []any{who.Workspace(), key, hash.PepperID, hash.Sum[:], hint}},
			{`INSERT INTO allowlist_entry (workspace_id, id, range, note, created_at, created_by_label)
				VALUES ($1, gen_random_uuid(), '127.0.0.0/8', '', now(), 'bench')`, []any{who.Workspace()}},
		} {
			if _, err := tx.Exec(ctx, step.statement, step.args...); err != nil {
				return err
			}
		}
		return nil
	}))
	return who
}

func benchAnswer(b *testing.B, url string, secret apikey.Secret) string {
	b.Helper()
	r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, url, nil)
	noErr(b, err)
	r.Header.Set("Authorization", "Token "+secret.Reveal())
	answer, err := http.DefaultClient.Do(r)
	noErr(b, err)
	defer answer.Body.Close() // it was only read
	body, err := io.ReadAll(answer.Body)
	noErr(b, err)
	if answer.StatusCode != http.StatusOK {
		b.Fatalf("%s: %s", answer.Status, body)
	}
	return string(body)
}

// load sends the request over all connections for one round, as fast as answers
// come, and returns how many were answered a second. It reads answers with as little
// work as it can: it shares the cores with what it measures.
func load(b *testing.B, addr, request string) float64 {
	b.Helper()
	var answered atomic.Int64
	var all sync.WaitGroup
	begin := time.Now()
	for range benchConns {
		all.Go(func() {
			n, err := drive(addr, []byte(request), begin.Add(benchRound))
			if err != nil {
				b.Error(err)
			}
			answered.Add(n)
		})
	}
	all.Wait()
	return float64(answered.Load()) / time.Since(begin).Seconds()
}

func drive(addr string, request []byte, until time.Time) (n int64, err error) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return 0, err
	}
	defer c.Close() // nothing is left to lose
	in := bufio.NewReader(c)
	for time.Now().Before(until) {
		if _, err := c.Write(request); err != nil {
			return n, err
		}
		if err := skipAnswer(in); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

func skipAnswer(in *bufio.Reader) error {
	length := 0
	for first := true; ; first = false {
		line, err := in.ReadSlice('\n')
		switch {
		case err != nil:
			return err
		case first && string(line) != "HTTP/1.1 200 OK\r\n" && string(line) != "HTTP/1.1 201 Created\r\n":
			return fmt.Errorf("answered %q", line)
		case len(line) == 2:
			_, err := in.Discard(length)
			return err
		}
		const name = "Content-Length: "
		if len(line) > len(name) && string(line[:len(name)]) == name {
			for _, digit := range line[len(name) : len(line)-2] {
				length = 10*length + int(digit-'0')
			}
		}
	}
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

func noErr(b testing.TB, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}
