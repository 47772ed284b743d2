package session_test

import (
	"errors"
	"testing"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/session"
)

func TestTurningItOffTakesTheFactor(t *testing.T) {
	h := newHouse(t)
	own := h.mustSignIn(t)
	who := h.signed(t, own)
	if err := h.DisableTOTP(t.Context(), who, code("123456"), home); !errors.Is(err, session.ErrTOTPOff) {
		t.Errorf("there is none: %v", err)
	}
	if _, err := h.ConfirmTOTP(t.Context(), who, "123456", home); !errors.Is(err, session.ErrNoEnrollment) {
		t.Errorf("none was begun: %v", err)
	}
	if _, err := h.StartTOTP(t.Context(), who); err != nil {
		t.Fatal(err)
	}
	if _, err := h.ConfirmTOTP(t.Context(), who, "12345", home); !errors.Is(err, session.ErrEnrollingCode) {
		t.Errorf("a wrong code turns it on: %v", err)
	}
	h.mustSignIn(t) // it is not asked for yet
	a := h.enrol(t, who)
	if _, err := h.StartTOTP(t.Context(), who); !errors.Is(err, session.ErrTOTPOn) {
		t.Errorf("begun anew while it is on: %v", err)
	}
	if err := h.DisableTOTP(t.Context(), who, code("12345"), home); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("turned off by a wrong code: %v", err)
	}
	if err := h.DisableTOTP(t.Context(), who, recovery(a.recovery[0]), home); err != nil {
		t.Fatal(err)
	}
	h.mustSignIn(t)
	if n := h.count(t, `SELECT count(*) FROM latchkey.recovery_code`); n != 0 {
		t.Errorf("%d recovery codes are left", n)
	}
}

func TestChangesOfTheFactorTakeARecentSignIn(t *testing.T) {
	h := newHouse(t)
	own := h.mustSignIn(t)
	a := h.enrol(t, h.signed(t, own))
	h.clock.pass(session.Recent + time.Second)
	stale := h.signed(t, own)
	_, starting := h.StartTOTP(t.Context(), stale)
	_, confirming := h.ConfirmTOTP(t.Context(), stale, a.next(), home)
	_, renewing := h.RegenerateRecoveryCodes(t.Context(), stale, code(a.next()), home)
	for what, err := range map[string]error{"start": starting, "confirm": confirming, "regenerate": renewing,
		"disable": h.DisableTOTP(t.Context(), stale, code(a.next()), home)} {
		if !isFault(err, fault.Reauthenticate) {
			t.Errorf("%s: %v", what, err)
		}
	}
	// And who has a factor shows it again, besides the password.
	again := func(given session.Factor) (session.Token, error) {
		token, _, err := h.Reauthenticate(t.Context(), stale, own, session.NewPassword(password), given, home)
		return token, err
	}
	if _, err := again(session.Factor{}); !errors.Is(err, session.ErrFactorNeeded) {
		t.Errorf("the password was enough: %v", err)
	}
	fresh := a.next()
	token, err := again(code(fresh))
	if err != nil {
		t.Fatal(err)
	}
	own = token
	if _, err := again(code(fresh)); !errors.Is(err, session.ErrFactorWrong) {
		t.Errorf("a code worked twice: %v", err)
	}
	if err := h.DisableTOTP(t.Context(), h.signed(t, own), code(a.next()), home); err != nil {
		t.Error(err)
	}
}
