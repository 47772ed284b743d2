package admin_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// records returns the chain of who's workspace as it is stored.
func (s *site) records(t *testing.T, who caller.Caller) (records []audit.Record) {
	t.Helper()
	must(t, s.store.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		rows, err := v.Query(ctx, `SELECT seq, body, hash FROM audit_event WHERE workspace_id = $1 ORDER BY seq`, who.Workspace())
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var seq int64
			var body, hash []byte
			if err := rows.Scan(&seq, &body, &hash); err != nil {
				return err
			}
			if seq != int64(len(records)+1) {
				t.Errorf("event %d has seq %d", len(records)+1, seq)
			}
			records = append(records, audit.Record{Body: body, Hash: audit.Hash(hash)})
		}
		return rows.Err()
	}))
	return records
}

func TestTheChainHoldsUnderConcurrency(t *testing.T) {
	s := newSite(t)
	one, two := s.workspace(t, "one"), s.workspace(t, "two")
	shared := s.key(t, one, "shared")
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			who := []caller.Caller{one, two}[i%2]
			made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: fmt.Sprint("key ", i), Scope: "ALL"})
			if err != nil {
				t.Error(err)
				return
			}
			if _, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: made.Key.ID, ExpectedVersion: 1, Scope: ptr("READ_ONLY")}); err != nil {
				t.Error(err)
			}
			if _, err = s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: made.Key.ID, Reason: "OTHER"}); err != nil {
				t.Error(err)
			}
			_, err = s.UpdateKey(t.Context(), one, admin.UpdateKey{ID: shared.ID, ExpectedVersion: 1, Name: ptr(fmt.Sprint("winner ", i))})
			if err != nil && !errors.Is(err, fault.New(fault.Conflict, "CONFLICT", "")) {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for who, want := range map[caller.Caller]int{one: 1 + 1 + 30 + 1, two: 1 + 30} { // workspace, shared key, each goroutine's, the one winner
		records := s.records(t, who)
		end, err := audit.Verify(audit.Chain{Workspace: who.Workspace()}, slices.Values(records))
		if err != nil || len(records) != want || end.Seq != int64(want) {
			t.Errorf("%d events, want %d; verified to %d: %v", len(records), want, end.Seq, err)
		}
	}
	if k, err := s.Key(t.Context(), one, shared.ID); err != nil || k.Version != 2 {
		t.Errorf("the key that all edited: %+v, %v", k, err)
	}
}

