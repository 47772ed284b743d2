package session

import (
	"context"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/secondfactor"
	"latchkey/internal/store"
)

// Patience with a sign-in that waits for its second factor.
const (
	challengeLasts    = 5 * time.Minute
	challengeAttempts = 5
)

// What is wrong with a second factor.
var (
	ErrFactorWrong = fault.New(fault.Invalid, "SECOND_FACTOR_WRONG",
		"This code is not right, or it was used before. Wait for the next one that your app shows, or use another recovery code.")
	ErrFactorNeeded = fault.New(fault.Invalid, "SECOND_FACTOR_NEEDED",
		"Give exactly one of `code`, which your authenticator app shows, and `recoveryCode`.")
	ErrSignInOver = fault.New(fault.Invalid, "SIGN_IN_OVER",
		"This sign-in is over: its code was not given within 5 minutes, or was wrong too often. Begin it anew.")
)

// errNoKeys is for a process that was started without the keys of second factors.
var errNoKeys = fault.New(fault.Unavailable, "UNAVAILABLE", "This process has no keys for second factors.")

// factors are the second factors of a service.
type factors struct {
	keys      secondfactor.Keys
	issuer    string   // how an authenticator app names the installation
	addresses *limiter // codes of an address for one person
	people    *limiter // for one person, from everywhere
}

func newFactors(o Options) factors {
	// A guess is right three times in a million. From everywhere together a person's
	// codes can be guessed at 720 times a day, and only by who knows the password.
	return factors{
		keys: o.SecondFactorKeys, issuer: "Latchkey",
		addresses: newLimiter(10, 2*time.Minute), people: newLimiter(30, 2*time.Minute),
	}
}

// FactorRequired is the error of a sign-in whose first factor was right, and whose
// person has a second one: no session has begun. The browser gets the challenge,
// and [Service.CompleteSignIn] takes it from there.
type FactorRequired struct {
	Token Token
	Challenge
}

// Error says what is missing.
func (*FactorRequired) Error() string { return "the second factor is missing" }

// Factor is what somebody gives as their second factor: exactly one of a code of
// the authenticator app and a recovery code. It prints neither.
type Factor struct{ code, recovery Password }

// NewFactor takes a factor over from where it was typed; "" is not given.
func NewFactor(code, recovery string) Factor { return Factor{NewPassword(code), NewPassword(recovery)} }

// first is how somebody showed who they are, before any second factor.
type first struct {
	person   store.Person
	hash     string     // that the password has; "": none was given
	identity uuid.UUID  // uuid.Nil: by the password
	by       audit.Text // the provider's name
	at       time.Time  // when; not later than now
}

// begin starts a session after the first factor, or a challenge when there is a
// second one. vouched: whoever vouched for the first has asked for a second.
func (s *Service) begin(ctx context.Context, f first, in SignIn, vouched bool) (Token, Signed, error) {
	factor, ok, err := s.store.TOTPOf(ctx, f.person.ID)
	if err != nil {
		return Token{}, Signed{}, err
	}
	if ok && !factor.Confirmed.IsZero() && !vouched {
		return Token{}, Signed{}, s.challenge(ctx, f)
	}
	return s.start(ctx, f, in, !vouched)
}

// challenge returns a [FactorRequired], if all goes well.
func (s *Service) challenge(ctx context.Context, f first) error {
	token, until := newToken(), s.now().Add(challengeLasts)
	ok, err := s.store.StartChallenge(ctx, store.Challenge{
		TokenHash: token.hash(), Person: f.person, Identity: f.identity, AuthenticatedAt: f.at, ExpiresAt: until, AttemptsLeft: challengeAttempts,
		PasswordHash: f.hash,
	})
	switch {
	case err != nil:
		return err
	case !ok:
		return errJustChanged
	}
	return &FactorRequired{token, Challenge{until, challengeAttempts}}
}

// Challenge is a sign-in that waits for its second factor.
type Challenge struct {
	Until        time.Time
	AttemptsLeft int
}

// OpenChallenge returns the challenge that a browser's token is of; ok is false
// when it has none that is open.
func (s *Service) OpenChallenge(ctx context.Context, t Token) (c Challenge, ok bool, err error) {
	if t.IsZero() {
		return Challenge{}, false, nil
	}
	row, ok, err := s.store.ChallengeByToken(ctx, t.hash(), s.now())
	return Challenge{row.ExpiresAt, row.AttemptsLeft}, ok, err
}

// CompleteSignIn starts the session of a challenge when the second factor is right.
// Of in it takes the address, the browser and what is replaced.
func (s *Service) CompleteSignIn(ctx context.Context, challenge Token, given Factor, in SignIn) (Token, Signed, error) {
	if challenge.IsZero() {
		return Token{}, Signed{}, ErrSignInOver
	}
	if given.shape() != nil { // which costs no attempt
		return Token{}, Signed{}, given.shape()
	}
	c, ok, err := s.store.TakeAttempt(ctx, challenge.hash(), s.now())
	if err == nil && !ok {
		err = ErrSignInOver
	}
	if err != nil {
		return Token{}, Signed{}, err
	}
	proof, err := s.prove(ctx, c.Person.ID, given, in.Address)
	if err != nil {
		return Token{}, Signed{}, err
	}
	return s.complete(ctx, c, proof, in)
}

