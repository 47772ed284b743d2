package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// crowd is a database with workspaces that are alike but for how many keys, members and
// events they have.
type crowd struct {
	testing.TB
	db     *testdb.DB
	super  *sql.DB
	st     *store.Store
	now    time.Time
	person uuid.UUID // who made every fifth key, and did every fifth thing
	of     map[int]caller.Caller
}

// newCrowd fills a workspace of each size, as the superuser, without triggers, and makes
// indexes afterwards.
func newCrowd(t testing.TB, sizes ...int) *crowd {
	t.Helper()
	c := emptyCrowd(t)
	var indexes, names string
	must(t, c.super.QueryRowContext(t.Context(), `SELECT string_agg(indexdef, '; '), string_agg(quote_ident(indexname), ', ') FROM pg_indexes
		WHERE schemaname = 'latchkey' AND tablename IN ('api_key', 'api_key_secret', 'api_key_use', 'member', 'audit_event') AND indexname !~ '_(pkey|key)$'`).Scan(&indexes, &names))
	c.run(`DROP INDEX ` + names)
	for _, size := range sizes {
		c.of[size] = caller.OfOperator(uuid.New(), "a test")
		c.run(`INSERT INTO workspace (id, slug, name, time_zone) VALUES ($1, $2, 'Crowd', 'UTC')`, c.of[size].Workspace(), fmt.Sprint("crowd-", size))
		c.keys(size)
		c.members(size)
		c.events(size)
	}
	c.run(indexes)
	c.settle()
	c.open()
	return c
}

// emptyCrowd is a database that the superuser fills, without triggers.
func emptyCrowd(t testing.TB) *crowd {
	t.Helper()
	c := &crowd{TB: t, db: testdb.New(t), now: time.Now().UTC().Truncate(time.Second), person: uuid.New(), of: map[int]caller.Caller{}}
	if c.db.SuperURL == "" {
		t.Skip("rows are made as the superuser, and this server has none for us")
	}
	c.super = c.db.Open(t, c.db.SuperURL)
	c.super.SetMaxOpenConns(1) // its settings are the session's
	c.run(`SET search_path = latchkey`)
	c.run(`SET session_replication_role = replica`)
	return c
}

// open opens the store, until the test ends or closes it.
func (c *crowd) open() {
	c.Helper()
	var err error
	c.st, err = store.Open(c.Context(), c.db.AppURL, store.Options{MaxConns: 1, Now: func() time.Time { return c.now }})
	must(c, err)
	c.Cleanup(func() { _ = c.st.Close() })
}

// settle makes statistics, and has nobody but tests read from then on.
func (c *crowd) settle() {
	c.Helper()
	c.run(`VACUUM ANALYZE`)
	c.run(`DO $$ DECLARE t regclass; BEGIN
		FOR t IN SELECT oid FROM pg_class WHERE relnamespace = 'latchkey'::regnamespace AND relkind = 'r' LOOP
			EXECUTE format('ALTER TABLE %s SET (autovacuum_enabled = false)', t);
		END LOOP; END $$`)
	c.run(`SELECT pg_stat_force_next_flush()`)
}

func (c *crowd) run(statement string, args ...any) {
	c.Helper()
	if _, err := c.super.ExecContext(c.Context(), statement, args...); err != nil {
		c.Fatalf("%v in %s", err, statement)
	}
}

// fill runs a statement for the workspace of a size, whose id, size, time, person and
// step it names in brackets. Of a step, one key is not revoked.
func (c *crowd) fill(size int, statement string, args ...any) {
	c.Helper()
	c.run(strings.NewReplacer("[of]", "'"+c.of[size].Workspace().String()+"'", "[size]", strconv.Itoa(size), "[now]", "'"+c.now.Format(time.RFC3339)+"'::timestamptz",
		"[person]", "'"+c.person.String()+"'::uuid", "[step]", strconv.Itoa(max(1, size/10_000))).Replace(statement), args...)
}

