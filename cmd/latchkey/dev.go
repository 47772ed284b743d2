package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/postgres"
)

type devCommand struct {
	settings
	DataDir          string `env:"LATCHKEY_DATA_DIR" default:".latchkey" help:"Where PostgreSQL's data and this machine's secrets live. They survive restarts."`
	AdminAddr        string `env:"LATCHKEY_ADMIN_ADDR" default:"127.0.0.1:8080" help:"Where the admin plane listens; port 0 takes a free one."`
	DataAddr         string `env:"LATCHKEY_DATA_ADDR" default:"127.0.0.1:8081" help:"Where the data plane listens; port 0 takes a free one."`
	OwnerDatabaseURL string `env:"LATCHKEY_OWNER_DATABASE_URL" placeholder:"URL" help:"Use this PostgreSQL, as latchkey_owner, instead of starting one; with --database-url."`
	DatabaseURL      string `env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"The same database as latchkey_app; with --owner-database-url."`
}

// database is where dev keeps everything, and how it is stopped.
type database struct {
	ownerURL string
	url      string
	gone     <-chan struct{} // closed when it ends by itself; nil when it is not ours
	stop     func() error
}

// Run starts PostgreSQL, migrates, seeds on first start, serves, and stops all again.
func (c *devCommand) Run(ctx context.Context) (err error) {
	log := c.logger(os.Stderr)
	p := planes{service: service{
		settings: c.settings, planes: []string{"admin", "data"},
		adminAddr: c.AdminAddr, dataAddr: c.DataAddr, explore: true, printed: terminal(), log: log,
	}}
	// serve reads them, too; but only when PostgreSQL was made and started.
	if err := errors.Join(p.read(), c.oneDatabase()); err != nil {
		return err
	}
	dir, err := filepath.Abs(c.DataDir)
	if err != nil {
		return fmt.Errorf("making the data directory's path absolute: %w", err)
	}
	files, err := openFiles(dir)
	if err != nil {
		return err
	}
	defer files.close()
	if err := c.addressesFree(ctx); err != nil {
		return err
	}
	db, err := c.database(ctx, files, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.stop()) }()
	if _, _, err := postgres.Migrate(ctx, db.ownerURL); err != nil {
		return err
	}
	p.databaseURL = db.url
	if p.peppers, err = readPeppers(files.peppers()); err != nil {
		return err
	}
	if p.receiptKeys, err = readReceiptKeys(files.receiptKeys()); err != nil {
		return err
	}
	if p.auditKeys, err = readAuditKeys(files.auditKeys()); err != nil {
		return err
	}
	if p.factorKeys, err = readSecondFactorKeys(files.secondFactorKeys()); err != nil {
		return err
	}
	demo, err := seed(ctx, db.url, p.scheme, p.peppers, files)
	if err != nil {
		return err
	}

	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	go func() {
		select {
		case <-db.gone:
			cancel(errors.New("PostgreSQL has ended; what it said is in " + files.postgresLog()))
		case <-ctx.Done():
		}
	}()
	p.ready = func(at addresses) error { return c.announce(files, db, demo, at) }
	err = serve(ctx, p.service)
	if cause := context.Cause(ctx); err == nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	return err
}

// addressesFree is an error when something listens already where a plane or the metrics shall, or
// two of them shall at once: better said now than when PostgreSQL was made and started for nothing.
// The addresses are given back. serve takes them for good, and fails if it cannot.
func (c *devCommand) addressesFree(ctx context.Context) error {
	var taken []io.Closer
	defer func() {
		for _, l := range taken {
			_ = l.Close() // nobody was served
		}
	}()
	for _, a := range []struct{ flag, addr string }{{"--admin-addr", c.AdminAddr}, {"--data-addr", c.DataAddr}, {"--metrics-addr", c.MetricsAddr}} {
		if _, port, err := net.SplitHostPort(a.addr); a.addr == "" || err == nil && port == "0" {
			continue // nothing, or a free one
		}
		l, err := new(net.ListenConfig).Listen(ctx, "tcp", a.addr)
		if err != nil {
			return notFree(a.flag, err)
		}
		taken = append(taken, l)
	}
	return nil
}

