package session_test

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/mail"
	"latchkey/internal/session"
	"latchkey/internal/store"
)

// mailbox is where the tests' mails arrive; a broken one takes none.
type mailbox struct {
	mu     sync.Mutex
	mails  []mail.Message
	broken error
	failed []error
}

func (b *mailbox) Send(_ context.Context, m mail.Message) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.broken != nil {
		return b.broken
	}
	b.mails = append(b.mails, m)
	return nil
}

// mailed is a house that sends mail, where people may sign up.
type mailed struct {
	*house
	box *mailbox
}

func newMailed(t *testing.T) *mailed {
	t.Helper()
	h, box := newHouse(t), &mailbox{}
	site, err := url.Parse("https://latchkey.example.com")
	if err != nil {
		t.Fatal(err)
	}
	h.Service, err = session.New(h.store, session.Options{Now: h.clock.now, WeakPasswords: true, SignUp: true, Mail: session.Mailing{
		Sender: box, Site: site, Failed: func(_ store.Mail, err error, _ bool) { box.failed = append(box.failed, err) },
	}})
	if err != nil {
		t.Fatal(err)
	}
	return &mailed{h, box}
}

// post sends what waits, and returns the mails that arrived since the last time.
func (m *mailed) post(t *testing.T) []mail.Message {
	t.Helper()
	m.box.mails = nil
	if _, err := m.SendMail(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m.box.mails
}

var inLink = regexp.MustCompile(`https://latchkey\.example\.com/([a-z-]+)#(\S+)`)

// token is that of the link in the one mail that arrives.
func (m *mailed) token(t *testing.T, page string) string {
	t.Helper()
	mails := m.post(t)
	if len(mails) != 1 {
		t.Fatalf("%d mails", len(mails))
	}
	found := inLink.FindStringSubmatch(mails[0].Text)
	if found == nil || found[1] != page {
		t.Fatalf("no link to %s in %s", page, mails[0].Text)
	}
	return found[2]
}

func codeOf(err error) fault.Code {
	var fields fault.Fields
	if errors.As(err, &fields) {
		return fields[0].Code
	}
	if f, ok := fault.As(err); ok {
		return f.Code
	}
	if err != nil {
		return "no fault"
	}
	return ""
}

const another = "another horse battery"

func (m *mailed) reset(t *testing.T, token, password string) fault.Code {
	t.Helper()
	return codeOf(m.ResetPassword(t.Context(), session.ParseToken(token), session.NewPassword(password), home))
}

func TestAForgottenPassword(t *testing.T) {
	m := newMailed(t)
	old := m.mustSignIn(t)
	if err := m.RequestPasswordReset(t.Context(), " ADA@example.com", home); err != nil {
		t.Fatal(err)
	}
	token := m.token(t, "reset-password")
	for _, c := range []struct {
		token, password string
		want            fault.Code
	}{
		{"", another, "LINK_OVER"},
		{token[:20], another, "LINK_OVER"},
		{strings.ToUpper(token), another, "LINK_OVER"},
		{token, "short", "PASSWORD_TOO_SHORT"},
		{token, email, "PASSWORD_IS_ADDRESS"},
		{token, another, ""},
		{token, "a third horse battery", "LINK_OVER"},
	} {
		if got := m.reset(t, c.token, c.password); got != c.want {
			t.Errorf("%q, %q: %s, want %s", c.token, c.password, got, c.want)
		}
	}
	if m.runs(t, old) {
		t.Error("a session goes on")
	}
	if _, err := m.signIn(t, email, password); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("the old password: %v", err)
	}
	if _, err := m.signIn(t, email, another); err != nil {
		t.Errorf("the new password: %v", err)
	}
	if mails := m.post(t); len(mails) != 1 || mails[0].Subject != "Your password was changed" {
		t.Errorf("nobody was told: %v", mails)
	}
}

