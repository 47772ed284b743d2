package main

import (
	"errors"
	"net/url"
	"os"

	"github.com/rs/zerolog"

	"latchkey/internal/mail"
	"latchkey/internal/session"
	"latchkey/internal/store"
)

// mailing is how people without a session are reached, and may come in.
type mailing struct {
	SMTPURL   string `name:"smtp-url" env:"LATCHKEY_SMTP_URL" placeholder:"URL" help:"The mail server: smtp://user:password@host:port, which must offer STARTTLS unless it is on this machine, or smtps://."`
	MailFrom  string `env:"LATCHKEY_MAIL_FROM" placeholder:"ADDRESS" help:"The sender of mails, such as Latchkey <latchkey@example.com>."`
	SignUp    bool   `env:"LATCHKEY_SIGN_UP" help:"Let anybody with an e-mail address sign up. It needs --smtp-url."`
	ShowLinks bool   `name:"show-invitation-links" env:"LATCHKEY_SHOW_INVITATION_LINKS" help:"Where no mail is sent, show whoever invites somebody the link, to be handed over. Then nothing proves whose an address is."`
}

// of is how mails are sent; printed writes them down where no server is named, and nil
// sends none then. site is what links begin with; nil when nobody has said.
func (m mailing) of(site *url.URL, printed *mail.Printer, log zerolog.Logger) (out session.Mailing, err error) {
	out.Site = site
	out.ShowLinks = m.ShowLinks
	out.Failed = func(of store.Mail, err error, again bool) {
		log.Warn().Err(err).Str("kind", string(of.Kind)).Int("attempts", of.Attempts).Bool("again", again).Msg("a mail was not sent")
	}
	switch {
	case m.SMTPURL != "" && (m.MailFrom == "" || out.Site == nil):
		return out, errors.New("--smtp-url needs --mail-from, who mails come from, and --public-url, what their links begin with")
	case m.SMTPURL != "":
		out.Sender, err = mail.NewSMTP(m.SMTPURL, m.MailFrom, nil)
		return out, err
	case printed != nil:
		out.Sender = printed
	case m.SignUp:
		return out, errors.New("--sign-up needs --smtp-url: the address of whoever signs up is confirmed by mail")
	case m.ShowLinks && out.Site == nil:
		return out, errors.New("--show-invitation-links needs --public-url, what the links begin with")
	}
	return out, nil
}

// terminal prints the mails of dev, for whoever runs it.
func terminal() *mail.Printer { return mail.NewPrinter(os.Stderr) }
