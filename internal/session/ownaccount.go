package session

import (
	"context"
	"fmt"
	"net/netip"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
)

// What stands against changing what one is called, and one's address.
var (
	errEmailUnchanged = fault.New(fault.Invalid, "EMAIL_UNCHANGED", "This is your e-mail address already.").On("email")
	errChangeOver     = fault.New(fault.Conflict, "LINK_OVER",
		"This link has been used, was replaced by a newer one, or its time is over; or it is for another account than yours. "+
			"Sign in with the account whose address you change, and follow the link again, or ask for another one.").On("token")
)

// Rename changes what somebody is called, when version is the one of their name and
// address that there is.
func (s *Service) Rename(ctx context.Context, signed Signed, version int, name string, from netip.Addr) (Signed, error) {
	name, err := checkName(name)
	if err != nil {
		return Signed{}, err
	}
	current, err := s.store.RenamePerson(ctx, signed.person.ID, version, name, func(old string) audit.Event {
		e := s.event(audit.PersonRenamed, signed.person, from)
		e.Before = audit.Values{{Name: "name", Text: audit.Text(old)}}
		e.After = audit.Values{{Name: "name", Text: audit.Text(name)}}
		return e
	})
	switch {
	case err != nil:
		return Signed{}, err
	case current != version:
		return Signed{}, fault.New(fault.Conflict, "CONFLICT", fmt.Sprintf(
			"Your account is at version %d now, and your edit started from version %d. Load it again and repeat your edit.", current, version)).On("expectedVersion")
	}
	signed.person.Name, signed.person.Version = name, version+1
	return signed, nil
}

// checkName returns what somebody is to be called, or what is wrong with it.
func checkName(given string) (name string, err error) {
	name = strings.TrimSpace(given)
	if n := utf8.RuneCountInString(name); n < 1 || n > 100 || !text.OneLine(name) {
		return "", ErrPersonName.On("name")
	}
	return name, nil
}

// AskEmailChange mails a link to the address that somebody wants, and tells the one
// that they have. Whether somebody else has it is told by the mail alone: all that
// happens here is the same.
func (s *Service) AskEmailChange(ctx context.Context, signed Signed, email string, from netip.Addr) error {
	if err := signed.RequireRecent(); err != nil {
		return err
	}
	if err := s.RequireMail(); err != nil {
		return err
	}
	p := signed.person
	address, key, err := ParseEmail(email)
	switch {
	case err != nil:
		return fault.On(err, "email")
	case address == p.Email:
		return errEmailUnchanged
	}
	if err := s.limitMail(s.changes, p.ID.String(), store.MailEmailChange, key); err != nil {
		return err
	}
	now := s.now()
	c := store.EmailChange{ID: uuid.New(), Person: p.ID, Email: address, EmailKey: key, CreatedAt: now, ExpiresAt: now.Add(EmailChangeFor)}
	e := s.event(audit.EmailChangeAsked, p, from)
	e.After = audit.Values{{Name: "email", Text: audit.Text(address)}}
	err = s.store.AskEmailChange(ctx, c, e,
		store.Mail{Kind: store.MailEmailChange, Recipient: address, About: c.ID, CreatedAt: now, ExpiresAt: c.ExpiresAt},
		store.Mail{Kind: store.MailEmailChangeAsked, Recipient: p.Email, About: c.ID, CreatedAt: now, ExpiresAt: c.ExpiresAt})
	if err != nil {
		return err
	}
	s.Mailed()
	return nil
}

// EmailChange returns the change of somebody's address that waits for the link to be
// followed; ok is false when none does.
func (s *Service) EmailChange(ctx context.Context, signed Signed) (c store.EmailChange, ok bool, err error) {
	c, ok, err = s.store.EmailChangeOf(ctx, signed.person.ID)
	return c, ok && s.now().Before(c.ExpiresAt), err
}

// CancelEmailChange ends it. That there is none is no error.
func (s *Service) CancelEmailChange(ctx context.Context, signed Signed, from netip.Addr) error {
	return s.store.CancelEmailChange(ctx, signed.person.ID, s.event(audit.EmailChangeCancelled, signed.person, from))
}

// ConfirmEmailChange gives somebody the address that the link went to. It takes the person
// who asked, signed in: an address that was mistyped must not give the account to whoever has it.
func (s *Service) ConfirmEmailChange(ctx context.Context, signed Signed, t Token, from netip.Addr) (Signed, error) {
	if t.IsZero() {
		return Signed{}, errChangeOver
	}
	c, ok, err := s.store.EmailChangeBy(ctx, t.hash())
	switch {
	case err != nil:
		return Signed{}, err
	case !ok || c.Person != signed.person.ID || !s.now().Before(c.ExpiresAt):
		return Signed{}, errChangeOver
	}
	e := s.event(audit.EmailChanged, signed.person, from)
	ok, err = s.store.ConfirmEmailChange(ctx, c, s.emailChanged(c.Email, e))
	switch {
	case store.Violates(err, store.PersonEmail), err == nil && !ok: // somebody has it meanwhile
		return Signed{}, errChangeOver
	case err != nil:
		return Signed{}, err
	}
	s.Mailed()
	signed.person.Email = c.Email
	signed.person.Version++
	return signed, nil
}

// emailChanged tells the old address, and the audit, of the new one.
func (s *Service) emailChanged(email string, e audit.Event) func(old string) (*store.Mail, audit.Event) {
	return func(old string) (*store.Mail, audit.Event) {
		e.Before = audit.Values{{Name: "email", Text: audit.Text(old)}}
		e.After = audit.Values{{Name: "email", Text: audit.Text(email)}}
		if s.mailing.Sender == nil {
			return nil, e
		}
		now := s.now()
		return &store.Mail{Kind: store.MailEmailChanged, Recipient: old, CreatedAt: now, ExpiresAt: now.Add(EmailChangeFor)}, e
	}
}

// SetEmail gives a person another address. It is for the operator's command line, which
// vouches for it: where no mail is sent, and for who has lost their account to somebody.
func (s *Service) SetEmail(ctx context.Context, email, wanted string) (old string, err error) {
	address, key, err := ParseEmail(wanted)
	if err != nil {
		return "", err
	}
	p, _, err := s.store.PersonByEmail(ctx, emailKey(email))
	switch {
	case err != nil:
		return "", err
	case p.ID == uuid.Nil:
		return "", ErrNobody
	}
	e := s.event(audit.EmailChanged, p, netip.Addr{})
	e.Actor = caller.Actor{Kind: caller.Operator, Label: "command line"}
	err = s.store.SetEmail(ctx, store.EmailChange{Person: p.ID, Email: address, EmailKey: key}, s.emailChanged(address, e))
	if store.Violates(err, store.PersonEmail) {
		err = ErrEmailTaken
	}
	return p.Email, err
}
