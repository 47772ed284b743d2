package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/postgres"
	"latchkey/internal/receipt"
)

const (
	ingestRounds     = 7
	ingestRound      = 1500 * time.Millisecond
	ingestWorkspaces = 4
	ingestContacts   = 1000 // of each workspace
	ingestNames      = 20   // of each workspace
)

// BenchmarkIngest compares events a second over HTTP, with everything on, with COPY
// into the same table by a role that bypasses row-level security, by prepared COPY
// of lib/pq over 8 connections and as many rows a commit. Both go to a server that
// keeps what it confirms (fsync is on), in interleaved rounds; the ratios are medians.
//
//	batch-100, batch-1000: events/batch/ with 8 clients; the aims are 0.65 and 0.6
//	single: events/ with 32 clients over 4 workspaces, against 1 row a commit; the aim is 2.5
func BenchmarkIngest(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	in := newIngest(b)
	for _, c := range []struct {
		name          string
		rows, clients int
		path          string
		body          func(client int) string
	}{
		{"batch-100", 100, 8, "events/batch/", func(i int) string { return in.batch(i, 100) }},
		{"batch-1000", 1000, 8, "events/batch/", func(i int) string { return in.batch(i, 1000) }},
		{"single", 1, 32, "events/", in.single},
	} {
		b.Run(c.name, func(b *testing.B) {
			var ratios, copies, ours []float64
			for b.Loop() {
				for range ingestRounds {
					in.clear(b)
					base := rate(b, 8, func(client int, until time.Time) (int, error) { return in.copy(b.Context(), client, c.rows, until) })
					in.clear(b)
					this := rate(b, c.clients, func(client int, until time.Time) (int, error) {
						return in.post(client, c.path, c.body(client), c.rows, until)
					})
					copies, ours, ratios = append(copies, base), append(ours, this), append(ratios, this/base)
				}
			}
			b.ReportMetric(median(ratios), "of-COPY")
			b.ReportMetric(median(copies), "COPY-events/s")
			b.ReportMetric(median(ours), "events/s")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// rate runs clients for one round, and returns what they did a second together.
func rate(b *testing.B, clients int, work func(client int, until time.Time) (int, error)) float64 {
	b.Helper()
	var done atomic.Int64
	var all sync.WaitGroup
	begin := time.Now()
	for i := range clients {
		all.Go(func() {
			n, err := work(i, begin.Add(ingestRound))
			if err != nil {
				b.Error(err)
			}
			done.Add(int64(n))
		})
	}
	all.Wait()
	return float64(done.Load()) / time.Since(begin).Seconds()
}

// ingest is a data plane on a PostgreSQL that keeps what it confirms.
type ingest struct {
	addr    string
	super   *sql.DB
	secrets []apikey.Secret // one for each workspace
	who     []caller.Caller
	first   []int64 // contact of each workspace; the others follow
	name    []int64 // the same of names
}

func newIngest(b *testing.B) *ingest {
	b.Helper()
	dir, err := os.MkdirTemp("", "latchkey-ingest-")
	noErr(b, err)
	b.Cleanup(func() { _ = os.RemoveAll(dir) })
	noErr(b, os.Chmod(dir, 0o711)) // the server runs as another user when the benchmark runs as root
	server, err := postgres.Start(b.Context(), postgres.Options{DataDir: filepath.Join(dir, "data"), Settings: map[string]string{
		"shared_buffers": "512MB", "max_wal_size": "4GB", "autovacuum": "off",
	}})
	noErr(b, err)
	b.Cleanup(func() { noErr(b, server.Stop(context.Background())) })
	in := &ingest{}
	in.super, err = sql.Open("postgres", withName(b, server.SuperuserURL(), ""))
	noErr(b, err)
	b.Cleanup(func() { _ = in.super.Close() })
	const password = "bench"
	noErr(b, postgres.EnsureRoles(b.Context(), server.SuperuserURL(), map[string]string{
		"latchkey_owner": password, "latchkey_app": password, "latchkey_data": password}))
	noErr(b, postgres.EnsureDatabase(b.Context(), server.SuperuserURL(), "latchkey", "latchkey_owner"))
	_, _, err = postgres.Migrate(b.Context(), withName(b, server.SuperuserURL(), "latchkey_owner"))
	noErr(b, err)
	in.serve(b, withName(b, server.SuperuserURL(), "latchkey_app"), withName(b, server.SuperuserURL(), "latchkey_data"))
	return in
}

// withName is the server's database of Latchkey, as another role when it has a name.
func withName(b *testing.B, super, role string) string {
	b.Helper()
	u, err := url.Parse(super)
	noErr(b, err)
	u.Path = "/latchkey"
	if role != "" {
		u.User = url.UserPassword(role, "bench")
	}
	// The names that triggers use are the application's.
	query := u.Query()
	query.Set("search_path", "latchkey")
	u.RawQuery = query.Encode()
	return u.String()
}

func (in *ingest) serve(b *testing.B, appURL, dataURL string) {
	b.Helper()
	pepper, err := apikey.NewPepper("bench", make([]byte, 32))
	noErr(b, err)
	peppers, err := apikey.NewPeppers(pepper)
	noErr(b, err)
	receiptKeys, err := receipt.ParseKeys(strings.NewReader("bench " + base64.StdEncoding.EncodeToString(make([]byte, 32))))
	noErr(b, err)
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	noErr(b, err)
	for i := range ingestWorkspaces {
		secret, err := scheme.Mint(rand.Reader)
		noErr(b, err)
		in.secrets = append(in.secrets, secret)
		in.workspace(b, appURL, i, peppers.Mint(secret), secret.Hint())
	}
	_, err = in.super.ExecContext(b.Context(), `ANALYZE`)
	noErr(b, err)
	in.addr = startServing(b, service{
		settings:    settings{prefixes: prefixes{Prefix: apikey.DefaultPrefix}, AccessLog: filepath.Join(b.TempDir(), "access.log")},
		databaseURL: dataURL, peppers: peppers, receiptKeys: receiptKeys, planes: []string{"data"}, dataAddr: "127.0.0.1:0", log: zerolog.New(os.Stderr),
	})
}

// workspace makes one with a key, contacts and names of events.
func (in *ingest) workspace(b *testing.B, appURL string, number int, hash apikey.Hash, hint string) {
	b.Helper()
	who := benchKey(b, appURL, fmt.Sprintf("bench-%d", number), hash, hint)
	in.who = append(in.who, who)
	for to, statement := range map[*[]int64]string{
		&in.first: `WITH made AS (INSERT INTO latchkey.contact (workspace_id, custom_id, user_key, created_at, updated_at)
			SELECT $1, 'c' || i, 'k' || i, now(), now() FROM generate_series(1, $2) i RETURNING id) SELECT min(id) FROM made`,
		&in.name: `WITH made AS (INSERT INTO latchkey.event_name (workspace_id, name)
			SELECT $1, 'event ' || i FROM generate_series(1, $2) i RETURNING id) SELECT min(id) FROM made`,
	} {
		n := ingestContacts
		if to == &in.name {
			n = ingestNames
		}
		var id int64
		noErr(b, in.super.QueryRowContext(b.Context(), statement, who.Workspace(), n).Scan(&id))
		*to = append(*to, id)
	}
}

// clear starts every round from an empty table.
func (in *ingest) clear(b *testing.B) {
	b.Helper()
	_, err := in.super.ExecContext(b.Context(), `TRUNCATE latchkey.event`)
	noErr(b, err)
}

// event is the n-th event of a client: its contact and name by number, and its data.
func event(client, n int) (contact, name int, data string) {
	return (client*131 + n*17) % ingestContacts, (client + n) % ingestNames,
		fmt.Sprintf(`{"total": %d.5, "currency": "PLN", "items": ["a-%d", "b"], "note": null, "page": "/products/%d/"}`, n%900, n, n%77)
}

// copy writes rows with COPY, as many a commit, until the time comes.
func (in *ingest) copy(ctx context.Context, client, rows int, until time.Time) (n int, err error) {
	w := client % ingestWorkspaces
	type row struct {
		contact, name int64
		data          string
	}
	prepared := make([]row, rows)
	for i := range prepared {
		contact, name, data := event(client, i)
		prepared[i] = row{in.first[w] + int64(contact), in.name[w] + int64(name), data}
	}
	conn, err := in.super.Conn(ctx)
	if err != nil {
		return 0, err
	}
	defer conn.Close() //nolint:errcheck // it only goes back to the pool
	workspace := in.who[w].Workspace().String()
	for time.Now().Before(until) {
		err := inTx(ctx, conn, func(tx *sql.Tx) error {
			into, err := tx.PrepareContext(ctx, `COPY latchkey.event (workspace_id, contact_id, event_name_id, at, data) FROM STDIN`)
			if err != nil {
				return err
			}
			at := time.Now()
			for i := range prepared {
				if _, err := into.ExecContext(ctx, workspace, prepared[i].contact, prepared[i].name, at, prepared[i].data); err != nil {
					return err
				}
			}
			_, err = into.ExecContext(ctx)
			return errors.Join(err, into.Close())
		})
		if err != nil {
			return n, err
		}
		n += rows
	}
	return n, nil
}

func inTx(ctx context.Context, conn *sql.Conn, f func(*sql.Tx) error) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// one is an event as clients send it.
func (in *ingest) one(client, n int) string {
	contact, name, data := event(client, n)
	return fmt.Sprintf(`{"user_id": %d, "name": "event %d", "timestamp": 1700000000, "data": %s}`,
		in.first[client%ingestWorkspaces]+int64(contact), name+1, data)
}

func (in *ingest) single(client int) string { return in.one(client, client) }

func (in *ingest) batch(client, rows int) string {
	events := make([]string, rows)
	for i := range events {
		events[i] = in.one(client, i)
	}
	return `{"events": [` + strings.Join(events, ", ") + `]}`
}

// post sends the same request until the time comes.
func (in *ingest) post(client int, path, body string, rows int, until time.Time) (n int, err error) {
	request := fmt.Appendf(nil, "POST /api/public/%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Token %s\r\nAccept: */*; version=2\r\n"+
		"User-Agent: bench/1.0\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		path, in.addr, in.secrets[client%ingestWorkspaces].Reveal(), len(body), body)
	c, err := net.Dial("tcp", in.addr)
	if err != nil {
		return 0, err
	}
	defer c.Close() //nolint:errcheck // nothing is left to lose
	answers := bufio.NewReader(c)
	for time.Now().Before(until) {
		if _, err := c.Write(request); err != nil {
			return n, err
		}
		if err := skipAnswer(answers); err != nil {
			return n, err
		}
		n += rows
	}
	return n, nil
}
