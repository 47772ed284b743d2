package soak_test

import (
	"context"
	"database/sql"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/internal/postgres"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
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
	server  *testdb.Own
	super   *sql.DB // connects anew when the server was started again
	admin   *process
	node    [nodes]atomic.Pointer[process]
}

// install starts everything, with a person who may sign in.
func install(ctx context.Context, t *testing.T, program string) *installation {
	t.Helper()
	in := &installation{t: t, program: program, peppers: filepath.Join(t.TempDir(), "peppers")}
	must(t, os.WriteFile(in.peppers, []byte("soak "+base64.StdEncoding.EncodeToString(make([]byte, 32))+"\n"), 0o600))
	in.server = testdb.Start(t, postgres.Options{Ephemeral: true})
	in.super = in.server.Open(t, in.server.SuperURL)
	in.makePerson(ctx)
	var err error
	in.admin, err = serve(ctx, t, program, "admin", in.server.AppURL, in.peppers)
	must(t, err)
	for i := range in.node {
		must(t, in.startNode(ctx, i))
	}
	return in
}

func (in *installation) makePerson(ctx context.Context) {
	in.t.Helper()
	st, err := store.Open(ctx, in.server.AppURL, store.Options{MaxConns: 1})
	must(in.t, err)
	defer st.Close() //nolint:errcheck // nothing is left to lose
	people, err := session.New(st, session.Options{})
	must(in.t, err)
	_, err = people.CreatePerson(ctx, email, "Owner", session.NewPassword(password))
	must(in.t, err)
}

func (in *installation) startPostgres(ctx context.Context) error { return in.server.Restart(ctx) }

func (in *installation) stopPostgres(ctx context.Context) error { return in.server.Server.Stop(ctx) }

// startNode starts the node of this number, or another one in its place.
func (in *installation) startNode(ctx context.Context, i int) error {
	p, err := serve(ctx, in.t, in.program, "data", in.server.DataURL, in.peppers)
	if err == nil {
		in.node[i].Store(p)
	}
	return err
}

// workspace runs a command of the operator's on a workspace.
func (in *installation) workspace(ctx context.Context, args ...string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, in.program, append([]string{"workspace"}, args...)...)
	cmd.Env = append(clean(os.Environ()), "LATCHKEY_DATABASE_URL="+in.server.AppURL)
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
