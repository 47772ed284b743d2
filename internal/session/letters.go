package session

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/mail"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// compose writes a mail. The token in it is made here and now, and only its hash is
// kept: neither what waits in PostgreSQL nor a copy of it opens anything. So a
// further attempt has another link, and the last one that was sent is the one that works.
// ok is false when there is nothing to send (any more).
func (s *Service) compose(ctx context.Context, m store.Mail) (message mail.Message, ok bool, err error) {
	if !s.now().Before(m.ExpiresAt) {
		return mail.Message{}, false, nil
	}
	switch m.Kind {
	case store.MailInvitation:
		return s.invitationMail(ctx, m)
	case store.MailSignUp:
		return s.signUpMail(ctx, m)
	case store.MailPasswordReset:
		return s.resetMail(ctx, m)
	case store.MailPasswordChanged:
		return mail.Message{To: m.Recipient, Subject: "Your password was changed", Text: fmt.Sprintf(
			"The password of %s was changed on %s, and all other sessions were ended.\n\n"+
				"If that was not you, choose a new password at once: %s\n",
			m.Recipient, day(m.CreatedAt), s.mailing.Site.JoinPath(pageReset))}, true, nil
	case store.MailEmailChange:
		return s.emailChangeMail(ctx, m)
	case store.MailEmailChangeAsked:
		return s.emailChangeAskedMail(ctx, m)
	case store.MailEmailChanged:
		return mail.Message{To: m.Recipient, Subject: "Your e-mail address was changed", Text: fmt.Sprintf(
			"The account of %s was given another e-mail address on %s. This one signs in no more, and no mail for the account comes here any more.\n\n"+
				"If that was not you, tell whoever runs this Latchkey at once: they can give the account its address back. It is at %s\n",
			m.Recipient, day(m.CreatedAt), s.mailing.Site)}, true, nil
	}
	return mail.Message{}, false, nil
}

// mailer is Latchkey itself, in the workspace of an invitation.
func mailer(within uuid.UUID) caller.Caller { return caller.OfSystem(within, "mail") }

func (s *Service) invitationMail(ctx context.Context, m store.Mail) (message mail.Message, ok bool, err error) {
	link, hash := s.NewInvitationLink()
	var i workspace.Invitation
	var w workspace.Workspace
	err = s.store.InWorkspace(ctx, mailer(m.Within), func(ctx context.Context, tx *store.Tx) error {
		if i, ok, err = tx.Invitation(ctx, m.About); err != nil || !ok {
			return err
		}
		if w, ok, err = tx.Workspace(ctx); err != nil || !ok {
			return err
		}
		return tx.LinkInvitation(ctx, i.ID, hash)
	})
	if err != nil || !ok {
		return mail.Message{}, false, err
	}
	return mail.Message{To: m.Recipient, Subject: fmt.Sprintf("You are invited to %s", w.Name), Text: fmt.Sprintf(
		"%s invites you to the workspace %s, as %s.\n\nAccept it here, until %s:\n\n%s\n\n"+
			"The link works once, and for %s only. If you do not know what this is about, do nothing.\n",
		i.InvitedBy.Label, w.Name, i.Role, day(i.ExpiresAt), link.Reveal(), m.Recipient)}, true, nil
}

// sent notes what people are shown of a mail that was sent.
func (s *Service) sent(ctx context.Context, m store.Mail) error {
	if m.Kind != store.MailInvitation {
		return nil
	}
	return s.store.InWorkspace(ctx, mailer(m.Within), func(ctx context.Context, tx *store.Tx) error {
		return tx.InvitationSent(ctx, m.About, s.now())
	})
}

// signUpMail asks whoever has the address to confirm a sign-up. Somebody who is a person
// already learns that, and nobody else does.
func (s *Service) signUpMail(ctx context.Context, m store.Mail) (mail.Message, bool, error) {
	u, ok, err := s.store.SignUp(ctx, m.About)
	if err != nil || !ok {
		return mail.Message{}, false, err
	}
	known, _, err := s.store.PersonByEmail(ctx, u.EmailKey)
	switch {
	case err != nil:
		return mail.Message{}, false, err
	case known.ID != uuid.Nil:
		return mail.Message{To: m.Recipient, Subject: "You have an account already", Text: fmt.Sprintf(
			"Somebody, perhaps you, wanted to sign up as %s. You have an account already: sign in with it, or choose a new password here:\n\n%s\n\n"+
				"If that was not you, do nothing.\n", m.Recipient, s.mailing.Site.JoinPath(pageReset))}, true, nil
	}
	token := newToken()
	if err := s.store.LinkSignUp(ctx, u.ID, token.hash()); err != nil {
		return mail.Message{}, false, err
	}
	return mail.Message{To: m.Recipient, Subject: "Confirm your e-mail address", Text: fmt.Sprintf(
		"Somebody, perhaps you, wants to sign up as %s.\n\nConfirm it here, until %s, with the password that you chose:\n\n%s\n\n"+
			"If that was not you, do nothing.\n", m.Recipient, day(u.ExpiresAt), s.linkTo(pageSignUp, token).Reveal())}, true, nil
}

// resetMail goes to the people there are; for others there is nothing to send.
func (s *Service) resetMail(ctx context.Context, m store.Mail) (mail.Message, bool, error) {
	key := emailKey(m.Recipient)
	p, _, err := s.store.PersonByEmail(ctx, key)
	if err != nil || p.ID == uuid.Nil {
		return mail.Message{}, false, err
	}
	token, now := newToken(), s.now()
	r := store.PasswordReset{ID: uuid.New(), Person: p, EmailKey: key, ExpiresAt: now.Add(ResetFor)}
	if err := s.store.AddPasswordReset(ctx, r, token.hash(), now); err != nil {
		return mail.Message{}, false, err
	}
	return mail.Message{To: p.Email, Subject: "Choose a new password", Text: fmt.Sprintf(
		"Somebody, perhaps you, wants to choose a new password for %s.\n\nDo it here, within an hour:\n\n%s\n\n"+
			"The link works once. If that was not you, do nothing: your password stays as it is.\n", p.Email, s.linkTo(pageReset, token).Reveal())}, true, nil
}

// day is a time as a mail says it.
func day(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }
