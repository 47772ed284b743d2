package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"latchkey/ent/gen"
	"latchkey/internal/caller"
	"latchkey/internal/store/scope"
)

// ErrNoCaller is the refusal of a caller that no authenticated origin made.
var ErrNoCaller = errors.New("store: no caller")

// View reads inside one workspace, statement by statement.
type View struct {
	who caller.Caller
	now time.Time
	sql querier
	ent *gen.Client
}

// Tx is a transaction inside one workspace, or (in [Store.Write]) a single change
// that commits by itself.
type Tx struct {
	View
	alone bool
}

// errSeveral says that work needs a transaction. [Store.Write] gives it one.
var errSeveral = errors.New("store: this work needs a transaction")

// Alone reports whether the change commits by itself. Then what was read before it
// may have changed meanwhile, and the change must say what it relies on.
func (t *Tx) Alone() bool { return t.alone }

// Several is for work of several changes, or work that relies on locks, to begin
// with: outside of a transaction it is an error, which f returns.
func (t *Tx) Several() error {
	if t.alone {
		return errSeveral
	}
	return nil
}

// Caller returns who acts.
func (v *View) Caller() caller.Caller { return v.who }

// Now returns the time at which the work began; all of a transaction has one.
func (v *View) Now() time.Time { return v.now }

// Ent returns ent's client, bound to this workspace and (in a Tx) transaction, for tests of
// other packages: an architecture test keeps production from going past this package's methods.
func (v *View) Ent() *gen.Client { return v.ent }

// Query runs SQL that ent cannot say well. The fences of the database hold here,
// ent's does not: name the workspace in the statement too, so that its indexes are used.
func (v *View) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return v.sql.QueryContext(ctx, query, args...)
}

// QueryRow is Query for at most one row.
func (v *View) QueryRow(ctx context.Context, query string, args ...any) *sql.Row {
	return v.sql.QueryRowContext(ctx, query, args...)
}

// Exec is Query for changes.
func (t *Tx) Exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return t.sql.ExecContext(ctx, query, args...)
}

// Apart runs f so that the transaction goes on when f fails: what f did is undone
// then, and wrong says why. After err the transaction cannot go on.
func (t *Tx) Apart(ctx context.Context, f func() error) (wrong, err error) {
	if _, err = t.Exec(ctx, `SAVEPOINT apart`); err != nil {
		return nil, err
	}
	switch wrong = f(); {
	case wrong == nil:
		_, err = t.Exec(ctx, `RELEASE SAVEPOINT apart`)
		return nil, err
	case lostConflict(wrong), TimedOut(wrong), outage(wrong):
		// Only all of it can run again; and what waited in vain would wait as long the next time.
		return nil, wrong
	}
	if _, err = t.Exec(ctx, `ROLLBACK TO SAVEPOINT apart`); err != nil {
		return nil, errors.Join(wrong, err)
	}
	return translate(wrong), nil
}

// View runs f's statements inside who's workspace without a transaction: each
// sees what is committed when it begins. f must use the context it is given. For
// staff it is a transaction that sees what staff see, and that they look is recorded.
func (s *Store) View(ctx context.Context, who caller.Caller, f func(context.Context, *View) error) error {
	switch {
	case !who.Valid():
		return ErrNoCaller
	case who.Kind() == caller.Support:
		return s.look(ctx, who, f)
	}
	return s.under(ctx, scope.Of(who.Workspace()), func(ctx context.Context, c *sql.Conn) error {
		v := s.view(who, c)
		return f(ctx, &v)
	})
}

// attempts is how often a transaction that keeps losing conflicts is run.
const attempts = 4

// InWorkspace runs f in a transaction inside who's workspace, and commits when it
// returns nil. f must use the context it is given, and may run again after a
// serialization failure or a deadlock.
func (s *Store) InWorkspace(ctx context.Context, who caller.Caller, f func(context.Context, *Tx) error) error {
	if err := mayChange(who); err != nil {
		return err
	}
	return s.within(ctx, who, f)
}

// mayChange refuses who cannot change anything.
func mayChange(who caller.Caller) error {
	switch {
	case !who.Valid():
		return ErrNoCaller
	case who.Looking().Session != uuid.Nil:
		return ErrOnlyReads
	}
	return nil
}

// within is InWorkspace for whoever it is.
func (s *Store) within(ctx context.Context, who caller.Caller, f func(context.Context, *Tx) error) error {
	return s.under(ctx, scope.Of(who.Workspace()), func(inner context.Context, c *sql.Conn) error {
		for attempt := 1; ; attempt++ {
			err := s.transact(inner, c, func(tx *sql.Tx) error {
				return f(inner, &Tx{View: s.view(who, tx)})
			})
			if attempt == attempts || !lostConflict(err) {
				return err
			}
			if err := pause(ctx, attempt); err != nil {
				return err
			}
		}
	})
}

// Write runs f, which reads and then makes at most one change, a single statement.
// That commits by itself, which spares the round trips of a transaction. An f that
// finds that it needs more (Tx.Several) has changed nothing and runs again in a
// transaction, as [Store.InWorkspace] runs it.
func (s *Store) Write(ctx context.Context, who caller.Caller, f func(context.Context, *Tx) error) error {
	if err := mayChange(who); err != nil {
		return err
	}
	err := s.under(ctx, scope.Of(who.Workspace()), func(ctx context.Context, c *sql.Conn) error {
		return f(ctx, &Tx{View: s.view(who, c), alone: true})
	})
	if errors.Is(err, errSeveral) || lostConflict(err) {
		return s.InWorkspace(ctx, who, f)
	}
	return err
}

// pause waits a random while, longer each time, or until the caller has gone.
func pause(ctx context.Context, attempt int) error {
	timer := time.NewTimer(rand.N(time.Duration(attempt) * 10 * time.Millisecond)) // jitter, not a secret
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

func (s *Store) view(who caller.Caller, q querier) View {
	return View{who: who, now: s.now(), sql: q, ent: gen.NewClient(gen.Driver(newBound(q)))}
}

// bound is an ent driver on a connection or transaction that is already open:
// where ent wants a transaction of its own, it gets the one it is in.
type bound struct{ entsql.Conn }

func newBound(q querier) bound {
	return bound{entsql.NewDriver(dialect.Postgres, entsql.Conn{ExecQuerier: q}).Conn}
}

func (bound) Dialect() string { return dialect.Postgres }
func (bound) Close() error    { return nil }

func (b bound) Tx(context.Context) (dialect.Tx, error) { return dialect.NopTx(b), nil }
