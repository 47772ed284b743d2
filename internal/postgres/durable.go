package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// CheckDurable refuses a server that may forget what it has confirmed. An
// acknowledged revocation would come back to life with the next crash, and the count
// of changes would go back with it, behind what nodes have applied.
//
// Latchkey's own connections ask for synchronous_commit themselves; what counts here
// is the default of url's role, which a change made by hand or by another program gets.
// full_page_writes is not asked for: there are filesystems on which it may be off, and
// PostgreSQL cannot tell (`latchkey doctor` warns).
func CheckDurable(ctx context.Context, url string) error {
	return withDB(url, func(db *sql.DB) error {
		var loose []string
		for _, name := range []string{"fsync", "synchronous_commit"} {
			var value string
			if err := db.QueryRowContext(ctx, "SELECT current_setting($1)", name).Scan(&value); err != nil {
				return unreached(url, fmt.Errorf("reading PostgreSQL's settings: %w", err))
			}
			if value == "off" {
				loose = append(loose, name+" = off")
			}
		}
		if len(loose) == 0 {
			return nil
		}
		return saying(ErrLosesData, "PostgreSQL runs with %s: a crash would lose what it has confirmed, acknowledged revocations included. "+
			"Turn it on (ALTER SYSTEM SET … = on; SELECT pg_reload_conf(); and look at ALTER ROLE and ALTER DATABASE … SET as well).", strings.Join(loose, " and "))
	})
}
