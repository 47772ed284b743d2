package session_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/oidc/oidctest"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// acme makes a workspace.
func (d *doorway) acme(t *testing.T) caller.Caller {
	t.Helper()
	who := caller.OfOperator(uuid.New(), "test")
	d.within(t, who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO workspace (id, slug, name, time_zone) VALUES ($1, 'acme', 'Acme', 'UTC')`, who.Workspace())
		return err
	})
	return who
}

func (d *doorway) within(t *testing.T, who caller.Caller, f func(context.Context, *store.Tx) error) {
	t.Helper()
	if err := d.store.InWorkspace(t.Context(), who, f); err != nil {
		t.Fatal(err)
	}
}

const invitedFor = 5 * time.Minute

// invites is the token of a new invitation.
func (d *doorway) invites(t *testing.T, who caller.Caller, email string) session.Token {
	t.Helper()
	link, hash := d.NewInvitationLink()
	_, key, err := session.ParseEmail(email)
	if err != nil {
		t.Fatal(err)
	}
	d.within(t, who, func(ctx context.Context, tx *store.Tx) error {
		now := d.clock.now()
		return tx.Invite(ctx, workspace.Invitation{
			Workspace: who.Workspace(), ID: uuid.New(), Email: email, EmailKey: key, Role: caller.Developer, CreatedAt: now, ExpiresAt: now.Add(invitedFor),
		}, hash)
	})
	_, text, _ := strings.Cut(link.Reveal(), "#")
	return session.ParseToken(text)
}

// accepts is the whole way of accepting an invitation with a provider.
func (b browser) accepts(invitation session.Token, provider string) (status int, body string) {
	b.t.Helper()
	d, err := b.d.StartAcceptance(b.t.Context(), invitation, provider, "/keys")
	if err != nil {
		b.t.Fatal(err)
	}
	b.keep(func(w http.ResponseWriter) { b.d.cookies.SetFlow(w, d.Kept) })
	status, _, body = b.get(d.URL)
	return status, body
}

func TestAcceptingAnInvitationWithAProvider(t *testing.T) {
	d := newDoorway(t)
	acme := d.acme(t)
	grace := oidctest.User{Subject: "u-9", Email: "Grace@example.com", Verified: true, Name: "Grace", Groups: []string{"support"}}
	invitation := d.invites(t, acme, "grace@example.com")
	for what, c := range map[string]struct {
		as     func(oidctest.User) oidctest.User
		status int
		says   string
	}{
		"an address that the provider has not verified": {func(u oidctest.User) oidctest.User { u.Verified = false; return u }, http.StatusForbidden, "that it has verified"},
		"another address": {func(u oidctest.User) oidctest.User { u.Email = "hopper@example.com"; return u }, http.StatusConflict, "another e-mail address"},
	} {
		for name, p := range d.providers { // also one that signs people up
			p.Is(c.as(grace))
			b := d.browser(t)
			if status, body := b.accepts(invitation, name); status != c.status || !strings.Contains(body, c.says) || !b.token().IsZero() {
				t.Errorf("%s, %s: %d %s", what, name, status, body)
			}
		}
	}
	if n := d.count(t, `SELECT count(*) FROM latchkey.person`); n != 1 {
		t.Fatalf("%d people", n)
	}
	d.providers["corp"].Is(grace)
	b := d.browser(t)
	if status, body := b.accepts(invitation, "corp"); status != http.StatusOK || body != "the keys" {
		t.Fatalf("%d %s", status, body)
	}
	who := b.signed()
	if p, in := who.Person(), who.Memberships(); p.Email != "Grace@example.com" || p.Name != "Grace" || !p.IsStaff || len(in) != 1 || in[0].Slug != "acme" || in[0].Role != caller.Developer {
		t.Errorf("%+v in %+v", p, in)
	}
	if _, err := d.StartAcceptance(t.Context(), invitation, "corp", "/keys"); codeOf(err) != "LINK_OVER" {
		t.Errorf("a second time: %v", err)
	}
	if status, _ := d.browser(t).goes("corp"); status != http.StatusOK {
		t.Errorf("signing in later: %d", status)
	}
	d.within(t, acme, func(ctx context.Context, tx *store.Tx) error {
		events, _, err := tx.AuditEvents(ctx, store.AuditQuery{Limit: 5})
		if err != nil || len(events) != 1 || events[0].Action != "member.joined" || events[0].Actor.ID != who.Person().ID {
			t.Errorf("the workspace's audit: %+v, %v", events, err)
		}
		return nil
	})
	if n := d.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action IN ('person.created', 'identity.linked') AND convert_from(body, 'UTF8') LIKE '%Grace@example.com%'`); n != 2 {
		t.Errorf("%d events of the operator's", n)
	}
}

// Who is known by the identity is nobody new: they are signed in, as who they are.
func TestAcceptingWithAnIdentityThatIsKnown(t *testing.T) {
	d := newDoorway(t)
	d.linked(t, "corp", ada)
	acme := d.acme(t)
	invitation := d.invites(t, acme, "countess@example.com")
	b := d.browser(t)
	if status, body := b.accepts(invitation, "corp"); status != http.StatusOK || b.signed().Person().Email != email || len(b.signed().Memberships()) != 0 {
		t.Errorf("%d %s: %+v", status, body, b.signed())
	}
	if _, _, _, err := d.AcceptInvitation(t.Context(), b.signed(), session.AcceptInvitation{Token: invitation}); codeOf(err) != "OTHER_ADDRESS" {
		t.Errorf("the invitation of somebody else: %v", err)
	}
	for address, want := range map[string]fault.Code{email: "SIGN_IN_FIRST", "nobody@example.com": "NOT_FOUND"} {
		name := map[string]string{email: "corp"}[address] // and no provider
		if _, err := d.StartAcceptance(t.Context(), d.invites(t, acme, address), name, "/keys"); codeOf(err) != want {
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
}

// What changes while somebody is on their way.
func TestAnInvitationThatEndsMeanwhile(t *testing.T) {
	d := newDoorway(t)
	acme := d.acme(t)
	d.providers["corp"].Is(oidctest.User{Subject: "u-9", Email: "grace@example.com", Verified: true, Name: "Grace"})
	for _, c := range []struct {
		what string
		end  func()
		says string
	}{
		{"it is replaced", func() { d.invites(t, acme, "grace@example.com") }, "accepted, cancelled or replaced"},
		{"its time is over", func() { d.clock.pass(invitedFor) }, "its time is over"},
		{"somebody gets the address", func() {
			if _, err := d.CreatePerson(t.Context(), "Grace@example.com", "Another", session.NewPassword(password)); err != nil {
				t.Fatal(err)
			}
		}, "Somebody here has your e-mail address"},
	} {
		b := d.browser(t)
		away, err := d.StartAcceptance(t.Context(), d.invites(t, acme, "grace@example.com"), "corp", "/keys")
		if err != nil {
			t.Fatal(err)
		}
		b.keep(func(w http.ResponseWriter) { d.cookies.SetFlow(w, away.Kept) })
		c.end()
		if status, _, body := b.get(away.URL); status != http.StatusConflict || !strings.Contains(body, c.says) || !b.token().IsZero() {
			t.Errorf("%s: %d %s", c.what, status, body)
		}
	}
	if n := d.count(t, `SELECT count(*) FROM latchkey.identity`); n != 0 {
		t.Errorf("%d identities", n)
	}
}
