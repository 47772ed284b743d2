package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func someone(action audit.Action) (store.Person, audit.Event) {
	p := store.Person{ID: uuid.New(), Email: "ada@example.com", Name: "Ada"}
	return p, audit.Event{ID: uuid.New(), At: time.Now(), Action: action, Target: audit.Target{Kind: audit.Person, ID: p.ID, Label: audit.Text(p.Email)}}
}

func TestASessionAndItsEventStandOrFallTogether(t *testing.T) {
	db := testdb.New(t)
	s := open(t, db.AppURL)
	p, created := someone(audit.PersonCreated)
	if err := s.CreatePerson(t.Context(), p, "ada@example.com", "-", created); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	row := store.Session{ID: uuid.New(), Person: p, TokenHash: make([]byte, 32), CreatedAt: now, AuthenticatedAt: now, LastSeenAt: now, ExpiresAt: now.Add(time.Hour)}
	_, event := someone(audit.SignedIn)
	event.ID = created.ID // taken, so that the event cannot be written
	if _, err := s.StartSession(t.Context(), row, event); err == nil {
		t.Fatal("the event was written twice")
	}
	if _, ok, err := s.SessionByToken(t.Context(), row.TokenHash, now); ok || err != nil {
		t.Errorf("a session without its event: %v, %v", ok, err)
	}
}

func TestASecondPersonWithAnAddressIsRefused(t *testing.T) {
	s := open(t, testdb.New(t).AppURL)
	for i := range 2 {
		p, e := someone(audit.PersonCreated)
		err := s.CreatePerson(t.Context(), p, "ada@example.com", "-", e)
		if refused := store.Violates(err, store.PersonEmail); refused != (i == 1) || err != nil && !refused {
			t.Errorf("person %d: %v", i, err)
		}
	}
}

func TestADataPlaneNodeSeesNoPeople(t *testing.T) {
	s := open(t, testdb.New(t).DataURL)
	_, _, byEmail := s.PersonByEmail(t.Context(), "ada@example.com")
	_, _, byToken := s.SessionByToken(t.Context(), make([]byte, 32), time.Now())
	if byEmail == nil || byToken == nil || errors.Is(byEmail, store.ErrUnavailable) {
		t.Errorf("%v, %v", byEmail, byToken)
	}
}
