package session_test

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"latchkey/internal/oidc/oidctest"
	"latchkey/internal/session"
)

func TestSigningInWithAProvider(t *testing.T) {
	d := newDoorway(t)
	corp := d.providers["corp"]
	t.Run("an address alone signs nobody in", func(t *testing.T) {
		corp.Is(ada)
		b := d.browser(t)
		status, body := b.goes("corp")
		if status != http.StatusForbidden || !strings.Contains(body, "link it in your account") || !b.token().IsZero() {
			t.Errorf("%d %s", status, body)
		}
	})
	linked := d.linked(t, "corp", ada)
	if own, err := d.Identities(t.Context(), linked.signed()); err != nil || len(own) != 1 || own[0].Account != email || own[0].Provider.Label != "The corporation" {
		t.Fatalf("%+v, %v", own, err)
	}
	t.Run("with a linked account", func(t *testing.T) {
		b := d.browser(t)
		if status, body := b.goes("corp"); status != http.StatusOK || body != "the keys" || b.signed().Person().Email != email {
			t.Errorf("%d %s", status, body)
		}
	})
	t.Run("asked anew who it is, which makes the sign-in a recent one", func(t *testing.T) {
		b := d.browser(t)
		if status, _, body := b.get(d.url + "/auth/oidc/corp/start?return=/keys&fresh=true"); status != http.StatusOK || b.signed().RequireRecent() != nil {
			t.Errorf("%d %s", status, body)
		}
	})
	t.Run("a provider that does not tell when it last asked", func(t *testing.T) {
		silent := ada
		silent.NoTime = true
		corp.Is(silent)
		for fresh, want := range map[string]bool{"": false, "&fresh=true": true} {
			b := d.browser(t)
			if status, _, body := b.get(d.url + "/auth/oidc/corp/start?return=/keys" + fresh); status != http.StatusOK || (b.signed().RequireRecent() == nil) != want {
				t.Errorf("%s%q: %d, recent: %v", body, fresh, status, !want)
			}
		}
	})
	t.Run("also when its address is another one there", func(t *testing.T) {
		moved := ada
		moved.Email = "countess@example.com"
		corp.Is(moved)
		b := d.browser(t)
		if status, _ := b.goes("corp"); status != http.StatusOK || b.signed().Person().Email != email {
			t.Errorf("%d", status)
		}
	})
	t.Run("and not as another subject, nor by another issuer's word", func(t *testing.T) {
		other := ada
		other.Subject = "u-2"
		corp.Is(other)
		if status, _ := d.browser(t).goes("corp"); status != http.StatusForbidden {
			t.Errorf("another subject: %d", status)
		}
		d.providers["club"].Is(ada) // the same subject and address
		b := d.browser(t)
		if status, body := b.goes("club"); status != http.StatusConflict || !strings.Contains(body, "Somebody here has your e-mail address") || !b.token().IsZero() {
			t.Errorf("another issuer: %d %s", status, body)
		}
	})
	if n := d.count(t, `SELECT count(*) FROM latchkey.person`); n != 1 {
		t.Errorf("%d people", n)
	}
}

func TestWhatAProviderSendsIsChecked(t *testing.T) {
	d := newDoorway(t)
	d.linked(t, "corp", ada)
	refused := func(t *testing.T, b browser, at string) {
		t.Helper()
		if status, _, body := b.get(at); status != http.StatusBadRequest || !strings.Contains(body, "Begin it anew") || !b.token().IsZero() {
			t.Errorf("%d %s", status, body)
		}
	}
	edited := func(t *testing.T, at string, change func(url.Values)) string {
		t.Helper()
		u, err := url.Parse(at)
		if err != nil {
			t.Fatal(err)
		}
		q := u.Query()
		change(q)
		u.RawQuery = q.Encode()
		return u.String()
	}
	t.Run("another state", func(t *testing.T) {
		b := d.browser(t)
		refused(t, b, edited(t, b.held("corp", nil), func(q url.Values) { q.Set("state", "another") }))
	})
	t.Run("another nonce", func(t *testing.T) {
		b := d.browser(t)
		refused(t, b, b.held("corp", func(q url.Values) { q.Set("nonce", "another") }))
	})
	t.Run("another proof of the code", func(t *testing.T) {
		b := d.browser(t)
		refused(t, b, b.held("corp", func(q url.Values) { q.Set("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM") }))
	})
	t.Run("another browser", func(t *testing.T) { refused(t, d.browser(t), d.browser(t).held("corp", nil)) })
	t.Run("another provider's address", func(t *testing.T) {
		b := d.browser(t)
		refused(t, b, strings.Replace(b.held("corp", nil), "/corp/", "/club/", 1))
	})
	t.Run("a code that was used", func(t *testing.T) {
		b := d.browser(t)
		at := b.held("corp", nil)
		kept := d.cookies.Flow(b.request())
		if status, _, _ := b.get(at); status != http.StatusOK {
			t.Fatal(status)
		}
		again := d.browser(t)
		again.keep(func(w http.ResponseWriter) { d.cookies.SetFlow(w, kept) })
		refused(t, again, at)
	})
	t.Run("a code that was used by somebody without what the browser keeps", func(t *testing.T) {
		b := d.browser(t)
		at := b.held("corp", nil)
		if status, _, _ := b.get(at); status != http.StatusOK {
			t.Fatal(status)
		}
		refused(t, d.browser(t), at)
	})
	t.Run("too late", func(t *testing.T) {
		b := d.browser(t)
		at := b.held("corp", nil)
		d.clock.pass(10 * time.Minute)
		refused(t, b, at)
	})
	t.Run("no code", func(t *testing.T) {
		b := d.browser(t)
		refused(t, b, edited(t, b.held("corp", nil), func(q url.Values) { q.Del("code"); q.Set("error", "access_denied") }))
	})
	all := everything(t, d.house) + strings.Join(d.failures, "\n")
	for _, secret := range []string{d.providers["corp"].Key(), "code="} {
		if strings.Contains(all, secret) {
			t.Errorf("%q was kept or logged", secret)
		}
	}
}

