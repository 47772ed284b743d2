package session

import (
	"context"
	"net/netip"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/oidc"
	"latchkey/internal/store"
)

// link gives the identity to who has begun to link it, if they are still signed in.
func (s *Service) link(ctx context.Context, p *oidc.Provider, f flow, signed Signed, who oidc.Identity, from netip.Addr) error {
	if signed.person.ID != f.Link {
		return ErrFlowOver
	}
	if err := signed.RequireRecent(); err != nil {
		return err
	}
	e := s.event(audit.IdentityLinked, signed.person, from)
	e.After = identityValues(p, who.Issuer, account(who))
	err := s.store.LinkIdentity(ctx, s.identityOf(who, signed.person.ID), e)
	if store.Violates(err, store.IdentityKey) {
		return ErrIdentityTaken
	}
	return err
}

// enter signs in who the provider says it is.
func (s *Service) enter(ctx context.Context, p *oidc.Provider, f flow, who oidc.Identity, in SignIn) (Token, error) {
	at, err := s.shownAt(f, who)
	if err != nil {
		return Token{}, err
	}
	id, person, ok, err := s.useIdentity(ctx, p, who)
	if err == nil && !ok && p.SignUp {
		if err = s.signUpWith(ctx, p, who, in.Address); err == nil {
			id, person, ok, err = s.useIdentity(ctx, p, who)
		}
	}
	if err == nil && !ok {
		err = ErrUnknownIdentity
	}
	if err != nil {
		return Token{}, err
	}
	token, _, err := s.begin(ctx, first{person: person, identity: id, by: audit.Text(p.Name), at: at}, in, p.TrustMFA && who.Multifactor)
	return token, err
}

// shownAt is when the person last showed who they are: when the provider says. One that
// does not say may have let them in by a session of its own that is days old, which
// makes no recent sign-in, unless it was told to ask anew.
func (s *Service) shownAt(f flow, who oidc.Identity) (time.Time, error) {
	now, at := s.now(), who.AuthenticatedAt
	switch {
	case at.IsZero() && !f.Fresh:
		at = now.Add(-Recent - time.Microsecond) // PostgreSQL keeps no less
	case at.IsZero() || at.After(now):
		at = now
	}
	if f.Fresh && now.Sub(at) > Recent {
		return time.Time{}, errNotFresh
	}
	return at, nil
}

func (s *Service) useIdentity(ctx context.Context, p *oidc.Provider, who oidc.Identity) (uuid.UUID, store.Person, bool, error) {
	return s.store.UseIdentity(ctx, s.identityOf(who, uuid.Nil), s.staffEvent(p.Name))
}

// staffEvent is the event of somebody who is staff by a provider's word, or no more.
func (s *Service) staffEvent(provider string) func(store.Person, bool) audit.Event {
	return func(p store.Person, staff bool) audit.Event {
		action := audit.StaffRevoked
		if staff {
			action = audit.StaffGranted
		}
		e := s.event(action, p, netip.Addr{})
		e.Actor = caller.Actor{Kind: caller.System, Label: "provider " + provider}
		return e
	}
}

// signUpWith adds a person, under an address that is nobody's: whose address it is
// may be the provider's word, and whose account is never.
func (s *Service) signUpWith(ctx context.Context, p *oidc.Provider, who oidc.Identity, from netip.Addr) error {
	name := who.Name
	if name == "" {
		name = who.Email
	}
	person := store.Person{ID: uuid.New(), Email: strings.TrimSpace(who.Email), Name: shorten(name, 100)}
	if !who.EmailVerified || emailKey(person.Email) == "" || !strings.Contains(person.Email, "@") {
		return ErrEmailUnverified
	}
	created, linked := s.event(audit.PersonCreated, person, from), s.event(audit.IdentityLinked, person, from)
	created.After = audit.Values{{Name: "email", Text: audit.Text(person.Email)}, {Name: "name", Text: audit.Text(person.Name)}}
	linked.After = identityValues(p, who.Issuer, account(who))
	err := s.store.CreatePersonWith(ctx, person, emailKey(person.Email), s.identityOf(who, person.ID), created, linked)
	switch {
	case store.Violates(err, store.PersonEmail):
		return ErrEmailOfOthers
	case store.Violates(err, store.IdentityKey):
		return nil // at the same moment in another browser
	}
	return err
}

func (s *Service) identityOf(who oidc.Identity, person uuid.UUID) store.Identity {
	return store.Identity{
		ID: uuid.New(), Person: person, Issuer: who.Issuer, Subject: who.Subject, Account: account(who), IsStaff: who.Staff,
		CreatedAt: s.now(), LastUsedAt: s.now(),
	}
}

// account is how people know an identity.
func account(who oidc.Identity) string {
	if who.Email != "" {
		return shorten(who.Email, longestEmail)
	}
	return shorten(who.Name, 100)
}

// shorten makes what a provider says one line of at most so many bytes.
func shorten(text string, most int) string {
	text = strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, text), "")
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	return strings.TrimSpace(text)
}

func identityValues(p *oidc.Provider, issuer, account string) audit.Values {
	return audit.Values{{Name: "provider", Text: audit.Text(p.Name)}, {Name: "issuer", Text: audit.Text(issuer)}, {Name: "account", Text: audit.Text(account)}}
}
