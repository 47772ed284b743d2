package session

import (
	"context"
	"net/netip"
	"slices"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// ErrNobody is for an address that nobody has.
var ErrNobody = fault.New(fault.NotFound, "NOT_FOUND", "Nobody has this e-mail address. Add them with: latchkey person create")

// SetStaff marks a person as staff, or takes that from them; changed is false when
// they were so already. It is for the operator's command line.
func (s *Service) SetStaff(ctx context.Context, email string, staff bool) (p store.Person, changed bool, err error) {
	p, changed, ok, err := s.store.SetStaff(ctx, emailKey(email), staff, func(p store.Person) audit.Event {
		action := audit.StaffRevoked
		if staff {
			action = audit.StaffGranted
		}
		event := s.event(action, p, netip.Addr{})
		event.Actor = caller.Actor{Kind: caller.Operator, Label: "command line"}
		return event
	})
	if err == nil && !ok {
		err = ErrNobody
	}
	return p, changed, err
}

// supportSessions are those of somebody that run: of all others none.
func (s *Service) supportSessions(ctx context.Context, p store.Person) ([]workspace.OwnSupportSession, error) {
	if !p.IsStaff {
		return nil, nil
	}
	own, err := s.store.OwnSupportSessions(ctx, p.ID)
	return slices.DeleteFunc(own, func(o workspace.OwnSupportSession) bool { return o.Status != workspace.SupportOpen }), err
}

// SupportSessions returns the person's support sessions that run.
func (s Signed) SupportSessions() []workspace.OwnSupportSession { return slices.Clone(s.support) }

// Looking returns the person as a caller who looks at something in a workspace, and
// false when they have no support session there that runs.
func (s Signed) Looking(id uuid.UUID, at caller.Look, from netip.Addr) (who caller.Caller, ok bool) {
	for _, o := range s.support {
		if o.Workspace == id {
			looking := caller.Looking{Session: o.ID, At: at, Noted: slices.Contains(o.Looks, at)}
			return caller.OfStaff(id, s.person.ID, s.person.Email, looking, from), true
		}
	}
	return caller.Caller{}, false
}

// Outside returns a person of staff as somebody who asks to be let into a workspace,
// or leaves it; false for all others.
func (s Signed) Outside(id uuid.UUID, from netip.Addr) (who caller.Caller, ok bool) {
	if !s.person.IsStaff || id == uuid.Nil {
		return caller.Caller{}, false
	}
	return caller.OfStaffOutside(id, s.person.ID, s.person.Email, from), true
}

// EmailKey is what e-mail addresses are compared by; "" for what cannot be one.
func EmailKey(email string) string { return emailKey(email) }
