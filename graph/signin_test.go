package graph_test

import (
	"net/http"
	"reflect"
	"strings"
	"testing"

	"latchkey/graph"
)

func sameOperation(a, b operation) bool { return reflect.DeepEqual(a, b) }

func TestSignInFlow(t *testing.T) {
	w := newWorld(t)
	const me = `{ me { email memberships { role workspace { slug } } } }`
	if a := w.good("", me, nil); a.at("me") != nil {
		t.Fatalf("somebody is signed in: %s", a.raw)
	}
	c := w.cookie("OWNER")
	if c.Name != "latchkey" || !c.HttpOnly || c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
		t.Errorf("the cookie is %v", c)
	}
	a := w.good("OWNER", me, nil)
	if a.text("me.email") != "OWNER@example.com" || a.text("me.memberships.0.role") != "OWNER" || a.text("me.memberships.0.workspace.slug") != "acme" {
		t.Errorf("got %s", a.raw)
	}
	a = w.good("OWNER", `mutation { signOut { userErrors { code } } }`, nil)
	if cleared, err := http.ParseSetCookie(a.header.Get("Set-Cookie")); err != nil || cleared.Name != c.Name || cleared.MaxAge >= 0 {
		t.Errorf("%v, %v", cleared, err)
	}
	if a := w.good("OWNER", me, nil); a.at("me") != nil {
		t.Errorf("still signed in: %s", a.raw)
	}
}

func TestSecureCookies(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.PlainHTTP = false })
	if c := w.cookie("OWNER"); c.Name != "__Host-latchkey" || !c.Secure {
		t.Errorf("the cookie is %v", c)
	}
}

func TestUnknownAndWrongAreAlike(t *testing.T) {
	w := newWorld(t)
	try := func(email, password string) string {
		return w.ask("", signIn, map[string]any{"i": map[string]any{"email": email, "password": password}}).raw
	}
	unknown, wrong := try("nobody@example.com", password), try("owner@example.com", "wrong password")
	if unknown != wrong || !strings.Contains(wrong, "INVALID_CREDENTIALS") {
		t.Errorf("%s\n%s", unknown, wrong)
	}
	for range 20 {
		if a := w.ask("", signIn, map[string]any{"i": map[string]any{"email": "owner@example.com", "password": "wrong password"}}); a.code() == "RATE_LIMITED" {
			if after, _ := a.Errors[0].Extensions["retryAfter"].(float64); after < 1 {
				t.Errorf("no retryAfter: %s", a.raw)
			}
			return
		}
	}
	t.Error("attempts are not limited")
}

func TestOtherSitesAreRefused(t *testing.T) {
	w := newWorld(t)
	const body = `{"query":"mutation { signOut { userErrors { code } } }"}`
	for _, headers := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"},
	} {
		if a := w.send("OWNER", body, headers); a.status != http.StatusForbidden || a.code() != "FORBIDDEN" {
			t.Errorf("%v: %d %s", headers, a.status, a.raw)
		}
	}
	if a := w.send("OWNER", `{"query":"{ me { id } }"}`, map[string]string{"Sec-Fetch-Site": "same-origin", "Origin": w.url}); a.at("me") == nil {
		t.Errorf("the page itself is refused: %s", a.raw)
	}
}

func TestWithoutPostgreSQLNobodyIsSignedIn(t *testing.T) {
	w := newWorld(t)
	w.cookie("OWNER")
	w.must(w.store.Close())
	a := w.ask("OWNER", `{ me { id } }`, nil)
	if a.code() != "UNAVAILABLE" || a.status != http.StatusServiceUnavailable {
		t.Errorf("%d %s", a.status, a.raw)
	}
}
