package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// membership is a workspace of very many members.
func membership(t *testing.T, db *testdb.DB, members int) caller.Caller {
	t.Helper()
	who := caller.OfOperator(uuid.New(), "test")
	super := db.Open(t, db.SuperURL)
	super.SetMaxOpenConns(1) // its settings are the session's
	for _, statement := range []string{
		`SET search_path = latchkey`, `SET session_replication_role = replica`, // it needs no triggers
		fmt.Sprintf(`INSERT INTO workspace (id, slug, name, time_zone) VALUES ('%s', 'membership', 'Crowd', 'UTC')`, who.Workspace()),
		fmt.Sprintf(`INSERT INTO person (id, email, email_key, name, name_key, password_hash)
			SELECT gen_random_uuid(), e, e, e, e, '-' FROM (SELECT 'person' || n || '@example.com' AS e FROM generate_series(1, %d) n) p`, members),
		fmt.Sprintf(`INSERT INTO member (workspace_id, id, person_id, role, name_key, email_key, created_at)
			SELECT '%s', gen_random_uuid(), id, 'VIEWER', name_key, email_key, now() FROM person`, who.Workspace()),
		fmt.Sprintf(`INSERT INTO record_count (workspace_id, kind, slot, records) VALUES ('%s', 'member', 0, %d)`, who.Workspace(), members),
		`ANALYZE`,
	} {
		_, err := super.ExecContext(t.Context(), statement)
		must(t, err)
	}
	return who
}

// A page is read from the index that it is ordered by, from its place on, and nothing is
// sorted: so it costs the same among however many members.
func TestAPageOfMembersIsReadFromAnIndex(t *testing.T) {
	db := testdb.New(t)
	who := membership(t, db, 20_000)
	st := open(t, db.AppURL)
	indexes := map[store.MemberField]string{store.ByMemberName: "member_name", store.ByEmail: "member_email", store.ByJoined: "member_joined"}
	for _, by := range store.MemberFields() {
		for _, down := range []bool{false, true} {
			q := store.MemberQuery{By: by, Down: down, Limit: 20}
			must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
				first, total, err := v.Members(ctx, q)
				if err != nil {
					return err
				}
				if len(first) != 20 || total != 20_000 {
					t.Errorf("%s: %d of %d", by, len(first), total)
				}
				place := by.Position(first[19])
				for _, after := range []*store.MemberPosition{nil, &place} {
					q.After = after
					statement, args := q.Statement(who.Workspace())
					plan := explained(ctx, t, v, statement, args)
					if strings.Contains(plan, "Sort") || !strings.Contains(plan, "using "+indexes[by]+" on member") && !strings.Contains(plan, "Backward using "+indexes[by]+" on member") {
						t.Errorf("%s, down %t, after %v:\n%s", by, down, after, plan)
					}
				}
				return nil
			}))
		}
	}
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		found, total, err := v.Members(ctx, store.MemberQuery{Search: "person1999", By: store.ByMemberName, Limit: 20})
		if len(found) != 11 || total != 11 {
			t.Errorf("%d of %d are found", len(found), total)
		}
		statement, args := store.MemberQuery{Search: "person1999", By: store.ByMemberName, Limit: 20}.Statement(who.Workspace())
		if plan := explained(ctx, t, v, statement, args); !strings.Contains(plan, "member_name") || !strings.Contains(plan, "member_email") {
			t.Errorf("a search:\n%s", plan)
		}
		return err
	}))
}

func explained(ctx context.Context, t *testing.T, v *store.View, statement string, args []any) string {
	t.Helper()
	rows, err := v.Query(ctx, `EXPLAIN `+statement, args...)
	must(t, err)
	defer rows.Close() // rows.Err is read below
	var lines []string
	for rows.Next() {
		var line string
		must(t, rows.Scan(&line))
		lines = append(lines, line)
	}
	must(t, rows.Err())
	return strings.Join(lines, "\n")
}

// Members are counted and called by what they are called, whoever changes it.
func TestMembersFollowThePeople(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	p, e := someone("person.created")
	must(t, st.CreatePerson(t.Context(), p, "ada@example.com", "-", e))
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		return tx.AddMember(ctx, p.ID, caller.Viewer, time.Now())
	}))
	_, err := st.RenamePerson(t.Context(), p.ID, 1, "Grace", func(string) audit.Event { _, e := someone(audit.PersonRenamed); return e })
	must(t, err)
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		found, total, err := tx.Members(ctx, store.MemberQuery{Search: "gra", By: store.ByMemberName, Limit: 5})
		if err != nil || len(found) != 1 || total != 1 || found[0].Name != "Grace" {
			t.Errorf("%+v, %d, %v", found, total, err)
		}
		must(t, tx.RemoveMember(ctx, found[0].ID))
		if _, total, err := tx.Members(ctx, store.MemberQuery{By: store.ByMemberName, Limit: 5}); err != nil || total != 0 {
			t.Errorf("%d, %v", total, err)
		}
		return nil
	}))
}

// Whoever becomes a member at the moment in which they are renamed is listed by the new name.
func TestAMemberWhoIsRenamedMeanwhile(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	p, e := someone(audit.PersonCreated)
	must(t, st.CreatePerson(t.Context(), p, "ada@example.com", "-", e))
	renamed := make(chan error, 1)
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.AddMember(ctx, p.ID, caller.Viewer, time.Now()); err != nil {
			return err
		}
		go func() {
			_, err := st.RenamePerson(t.Context(), p.ID, 1, "Grace", func(string) audit.Event { _, e := someone(audit.PersonRenamed); return e })
			renamed <- err
		}()
		waitsOrIsDone(t, db, renamed)
		return nil
	}))
	must(t, <-renamed)
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		found, _, err := v.Members(ctx, store.MemberQuery{Search: "gra", By: store.ByMemberName, Limit: 5})
		if len(found) != 1 {
			t.Errorf("%+v", found)
		}
		return err
	}))
}

// waitsOrIsDone returns when some statement waits for a lock, or done has its answer.
func waitsOrIsDone(t *testing.T, db *testdb.DB, done chan error) {
	t.Helper()
	super := db.Open(t, db.SuperURL)
	for limit := time.Now().Add(20 * time.Second); len(done) == 0; {
		waiting := column(t, super, `SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
		if len(waiting) > 0 {
			return
		}
		if time.Now().After(limit) {
			t.Fatal("neither")
		}
	}
}
