package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"latchkey/internal/oidc/oidctest"
)

// doors are a running latchkey with a provider, both processes, and the address that people know:
// the provider must be told it before latchkey runs, and latchkey the provider's.
type doors struct {
	t        *testing.T
	url      string
	provider *oidctest.Provider
	serving  *process
}

func openDoors(t *testing.T) *doors {
	t.Helper()
	l, d, dir := limit(t), &doors{t: t}, t.TempDir()
	at := &url.URL{Scheme: "http"}
	front := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(at); r.Out.Host = r.In.Host }})
	t.Cleanup(front.Close)
	d.url = front.URL
	d.provider = oidctest.Start(t, d.url+"/auth/oidc/corp/callback")
	secret := filepath.Join(dir, "secret")
	must(t, os.WriteFile(secret, []byte(d.provider.Key()+"\n"), 0o600))
	d.serving = start(t, []string{"LATCHKEY_DATABASE_URL=" + l.url, "LATCHKEY_PUBLIC_URL=" + d.url,
		"LATCHKEY_OIDC=name=corp,label=The corporation,issuer=" + d.provider.Issuer + ",client-id=" + d.provider.Client + ",client-secret-file=" + secret + ",sign-up=true,staff-group=support"},
		"serve", "--planes", "admin", "--admin-addr", "127.0.0.1:0", "--peppers-file", l.keys, "--receipt-keys-file", l.keys, "--second-factor-keys-file", l.keys, "--audit-keys-file", l.keys)
	d.serving.until("it was ready", func() bool { at.Host = listening(d.serving.out.String(), "admin"); return at.Host != "" })
	return d
}

// visit is a new browser's sign-in with the provider; it ends at a page of ours.
func (d *doors) visit() (browser *http.Client, end *http.Response) {
	d.t.Helper()
	jar, err := cookiejar.New(nil)
	must(d.t, err)
	browser = &http.Client{Jar: jar, Timeout: 30 * time.Second}
	d.t.Cleanup(browser.CloseIdleConnections)
	end, err = browser.Get(d.url + "/auth/oidc/corp/start?return=/healthz")
	must(d.t, err)
	must(d.t, end.Body.Close())
	return browser, end
}

// me is who the API says that the browser's person is.
func (d *doors) me(browser *http.Client) (me struct {
	Email   string
	IsStaff bool
}) {
	d.t.Helper()
	answer, err := browser.Post(d.url+"/graphql", "application/json", strings.NewReader(`{"query":"{ me { email isStaff } }"}`))
	must(d.t, err)
	defer answer.Body.Close() // it was only read
	raw, err := io.ReadAll(answer.Body)
	must(d.t, err)
	var said struct{ Data struct{ Me any } }
	said.Data.Me = &me
	must(d.t, json.Unmarshal(raw, &said))
	return me
}

func TestSigningInToServeWithAProvider(t *testing.T) {
	t.Parallel()
	d := openDoors(t)
	grace := oidctest.User{Subject: "u-9", Email: "grace@example.com", Verified: true, Name: "Grace", Groups: []string{"everybody", "support"}}
	d.provider.Is(grace)
	browser, end := d.visit()
	if end.StatusCode != http.StatusOK || end.Request.URL.Path != "/healthz" {
		t.Fatalf("it ended at %s: %s", end.Request.URL, end.Status)
	}
	if me := d.me(browser); me.Email != grace.Email || !me.IsStaff {
		t.Errorf("%+v", me)
	}
	grace.Groups = nil
	d.provider.Is(grace)
	again, _ := d.visit()
	if me := d.me(again); me.Email != grace.Email || me.IsStaff {
		t.Errorf("out of the group: %+v", me)
	}
	if me := d.me(browser); me.IsStaff {
		t.Error("the session from before makes them staff still")
	}
	grace.Subject = "u-10"
	d.provider.Is(grace)
	if browser, end := d.visit(); end.StatusCode != http.StatusConflict || d.me(browser).Email != "" {
		t.Errorf("somebody else with the address: %s", end.Status)
	}
	d.serving.interrupt()
	if code := d.serving.exit(); code != 0 {
		t.Errorf("it stopped with %d", code)
	}
	for _, hidden := range []string{d.provider.Key(), "code=", "state="} {
		if strings.Contains(d.serving.out.String(), hidden) {
			t.Errorf("the log has %q", hidden)
		}
	}
}
