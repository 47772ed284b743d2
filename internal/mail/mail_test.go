package mail_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"math/big"
	"mime"
	"net"
	netmail "net/mail"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
	"pgregory.net/rapid"

	"latchkey/internal/mail"
)

// server is a real mail server in this process, which keeps what it takes.
type server struct {
	mu      sync.Mutex
	taken   []string
	refuse  map[string]*smtp.SMTPError // by recipient
	secured []bool                     // whether each message came over TLS
	users   []string

	addr  string
	trust *tls.Config
}

type session struct {
	*server
	conn *smtp.Conn
}

func (s *server) NewSession(c *smtp.Conn) (smtp.Session, error) { return &session{s, c}, nil }

func (*session) AuthMechanisms() []string { return []string{sasl.Plain} }

func (s *session) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, user, password string) error {
		if password != "a password" {
			return errors.New("a wrong password")
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.users = append(s.users, user)
		return nil
	}), nil
}

func (*session) Mail(string, *smtp.MailOptions) error { return nil }
func (*session) Reset()                               {}
func (*session) Logout() error                        { return nil }

func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	if e := s.refuse[to]; e != nil {
		return e
	}
	return nil
}

func (s *session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	_, secured := s.conn.TLSConnectionState()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.taken, s.secured = append(s.taken, string(text)), append(s.secured, secured)
	return err
}

// newServer offers STARTTLS when withTLS says so.
func newServer(t *testing.T, withTLS bool) *server {
	t.Helper()
	s := &server{refuse: map[string]*smtp.SMTPError{}}
	serving := smtp.NewServer(s)
	serving.AllowInsecureAuth, serving.Domain = true, "localhost"
	if withTLS {
		serving.TLSConfig, s.trust = certificate(t)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.addr = l.Addr().String()
	done := make(chan struct{})
	go func() { defer close(done); _ = serving.Serve(l) }()
	t.Cleanup(func() { _ = serving.Close(); <-done })
	return s
}

func certificate(t *testing.T) (serving, trusting *tls.Config) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"localhost", "mail.example.com"}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(parsed)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}, &tls.Config{RootCAs: pool, ServerName: "localhost"}
}

func (s *server) sender(t *testing.T, user *url.Userinfo) *mail.SMTP {
	t.Helper()
	_, port, _ := net.SplitHostPort(s.addr)
	at := url.URL{Scheme: "smtp", User: user, Host: "localhost:" + port}
	sender, err := mail.NewSMTP(at.String(), "Latchkey <latchkey@example.com>", s.trust)
	if err != nil {
		t.Fatal(err)
	}
	return sender
}

func TestAMailArrivesAsPlainText(t *testing.T) {
	s := newServer(t, false)
	body := "Zażółć gęślą jaźń.\n\nhttps://latchkey.example.com/invitation#token\n.\nA line with a dot alone is above.\n"
	err := s.sender(t, nil).Send(t.Context(), mail.Message{To: "ada@example.com", Subject: "You are invited to Zażółć", Text: body})
	if err != nil {
		t.Fatal(err)
	}
	m, err := netmail.ReadMessage(strings.NewReader(s.taken[0]))
	if err != nil {
		t.Fatal(err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != "You are invited to Zażółć" {
		t.Errorf("the subject is %q, %v", subject, err)
	}
	if from, to := m.Header.Get("From"), m.Header.Get("To"); from != `"Latchkey" <latchkey@example.com>` || to != "<ada@example.com>" {
		t.Errorf("from %s to %s", from, to)
	}
	if kind := m.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/plain") || strings.Contains(s.taken[0], "html") {
		t.Errorf("it is %s", kind)
	}
	if m.Header.Get("Auto-Submitted") != "auto-generated" || m.Header.Get("Date") == "" || m.Header.Get("Message-Id") == "" {
		t.Errorf("the headers are %v", m.Header)
	}
}

// Whether a server would take mail is found out without any.
func TestAServerIsGreetedAndSentNothing(t *testing.T) {
	s := newServer(t, true)
	if err := s.sender(t, url.UserPassword("latchkey", "a password")).Greet(t.Context()); err != nil || len(s.users) != 1 {
		t.Errorf("%v, as %v", err, s.users)
	}
	if err := s.sender(t, url.UserPassword("latchkey", "hunter2")).Greet(t.Context()); err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("with a wrong password: %v", err)
	}
	nobody, err := mail.NewSMTP("smtp://127.0.0.1:1", "latchkey@example.com", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := nobody.Greet(t.Context()); err == nil {
		t.Error("nobody was greeted")
	}
	if len(s.taken) > 0 {
		t.Errorf("the server took %q", s.taken)
	}
}

func TestASignedInSenderUsesTLS(t *testing.T) {
	s := newServer(t, true)
	if err := s.sender(t, url.UserPassword("latchkey", "a password")).Send(t.Context(), mail.Message{To: "ada@example.com", Subject: "A subject", Text: "A text.\n"}); err != nil {
		t.Fatal(err)
	}
	if !s.secured[0] || s.users[0] != "latchkey" {
		t.Errorf("over TLS: %v, as %v", s.secured, s.users)
	}
	err := s.sender(t, url.UserPassword("latchkey", "hunter2")).Send(t.Context(), mail.Message{To: "ada@example.com", Subject: "A subject", Text: "A text.\n"})
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("with a wrong password: %v", err)
	}
}

