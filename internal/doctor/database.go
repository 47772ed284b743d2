package doctor

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/lib/pq"

	"latchkey/ent/migrations"
)

// Database is what is looked at in PostgreSQL.
type Database struct {
	URL       string
	Admin     bool // the process serves the admin plane too, so its role needs more
	Pool      int  // connections of one process
	Peppers   []string
	Now       func() time.Time // nil: time.Now
	db        *sql.DB
	reachable bool
}

// Open prepares the checks; [Database.Close] ends them.
func (d *Database) Open() error {
	if d.URL == "" {
		return errors.New("no database is named")
	}
	config, err := pq.NewConfig(d.URL)
	if err != nil {
		return errors.New("the database URL is not of the form postgres://user:password@host:port/database")
	}
	config.ConnectTimeout = 5 * time.Second
	config.ApplicationName = "latchkey doctor"
	if config.Runtime == nil {
		config.Runtime = map[string]string{}
	}
	config.Runtime["latchkey.direct"] = "on" // a pooler drops it, or refuses it
	config.Runtime["search_path"] = migrations.Schema
	config.Runtime["statement_timeout"] = fmt.Sprint(patience.Milliseconds())
	connector, err := pq.NewConnectorConfig(config)
	if err != nil {
		return errors.New("the database URL cannot be used")
	}
	d.db = sql.OpenDB(connector)
	d.db.SetMaxOpenConns(1)
	return nil
}

// Close ends the connection.
func (d *Database) Close() { _ = d.db.Close() }

// Checks are those of the database, in an order in which the first that fails explains
// the others.
func (d *Database) Checks() []Check {
	checks := []Check{{"database", d.reach}}
	for _, c := range []Check{
		{"connection", d.connection},
		{"role", d.role},
		{"version", d.version},
		{"durability", d.durability},
		{"standby", d.standby},
		{"timeouts", d.timeouts},
		{"connections", d.connections},
		{"migrations", d.schema},
		{"roles", d.roles},
		{"row security", d.fences},
		{"functions", d.functions},
		{"grants", d.grants},
		{"feed", d.feed},
		{"clock", d.clock},
		{"nodes", d.nodes},
		{"needed peppers", d.neededPeppers},
		{"audit", d.audit},
	} {
		look := c.Look
		c.Look = func(ctx context.Context) []Finding {
			if !d.reachable {
				return nil
			}
			return look(ctx)
		}
		checks = append(checks, c)
	}
	return checks
}

func (d *Database) reach(ctx context.Context) []Finding {
	if err := d.db.PingContext(ctx); err != nil {
		return Failure(fmt.Sprintf("PostgreSQL does not let us in: %v.", err),
			"Look at the host, the port, the role and its password in the database URL, at pg_hba.conf, and whether the server runs.")
	}
	d.reachable = true
	took, err := d.fastest(ctx)
	if err != nil {
		return unknown(err)
	}
	if took > 20*time.Millisecond {
		return Warning(fmt.Sprintf("PostgreSQL answers in %.1f ms: every request that needs it waits at least that long.", milliseconds(took)), "Run nodes near PostgreSQL.")
	}
	return Fine("PostgreSQL answers in %.1f ms.", milliseconds(took))
}

// fastest is the shortest of several times to an answer: the way there takes that long. What the
// others take longer was work elsewhere.
func (d *Database) fastest(ctx context.Context) (took time.Duration, err error) {
	for i := range 5 {
		began := time.Now()
		if err := d.db.PingContext(ctx); err != nil {
			return 0, err
		}
		if one := time.Since(began); i == 0 || one < took {
			took = one
		}
	}
	return took, nil
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// connection looks at what is between.
func (d *Database) connection(ctx context.Context) []Finding {
	var direct string
	if err := d.db.QueryRowContext(ctx, `SELECT COALESCE(current_setting('latchkey.direct', true), '')`).Scan(&direct); err != nil {
		return unknown(err)
	}
	if direct != "on" {
		return Failure("There is a transaction pooler between. It would mix tenants.", "Name PostgreSQL itself in the database URL; Latchkey keeps a pool of its own.")
	}
	u, err := url.Parse(d.URL)
	if err == nil && !local(u.Hostname()) && !strings.HasPrefix(u.Query().Get("sslmode"), "verify-") {
		return Warning("The connection to PostgreSQL is not protected by a verified certificate: who is in between can read and change what passes.",
			"Add sslmode=verify-full (and sslrootcert=…) to the database URL, unless the network is trusted.")
	}
	return Fine("Nothing stands between Latchkey and PostgreSQL.")
}

func local(host string) bool {
	return host == "" || host == "localhost" || strings.HasPrefix(host, "127.") || host == "::1" || strings.HasPrefix(host, "/")
}

// texts returns the first column of a query.
func (d *Database) texts(ctx context.Context, query string, args ...any) (all []string, err error) {
	rows, err := d.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}

// none is fine when a query finds nothing, and else names what it found.
func (d *Database) none(ctx context.Context, query string, fine, wrong, do string) []Finding {
	found, err := d.texts(ctx, query)
	switch {
	case err != nil:
		return unknown(err)
	case len(found) > 0:
		return Failure(wrong+": "+strings.Join(found, ", ")+".", do)
	}
	return Fine("%s", fine)
}
