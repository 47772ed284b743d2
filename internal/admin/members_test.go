package admin_test

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/admin"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// members is a site that shows the links of invitations.
type members struct {
	*site
	sessions *session.Service
}

func newMembers(t *testing.T) *members {
	t.Helper()
	s := newSite(t)
	at, err := url.Parse("https://latchkey.example.com")
	must(t, err)
	sessions, err := session.New(s.store, session.Options{Now: s.clock.now, WeakPasswords: true, Mail: session.Mailing{Site: at, ShowLinks: true}})
	must(t, err)
	s.Service = s.with(t, admin.Options{Now: s.clock.now, Sessions: sessions})
	return &members{s, sessions}
}

// join adds a person, and makes them a member of who's workspace.
func (m *members) join(t *testing.T, who caller.Caller, email string, role caller.Role) caller.Caller {
	t.Helper()
	p := m.person(t, email)
	must(t, m.store.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error { return tx.AddMember(ctx, p.ID, role, m.clock.now()) }))
	return caller.OfMember(who.Workspace(), p.ID, email, role, p.Address).Recently()
}

// member is how a caller stands in their workspace.
func (m *members) member(t *testing.T, who caller.Caller) (found workspace.Member) {
	t.Helper()
	must(t, m.store.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) (err error) {
		found, _, err = tx.LockMemberOf(ctx, who.ID())
		return err
	}))
	return found
}

// invite invites somebody, and returns the token of the link.
func (m *members) invite(t *testing.T, who caller.Caller, email string, role caller.Role) (uuid.UUID, string) {
	t.Helper()
	out, err := m.InviteMember(t.Context(), who, admin.InviteMember{Email: email, Role: string(role)})
	must(t, err)
	_, token, _ := strings.Cut(out.Link.Reveal(), "#")
	return out.Invitation.ID, token
}

func kindOf(err error) fault.Kind {
	if f, ok := fault.As(err); ok {
		return f.Kind
	}
	return fault.Internal
}

func hasCode(err error, code fault.Code) bool {
	f, ok := fault.As(err)
	return ok && f.Code == code
}

// Nobody grants or removes a role above their own, whoever they are and whatever is asked.
func TestNobodyHandlesARoleAboveTheirOwn(t *testing.T) {
	m := newMembers(t)
	founder := m.workspace(t, "acme")
	actors := map[caller.Role]caller.Caller{}
	for _, role := range caller.Roles() {
		actors[role] = m.join(t, founder, strings.ToLower(string(role))+"@example.com", role)
	}
	n := 0
	rapid.Check(t, func(r *rapid.T) {
		actor := rapid.SampledFrom(caller.Roles()).Draw(r, "actor")
		old := rapid.SampledFrom(caller.Roles()).Draw(r, "old")
		role := rapid.SampledFrom(caller.Roles()).Draw(r, "role")
		what := rapid.SampledFrom([]string{"role", "remove", "invite", "cancel"}).Draw(r, "what")
		n++
		email := fmt.Sprintf("somebody%d@example.com", n)
		var err error
		allowed := !old.Above(actor)
		switch what {
		case "role":
			_, err = m.UpdateRole(t.Context(), actors[actor], admin.UpdateRole{ID: m.member(t, m.join(t, founder, email, old)).ID, Role: string(role), ExpectedVersion: 1})
			allowed = allowed && !role.Above(actor)
		case "remove":
			err = m.RemoveMember(t.Context(), actors[actor], m.member(t, m.join(t, founder, email, old)).ID)
		case "invite":
			m.invite(t, founder, email, old)
			_, err = m.InviteMember(t.Context(), actors[actor], admin.InviteMember{Email: email, Role: string(role)})
			allowed = allowed && !role.Above(actor)
		case "cancel":
			id, _ := m.invite(t, founder, email, old)
			err = m.CancelInvitation(t.Context(), actors[actor], id)
		}
		allowed = allowed && !caller.Admin.Above(actor)
		if allowed != (err == nil) || !allowed && kindOf(err) != fault.Forbidden {
			r.Fatalf("%s by %s, of %s, to %s: %v", what, actor, old, role, err)
		}
	})
}

