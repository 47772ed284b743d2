package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"latchkey/internal/store/conn"
	"latchkey/internal/store/scope"

	_ "latchkey/ent/gen/runtime" // ent's hooks and interceptors: the second fence
)

// PoolTimeout is how long a request waits for a free connection at most.
const PoolTimeout = 5 * time.Second

// Store is one role's access to one database.
type Store struct {
	db          *sql.DB
	poolTimeout time.Duration
	now         func() time.Time
}

// Options of a store; the zero value is for production.
type Options struct {
	MaxConns int              // 0: 8, which is enough for commit-bound writes on two cores
	Patience time.Duration    // how long a statement may take; 0: 10 s. Half as long again without a word ends the connection
	Now      func() time.Time // nil: time.Now. Tests have a clock of their own
	People   bool             // the admin plane works with it: refuse a role that may not read people

	// Statement is told of each statement before it runs, COMMIT included, and returns what
	// is told how it ended; nil tells nobody.
	Statement func(ctx context.Context, query string) (ended func(error))
}

// Open connects to url, a postgres:// URL of the application's role, and refuses
// a role that row-level security does not bind, a schema of another version, and
// a pooler in between.
func Open(ctx context.Context, url string, o Options) (*Store, error) {
	if o.MaxConns == 0 {
		o.MaxConns = 8
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Second
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	connector, err := conn.NewConnector(url, o.Patience)
	if err != nil {
		return nil, err
	}
	connector.Statement = o.Statement
	s := &Store{db: sql.OpenDB(connector), poolTimeout: min(PoolTimeout, o.Patience), now: o.Now}
	s.db.SetMaxOpenConns(o.MaxConns)
	s.db.SetMaxIdleConns(o.MaxConns)
	s.db.SetConnMaxIdleTime(5 * time.Minute)
	if err := s.fit(ctx, o.People); err != nil {
		_ = s.db.Close()
		return nil, err
	}
	return s, nil
}

// Close ends the connections.
func (s *Store) Close() error { return s.db.Close() }

// Stats returns how the connections are used.
func (s *Store) Stats() sql.DBStats { return s.db.Stats() }

// Ping reports whether PostgreSQL answers.
func (s *Store) Ping(ctx context.Context) error {
	return s.across(ctx, func(ctx context.Context, q querier) error {
		var one int
		return q.QueryRowContext(ctx, "SELECT 1").Scan(&one)
	})
}

// querier is what *sql.Tx and *sql.Conn have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// under borrows a connection for f, whose statements belong to the scope.
func (s *Store) under(ctx context.Context, in scope.Scope, f func(context.Context, *sql.Conn) error) error {
	wait, cancel := context.WithTimeout(ctx, s.poolTimeout)
	defer cancel()
	c, err := s.db.Conn(scope.With(wait, in))
	if err != nil {
		return unavailable(err)
	}
	defer c.Close() // it only goes back to the pool
	return translate(f(scope.With(context.WithoutCancel(ctx), in), c))
}

// across runs statements under no workspace: work across workspaces, and rows
// that belong to none.
func (s *Store) across(ctx context.Context, f func(context.Context, querier) error) error {
	return s.under(ctx, scope.Global, func(ctx context.Context, c *sql.Conn) error { return f(ctx, c) })
}

// acrossTx is across in one transaction.
func (s *Store) acrossTx(ctx context.Context, f func(context.Context, querier) error) error {
	return s.under(ctx, scope.Global, func(ctx context.Context, c *sql.Conn) error {
		return s.transact(ctx, c, func(tx *sql.Tx) error { return f(ctx, tx) })
	})
}

// transact runs f in one transaction on c.
func (s *Store) transact(ctx context.Context, c *sql.Conn, f func(*sql.Tx) error) error {
	tx, err := c.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning: %w", err)
	}
	defer tx.Rollback() // after a commit it does nothing
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("committing: %w", err)
	}
	return nil
}
