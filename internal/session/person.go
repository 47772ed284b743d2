package session

import (
	"context"
	"net/mail"
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/google/uuid"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

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
// is for the operator's command line: there is no sign-up.
func (s *Service) CreatePerson(ctx context.Context, email, name string, password Password) (store.Person, error) {
	p := store.Person{ID: uuid.New(), Email: strings.TrimSpace(email), Name: strings.TrimSpace(name)}
	var wrong fault.Fields
	if parsed, err := mail.ParseAddress(p.Email); err != nil || parsed.Address != p.Email || emailKey(p.Email) == "" {
		wrong.Add(ErrEmailInvalid.On("email"))
	}
	if n := utf8.RuneCountInString(p.Name); n < 1 || n > 100 || !text.OneLine(p.Name) {
		wrong.Add(ErrPersonName.On("name"))
	}
	if err := wrong.Err(); err != nil {
		return store.Person{}, err
	}
	hash, err := s.passwords.hash(ctx, password)
	if err != nil {
		return store.Person{}, on("password", err)
	}
	event := s.event(audit.PersonCreated, p, netip.Addr{})
	event.Actor = caller.Actor{Kind: caller.Operator, Label: "command line"}
	event.After = audit.Values{{Name: "email", Text: audit.Text(p.Email)}, {Name: "name", Text: audit.Text(p.Name)}}
	err = s.store.CreatePerson(ctx, p, emailKey(p.Email), hash, event)
	if store.Violates(err, store.PersonEmail) {
		return store.Person{}, ErrEmailTaken.On("email")
	}
	return p, err
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
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(strings.TrimSpace(email))))
}
