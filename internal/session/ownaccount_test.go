package session_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/session"
)

// signed is Ada, who has signed in just now.
func (m *mailed) signed(t *testing.T) session.Signed {
	t.Helper()
	who, ok, err := m.Lookup(t.Context(), m.mustSignIn(t))
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	return who
}

func TestChangingOnesName(t *testing.T) {
	m := newMailed(t)
	ada := m.signed(t)
	for _, c := range []struct {
		name    string
		version int
		want    fault.Code
	}{
		{"", 1, "NAME_INVALID"},
		{"Ada\nLovelace", 1, "NAME_INVALID"},
		{strings.Repeat("x", 101), 1, "NAME_INVALID"},
		{" Ada Lovelace ", 1, ""},
		{"Ada King", 1, "CONFLICT"}, // in another window, where the name is the first one yet
		{"Ada King", 2, ""},
	} {
		if _, err := m.Rename(t.Context(), ada, c.version, c.name, home); codeOf(err) != c.want {
			t.Errorf("%q at version %d: %v, want %s", c.name, c.version, err, c.want)
		}
	}
	if now := m.signed(t).Person(); now.Name != "Ada King" || now.Version != 3 {
		t.Errorf("%+v", now)
	}
	if n := m.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = 'person.renamed'`); n != 2 {
		t.Errorf("%d events", n)
	}
}

const moved = "Countess@example.org"

// asks has the signed-in person ask for another address.
func (m *mailed) asks(t *testing.T, who session.Signed, email string) fault.Code {
	t.Helper()
	return codeOf(m.AskEmailChange(t.Context(), who, email, home))
}

// change is the token of the link in the mails that arrive, of which one goes to the
// new address and one to the old.
func (m *mailed) change(t *testing.T) (token string) {
	t.Helper()
	for _, mail := range m.post(t) {
		switch found := inLink.FindStringSubmatch(mail.Text); {
		case mail.To == email && mail.Subject == "Your e-mail address is to be changed" && strings.Contains(mail.Text, moved):
		case mail.To == moved && found != nil && found[1] == "confirm-email":
			token = found[2]
		default:
			t.Errorf("to %s: %s", mail.To, mail.Text)
		}
	}
	if token == "" {
		t.Fatal("no link was mailed")
	}
	return token
}

func (m *mailed) confirms(t *testing.T, who session.Signed, token string) fault.Code {
	t.Helper()
	_, err := m.ConfirmEmailChange(t.Context(), who, session.ParseToken(token), home)
	return codeOf(err)
}

func TestChangingOnesAddress(t *testing.T) {
	m := newMailed(t)
	ada := m.signed(t)
	if err := m.RequestPasswordReset(t.Context(), email, home); err != nil {
		t.Fatal(err)
	}
	reset := m.token(t, "reset-password")
	for address, want := range map[string]fault.Code{"": "EMAIL_INVALID", "nobody": "EMAIL_INVALID", email: "EMAIL_UNCHANGED", moved: ""} {
		if got := m.asks(t, ada, address); got != want {
			t.Errorf("%q: %s, want %s", address, got, want)
		}
	}
	token := m.change(t)
	if c, waits, err := m.EmailChange(t.Context(), ada); err != nil || !waits || c.Email != moved {
		t.Errorf("what waits: %+v, %v, %v", c, waits, err)
	}
	if _, err := m.signIn(t, moved, password); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("with an address that nobody has confirmed: %v", err)
	}
	if _, err := m.CreatePerson(t.Context(), "mallory@example.com", "Mallory", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	mallorys, err := m.signIn(t, "mallory@example.com", password)
	if err != nil {
		t.Fatal(err)
	}
	mallory, _, _ := m.Lookup(t.Context(), mallorys)
	for _, c := range []struct {
		what  string
		who   session.Signed
		token string
		want  fault.Code
	}{
		{"no token", ada, "", "LINK_OVER"},
		{"half of it", ada, token[:20], "LINK_OVER"},
		{"signed in as somebody else", mallory, token, "LINK_OVER"},
		{"signed in as who asked", ada, token, ""},
		{"once more", ada, token, "LINK_OVER"},
	} {
		if got := m.confirms(t, c.who, c.token); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
	if mails := m.post(t); len(mails) != 1 || mails[0].To != email || mails[0].Subject != "Your e-mail address was changed" {
		t.Errorf("the old address was told: %v", mails)
	}
	if _, err := m.signIn(t, email, password); !errors.Is(err, session.ErrInvalidCredentials) {
		t.Errorf("with the old address: %v", err)
	}
	if _, err := m.signIn(t, strings.ToLower(moved), password); err != nil {
		t.Errorf("with the new one: %v", err)
	}
	if got := m.reset(t, reset, another); got != "LINK_OVER" {
		t.Errorf("a link to a new password that went to the old address: %q", got)
	}
	for _, action := range []string{"person.email_change_asked", "person.email_changed"} {
		if n := m.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action = $1 AND convert_from(body, 'UTF8') LIKE '%' || $2 || '%'`, action, moved); n != 1 {
			t.Errorf("%d events %s", n, action)
		}
	}
}