func TestAuditEventsAreFilteredAndPaged(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	other := s.person(t, "other@example.com")
	colleague := caller.OfMember(who.Workspace(), other.ID, other.Email, caller.Admin, other.Address)
	k := s.key(t, who, "a")
	_, err := s.RevokeKey(t.Context(), colleague, admin.RevokeKey{ID: k.ID, Reason: "OTHER"})
	must(t, err)
	s.key(t, colleague, "b")
	for _, c := range []struct {
		filter admin.AuditFilter
		want   []audit.Action
	}{
		{admin.AuditFilter{}, []audit.Action{audit.KeyCreated, audit.KeyRevoked, audit.KeyCreated, audit.WorkspaceCreated}},
		{admin.AuditFilter{Actions: []string{"api_key.created"}}, []audit.Action{audit.KeyCreated, audit.KeyCreated}},
		{admin.AuditFilter{Actor: other.ID}, []audit.Action{audit.KeyCreated, audit.KeyRevoked}},
		{admin.AuditFilter{Target: k.ID}, []audit.Action{audit.KeyRevoked, audit.KeyCreated}},
		{admin.AuditFilter{Target: k.ID, Actor: other.ID, Actions: []string{"api_key.revoked"}}, []audit.Action{audit.KeyRevoked}},
		{admin.AuditFilter{Target: uuid.New()}, nil},
		{admin.AuditFilter{Actions: []string{"api_key.created", "workspace.created", "api_key.created"}}, []audit.Action{audit.KeyCreated, audit.KeyCreated, audit.WorkspaceCreated}},
		{admin.AuditFilter{ActorKind: "MEMBER", TargetKind: "WORKSPACE"}, []audit.Action{audit.WorkspaceCreated}},
		{admin.AuditFilter{ActorKind: "OPERATOR"}, nil},
		{admin.AuditFilter{TargetLabel: "a"}, []audit.Action{audit.KeyRevoked, audit.KeyCreated}},
		{admin.AuditFilter{TargetLabel: "A"}, nil},
		{admin.AuditFilter{Since: s.clock.now(), Until: s.clock.now().Add(time.Second), Actor: other.ID}, []audit.Action{audit.KeyCreated, audit.KeyRevoked}},
		{admin.AuditFilter{Since: s.clock.now().Add(time.Second)}, nil},
		{admin.AuditFilter{Until: s.clock.now()}, nil},
	} {
		var got []audit.Action
		page := admin.Page{First: 1}
		for range 10 {
			one, err := s.AuditEvents(t.Context(), colleague, c.filter, page)
			must(t, err)
			if one.Total != len(c.want) || !one.Exact {
				t.Errorf("%+v: total %d, exact: %v", c.filter, one.Total, one.Exact)
			}
			for _, e := range one.Edges {
				got = append(got, e.Event.Action)
			}
			if page.After = one.EndCursor; !one.HasNextPage {
				break
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %v, want %v", c.filter, got, c.want)
		}
	}
	_, err = s.AuditEvents(t.Context(), who, admin.AuditFilter{Actions: []string{"x"}}, admin.Page{First: 101, After: "x"})
	expect(t, err, "ACTION_UNKNOWN filter.actions", "PAGE_SIZE_INVALID first", "CURSOR_INVALID after")
	_, err = s.AuditEvents(t.Context(), who, admin.AuditFilter{
		ActorKind: "x", TargetKind: "x", Since: s.clock.now(), Until: s.clock.now().Add(-time.Second),
	}, admin.Page{})
	expect(t, err, "TARGET_KIND_UNKNOWN filter.targetKind", "ACTOR_KIND_UNKNOWN filter.actorKind", "RANGE_INVALID filter.until")
}

func TestRoles(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k, entry := s.key(t, who, "a").ID, s.entries(t, who, "10.0.0.1")[0]
	ctx := t.Context()
	calls := map[string]struct {
		least caller.Role
		call  func(who caller.Caller) error
	}{
		"Workspace": {caller.Viewer, func(who caller.Caller) error { _, err := s.Workspace(ctx, who); return err }},
		"Key":       {caller.Viewer, func(who caller.Caller) error { _, err := s.Key(ctx, who, k); return err }},
		"Keys": {caller.Viewer, func(who caller.Caller) error {
			_, err := s.Keys(ctx, who, admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{})
			return err
		}},
		"Allowlist":    {caller.Viewer, func(who caller.Caller) error { _, err := s.Allowlist(ctx, who, admin.Page{}); return err }},
		"CheckAddress": {caller.Viewer, func(who caller.Caller) error { _, err := s.CheckAddress(ctx, who, "10.0.0.1"); return err }},
		"AuditEvents": {caller.Admin, func(who caller.Caller) error {
			_, err := s.AuditEvents(ctx, who, admin.AuditFilter{}, admin.Page{})
			return err
		}},
		"CreateKey":  {caller.Developer, func(who caller.Caller) error { _, err := s.CreateKey(ctx, who, admin.CreateKey{}); return err }},
		"UpdateKey":  {caller.Developer, func(who caller.Caller) error { _, err := s.UpdateKey(ctx, who, admin.UpdateKey{ID: k}); return err }},
		"RevokeKey":  {caller.Developer, func(who caller.Caller) error { _, err := s.RevokeKey(ctx, who, admin.RevokeKey{ID: k}); return err }},
		"AddEntries": {caller.Developer, func(who caller.Caller) error { _, err := s.AddEntries(ctx, who, admin.AddEntries{}); return err }},
		"UpdateEntry": {caller.Developer, func(who caller.Caller) error {
			_, err := s.UpdateEntry(ctx, who, admin.UpdateEntry{ID: entry})
			return err
		}},
		"RemoveEntries": {caller.Developer, func(who caller.Caller) error { _, err := s.RemoveEntries(ctx, who, admin.RemoveEntries{}); return err }},
	}
	forbidden := fault.New(fault.Forbidden, "FORBIDDEN", "")
	roles := caller.Roles()
	s.unchanged(t, who, func() {
		for name, c := range calls {
			for i, role := range roles {
				may := i <= slices.Index(roles, c.least)
				if err := c.call(as(who, role)); errors.Is(err, forbidden) == may {
					t.Errorf("%s as %s: %v", name, role, err)
				}
			}
			if err := c.call(caller.OfKey(who.Workspace(), k, "a", who.Address())); !errors.Is(err, forbidden) {
				t.Errorf("%s as an API key: %v", name, err)
			}
			if err := c.call(caller.Caller{}); !errors.Is(err, forbidden) {
				t.Errorf("%s as nobody: %v", name, err)
			}
		}
	})
}