// Off loopback nothing is said to a server that does not speak TLS.
func TestNothingIsSentInTheClearToOtherMachines(t *testing.T) {
	s := newServer(t, false)
	_, port, _ := net.SplitHostPort(s.addr)
	// A name of this machine that is no name of loopback.
	sender, err := mail.NewSMTP("smtp://ip6-localnet.invalid:"+port, "latchkey@example.com", nil)
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := mail.DialingTo(sender, s.addr)
	if err := elsewhere.Send(t.Context(), mail.Message{To: "ada@example.com", Subject: "A subject", Text: "A text.\n"}); err == nil || len(s.taken) > 0 {
		t.Errorf("%v; the server took %d mails", err, len(s.taken))
	}
}

func TestARefusalForGoodIsToldFromOneForNow(t *testing.T) {
	s := newServer(t, false)
	s.refuse["gone@example.com"] = &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "No such user"}
	s.refuse["busy@example.com"] = &smtp.SMTPError{Code: 450, EnhancedCode: smtp.EnhancedCode{4, 2, 1}, Message: "Try later"}
	for to, forGood := range map[string]bool{"gone@example.com": true, "busy@example.com": false} {
		err := s.sender(t, nil).Send(t.Context(), mail.Message{To: to, Subject: "A subject", Text: "A text.\n"})
		if err == nil || errors.Is(err, mail.ErrRefused) != forGood {
			t.Errorf("%s: %v", to, err)
		}
	}
}

func TestAServerThatSaysNothingIsGivenUp(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	sender, err := mail.NewSMTP("smtp://"+l.Addr().String(), "latchkey@example.com", nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := sender.Send(ctx, mail.Message{To: "ada@example.com", Subject: "A subject", Text: "A text.\n"}); err == nil || errors.Is(err, mail.ErrRefused) {
		t.Errorf("got %v", err)
	}
}

// Whatever a workspace or a person is called, the headers stay those that are written here.
func TestNoTextBecomesAHeader(t *testing.T) {
	s := newServer(t, false)
	sender := s.sender(t, nil)
	rapid.Check(t, func(r *rapid.T) {
		part := rapid.SampledFrom([]string{"\r\n", "\n", "\r", "\x00", "Bcc: eve@example.com", "=?utf-8?q?x?=", "é", " ", "<", ">", ",", "\u2028", "a"})
		text := func(name string) string { return strings.Join(rapid.SliceOfN(part, 0, 8).Draw(r, name), "") }
		s.mu.Lock()
		s.taken = nil
		s.mu.Unlock()
		to := "ada@example.com" + text("to")
		err := sender.Send(t.Context(), mail.Message{To: to, Subject: text("subject"), Text: text("text")})
		if err != nil {
			if len(s.taken) > 0 || !errors.Is(err, mail.ErrRefused) {
				r.Fatalf("%v, and the server took %d", err, len(s.taken))
			}
			return
		}
		m, err := netmail.ReadMessage(strings.NewReader(s.taken[0]))
		if err != nil {
			r.Fatal(err)
		}
		if m.Header.Get("Bcc") != "" || m.Header.Get("To") != "<"+to+">" {
			r.Fatalf("the headers are %v", m.Header)
		}
	})
}

func TestSettingsThatCannotBeUsed(t *testing.T) {
	for what, c := range map[string]struct{ server, from string }{
		"no URL":          {"localhost:25", "latchkey@example.com"},
		"another scheme":  {"http://localhost", "latchkey@example.com"},
		"no host":         {"smtp://", "latchkey@example.com"},
		"a path":          {"smtp://localhost/x", "latchkey@example.com"},
		"port 0":          {"smtp://:hunter2@localhost:0", "latchkey@example.com"},
		"a broken escape": {"smtp://me:hunter2%zz@localhost", "latchkey@example.com"},
		"no sender":       {"smtp://me:hunter2@localhost", ""},
		"a wrong sender":  {"smtp://me:hunter2@localhost", "latchkey"},
	} {
		if _, err := mail.NewSMTP(c.server, c.from, nil); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestThePrinterShowsTheLink(t *testing.T) {
	var out strings.Builder
	err := mail.NewPrinter(&out).Send(t.Context(), mail.Message{To: "ada@example.com", Subject: "A subject", Text: "Follow\n\nhttp://127.0.0.1/#token\n"})
	if err != nil || !strings.Contains(out.String(), "ada@example.com") || !strings.Contains(out.String(), "http://127.0.0.1/#token") {
		t.Errorf("%v: %s", err, fmt.Sprint(out.String()))
	}
}