// Two owners who go at the same moment, each seeing the other: one of them stays.
func TestTheLastOwnerStaysWhoeverRaces(t *testing.T) {
	m := newMembers(t)
	for i := range 8 {
		one := m.workspace(t, fmt.Sprintf("acme%d", i))
		two := m.join(t, one, fmt.Sprintf("second%d@example.com", i), caller.Owner)
		ids := []uuid.UUID{m.member(t, one).ID, m.member(t, two).ID}
		demote := func(who caller.Caller, id uuid.UUID) error {
			_, err := m.UpdateRole(t.Context(), who, admin.UpdateRole{ID: id, Role: "VIEWER", ExpectedVersion: 1})
			return err
		}
		ways := [][2]func() error{
			{func() error { return m.Leave(t.Context(), one) }, func() error { return m.Leave(t.Context(), two) }},
			{func() error { return m.RemoveMember(t.Context(), one, ids[1]) }, func() error { return m.RemoveMember(t.Context(), two, ids[0]) }},
			{func() error { return demote(one, ids[0]) }, func() error { return demote(two, ids[1]) }},
			{func() error { return demote(one, ids[1]) }, func() error { return m.Leave(t.Context(), two) }},
		}[i%4]
		errs := make([]error, 2)
		var all sync.WaitGroup
		for n, way := range ways {
			all.Go(func() { errs[n] = way() })
		}
		all.Wait()
		owners := 0
		must(t, m.store.InWorkspace(t.Context(), caller.OfOperator(one.Workspace(), "test"), func(ctx context.Context, tx *store.Tx) (err error) {
			owners, err = tx.Owners(ctx)
			return err
		}))
		if owners != 1 || (errs[0] == nil) == (errs[1] == nil) {
			t.Errorf("way %d: %d owners, %v", i%4, owners, errs)
		}
	}
}

