package store_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

// searches are searches for a tenant, each of which finds some.
func searches(one uuid.UUID) map[string]func(size int) store.TenantQuery {
	return map[string]func(int) store.TenantQuery{
		"by a name":            func(int) store.TenantQuery { return store.TenantQuery{Text: "needle"} },
		"by the names of many": func(int) store.TenantQuery { return store.TenantQuery{Text: "tenant"} },
		"by the names of many, half way": func(size int) store.TenantQuery {
			return store.TenantQuery{Text: "tenant", After: store.TenantPosition{Source: 1, Term: fmt.Sprintf("tenant %d", size/2)}}
		},
		"by an address":       func(int) store.TenantQuery { return store.TenantQuery{EmailKey: "person50@example.com"} },
		"by a hint":           func(int) store.TenantQuery { return store.TenantQuery{Hint: "lk_…edle", Tail: "edle"} },
		"by a hint or a name": func(int) store.TenantQuery { return store.TenantQuery{Text: "edle", Tail: "edle"} },
		"by a receipt":        func(int) store.TenantQuery { return store.TenantQuery{ID: one} },
	}
}

// tenants is a database of so many workspaces, each with a member and a key; one is
// called Needle.
func tenants(t testing.TB, size int) (c *crowd, one uuid.UUID) {
	t.Helper()
	c = emptyCrowd(t)
	for _, statement := range []string{
		`INSERT INTO workspace (id, slug, name, time_zone)
			SELECT md5('w' || n)::uuid, 'tenant-' || n, CASE n WHEN 50 THEN 'Needle' ELSE 'Tenant ' || n END, 'UTC' FROM generate_series(1, [size]) n`,
		`INSERT INTO support_term (workspace_id, term) SELECT w.id, t FROM workspace w, support_terms(w.name, w.slug) t`,
		`INSERT INTO person (id, email, email_key, name, password_hash)
			SELECT md5('w' || n)::uuid, 'person' || n || '@example.com', 'person' || n || '@example.com', 'Person', '-' FROM generate_series(1, [size]) n`,
		`INSERT INTO member (workspace_id, id, person_id, role) SELECT id, id, id, 'OWNER' FROM workspace`,
		`INSERT INTO record_count (workspace_id, kind, slot, records) SELECT id, 'member', 0, 1 FROM workspace`,
		`INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) SELECT id, id, 'Key', 'key', 'ALL', now(), 'a test' FROM workspace`,
		`INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
			SELECT id, id, id, 'p1', sha256(id::text::bytea), 'lk_…' || CASE name WHEN 'Needle' THEN 'edle' ELSE left(id::text, 4) END, now() FROM workspace`,
	} {
		c.run(strings.ReplaceAll(statement, "[size]", strconv.Itoa(size)))
	}
	c.settle()
	must(t, c.super.QueryRowContext(t.Context(), `SELECT id FROM workspace WHERE name = 'Needle'`).Scan(&one))
	c.run(`SELECT pg_stat_force_next_flush()`) // or what found it is counted as a search's
	c.open()
	return c, one
}

// What a search for a tenant reads does not grow with the workspaces there are.
func TestASearchForATenantReadsTheSameAtAnySize(t *testing.T) {
	const small, large = 100, 5_000
	read := map[string]map[int]int64{}
	for _, size := range []int{small, large} {
		c, one := tenants(t, size)
		for name, query := range searches(one) {
			q := query(size)
			q.Limit = shown
			before := blocks(c, c.super)
			found, total, err := c.st.Tenants(t.Context(), q)
			must(t, err)
			if len(found) == 0 || total == 0 {
				t.Errorf("%s finds %d of %d", name, len(found), total)
			}
			must(t, c.st.Close())
			c.gone()
			if read[name] == nil {
				read[name] = map[int]int64{}
			}
			read[name][size] = blocks(c, c.super) - before
			c.open()
		}
	}
	for name, blocks := range read {
		t.Logf("%-30s %5d %5d blocks", name, blocks[small], blocks[large])
		if blocks[large] > blocks[small]*3/2+200 {
			t.Errorf("%s reads %d blocks among 100, and %d among very many", name, blocks[small], blocks[large])
		}
	}
}

// gone waits until the store's connection has ended, and with that has told of what it read.
func (c *crowd) gone() {
	c.Helper()
	for limit := time.Now().Add(20 * time.Second); ; {
		var n int
		must(c, c.super.QueryRowContext(c.Context(), `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
			AND backend_type = 'client backend'`).Scan(&n))
		if n == 0 {
			return
		}
		if time.Now().After(limit) {
			c.Fatal("the connection does not end")
		}
	}
}
