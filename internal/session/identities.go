package session

import (
	"context"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/store"
)

// ProviderInfo is what anybody may know of a provider.
type ProviderInfo struct {
	Name   string
	Label  string
	SignUp bool // whether an unknown identity becomes a person
}

// Providers returns those that people may sign in with, in the operator's order.
func (s *Service) Providers() (all []ProviderInfo) {
	for _, p := range s.providers.All() {
		all = append(all, ProviderInfo{p.Name, p.Label, p.SignUp})
	}
	return all
}

// Identity is who a person is at a provider, as they see it.
type Identity struct {
	ID         uuid.UUID
	Provider   *ProviderInfo // nil: it is not configured any more
	Issuer     string
	Account    string
	LinkedAt   time.Time
	LastUsedAt time.Time
}

// Identities returns somebody's, the oldest first.
func (s *Service) Identities(ctx context.Context, who Signed) (all []Identity, err error) {
	rows, err := s.store.Identities(ctx, who.person.ID)
	for _, row := range rows {
		i := Identity{ID: row.ID, Issuer: row.Issuer, Account: row.Account, LinkedAt: row.CreatedAt, LastUsedAt: row.LastUsedAt}
		if p, ok := s.providers.OfIssuer(row.Issuer); ok {
			i.Provider = &ProviderInfo{p.Name, p.Label, p.SignUp}
		}
		all = append(all, i)
	}
	return all, err
}

// Unlink takes an identity from somebody, as long as something is left for them to
// sign in with, and ends the other sessions that began with it.
func (s *Service) Unlink(ctx context.Context, who Signed, id uuid.UUID, from netip.Addr) error {
	if err := who.RequireRecent(); err != nil {
		return err
	}
	var issuers []string
	for _, p := range s.providers.All() {
		issuers = append(issuers, p.Issuer)
	}
	ok, last, err := s.store.UnlinkIdentity(ctx, who.person.ID, id, who.session, issuers, func(i store.Identity) audit.Event {
		e := s.event(audit.IdentityUnlinked, who.person, from)
		e.Before = audit.Values{{Name: "issuer", Text: audit.Text(i.Issuer)}, {Name: "account", Text: audit.Text(i.Account)}}
		return e
	}, s.staffEvent("unlinked"))
	switch {
	case err != nil:
		return err
	case !ok:
		return errNoIdentity
	case last:
		return ErrLastWayIn
	}
	return nil
}
