package store

import (
	"context"
	"fmt"

	"latchkey/ent/migrations"
	"latchkey/internal/fault"
	"latchkey/internal/store/conn"
)

// fit refuses to work where the fences would not hold, or without the right to read people
// where that is needed.
func (s *Store) fit(ctx context.Context, needsPeople bool) error {
	return s.across(ctx, func(ctx context.Context, q querier) error {
		var role, direct string
		var super, bypass, owner, people bool
		err := q.QueryRowContext(ctx, `
			SELECT current_user, r.rolsuper, r.rolbypassrls, COALESCE(current_setting($1, true), ''),
			       pg_has_role(current_user, d.datdba, 'MEMBER') OR EXISTS (
			           SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			           WHERE n.nspname = $2 AND pg_has_role(current_user, c.relowner, 'MEMBER')),
			       COALESCE(has_table_privilege(current_user, to_regclass('person'), 'SELECT'), true)
			FROM pg_roles r, pg_database d
			WHERE r.rolname = current_user AND d.datname = current_database()`,
			conn.Direct, migrations.Schema).Scan(&role, &super, &bypass, &direct, &owner, &people)
		switch {
		case err != nil:
			return fmt.Errorf("reading the role: %w", err)
		case super, bypass:
			return unfit("ROLE_UNFENCED", "The database role %q is a superuser or has BYPASSRLS, so row-level security would not bind it. "+
				"Use the application role (latchkey_app).", role)
		case owner:
			return unfit("ROLE_OWNS", "The database role %q owns the schema or the database. Use the application role (latchkey_app).", role)
		case needsPeople && !people:
			return unfit("ROLE_NARROW", "The database role %q may not read people, as the admin plane must. Use latchkey_app, or serve the data plane alone (--planes data).", role)
		case direct != "on":
			return unfit("POOLED", "There is a transaction pooler between Latchkey and PostgreSQL. It would mix tenants: connect directly.")
		}
		return fitSchema(ctx, q)
	})
}

func fitSchema(ctx context.Context, q querier) error {
	var there bool
	if err := q.QueryRowContext(ctx, "SELECT to_regclass('goose_db_version') IS NOT NULL").Scan(&there); err != nil {
		return fmt.Errorf("reading the schema: %w", err)
	}
	if !there {
		return unfit("SCHEMA_MISSING", "The database has no Latchkey schema yet. Run: latchkey migrate")
	}
	var version int64
	err := q.QueryRowContext(ctx, `SELECT version_id FROM goose_db_version WHERE is_applied ORDER BY id DESC LIMIT 1`).Scan(&version)
	switch latest := migrations.Latest(); {
	case err != nil:
		return fmt.Errorf("reading the schema's version: %w", err)
	case version < latest:
		return unfit("SCHEMA_OLD", "The database has schema version %d, and this program needs %d. Run: latchkey migrate", version, latest)
	case version > latest:
		return unfit("SCHEMA_NEW", "The database has schema version %d, newer than the %d that this program knows. Use a newer latchkey.", version, latest)
	}
	return nil
}

func unfit(code fault.Code, sentence string, args ...any) error {
	return fault.New(fault.Invalid, code, fmt.Sprintf(sentence, args...))
}
