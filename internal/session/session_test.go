package session_test

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/session"
)

func TestSigningInAndOut(t *testing.T) {
	h := newHouse(t)
	token, err := h.signIn(t, " ADA@example.COM ", password)
	if err != nil {
		t.Fatal(err)
	}
	signed, ok, err := h.Lookup(t.Context(), token)
	if err != nil || !ok || signed.Person().Email != email || !signed.AuthenticatedAt().Equal(h.clock.now()) {
		t.Fatalf("%+v, %v, %v", signed, ok, err)
	}
	for range 2 {
		if err := h.SignOut(t.Context(), token, home); err != nil {
			t.Fatal(err)
		}
		if h.runs(t, token) {
			t.Error("the session runs after signing out")
		}
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action IN ('session.signed_in', 'session.signed_out')`); n != 2 {
		t.Errorf("%d operator events, want one for each of in and out", n)
	}
}

func TestUnknownAndWrongAreAlike(t *testing.T) {
	h := newHouse(t)
	_, unknown := h.signIn(t, "nobody@example.com", password)
	_, wrong := h.signIn(t, email, "not the password")
	_, long := h.signIn(t, strings.Repeat("a", 10_000)+"@example.com", password)
	_, empty := h.signIn(t, "", "")
	_, control := h.signIn(t, "a\x00@example.com", "a\x00")
	for _, err := range []error{unknown, wrong, long, empty, control} {
		if !errors.Is(err, session.ErrInvalidCredentials) || err.Error() != unknown.Error() {
			t.Errorf("got %v", err)
		}
	}
	if n := h.count(t, `SELECT count(*) FROM latchkey.session`); n != 0 {
		t.Errorf("%d sessions", n)
	}
}

func TestASessionEnds(t *testing.T) {
	t.Run("after 12 hours without a request", func(t *testing.T) {
		h := newHouse(t)
		token := h.mustSignIn(t)
		h.clock.pass(11 * time.Hour)
		if !h.runs(t, token) {
			t.Fatal("ended early")
		}
		h.clock.pass(session.Idle - time.Second)
		if !h.runs(t, token) {
			t.Fatal("a request did not move the end")
		}
		h.clock.pass(session.Idle)
		if h.runs(t, token) {
			t.Error("runs on")
		}
	})
	t.Run("after 14 days in all", func(t *testing.T) {
		h := newHouse(t)
		token := h.mustSignIn(t)
		for range 28 {
			if !h.runs(t, token) {
				t.Fatal("ended early")
			}
			h.clock.pass(session.Idle - time.Second)
		}
		h.clock.pass(time.Minute)
		if h.runs(t, token) {
			t.Error("runs on")
		}
	})
}

func TestUseIsWrittenOnceAMinute(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	writes := func() int { return h.count(t, `SELECT count(*) FROM latchkey.session WHERE last_seen_at > created_at`) }
	h.clock.pass(59 * time.Second)
	if h.runs(t, token); writes() != 0 {
		t.Error("written within the minute")
	}
	h.clock.pass(time.Second)
	if h.runs(t, token); writes() != 1 {
		t.Error("not written after a minute")
	}
}

func TestEndedSessionsAreRemoved(t *testing.T) {
	h := newHouse(t)
	h.mustSignIn(t)
	h.clock.pass(session.Idle)
	h.mustSignIn(t)
	if n := h.count(t, `SELECT count(*) FROM latchkey.session`); n != 1 {
		t.Errorf("%d sessions left", n)
	}
}

func TestSigningInReplacesTheBrowsersSession(t *testing.T) {
	h := newHouse(t)
	old := h.mustSignIn(t)
	_, _, err := h.SignIn(t.Context(), session.SignIn{Email: email, Password: session.NewPassword(password), Address: home, Replaces: old})
	if err != nil || h.runs(t, old) {
		t.Errorf("the old session runs on (%v)", err)
	}
}

func TestTheTokenIsNotStored(t *testing.T) {
	h := newHouse(t)
	h.mustSignIn(t)
	if n := h.count(t, `SELECT count(*) FROM latchkey.session WHERE octet_length(token_hash) = 32 AND address = '203.0.113.7' AND user_agent = 'test'`); n != 1 {
		t.Error("the session is not stored by its hash, with address and browser")
	}
}

func TestAttemptsAreLimited(t *testing.T) {
	until := func(t *testing.T, try func(i int) error) (attempts int, f *fault.Error) {
		for i := range 100 {
			err := try(i)
			if f, _ := fault.As(err); f != nil && f.Kind == fault.RateLimited {
				return i, f
			}
		}
		t.Fatal("never limited")
		return 0, nil
	}
	t.Run("by account", func(t *testing.T) {
		h := newHouse(t)
		attempts, f := until(t, func(i int) error {
			from := netip.AddrFrom4([4]byte{10, 0, 0, byte(i)})
			_, _, err := h.SignIn(t.Context(), session.SignIn{Email: email, Password: session.NewPassword("wrong password"), Address: from})
			return err
		})
		if attempts != 50 || f.RetryAfter < 1 || f.RetryAfter > 10 {
			t.Errorf("%d attempts, then %+v", attempts, f)
		}
		h.clock.pass(time.Duration(f.RetryAfter) * time.Second)
		h.mustSignIn(t)
	})
	t.Run("by account, which keeps nobody out where they are at home", func(t *testing.T) {
		h := newHouse(t)
		h.mustSignIn(t)
		var network byte // of a /64 each
		attack := func(int) error {
			network++
			from := netip.AddrFrom16([16]byte{0x20, 1, 0xd, 0xb8, network})
			_, _, err := h.SignIn(t.Context(), session.SignIn{Email: email, Password: session.NewPassword("wrong password"), Address: from})
			return err
		}
		until(t, attack)
		h.mustSignIn(t)
		if err := attack(0); !isFault(err, fault.RateLimited) {
			t.Errorf("whoever is not at home: %v", err)
		}
		for range 10 {
			_, _ = h.signIn(t, email, "wrong password")
		}
		if _, err := h.signIn(t, email, password); !isFault(err, fault.RateLimited) {
			t.Errorf("who guesses at home: %v", err)
		}
	})
	t.Run("by address and account, which keeps nobody else out", func(t *testing.T) {
		h := newHouse(t)
		from := netip.MustParseAddr("198.51.100.1")
		wrong := func(int) error {
			_, _, err := h.SignIn(t.Context(), session.SignIn{Email: email, Password: session.NewPassword("wrong password"), Address: from})
			return err
		}
		attempts, f := until(t, wrong)
		if attempts != 10 || f.RetryAfter < 1 || f.RetryAfter > 30 {
			t.Errorf("%d attempts, then %+v", attempts, f)
		}
		for range 40 { // as often as that address may, for twenty minutes
			h.clock.pass(30 * time.Second)
			_ = wrong(0)
		}
		h.mustSignIn(t)
	})
	t.Run("by the /64 of an IPv6 address", func(t *testing.T) {
		h := newHouse(t)
		attempts, _ := until(t, func(i int) error {
			from := netip.MustParseAddr(fmt.Sprintf("2001:db8::%x", i+1))
			_, _, err := h.SignIn(t.Context(), session.SignIn{Email: fmt.Sprint(i, "@example.com"), Password: session.NewPassword("wrong password"), Address: from})
			return err
		})
		if attempts != 20 {
			t.Errorf("%d attempts", attempts)
		}
	})
	t.Run("and what succeeds is free", func(t *testing.T) {
		h := newHouse(t)
		for range 25 {
			h.mustSignIn(t)
		}
	})
}

func TestOnlyMembersBecomeCallers(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	signed, _, err := h.Lookup(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	if who, ok := signed.In(uuid.New(), home); ok || who.Valid() {
		t.Error("a stranger became a caller")
	}
	who := caller.OfOperator(uuid.New(), "test")
	makeMember(t, h, who.Workspace(), signed.Person().ID)
	signed, _, err = h.Lookup(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	member, ok := signed.In(who.Workspace(), home)
	if !ok || member.Kind() != caller.Member || member.Role() != caller.Developer || member.Address() != home || member.Label() != email {
		t.Errorf("%+v, %v", member, ok)
	}
}

func TestNewPeople(t *testing.T) {
	h := newHouse(t)
	for _, c := range []struct {
		email, name, password string
		want                  *fault.Error
	}{
		{"ada@EXAMPLE.com", "Ada again", password, session.ErrEmailTaken},
		{"not an address", "Bob", password, session.ErrEmailInvalid},
		{"Bob <bob@example.com>", "Bob", password, session.ErrEmailInvalid},
		{"bob@example.com", " ", password, session.ErrPersonName},
		{"bob@" + strings.Repeat("b", 250) + ".com", "Bob", password, session.ErrEmailInvalid},
		{"bob@example.com", "B\xffb", password, session.ErrPersonName},
		{"bob@example.com", "Bob\nBob", password, session.ErrPersonName},
		{"bob@example.com", strings.Repeat("b", 101), password, session.ErrPersonName},
		{"bob@example.com", "Bob", "123456789", session.ErrPasswordTooShort},
		{"bob@example.com", "Bob", strings.Repeat("é", 201), session.ErrPasswordTooLong},
	} {
		_, err := h.CreatePerson(t.Context(), c.email, c.name, session.NewPassword(c.password))
		var fields fault.Fields
		if errors.As(err, &fields) {
			err = fields[0]
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%q, %q: got %v, want %v", c.email, c.name, err, c.want)
		}
	}
	if _, err := h.CreatePerson(t.Context(), "bob@example.com", "Bob", session.NewPassword(strings.Repeat("é", 200))); err != nil {
		t.Error(err)
	}
	// The same é, typed as two characters.
	if _, err := h.signIn(t, "bob@example.com", strings.Repeat("e\u0301", 200)); err != nil {
		t.Error(err)
	}
}

// makeMember makes a workspace with the person as its developer.
func makeMember(t *testing.T, h *house, workspace, person uuid.UUID) {
	t.Helper()
	tx, err := h.db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() // after a commit it does nothing
	for _, statement := range []string{
		fmt.Sprintf(`SET LOCAL latchkey.workspace_id = '%s'`, workspace),
		fmt.Sprintf(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ('%s', 'acme', 'Acme', 'Europe/Warsaw')`, workspace),
		fmt.Sprintf(`INSERT INTO latchkey.member (workspace_id, id, person_id, role) VALUES ('%s', '%s', '%s', 'DEVELOPER')`, workspace, uuid.New(), person),
	} {
		if _, err := tx.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}
