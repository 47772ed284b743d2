package session

import (
	"context"
	"net/netip"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// What stands against signing up.
var (
	errSignUpOff = fault.New(fault.Conflict, "SIGN_UP_OFF",
		"Nobody signs up by themselves here. Ask a member of your workspace for an invitation.")
	errLinkOver = fault.New(fault.Conflict, "LINK_OVER",
		"This link has been used, was replaced by a newer one, or its time is over. Ask for another one.").On("token")
)

// SignsUp reports whether people may sign up by themselves.
func (s *Service) SignsUp() bool { return s.signUp && s.mailing.Sender != nil }

// SignUp is the wish to become a person.
type SignUp struct {
	Email    string
	Name     string
	Password Password
	Address  netip.Addr
}

// SignUp mails a link that confirms the address. Whether somebody has it already is
// told by the mail alone: all that happens here is the same, argon2id included.
func (s *Service) SignUp(ctx context.Context, in SignUp) error {
	if !s.SignsUp() {
		return errSignUpOff
	}
	p, err := checkPerson(in.Email, in.Name, in.Password)
	if err != nil {
		return err
	}
	key := emailKey(p.Email)
	if err := s.limitMail(s.askers, neighbourhood(in.Address), store.MailSignUp, key); err != nil {
		return err
	}
	hash, err := s.passwords.hash(ctx, in.Password)
	if err != nil {
		return err
	}
	now := s.now()
	u := store.SignUp{ID: uuid.New(), Email: p.Email, EmailKey: key, Name: p.Name, PasswordHash: hash, CreatedAt: now, ExpiresAt: now.Add(SignUpFor)}
	err = s.store.AddSignUp(ctx, u, store.Mail{Kind: store.MailSignUp, Recipient: p.Email, About: u.ID, CreatedAt: now, ExpiresAt: u.ExpiresAt})
	if err != nil {
		return err
	}
	s.Mailed()
	return nil
}

// ConfirmSignUp is the way back by the link.
type ConfirmSignUp struct {
	Token     Token // of the link
	Password  Password
	Address   netip.Addr
	UserAgent string
	Replaces  Token
}

// ConfirmSignUp makes the person, and signs them in. It takes the password that they
// chose: anybody can sign up with anybody's address, and whoever follows such a link by
// mistake must not find themselves with an account that somebody else has the password of.
func (s *Service) ConfirmSignUp(ctx context.Context, in ConfirmSignUp) (Token, Signed, error) {
	if !s.SignsUp() {
		return Token{}, Signed{}, errSignUpOff
	}
	u, err := s.signUpOf(ctx, in.Token)
	if err != nil {
		return Token{}, Signed{}, err
	}
	near := neighbourhood(in.Address)
	if err := s.attempts.here(near, u.EmailKey, s.now()); err != nil {
		return Token{}, Signed{}, err
	}
	switch match, err := s.passwords.matches(ctx, in.Password, u.PasswordHash); {
	case err != nil:
		return Token{}, Signed{}, err
	case !match:
		return Token{}, Signed{}, errNotChosen
	}
	s.attempts.giveBack(near, u.EmailKey)
	p := store.Person{ID: uuid.New(), Email: u.Email, Name: u.Name}
	ok, err := s.store.ConfirmSignUp(ctx, u, p, s.created(audit.PersonSignedUp, p, in.Address))
	switch {
	case store.Violates(err, store.PersonEmail), err == nil && !ok:
		return Token{}, Signed{}, errLinkOver
	case err != nil:
		return Token{}, Signed{}, err
	}
	return s.start(ctx, first{person: p, at: s.now()}, SignIn{Address: in.Address, UserAgent: in.UserAgent, Replaces: in.Replaces}, true)
}

var errNotChosen = fault.New(fault.Invalid, "WRONG_PASSWORD",
	"This is not the password that was chosen when signing up. If you did not sign up, do nothing.").On("password")

func (s *Service) signUpOf(ctx context.Context, t Token) (store.SignUp, error) {
	if t.IsZero() {
		return store.SignUp{}, errLinkOver
	}
	u, ok, err := s.store.SignUpOf(ctx, t.hash())
	if err == nil && (!ok || !s.now().Before(u.ExpiresAt)) {
		err = errLinkOver
	}
	return u, err
}
