package testdb

import (
	"cmp"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"latchkey/internal/postgres"
)

// The login roles of package migrations.
const (
	ownerRole = "latchkey_owner"
	appRole   = "latchkey_app"
	dataRole  = "latchkey_data"
)

// server is where the test databases are made. Its URLs' database is whatever
// New starts from: that of the superuser, or the external one.
type server struct {
	cluster  *postgres.Server // nil for an external server
	home     string           // the private server's directory
	disown   func()           // gives up the lock that keeps others from sweeping it away
	admin    *url.URL         // who makes databases: the superuser, or the external owner
	owner    *url.URL
	app      *url.URL
	data     *url.URL
	base     *sql.DB      // as admin; kept open, for connecting costs as much as making a database
	migrated atomic.Int32 // how often this process migrated the template

	mu       sync.Mutex
	template string // its name, once it is there
}

func newServer(ctx context.Context) (*server, error) {
	if external := os.Getenv("LATCHKEY_OWNER_DATABASE_URL"); external != "" {
		return newExternal(ctx, external, os.Getenv("LATCHKEY_DATABASE_URL"), os.Getenv("LATCHKEY_DATA_DATABASE_URL"))
	}
	return newPrivate(ctx, place(), seeds(), thrifty())
}

const (
	privatePrefix = "latchkey-testdb-"
	ownerLock     = "owner"
)

// frugal are settings for many small databases that live for seconds: nobody replays
// their log or keeps its files for another turn, and nobody has the time to vacuum them.
var frugal = map[string]string{
	"wal_level": "minimal", "max_wal_senders": "0", "max_wal_size": "128MB", "min_wal_size": "2MB",
	"wal_recycle": "off", "wal_init_zero": "off", "autovacuum": "off", "max_logical_replication_workers": "0",
}

func thrifty() postgres.Options {
	return postgres.Options{Ephemeral: true, MaxConnections: 200, Settings: frugal}
}

// programs are PostgreSQL's, which this process looks for once.
var programs = sync.OnceValues(func() (postgres.Programs, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	return postgres.Find(ctx, 0)
})

// newPrivate starts a server in a new directory below tmp, else as o says. Its files are a
// copy of the seed that is kept in seeds; "" begins from nothing.
func newPrivate(ctx context.Context, tmp, seeds string, o postgres.Options) (_ *server, err error) {
	sweep(ctx, tmp)
	home, err := os.MkdirTemp(tmp, privatePrefix)
	if err != nil {
		return nil, fmt.Errorf("making a directory for the test server: %w", err)
	}
	s := &server{home: home}
	defer func() {
		if err != nil {
			err = errors.Join(err, s.close())
		}
	}()
	if s.disown, err = tryLock(filepath.Join(home, ownerLock)); err != nil {
		return nil, err
	}
	// The server runs as another user when the tests run as root.
	if err := os.Chmod(home, 0o711); err != nil {
		return nil, fmt.Errorf("opening the test server's directory to its user: %w", err)
	}
	if seeds != "" {
		if err := plant(ctx, seeds, tmp, s.dataDir()); err != nil {
			return nil, err
		}
	}
	found, err := programs()
	if err != nil {
		return nil, err
	}
	o.DataDir, o.ProgramsDir = s.dataDir(), cmp.Or(o.ProgramsDir, found.Dir)
	if s.cluster, err = postgres.Start(ctx, o); err != nil {
		return nil, err
	}
	return s, s.makeRoles(ctx, seeds != "")
}

func (s *server) dataDir() string { return filepath.Join(s.home, "data") }

// openBase opens the pool that databases are made with.
func (s *server) openBase() (err error) {
	if s.base, err = sql.Open("postgres", s.admin.String()); err != nil {
		return fmt.Errorf("opening the test server: %w", err)
	}
	return nil
}

// makeRoles gives the roles passwords that no other server has; a planted one has the roles.
func (s *server) makeRoles(ctx context.Context, planted bool) (err error) {
	super := s.cluster.SuperuserURL()
	if s.admin, err = url.Parse(super); err != nil {
		return fmt.Errorf("reading the superuser's URL: %w", err)
	}
	verifiers := map[string]string{}
	for role, u := range map[string]**url.URL{ownerRole: &s.owner, appRole: &s.app, dataRole: &s.data} {
		password := rand.Text()
		*u = withUser(s.admin, role, password)
		if verifiers[role], err = verifier(password); err != nil {
			return err
		}
	}
	if err := s.openBase(); err != nil {
		return err
	}
	if !planted {
		return postgres.EnsureRoles(ctx, super, verifiers)
	}
	return postgres.SetPasswords(ctx, s.base, verifiers)
}

// close ends the pool, stops a private server and removes its directory.
func (s *server) close() error {
	if s.disown != nil {
		defer s.disown()
	}
	var stopErr error
	if s.base != nil {
		stopErr = s.base.Close()
	}
	if s.home == "" {
		return stopErr
	}
	if s.cluster != nil {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		stopErr = errors.Join(stopErr, s.cluster.Stop(ctx))
	}
	return errors.Join(stopErr, os.RemoveAll(s.home))
}

// sweep removes what runs that ended in a panic left below tmp. Directories of
// running tests are locked, also while a test has stopped its server; one that is about
// to be is too young.
func sweep(ctx context.Context, tmp string) {
	homes, _ := filepath.Glob(filepath.Join(tmp, privatePrefix+"*"))
	for _, home := range homes {
		info, err := os.Stat(home)
		if err != nil || time.Since(info.ModTime()) < time.Minute {
			continue
		}
		disown, err := tryLock(filepath.Join(home, ownerLock))
		if err != nil {
			continue // it is somebody's
		}
		// What cannot be removed now, or by this user, is left to another run.
		if postgres.Remove(ctx, filepath.Join(home, "data")) == nil {
			_ = os.RemoveAll(home)
		}
		disown()
	}
}

func withUser(u *url.URL, name, password string) *url.URL {
	c := *u
	c.User = url.UserPassword(name, password)
	return &c
}

func withDatabase(u *url.URL, name string) string {
	if u == nil {
		return ""
	}
	c := *u
	c.Path, c.RawPath = "/"+name, ""
	return c.String()
}
