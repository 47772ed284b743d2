package store_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// flat is how many times as long a list of 100,000 may take as one of 100.
const flat = 1.5

// compare measures something at two sizes, in turns, so that what else the machine does
// hits both, and reports the ratio of the medians.
func compare(b *testing.B, small, large int, once func(size int) error) {
	spent := map[int][]time.Duration{}
	for b.Loop() {
		for _, size := range []int{small, large} {
			begin := time.Now()
			if err := once(size); err != nil {
				b.Fatal(err)
			}
			spent[size] = append(spent[size], time.Since(begin))
		}
	}
	median := func(size int) float64 {
		all := slices.Sorted(slices.Values(spent[size][len(spent[size])/10:])) // the first ones plan and warm up
		return float64(all[len(all)/2].Microseconds())
	}
	b.ReportMetric(median(large)/median(small), "100k:100")
	b.ReportMetric(flat, "limit")
	b.ReportMetric(median(small), "µs-100")
	b.ReportMetric(median(large), "µs-100k")
	b.ReportMetric(0, "ns/op")
}

// several are the lists that both narrow and are in another order than the usual one.
var several = regexp.MustCompile(`^keys .* by (EXPIRES_ON|NAME|LAST_USED_AT)$|of some|^members .* by (EMAIL|JOINED_AT)$`)

// BenchmarkLists compares the lists of the settings screens, with their totals, at
// 100,000 rows and at 100.
func BenchmarkLists(b *testing.B) {
	const small, large = 100, 100_000
	c := newCrowd(b, small, large)
	all := c.lists()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if several.MatchString(name) {
			continue // TestLists has them
		}
		b.Run(name, func(b *testing.B) {
			compare(b, small, large, func(size int) error {
				return c.st.View(b.Context(), c.of[size], func(ctx context.Context, v *store.View) error {
					_, err := all[name](ctx, v, size)
					return err
				})
			})
		})
	}
}

// BenchmarkTenants compares the search for a tenant among 100,000 workspaces and among
// 100: by what finds one, and by what finds more than a page.
func BenchmarkTenants(b *testing.B) {
	const small, large = 100, 100_000
	stores, ids := map[int]*store.Store{}, map[int]uuid.UUID{}
	for _, size := range []int{small, large} {
		stores[size], ids[size] = tenants(b, size)
	}
	for name, query := range map[string]func(size int) store.TenantQuery{
		"by a name":            func(int) store.TenantQuery { return store.TenantQuery{Text: "needle"} },
		"by the names of many": func(int) store.TenantQuery { return store.TenantQuery{Text: "tenant"} },
		"by the names of many, on": func(size int) store.TenantQuery {
			return store.TenantQuery{Text: "tenant", After: store.TenantPosition{Source: 1, Term: fmt.Sprintf("tenant %d", size/2)}}
		},
		"by an address": func(int) store.TenantQuery { return store.TenantQuery{EmailKey: "person50@example.com"} },
		"by a hint":     func(int) store.TenantQuery { return store.TenantQuery{Hint: "lk_…needle", Tail: "edle"} },
		"by a receipt":  func(size int) store.TenantQuery { return store.TenantQuery{ID: ids[size]} },
	} {
		b.Run(name, func(b *testing.B) {
			compare(b, small, large, func(size int) error {
				q := query(size)
				q.Limit = shown
				found, _, err := stores[size].Tenants(b.Context(), q)
				if len(found) == 0 {
					b.Errorf("nothing is found among %d", size)
				}
				return err
			})
		})
	}
}

// tenants is a database of so many workspaces, each with a member and a key.
func tenants(t testing.TB, size int) (st *store.Store, one uuid.UUID) {
	t.Helper()
	db := testdb.New(t)
	super := db.Open(t, db.SuperURL)
	super.SetMaxOpenConns(1)
	for _, statement := range []string{
		`SET search_path = latchkey`, `SET session_replication_role = replica`,
		`INSERT INTO workspace (id, slug, name, time_zone)
			SELECT md5('w' || n)::uuid, 'tenant-' || n, CASE n WHEN 50 THEN 'Needle' ELSE 'Tenant ' || n END, 'UTC' FROM generate_series(1, [size]) n`,
		`INSERT INTO support_term (workspace_id, term) SELECT w.id, t FROM workspace w, support_terms(w.name, w.slug) t`,
		`INSERT INTO person (id, email, email_key, name, password_hash)
			SELECT md5('w' || n)::uuid, 'person' || n || '@example.com', 'person' || n || '@example.com', 'Person', '-' FROM generate_series(1, [size]) n`,
		`INSERT INTO member (workspace_id, id, person_id, role) SELECT id, id, id, 'OWNER' FROM workspace`,
		`INSERT INTO record_count (workspace_id, kind, slot, records) SELECT id, 'member', 0, 1 FROM workspace`,
		`INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) SELECT id, id, 'Key', 'key', 'ALL', now(), 'a test' FROM workspace`,
		`INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
			SELECT id, id, id, 'p1', sha256(id::text::bytea), 'lk_…' || CASE name WHEN 'Needle' THEN 'needle' ELSE left(id::text, 4) END, now() FROM workspace`,
		`VACUUM ANALYZE`,
	} {
		if _, err := super.ExecContext(t.Context(), strings.ReplaceAll(statement, "[size]", strconv.Itoa(size))); err != nil {
			t.Fatalf("%v in %s", err, statement)
		}
	}
	must(t, super.QueryRowContext(t.Context(), `SELECT id FROM workspace WHERE name = 'Needle'`).Scan(&one))
	st, err := store.Open(t.Context(), db.AppURL, store.Options{MaxConns: 1})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	return st, one
}
