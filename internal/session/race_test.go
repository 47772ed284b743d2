package session_test

import (
	"database/sql"
	"errors"
	"testing"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/session"
)

// meanwhile runs f while a statement about the person waits to be committed, which it
// is when f waits for it, or has not waited.
func (h *house) meanwhile(t *testing.T, statement string, f func() error) error {
	t.Helper()
	tx, err := h.db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback() //nolint:errcheck // after the commit it does nothing
	for _, one := range []string{`SELECT FROM latchkey.person WHERE email_key = 'ada@example.com' FOR NO KEY UPDATE`, statement} {
		if _, err := tx.ExecContext(t.Context(), one); err != nil {
			t.Fatal(err)
		}
	}
	ended := make(chan error, 1)
	go func() { ended <- f() }()
	for {
		select {
		case err := <-ended:
			commit(t, tx)
			return err
		default:
		}
		if h.count(t, `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) > 0 {
			commit(t, tx)
			return <-ended
		}
	}
}

func commit(t *testing.T, tx *sql.Tx) {
	t.Helper()
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
}

// Whoever chooses a new password, or turns a second factor on, wants that nobody goes on
// by what held before: neither those who are in, nor those who are at the door.
func TestASignInUnderWayDoesNotOutliveWhatItReliesOn(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		prepare   func(*testing.T, *house)
	}{
		"the password": {statement: `UPDATE latchkey.person SET password_hash = 'another'`},
		"the password, with a second factor": {
			statement: `UPDATE latchkey.person SET password_hash = 'another'`,
			prepare:   func(t *testing.T, h *house) { h.enrol(t, h.signed(t, h.mustSignIn(t))) },
		},
		"that there is no second factor": {
			statement: `UPDATE latchkey.totp SET confirmed_at = now()`,
			prepare: func(t *testing.T, h *house) {
				if _, err := h.StartTOTP(t.Context(), h.signed(t, h.mustSignIn(t))); err != nil {
					t.Fatal(err)
				}
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHouse(t)
			if c.prepare != nil {
				c.prepare(t, h)
			}
			err := h.meanwhile(t, c.statement, func() error { _, err := h.signIn(t, email, password); return err })
			if waits := (*session.FactorRequired)(nil); err == nil || errors.As(err, &waits) {
				t.Errorf("it went on: %v", err)
			}
		})
	}
}

func TestANewPasswordEndsSignInsThatWaitForTheSecondFactor(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	a := h.enrol(t, h.signed(t, token))
	challenge := h.challenge(t)
	_, _, err := h.ChangePassword(t.Context(), h.signed(t, token), token, session.ChangePassword{
		Current: session.NewPassword(password), New: session.NewPassword(another), Address: home,
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.complete(t, challenge, code(a.next())); !errors.Is(err, session.ErrSignInOver) {
		t.Errorf("it went on by the old password: %v", err)
	}
}

// A password alone does not show again who somebody with a second factor is.
func TestChangingThePasswordDoesNotProlongARecentSignIn(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	shown := h.signed(t, token).AuthenticatedAt()
	h.clock.pass(session.Recent - time.Second)
	_, now, err := h.ChangePassword(t.Context(), h.signed(t, token), token, session.ChangePassword{
		Current: session.NewPassword(password), New: session.NewPassword(another), Address: home,
	})
	if err != nil || !now.AuthenticatedAt().Equal(shown) {
		t.Errorf("recent since %s, want %s (%v)", now.AuthenticatedAt(), shown, err)
	}
}

// Somebody else's session, which ends with the password, must not choose the next one.
func TestAnEndedSessionChangesNoPassword(t *testing.T) {
	h := newHouse(t)
	token := h.mustSignIn(t)
	signed := h.signed(t, token)
	err := h.meanwhile(t, `DELETE FROM latchkey.session`, func() error {
		_, _, err := h.ChangePassword(t.Context(), signed, token, session.ChangePassword{
			Current: session.NewPassword(password), New: session.NewPassword(another), Address: home,
		})
		return err
	})
	if !isFault(err, fault.Unauthenticated) {
		t.Errorf("%v", err)
	}
	h.mustSignIn(t) // with the password that there was
}
