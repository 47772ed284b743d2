package testdb

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"

	"github.com/lib/pq"

	"latchkey/ent/migrations"
	"latchkey/internal/postgres"
)

// templated returns the name of the migrated template, which it makes when this
// process asks for the first time and no earlier one has left it there.
func (s *server) templated(ctx context.Context) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.template != "" {
		return s.template, nil
	}
	name, err := templateName(s.owner.User.Username())
	if err != nil {
		return "", fmt.Errorf("naming the template: %w", err)
	}
	if err := s.prepareTemplate(ctx, name); err != nil {
		return "", err
	}
	s.template = name
	return name, nil
}

// prepareTemplate makes the template once, however many processes share an
// external server. Only a whole one is marked: what an interrupted process has
// left is made anew.
func (s *server) prepareTemplate(ctx context.Context, name string) error {
	conn, err := s.base.Conn(ctx) // the session lock belongs to the connection
	if err != nil {
		return fmt.Errorf("connecting to the test server: %w", err)
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `SELECT pg_advisory_lock(hashtext($1))`, name); err != nil {
		return fmt.Errorf("waiting for other tests that make the template: %w", err)
	}
	defer func() {
		// A lock that cannot be given back ends with its connection.
		_, _ = conn.ExecContext(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(hashtext($1))`, name)
	}()
	var ready bool
	err = conn.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1 AND datistemplate)`, name).Scan(&ready)
	if err != nil || ready {
		return err
	}
	return s.makeTemplate(ctx, conn, name)
}

func (s *server) makeTemplate(ctx context.Context, conn *sql.Conn, name string) error {
	quoted := pq.QuoteIdentifier(name)
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + quoted, s.creation(name, "template1")} {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("making the template: %w", err)
		}
	}
	s.migrated.Add(1)
	if _, _, err := postgres.Migrate(ctx, withDatabase(s.owner, name)); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "ALTER DATABASE "+quoted+" IS_TEMPLATE true"); err != nil {
		return fmt.Errorf("marking the template: %w", err)
	}
	return nil
}

// templateName changes with every byte of the migrations and the roles.
func templateName(owner string) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%q\n", owner)
	err := fs.WalkDir(migrations.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(migrations.FS, path)
		fmt.Fprintf(h, "%s %d\n%s", path, len(content), content)
		return err
	})
	return "testdb_template_" + hex.EncodeToString(h.Sum(nil))[:32], err
}
