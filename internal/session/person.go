package session

import (
	"context"
	"net/mail"
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
)

// longestEmail is the most bytes that an e-mail address has.
const longestEmail = 254

// What is wrong with a new person.
var (
	ErrEmailInvalid = fault.New(fault.Invalid, "EMAIL_INVALID", "Write the e-mail address as name@example.com.")
	ErrEmailTaken   = fault.New(fault.Conflict, "EMAIL_TAKEN", "There is already a person with this e-mail address.")
	ErrPersonName   = fault.New(fault.Invalid, "NAME_INVALID", "A person's name is one line of 1 to 100 characters.")
)

// CreatePerson adds someone who may sign in, and belongs to no workspace yet. It
// is for the operator's command line, which vouches for the address.
func (s *Service) CreatePerson(ctx context.Context, email, name string, password Password) (store.Person, error) {
	p, hash, err := s.newPerson(ctx, email, name, password)
	if err != nil {
		return store.Person{}, err
	}
	event := s.created(audit.PersonCreated, p, netip.Addr{})
	event.Actor = caller.Actor{Kind: caller.Operator, Label: "command line"}
	err = s.store.CreatePerson(ctx, p, emailKey(p.Email), hash, event)
	if store.Violates(err, store.PersonEmail) {
		return store.Person{}, ErrEmailTaken.On("email")
	}
	return p, err
}

// newPerson is a new person, and the hash of their password.
func (s *Service) newPerson(ctx context.Context, email, name string, password Password) (p store.Person, hash string, err error) {
	if p, err = checkPerson(email, name, password); err != nil {
		return store.Person{}, "", err
	}
	hash, err = s.passwords.hash(ctx, password)
	return p, hash, err
}

// checkPerson checks what a new person is to be called and to sign in with, and reports
// all of it that is wrong.
func checkPerson(email, name string, password Password) (p store.Person, err error) {
	var wrong fault.Fields
	p = store.Person{ID: uuid.New()}
	p.Email, _, err = ParseEmail(email)
	wrong.Add(on("email", err))
	p.Name, err = checkName(name)
	wrong.Add(err)
	wrong.Add(on("password", checkPassword(password, p.Email)))
	return p, wrong.Err()
}

// created is the event of a new person.
func (s *Service) created(action audit.Action, p store.Person, from netip.Addr) audit.Event {
	e := s.event(action, p, from)
	e.After = audit.Values{{Name: "email", Text: audit.Text(p.Email)}, {Name: "name", Text: audit.Text(p.Name)}}
	return e
}

// ParseEmail reads an e-mail address. key is what addresses are compared by.
func ParseEmail(given string) (address, key string, err error) {
	address = strings.TrimSpace(given)
	key = emailKey(address)
	if parsed, err := mail.ParseAddress(address); err != nil || parsed.Address != address || key == "" || len(address) < 3 {
		return "", "", ErrEmailInvalid
	}
	return address, key, nil
}

// on names the field that a fault is about.
func on(field string, err error) error {
	if f, ok := fault.As(err); ok {
		return f.On(field)
	}
	return err
}

// emailKey is what addresses are compared by. It is "", which nobody has, for
// what cannot be one.
func emailKey(email string) string {
	if len(email) > longestEmail || !utf8.ValidString(email) || strings.ContainsFunc(email, unicode.IsControl) {
		return ""
	}
	return text.Fold(strings.TrimSpace(email))
}
