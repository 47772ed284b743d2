package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestNodesAreListedWithWhatIsLeftOfTheirLease(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	none, before, err := st.Nodes(t.Context())
	if err != nil || len(none) != 0 {
		t.Errorf("without a node: %v, %v", none, err)
	}
	gone, serving := uuid.New(), uuid.New()
	for id, lease := range map[uuid.UUID]time.Duration{gone: -time.Second, serving: time.Hour} {
		_, _, err := st.Beat(t.Context(), id, "node", nil, lease)
		must(t, err)
	}
	seed(t, st, "acme") // a change of access that neither has applied
	all, epoch, err := st.Nodes(t.Context())
	must(t, err)
	if len(all) != 2 || all[0].ID != serving || all[1].ID != gone || epoch != before+1 {
		t.Fatalf("listed %+v at %d", all, epoch)
	}
	for _, n := range all {
		if n.Name != "node" || n.StartedAt.IsZero() || n.Applied != before || (n.Lease > 0) != (n.ID == serving) || n.Lease > time.Hour {
			t.Errorf("listed %+v", n)
		}
	}
}

func TestAWorkspaceIsFoundBySlugAndSuspended(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	seed(t, st, "other")
	if id, ok, err := st.WorkspaceOfSlug(t.Context(), "acme"); id != who.Workspace() || !ok || err != nil {
		t.Errorf("found %s, %v, %v", id, ok, err)
	}
	if id, ok, err := st.WorkspaceOfSlug(t.Context(), "nobody"); ok || err != nil {
		t.Errorf("found %s, %v, %v", id, ok, err)
	}
	for _, at := range []time.Time{time.Now().UTC().Truncate(time.Microsecond), {}} {
		must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error { return tx.SetSuspended(ctx, at) }))
		must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
			w, _, err := v.Workspace(ctx)
			if !w.SuspendedAt.Equal(at) {
				t.Errorf("suspended at %v, want %v", w.SuspendedAt, at)
			}
			return err
		}))
		access, _, err := st.LookupWorkspace(t.Context(), who.Workspace())
		if err != nil || access.Suspended == at.IsZero() {
			t.Errorf("verification reads %v, %v after %v", access.Suspended, err, at)
		}
	}
}