func TestTheOnlyOwnerStays(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	id := m.member(t, owner).ID
	_, demoted := m.UpdateRole(t.Context(), owner, admin.UpdateRole{ID: id, Role: "ADMIN", ExpectedVersion: 1})
	for what, err := range map[string]error{"leaving": m.Leave(t.Context(), owner), "removed": m.RemoveMember(t.Context(), owner, id), "demoted": demoted} {
		if !hasCode(err, "LAST_OWNER") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// A request that began before somebody was removed, or got a lower role, changes nothing after it.
func TestWhoeverIsRemovedChangesNothingAnyMore(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	bob, eve := m.join(t, owner, "bob@example.com", caller.Admin), m.join(t, owner, "eve@example.com", caller.Admin)
	_, token := m.invite(t, eve, "friend@example.com", caller.Admin)
	key := m.key(t, eve, "Eve's key")
	must(t, m.RemoveMember(t.Context(), owner, m.member(t, eve).ID))
	_, err := m.CreateKey(t.Context(), eve, admin.CreateKey{Name: "Another", Scope: "ALL"})
	if kindOf(err) != fault.NotFound {
		t.Errorf("a removed member made a key: %v", err)
	}
	if _, err := m.UpdateRole(t.Context(), owner, admin.UpdateRole{ID: m.member(t, bob).ID, Role: "VIEWER", ExpectedVersion: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := m.CreateKey(t.Context(), bob, admin.CreateKey{Name: "Another", Scope: "ALL"}); kindOf(err) != fault.Forbidden {
		t.Errorf("with a role that is gone: %v", err)
	}
	if _, ok, err := m.sessions.Invitation(t.Context(), session.ParseToken(token)); ok || err != nil {
		t.Errorf("what they had invited comes in: %t, %v", ok, err)
	}
	if k, err := m.Key(t.Context(), owner, key.ID); err != nil || k.Status != "ACTIVE" {
		t.Errorf("their key does not go on: %+v, %v", k, err)
	}
	left, err := m.HaveLeft(t.Context(), owner, []uuid.UUID{eve.ID(), bob.ID()})
	if err != nil || !left[eve.ID()] || left[bob.ID()] {
		t.Errorf("%v, %v", left, err)
	}
}

func TestAStaleRoleEditIsAConflict(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	id := m.member(t, m.join(t, owner, "bob@example.com", caller.Viewer)).ID
	change := func(who caller.Caller, role string, version int) error {
		_, err := m.UpdateRole(t.Context(), who, admin.UpdateRole{ID: id, Role: role, ExpectedVersion: version})
		return err
	}
	must(t, change(owner, "ADMIN", 1))
	if err := change(owner, "VIEWER", 1); !hasCode(err, "CONFLICT") {
		t.Errorf("got %v", err)
	}
	old := caller.OfMember(owner.Workspace(), owner.ID(), owner.Label(), caller.Owner, owner.Address()) // signed in long ago
	must(t, change(old, "DEVELOPER", 2))
	if err := change(old, "ADMIN", 3); kindOf(err) != fault.Reauthenticate {
		t.Errorf("a higher role by an old sign-in: %v", err)
	}
}

func TestAcceptingAnInvitation(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	_, token := m.invite(t, owner, "Bob@example.com", caller.Developer)
	from := netip.MustParseAddr("203.0.113.9")
	accept := func(signed session.Signed, token, password string) (session.Token, session.Signed, uuid.UUID, error) {
		return m.sessions.AcceptInvitation(t.Context(), signed, session.AcceptInvitation{
			Token: session.ParseToken(token), Name: "Bob", Password: session.NewPassword(password), Address: from,
		})
	}
	if i, ok, err := m.sessions.Invitation(t.Context(), session.ParseToken(token)); err != nil || !ok || i.WorkspaceName != "acme" || i.InvitedBy != owner.Label() || i.Role != caller.Developer || i.HasAccount {
		t.Errorf("the preview is %+v, %v, %v", i, ok, err)
	}
	if _, _, _, err := accept(session.Signed{}, token, "short"); kindOf(firstOf(err)) != fault.Invalid {
		t.Errorf("with a short password: %v", err)
	}
	cookie, bob, of, err := accept(session.Signed{}, token, "correct horse battery")
	if err != nil || cookie.IsZero() || of != owner.Workspace() {
		t.Fatalf("%v", err)
	}
	if who, ok := bob.In(owner.Workspace(), from); !ok || who.Role() != caller.Developer {
		t.Errorf("they are %+v", who)
	}
	if _, _, _, err := accept(session.Signed{}, token, "correct horse battery"); !hasCode(err, "LINK_OVER") {
		t.Errorf("a second time: %v", err)
	}

	// The same person, in another workspace.
	elsewhere := m.workspace(t, "elsewhere")
	_, token = m.invite(t, elsewhere, "bob@EXAMPLE.com", caller.Owner)
	if _, _, _, err := accept(session.Signed{}, token, "correct horse battery"); !hasCode(err, "SIGN_IN_FIRST") {
		t.Errorf("without signing in: %v", err)
	}
	_, eve, _, err := func() (session.Token, session.Signed, uuid.UUID, error) {
		_, token := m.invite(t, owner, "eve@example.com", caller.Viewer)
		return accept(session.Signed{}, token, "correct horse battery")
	}()
	must(t, err)
	if _, _, _, err := accept(eve, token, ""); !hasCode(err, "OTHER_ADDRESS") {
		t.Errorf("as somebody else: %v", err)
	}
	if _, again, _, err := accept(bob, token, ""); err != nil || len(again.Memberships()) != 2 {
		t.Errorf("as themselves: %+v, %v", again.Memberships(), err)
	}
}

func TestAnInvitationEnds(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	for what, end := range map[string]func(id uuid.UUID){
		"cancelled": func(id uuid.UUID) { must(t, m.CancelInvitation(t.Context(), owner, id)) },
		"replaced":  func(uuid.UUID) { m.invite(t, owner, "bob@example.com", caller.Viewer) },
		"old":       func(uuid.UUID) { m.clock.add(session.InvitationFor) },
	} {
		id, token := m.invite(t, owner, "bob@example.com", caller.Viewer)
		end(id)
		_, ok, err := m.sessions.Invitation(t.Context(), session.ParseToken(token))
		_, _, _, accepted := m.sessions.AcceptInvitation(t.Context(), session.Signed{}, session.AcceptInvitation{
			Token: session.ParseToken(token), Name: "Bob", Password: session.NewPassword("correct horse battery"),
		})
		if ok || err != nil || !hasCode(accepted, "LINK_OVER") {
			t.Errorf("%s: shown %t, %v; accepted: %v", what, ok, err, accepted)
		}
	}
}

// However many follow the link at the same moment, one person comes of it, and one membership.
func TestAnInvitationIsAcceptedOnce(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	_, token := m.invite(t, owner, "bob@example.com", caller.Viewer)
	errs := make(chan error, 4)
	for range cap(errs) {
		go func() {
			_, _, _, err := m.sessions.AcceptInvitation(t.Context(), session.Signed{}, session.AcceptInvitation{
				Token: session.ParseToken(token), Name: "Bob", Password: session.NewPassword("correct horse battery"),
			})
			errs <- err
		}()
	}
	good := 0
	for range cap(errs) {
		switch err := <-errs; {
		case err == nil:
			good++
		case !hasCode(err, "LINK_OVER") && !hasCode(err, "SIGN_IN_FIRST"):
			t.Error(err)
		}
	}
	page, err := m.Members(t.Context(), owner, admin.MemberFilter{}, admin.MemberOrder{}, admin.Page{})
	if good != 1 || err != nil || page.Total != 2 {
		t.Errorf("%d accepted it, %d members, %v", good, page.Total, err)
	}
}

func TestInvitingTwice(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	in := admin.InviteMember{Email: "bob@example.com", Role: "VIEWER", IdempotencyKey: "k"}
	first, err := m.InviteMember(t.Context(), owner, in)
	must(t, err)
	again, err := m.InviteMember(t.Context(), owner, in)
	if err != nil || !again.Replayed || !again.Link.IsZero() || again.Invitation == nil || again.Invitation.ID != first.Invitation.ID {
		t.Errorf("%+v, %v", again, err)
	}
	in.Role = "ADMIN"
	if _, err := m.InviteMember(t.Context(), owner, in); !hasCode(err, "IDEMPOTENCY_MISMATCH") {
		t.Errorf("other input: %v", err)
	}
	if _, err := m.InviteMember(t.Context(), owner, admin.InviteMember{Email: "ACME@example.com", Role: "VIEWER"}); !hasCode(err, "ALREADY_MEMBER") {
		t.Errorf("a member: %v", err)
	}
	list, err := m.Invitations(t.Context(), owner, admin.Page{})
	if err != nil || list.Total != 1 || list.Edges[0].Expired || list.Edges[0].Invitation.Email != "bob@example.com" {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestWithoutMailNobodyIsInvitedUnlessLinksAreShown(t *testing.T) {
	s := newSite(t)
	sessions, err := session.New(s.store, session.Options{Now: s.clock.now, WeakPasswords: true})
	must(t, err)
	s.Service = s.with(t, admin.Options{Now: s.clock.now, Sessions: sessions})
	if _, err := s.InviteMember(t.Context(), s.workspace(t, "acme"), admin.InviteMember{Email: "bob@example.com", Role: "VIEWER"}); !hasCode(err, "MAIL_NOT_CONFIGURED") {
		t.Errorf("got %v", err)
	}
}

func TestListingMembers(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme") // acme@example.com
	for _, name := range []string{"Zoë", "adam", "Bea", "Änne", "beatrix"} {
		m.clock.add(time.Minute)
		m.join(t, owner, name+"@example.com", caller.Viewer)
	}
	list := func(filter admin.MemberFilter, order admin.MemberOrder) (all []string) {
		page := admin.Page{First: 2}
		for {
			out, err := m.Members(t.Context(), owner, filter, order, page)
			must(t, err)
			for _, e := range out.Edges {
				name, _, _ := strings.Cut(e.Member.Name, "@")
				all = append(all, name)
			}
			if page.After = out.EndCursor; !out.HasNextPage {
				if out.Total != len(all) {
					t.Errorf("%+v: %d are counted, %d listed", filter, out.Total, len(all))
				}
				return all
			}
		}
	}
	for _, c := range []struct {
		filter admin.MemberFilter
		order  admin.MemberOrder
		want   string
	}{
		{admin.MemberFilter{}, admin.MemberOrder{}, "acme adam Bea beatrix Zoë Änne"},
		{admin.MemberFilter{}, admin.MemberOrder{Field: "NAME", Descending: true}, "Änne Zoë beatrix Bea adam acme"},
		{admin.MemberFilter{}, admin.MemberOrder{Field: "JOINED_AT"}, "acme Zoë adam Bea Änne beatrix"},
		{admin.MemberFilter{}, admin.MemberOrder{Field: "EMAIL", Descending: true}, "Änne beatrix adam acme Zoë Bea"}, // whose keys the test has not folded
		{admin.MemberFilter{Search: " BEA"}, admin.MemberOrder{}, "Bea beatrix"},
		{admin.MemberFilter{Search: "zoë@"}, admin.MemberOrder{}, "Zoë"},
		{admin.MemberFilter{Search: "nobody"}, admin.MemberOrder{}, ""},
		{admin.MemberFilter{Search: "%"}, admin.MemberOrder{}, ""},
		{admin.MemberFilter{Role: "OWNER"}, admin.MemberOrder{}, "acme"},
		{admin.MemberFilter{Role: "VIEWER", Search: "a"}, admin.MemberOrder{Field: "JOINED_AT", Descending: true}, "adam"},
	} {
		if got := strings.Join(list(c.filter, c.order), " "); got != c.want {
			t.Errorf("%+v in %+v: %s, want %s", c.filter, c.order, got, c.want)
		}
	}
	for what, ask := range map[string]func() error{
		"another list's cursor": func() error {
			out, err := m.Members(t.Context(), owner, admin.MemberFilter{}, admin.MemberOrder{}, admin.Page{First: 1})
			must(t, err)
			_, err = m.Members(t.Context(), owner, admin.MemberFilter{}, admin.MemberOrder{Field: "EMAIL"}, admin.Page{After: out.EndCursor})
			return err
		},
		"an unknown order": func() error {
			_, err := m.Members(t.Context(), owner, admin.MemberFilter{}, admin.MemberOrder{Field: "SIZE"}, admin.Page{})
			return err
		},
		"an unknown role": func() error {
			_, err := m.Members(t.Context(), owner, admin.MemberFilter{Role: "KING"}, admin.MemberOrder{}, admin.Page{})
			return err
		},
	} {
		if err := ask(); kindOf(firstOf(err)) != fault.Invalid {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func firstOf(err error) error {
	var several fault.Fields
	if errors.As(err, &several) {
		return several[0]
	}
	return err
}

// What is done to members stands in the workspace's audit, and a renamed person in its list.
func TestMembersInTheAudit(t *testing.T) {
	m := newMembers(t)
	owner := m.workspace(t, "acme")
	_, token := m.invite(t, owner, "bob@example.com", caller.Viewer)
	_, bob, _, err := m.sessions.AcceptInvitation(t.Context(), session.Signed{}, session.AcceptInvitation{
		Token: session.ParseToken(token), Name: "Bob", Password: session.NewPassword("correct horse battery"),
	})
	must(t, err)
	who, _ := bob.In(owner.Workspace(), netip.Addr{})
	id := m.member(t, who).ID
	_, err = m.UpdateRole(t.Context(), owner, admin.UpdateRole{ID: id, Role: "ADMIN", ExpectedVersion: 1})
	must(t, err)
	must(t, m.RemoveMember(t.Context(), owner, id))
	page, err := m.AuditEvents(t.Context(), owner, admin.AuditFilter{}, admin.Page{})
	must(t, err)
	var got []audit.Action
	for _, e := range page.Edges {
		got = append(got, e.Event.Action)
	}
	want := []audit.Action{audit.MemberRemoved, audit.MemberRoleChanged, audit.MemberJoined, audit.MemberInvited, audit.WorkspaceCreated}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if e := page.Edges[1].Event; e.Before[0].Text != "VIEWER" || e.After[0].Text != "ADMIN" || e.Target.ID != who.ID() {
		t.Errorf("%+v", e)
	}
}
