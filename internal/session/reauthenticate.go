package session

import (
	"context"
	"net/netip"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// ErrWrongPassword is for somebody who is signed in and gives a password that is
// not theirs.
var ErrWrongPassword = fault.New(fault.Invalid, "WRONG_PASSWORD", "This is not your password.").On("password")

// errSessionOver is for a session that has ended since the request began.
var errSessionOver = fault.New(fault.Unauthenticated, "UNAUTHENTICATED", "Nobody is signed in.")

// Reauthenticate makes a session that runs a recent one when the password is the
// person's, and the second factor of who has one. The token is replaced; the session's id and its last day stay.
func (s *Service) Reauthenticate(ctx context.Context, signed Signed, old Token, password Password, given Factor, from netip.Addr) (Token, Signed, error) {
	if err := s.confirm(ctx, signed.person, password, from); err != nil {
		return Token{}, Signed{}, err
	}
	if err := s.confirmFactor(ctx, signed, given, from); err != nil {
		return Token{}, Signed{}, err
	}
	return s.renew(ctx, signed.person, old, from)
}

// confirm checks the password of somebody who is signed in. Attempts count like
// those to sign in: whoever found a browser open must not guess.
func (s *Service) confirm(ctx context.Context, p store.Person, password Password, from netip.Addr) error {
	key, near := emailKey(p.Email), neighbourhood(from)
	if err := s.attempts.here(near, key, s.now()); err != nil {
		return err
	}
	_, hash, err := s.store.PersonByEmail(ctx, key)
	if err != nil {
		return err
	}
	match, err := s.passwords.matches(ctx, password, hash)
	switch {
	case err != nil:
		return err
	case !match:
		return ErrWrongPassword
	}
	s.attempts.giveBack(near, key)
	return nil
}

// renew makes a person's session recent under a new token, whichever way they
// showed who they are.
func (s *Service) renew(ctx context.Context, p store.Person, old Token, from netip.Addr) (Token, Signed, error) {
	token := newToken()
	ok, err := s.store.RenewSession(ctx, p.ID, old.hash(), token.hash(), s.now(), s.event(audit.Reauthenticated, p, from))
	switch {
	case err != nil:
		return Token{}, Signed{}, err
	case !ok:
		return Token{}, Signed{}, errSessionOver
	}
	signed, _, err := s.Lookup(ctx, token)
	return token, signed, err
}
