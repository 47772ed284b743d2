package testdb

import (
	"context"
	"crypto/rand"
	"database/sql"
	"strings"
	"testing"

	"github.com/lib/pq"
	"github.com/peterldowns/pgtestdb"

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
// tests of the process: a test that kills servers starts its own.
func (db *DB) Cluster() *postgres.Server { return db.cluster }

// New returns a fresh, migrated database. It is dropped when the test ends,
// unless the test failed.
func New(t testing.TB) *DB {
	t.Helper()
	s := running(t)
	if s.cluster == nil {
		if err := s.prepareTemplate(t.Context()); err != nil {
			t.Fatalf("testdb: %v", err)
		}
	}
	conf := pgtestdb.Custom(quiet{t}, s.config(), migrator{s})
	return s.database(conf.Database)
}

// NewEmpty returns a fresh database of latchkey_owner without any migration.
func NewEmpty(t testing.TB) *DB {
	t.Helper()
	s := running(t)
	name := "testdb_empty_" + strings.ToLower(rand.Text())
	quoted := pq.QuoteIdentifier(name)
	s.execute(t, t.Context(), "CREATE DATABASE "+quoted+" OWNER "+pq.QuoteIdentifier(s.owner.User.Username()))
	t.Cleanup(func() {
		if t.Failed() {
			return
		}
		force := ""
		if s.cluster != nil {
			force = " WITH (FORCE)"
		}
		s.execute(t, context.Background(), "DROP DATABASE "+quoted+force)
	})
	return s.database(name)
}

// Open opens a pool that is closed when the test ends.
func (db *DB) Open(t testing.TB, url string) *sql.DB {
	t.Helper()
	pool, err := sql.Open("postgres", url)
	if err != nil {
		t.Fatalf("testdb: opening %s: %v", db.Name, err)
	}
	t.Cleanup(func() {
		if err := pool.Close(); err != nil {
			t.Errorf("testdb: closing %s: %v", db.Name, err)
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
	db, err := sql.Open("postgres", s.admin.String())
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, statement); err != nil {
		t.Fatalf("testdb: %s: %v", statement, err)
	}
}

// quiet keeps pgtestdb from logging the database's URL, which holds a password.
type quiet struct{ testing.TB }

func (quiet) Logf(string, ...any) {}
