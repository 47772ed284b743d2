package session_test

import (
	"errors"
	"net/netip"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/session"
)

func (h *house) signed(t *testing.T, token session.Token) session.Signed {
	t.Helper()
	signed, ok, err := h.Lookup(t.Context(), token)
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	return signed
}

func isFault(err error, kind fault.Kind) bool {
	f, ok := fault.As(err)
	return ok && f.Kind == kind
}

func TestASignInIsRecentForAQuarterOfAnHour(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	h.clock.pass(session.Recent)
	if err := h.signed(t, token).RequireRecent(); err != nil {
		t.Errorf("at its end: %v", err)
	}
	h.clock.pass(time.Microsecond)
	if err := h.signed(t, token).RequireRecent(); !isFault(err, fault.Reauthenticate) {
		t.Errorf("after its end: %v", err)
	}
}

func TestReauthenticating(t *testing.T) {
	h := newHouse(t)
	old := h.mustSignIn(t)
	before := h.signed(t, old)
	h.clock.pass(time.Hour)
	stale := h.signed(t, old)

	if _, _, err := h.Reauthenticate(t.Context(), stale, old, session.NewPassword("not the password"), session.Factor{}, home); !errors.Is(err, session.ErrWrongPassword) {
		t.Errorf("with a wrong password: %v", err)
	}
	if !isFault(h.signed(t, old).RequireRecent(), fault.Reauthenticate) {
		t.Error("a wrong password made the sign-in a recent one")
	}
	token, signed, err := h.Reauthenticate(t.Context(), stale, old, session.NewPassword(password), session.Factor{}, home)
	if err != nil {
		t.Fatal(err)
	}
	if signed.RequireRecent() != nil || signed.Session() != before.Session() || h.runs(t, old) || !h.runs(t, token) {
		t.Errorf("the session is %v, was %v; its first token runs: %t", signed.Session(), before.Session(), h.runs(t, old))
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = 'session.reauthenticated'`); n != 1 {
		t.Errorf("%d operator events", n)
	}
	if _, _, err := h.Reauthenticate(t.Context(), stale, old, session.NewPassword(password), session.Factor{}, home); !isFault(err, fault.Unauthenticated) {
		t.Errorf("with a token that was replaced: %v", err)
	}
}

// Whoever shows who they are again and again stays no longer than one who does not.
func TestReauthenticatingDoesNotMoveTheLastDay(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	for passed := time.Duration(0); passed < session.Longest; passed += 6 * time.Hour {
		var err error
		if token, _, err = h.Reauthenticate(t.Context(), h.signed(t, token), token, session.NewPassword(password), session.Factor{}, home); err != nil {
			t.Fatal(err)
		}
		h.clock.pass(6 * time.Hour)
	}
	if h.runs(t, token) {
		t.Error("it runs after 14 days")
	}
}

func TestGuessingThePasswordOfAnOpenBrowserIsLimited(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	for range 50 {
		if _, _, err := h.Reauthenticate(t.Context(), h.signed(t, token), token, session.NewPassword("a guess of mine"), session.Factor{}, home); isFault(err, fault.RateLimited) {
			return
		}
	}
	t.Error("50 guesses were let through")
}

func TestACallerIsAsRecentAsTheSignIn(t *testing.T) {
	stranger := caller.OfMember(uuid.New(), uuid.New(), "ada@example.com", caller.Owner, netip.Addr{})
	if !isFault(stranger.RequireRecent(), fault.Reauthenticate) || stranger.Recently().RequireRecent() != nil {
		t.Error("a caller is recent by default, or not when it should be")
	}
	if err := caller.OfOperator(uuid.New(), "command line").RequireRecent(); err != nil {
		t.Errorf("the command line has no sign-in that could be old: %v", err)
	}
}
