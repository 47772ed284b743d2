package store_test

import (
	"context"
	"testing"
	"time"

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
	_, err := db.Open(t, db.AppURL).ExecContext(t.Context(), `UPDATE person SET name = 'Grace', name_key = 'grace' WHERE id = $1`, p.ID)
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