// What the answer and what waits look like must not tell who has an account.
func TestAskingForAnAddressTellsNotWhoseItIs(t *testing.T) {
	m := newMailed(t)
	if _, err := m.CreatePerson(t.Context(), moved, "The Countess", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	ada := m.signed(t)
	if got := m.asks(t, ada, strings.ToUpper(moved)); got != "" {
		t.Fatalf("it was refused: %s", got)
	}
	if _, waits, err := m.EmailChange(t.Context(), ada); err != nil || !waits {
		t.Errorf("what waits: %v, %v", waits, err)
	}
	told := map[string]string{}
	for _, mail := range m.post(t) {
		told[strings.ToLower(mail.To)] = mail.Subject
		if inLink.MatchString(mail.Text) && strings.Contains(mail.Text, "#") {
			t.Errorf("a link: %s", mail.Text)
		}
	}
	if told[strings.ToLower(moved)] != "You have an account already" || told[strings.ToLower(email)] == "" {
		t.Errorf("%v", told)
	}
	// Whose it becomes between the mail and the click.
	if got := m.asks(t, ada, "late@example.com"); got != "" {
		t.Fatal(got)
	}
	token := ""
	for _, mail := range m.post(t) {
		if found := inLink.FindStringSubmatch(mail.Text); found != nil && found[1] == "confirm-email" {
			token = found[2]
		}
	}
	if _, err := m.CreatePerson(t.Context(), "Late@example.com", "Late", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	if got := m.confirms(t, ada, token); got != "LINK_OVER" {
		t.Errorf("somebody else has it now: %q", got)
	}
	if m.signed(t).Person().Email != email {
		t.Error("the address was changed")
	}
}

func TestWhatEndsAChangeOfAddress(t *testing.T) {
	m := newMailed(t)
	ada := m.signed(t)
	for what, end := range map[string]func() error{
		"cancelling":   func() error { return m.CancelEmailChange(t.Context(), ada, home) },
		"another wish": func() error { return m.AskEmailChange(t.Context(), ada, "third@example.com", home) },
		"a new password": func() error {
			_, _, err := m.ChangePassword(t.Context(), ada, m.mustSignIn(t), session.ChangePassword{Current: session.NewPassword(password), New: session.NewPassword(password), Address: home})
			return err
		},
		"a day": func() error { m.clock.pass(session.EmailChangeFor); return nil },
	} {
		m.clock.pass(time.Hour) // mails are limited
		ada = m.signed(t)
		if got := m.asks(t, ada, moved); got != "" {
			t.Fatalf("%s: %s", what, got)
		}
		token := m.change(t)
		if err := end(); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if got := m.confirms(t, ada, token); got != "LINK_OVER" {
			t.Errorf("after %s: %q", what, got)
		}
		m.post(t)
	}
}

func TestChangingOnesAddressTakesARecentSignIn(t *testing.T) {
	m := newMailed(t)
	token := m.mustSignIn(t)
	m.clock.pass(session.Recent + time.Second)
	stale, _, err := m.Lookup(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	if got := m.asks(t, stale, moved); got != "REAUTHENTICATION_REQUIRED" {
		t.Errorf("%q", got)
	}
	if n := m.count(t, `SELECT count(*) FROM latchkey.mail_outbox`); n != 0 {
		t.Errorf("%d mails wait", n)
	}
}

func TestChangesOfAddressAreLimited(t *testing.T) {
	m := newMailed(t)
	ada := m.signed(t)
	for i := range 10 {
		if err := m.AskEmailChange(t.Context(), ada, strings.Repeat("x", i+1)+"@example.com", home); isFault(err, fault.RateLimited) {
			return
		}
	}
	t.Error("10 were let through")
}

func TestTheOperatorGivesAnAddress(t *testing.T) {
	m := newMailed(t)
	if _, err := m.CreatePerson(t.Context(), "grace@example.com", "Grace", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, to string
		want     fault.Code
	}{
		{"nobody@example.com", moved, "NOT_FOUND"},
		{email, "nobody", "EMAIL_INVALID"},
		{email, "GRACE@example.com", "EMAIL_TAKEN"},
		{email, moved, ""},
	} {
		if _, err := m.SetEmail(t.Context(), c.from, c.to); codeOf(err) != c.want {
			t.Errorf("%s to %s: %v, want %s", c.from, c.to, err, c.want)
		}
	}
	if _, err := m.signIn(t, moved, password); err != nil {
		t.Error(err)
	}
}
