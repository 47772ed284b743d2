package session_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/session"
	"latchkey/internal/store"
)

func TestPeopleSeeAndEndTheirSessions(t *testing.T) {
	h := newHouse(t)
	first := h.mustSignIn(t)
	h.clock.pass(time.Minute)
	second, third := h.mustSignIn(t), h.mustSignIn(t)
	me := h.signed(t, second)
	all, err := h.Sessions(t.Context(), me)
	if err != nil || len(all) != 3 || all[0].Address != home.String() || all[0].UserAgent != "test" || all[2].ID != h.signed(t, first).Session() {
		t.Fatalf("%+v, %v", all, err)
	}
	other := h.signed(t, third).Session()
	if err := h.EndSession(t.Context(), me, other, home); err != nil || h.runs(t, third) || !h.runs(t, first) {
		t.Errorf("ending one: %v", err)
	}
	if err := h.EndSession(t.Context(), me, other, home); !isFault(err, fault.NotFound) {
		t.Errorf("ending it again: %v", err)
	}
	if n, err := h.EndOtherSessions(t.Context(), me, home); err != nil || n != 1 || h.runs(t, first) || !h.runs(t, second) {
		t.Errorf("ending the others: %d, %v", n, err)
	}
}

func TestNobodyEndsAnothersSession(t *testing.T) {
	h := newHouse(t)
	ada := h.mustSignIn(t)
	if _, err := h.CreatePerson(t.Context(), "bob@example.com", "Bob", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	token, err := h.signIn(t, "bob@example.com", password)
	if err != nil {
		t.Fatal(err)
	}
	bob := h.signed(t, token)
	for _, id := range []uuid.UUID{h.signed(t, ada).Session(), uuid.New(), uuid.Nil} {
		if err := h.EndSession(t.Context(), bob, id, home); !isFault(err, fault.NotFound) {
			t.Errorf("%v: %v", id, err)
		}
	}
	if _, err := h.EndOtherSessions(t.Context(), bob, home); err != nil || !h.runs(t, ada) {
		t.Errorf("%v", err)
	}
}

func TestSessionsAreBounded(t *testing.T) {
	h := newHouse(t)
	first := h.mustSignIn(t)
	h.clock.pass(time.Minute)
	for range store.MaxSessions {
		h.mustSignIn(t)
	}
	if h.runs(t, first) {
		t.Error("the one that was not used for longest goes on")
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.session`); n != store.MaxSessions {
		t.Errorf("%d sessions", n)
	}
}

func TestChangingThePassword(t *testing.T) {
	h := newHouse(t)
	other, token := h.mustSignIn(t), h.mustSignIn(t)
	change := func(current, next string) (session.Token, fault.Code) {
		renewed, _, err := h.ChangePassword(t.Context(), h.signed(t, token), token, session.ChangePassword{
			Current: session.NewPassword(current), New: session.NewPassword(next), Address: home,
		})
		return renewed, codeOf(err)
	}
	for _, c := range []struct {
		current, next string
		want          fault.Code
	}{{"a wrong password", another, "WRONG_PASSWORD"}, {password, "too short", "PASSWORD_TOO_SHORT"}, {password, email, "PASSWORD_IS_ADDRESS"}} {
		if _, got := change(c.current, c.next); got != c.want || !h.runs(t, other) {
			t.Errorf("%q, %q: %s, want %s", c.current, c.next, got, c.want)
		}
	}
	renewed, got := change(password, another)
	if got != "" || h.runs(t, other) || h.runs(t, token) || !h.runs(t, renewed) {
		t.Errorf("%s; the other session runs: %t", got, h.runs(t, other))
	}
	if _, err := h.signIn(t, email, password); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("the old password: %v", err)
	}
}
