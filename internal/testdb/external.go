package testdb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"

	"github.com/lib/pq"
)

// newExternal uses a running server. Its complaints name what is missing.
func newExternal(ctx context.Context, ownerURL, appURL, dataURL string) (s *server, err error) {
	s = &server{}
	if s.owner, err = parse("LATCHKEY_OWNER_DATABASE_URL", ownerURL); err != nil {
		return nil, err
	}
	if s.app, err = parse("LATCHKEY_DATABASE_URL", appURL); err != nil {
		return nil, err
	}
	if s.data, err = parse("LATCHKEY_DATA_DATABASE_URL", dataURL); err != nil {
		return nil, err
	}
	s.admin = s.owner
	if err := s.openBase(); err != nil {
		return nil, err
	}
	err = errors.Join(checkOwner(ctx, s.base), checkRoles(ctx, s.base, s.app.User.Username(), s.data.User.Username()))
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func parse(name, raw string) (*url.URL, error) {
	if raw == "" {
		return nil, fmt.Errorf("LATCHKEY_OWNER_DATABASE_URL is set, so the tests use that server: set %s too", name)
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.User == nil {
		return nil, fmt.Errorf("%s is not of the form postgres://user:password@host:port/database", name)
	}
	return u, nil
}

func checkOwner(ctx context.Context, db *sql.DB) error {
	var super, createDB, bypass bool
	err := db.QueryRowContext(ctx, `SELECT rolsuper, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = current_user`).
		Scan(&super, &createDB, &bypass)
	switch {
	case err != nil:
		return fmt.Errorf("asking LATCHKEY_OWNER_DATABASE_URL for the owner's rights: %w", err)
	case super || bypass:
		return errors.New("the role of LATCHKEY_OWNER_DATABASE_URL is a superuser or bypasses row-level security, so the tests would prove nothing: use " + ownerRole)
	case !createDB:
		return errors.New("the role of LATCHKEY_OWNER_DATABASE_URL may not make databases: as superuser, ALTER ROLE " + ownerRole + " CREATEDB")
	}
	return nil
}

func checkRoles(ctx context.Context, db *sql.DB, names ...string) error {
	var missing []string
	err := db.QueryRowContext(ctx, `SELECT array(SELECT unnest($1::text[]) EXCEPT SELECT rolname FROM pg_roles)`, pq.Array(names)).
		Scan(pq.Array(&missing))
	if err != nil {
		return fmt.Errorf("asking LATCHKEY_OWNER_DATABASE_URL for the roles: %w", err)
	}
	if len(missing) > 0 {
		return fmt.Errorf("the roles %q are missing: as superuser, run ent/migrations/roles.sql and give them the passwords of the URLs", missing)
	}
	return nil
}
