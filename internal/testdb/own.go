package testdb

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net"
	"testing"

	"github.com/lib/pq"

	"latchkey/internal/postgres"
)

// Own is a server of one test alone, which may break it: with Latchkey's roles and one
// migrated database, latchkey. The URLs hold passwords: keep them out of logs. They stay the
// same when the server is started again.
type Own struct {
	OwnerURL string // latchkey_owner, whom the database belongs to
	AppURL   string // latchkey_app
	DataURL  string // latchkey_data
	SuperURL string // the superuser
	// Server is what runs, or ran. It is the test's to stop or kill, in one goroutine at a time.
	Server *postgres.Server
	// Options are those of the next Restart.
	Options postgres.Options
}

// Start starts a server as o says, on a directory and a port of Start's choice. It is stopped,
// and removed, when the test ends. Also where LATCHKEY_OWNER_DATABASE_URL is set, it is private;
// and Main is not needed.
func Start(t testing.TB, o postgres.Options) *Own {
	t.Helper()
	o.Port = QuietPort(t)
	s, err := newPrivate(t.Context(), place(), seeds(), o)
	if err != nil {
		t.Fatalf("testdb: %v", err)
	}
	o.DataDir = s.dataDir()
	own := &Own{Server: s.cluster, Options: o}
	t.Cleanup(func() {
		s.cluster = own.Server
		if err := s.close(); err != nil {
			t.Errorf("testdb: %v", err)
		}
	})
	const name = "latchkey"
	if err := s.settle(t.Context(), name); err != nil {
		t.Fatalf("testdb: %v", err)
	}
	own.OwnerURL, own.AppURL = withDatabase(s.owner, name), withDatabase(s.app, name)
	own.DataURL, own.SuperURL = withDatabase(s.data, name), withDatabase(s.admin, name)
	return own
}

// Open opens a pool that is closed when the test ends, before the server is stopped.
func (o *Own) Open(t testing.TB, url string) *sql.DB { return open(t, "a test's own server", url) }

// Restart starts the server again, on its data and port, after it was stopped or killed.
func (o *Own) Restart(ctx context.Context) error {
	server, err := postgres.Start(ctx, o.Options)
	if err == nil {
		o.Server = server
	}
	return err
}

// settle makes the template the server's one database: nothing is cloned from it.
func (s *server) settle(ctx context.Context, name string) error {
	template, err := s.templated(ctx)
	if err != nil {
		return err
	}
	quoted := pq.QuoteIdentifier(template)
	for _, statement := range []string{"ALTER DATABASE " + quoted + " IS_TEMPLATE false", "ALTER DATABASE " + quoted + " RENAME TO " + pq.QuoteIdentifier(name)} {
		if _, err := s.base.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("%s: %w", statement, err)
		}
	}
	return nil
}

// QuietPort is one on loopback that is free, and none that the kernel gives to outgoing
// connections: those could take it while nothing listens there.
func QuietPort(t testing.TB) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(10000) // any will do
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			_ = l.Close() // nobody was served
			return port
		}
	}
	t.Fatal("testdb: no port is free")
	return 0
}
