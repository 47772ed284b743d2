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
	at := time.Now().UTC().Truncate(time.Microsecond)
	for _, step := range []struct {
		do        func(*store.Tx, context.Context, time.Time) error
		suspended bool
	}{{(*store.Tx).Suspend, true}, {(*store.Tx).Resume, false}} {
		must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error { return step.do(tx, ctx, at) }))
		must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
			w, _, err := v.Workspace(ctx)
			if w.SuspendedAt.Equal(at) != step.suspended || w.SuspendedAt.IsZero() == step.suspended {
				t.Errorf("suspended at %v, want it to be %v", w.SuspendedAt, step.suspended)
			}
			return err
		}))
		access, _, err := st.LookupWorkspace(t.Context(), who.Workspace())
		if err != nil || access.Suspended != step.suspended {
			t.Errorf("verification reads %v, %v; want %v", access.Suspended, err, step.suspended)
		}
	}
}
