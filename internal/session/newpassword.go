package session

import (
	"context"
	"net/netip"
	"strings"
	"unicode/utf8"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
)

// The lengths of a new password, in characters.
const (
	ShortestPassword = 12
	longestPassword  = 200
)

// What is wrong with a new password.
var (
	ErrPasswordTooShort = fault.New(fault.Invalid, "PASSWORD_TOO_SHORT", "A password has at least 12 characters. Several words are easy to remember and hard to guess.")
	ErrPasswordTooLong  = fault.New(fault.Invalid, "PASSWORD_TOO_LONG", "A password has at most 200 characters.")
	ErrPasswordAddress  = fault.New(fault.Invalid, "PASSWORD_IS_ADDRESS", "Your e-mail address is the first thing that somebody else would try. Choose another password.")
)

// checkPassword returns what is wrong with a new password of somebody with an address.
func checkPassword(password Password, email string) error {
	typed := password.normal()
	local, _, _ := strings.Cut(text.Fold(email), "@")
	switch n := utf8.RuneCountInString(typed); {
	case n < ShortestPassword:
		return ErrPasswordTooShort
	case n > longestPassword:
		return ErrPasswordTooLong
	}
	if folded := strings.TrimSpace(text.Fold(typed)); folded == text.Fold(email) || folded == local {
		return ErrPasswordAddress
	}
	return nil
}

// RequestPasswordReset mails a link to choose a new password. Whether anybody has the
// address is found out when the mail is sent: what happens here is the same for all.
func (s *Service) RequestPasswordReset(ctx context.Context, email string, from netip.Addr) error {
	if err := s.RequireMail(); err != nil {
		return err
	}
	address, key, err := ParseEmail(email)
	if err != nil {
		return on("email", err)
	}
	if err := s.limitMail(s.askers, neighbourhood(from), store.MailPasswordReset, key); err != nil {
		return err
	}
	now := s.now()
	if err := s.store.Enqueue(ctx, store.Mail{Kind: store.MailPasswordReset, Recipient: address, CreatedAt: now, ExpiresAt: now.Add(ResetFor)}); err != nil {
		return err
	}
	s.Mailed()
	return nil
}

// ResetPassword gives the person whose link it is a new password, and ends all of their
// sessions. It signs nobody in.
func (s *Service) ResetPassword(ctx context.Context, t Token, password Password, from netip.Addr) error {
	if t.IsZero() {
		return errLinkOver
	}
	r, ok, err := s.store.PasswordResetOf(ctx, t.hash())
	switch {
	case err != nil:
		return err
	case !ok || !s.now().Before(r.ExpiresAt):
		return errLinkOver
	}
	if err := checkPassword(password, r.Person.Email); err != nil {
		return on("password", err)
	}
	hash, err := s.passwords.hash(ctx, password)
	if err != nil {
		return err
	}
	ok, err = s.store.SetPassword(ctx, store.NewPassword{
		Person: r.Person.ID, Hash: hash, Reset: r.ID, Mail: s.changed(r.Person), Event: s.event(audit.PasswordReset, r.Person, from),
	})
	if err == nil && !ok {
		err = errLinkOver
	}
	if err == nil {
		s.Mailed()
	}
	return err
}

// changed is the mail that tells a person that their password was changed.
func (s *Service) changed(p store.Person) *store.Mail {
	if s.mailing.Sender == nil {
		return nil
	}
	now := s.now()
	return &store.Mail{Kind: store.MailPasswordChanged, Recipient: p.Email, CreatedAt: now, ExpiresAt: now.Add(SignUpFor)}
}

// ChangePassword is a new password for somebody who is signed in.
type ChangePassword struct {
	Current Password
	New     Password
	Address netip.Addr
}

// ChangePassword changes the password when the current one is right, and ends all other
// sessions of the person; this one gets another token. That it is a recent one is not
// prolonged: who has a second factor has not given it here.
func (s *Service) ChangePassword(ctx context.Context, signed Signed, t Token, in ChangePassword) (Token, Signed, error) {
	p := signed.person
	if err := checkPassword(in.New, p.Email); err != nil {
		return Token{}, Signed{}, on("newPassword", err)
	}
	if err := s.confirm(ctx, p, in.Current, in.Address); err != nil {
		return Token{}, Signed{}, wrongCurrent(err)
	}
	hash, err := s.passwords.hash(ctx, in.New)
	if err != nil {
		return Token{}, Signed{}, err
	}
	token := newToken()
	ok, err := s.store.SetPassword(ctx, store.NewPassword{
		Person: p.ID, Hash: hash, Keep: t.hash(), Next: token.hash(), Mail: s.changed(p), Event: s.event(audit.PasswordChanged, p, in.Address),
	})
	switch {
	case err != nil:
		return Token{}, Signed{}, err
	case !ok:
		return Token{}, Signed{}, errSessionOver
	}
	s.Mailed()
	signed, _, err = s.Lookup(ctx, token)
	return token, signed, err
}

// wrongCurrent says which of two passwords is wrong.
func wrongCurrent(err error) error {
	if f, ok := fault.As(err); ok && f.Code == ErrWrongPassword.Code {
		return f.On("currentPassword")
	}
	return err
}
