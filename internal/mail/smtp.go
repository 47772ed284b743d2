package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/url"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// patience is how long a message may take.
const patience = 15 * time.Second

// SMTP sends by a mail server.
type SMTP struct {
	host    string
	from    *mail.Address
	options []gomail.Option
	dial    gomail.DialContextFunc
}

// NewSMTP reads smtp://user:password@host:port, or smtps:// for a server that speaks
// TLS from the first byte. from is the sender, as name@example.com or
// Latchkey <name@example.com>. The password appears in no error.
func NewSMTP(server, from string, trust *tls.Config) (*SMTP, error) {
	u, err := url.Parse(server)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" || u.Path != "" && u.Path != "/" || u.RawQuery != "" {
		return nil, errors.New("the mail server is written as smtp://user:password@host:port, or smtps://")
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, fmt.Errorf("the sender of mails is written as latchkey@example.com, or Latchkey <latchkey@example.com>: %w", err)
	}
	options, err := optionsOf(u, trust)
	if err != nil {
		return nil, err
	}
	return &SMTP{u.Hostname(), sender, options, new(net.Dialer).DialContext}, nil
}

func optionsOf(u *url.URL, trust *tls.Config) ([]gomail.Option, error) {
	port, policy := 587, gomail.TLSMandatory
	if loopback(u.Hostname()) {
		policy = gomail.TLSOpportunistic
	}
	if u.Scheme == "smtps" {
		port = 465
	}
	if text := u.Port(); text != "" {
		n, err := strconv.ParseUint(text, 10, 16)
		if err != nil || n == 0 {
			return nil, errors.New("the mail server's port is not a number from 1 to 65535")
		}
		port = int(n)
	}
	options := []gomail.Option{gomail.WithPort(port), gomail.WithTLSPolicy(policy), gomail.WithTimeout(patience), gomail.WithoutNoop()}
	if u.Scheme == "smtps" {
		options = append(options, gomail.WithSSL())
	}
	if trust != nil {
		options = append(options, gomail.WithTLSConfig(trust))
	}
	if password, given := u.User.Password(); given {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(u.User.Username()), gomail.WithPassword(password))
	}
	return options, nil
}

// loopback reports whether a host is this machine, so that nobody is on the way.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}

// Send sends a message. An error that is ErrRefused will be the same the next time.
func (s *SMTP) Send(ctx context.Context, m Message) error {
	if err := m.check(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	written, err := s.write(m)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	client, err := s.client(ctx)
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, written)
	var failed *gomail.SendError
	if errors.As(err, &failed) && !failed.IsTemp() && failed.ErrorCode() >= 500 {
		return fmt.Errorf("%w: %w", ErrRefused, err)
	}
	if err != nil {
		return fmt.Errorf("sending a mail: %w", err)
	}
	return nil
}

// Greet says hello to the server, over TLS and signed in as Send is, and sends nothing.
func (s *SMTP) Greet(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	client, err := s.client(ctx)
	if err != nil {
		return err
	}
	if err := client.DialWithContext(ctx); err != nil {
		return fmt.Errorf("greeting the mail server: %w", err)
	}
	return client.Close()
}

// client is good for one connection, which ends with ctx.
func (s *SMTP) client(ctx context.Context) (*gomail.Client, error) {
	client, err := gomail.NewClient(s.host, append(s.options[:len(s.options):len(s.options)], gomail.WithDialContextFunc(s.until(ctx)))...)
	if err != nil {
		return nil, fmt.Errorf("preparing to speak with the mail server: %w", err)
	}
	return client, nil
}

// until dials connections that end with ctx, whatever is waited for on them: the library
// looks at a context only before it begins.
func (s *SMTP) until(ctx context.Context) gomail.DialContextFunc {
	return func(dialing context.Context, network, address string) (net.Conn, error) {
		conn, err := s.dial(dialing, network, address)
		if err != nil {
			return nil, err
		}
		context.AfterFunc(ctx, func() { _ = conn.Close() }) // what it was for is over
		return conn, nil
	}
}

func (s *SMTP) write(m Message) (*gomail.Msg, error) {
	written := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	written.FromMailAddress(s.from)
	if err := written.To(m.To); err != nil {
		return nil, err
	}
	written.Subject(m.Subject)
	written.SetDate()
	written.SetMessageID()
	// Replies of machines, such as "out of office", are not wanted.
	written.SetGenHeader("Auto-Submitted", "auto-generated")
	written.SetBodyString(gomail.TypeTextPlain, m.Text)
	return written, nil
}
