package session

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"latchkey/internal/mail"
	"latchkey/internal/store"
)

// emailChangeMail asks whoever has the new address to confirm it. Somebody who has an
// account with it learns that, and nobody else does.
func (s *Service) emailChangeMail(ctx context.Context, m store.Mail) (mail.Message, bool, error) {
	c, ok, err := s.store.EmailChange(ctx, m.About)
	if err != nil || !ok {
		return mail.Message{}, false, err
	}
	known, _, err := s.store.PersonByEmail(ctx, c.EmailKey)
	switch {
	case err != nil:
		return mail.Message{}, false, err
	case known.ID != uuid.Nil && known.ID != c.Person:
		return mail.Message{To: m.Recipient, Subject: "You have an account already", Text: fmt.Sprintf(
			"Somebody, perhaps you, wanted to make %s the e-mail address of another account. It is the address of yours, and stays that.\n\n"+
				"To use it for the other account, change the address of this one first. If that was not you, do nothing.\n", m.Recipient)}, true, nil
	}
	token := newToken()
	if err := s.store.LinkEmailChange(ctx, c.ID, token.hash()); err != nil {
		return mail.Message{}, false, err
	}
	return mail.Message{To: m.Recipient, Subject: "Confirm your new e-mail address", Text: fmt.Sprintf(
		"Somebody, perhaps you, wants to sign in as %s from now on.\n\nConfirm it here, until %s, signed in to the account:\n\n%s\n\n"+
			"The link works once. If that was not you, do nothing.\n", m.Recipient, day(c.ExpiresAt), s.linkTo(pageEmail, token).Reveal())}, true, nil
}

// emailChangeAskedMail tells the old address while the change can still be kept from happening.
func (s *Service) emailChangeAskedMail(ctx context.Context, m store.Mail) (mail.Message, bool, error) {
	c, ok, err := s.store.EmailChange(ctx, m.About)
	if err != nil || !ok {
		return mail.Message{}, false, err
	}
	return mail.Message{To: m.Recipient, Subject: "Your e-mail address is to be changed", Text: fmt.Sprintf(
		"Somebody who is signed in to your account, perhaps you, wants to change its e-mail address from %s to %s. "+
			"It is changed when the link that was mailed there is followed.\n\n"+
			"If that was not you, choose a new password at once, which keeps the address and ends all other sessions: %s\n",
		m.Recipient, c.Email, s.mailing.Site.JoinPath(pageReset))}, true, nil
}
