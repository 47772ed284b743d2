package session_test

import (
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"errors"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/secondfactor"
	"latchkey/internal/session"
)

// factorKeys are keys with these ids; each one's bytes follow from its id.
func factorKeys(t *testing.T, ids ...string) secondfactor.Keys {
	t.Helper()
	var lines []string
	for _, id := range ids {
		lines = append(lines, id+" "+base64.StdEncoding.EncodeToString(bytes.Repeat([]byte(id), 32)[:32]))
	}
	keys, err := secondfactor.ParseKeys(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// app is a person's authenticator app, and their recovery codes.
type app struct {
	secret   secondfactor.Secret
	recovery []string
	clock    *clock
}

// next is the code of the next step: the one before it may be used already.
func (a *app) next() string {
	a.clock.pass(30 * time.Second)
	return a.secret.Code(a.clock.now())
}

func code(text string) session.Factor     { return session.NewFactor(text, "") }
func recovery(text string) session.Factor { return session.NewFactor("", text) }

// enrol gives somebody who is signed in an app.
func (h *house) enrol(t *testing.T, who session.Signed) *app {
	t.Helper()
	begun, err := h.StartTOTP(t.Context(), who)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(begun.Secret.Reveal())
	if err != nil {
		t.Fatal(err)
	}
	a := &app{clock: h.clock}
	if a.secret, err = secondfactor.ParseSecret(raw); err != nil {
		t.Fatal(err)
	}
	codes, err := h.ConfirmTOTP(t.Context(), who, a.next(), home)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range codes {
		a.recovery = append(a.recovery, c.Reveal())
	}
	return a
}

// challenge gives the password of somebody who has a second factor.
func (h *house) challenge(t *testing.T) session.Token {
	t.Helper()
	token, err := h.signIn(t, email, password)
	waits := (*session.FactorRequired)(nil)
	if !errors.As(err, &waits) || !token.IsZero() {
		t.Fatalf("a password was enough: %v", err)
	}
	return waits.Token
}

func (h *house) complete(t *testing.T, challenge session.Token, given session.Factor) (session.Token, error) {
	t.Helper()
	token, _, err := h.CompleteSignIn(t.Context(), challenge, given, session.SignIn{Address: home, UserAgent: "test"})
	return token, err
}

func TestASecondFactorIsAskedFor(t *testing.T) {
	h := newHouse(t)
	other, own := h.mustSignIn(t), h.mustSignIn(t)
	a := h.enrol(t, h.signed(t, own))
	if h.runs(t, other) || !h.runs(t, own) {
		t.Error("of the sessions from before, exactly the one that turned it on must go on")
	}
	if _, err := h.signIn(t, email, "not the password"); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("a wrong password tells of the second factor: %v", err)
	}
	waiting := h.challenge(t)
	if c, ok, err := h.OpenChallenge(t.Context(), waiting); !ok || err != nil || c.AttemptsLeft != 5 || !c.Until.Equal(h.clock.now().Add(5*time.Minute)) {
		t.Errorf("%+v, %v, %v", c, ok, err)
	}
	if _, err := h.complete(t, waiting, code("12345")); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("a wrong code: %v", err)
	}
	given := h.clock.now()
	token, err := h.complete(t, waiting, code(a.next()))
	if err != nil || !h.runs(t, token) || !h.signed(t, token).AuthenticatedAt().Equal(given) {
		t.Fatalf("a right code: %v", err)
	}
	if _, err := h.complete(t, waiting, code(a.next())); !errors.Is(err, session.ErrSignInOver) {
		t.Errorf("a challenge was used twice: %v", err)
	}
	if of, err := h.SecondFactorOf(t.Context(), h.signed(t, token)); err != nil || of.Since.IsZero() || of.RecoveryCodesLeft != 10 {
		t.Errorf("%+v, %v", of, err)
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = 'second_factor.enabled' OR convert_from(body, 'UTF8') LIKE '%secondFactor%code%'`); n != 2 {
		t.Errorf("%d events of turning it on and signing in with it", n)
	}
}

func TestACodeWorksOnceAndNearItsTime(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	used := a.next()
	if _, err := h.complete(t, h.challenge(t), code(used)); err != nil {
		t.Fatal(err)
	}
	if _, err := h.complete(t, h.challenge(t), code(used)); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("a code worked twice: %v", err)
	}
	at := h.clock.now()
	for _, c := range []struct {
		steps int
		right bool
	}{{-1, false}, {2, false}, {1, true}} { // the step before is used up with the one after it
		if _, err := h.complete(t, h.challenge(t), code(a.secret.Code(at.Add(time.Duration(c.steps)*30*time.Second)))); (err == nil) != c.right {
			t.Errorf("%d steps off: %v", c.steps, err)
		}
	}
	h.clock.pass(5 * time.Minute)
	late := a.secret.Code(h.clock.now().Add(-30 * time.Second))
	if _, err := h.complete(t, h.challenge(t), code(late)); err != nil {
		t.Errorf("the code of a slow clock: %v", err)
	}
}

// Of two browsers that give the same code at once, one is signed in.
func TestRacingCodesGiveOneSession(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	for what, given := range map[string]session.Factor{"code": code(a.next()), "recovery code": recovery(a.recovery[0])} {
		challenges := []session.Token{h.challenge(t), h.challenge(t), h.challenge(t), h.challenge(t)}
		results := make([]error, len(challenges))
		var racing sync.WaitGroup
		for i, c := range challenges {
			racing.Go(func() { _, results[i] = h.complete(t, c, given) })
		}
		racing.Wait()
		won := 0
		for _, err := range results {
			if err == nil {
				won++
			} else if !errors.Is(err, session.ErrFactorWrong) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if won != 1 {
			t.Errorf("one %s signed %d browsers in", what, won)
		}
	}
}

func TestRecoveryCodesWorkOnceEach(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	token, err := h.complete(t, h.challenge(t), recovery(strings.ToLower(a.recovery[3])))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.complete(t, h.challenge(t), recovery(a.recovery[3])); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("a recovery code worked twice: %v", err)
	}
	who := h.signed(t, token)
	if of, _ := h.SecondFactorOf(t.Context(), who); of.RecoveryCodesLeft != 9 {
		t.Errorf("%d are left", of.RecoveryCodesLeft)
	}
	renewed, err := h.RegenerateRecoveryCodes(t.Context(), who, code(a.next()), home)
	if err != nil || len(renewed) != 10 {
		t.Fatal(err)
	}
	if _, err := h.complete(t, h.challenge(t), recovery(a.recovery[4])); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("a replaced recovery code works: %v", err)
	}
	if _, err := h.complete(t, h.challenge(t), recovery(renewed[4].Reveal())); err != nil {
		t.Error(err)
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = 'second_factor.recovery_code_used'`); n != 2 {
		t.Errorf("%d events of recovery codes, want 2", n)
	}
}

