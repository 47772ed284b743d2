package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// BenchmarkLists compares the lists of the settings screens at 100 rows and at
// 100,000, with their totals: the first page, one half way down, and narrowed ones.
func BenchmarkLists(b *testing.B) {
	db := testdb.New(b)
	if db.SuperURL == "" {
		b.Fatal("rows are made as the superuser, and this server has none for us")
	}
	st, err := store.Open(b.Context(), db.AppURL, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = st.Close() })
	crowds := map[int]caller.Caller{100: caller.OfOperator(uuid.New(), "a benchmark"), 100_000: caller.OfOperator(uuid.New(), "a benchmark")}
	super := db.Open(b, db.SuperURL)
	super.SetMaxOpenConns(1)
	for size, who := range crowds {
		crowd(b, super, st, who, size)
	}
	now := time.Now().UTC()
	keys := func(q store.KeyQuery) func(context.Context, *store.View) error {
		q.Limit, q.Now, q.Today = 101, now, apikey.DayOf(now, time.UTC)
		return func(ctx context.Context, v *store.View) error { _, _, err := v.Keys(ctx, q); return err }
	}
	events := func(q store.AuditQuery) func(context.Context, *store.View) error {
		q.Limit = 101
		return func(ctx context.Context, v *store.View) error { _, _, err := v.AuditEvents(ctx, q); return err }
	}
	members := func(q store.MemberQuery) func(context.Context, *store.View) error {
		q.Limit = 101
		return func(ctx context.Context, v *store.View) error { _, _, err := v.Members(ctx, q); return err }
	}
	half := func(size int, q store.KeyQuery) store.KeyQuery {
		q.After = &store.KeyPosition{Value: now.Add(-time.Duration(size/2) * time.Second).Format(time.RFC3339Nano), ID: uuid.Max}
		return q
	}
	newest := store.KeyQuery{Order: store.KeyOrder{By: store.ByCreated, Descending: true}}
	for _, size := range []int{100, 100_000} {
		revoked, found := newest, newest
		revoked.Status, found.Search = apikey.Revoked, "key 7"
		for name, list := range map[string]func(context.Context, *store.View) error{
			"keys":                  keys(newest),
			"keys, half way":        keys(half(size, newest)),
			"keys by name":          keys(store.KeyQuery{Order: store.KeyOrder{By: store.ByName}}),
			"keys that are revoked": keys(revoked),
			"keys by search":        keys(found),
			"audit":                 events(store.AuditQuery{}),
			"audit, half way":       events(store.AuditQuery{Before: store.AuditPlace{At: time.Date(2026, 1, 1, 0, 0, size/2, 0, time.UTC), Seq: int64(size / 2)}}),
			"audit, by action":      events(store.AuditQuery{AuditFilter: store.AuditFilter{Actions: []audit.Action{audit.KeyCreated}}}),
			"members":               members(store.MemberQuery{}),
			"members by search":     members(store.MemberQuery{Search: "person77"}),
		} {
			b.Run(fmt.Sprintf("%s/of %d", name, size), func(b *testing.B) {
				for b.Loop() {
					if err := st.View(b.Context(), crowds[size], list); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// crowd makes a workspace with so many keys, members and events.
func crowd(b *testing.B, super *sql.DB, st *store.Store, who caller.Caller, size int) {
	b.Helper()
	run := func(statement string, args ...any) {
		b.Helper()
		if _, err := super.ExecContext(b.Context(), statement, args...); err != nil {
			b.Fatal(err)
		}
	}
	run(`SET search_path = latchkey`) // which triggers rely on
	run(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ($1, $2, 'Crowd', 'UTC')`, who.Workspace(), fmt.Sprint("crowd-", size))
	run(`INSERT INTO latchkey.api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label, revoked_at, revocation_reason)
		SELECT $1, gen_random_uuid(), 'Key ' || n, 'key ' || n, 'ALL', now() - n * interval '1 second', 'a benchmark',
			CASE WHEN n % 10 = 0 THEN now() END, CASE WHEN n % 10 = 0 THEN 'UNUSED' END FROM generate_series(1, $2::integer) n`, who.Workspace(), size)
	run(`INSERT INTO latchkey.api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
		SELECT workspace_id, gen_random_uuid(), id, 'p1', sha256(id::text::bytea), 'lk_…abcd', created_at FROM latchkey.api_key WHERE workspace_id = $1`, who.Workspace())
	run(`INSERT INTO latchkey.api_key_use (workspace_id, key_id, at, address, user_agent, operation)
		SELECT workspace_id, id, created_at, '', '', '' FROM latchkey.api_key WHERE workspace_id = $1`, who.Workspace())
	run(`INSERT INTO latchkey.person (id, email, email_key, name, password_hash)
		SELECT gen_random_uuid(), e, e, e, '-' FROM (SELECT 'person' || n || '.' || $1 || '@example.com' AS e FROM generate_series(1, $2::integer) n) p`, fmt.Sprint(size), size)
	run(`INSERT INTO latchkey.member (workspace_id, id, person_id, role)
		SELECT $1, gen_random_uuid(), id, 'VIEWER' FROM latchkey.person WHERE email LIKE '%.' || $2 || '@example.com'`, who.Workspace(), fmt.Sprint(size))
	err := st.InWorkspace(b.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Audit(ctx, audit.Event{At: time.Now(), Actor: who.Actor(), Action: audit.KeyCreated, Target: audit.Target{Kind: audit.APIKey, ID: uuid.New(), Label: "A key"}})
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	run(`INSERT INTO latchkey.audit_event (workspace_id, id, seq, at, actor_id, action, target_id, body, hash)
		SELECT workspace_id, gen_random_uuid(), n, '2026-01-01Z'::timestamptz + n * interval '1 second', actor_id, action, target_id, body, hash
		FROM latchkey.audit_event, generate_series(2, $2::integer) n WHERE workspace_id = $1`, who.Workspace(), size)
	run(`ANALYZE`)
}

// BenchmarkTenants compares the search for a tenant among 100 workspaces and among
// 100,000: one that finds a few, and one that finds more than a page.
func BenchmarkTenants(b *testing.B) {
	for _, size := range []int{100, 100_000} {
		db := testdb.New(b)
		st, err := store.Open(b.Context(), db.AppURL, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = st.Close() })
		super := db.Open(b, db.SuperURL)
		super.SetMaxOpenConns(1)
		for _, statement := range []string{
			`SET search_path = latchkey`,
			`ALTER TABLE workspace DISABLE TRIGGER access_changed`, // counts each of them alone
			fmt.Sprintf(`INSERT INTO workspace (id, slug, name, time_zone)
				SELECT gen_random_uuid(), 'tenant-' || n, 'Tenant ' || n, 'UTC' FROM generate_series(1, %d) n`, size),
			`ANALYZE`,
		} {
			if _, err := super.ExecContext(b.Context(), statement); err != nil {
				b.Fatal(err)
			}
		}
		for name, text := range map[string]string{"one": "tenant 77", "a page": "tenant"} {
			b.Run(fmt.Sprintf("%s/of %d", name, size), func(b *testing.B) {
				for b.Loop() {
					if _, _, err := st.Tenants(b.Context(), store.TenantQuery{Text: text, Limit: 101}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