func TestOnlyPathsHereAreReturnedTo(t *testing.T) {
	d := newDoorway(t)
	for _, to := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "/\t/evil.example", "keys", "javascript:alert(1)", "/\x00", "/" + strings.Repeat("a", 500)} {
		b := d.browser(t)
		if status, path, _ := b.get(d.url + "/auth/oidc/corp/start?return=" + url.QueryEscape(to)); status != http.StatusBadRequest || path != "/auth/oidc/corp/start" {
			t.Errorf("%q: %d at %s", to, status, path)
		}
	}
	if status, _, _ := d.browser(t).get(d.url + "/auth/oidc/nobody/start"); status != http.StatusNotFound {
		t.Errorf("a provider that is none: %d", status)
	}
}

func TestAProviderThatIsDown(t *testing.T) {
	d := newDoorway(t)
	d.providers["corp"].Stop()
	b := d.browser(t)
	status, body := b.goes("corp")
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "sign in another way") || len(d.failures) != 1 {
		t.Errorf("%d %s, %q", status, body, d.failures)
	}
	d.mustSignIn(t)
	d.providers["club"].Is(oidctest.User{Subject: "u-9", Email: "grace@example.com", Verified: true, Name: "Grace"})
	if status, body := b.goes("club"); status != http.StatusOK || b.signed().Person().Name != "Grace" {
		t.Errorf("the other provider: %d %s", status, body)
	}
	away := d.browser(t)
	at := away.held("club", nil)
	d.providers["club"].Stop() // while somebody is on their way back
	if status, _, body := away.get(at); status != http.StatusServiceUnavailable || !strings.Contains(body, "sign in another way") || !away.token().IsZero() {
		t.Errorf("%d %s", status, body)
	}
}

func TestSignUpByAProvider(t *testing.T) {
	d := newDoorway(t)
	club := d.providers["club"]
	grace := oidctest.User{Subject: "u-9", Email: "grace@example.com", Name: "Grace\nHopper"}
	club.Is(grace)
	if status, body := d.browser(t).goes("club"); status != http.StatusForbidden || !strings.Contains(body, "verified") {
		t.Errorf("with an address that nobody verified: %d %s", status, body)
	}
	grace.Verified = true
	club.Is(grace)
	for what, odd := range map[string]oidctest.User{
		"a name of nothing":         {Subject: "u-8", Email: "odd@example.com", Verified: true, Name: " \t"},
		"an address that is no one": {Subject: "u-7", Email: "Odd <other@example.com>", Verified: true, Name: "Odd"},
	} {
		club.Is(odd)
		b := d.browser(t)
		switch status, body := b.goes("club"); {
		case odd.Name == "Odd" && (status != http.StatusForbidden || !strings.Contains(body, "verified")), odd.Name != "Odd" && status != http.StatusOK:
			t.Errorf("%s: %d %s", what, status, body)
		case odd.Name != "Odd" && b.signed().Person().Name != odd.Email:
			t.Errorf("%s: %q", what, b.signed().Person().Name)
		}
	}
	club.Is(grace)
	b := d.browser(t)
	if status, body := b.goes("club"); status != http.StatusOK || b.signed().Person().Name != "GraceHopper" {
		t.Fatalf("%d %s", status, body)
	}
	if _, err := d.house.signIn(t, grace.Email, ""); err == nil {
		t.Error("who has no password signs in with an empty one")
	}
	own, err := d.Identities(t.Context(), b.signed())
	if err != nil || len(own) != 1 {
		t.Fatalf("%v, %v", own, err)
	}
	if err := d.Unlink(t.Context(), b.signed(), own[0].ID, home); !errors.Is(err, session.ErrLastWayIn) {
		t.Errorf("the last way in was closed: %v", err)
	}
	again := d.browser(t)
	if status, _ := again.goes("club"); status != http.StatusOK || again.signed().Person().ID != b.signed().Person().ID {
		t.Errorf("the second time: %d", status)
	}
}

