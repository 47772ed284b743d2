package conn

import (
	"context"
	"database/sql/driver"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// prepared runs use with the prepared statement of query. A statement that the
// server does not accept any more is dropped, and outside a transaction, where
// nothing of it can have happened, prepared and run once again.
func (c *conn) prepared(ctx context.Context, query string, use func(driver.Stmt) error) error {
	for again := !c.inTx; ; again = false {
		st, err := c.statement(ctx, query)
		if err != nil {
			return err
		}
		err = use(st)
		if pq.As(err, pqerror.FeatureNotSupported, pqerror.InvalidSQLStatementName) == nil {
			return err
		}
		c.statements.Remove(query)
		if !again {
			return err
		}
	}
}

// statement returns the prepared statement of query, preparing it when it is new.
func (c *conn) statement(ctx context.Context, query string) (driver.Stmt, error) {
	if st, ok := c.statements.Get(query); ok {
		return st, nil
	}
	st, err := c.session.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.statements.Add(query, st)
	return st, nil
}

// stmt is what database/sql's Prepare gets: only the text.
type stmt struct {
	c     *conn
	query string
}

func (s *stmt) Close() error  { return nil }
func (s *stmt) NumInput() int { return -1 }

func (s *stmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return s.c.QueryContext(ctx, s.query, args)
}

func (s *stmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return s.c.ExecContext(ctx, s.query, args)
}

// Exec implements driver.Stmt; without a context it has no scope.
func (s *stmt) Exec([]driver.Value) (driver.Result, error) { return nil, ErrNoScope }

// Query implements driver.Stmt; without a context it has no scope.
func (s *stmt) Query([]driver.Value) (driver.Rows, error) { return nil, ErrNoScope }
