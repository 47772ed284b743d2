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
	if err == nil && !ok && (f.Invited != nil || p.SignUp) {
		if err = s.welcome(ctx, p, f, who, in.Address); err == nil {
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

// welcome makes a person of who is unknown: by an invitation, or because the provider signs
// people up. The address is one that is nobody's: whose address it is may be the
// provider's word, and whose account is never.
func (s *Service) welcome(ctx context.Context, p *oidc.Provider, f flow, who oidc.Identity, from netip.Addr) error {
	person, err := personOf(who)
	if err != nil {
		return err
	}
	identity := s.identityOf(who, person.ID)
	linked := s.event(audit.IdentityLinked, person, from)
	linked.After = identityValues(p, who.Issuer, account(who))
	n := newcomer{identity: &identity, events: []audit.Event{s.created(audit.PersonCreated, person, from), linked}}
	if f.Invited != nil {
		err = s.acceptWith(ctx, f.Invited, person, from, n)
	} else {
		err = s.store.CreatePersonWith(ctx, person, emailKey(person.Email), identity, n.events...)
	}
	switch {
	case store.Violates(err, store.PersonEmail):
		return ErrEmailOfOthers
	case store.Violates(err, store.IdentityKey):
		return nil // at the same moment in another browser
	}
	return err
}

// acceptWith makes the new person a member. The link of the invitation came by mail to the
// address that was invited; that the provider has verified the same address is what says that
// the identity is of whoever was meant, and not of somebody whom the link was passed on to.
func (s *Service) acceptWith(ctx context.Context, invited []byte, person store.Person, from netip.Addr, n newcomer) error {
	i, err := s.invitationBy(ctx, invited)
	switch {
	case err != nil:
		return err
	case emailKey(person.Email) != i.EmailKey:
		return ErrInvitedAddress
	}
	return s.join(ctx, i, person, from, n)
}

// personOf is a new person as the provider describes them.
func personOf(who oidc.Identity) (store.Person, error) {
	address, _, err := ParseEmail(who.Email)
	if err != nil || !who.EmailVerified {
		return store.Person{}, ErrEmailUnverified
	}
	name := shorten(who.Name, 100)
	if name == "" {
		name = shorten(address, 100)
	}
	return store.Person{ID: uuid.New(), Email: address, Name: name}, nil
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