func (s *Service) complete(ctx context.Context, c store.Challenge, proof store.Proof, in SignIn) (Token, Signed, error) {
	if err := s.replace(ctx, in); err != nil {
		return Token{}, Signed{}, err
	}
	f := first{person: c.Person, identity: c.Identity, at: c.AuthenticatedAt}
	token, row := s.newSession(f, in)
	events := append(s.recoveryUsed(proof, c.Person, in.Address), s.signedIn(f, in, proofName(proof)))
	ok, err := s.store.CompleteChallenge(ctx, c, proof, row, events...)
	if err == nil && !ok {
		err = ErrFactorWrong
	}
	if err != nil {
		return Token{}, Signed{}, err
	}
	s.factorRight(c.Person.ID, in.Address)
	signed, _, err := s.Lookup(ctx, token)
	return token, signed, err
}

func proofName(p store.Proof) audit.Text {
	if p.RecoveryHash != nil {
		return "recovery code"
	}
	return "code"
}

func (f Factor) shape() error {
	if (f.code.normal() == "") == (f.recovery.normal() == "") {
		return ErrFactorNeeded
	}
	return nil
}

// prove finds out whether the second factor is the person's. It is not used up by
// that. Attempts are limited for each person and address, and more widely for each
// person; factorRight gives one back.
func (s *Service) prove(ctx context.Context, person uuid.UUID, given Factor, from netip.Addr) (store.Proof, error) {
	if err := given.shape(); err != nil {
		return store.Proof{}, err
	}
	if err := s.factorLimited(person, from); err != nil {
		return store.Proof{}, err
	}
	t, ok, err := s.store.TOTPOf(ctx, person)
	if err != nil {
		return store.Proof{}, err
	}
	if !ok || t.Confirmed.IsZero() {
		return store.Proof{}, ErrTOTPOff
	}
	if typed := given.recovery.normal(); typed != "" {
		return s.proveRecovery(ctx, person, secondfactor.RecoveryHash(typed))
	}
	secret, err := s.secretOf(t)
	if err != nil {
		return store.Proof{}, err
	}
	step, ok := secret.Match(given.code.normal(), s.now())
	if !ok || step <= t.LastStep {
		return store.Proof{}, ErrFactorWrong
	}
	return store.Proof{Step: step}, nil
}

// confirmFactor checks the second factor of somebody who is signed in, and uses it
// up; who has none has nothing to confirm.
func (s *Service) confirmFactor(ctx context.Context, who Signed, given Factor, from netip.Addr) error {
	t, ok, err := s.store.TOTPOf(ctx, who.person.ID)
	if err != nil || !ok || t.Confirmed.IsZero() {
		return err
	}
	proof, err := s.prove(ctx, who.person.ID, given, from)
	if err != nil {
		return err
	}
	ok, err = s.store.UseProof(ctx, who.person.ID, proof, s.recoveryUsed(proof, who.person, from)...)
	return s.used(who, from, ok, err)
}

// recoveryUsed is the event of a recovery code, and none for a code of the app.
func (s *Service) recoveryUsed(p store.Proof, who store.Person, from netip.Addr) []audit.Event {
	if p.RecoveryHash == nil {
		return nil
	}
	return []audit.Event{s.event(audit.RecoveryCodeUsed, who, from)}
}

func (s *Service) proveRecovery(ctx context.Context, person uuid.UUID, hash []byte) (store.Proof, error) {
	ok, err := s.store.HasRecoveryCode(ctx, person, hash)
	if err == nil && !ok {
		err = ErrFactorWrong
	}
	return store.Proof{RecoveryHash: hash}, err
}

// secretOf opens what is stored of a person's app.
func (s *Service) secretOf(t store.TOTP) (secondfactor.Secret, error) {
	if s.factors.keys.IsZero() {
		return secondfactor.Secret{}, errNoKeys
	}
	raw, err := s.factors.keys.Open(secondfactor.ForTOTP, t.Person, secondfactor.Sealed{Key: t.Key, Box: t.Sealed})
	if err != nil {
		return secondfactor.Secret{}, fmt.Errorf("opening a second factor: %w", err)
	}
	return secondfactor.ParseSecret(raw)
}

func (s *Service) factorLimited(person uuid.UUID, from netip.Addr) error {
	now := s.now()
	wait := s.factors.addresses.take(neighbourhood(from)+" "+person.String(), now)
	if wait == 0 {
		wait = s.factors.people.take(person.String(), now)
	}
	return limited(wait, "Too many codes were tried.")
}

func (s *Service) factorRight(person uuid.UUID, from netip.Addr) {
	s.factors.addresses.giveBack(neighbourhood(from) + " " + person.String())
	s.factors.people.giveBack(person.String())
}
