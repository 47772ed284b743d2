package admin_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

const days = 24 * time.Hour

func (s *site) sweep(t *testing.T, want int) {
	t.Helper()
	if n, err := s.SweepUnused(t.Context()); err != nil || n != want {
		t.Errorf("at %s %d keys were disabled, %v; want %d", s.clock.now(), n, err, want)
	}
}

// used writes the last use of a key.
func (s *site) used(t *testing.T, who caller.Caller, key uuid.UUID) {
	t.Helper()
	super := s.db.Open(t, s.db.SuperURL)
	_, err := super.ExecContext(t.Context(), `UPDATE latchkey.api_key_use SET at = $3, operation = 'users.list' WHERE workspace_id = $1 AND key_id = $2`, who.Workspace(), key, s.clock.now())
	must(t, err)
}

// disableUnused sets the policy, confirmed.
func (s *site) disableUnused(t *testing.T, who caller.Caller, after int) {
	t.Helper()
	w, err := s.Workspace(t.Context(), who)
	must(t, err)
	_, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: w.Version, DisableUnusedAfterDays: ptr(ptr(after)), Confirm: true})
	must(t, err)
}

func TestUnusedKeysAreDisabledAfterADayOfGrace(t *testing.T) {
	s := newSite(t)
	who, other := s.workspace(t, "acme"), s.workspace(t, "other")
	never, busy, enabled, theirs := s.key(t, who, "never used"), s.key(t, who, "busy"), s.key(t, who, "enabled"), s.key(t, other, "theirs")
	s.disableUnused(t, who, 30)
	s.clock.add(10 * days)
	s.used(t, who, busy.ID)
	s.clock.add(10 * days)
	for _, disabled := range []bool{true, false} {
		_, err := s.SetKeyDisabled(t.Context(), who, admin.SetKeyDisabled{ID: enabled.ID, Disabled: disabled})
		must(t, err)
	}
	for _, step := range []struct {
		wait time.Duration
		hit  apikey.Key
	}{{11 * days, never}, {10 * days, busy}, {10 * days, enabled}} {
		s.clock.add(step.wait - time.Microsecond)
		s.sweep(t, 0)
		s.clock.add(time.Microsecond)
		s.sweep(t, 1)
		s.sweep(t, 0)
		key, err := s.Key(t.Context(), who, step.hit.ID)
		if err != nil || key.Status != apikey.Disabled || !key.DisabledAt.Equal(s.clock.now()) {
			t.Errorf("%s: %+v, %v", step.hit.Name, key, err)
		}
		event := s.last(t, who)
		if event.Action != audit.KeyDisabled || event.Actor != (caller.Actor{Kind: caller.System, Label: "Latchkey, which disables unused keys"}) ||
			event.Target.ID != step.hit.ID || !slices.Equal(event.After, audit.Values{{Name: "status", Text: "DISABLED"}, {Name: "unusedForDays", Text: "30"}}) {
			t.Errorf("recorded %+v", event)
		}
	}
	if key, err := s.Key(t.Context(), other, theirs.ID); err != nil || key.Status != apikey.Active {
		t.Errorf("where nothing is demanded: %+v, %v", key, err)
	}
}

func TestDisablingUnusedKeysIsPreviewed(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	old, used, revoked := s.key(t, who, "old"), s.key(t, who, "used"), s.key(t, who, "revoked")
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: revoked.ID, Reason: "UNUSED"})
	must(t, err)
	s.clock.add(31 * days)
	s.key(t, who, "new")
	s.used(t, who, used.ID)
	in := admin.UpdateWorkspace{ExpectedVersion: 1, DisableUnusedAfterDays: ptr(ptr(30))}
	s.unchanged(t, who, func() {
		out, err := s.UpdateWorkspace(t.Context(), who, in)
		if expect(t, err, "CONFIRMATION_NEEDED confirm"); !slices.Equal(names(out.Disables.Keys), []string{"old"}) || out.Disables.Keys[0].Status != apikey.Active {
			t.Errorf("%+v", out)
		}
	})
	s.sweep(t, 0)
	in.DisableUnusedAfterDays = ptr(ptr(31)) // with the grace, not yet
	if out, err := s.UpdateWorkspace(t.Context(), who, in); err != nil || len(out.Disables.Keys) > 0 {
		t.Errorf("%+v, %v", out, err)
	}
	s.sweep(t, 0)
	in.ExpectedVersion, in.DisableUnusedAfterDays, in.Confirm = 2, ptr(ptr(30)), true
	if out, err := s.UpdateWorkspace(t.Context(), who, in); err != nil || !slices.Equal(names(out.Disables.Keys), []string{"old"}) {
		t.Errorf("%+v, %v", out, err)
	}
	s.sweep(t, 1)
	if key, err := s.Key(t.Context(), who, old.ID); err != nil || key.Status != apikey.Disabled {
		t.Errorf("%+v, %v", key, err)
	}
}

// While a workspace is suspended, its keys cannot be used: that is nobody's fault.
func TestASuspensionDoesNotMakeKeysUnused(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.key(t, who, "Zapier")
	s.disableUnused(t, who, 30)
	must(t, s.store.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error { return tx.Suspend(ctx, s.clock.now()) }))
	s.clock.add(60 * days)
	s.sweep(t, 0)
	must(t, s.store.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error { return tx.Resume(ctx, s.clock.now()) }))
	s.sweep(t, 0)
	s.clock.add(31*days - time.Microsecond)
	s.sweep(t, 0)
	s.clock.add(time.Microsecond)
	s.sweep(t, 1)
}

func TestASweepReachesEveryWorkspaceAndKeyOnce(t *testing.T) {
	s := newSite(t)
	for _, slug := range []string{"one", "two", "three"} {
		who := s.workspace(t, slug)
		s.disableUnused(t, who, 30)
		s.exec(t, who, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
			SELECT $1, gen_random_uuid(), 'k' || n, 'k' || n, 'ALL', $2, 'test' FROM generate_series(1, 170) n`, who.Workspace(), noon)
		s.exec(t, who, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
			SELECT workspace_id, id, id, 'p1', sha256(id::text::bytea), '', created_at FROM api_key WHERE workspace_id = $1`, who.Workspace())
	}
	s.clock.add(31 * days)
	var all sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for range 2 { // two processes at the same time
		all.Go(func() {
			n, err := s.SweepUnused(t.Context())
			mu.Lock()
			defer mu.Unlock()
			if total += n; err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if total != 510 {
		t.Errorf("%d of 510 keys were disabled", total)
	}
	s.sweep(t, 0)
}
