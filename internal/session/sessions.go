package session

import (
	"context"
	"net/netip"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

var errNoSession = fault.New(fault.NotFound, "NOT_FOUND", "You have no such session.")

// Sessions returns those of the person who is signed in, the one last used first.
func (s *Service) Sessions(ctx context.Context, signed Signed) ([]store.Session, error) {
	return s.store.SessionsOf(ctx, signed.person.ID, s.now())
}

// EndSession ends one session of the person who is signed in.
func (s *Service) EndSession(ctx context.Context, signed Signed, id uuid.UUID, from netip.Addr) error {
	if id == uuid.Nil {
		return errNoSession
	}
	n, err := s.store.EndSessions(ctx, signed.person.ID, id, uuid.Nil, s.event(audit.SessionEnded, signed.person, from))
	if err == nil && n == 0 {
		err = errNoSession
	}
	return err
}

// EndOtherSessions ends all sessions of the person but the one that they use now, and
// returns how many there were.
func (s *Service) EndOtherSessions(ctx context.Context, signed Signed, from netip.Addr) (int, error) {
	return s.store.EndSessions(ctx, signed.person.ID, uuid.Nil, signed.session, s.event(audit.OtherSessionsEnded, signed.person, from))
}
