package doctor

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"latchkey/ent/migrations"
)

// schema compares the migrations.
func (d *Database) schema(ctx context.Context) []Finding {
	var there bool
	if err := d.db.QueryRowContext(ctx, `SELECT to_regclass('goose_db_version') IS NOT NULL`).Scan(&there); err != nil {
		return unknown(err)
	}
	if !there {
		return Failure("The database has no Latchkey schema.", "Run: latchkey migrate")
	}
	var version int64
	if err := d.db.QueryRowContext(ctx, `SELECT version_id FROM goose_db_version WHERE is_applied ORDER BY id DESC LIMIT 1`).Scan(&version); err != nil {
		return unknown(err)
	}
	switch latest := migrations.Latest(); {
	case version < latest:
		return Failure(fmt.Sprintf("The schema is at version %d, and this program needs %d.", version, latest), "Run: latchkey migrate")
	case version > latest:
		return Failure(fmt.Sprintf("The schema is at version %d, and this program knows only %d.", version, latest), "Use the newer program.")
	}
	return Fine("The schema is at version %d, which this program needs.", version)
}

// roleNames are those that roles.sql makes.
func roleNames() []string {
	names := regexp.MustCompile(`'latchkey_[a-z_]+'`).FindAllString(migrations.Roles(), -1)
	for i, quoted := range names {
		names[i] = strings.Trim(quoted, "'")
	}
	slices.Sort(names)
	return names
}

// roles must be there, and those of a purpose must open to nobody.
func (d *Database) roles(ctx context.Context) []Finding {
	missing, err := d.texts(ctx, `SELECT name FROM unnest(string_to_array($1, ' ')) name
		WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)`, strings.Join(slices.Compact(roleNames()), " "))
	if err != nil {
		return unknown(err)
	}
	if len(missing) > 0 {
		return Failure("Roles are missing: "+list(missing)+".", "As a superuser: psql -f ent/migrations/roles.sql")
	}
	return d.none(ctx, `SELECT rolname FROM pg_roles WHERE rolname LIKE 'latchkey\_%' AND (rolsuper OR rolbypassrls OR rolcreaterole
			OR rolcanlogin AND EXISTS (SELECT FROM pg_proc p WHERE p.proowner = pg_roles.oid AND p.prosecdef AND rolname <> 'latchkey_owner'))`,
		"All roles are there; none is above row-level security, and none that works across workspaces can log in.",
		"Roles have rights that undo the fences (superuser, BYPASSRLS, CREATEROLE, or a login for what works across workspaces)",
		"ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEROLE; and NOLOGIN for those that own functions. Then run ent/migrations/roles.sql.")
}

// fences is row-level security, on every table that has workspaces.
func (d *Database) fences(ctx context.Context) []Finding {
	return d.none(ctx, `SELECT c.relname FROM pg_class c WHERE c.relnamespace = to_regnamespace('latchkey') AND c.relkind IN ('r', 'p')
			AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped)
			AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1`,
		"Row-level security is enabled and forced, with a policy, on every table that has workspaces.",
		"Tables whose rows one workspace could see of another, for want of row-level security that is enabled, forced and has a policy",
		"ALTER TABLE … ENABLE ROW LEVEL SECURITY; ALTER TABLE … FORCE ROW LEVEL SECURITY; a lost policy stands in ent/migrations. Find out who took it away.")
}

// functions are those that see several workspaces.
func (d *Database) functions(ctx context.Context) []Finding {
	found := d.none(ctx, `SELECT p.proname FROM pg_proc p WHERE p.pronamespace = to_regnamespace('latchkey')
			AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0)) ORDER BY 1`,
		"", "Functions that everybody may call", "REVOKE ALL ON FUNCTION latchkey.… FROM PUBLIC;")
	loose := d.none(ctx, `SELECT p.proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.pronamespace = to_regnamespace('latchkey') AND p.prosecdef
			AND (NOT COALESCE(p.proconfig @> ARRAY['search_path=latchkey, pg_temp'], false) OR r.rolname !~ '^latchkey_' OR r.rolname = 'latchkey_owner') ORDER BY 1`,
		"Functions that see several workspaces are closed to PUBLIC, pin their search_path, and belong to a role of their purpose.",
		"Functions that see several workspaces without a pinned search_path or a role of their purpose",
		"ALTER FUNCTION latchkey.… SET search_path = latchkey, pg_temp; ALTER FUNCTION … OWNER TO the role that ARCHITECTURE.md lists.")
	if found[0].Verdict == OK {
		return loose
	}
	if loose[0].Verdict == OK {
		return found
	}
	return append(found, loose...)
}

// grants are what the roles that log in must not have.
func (d *Database) grants(ctx context.Context) []Finding {
	return d.none(ctx, `
		SELECT role || ' may ' || what || ' ' || tab FROM (VALUES
			('latchkey_app', 'audit_event', 'UPDATE'), ('latchkey_app', 'audit_event', 'DELETE'), ('latchkey_app', 'audit_event', 'TRUNCATE'),
			('latchkey_app', 'operator_event', 'UPDATE'), ('latchkey_app', 'operator_event', 'DELETE'), ('latchkey_app', 'operator_event', 'TRUNCATE'),
			('latchkey_data', 'person', 'SELECT'), ('latchkey_data', 'session', 'SELECT'), ('latchkey_data', 'audit_event', 'SELECT'),
			('latchkey_data', 'operator_event', 'SELECT'), ('latchkey_data', 'api_key_secret', 'SELECT'), ('latchkey_data', 'api_key_secret', 'UPDATE')
		) forbidden (role, tab, what)
		WHERE to_regrole(role) IS NOT NULL AND to_regclass(tab) IS NOT NULL AND has_table_privilege(role, to_regclass(tab), what)`,
		"The audit cannot be changed by the application, and data-plane nodes reach neither people, sessions nor secrets.",
		"Rights that nobody should have", "REVOKE … ON latchkey.… FROM …;")
}

// feed is how nodes learn of changes: by triggers that a restore may leave disabled.
func (d *Database) feed(ctx context.Context) []Finding {
	return d.none(ctx, `SELECT c.relname FROM (VALUES ('workspace'), ('api_key'), ('api_key_secret'), ('allowlist_entry')) t (name) JOIN pg_class c
			ON c.oid = to_regclass(t.name) WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'access_changed' AND g.tgenabled IN ('O', 'A'))`,
		"Every change of access reaches the nodes.",
		"Tables whose changes no node hears of, because the trigger access_changed is missing or disabled",
		"ALTER TABLE latchkey.… ENABLE TRIGGER access_changed; and restart every node.")
}
