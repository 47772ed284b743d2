package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"

	"latchkey/ent/migrations"
)

// EnsureRoles makes Latchkey's roles in the cluster at superuserURL and sets
// the passwords of those named, replacing what they had. Running it again
// changes nothing else.
func EnsureRoles(ctx context.Context, superuserURL string, passwords map[string]string) error {
	return withDB(superuserURL, func(db *sql.DB) error {
		return inTx(ctx, db, func(tx *sql.Tx) error {
			// Two scripts at once would collide on the catalogue's rows.
			if _, err := tx.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtext('latchkey roles'))`); err != nil {
				return fmt.Errorf("waiting for others who make roles: %w", err)
			}
			if _, err := tx.ExecContext(ctx, migrations.Roles()); err != nil {
				return fmt.Errorf("making the roles: %w", err)
			}
			return setPasswords(ctx, tx, passwords)
		})
	})
}

// SetPasswords gives roles that are there passwords, or verifiers of passwords. db is a
// superuser's.
func SetPasswords(ctx context.Context, db *sql.DB, passwords map[string]string) error {
	return inTx(ctx, db, func(tx *sql.Tx) error { return setPasswords(ctx, tx, passwords) })
}

func inTx(ctx context.Context, db *sql.DB, f func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("connecting as superuser: %w", err)
	}
	defer tx.Rollback() // after a commit it does nothing
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("changing the roles: %w", err)
	}
	return nil
}

// setPasswords keeps them out of the server's log, which would show a
// statement that is slow, wrong or logged like all others.
func setPasswords(ctx context.Context, tx *sql.Tx, passwords map[string]string) error {
	const quiet = `SET LOCAL log_statement = 'none'; SET LOCAL log_min_duration_statement = -1;
		SET LOCAL log_min_error_statement = 'panic'; SET LOCAL password_encryption = 'scram-sha-256'`
	if _, err := tx.ExecContext(ctx, quiet); err != nil {
		return fmt.Errorf("preparing to set passwords: %w", err)
	}
	for _, role := range slices.Sorted(maps.Keys(passwords)) {
		statement := "ALTER ROLE " + pq.QuoteIdentifier(role) + " PASSWORD " + pq.QuoteLiteral(passwords[role])
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("setting the password of role %s: %w", role, withoutStatement(err))
		}
	}
	return nil
}

// withoutStatement drops what lib/pq remembers of the failed statement.
func withoutStatement(err error) error {
	if e := pq.As(err); e != nil {
		return fmt.Errorf("%s (%s)", e.Message, e.Code)
	}
	return err
}

// EnsureDatabase makes a database unless it is there. A database that is there
// keeps its owner.
func EnsureDatabase(ctx context.Context, superuserURL, name, owner string) error {
	return withDB(superuserURL, func(db *sql.DB) error {
		_, err := db.ExecContext(ctx, "CREATE DATABASE "+pq.QuoteIdentifier(name)+" OWNER "+pq.QuoteIdentifier(owner))
		if err != nil && pq.As(err, pqerror.DuplicateDatabase, pqerror.UniqueViolation) == nil {
			return fmt.Errorf("making the database %s: %w", name, err)
		}
		return nil
	})
}

// withDB lends one connection pool to f.
func withDB(rawURL string, f func(*sql.DB) error) error {
	if _, err := parseURL(rawURL); err != nil {
		return err
	}
	db, err := sql.Open("postgres", rawURL)
	if err != nil {
		return fmt.Errorf("opening the database: %w", err)
	}
	defer db.Close()
	return f(db)
}