// keys makes keys, the newest first, of which not more than 10,000 are not revoked, as
// in any workspace. Of a hundred of these 12 each are disabled, expired and rotating.
func (c *crowd) keys(size int) {
	c.fill(size, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label, created_by_id, expires_on, disabled_at, revoked_at, revocation_reason)
		SELECT [of], md5([of] || n)::uuid, name, lower(name), (ARRAY['ALL', 'READ_ONLY', 'WRITE_ONLY'])[1 + n % 3],
			[now] - n * interval '1 minute', 'a test', CASE WHEN n % 5 = 0 THEN [person] ELSE gen_random_uuid() END,
			CASE WHEN class = 'EXPIRED' THEN [now]::date - 1 - n % 300 WHEN n % 7 = 0 THEN [now]::date + n % 400 END,
			CASE WHEN class = 'DISABLED' THEN [now] END, CASE WHEN class = 'REVOKED' THEN [now] END, CASE WHEN class = 'REVOKED' THEN 'UNUSED' END
		FROM (SELECT n, CASE n WHEN 50 THEN 'Needle' ELSE 'Team ' || n % 4 || ' key ' || n END AS name, CASE WHEN n % [step] > 0 OR n / [step] % 100 < 24 THEN 'REVOKED' WHEN n / [step] % 100 < 36 THEN 'DISABLED' WHEN n / [step] % 100 < 48 THEN 'EXPIRED' END AS class
			FROM generate_series(1, [size]) n) n`)
	c.fill(size, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
		SELECT workspace_id, id, id, 'p1', sha256(id::text::bytea), 'lk_…' || left(id::text, 4), created_at FROM api_key WHERE workspace_id = [of]`)
	c.fill(size, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at, valid_until)
		SELECT [of], gen_random_uuid(), md5([of] || n)::uuid, 'p1', sha256(('old' || n || [of])::bytea), 'lk_…abcd', [now], [now] + interval '1 hour'
		FROM generate_series(1, [size]) n WHERE n % [step] = 0 AND n / [step] % 100 BETWEEN 48 AND 59`)
	c.fill(size, `INSERT INTO api_key_use (workspace_id, key_id, at, address, user_agent, operation)
		SELECT workspace_id, id, CASE WHEN left(id::text, 1) < '8' THEN '-infinity' ELSE created_at END, '', '', '' FROM api_key WHERE workspace_id = [of]`)
	c.fill(size, `INSERT INTO api_key_term (workspace_id, term, key_id) SELECT workspace_id, t, id FROM api_key, key_terms(name_key) t WHERE workspace_id = [of] ORDER BY 1, 2, 3`)
	c.fill(size, `INSERT INTO record_count (workspace_id, kind, slot, records) VALUES ([of], 'api_key', 0, [size]), ([of], 'member', 0, [size])`)
}

// members makes members; of a hundred 25 are developers, and all others viewers.
func (c *crowd) members(size int) {
	c.fill(size, `INSERT INTO person (id, email, email_key, name, name_key, password_hash)
		SELECT md5([of] || n)::uuid, e, e, 'Group ' || n % 4 || ' ' || n, 'group ' || n % 4 || ' ' || n, '-'
		FROM (SELECT n, 'team' || n % 4 || '.' || n || '@' || [of] AS e FROM generate_series(1, [size]) n) n`)
	c.fill(size, `INSERT INTO member (workspace_id, id, person_id, role, name_key, email_key, created_at)
		SELECT [of], p.id, p.id, CASE WHEN n % 4 = 0 THEN 'DEVELOPER' ELSE 'VIEWER' END, p.name_key, p.email_key, [now] - n * interval '1 minute'
		FROM generate_series(1, [size]) n JOIN person p ON p.id = md5([of] || n)::uuid`)
}

// events makes events, of three actions; every fifth is the person's, the others are
// Latchkey's own.
func (c *crowd) events(size int) {
	chain := audit.Chain{Workspace: c.of[size].Workspace()}
	event := func(by caller.Actor, target audit.Target) audit.Record {
		_, r := chain.Next(audit.Event{ID: uuid.New(), At: c.now, Action: audit.KeyCreated, Actor: by, Target: target})
		return r
	}
	theirs := event(caller.Actor{Kind: caller.Member, ID: c.person, Label: "ada@example.com"}, audit.Target{Kind: audit.APIKey, ID: c.person, Label: "Production"})
	own := event(caller.Actor{Kind: caller.System, Label: "Latchkey"}, audit.Target{Kind: audit.Workspace, ID: chain.Workspace, Label: "Crowd"})
	c.fill(size, `INSERT INTO audit_event (workspace_id, id, seq, at, actor_id, action, target_id, body, hash)
		SELECT [of], md5([of] || n)::uuid, n, [now] - ([size] - n) * interval '1 minute', CASE WHEN n % 5 = 0 THEN [person] END,
			(ARRAY['api_key.created', 'api_key.updated', 'api_key.revoked'])[1 + n % 3], CASE WHEN n % 5 = 0 THEN [person] ELSE [of] END,
			CASE WHEN n % 5 = 0 THEN $1::bytea ELSE $2::bytea END, $3::bytea FROM generate_series(1, [size]) n`, theirs.Body, own.Body, own.Hash[:])
}

// list reads a list in the workspace of a size, and returns how many rows it has.
type list func(ctx context.Context, v *store.View, size int) (rows int, err error)

// shown is how many rows lists ask for: a page of ten, and one to see whether there are more.
const shown = 11

// lists are all lists that settings screens show, by names.
func (c *crowd) lists() map[string]list {
	all := map[string]list{}
	c.keyLists(all)
	c.memberLists(all)
	c.eventLists(all)
	return all
}

func (c *crowd) keyLists(all map[string]list) {
	add := func(name string, q store.KeyQuery) {
		q.Limit, q.Now, q.Today = shown, c.now, apikey.DayOf(c.now, time.UTC)
		half := map[int]*store.KeyPosition{}
		if q.After != nil {
			half = halfWay(c, "api_key", func(id uuid.UUID, value string) *store.KeyPosition { return &store.KeyPosition{Value: value, ID: id} }, keyColumns[q.Order.By])
		}
		all["keys "+name] = func(ctx context.Context, v *store.View, size int) (int, error) {
			q.After = half[size]
			list, err := v.Keys(ctx, q)
			return len(list.Keys), err
		}
	}
	for _, by := range store.KeyFields() {
		for _, down := range []bool{false, true} {
			order := store.KeyOrder{By: by, Descending: down}
			name := fmt.Sprintf("by %s, down %t", by, down)
			add(name, store.KeyQuery{Order: order})
			add(name+", half way", store.KeyQuery{Order: order, After: &store.KeyPosition{}})
		}
		order := store.KeyOrder{By: by, Descending: by == store.ByCreated}
		for _, status := range apikey.Statuses() {
			add(fmt.Sprintf("%s by %s", status, by), store.KeyQuery{Order: order, Status: status})
		}
		add(fmt.Sprintf("of a scope by %s", by), store.KeyQuery{Order: order, Scope: apikey.ReadOnly})
		add(fmt.Sprintf("of a person by %s", by), store.KeyQuery{Order: order, CreatedBy: c.person})
		add(fmt.Sprintf("that expire by %s", by), store.KeyQuery{Order: order, ExpiresBefore: apikey.DayOf(c.now.AddDate(0, 0, 200), time.UTC)})
		add(fmt.Sprintf("that are unused by %s", by), store.KeyQuery{Order: order, UnusedSince: c.now.Add(-10 * time.Minute)})
		add(fmt.Sprintf("by search of many by %s", by), store.KeyQuery{Order: order, Search: "team 3"})
		add(fmt.Sprintf("by search of some by %s", by), store.KeyQuery{Order: order, Search: "KEY 99"})
		add(fmt.Sprintf("by search of one by %s", by), store.KeyQuery{Order: order, Search: "EEDL"})
		add(fmt.Sprintf("by search of none by %s", by), store.KeyQuery{Order: order, Search: "nothing"})
	}
	newest := store.KeyOrder{By: store.ByCreated, Descending: true}
	add("by several filters", store.KeyQuery{Order: newest, Status: apikey.Revoked, Scope: apikey.All, Search: "team"})
	add("by a hint", store.KeyQuery{Order: newest, Search: "lk_…abcd"})
	add("by search, half way", store.KeyQuery{Order: newest, Search: "team 3", After: &store.KeyPosition{}})
}

// What lists are ordered by, in tables.
var (
	keyColumns = map[store.KeyField]string{store.ByCreated: `created_at`, store.ByName: `name_key`, store.ByExpires: `COALESCE(expires_on, 'infinity')`,
		store.ByLastUsed: `(SELECT at FROM api_key_use u WHERE u.workspace_id = k.workspace_id AND u.key_id = k.id)`}
	memberColumns = map[store.MemberField]string{store.ByMemberName: `name_key`, store.ByEmail: `email_key`, store.ByJoined: `created_at`}
)

// halfWay returns the place half way through all rows of a table, for each size.
func halfWay[P any](c *crowd, table string, position func(id uuid.UUID, value string) *P, column string) map[int]*P {
	c.Helper()
	places := map[int]*P{}
	for size, who := range c.of {
		var value string
		var id uuid.UUID
		must(c, c.super.QueryRowContext(c.Context(), fmt.Sprintf(`SELECT to_json(o) #>> '{}', id FROM (SELECT id, %s AS o FROM %s k WHERE workspace_id = $1) k ORDER BY o, id OFFSET $2 LIMIT 1`,
			column, table), who.Workspace(), size/2).Scan(&value, &id))
		places[size] = position(id, value)
	}
	return places
}

