package cluster_test

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/cluster"
	"latchkey/internal/store"
)

// Every table that verification reads: none of them can be changed, by whatever
// code and however, without an epoch.
func TestNoTableThatVerificationReadsChangesWithoutAnEpoch(t *testing.T) {
	f := newFixture(t)
	super := f.db.Open(t, f.db.SuperURL)
	super.SetMaxOpenConns(1)
	mustExec(t, super, `SET search_path = latchkey`)
	key := uuid.New()
	w := f.who.Workspace()
	for _, c := range []struct {
		what      string
		statement string
		args      []any
		key       uuid.UUID
	}{
		{"a key is made", `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) VALUES ($1, $2, 'k', 'k', 'ALL', now(), '')`, []any{w, key}, key},
		{"its scope", `UPDATE api_key SET scope = 'READ_ONLY' WHERE workspace_id = $1 AND id = $2`, []any{w, key}, key},
		{"a secret is added", `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at) VALUES ($1, gen_random_uuid(), $2, 'p', sha256('x'), '', now())`, []any{w, key}, key},
		{"a secret ends", `UPDATE api_key_secret SET valid_until = now() WHERE workspace_id = $1 AND key_id = $2`, []any{w, key}, key},
		{"a secret is taken away", `DELETE FROM api_key_secret WHERE workspace_id = $1 AND key_id = $2`, []any{w, key}, key},
		{"an entry is added", `INSERT INTO allowlist_entry (workspace_id, id, range, note, created_at, created_by_label) VALUES ($1, gen_random_uuid(), '192.0.2.0/24', '', now(), '')`, []any{w}, uuid.Nil},
		{"an entry's expiry", `UPDATE allowlist_entry SET expires_at = now() WHERE workspace_id = $1`, []any{w}, uuid.Nil},
		{"an entry is removed", `DELETE FROM allowlist_entry WHERE workspace_id = $1`, []any{w}, uuid.Nil},
		{"the zone", `UPDATE workspace SET time_zone = 'Europe/Paris' WHERE id = $1`, []any{w}, uuid.Nil},
		{"the limits", `UPDATE workspace SET key_limit_calls = NULL, key_limit_seconds = NULL, workspace_limit_calls = 7 WHERE id = $1`, []any{w}, uuid.Nil},
		{"the workspace is suspended", `UPDATE workspace SET suspended_at = now() WHERE id = $1`, []any{w}, uuid.Nil},
	} {
		t.Run(c.what, func(t *testing.T) {
			before := epochOf(t, super)
			mustExec(t, super, c.statement, c.args...)
			var workspace uuid.UUID
			var concerned uuid.NullUUID
			must(t, super.QueryRowContext(t.Context(), `SELECT workspace_id, key_id FROM access_change WHERE epoch = $1`, before+1).Scan(&workspace, &concerned))
			if epochOf(t, super) != before+1 || workspace != w || concerned.UUID != c.key {
				t.Errorf("epoch %d after %d, concerning %s %s", epochOf(t, super), before, workspace, concerned.UUID)
			}
		})
	}
}

// lookup_secret and lookup_workspace are what verification reads with; every
// table that their role may read must carry the trigger. (The same role tells
// when a pepper was last used, from api_key_use, which decides about no request.)
func TestEveryTableThatTheLookupReadsHasTheTrigger(t *testing.T) {
	f := newFixture(t)
	owner := f.db.Open(t, f.db.OwnerURL)
	var bare sql.NullString
	must(t, owner.QueryRowContext(t.Context(), `
		SELECT string_agg(DISTINCT c.relname, ', ') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) x
		WHERE x.grantee = 'latchkey_lookup'::regrole AND c.relkind = 'r' AND c.relname <> 'api_key_use'
		  AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'access_changed' AND g.tgdeferrable AND g.tgenabled = 'O')`).Scan(&bare))
	if bare.Valid {
		t.Errorf("without the trigger: %s", bare.String)
	}
}

