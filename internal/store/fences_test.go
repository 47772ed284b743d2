package store_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/ent/gen"
	"latchkey/ent/schema"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/store/scope"
	"latchkey/internal/testdb"

	entsql "entgo.io/ent/dialect/sql"
)

// The four fences of tenancy. Each test takes the other fences down and shows
// that the one left holds.

// Fence 1: a caller is the only way in. The others being down would change
// nothing: without a caller, no statement runs at all. See also internal/arch.
func TestFenceCaller(t *testing.T) { TestNobodyEntersWithoutACaller(t) }

// Fence 2: ent's mixin, with row-level security off and a connection that knows
// no workspace.
func TestFenceMixin(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	mine, theirs := seed(t, st, "mine"), seed(t, st, "theirs")
	addMember(t, db, mine)
	addMember(t, db, theirs)
	owner := db.Open(t, db.OwnerURL)
	exec(t, owner, `ALTER TABLE latchkey.member NO FORCE ROW LEVEL SECURITY; ALTER TABLE latchkey.workspace NO FORCE ROW LEVEL SECURITY;
		ALTER TABLE latchkey.record_count NO FORCE ROW LEVEL SECURITY`) // which counts members
	client := gen.NewClient(gen.Driver(entsql.OpenDB("postgres", owner)))
	ctx := scope.With(t.Context(), scope.Of(mine.Workspace()))

	members, err := client.Member.Query().All(ctx)
	if err != nil || len(members) != 1 || members[0].WorkspaceID != mine.Workspace() {
		t.Errorf("a query saw %d members, %v", len(members), err)
	}
	if n, err := client.Workspace.Query().Count(ctx); err != nil || n != 1 {
		t.Errorf("a query saw %d workspaces, %v", n, err)
	}
	if n, err := client.Member.Update().SetRole("VIEWER").Save(ctx); err != nil || n != 1 {
		t.Errorf("an update changed %d members, %v", n, err)
	}
	if n, err := client.Member.Delete().Exec(ctx); err != nil || n != 1 {
		t.Errorf("a deletion took %d members, %v", n, err)
	}
	added, err := client.Member.Create().SetID(uuid.New()).SetWorkspaceID(theirs.Workspace()).
		SetPersonID(person(t, db)).SetRole("OWNER").SetCreatedAt(time.Now()).Save(ctx)
	if err != nil || added.WorkspaceID != mine.Workspace() {
		t.Errorf("an insert went to %v, %v; want it stamped with the scope's workspace", added, err)
	}
	for name, other := range map[string]context.Context{"no scope": t.Context(), "global": scope.With(t.Context(), scope.Global)} {
		if _, err := client.Member.Query().All(other); !errors.Is(err, schema.ErrNoWorkspace) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Fence 3: row-level security, under plain SQL that names no workspace, for the
// application's role and for the owner.
func TestFenceRowLevelSecurity(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	mine, theirs := seed(t, st, "mine"), seed(t, st, "theirs")
	addMember(t, db, mine)
	addMember(t, db, theirs)
	for role, url := range map[string]string{"application": db.AppURL, "owner": db.OwnerURL} {
		t.Run(role, func(t *testing.T) {
			plain := db.Open(t, url)
			plain.SetMaxOpenConns(1)
			for set, want := range map[string]int{"": 0, uuid.NewString(): 0, mine.Workspace().String(): 1} {
				exec(t, plain, `SELECT set_config('latchkey.workspace_id', $1, false)`, set)
				for _, table := range []string{"member", "workspace"} {
					if n := count(t, plain, `SELECT count(*) FROM `+table); n != want {
						t.Errorf("set to %q: %d rows of %s, want %d", set, n, table, want)
					}
				}
			}
			_, err := plain.ExecContext(t.Context(), `INSERT INTO member (workspace_id, id, person_id, role) VALUES ($1, gen_random_uuid(), $2, 'OWNER')`,
				theirs.Workspace(), person(t, db))
			if err == nil || !strings.Contains(err.Error(), "row-level security") {
				t.Errorf("an insert into another workspace: %v", err)
			}
			if n := affected(t, plain, `UPDATE member SET role = 'VIEWER' WHERE workspace_id = $1`, theirs.Workspace()); n != 0 {
				t.Errorf("an update changed %d rows of another workspace", n)
			}
		})
	}
}

// Fence 4: composite foreign keys, for a superuser, whom no policy binds.
func TestFenceForeignKeys(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	mine, theirs := seed(t, st, "mine"), seed(t, st, "theirs")
	super := db.Open(t, db.SuperURL)
	exec(t, super, `SET search_path = latchkey`)
	super.SetMaxOpenConns(1)
	key := uuid.New()
	exec(t, super, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) VALUES ($1, $2, 'k', 'k', 'ALL', now(), 't')`,
		mine.Workspace(), key)
	var contact, event int64
	must(t, super.QueryRowContext(t.Context(), `INSERT INTO contact (workspace_id, user_key, created_at, updated_at) VALUES ($1, 'k', now(), now()) RETURNING id`, mine.Workspace()).Scan(&contact))
	must(t, super.QueryRowContext(t.Context(), `INSERT INTO event_name (workspace_id, name) VALUES ($1, 'n') RETURNING id`, theirs.Workspace()).Scan(&event))
	for name, c := range map[string]struct {
		statement string
		args      []any
	}{
		"a secret of another's key": {`INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
			VALUES ($1, gen_random_uuid(), $2, 'p', sha256('x'), 'h', now())`, []any{theirs.Workspace(), key}},
		"a use of another's key": {`INSERT INTO api_key_use VALUES ($1, $2, now(), '', '', '')`, []any{theirs.Workspace(), key}},
		"an event of another's contact": {`INSERT INTO event (workspace_id, contact_id, event_name_id, at) VALUES ($1, $2, $3, now())`,
			[]any{theirs.Workspace(), contact, event}},
	} {
		_, err := super.ExecContext(t.Context(), c.statement, c.args...)
		if e := pq.As(err); e == nil || e.Code != "23503" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func addMember(t *testing.T, db *testdb.DB, who caller.Caller) {
	t.Helper()
	st := open(t, db.AppURL)
	p := person(t, db)
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Member.Create().SetID(uuid.New()).SetPersonID(p).SetRole("OWNER").SetCreatedAt(tx.Now()).Exec(ctx)
	}))
}

// person adds a person of the dashboard, and returns the id.
func person(t *testing.T, db *testdb.DB) uuid.UUID {
	t.Helper()
	id := uuid.New()
	exec(t, db.Open(t, db.OwnerURL), `INSERT INTO latchkey.person (id, email, email_key, name, password_hash) VALUES ($1, $2, $2, 'P', '')`,
		id, id.String()+"@example.com")
	return id
}

func count(t *testing.T, db *sql.DB, query string, args ...any) (n int) {
	t.Helper()
	must(t, db.QueryRowContext(t.Context(), query, args...).Scan(&n))
	return n
}

func affected(t *testing.T, db *sql.DB, statement string, args ...any) int64 {
	t.Helper()
	r, err := db.ExecContext(t.Context(), statement, args...)
	must(t, err)
	n, err := r.RowsAffected()
	must(t, err)
	return n
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
