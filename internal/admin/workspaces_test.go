package admin_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

func TestCreateWorkspace(t *testing.T) {
	s := newSite(t)
	founder := s.person(t, "ada@example.com")
	made, err := s.CreateWorkspace(t.Context(), founder, admin.CreateWorkspace{Slug: "acme", Name: " Acme 🦊 ", TimeZone: "Europe/Warsaw"})
	must(t, err)
	w := made.Workspace
	if w.Slug != "acme" || w.Name != "Acme 🦊" || w.TimeZone != "Europe/Warsaw" || w.Version != 1 || made.Replayed || !made.Propagation.Complete {
		t.Errorf("%+v", made)
	}
	memberships, err := s.store.Memberships(t.Context(), founder.ID)
	want := workspace.Membership{Workspace: w.ID, Slug: "acme", Name: "Acme 🦊", TimeZone: "Europe/Warsaw", Role: caller.Owner}
	if err != nil || !slices.Equal(memberships, []workspace.Membership{want}) {
		t.Errorf("%+v, %v", memberships, err)
	}
	owner := caller.OfMember(w.ID, founder.ID, founder.Email, caller.Owner, founder.Address)
	if read, err := s.Workspace(t.Context(), owner); err != nil || read != w {
		t.Errorf("read %+v, %v", read, err)
	}
	if event := s.last(t, owner); event.Seq != 1 || event.Action != audit.WorkspaceCreated || event.Target.ID != w.ID || event.Actor.Label != founder.Email ||
		!slices.Equal(event.After, audit.Values{{Name: "slug", Text: "acme"}, {Name: "name", Text: "Acme 🦊"}, {Name: "timeZone", Text: "Europe/Warsaw"},
			{Name: "owner", Text: audit.Text(founder.Email)}}) {
		t.Errorf("recorded %+v", event)
	}
}

func TestCreateWorkspaceRefuses(t *testing.T) {
	s := newSite(t)
	s.workspace(t, "taken")
	founder := s.person(t, "ada@example.com")
	for _, c := range []struct {
		in   admin.CreateWorkspace
		want []string
	}{
		{admin.CreateWorkspace{Slug: "Ac me", Name: "", TimeZone: "Mars/Olympus"}, []string{"SLUG_INVALID slug", "NAME_EMPTY name", "TIME_ZONE_UNKNOWN timeZone"}},
		{admin.CreateWorkspace{Slug: "a", Name: strings.Repeat("x", 101), TimeZone: "Local"}, []string{"NAME_TOO_LONG name", "TIME_ZONE_UNKNOWN timeZone"}},
		{admin.CreateWorkspace{Slug: "taken", Name: "a", TimeZone: "UTC"}, []string{"SLUG_TAKEN slug"}},
		{admin.CreateWorkspace{Slug: "taken", Name: "a", TimeZone: "UTC", IdempotencyKey: "k"}, []string{"SLUG_TAKEN slug"}},
		{admin.CreateWorkspace{Slug: "a", Name: "a", TimeZone: "UTC", IdempotencyKey: strings.Repeat("k", 256)}, []string{"IDEMPOTENCY_KEY_INVALID idempotencyKey"}},
	} {
		_, err := s.CreateWorkspace(t.Context(), founder, c.in)
		expect(t, err, c.want...)
	}
	if memberships, err := s.store.Memberships(t.Context(), founder.ID); err != nil || len(memberships) != 0 {
		t.Errorf("%+v, %v", memberships, err)
	}
}

func TestARetriedCreateMakesOneWorkspace(t *testing.T) {
	s := newSite(t)
	founder := s.person(t, "ada@example.com")
	in := admin.CreateWorkspace{Slug: "acme", Name: "Acme", TimeZone: "UTC", IdempotencyKey: "k"}
	var mu sync.Mutex
	ids, first := map[uuid.UUID]bool{}, 0
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			made, err := s.CreateWorkspace(t.Context(), founder, in)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
			}
			ids[made.Workspace.ID] = true
			if !made.Replayed {
				first++
			}
		})
	}
	all.Wait()
	memberships, err := s.store.Memberships(t.Context(), founder.ID)
	if err != nil || len(memberships) != 1 || len(ids) != 1 || first != 1 {
		t.Errorf("%d memberships, %d ids, made %d times, %v", len(memberships), len(ids), first, err)
	}
	in.Name = "Other"
	_, err = s.CreateWorkspace(t.Context(), founder, in)
	expect(t, err, "IDEMPOTENCY_MISMATCH idempotencyKey")
	// Somebody else's key of the same text is another one.
	_, err = s.CreateWorkspace(t.Context(), s.person(t, "bob@example.com"), in)
	expect(t, err, "SLUG_TAKEN slug")
}

func TestAMembersWorkspaceThatIsGone(t *testing.T) {
	s := newSite(t)
	who := caller.OfMember(uuid.New(), uuid.New(), "ghost", caller.Owner, s.person(t, "ghost").Address)
	_, err := s.Workspace(t.Context(), who)
	expect(t, err, "NOT_FOUND")
	_, err = s.Keys(t.Context(), who, admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{})
	expect(t, err, "NOT_FOUND")
	_, err = s.CreateKey(t.Context(), who, admin.CreateKey{Name: "a", Scope: "ALL"})
	expect(t, err, "NOT_FOUND")
}

// What a person belongs to is read as a whole with their session, so there is an end to it.
func TestAPersonBelongsToSoManyWorkspaces(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "first")
	founder := admin.Founder{ID: who.ID(), Email: who.Label()}
	super := s.super(t)
	_, err := super.ExecContext(t.Context(), `
		WITH made AS (INSERT INTO latchkey.workspace (id, slug, name, time_zone)
			SELECT gen_random_uuid(), 'w' || n, 'W', 'UTC' FROM generate_series(1, $1::int - 1) n RETURNING id)
		INSERT INTO latchkey.member (workspace_id, id, person_id, role) SELECT id, gen_random_uuid(), $2, 'OWNER' FROM made`,
		store.MaxMemberships, founder.ID)
	must(t, err)
	_, err = s.CreateWorkspace(t.Context(), founder, admin.CreateWorkspace{Slug: "one-more", Name: "One more", TimeZone: "UTC"})
	if f, ok := fault.As(err); !ok || f.Code != "TOO_MANY_WORKSPACES" {
		t.Errorf("got %v", err)
	}
}

// A retry answers whoever still belongs to what it made.
func TestARetryAfterLeavingTellsNothing(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "first")
	founder := admin.Founder{ID: who.ID(), Email: who.Label()}
	in := admin.CreateWorkspace{Slug: "second", Name: "Second", TimeZone: "UTC", IdempotencyKey: "once"}
	made, err := s.CreateWorkspace(t.Context(), founder, in)
	must(t, err)
	super := s.super(t)
	_, err = super.ExecContext(t.Context(), `DELETE FROM latchkey.member WHERE workspace_id = $1`, made.Workspace.ID)
	must(t, err)
	_, err = s.CreateWorkspace(t.Context(), founder, in)
	if f, ok := fault.As(err); !ok || f.Kind != fault.NotFound {
		t.Errorf("got %v", err)
	}
}