func TestALinkToANewPasswordEnds(t *testing.T) {
	t.Run("after an hour", func(t *testing.T) {
		m := newMailed(t)
		_ = m.RequestPasswordReset(t.Context(), email, home)
		token := m.token(t, "reset-password")
		m.clock.pass(session.ResetFor)
		if got := m.reset(t, token, another); got != "LINK_OVER" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("with the address that it was mailed to", func(t *testing.T) {
		m := newMailed(t)
		_ = m.RequestPasswordReset(t.Context(), email, home)
		token := m.token(t, "reset-password")
		if _, err := m.db.ExecContext(t.Context(), `UPDATE latchkey.person SET email = 'b@example.com', email_key = 'b@example.com'`); err != nil {
			t.Fatal(err)
		}
		if got := m.reset(t, token, another); got != "LINK_OVER" {
			t.Errorf("got %q", got)
		}
	})
	t.Run("with the others when one is used", func(t *testing.T) {
		m := newMailed(t)
		var tokens []string
		for range 2 {
			_ = m.RequestPasswordReset(t.Context(), email, home)
			tokens = append(tokens, m.token(t, "reset-password"))
		}
		if got := m.reset(t, tokens[0], another); got != "" {
			t.Errorf("the first: %s", got)
		}
		if got := m.reset(t, tokens[1], another); got != "LINK_OVER" {
			t.Errorf("the second: %q", got)
		}
	})
}

// Two browsers follow one link at the same moment: one of them chooses the password.
func TestALinkIsUsedOnceByWhoeverRaces(t *testing.T) {
	m := newMailed(t)
	_ = m.RequestPasswordReset(t.Context(), email, home)
	token := m.token(t, "reset-password")
	codes := make(chan fault.Code, 4)
	for range cap(codes) {
		go func() {
			codes <- codeOf(m.ResetPassword(t.Context(), session.ParseToken(token), session.NewPassword(another), home))
		}()
	}
	counted := map[fault.Code]int{}
	for range cap(codes) {
		counted[<-codes]++
	}
	if counted[""] != 1 || counted["LINK_OVER"] != cap(codes)-1 {
		t.Errorf("%v", counted)
	}
}

// Whether somebody has an address shows neither in the answer nor in what is stored
// until the mail is sent.
func TestNobodyLearnsWhoHasAnAccount(t *testing.T) {
	m := newMailed(t)
	for _, address := range []string{email, "nobody@example.com"} {
		if err := m.RequestPasswordReset(t.Context(), address, home); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		if err := m.SignUp(t.Context(), session.SignUp{Email: address, Name: "Somebody", Password: session.NewPassword(another), Address: home}); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	if n := m.count(t, `SELECT count(*) FROM latchkey.mail_outbox`); n != 4 {
		t.Errorf("%d mails wait", n)
	}
	got := map[string]bool{}
	for _, mail := range m.post(t) {
		got[strings.ToLower(mail.To)+": "+mail.Subject] = true
	}
	for _, want := range []string{"ada@example.com: Choose a new password", "ada@example.com: You have an account already", "nobody@example.com: Confirm your e-mail address"} {
		if !got[want] {
			t.Errorf("%q is not among %v", want, got)
		}
	}
	if len(got) != 3 {
		t.Errorf("%v", got)
	}
}

func TestMailsAreLimited(t *testing.T) {
	for what, address := range map[string]func(int) string{
		"to one address": func(int) string { return "victim@example.com" },
		"for one client": func(i int) string { return strings.Repeat("x", i+1) + "@example.com" },
	} {
		t.Run(what, func(t *testing.T) {
			m := newMailed(t)
			for i := range 30 {
				if err := m.RequestPasswordReset(t.Context(), address(i), home); isFault(err, fault.RateLimited) {
					return
				}
			}
			t.Error("30 mails were let through")
		})
	}
}

// Whoever has mails sent to somebody must not keep them from the one with a new password.
func TestNobodyUsesUpSomebodysMails(t *testing.T) {
	m := newMailed(t)
	attacker := netip.MustParseAddr("198.51.100.1")
	for i := range 30 {
		_ = m.SignUp(t.Context(), session.SignUp{Email: email, Name: "Eve", Password: session.NewPassword(another), Address: attacker})
		_ = m.RequestPasswordReset(t.Context(), fmt.Sprint(i, "@example.com"), attacker)
	}
	m.clock.pass(10 * time.Minute)
	for range 30 { // of which ten are mailed to others, and the rest to nobody
		_ = m.RequestPasswordReset(t.Context(), email+".example", attacker)
	}
	_ = m.RequestPasswordReset(t.Context(), email, attacker)
	for range 3 {
		if err := m.RequestPasswordReset(t.Context(), email, home); err != nil {
			t.Errorf("from home: %v", err)
		}
	}
}

func TestSigningUp(t *testing.T) {
	m := newMailed(t)
	bob := session.SignUp{Email: "Bob@example.com", Name: "Bob", Password: session.NewPassword(another), Address: home}
	for what, c := range map[string]struct {
		change func(*session.SignUp)
		want   fault.Code
	}{
		"no address":       {func(s *session.SignUp) { s.Email = "bob" }, "EMAIL_INVALID"},
		"no name":          {func(s *session.SignUp) { s.Name = " " }, "NAME_INVALID"},
		"a short password": {func(s *session.SignUp) { s.Password = session.NewPassword("eleven char") }, "PASSWORD_TOO_SHORT"},
		"the address":      {func(s *session.SignUp) { s.Password = session.NewPassword(" bob@EXAMPLE.com") }, "PASSWORD_IS_ADDRESS"},
	} {
		wrong := bob
		c.change(&wrong)
		if got := codeOf(m.SignUp(t.Context(), wrong)); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
	if err := m.SignUp(t.Context(), bob); err != nil {
		t.Fatal(err)
	}
	if _, err := m.signIn(t, bob.Email, another); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("before the address is confirmed: %v", err)
	}
	token := m.token(t, "confirm-sign-up")
	confirm := func(password string) (session.Signed, fault.Code) {
		_, signed, err := m.ConfirmSignUp(t.Context(), session.ConfirmSignUp{Token: session.ParseToken(token), Password: session.NewPassword(password), Address: home})
		return signed, codeOf(err)
	}
	if _, got := confirm(password); got != "WRONG_PASSWORD" {
		t.Errorf("whoever did not sign up: %q", got)
	}
	signed, got := confirm(another)
	if got != "" || signed.Person().Email != "Bob@example.com" || signed.Person().Name != "Bob" {
		t.Errorf("%s: %+v", got, signed.Person())
	}
	if _, got := confirm(another); got != "LINK_OVER" {
		t.Errorf("a second time: %q", got)
	}
	if _, err := m.signIn(t, bob.Email, another); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestWithoutTheFlagNobodySignsUp(t *testing.T) {
	h := newHouse(t)
	err := h.SignUp(t.Context(), session.SignUp{Email: "bob@example.com", Name: "Bob", Password: session.NewPassword(another)})
	if codeOf(err) != "SIGN_UP_OFF" {
		t.Errorf("got %v", err)
	}
	if err := h.RequestPasswordReset(t.Context(), email, home); codeOf(err) != "MAIL_NOT_CONFIGURED" {
		t.Errorf("got %v", err)
	}
}

func TestAMailIsTriedAgain(t *testing.T) {
	m := newMailed(t)
	m.box.broken = errors.New("the mail server is away")
	_ = m.RequestPasswordReset(t.Context(), email, home)
	if mails := m.post(t); len(mails) != 0 || len(m.box.failed) != 1 {
		t.Fatalf("%v, %v", mails, m.box.failed)
	}
	m.box.broken = nil
	if mails := m.post(t); len(mails) != 0 {
		t.Error("it did not wait before it tried again")
	}
	m.clock.pass(time.Minute)
	token := m.token(t, "reset-password")
	if got := m.reset(t, token, another); got != "" {
		t.Errorf("the link of the second attempt: %s", got)
	}
}

func TestAMailThatIsRefusedOrOldIsDropped(t *testing.T) {
	m := newMailed(t)
	m.box.broken = mail.ErrRefused
	_ = m.RequestPasswordReset(t.Context(), email, home)
	m.post(t)
	if n := m.count(t, `SELECT count(*) FROM latchkey.mail_outbox`); n != 0 {
		t.Error("what is refused for good is kept")
	}
	m.box.broken = errors.New("away")
	_ = m.RequestPasswordReset(t.Context(), email, home)
	m.post(t)
	m.clock.pass(session.ResetFor)
	m.box.broken = nil
	if mails := m.post(t); len(mails) != 0 {
		t.Errorf("a link that is over was mailed: %v", mails)
	}
	if n := m.count(t, `SELECT count(*) FROM latchkey.mail_outbox`); n != 0 {
		t.Error("what has lost its sense is kept")
	}
}

// Whoever reads the database, or a copy of it, finds nothing that opens an account.
func TestTokensAreNotStored(t *testing.T) {
	m := newMailed(t)
	_ = m.RequestPasswordReset(t.Context(), email, home)
	reset := m.token(t, "reset-password")
	_ = m.SignUp(t.Context(), session.SignUp{Email: "bob@example.com", Name: "Bob", Password: session.NewPassword(another), Address: home})
	signUp := m.token(t, "confirm-sign-up")
	for _, table := range []string{"password_reset", "sign_up", "mail_outbox", "person", "session", "operator_event"} {
		for _, token := range []string{reset, signUp, password, another} {
			if n := m.count(t, `SELECT count(*) FROM latchkey.`+table+` r WHERE r::text LIKE '%' || $1 || '%'`, token); n != 0 {
				t.Errorf("%s is in %s", token, table)
			}
		}
	}
}