func (c *crowd) memberLists(all map[string]list) {
	add := func(name string, q store.MemberQuery) {
		q.Limit = shown
		half := map[int]*store.MemberPosition{}
		if q.After != nil {
			half = halfWay(c, "member", func(id uuid.UUID, value string) *store.MemberPosition {
				return &store.MemberPosition{Value: value, ID: id}
			}, memberColumns[q.By])
		}
		all["members "+name] = func(ctx context.Context, v *store.View, size int) (int, error) {
			q.After = half[size]
			list, err := v.Members(ctx, q)
			return len(list.Members), err
		}
	}
	for _, by := range store.MemberFields() {
		for _, down := range []bool{false, true} {
			name := fmt.Sprintf("by %s, down %t", by, down)
			add(name, store.MemberQuery{By: by, Down: down})
			add(name+", half way", store.MemberQuery{By: by, Down: down, After: &store.MemberPosition{}})
		}
		add(fmt.Sprintf("of a role by %s", by), store.MemberQuery{By: by, Role: caller.Developer})
		add(fmt.Sprintf("of a role that nobody has by %s", by), store.MemberQuery{By: by, Role: caller.Owner})
	}
	for _, by := range append(store.MemberFields(), store.ByFound) {
		add(fmt.Sprintf("by search of many names by %s", by), store.MemberQuery{By: by, Search: "group 3"})
		add(fmt.Sprintf("by search of many addresses by %s", by), store.MemberQuery{By: by, Search: "team3"})
		add(fmt.Sprintf("by search of one by %s", by), store.MemberQuery{By: by, Search: "team3.99@"})
		add(fmt.Sprintf("by search of none by %s", by), store.MemberQuery{By: by, Search: "nobody"})
		add(fmt.Sprintf("by search and role by %s", by), store.MemberQuery{By: by, Search: "group", Role: caller.Viewer})
	}
}