func TestStaffByAGroup(t *testing.T) {
	d := newDoorway(t)
	d.linked(t, "corp", ada)
	corp := d.providers["corp"]
	staff := ada
	staff.Groups = []string{"everybody", "support"}
	goes := func() browser {
		t.Helper()
		b := d.browser(t)
		if status, body := b.goes("corp"); status != http.StatusOK {
			t.Fatalf("%d %s", status, body)
		}
		return b
	}
	is := func(what string, b browser, want bool) {
		t.Helper()
		if b.signed().Person().IsStaff != want {
			t.Errorf("%s: staff: %v", what, !want)
		}
	}
	is("before", goes(), false)
	corp.Is(staff)
	first := goes()
	is("with the group", first, true)
	byPassword := d.browser(t)
	byPassword.signIn()
	is("signed in by password meanwhile, where no provider is asked", byPassword, false)
	corp.Is(ada)
	is("without the group", goes(), false)
	is("in the session from before", first, false)
	corp.Is(staff)
	goes()
	if _, changed, err := d.SetStaff(t.Context(), email, true); err != nil || !changed {
		t.Fatalf("the operator's own grant: %v, %v", changed, err)
	}
	corp.Is(ada)
	is("by the operator's word, without the group", goes(), true)
	is("by password", byPassword, true)
	if _, _, err := d.SetStaff(t.Context(), email, false); err != nil {
		t.Fatal(err)
	}
	is("after the operator took it away", goes(), false)
	if n := d.count(t, `SELECT count(*) FROM latchkey.operator_event WHERE action IN ('staff.granted', 'staff.revoked') AND convert_from(body, 'UTF8') LIKE '%provider corp%'`); n != 3 {
		t.Errorf("%d events of the provider's word, want 3", n)
	}
}

func TestLinkingTakesWhoIsSignedIn(t *testing.T) {
	d := newDoorway(t)
	b := d.linked(t, "corp", ada)
	if _, err := d.CreatePerson(t.Context(), "bob@example.com", "Bob", session.NewPassword(password)); err != nil {
		t.Fatal(err)
	}
	bobs, err := d.house.signIn(t, "bob@example.com", password)
	if err != nil {
		t.Fatal(err)
	}
	bob := d.browser(t)
	bob.keep(func(w http.ResponseWriter) { d.cookies.Set(w, bobs) })
	if status, body := bob.link("corp"); status != http.StatusConflict || !strings.Contains(body, "linked this account already") {
		t.Errorf("somebody else's account: %d %s", status, body)
	}
	// Begun as one person and come back as another.
	departure, err := d.StartLink(t.Context(), b.signed(), "club", "/keys")
	if err != nil {
		t.Fatal(err)
	}
	d.providers["club"].Is(ada)
	bob.keep(func(w http.ResponseWriter) { d.cookies.SetFlow(w, departure.Kept) })
	if status, _, body := bob.get(departure.URL); status != http.StatusBadRequest {
		t.Errorf("another person's link: %d %s", status, body)
	}
	own, err := d.Identities(t.Context(), b.signed())
	if err != nil || len(own) != 1 {
		t.Fatal(own, err)
	}
	if err := d.Unlink(t.Context(), bob.signed(), own[0].ID, home); err == nil {
		t.Error("Bob unlinked Ada's account")
	}
	byCorp := d.browser(t)
	if status, _ := byCorp.goes("corp"); status != http.StatusOK {
		t.Fatal(status)
	}
	if err := d.Unlink(t.Context(), b.signed(), own[0].ID, home); err != nil {
		t.Fatal(err)
	}
	if d.runs(t, byCorp.token()) || !d.runs(t, b.token()) {
		t.Error("of the sessions, exactly those that began with the account must end")
	}
	d.clock.pass(session.Recent + time.Second)
	if _, err := d.StartLink(t.Context(), b.signed(), "corp", "/keys"); err == nil {
		t.Error("linked after an old sign-in")
	}
}

func TestAProviderDoesNotSkipTheSecondFactor(t *testing.T) {
	d := newDoorway(t)
	corp := d.linked(t, "corp", ada)
	d.providers["club"].Is(ada)
	if status, body := corp.link("club"); status != http.StatusOK {
		t.Fatalf("%d %s", status, body)
	}
	a := d.enrol(t, corp.signed())
	several := ada
	several.Methods = []string{"pwd", "mfa"}
	for _, c := range []struct {
		provider string
		as       oidctest.User
		enough   bool
	}{
		{"corp", ada, false},
		{"corp", several, false}, // the operator does not trust its word on that
		{"club", ada, false},
		{"club", several, true},
	} {
		d.providers[c.provider].Is(c.as)
		b := d.browser(t)
		if status, body := b.goes(c.provider); status != http.StatusOK || body != "the keys" || b.token().IsZero() == c.enough || b.challenge().IsZero() != c.enough {
			t.Errorf("%s, %v: %d %s", c.provider, c.as.Methods, status, body)
		}
		if c.enough {
			continue
		}
		if _, _, err := d.CompleteSignIn(t.Context(), b.challenge(), code(a.secret.Code(d.clock.now().Add(30*time.Second))), session.SignIn{Address: home}); err != nil {
			t.Errorf("%s: the factor: %v", c.provider, err)
		}
		d.clock.pass(30 * time.Second)
	}
}
