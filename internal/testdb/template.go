package testdb

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"

	"github.com/lib/pq"
	"github.com/peterldowns/pgtestdb"
	"github.com/peterldowns/pgtestdb/migrators/common"

	"latchkey/ent/migrations"
	"latchkey/internal/postgres"
)

// migrator migrates the template for pgtestdb.
type migrator struct{ s *server }

// Hash changes with every byte of the migrations and the roles.
func (migrator) Hash() (string, error) {
	h := sha256.New()
	err := fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(migrations.FS, path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(content), content)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:32], err
}

// Migrate is pgtestdb's callback for a new, empty template.
func (m migrator) Migrate(ctx context.Context, _ *sql.DB, conf pgtestdb.Config) error {
	m.s.migrated.Add(1)
	_, _, err := postgres.Migrate(ctx, withDatabase(m.s.owner, conf.Database))
	return err
}

// config tells pgtestdb about the server. It builds its URLs by plain
// concatenation, so what goes in is escaped.
func (s *server) config() pgtestdb.Config {
	password := func(u *url.URL) string {
		p, _ := u.User.Password()
		return url.QueryEscape(p)
	}
	return pgtestdb.Config{
		DriverName: "postgres",
		Host:       s.admin.Hostname(),
		Port:       portOf(s.admin),
		User:       url.QueryEscape(s.admin.User.Username()),
		Password:   password(s.admin),
		Database:   trimSlash(s.admin.Path),
		Options:    s.admin.RawQuery,
		TestRole:   &pgtestdb.Role{Username: s.owner.User.Username(), Password: password(s.owner)},
		// Only a superuser may end the connections of other roles.
		ForceTerminateConnections: s.cluster != nil,
	}
}

func portOf(u *url.URL) string {
	if port := u.Port(); port != "" {
		return port
	}
	return "5432"
}

func trimSlash(path string) string {
	if path != "" && path[0] == '/' {
		return path[1:]
	}
	return path
}

// prepareTemplate makes the template that pgtestdb looks for, on a server
// without a superuser: pgtestdb marks a template in pg_database itself, which
// only a superuser may do, while its owner may say ALTER DATABASE … IS_TEMPLATE.
func (s *server) prepareTemplate(ctx context.Context) error {
	db, err := sql.Open("postgres", s.admin.String())
	if err != nil {
		return fmt.Errorf("opening the test server: %w", err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // the session lock belongs to the connection
	conf := s.config()
	name, err := templateName(conf)
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `SELECT pg_advisory_lock(hashtext($1))`, name); err != nil {
		return fmt.Errorf("waiting for other tests that make the template: %w", err)
	}
	var ready bool
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate)`, name).Scan(&ready)
	if err != nil || ready {
		return err
	}
	return s.makeTemplate(ctx, db, name)
}

func (s *server) makeTemplate(ctx context.Context, db *sql.DB, name string) error {
	quoted := pq.QuoteIdentifier(name)
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + quoted, "CREATE DATABASE " + quoted} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("making the template: %w", err)
		}
	}
	if err := (migrator{s}).Migrate(ctx, nil, pgtestdb.Config{Database: name}); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "ALTER DATABASE "+quoted+" IS_TEMPLATE true"); err != nil {
		return fmt.Errorf("marking the template: %w", err)
	}
	return nil
}

// templateName is pgtestdb's name for the template.
func templateName(conf pgtestdb.Config) (string, error) {
	hash, err := migrator{}.Hash()
	if err != nil {
		return "", err
	}
	return "testdb_tpl_" + common.NewRecursiveHash(
		common.Field("Username", conf.TestRole.Username),
		common.Field("Password", conf.TestRole.Password),
		common.Field("Capabilities", conf.TestRole.Capabilities),
		common.Field("MigratorHash", hash),
	).String(), nil
}
