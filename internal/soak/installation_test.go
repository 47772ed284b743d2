package soak_test

import (
	"context"
	"database/sql"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/internal/postgres"
	"latchkey/internal/session"
	"latchkey/internal/store"
)

const (
	nodes    = 3
	email    = "owner@soak.example"
	password = "correct horse battery staple"
)

// installation is all that runs.
type installation struct {
	t       *testing.T
	program string
	peppers string
	options postgres.Options
	server  *postgres.Server
	super   *sql.DB // connects anew when the server was started again
	appURL  string
	dataURL string
	admin   *process
	node    [nodes]atomic.Pointer[process]
}

// install starts everything, with a person who may sign in.
func install(ctx context.Context, t *testing.T, program string) *installation {
	t.Helper()
	dir, err := os.MkdirTemp("", "latchkey-soak-data-")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	must(t, os.Chmod(dir, 0o711)) // the server runs as another user when the tests run as root
	in := &installation{t: t, program: program, peppers: filepath.Join(dir, "peppers")}
	must(t, os.WriteFile(in.peppers, []byte("soak "+base64.StdEncoding.EncodeToString(make([]byte, 32))+"\n"), 0o600))
	in.options = postgres.Options{DataDir: filepath.Join(dir, "postgres"), Port: quietPort(t), Ephemeral: true}
	must(t, in.startPostgres(ctx))
	t.Cleanup(func() { _ = in.server.Stop(context.Background()) })
	in.prepareDatabase(ctx)

	in.admin, err = serve(ctx, t, program, "admin", in.appURL, in.peppers)
	must(t, err)
	for i := range in.node {
		must(t, in.startNode(ctx, i))
	}
	return in
}

func (in *installation) prepareDatabase(ctx context.Context) {
	in.t.Helper()
	super, err := url.Parse(in.server.SuperuserURL())
	must(in.t, err)
	as := func(role string) string {
		u := *super
		u.User, u.Path = url.UserPassword(role, password), "/latchkey"
		return u.String()
	}
	must(in.t, postgres.EnsureRoles(ctx, super.String(), map[string]string{
		"latchkey_owner": password, "latchkey_app": password, "latchkey_data": password}))
	must(in.t, postgres.EnsureDatabase(ctx, super.String(), "latchkey", "latchkey_owner"))
	_, _, err = postgres.Migrate(ctx, as("latchkey_owner"))
	must(in.t, err)
	in.appURL, in.dataURL = as("latchkey_app"), as("latchkey_data")
	in.super, err = sql.Open("postgres", super.String())
	must(in.t, err)
	in.t.Cleanup(func() { _ = in.super.Close() })

	st, err := store.Open(ctx, in.appURL, store.Options{MaxConns: 1})
	must(in.t, err)
	defer st.Close() //nolint:errcheck // nothing is left to lose
	people, err := session.New(st, session.Options{})
	must(in.t, err)
	_, err = people.CreatePerson(ctx, email, "Owner", session.NewPassword(password))
	must(in.t, err)
}

// quietPort is free, and none that the kernel gives to outgoing connections: those
// could take it while PostgreSQL is stopped.
func quietPort(t *testing.T) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(10000) //nolint:gosec // any will do
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			must(t, l.Close())
			return port
		}
	}
	t.Fatal("no port is free")
	return 0
}

func (in *installation) startPostgres(ctx context.Context) (err error) {
	in.server, err = postgres.Start(ctx, in.options)
	return err
}

func (in *installation) stopPostgres(ctx context.Context) error { return in.server.Stop(ctx) }

// startNode starts the node of this number, or another one in its place.
func (in *installation) startNode(ctx context.Context, i int) error {
	p, err := serve(ctx, in.t, in.program, "data", in.dataURL, in.peppers)
	if err == nil {
		in.node[i].Store(p)
	}
	return err
}

// workspace runs a command of the operator's on a workspace.
func (in *installation) workspace(ctx context.Context, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, in.program, append([]string{"workspace"}, args...)...)
	cmd.Env = append(clean(os.Environ()), "LATCHKEY_DATABASE_URL="+in.appURL)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// cutFeeds ends the connections that nodes listen on.
func (in *installation) cutFeeds(ctx context.Context) error {
	_, err := in.super.ExecContext(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'LISTEN%' AND pid <> pg_backend_pid()`)
	return err
}

// keepCutting cuts feeds as soon as they are there again, until stop is called.
func (in *installation) keepCutting(ctx context.Context) (stop func() error) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				ended <- nil
				return
			case <-tick.C:
			}
			if err := in.cutFeeds(ctx); err != nil && ctx.Err() == nil {
				ended <- err
				return
			}
		}
	}()
	return func() error {
		cancel()
		return <-ended
	}
}
