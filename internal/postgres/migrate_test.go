package postgres

import (
	"bytes"
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/lib/pq"
)

// log collects what the server prints.
type log struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *log) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(b)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// withRoles starts a server that logs every statement, with Latchkey's roles.
func withRoles(t *testing.T, l *log, ownerPassword string) *Server {
	t.Helper()
	s := start(t, Options{DataDir: initialised(t), Ephemeral: true, Log: l, Settings: map[string]string{"log_statement": "all"}})
	for range 2 { // the second time changes nothing
		if err := EnsureRoles(t.Context(), s.SuperuserURL(), map[string]string{"latchkey_owner": ownerPassword}); err != nil {
			t.Fatal(err)
		}
		if err := EnsureDatabase(t.Context(), s.SuperuserURL(), "a database", "latchkey_owner"); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func ownerURL(t *testing.T, s *Server, password string) string {
	t.Helper()
	withUser, err := WithUser(s.SuperuserURL(), "latchkey_owner", password)
	if err != nil {
		t.Fatal(err)
	}
	url, err := WithDatabase(withUser, "a database")
	if err != nil {
		t.Fatal(err)
	}
	return url
}

func TestRolesAndMigrations(t *testing.T) {
	const password = `it's a \ "p@ss/word?`
	var l log
	s := withRoles(t, &l, password)
	url := ownerURL(t, s, password)
	db := open(t, url)
	var owner, verifier string
	if err := db.QueryRow(`SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()`).Scan(&owner); err != nil || owner != "latchkey_owner" {
		t.Errorf("the database belongs to %q, %v", owner, err)
	}
	if err := open(t, s.SuperuserURL()).QueryRow(`SELECT rolpassword FROM pg_authid WHERE rolname = 'latchkey_owner'`).Scan(&verifier); err != nil || !strings.HasPrefix(verifier, "SCRAM-SHA-256$") {
		t.Errorf("the password is not stored as scram: %v", err)
	}
	if v, err := SchemaVersion(t.Context(), db); err != nil || v != 0 {
		t.Errorf("before the first migration: %d, %v", v, err)
	}
	for _, want := range []int64{0, Latest()} {
		from, to, err := Migrate(t.Context(), url)
		if err != nil || from != want || to != Latest() {
			t.Errorf("migrated from %d to %d, %v; want from %d to %d", from, to, err, want, Latest())
		}
	}
	err := EnsureRoles(t.Context(), s.SuperuserURL(), map[string]string{"nobody_knows": password})
	if err == nil || strings.Contains(err.Error(), "p@ss") || pq.As(err) != nil {
		t.Errorf("the error of a failed change tells the password, or nothing: %v", err)
	}
	stop(t, s)
	if !strings.Contains(l.String(), "CREATE DATABASE") {
		t.Error("the server's log is empty, so this test shows nothing")
	}
	if strings.Contains(l.String(), "p@ss") {
		t.Error("a password is in the server's log")
	}
}

func TestConcurrentMigrations(t *testing.T) {
	s := withRoles(t, &log{}, "secret")
	url := ownerURL(t, s, "secret")
	files := fstest.MapFS{
		"00001_one.sql": {Data: []byte("-- +goose Up\nCREATE TABLE one (n int);\nSELECT pg_sleep(0.1);\n")},
		"00002_two.sql": {Data: []byte("-- +goose Up\nCREATE TABLE two (n int);\n")},
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if _, to, err := migrate(t.Context(), url, files); err != nil || to != 2 {
				t.Errorf("migrated to %d, %v", to, err)
			}
		})
	}
	all.Wait()
	delete(files, "00002_two.sql")
	if _, _, err := migrate(t.Context(), url, files); !errors.Is(err, ErrNewerSchema) {
		t.Errorf("an older program on a newer schema: %v", err)
	}
}

func TestABrokenMigrationChangesNothing(t *testing.T) {
	s := withRoles(t, &log{}, "secret")
	url := ownerURL(t, s, "secret")
	files := fstest.MapFS{"00001_one.sql": {Data: []byte("-- +goose Up\nCREATE TABLE one (n int);\nSELECT wrong;\n")}}
	if _, _, err := migrate(t.Context(), url, files); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
	db := open(t, url)
	if v, err := SchemaVersion(t.Context(), db); err != nil || v != 0 {
		t.Errorf("schema %d, %v", v, err)
	}
	if _, err := db.Exec("SELECT FROM latchkey.one"); err == nil {
		t.Error("half of the migration stayed")
	}
}

func TestURLs(t *testing.T) {
	const base = "postgres://a:b@127.0.0.1:5432/x?sslmode=disable"
	if got, err := WithUser(base, "me", "p@/?"); err != nil || got != "postgres://me:p%40%2F%3F@127.0.0.1:5432/x?sslmode=disable" {
		t.Errorf("%s, %v", got, err)
	}
	if got, err := WithDatabase(base, "a b"); err != nil || got != "postgres://a:b@127.0.0.1:5432/a%20b?sslmode=disable" {
		t.Errorf("%s, %v", got, err)
	}
	for _, bad := range []string{"", "host=x password=hunter2", "postgres://u:hunter2@h:port/x", "mysql://u:hunter2@h/x"} {
		if _, err := WithDatabase(bad, "x"); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