func TestASignInDoesNotWaitForLong(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	t.Run("5 minutes", func(t *testing.T) {
		waiting := h.challenge(t)
		h.clock.pass(5*time.Minute - 31*time.Second)
		late := h.challenge(t)
		h.clock.pass(30 * time.Second)
		if _, ok, _ := h.OpenChallenge(t.Context(), waiting); !ok {
			t.Error("over early")
		}
		if _, err := h.complete(t, waiting, code(a.next())); !errors.Is(err, session.ErrSignInOver) {
			t.Errorf("after 5 minutes: %v", err)
		}
		if _, err := h.complete(t, late, code(a.next())); err != nil {
			t.Error(err)
		}
	})
	t.Run("5 attempts", func(t *testing.T) {
		waiting := h.challenge(t)
		if _, err := h.complete(t, waiting, session.NewFactor("", "")); !errors.Is(err, session.ErrFactorNeeded) {
			t.Errorf("nothing was given: %v", err)
		}
		for range 5 {
			if _, err := h.complete(t, waiting, code("12345")); !errors.Is(err, session.ErrFactorWrong) {
				t.Fatal(err)
			}
		}
		if _, err := h.complete(t, waiting, code(a.next())); !errors.Is(err, session.ErrSignInOver) {
			t.Errorf("after 5 wrong codes: %v", err)
		}
	})
	t.Run("and without a challenge there is nothing to complete", func(t *testing.T) {
		if _, err := h.complete(t, session.Token{}, code(a.next())); !errors.Is(err, session.ErrSignInOver) {
			t.Error(err)
		}
	})
}

// Guesses are limited over all challenges together: at one address, and more widely
// from everywhere.
func TestGuessesAreLimited(t *testing.T) {
	h := newHouse(t)
	a := h.enrol(t, h.signed(t, h.mustSignIn(t)))
	guess := func(from netip.Addr) (limited bool) {
		_, _, err := h.CompleteSignIn(t.Context(), h.challenge(t), code("12345"), session.SignIn{Address: from})
		f, _ := fault.As(err)
		return f != nil && f.Kind == fault.RateLimited && f.RetryAfter > 0
	}
	until := func(from func(i int) netip.Addr) (n int) {
		for n = range 100 {
			if guess(from(n)) {
				return n
			}
		}
		return 100
	}
	if n := until(func(int) netip.Addr { return home }); n != 10 {
		t.Errorf("%d guesses at one address", n)
	}
	elsewhere := netip.MustParseAddr("198.51.100.7")
	if token, _, err := h.CompleteSignIn(t.Context(), h.challenge(t), code(a.next()), session.SignIn{Address: elsewhere}); err != nil || token.IsZero() {
		t.Errorf("somebody's guesses keep the person out elsewhere: %v", err)
	}
	if n := until(func(i int) netip.Addr { return netip.AddrFrom4([4]byte{10, 1, 0, byte(i)}) }); n > 30 {
		t.Errorf("%d guesses from everywhere", n)
	}
}
