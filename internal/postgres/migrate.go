package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"latchkey/ent/migrations"
)

// Migrate brings the database at ownerURL to the newest schema that this
// program knows, as the role of that URL, and returns the version before and
// after. When several run at once, one works and the others wait (five minutes
// at most), then find nothing to do. A database that is newer than this program
// is ErrNewerSchema; a role that is not the owner's, ErrRole.
func Migrate(ctx context.Context, ownerURL string) (from, to int64, err error) {
	return migrate(ctx, ownerURL, migrations.FS)
}

func migrate(ctx context.Context, ownerURL string, files fs.FS) (from, to int64, err error) {
	// Whatever the role's own setting: goose's table belongs beside ours.
	ownerURL, err = withParameter(ownerURL, "search_path", migrations.Schema)
	if err != nil {
		return 0, 0, err
	}
	err = withDB(ownerURL, func(db *sql.DB) error {
		if err := checkOwner(ctx, db); err != nil {
			return unreached(ownerURL, err)
		}
		if from, err = SchemaVersion(ctx, db); err != nil {
			return err
		}
		if err := makeSchema(ctx, db); err != nil {
			return err
		}
		if err := up(ctx, db, files, from); err != nil {
			return err
		}
		to, err = SchemaVersion(ctx, db)
		return err
	})
	return from, to, err
}

// checkOwner refuses roles that would leave tables to the wrong one, or fail half-way: row-level
// security holds the role that owns them, and the next migration could not change them.
func checkOwner(ctx context.Context, db *sql.DB) error {
	var role, owner string
	var unfenced, mayCreate, theirs bool
	err := db.QueryRowContext(ctx, `
		SELECT current_user, r.rolsuper OR r.rolbypassrls, has_database_privilege(current_database(), 'CREATE'),
		       COALESCE(n.nspowner::regrole::text, ''), COALESCE(NOT pg_has_role(current_user, n.nspowner, 'MEMBER'), false)
		FROM pg_roles r LEFT JOIN pg_namespace n ON n.nspname = $1 WHERE r.rolname = current_user`, migrations.Schema).
		Scan(&role, &unfenced, &mayCreate, &owner, &theirs)
	switch {
	case err != nil:
		return fmt.Errorf("reading the role: %w", err)
	case unfenced:
		return saying(ErrRole, "The role %s is a superuser or has BYPASSRLS: the tables would be its own, and the fences between workspaces would not bind it. "+
			"Migrate as the role that the database belongs to (latchkey_owner).", role)
	case theirs:
		return saying(ErrRole, "The schema %s belongs to %s, and this is %s. Migrate as %[2]s; or, where that is a superuser, "+
			"first give the schema and all in it to %[3]s (ALTER … OWNER TO).", migrations.Schema, owner, role)
	case owner == "" && !mayCreate:
		return saying(ErrRole, "The role %s may not make the schema %s in this database. Migrate as the role that the database belongs to (latchkey_owner).",
			role, migrations.Schema)
	}
	return nil
}

func makeSchema(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "CREATE SCHEMA IF NOT EXISTS "+pq.QuoteIdentifier(migrations.Schema))
	// Another migration that runs at the same time may have just made it.
	if err != nil && pq.As(err, pqerror.UniqueViolation) == nil {
		return fmt.Errorf("making the schema: %w", err)
	}
	return nil
}

func up(ctx context.Context, db *sql.DB, files fs.FS, from int64) error {
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300))
	if err != nil {
		return fmt.Errorf("making the migration lock: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, files,
		goose.WithSessionLocker(locker), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	sources := provider.ListSources()
	if newest := sources[len(sources)-1].Version; from > newest {
		return saying(ErrNewerSchema, "The database has schema %d, and this program knows only %d. Use the newer program.", from, newest)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrating: %w", err)
	}
	return nil
}

// SchemaVersion is the newest migration that was applied to db, and 0 before
// the first. The role of db needs to read goose_db_version.
func SchemaVersion(ctx context.Context, db *sql.DB) (int64, error) {
	const table = migrations.Schema + ".goose_db_version"
	var there bool
	// Asked for first, so that no error stands in the log of each new server.
	err := db.QueryRowContext(ctx, "SELECT to_regclass($1) IS NOT NULL", table).Scan(&there)
	var version int64
	if err == nil && there {
		err = db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM "+table+" WHERE is_applied").Scan(&version)
	}
	if err != nil {
		return 0, fmt.Errorf("reading the schema's version: %w", err)
	}
	return version, nil
}

// Latest is the newest migration that this program knows.
func Latest() int64 { return migrations.Latest() }