func (c *crowd) eventLists(all map[string]list) {
	add := func(name string, f store.AuditFilter) {
		for place, half := range map[string]bool{"": false, ", half way": f.Since.IsZero()} {
			all["events "+name+place] = func(ctx context.Context, v *store.View, size int) (int, error) {
				q := store.AuditQuery{AuditFilter: f, Limit: shown}
				if half {
					q.Before = store.AuditPlace{At: c.now.Add(-time.Duration(size/4) * time.Minute), Seq: int64(size)}
				}
				events, _, err := v.AuditEvents(ctx, q)
				return len(events), err
			}
		}
	}
	add("of all", store.AuditFilter{})
	add("of an action", store.AuditFilter{Actions: []audit.Action{audit.KeyCreated}})
	add("of actions", store.AuditFilter{Actions: []audit.Action{audit.KeyCreated, audit.KeyRevoked}})
	add("of actions of a time", store.AuditFilter{
		Actions: []audit.Action{audit.KeyCreated, audit.KeyRevoked}, Since: c.now.Add(-90 * time.Minute), Until: c.now.Add(-30 * time.Minute),
	})
	add("by a person", store.AuditFilter{Actor: c.person})
	add("by people", store.AuditFilter{ActorKind: caller.Member})
	add("about a key", store.AuditFilter{Target: c.person})
	add("about keys", store.AuditFilter{TargetKind: audit.APIKey})
	add("about a name", store.AuditFilter{TargetLabel: "Production"})
	add("of a time", store.AuditFilter{Since: c.now.Add(-time.Hour), Until: c.now})
	add("by a person of an action", store.AuditFilter{Actor: c.person, Actions: []audit.Action{audit.KeyCreated}})
}
