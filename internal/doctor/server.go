package doctor

import (
	"context"
	"fmt"
	"strings"
	"time"
)

func (d *Database) setting(ctx context.Context, name string) (value string, err error) {
	err = d.db.QueryRowContext(ctx, `SELECT current_setting($1)`, name).Scan(&value)
	return value, err
}

func (d *Database) version(ctx context.Context) []Finding {
	var number int
	var version string
	if err := d.db.QueryRowContext(ctx, `SELECT current_setting('server_version_num')::int, current_setting('server_version')`).Scan(&number, &version); err != nil {
		return unknown(err)
	}
	if number < 150000 {
		return Failure("PostgreSQL is "+version+"; Latchkey needs 15 or newer.", "Upgrade PostgreSQL.")
	}
	return Fine("PostgreSQL is %s.", version)
}

// durability is about what a crash may take back.
func (d *Database) durability(ctx context.Context) (all []Finding) {
	for name, meaning := range map[string]string{
		"fsync":              "a crash may destroy the database, and brings revoked keys back",
		"synchronous_commit": "a crash takes back what was confirmed, revocations included",
	} {
		value, err := d.setting(ctx, name)
		if err != nil {
			return unknown(err)
		}
		if value == "off" {
			all = append(all, Failure(name+" is off: "+meaning+". serve refuses to start.",
				"ALTER SYSTEM SET "+name+" = on; SELECT pg_reload_conf(); and look at ALTER ROLE and ALTER DATABASE … SET as well.")...)
		}
	}
	if value, err := d.setting(ctx, "full_page_writes"); err == nil && value == "off" {
		all = append(all, Warning("full_page_writes is off: a crash may leave torn pages, unless the filesystem writes whole ones (as ZFS does).", "ALTER SYSTEM SET full_page_writes = on, unless you know that it does.")...)
	}
	if len(all) == 0 {
		return Fine("What PostgreSQL confirms survives a crash (fsync, synchronous_commit and full_page_writes are on).")
	}
	return all
}

// standby is about what a failover may take back.
func (d *Database) standby(ctx context.Context) []Finding {
	names, err := d.setting(ctx, "synchronous_standby_names")
	if err != nil {
		return unknown(err)
	}
	if names == "" {
		return Warning("There is no synchronous standby: a failover to another server brings back keys whose revocation had not reached it.",
			"Set synchronous_standby_names, or never fail over without checking; docs/operations.md says how.")
	}
	level, err := d.setting(ctx, "synchronous_commit")
	if err != nil {
		return unknown(err)
	}
	if level == "local" {
		return Warning("Standbys are named, but synchronous_commit is local by default: changes that are made by hand do not wait for them.", "ALTER SYSTEM SET synchronous_commit = on.")
	}
	return Fine("A commit waits for %s, so revocations survive a failover to it.", names)
}

// timeouts are those that end connections which Latchkey keeps on purpose.
func (d *Database) timeouts(ctx context.Context) []Finding {
	value, err := d.setting(ctx, "idle_session_timeout")
	if err != nil {
		return unknown(err)
	}
	if value != "0" {
		return Warning("idle_session_timeout is "+value+": PostgreSQL ends connections that Latchkey keeps, and each time its next request waits for a new one.",
			"ALTER ROLE … SET idle_session_timeout = 0 for Latchkey's roles.")
	}
	return Fine("Statements, locks and idle transactions are bounded by Latchkey's own connections; idle ones are left alone.")
}

// connections compares what there is with what the nodes that run may take.
func (d *Database) connections(ctx context.Context) []Finding {
	var most, reserved int
	err := d.db.QueryRowContext(ctx, `SELECT current_setting('max_connections')::int, current_setting('superuser_reserved_connections')::int`).Scan(&most, &reserved)
	if err != nil {
		return unknown(err)
	}
	live, err := d.live(ctx)
	if err != nil {
		return unknown(err)
	}
	processes := max(len(live), 1)
	need := processes * d.Pool
	if need > most-reserved {
		return Failure(fmt.Sprintf("max_connections is %d, and %d processes with up to %d connections each may want %d: some requests will find none.", most, processes, d.Pool, need),
			"Raise max_connections, or lower --max-connections of the nodes.")
	}
	return Fine("max_connections is %d; %d live nodes with up to %d connections each may want %d.", most, len(live), d.Pool, len(live)*d.Pool)
}

// clock bounds how far this machine's clock is from PostgreSQL's: the server's reading lies
// between ours before and after. Of several tries the quickest says most.
func (d *Database) clock(ctx context.Context) []Finding {
	now := d.Now
	if now == nil {
		now = time.Now
	}
	var best, offset time.Duration
	for i := range 5 {
		var server time.Time
		before := now()
		if err := d.db.QueryRowContext(ctx, `SELECT clock_timestamp()`).Scan(&server); err != nil {
			return unknown(err)
		}
		took := now().Sub(before)
		if i == 0 || took < best {
			best, offset = took, server.Sub(before.Add(took/2))
		}
	}
	least := max(offset.Abs()-best/2, 0)
	says := fmt.Sprintf("This machine's clock and PostgreSQL's differ by %.0f ms (± %.1f ms).", milliseconds(offset), milliseconds(best)/2)
	const do = "Run NTP (chronyd) on both, slewing, never stepping: docs/revocation.md says what rests on it."
	switch {
	case least > 30*time.Second:
		return Failure(says+" Days of expire and overlaps end by this machine's clock.", do)
	case least > time.Second:
		return Warning(says+" Days of expire and overlaps end by this machine's clock.", do)
	}
	return Fine("%s", says)
}

// role is the one that is logged in.
func (d *Database) role(ctx context.Context) []Finding {
	var name string
	var super, bypass, owner, people bool
	err := d.db.QueryRowContext(ctx, `
		SELECT current_user, r.rolsuper, r.rolbypassrls,
		       pg_has_role(current_user, d.datdba, 'MEMBER') OR EXISTS (SELECT FROM pg_class c
		           WHERE c.relnamespace = to_regnamespace('latchkey') AND pg_has_role(current_user, c.relowner, 'MEMBER')),
		       COALESCE(has_table_privilege(current_user, to_regclass('person'), 'SELECT'), false)
		FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`).
		Scan(&name, &super, &bypass, &owner, &people)
	use := "Put the application's role into the database URL: latchkey_app, or latchkey_data for a node that serves only the data plane."
	switch {
	case err != nil:
		return unknown(err)
	case super || bypass:
		return Failure(fmt.Sprintf("The role %s is a superuser or has BYPASSRLS: row-level security does not bind it.", name), use)
	case owner:
		return Failure(fmt.Sprintf("The role %s owns the schema or the database, and could take the fences down.", name), use)
	case d.Admin && !people:
		return Failure(fmt.Sprintf("The role %s has no right on people, which the admin plane needs.", name), "Use latchkey_app, or serve with --planes data.")
	case !d.Admin && people:
		return Warning(fmt.Sprintf("The role %s may read people and sessions, which a data-plane node does not need.", name), "Use latchkey_data.")
	}
	return Fine("The role %s is bound by row-level security and owns nothing.", name)
}

func list(names []string) string { return strings.Join(names, ", ") }