func TestManyRowsOfOneKeyAreOneChange(t *testing.T) {
	f := newFixture(t)
	super := f.db.Open(t, f.db.SuperURL)
	before := epochOf(t, super)
	f.change(func(ctx context.Context, tx *store.Tx) error {
		for _, r := range []string{"192.0.2.1/32", "192.0.2.2/32", "192.0.2.3/32"} {
			if err := tx.Ent().AllowlistEntry.Create().SetID(uuid.New()).SetRange(r).SetNote("").
				SetCreatedAt(tx.Now()).SetCreatedByLabel("t").Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if after := epochOf(t, super); after != before+1 {
		t.Errorf("three entries at once took %d epochs, want 1", after-before)
	}
}

// A transaction that changes very many keys says in the end that all of their workspace
// has changed: it must not hold the lock of the epoch for as long as counting each takes.
func TestVeryManyKeysAreAChangeOfTheirWorkspace(t *testing.T) {
	f := newFixture(t)
	super := f.db.Open(t, f.db.SuperURL)
	before := epochOf(t, super)
	f.change(func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
			SELECT $1, gen_random_uuid(), 'k' || n, 'k' || n, 'ALL', now(), 'test' FROM generate_series(1, 1000) n`, f.who.Workspace())
		return err
	})
	var last sql.NullString
	must(t, super.QueryRowContext(t.Context(), `SELECT key_id::text FROM latchkey.access_change ORDER BY epoch DESC LIMIT 1`).Scan(&last))
	if took := epochOf(t, super) - before; took != 101 || last.Valid {
		t.Errorf("a thousand keys took %d epochs, the last of key %q; want 101, the last of the whole workspace", took, last.String)
	}
}

// The protocol rests on this order: a beat never ends between a change's epoch and
// its commit. Without it the beat would return without the change, while the
// barrier, asking right after the commit, would not see the lease yet.
func TestABeatWaitsForAChangeThatIsBeingCommitted(t *testing.T) {
	f := newFixture(t)
	_, applied, err := f.store.Beat(t.Context(), uuid.New(), "first", nil, cluster.Lease)
	must(t, err)
	super := f.db.Open(t, f.db.SuperURL)
	tx, err := super.BeginTx(t.Context(), nil)
	must(t, err)
	for _, step := range []string{`SET search_path = latchkey`, `UPDATE workspace SET name = 'Committing'`, `SET CONSTRAINTS ALL IMMEDIATE`} {
		_, err := tx.ExecContext(t.Context(), step)
		must(t, err)
	}
	type answer struct {
		changes []store.AccessChange
		err     error
	}
	beat := make(chan answer, 1)
	go func() {
		changes, _, err := f.store.Beat(context.WithoutCancel(t.Context()), uuid.New(), "second", &applied, cluster.Lease)
		beat <- answer{changes, err}
	}()
	eventually(t, func() bool {
		var waiting int
		must(t, super.QueryRowContext(t.Context(), `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
			AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`).Scan(&waiting))
		return waiting == 1
	})
	select {
	case a := <-beat:
		t.Fatalf("the beat did not wait: %+v", a)
	default:
	}
	must(t, tx.Commit())
	if a := <-beat; a.err != nil || len(a.changes) != 1 || a.changes[0].Workspace != f.who.Workspace() {
		t.Errorf("the beat returned %+v, want the change", a)
	}
}

func TestOldChangesAndDeadNodesArePruned(t *testing.T) {
	f := newFixture(t)
	super := f.db.Open(t, f.db.SuperURL)
	super.SetMaxOpenConns(1)
	mustExec(t, super, `SET search_path = latchkey`)
	mustExec(t, super, `UPDATE access_change SET at = now() - interval '61 minutes'`)
	f.rename("Recent")
	for _, until := range []string{"now() - interval '25 hours'", "now()"} {
		mustExec(t, super, `INSERT INTO node (id, name, lease_until, applied_epoch) VALUES (gen_random_uuid(), '', `+until+`, 0)`)
	}
	must(t, f.store.PruneCluster(t.Context()))
	for table, want := range map[string]int{"access_change": 1, "node": 1} {
		var n int
		must(t, super.QueryRowContext(t.Context(), `SELECT count(*) FROM `+table).Scan(&n))
		if n != want {
			t.Errorf("%d rows of %s are left, want %d", n, table, want)
		}
	}
}

func TestALeaseEndsByEitherClock(t *testing.T) {
	f := newFixture(t)
	n, stop := f.node(newMemory())
	now := time.Now()
	if !n.Trusted(now) {
		t.Fatal("no lease to begin with")
	}
	if n.Trusted(now.Add(cluster.Lease + time.Second)) {
		t.Error("trusted after its lease by both clocks")
	}
	// A machine that was suspended: the wall clock has gone on, the monotonic one has not.
	if n.Trusted(now.Round(0).Add(time.Hour)) {
		t.Error("trusted after its lease by the wall clock")
	}
	stop()
}

func epochOf(t *testing.T, db *sql.DB) (e int64) {
	t.Helper()
	must(t, db.QueryRowContext(t.Context(), `SELECT value FROM latchkey.epoch`).Scan(&e))
	return e
}

func mustExec(t testing.TB, db *sql.DB, statement string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
