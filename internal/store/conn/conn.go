package conn

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"latchkey/internal/store/scope"
)

// The refusals of this layer. They are bugs of the caller, never of its input.
var (
	ErrNoScope        = errors.New("conn: a statement without a scope")
	ErrOtherWorkspace = errors.New("conn: a statement of another workspace inside a transaction")
	ErrNoTransaction  = errors.New("conn: a statement for staff outside of a transaction")
)

// keptStatements is how many prepared statements one connection keeps.
const keptStatements = 256

// session is what this layer needs of lib/pq's connection.
type session interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.QueryerContext
	driver.NamedValueChecker
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

type conn struct {
	session
	statements *simplelru.LRU[string, driver.Stmt]
	tell       func(ctx context.Context, query string) (ended func(error))
	set        scope.Scope // what the server's session is set to …
	known      bool        // … if that is known
	inTx       bool
	tx         scope.Scope // the scope that the open transaction began under
}

func newConn(inner driver.Conn, tell func(context.Context, string) func(error)) (driver.Conn, error) {
	s, ok := inner.(session)
	if !ok {
		return nil, fmt.Errorf("conn: %T lacks what a session needs", inner)
	}
	statements, err := simplelru.NewLRU(keptStatements, func(_ string, st driver.Stmt) {
		// When closing fails the connection is broken, and the next use of it says so.
		_ = st.Close()
	})
	if err != nil {
		return nil, err
	}
	if tell == nil {
		tell = func(context.Context, string) func(error) { return func(error) {} }
	}
	return &conn{session: s, statements: statements, tell: tell}, nil
}

// begin is the text that stands for the beginning of a transaction.
const begin = "BEGIN"

// enter sets the session to the scope of ctx, unless it is known to be. A
// rollback needs no setting, and in a failed transaction nothing else would run.
func (c *conn) enter(ctx context.Context, query string) error {
	want, ok := scope.From(ctx)
	switch {
	case !ok:
		return ErrNoScope
	case c.inTx && want != c.tx:
		return ErrOtherWorkspace
	case !c.inTx && isStaff(want) && query != begin:
		return ErrNoTransaction
	case c.known && c.set == want, c.inTx && verb(query) == "ROLLBACK":
		return nil
	}
	c.known = false
	// The value is the text of a UUID or empty, so it needs no quoting.
	if _, err := c.session.ExecContext(ctx, "SET latchkey.workspace_id = '"+want.Setting()+"'", nil); err != nil {
		return err
	}
	c.set, c.known = want, true
	return nil
}

// after forgets what is known when err, or the statement itself, may have undone a SET.
func (c *conn) after(query string, err error) error {
	if err != nil || undoes(query) {
		c.known = false
	}
	return err
}

// undoes reports whether a statement can change the setting without an error.
func undoes(query string) bool {
	switch verb(query) {
	case "ROLLBACK", "ABORT", "SET", "RESET", "DISCARD":
		return true
	}
	return false
}

// verb is the first word of a statement, in upper case.
func verb(query string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(query, " \t\r\n"), " ")
	return strings.ToUpper(strings.TrimRight(word, ";\r\n"))
}

// QueryContext implements driver.QueryerContext.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return perform(ctx, c, query, args, c.session.QueryContext, func(st driver.Stmt) (driver.Rows, error) {
		return st.(driver.StmtQueryContext).QueryContext(ctx, args)
	})
}

// ExecContext implements driver.ExecerContext.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	return perform(ctx, c, query, args, c.session.ExecContext, func(st driver.Stmt) (driver.Result, error) {
		return st.(driver.StmtExecContext).ExecContext(ctx, args)
	})
}

// perform runs a statement under the scope of ctx: one without arguments as it
// is, one with arguments prepared.
func perform[T any](ctx context.Context, c *conn, query string, args []driver.NamedValue,
	plain func(context.Context, string, []driver.NamedValue) (T, error), prepared func(driver.Stmt) (T, error),
) (T, error) {
	var result T
	ended := c.tell(ctx, query)
	err := c.enter(ctx, query)
	switch {
	case err != nil:
	case len(args) == 0:
		result, err = plain(ctx, query, nil)
	default:
		err = c.prepared(ctx, query, func(st driver.Stmt) (err error) {
			result, err = prepared(st)
			return err
		})
	}
	ended(err)
	return result, c.after(query, err)
}

// PrepareContext implements driver.ConnPrepareContext: the statement runs like
// any other, through the connection's own cache.
func (c *conn) PrepareContext(_ context.Context, query string) (driver.Stmt, error) {
	return &stmt{c, query}, nil
}

// Prepare implements driver.Conn.
func (c *conn) Prepare(query string) (driver.Stmt, error) { return &stmt{c, query}, nil }

// BeginTx implements driver.ConnBeginTx. The whole transaction belongs to the
// scope of ctx.
func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if err := c.enter(ctx, begin); err != nil {
		return nil, c.after(begin, err)
	}
	inner, err := c.session.BeginTx(ctx, opts)
	if err != nil {
		return nil, c.after(begin, err)
	}
	c.inTx, c.tx = true, c.set
	begun := &tx{c, inner, ctx}
	if err := c.becomeStaff(ctx); err != nil {
		return nil, errors.Join(err, begun.Rollback())
	}
	return begun, nil
}

// becomeStaff gives a transaction in a staff scope the role and the person that
// row-level security judges it by. Both end with the transaction, whichever way
// that ends, so there is nothing to remember.
func (c *conn) becomeStaff(ctx context.Context) error {
	person, ok := c.tx.Staff()
	if !ok {
		return nil
	}
	// As above, the value needs no quoting.
	_, err := c.session.ExecContext(ctx, "SET LOCAL transaction_read_only = on; SET LOCAL latchkey.staff_person = '"+person.String()+
		"'; SET LOCAL ROLE latchkey_staff", nil)
	return c.after(begin, err)
}

func isStaff(s scope.Scope) bool {
	_, ok := s.Staff()
	return ok
}

// Begin implements driver.Conn; without a context it has no scope.
func (c *conn) Begin() (driver.Tx, error) { return nil, ErrNoScope }

type tx struct {
	c     *conn
	inner driver.Tx
	given context.Context // that it began with, for who watches its end
}

func (t *tx) Commit() error {
	t.c.inTx = false
	ended := t.c.tell(t.given, "COMMIT")
	err := t.inner.Commit()
	ended(err)
	return t.c.after("COMMIT", err)
}

func (t *tx) Rollback() error {
	t.c.inTx = false
	return t.c.after("ROLLBACK", t.inner.Rollback())
}
