package session

import (
	"context"
	"net/netip"
	"time"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/secondfactor"
	"latchkey/internal/store"
)

// What stands against a change of a second factor.
var (
	ErrTOTPOn = fault.New(fault.Conflict, "TOTP_ON",
		"An authenticator app is asked for already. Turn it off first, if it is to be another one.")
	ErrTOTPOff       = fault.New(fault.Conflict, "TOTP_OFF", "No authenticator app is asked for.")
	ErrNoEnrollment  = fault.New(fault.Conflict, "NO_ENROLLMENT", "No app is being added, or another one is since. Begin anew.")
	ErrEnrollingCode = fault.New(fault.Invalid, "SECOND_FACTOR_WRONG",
		"This is not the code that the app shows now. Check the clock of its device, and give the next code.").On("code")
)

// Enrollment is what a person's authenticator app needs. It is shown once.
type Enrollment struct {
	Secret secondfactor.Shown // to be typed
	URI    secondfactor.Shown // for a QR code
}

// StartTOTP makes the secret of an authenticator app, which is asked for only when
// a code of it has confirmed that the app has it. One that was started before is
// replaced.
func (s *Service) StartTOTP(ctx context.Context, who Signed) (Enrollment, error) {
	if err := who.RequireRecent(); err != nil {
		return Enrollment{}, err
	}
	if s.factors.keys.IsZero() {
		return Enrollment{}, errNoKeys
	}
	secret := secondfactor.NewSecret()
	sealed, err := s.factors.keys.Seal(secondfactor.ForTOTP, who.person.ID, secret.Bytes())
	if err != nil {
		return Enrollment{}, err
	}
	ok, err := s.store.StartTOTP(ctx, store.TOTP{Person: who.person.ID, Key: sealed.Key, Sealed: sealed.Box}, s.now())
	if err == nil && !ok {
		err = ErrTOTPOn
	}
	if err != nil {
		return Enrollment{}, err
	}
	return Enrollment{secret.Text(), secret.URI(s.factors.issuer, who.person.Email)}, nil
}

// ConfirmTOTP turns the app on, returns the recovery codes, and ends the person's
// other sessions, which began without it. The code is used up.
func (s *Service) ConfirmTOTP(ctx context.Context, who Signed, code string, from netip.Addr) ([]secondfactor.Shown, error) {
	if err := who.RequireRecent(); err != nil {
		return nil, err
	}
	t, ok, err := s.store.TOTPOf(ctx, who.person.ID)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, ErrNoEnrollment
	case !t.Confirmed.IsZero():
		return nil, ErrTOTPOn
	}
	secret, err := s.secretOf(t)
	if err != nil {
		return nil, err
	}
	step, ok := secret.Match(code, s.now())
	if !ok {
		return nil, ErrEnrollingCode
	}
	codes, hashes := secondfactor.NewRecoveryCodes()
	ok, err = s.store.ConfirmTOTP(ctx, t, step, hashes, who.session, s.event(audit.SecondFactorEnabled, who.person, from))
	if err == nil && !ok {
		err = ErrNoEnrollment
	}
	if err != nil {
		return nil, err
	}
	return codes, nil
}

// DisableTOTP turns the second factor off, and its recovery codes with it. It takes
// the factor besides a recent sign-in: who found a browser open has none.
func (s *Service) DisableTOTP(ctx context.Context, who Signed, given Factor, from netip.Addr) error {
	proof, err := s.proveRecently(ctx, who, given, from)
	if err != nil {
		return err
	}
	ok, err := s.store.DropTOTP(ctx, who.person.ID, proof,
		append(s.recoveryUsed(proof, who.person, from), s.event(audit.SecondFactorDisabled, who.person, from))...)
	return s.used(who, from, ok, err)
}

// RegenerateRecoveryCodes replaces all recovery codes. It takes what DisableTOTP does.
func (s *Service) RegenerateRecoveryCodes(ctx context.Context, who Signed, given Factor, from netip.Addr) ([]secondfactor.Shown, error) {
	proof, err := s.proveRecently(ctx, who, given, from)
	if err != nil {
		return nil, err
	}
	codes, hashes := secondfactor.NewRecoveryCodes()
	ok, err := s.store.RegenerateRecoveryCodes(ctx, who.person.ID, proof, hashes,
		append(s.recoveryUsed(proof, who.person, from), s.event(audit.RecoveryCodesReplaced, who.person, from))...)
	if err := s.used(who, from, ok, err); err != nil {
		return nil, err
	}
	return codes, nil
}

func (s *Service) proveRecently(ctx context.Context, who Signed, given Factor, from netip.Addr) (store.Proof, error) {
	if err := who.RequireRecent(); err != nil {
		return store.Proof{}, err
	}
	return s.prove(ctx, who.person.ID, given, from)
}

// used is what came of using a proof up.
func (s *Service) used(who Signed, from netip.Addr, ok bool, err error) error {
	switch {
	case err != nil:
		return err
	case !ok:
		return ErrFactorWrong
	}
	s.factorRight(who.person.ID, from)
	return nil
}

// SecondFactor is what a person sees of theirs.
type SecondFactor struct {
	Since             time.Time // when it was turned on; zero: it is off
	RecoveryCodesLeft int
}

// SecondFactorOf returns a person's second factor.
func (s *Service) SecondFactorOf(ctx context.Context, who Signed) (SecondFactor, error) {
	t, ok, err := s.store.TOTPOf(ctx, who.person.ID)
	if err != nil || !ok || t.Confirmed.IsZero() {
		return SecondFactor{}, err
	}
	left, err := s.store.RecoveryCodesLeft(ctx, who.person.ID)
	return SecondFactor{t.Confirmed, left}, err
}