// oneDatabase is an error when only one role of a PostgreSQL is named.
func (c *devCommand) oneDatabase() error {
	switch {
	case c.OwnerDatabaseURL != "" && c.DatabaseURL == "":
		return errors.New("--owner-database-url needs --database-url: the same database as latchkey_app")
	case c.OwnerDatabaseURL == "" && c.DatabaseURL != "":
		return errors.New("--database-url (LATCHKEY_DATABASE_URL) needs --owner-database-url: the same database as latchkey_owner")
	}
	return nil
}

// database starts the private PostgreSQL, unless another one is named.
func (c *devCommand) database(ctx context.Context, files files, log zerolog.Logger) (database, error) {
	if c.OwnerDatabaseURL != "" {
		return database{ownerURL: c.OwnerDatabaseURL, url: c.DatabaseURL, stop: func() error { return nil }}, nil
	}
	serverLog, err := files.create("postgres.log")
	if err != nil {
		return database{}, err
	}
	server, err := postgres.Start(ctx, postgres.Options{DataDir: files.path("postgres"), Log: serverLog,
		Download: &postgres.Download{CacheDir: files.path("download")}})
	if err != nil {
		return database{}, errors.Join(err, serverLog.Close())
	}
	stop := func() error {
		log.Info().Msg("stopping PostgreSQL")
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		return errors.Join(server.Stop(ctx), serverLog.Close())
	}
	passwords, err := files.passwords()
	if err == nil {
		err = postgres.EnsureRoles(ctx, server.SuperuserURL(), passwords)
	}
	if err == nil {
		err = postgres.EnsureDatabase(ctx, server.SuperuserURL(), "latchkey", "latchkey_owner")
	}
	if err != nil {
		return database{}, errors.Join(err, stop())
	}
	as := func(role string) string {
		return fmt.Sprintf("postgres://%s:%s@%s/latchkey?sslmode=disable", role, passwords[role],
			net.JoinHostPort("127.0.0.1", fmt.Sprint(server.Port())))
	}
	return database{ownerURL: as("latchkey_owner"), url: as("latchkey_app"), gone: server.Done(), stop: stop}, nil
}

// ready is dev.json: what programs need to use this instance.
type ready struct {
	AdminURL         string `json:"adminURL"`
	DataURL          string `json:"dataURL"`
	Email            string `json:"email"`
	Password         string `json:"password"`
	WorkspaceID      string `json:"workspaceId"`
	DatabaseURL      string `json:"databaseURL"`
	OwnerDatabaseURL string `json:"ownerDatabaseURL"`
}

// announce writes dev.json, and tells people where to go.
func (c *devCommand) announce(files files, db database, demo demo, at addresses) error {
	r := ready{
		AdminURL: c.spoken() + "://" + reachable(at.admin), DataURL: c.spoken() + "://" + reachable(at.data), Email: demo.Email, Password: demo.Password,
		WorkspaceID: demo.WorkspaceID, DatabaseURL: db.url, OwnerDatabaseURL: db.ownerURL,
	}
	if err := files.writeJSON(readyFile, r); err != nil {
		return err
	}
	// What is an argument of curl can be read by others on this machine: the password goes in by standard input.
	fmt.Printf(`
Latchkey is ready.

  dashboard    %[1]s/
  GraphiQL     %[1]s/graphiql/
  admin plane  %[1]s/graphql
  data plane   %[2]s/api/public/

  Sign in as   %[3]s
  password     %[4]s

  Try it:
  curl %[1]s/graphql -H 'Content-Type: application/json' -d @- \
    <<<'{"query":"mutation { signIn(input: {email: \"%[3]s\", password: \"%[4]s\"}) { me { name } } }"}'

  All of the above, and the database, is in %[5]s; examples/quickstart.sh takes it from there.
  Ctrl-C stops everything; the data stays.

`, r.AdminURL, r.DataURL, r.Email, r.Password, files.path(readyFile))
	return nil
}

// reachable is where this machine reaches a listener: one on all addresses has
// no address of its own.
func reachable(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return addr
}
