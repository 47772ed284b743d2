package session_test

import (
	"database/sql"
	"net/netip"
	"sync"
	"testing"
	"time"

	"latchkey/internal/oidc/oidctest"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) {
	oidctest.Main()
	testdb.Main(m)
}

// clock is the tests' own.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

const (
	email    = "Ada@Example.com"
	password = "correct horse battery"
)

var home = netip.MustParseAddr("203.0.113.7")

// house is a service with one person.
type house struct {
	*session.Service
	clock *clock
	db    *sql.DB // as the owner sees it
	store *store.Store
}

func newHouse(t *testing.T) *house {
	t.Helper()
	db := testdb.New(t)
	c := &clock{at: time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)}
	st, err := store.Open(t.Context(), db.AppURL, store.Options{Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	s, err := session.New(st, session.Options{Now: c.now, WeakPasswords: true, SecondFactorKeys: factorKeys(t, "old")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.CreatePerson(t.Context(), email, "Ada", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	return &house{s, c, db.Open(t, db.AppURL), st}
}

func (h *house) signIn(t *testing.T, email, password string) (session.Token, error) {
	t.Helper()
	token, _, err := h.SignIn(t.Context(), session.SignIn{Email: email, Password: session.NewPassword(password), Address: home, UserAgent: "test"})
	return token, err
}

func (h *house) mustSignIn(t *testing.T) session.Token {
	t.Helper()
	token, err := h.signIn(t, email, password)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func (h *house) runs(t *testing.T, token session.Token) bool {
	t.Helper()
	_, ok, err := h.Lookup(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	return ok
}

func (h *house) count(t *testing.T, query string, args ...any) (n int) {
	t.Helper()
	if err := h.db.QueryRowContext(t.Context(), query, args...).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
