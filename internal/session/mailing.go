package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/mail"
	"latchkey/internal/store"
)

// Sender sends mails: a server, or in development the terminal.
type Sender interface {
	Send(ctx context.Context, m mail.Message) error
}

// Mailing is how mails are sent; the zero value sends none.
type Mailing struct {
	Sender Sender
	Site   *url.URL // what links begin with; needed with a Sender, and with ShowLinks
	// ShowLinks shows whoever invites somebody the link, when no mail is sent. Then
	// nothing proves that an address is its owner's.
	ShowLinks bool
	// Failed, unless it is nil, is told what could not be sent; again says whether it is tried again. The
	// error holds no link.
	Failed func(m store.Mail, err error, again bool)
}

// How long what a mail offers can be taken up.
const (
	InvitationFor = 7 * 24 * time.Hour
	SignUpFor     = 24 * time.Hour
	ResetFor      = time.Hour

	EmailChangeFor = 24 * time.Hour
)

// errNoMail is told where an installation sends no mail.
var errNoMail = fault.New(fault.Conflict, "MAIL_NOT_CONFIGURED",
	"This installation sends no mail. Ask whoever runs it to name a mail server.")

// RequireMail returns the fault for what needs mail where none is sent.
func (s *Service) RequireMail() error {
	if s.mailing.Sender == nil {
		return errNoMail
	}
	return nil
}

// ShowsLinks reports whether links of invitations are shown instead of mailed.
func (s *Service) ShowsLinks() bool { return s.mailing.Sender == nil && s.mailing.ShowLinks }

// Link is an address that lets whoever follows it in. It prints as "[link]" everywhere;
// the zero Link is none.
type Link struct{ text *string }

// Reveal returns the link in full, for the one answer or mail that hands it over.
func (l Link) Reveal() string { return *l.text }

// IsZero reports whether there is no link.
func (l Link) IsZero() bool { return l.text == nil }

// Format writes the redacted form under every verb.
func (Link) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[link]") }

// MarshalText returns the redacted form.
func (Link) MarshalText() ([]byte, error) { return []byte("[link]"), nil }

// The pages of the dashboard that links lead to.
const (
	pageInvitation = "invitation"
	pageSignUp     = "confirm-sign-up"
	pageReset      = "reset-password"
	pageEmail      = "confirm-email"
)

// linkTo leads to a page. The token is in the fragment, which browsers send to nobody:
// no server's log and no Referer header has it.
func (s *Service) linkTo(page string, t Token) Link {
	at := s.mailing.Site.JoinPath(page)
	at.Fragment = *t.text
	text := at.String()
	return Link{&text}
}

// NewInvitationLink makes a link to an invitation, and the hash to keep of it.
func (s *Service) NewInvitationLink() (Link, []byte) {
	t := newToken()
	return s.linkTo(pageInvitation, t), t.hash()
}

// LimitInvitation uses up one of the invitations that a person may have mailed, and one
// of those to the recipient.
func (s *Service) LimitInvitation(by uuid.UUID, to string) error {
	return s.limitMail(s.inviters, by.String(), store.MailInvitation, to)
}

// limitMail uses up one of the mails that somebody may have sent, and one of this kind to
// the recipient, so that nobody's mailbox is filled by others. Who has asked too often
// uses nothing up of the recipient's, and mails of one kind nothing of another's: nobody
// keeps somebody from a new password by having them mailed something else, or nothing.
func (s *Service) limitMail(asking *limiter, by string, kind store.MailKind, to string) error {
	now := s.now()
	wait := asking.take(by, now)
	if wait == 0 {
		wait = s.recipients.take(string(kind)+" "+to, now)
	}
	return limited(wait, "Too many mails were asked for.")
}

// Mailed tells the sender that there is something to send.
func (s *Service) Mailed() {
	select {
	case s.waiting <- struct{}{}:
	default: // it has been told
	}
}

// lookEvery is how often the sender looks for mails of other processes, and for
// those to try again.
const lookEvery = 5 * time.Second

// RunMail sends what waits until ctx ends. A mail that is being sent then is sent.
func (s *Service) RunMail(ctx context.Context) {
	if s.mailing.Sender == nil {
		return
	}
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		if _, err := s.SendMail(ctx); err != nil && ctx.Err() == nil {
			s.mailing.Failed(store.Mail{}, err, true)
		}
		select {
		case <-ctx.Done():
			return
		case <-s.waiting:
		case <-tick.C:
		}
	}
}

// SendMail sends all that is due now, and returns how many mails were sent.
func (s *Service) SendMail(ctx context.Context) (sent int, err error) {
	for ctx.Err() == nil {
		m, ok, err := s.store.TakeMail(ctx, s.now(), func(attempts int) time.Time { return s.now().Add(backoff(attempts)) })
		if err != nil || !ok {
			return sent, err
		}
		done, err := s.deliver(context.WithoutCancel(ctx), m)
		if err != nil {
			s.mailing.Failed(m, err, !errors.Is(err, mail.ErrRefused))
		}
		if done {
			sent++
		}
	}
	return sent, nil
}

// backoff is how long after an attempt the next one comes.
func backoff(attempts int) time.Duration {
	return min(time.Minute<<min(attempts-1, 6), time.Hour)
}

// deliver makes an attempt to send a mail. What was sent, is refused for good or has
// lost its sense goes from the outbox.
func (s *Service) deliver(ctx context.Context, m store.Mail) (sent bool, err error) {
	message, ok, err := s.compose(ctx, m)
	if err != nil {
		return false, err
	}
	if ok {
		err = s.mailing.Sender.Send(ctx, message)
		sent = err == nil
	}
	if sent {
		err = s.sent(ctx, m)
	}
	if sent || !ok || errors.Is(err, mail.ErrRefused) {
		err = errors.Join(err, s.store.DropMail(ctx, m.ID))
	}
	return sent, err
}
