package store_test

import (
	"context"
	"database/sql"
	"testing"
	"time"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

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
		list, err := tx.Members(ctx, store.MemberQuery{Search: "gra", By: store.ByMemberName, Limit: 5})
		if err != nil || len(list.Members) != 1 || list.Total != (store.Total{N: 1, Exact: true}) || list.Members[0].Name != "Grace" {
			t.Errorf("%+v, %v", list, err)
		}
		must(t, tx.RemoveMember(ctx, list.Members[0].ID))
		if list, err = tx.Members(ctx, store.MemberQuery{By: store.ByMemberName, Limit: 5}); err != nil || list.N != 0 {
			t.Errorf("%+v, %v", list, err)
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
	super := db.Open(t, db.SuperURL)
	must(t, super.PingContext(t.Context())) // PostgreSQL ends a transaction in which nothing happens while somebody connects for long
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.AddMember(ctx, p.ID, caller.Viewer, time.Now()); err != nil {
			return err
		}
		go func() {
			_, err := st.RenamePerson(t.Context(), p.ID, 1, "Grace", func(string) audit.Event { _, e := someone(audit.PersonRenamed); return e })
			renamed <- err
		}()
		waitsOrIsDone(t, super, renamed)
		return nil
	}))
	must(t, <-renamed)
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		list, err := v.Members(ctx, store.MemberQuery{Search: "gra", By: store.ByMemberName, Limit: 5})
		if len(list.Members) != 1 {
			t.Errorf("%+v", list)
		}
		return err
	}))
}

// waitsOrIsDone returns when some statement waits for a lock, or done has its answer.
func waitsOrIsDone(t *testing.T, super *sql.DB, done chan error) {
	t.Helper()
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
