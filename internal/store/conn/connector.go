// Package conn is a thin layer between database/sql and lib/pq that makes every
// statement carry its workspace, and keeps prepared statements.
//
// A connection remembers which workspace its session is set to and sends a SET
// only when the statement's scope (package scope) differs: round trips are the
// cost of tenancy, not row-level security. What it remembers is a guess about
// the server's state, so it is dropped whenever that state may have changed
// behind it: after any error, a rollback (whole or to a savepoint) or a failed
// commit, each of which can undo a SET. Inside a transaction a statement of
// another workspace is refused; a statement without any scope is refused always.
//
// The scope of a person of staff exists in transactions alone: each begins by
// becoming the role latchkey_staff, for that person, read-only and with SET LOCAL,
// so that PostgreSQL itself takes it back when the transaction ends, whatever way.
//
// Statements with arguments are prepared once per connection and kept in a
// bounded LRU by their text. A statement that the server no longer knows, or
// whose result type a migration changed (26000, 0A000), is dropped, and run again
// only outside a transaction, since inside one the transaction is lost anyway.
//
// Each read from the socket has a deadline, so that a PostgreSQL that hangs
// gives an error instead of a stuck request; statement_timeout, which is
// shorter, normally ends a slow statement first. PostgreSQL's own limits and the
// mark that it is spoken to directly (no transaction pooler between, which would
// mix tenants) are startup parameters of every connection.
//
// Like any driver.Conn, a connection is used by one goroutine at a time.
package conn

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/lib/pq"
)

// The limits of every connection.
const (
	IdleInTxTimeout = 5 * time.Second
	LockTimeout     = 5 * time.Second
	ConnectTimeout  = 5 * time.Second
)

// Direct is the setting by which a session shows that its startup parameters
// arrived: a pooler refuses or drops them.
const Direct = "latchkey.direct"

var errURL = errors.New("the database URL is not of the form postgres://user:password@host:port/database?sslmode=…, " +
	"or one of its parameters has no such value; characters that mean something in an address are written as %XX in a password")

// Connector opens connections of one role to one database.
type Connector struct {
	inner *pq.Connector
	// Statement, unless nil, is told the text of each statement before it runs, and returns
	// what is told how it ended; by several goroutines at once. Of what the layer itself
	// sends, COMMIT is told, SET and BEGIN are not.
	Statement func(ctx context.Context, query string) (ended func(error))
}

// NewConnector parses a postgres:// URL (or key=value string). A statement may
// take patience; a server that says nothing for half as long again is given up.
func NewConnector(dsn string, patience time.Duration) (*Connector, error) {
	cfg, err := pq.NewConfig(dsn)
	if err != nil {
		return nil, errURL // the cause may quote the password
	}
	cfg.ConnectTimeout = ConnectTimeout
	cfg.ApplicationName = "latchkey"
	if cfg.Runtime == nil {
		cfg.Runtime = map[string]string{}
	}
	for name, limit := range map[string]time.Duration{
		"statement_timeout":                   patience,
		"idle_in_transaction_session_timeout": IdleInTxTimeout,
		"lock_timeout":                        min(LockTimeout, patience),
	} {
		cfg.Runtime[name] = fmt.Sprint(limit.Milliseconds())
	}
	cfg.Runtime[Direct] = "on"
	cfg.Runtime["search_path"] = "latchkey"
	// What the code relies on, whatever the server's defaults are: each statement
	// sees what is committed when it begins, and what is confirmed is kept.
	cfg.Runtime["default_transaction_isolation"] = "read committed"
	cfg.Runtime["synchronous_commit"] = "on"
	// A workspace that has most of a table is still read through an index that begins
	// with it: no statement of ours reads the rows of others on its way, and none
	// changes its ways while a table is small or its statistics are old.
	cfg.Runtime["enable_seqscan"] = "off"
	// What is read by an index is in memory, or on a disk that does not turn: the planner must not
	// think that a list is cheaper to read whole and to sort.
	cfg.Runtime["random_page_cost"] = "1.1"
	// To begin other processes for a statement takes longer than any of ours, too.
	cfg.Runtime["max_parallel_workers_per_gather"] = "0"
	// Compiling a statement takes longer than running any of ours.
	cfg.Runtime["jit"] = "off"
	inner, err := pq.NewConnectorConfig(cfg)
	if err != nil {
		return nil, fmt.Errorf("reading the database URL: %w", err)
	}
	inner.Dialer(dialer{patience * 3 / 2})
	return &Connector{inner: inner}, nil
}

// Connect implements driver.Connector.
func (c *Connector) Connect(ctx context.Context) (driver.Conn, error) {
	inner, err := c.inner.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return newConn(inner, c.Statement)
}

// Driver implements driver.Connector.
func (c *Connector) Driver() driver.Driver { return c.inner.Driver() }

// dialer gives every socket a deadline for each read and write.
type dialer struct{ silence time.Duration }

func (d dialer) Dial(network, address string) (net.Conn, error) {
	return d.DialTimeout(network, address, ConnectTimeout)
}

func (d dialer) DialTimeout(network, address string, timeout time.Duration) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	return d.DialContext(ctx, network, address)
}

func (d dialer) DialContext(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := (&net.Dialer{Timeout: ConnectTimeout}).DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	return deadlined{c, d.silence}, nil
}

type deadlined struct {
	net.Conn
	silence time.Duration
}

func (d deadlined) Read(b []byte) (int, error) {
	if err := d.SetReadDeadline(time.Now().Add(d.silence)); err != nil {
		return 0, err
	}
	return d.Conn.Read(b)
}

func (d deadlined) Write(b []byte) (int, error) {
	if err := d.SetWriteDeadline(time.Now().Add(d.silence)); err != nil {
		return 0, err
	}
	return d.Conn.Write(b)
}
