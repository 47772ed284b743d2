package testdb

import (
	"context"
	"crypto/rand"
	"database/sql"
	"strings"
	"testing"

	"github.com/lib/pq"

	"latchkey/internal/postgres"
)

// DB is one test's database. The URLs hold passwords: keep them out of logs.
type DB struct {
	OwnerURL string // latchkey_owner, whom it belongs to
	AppURL   string // latchkey_app
	DataURL  string // latchkey_data
	SuperURL string // the superuser; "" on an external server
	Name     string
	cluster  *postgres.Server
}

// Cluster is the private server, nil on an external one. It is shared by all
// tests of the process: a test that kills servers starts its own (Start).
func (db *DB) Cluster() *postgres.Server { return db.cluster }

// New returns a fresh, migrated database. It is dropped when the test ends,
// unless the test failed.
func New(t testing.TB) *DB {
	t.Helper()
	s := running(t)
	template, err := s.templated(t.Context())
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	return s.create(t, template)
}

// NewEmpty returns a fresh database of latchkey_owner without any migration.
func NewEmpty(t testing.TB) *DB {
	t.Helper()
	return running(t).create(t, "template1")
}

// create clones a template for one test.
func (s *server) create(t testing.TB, template string) *DB {
	t.Helper()
	name := "testdb_" + strings.ToLower(rand.Text())
	s.execute(t, t.Context(), s.creation(name, template))
	t.Cleanup(func() {
		if !t.Failed() {
			s.execute(t, context.Background(), s.removal(name))
		}
	})
	return s.database(name)
}

// creation is the statement that makes a database. A private server, which does
// not fsync, copies the template's files for half of what it costs to write the
// copy into the write-ahead log; one that does is better off with the log.
func (s *server) creation(name, template string) string {
	statement := "CREATE DATABASE " + pq.QuoteIdentifier(name) + " TEMPLATE " + pq.QuoteIdentifier(template) +
		" OWNER " + pq.QuoteIdentifier(s.owner.User.Username())
	if s.cluster != nil {
		statement += " STRATEGY file_copy"
	}
	return statement
}

// removal is the statement that drops a database. Only a superuser may end the
// connections of other roles.
func (s *server) removal(name string) string {
	statement := "DROP DATABASE " + pq.QuoteIdentifier(name)
	if s.cluster != nil {
		statement += " WITH (FORCE)"
	}
	return statement
}

// Open opens a pool that is closed when the test ends.
func (db *DB) Open(t testing.TB, url string) *sql.DB { return open(t, db.Name, url) }

func open(t testing.TB, name, url string) *sql.DB {
	t.Helper()
	pool, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatalf("testdb: opening %s: %v", name, err)
	}
	t.Cleanup(func() {
		if err := pool.Close(); err != nil {
			t.Errorf("testdb: closing %s: %v", name, err)
		}
	})
	return pool
}

func running(t testing.TB) *server {
	t.Helper()
	s, err := shared.get()
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	return s
}

func (s *server) database(name string) *DB {
	db := &DB{
		OwnerURL: withDatabase(s.owner, name),
		AppURL:   withDatabase(s.app, name),
		DataURL:  withDatabase(s.data, name),
		Name:     name,
		cluster:  s.cluster,
	}
	if s.cluster != nil {
		db.SuperURL = withDatabase(s.admin, name)
	}
	return db
}

// execute runs one statement where databases are made and dropped.
func (s *server) execute(t testing.TB, ctx context.Context, statement string) {
	t.Helper()
	if _, err := s.base.ExecContext(ctx, statement); err != nil {
		t.Fatalf("testdb: %s: %v", statement, err)
	}
}
