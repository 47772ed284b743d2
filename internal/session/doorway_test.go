package session_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/internal/oidc"
	"latchkey/internal/oidc/oidctest"
	"latchkey/internal/session"
)

// doorway is a house whose people may come by way of providers, at an address.
type doorway struct {
	*house
	url       string
	cookies   session.Cookies
	providers map[string]*oidctest.Provider
	mu        sync.Mutex
	failures  []string // what the operator is told
}

// newDoorway has the providers corp, whose word makes people staff, and club, which
// signs people up and whose several factors are enough.
func newDoorway(t *testing.T) *doorway {
	t.Helper()
	d := &doorway{house: newHouse(t), cookies: session.Cookies{PlainHTTP: true}, providers: map[string]*oidctest.Provider{}}
	d.clock.at = time.Now().Truncate(time.Second) // the providers' clock is the real one
	server := httptest.NewUnstartedServer(nil)
	d.url = "http://" + server.Listener.Addr().String()
	site, err := url.Parse(d.url)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for name, settings := range map[string]string{"corp": "label=The corporation,staff-group=support", "club": "sign-up=true,trust-mfa=true"} {
		p := oidctest.Start(t, d.url+"/auth/oidc/"+name+"/callback")
		key := filepath.Join(t.TempDir(), "key")
		if err := os.WriteFile(key, []byte(p.Key()+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, fmt.Sprintf("name=%s,issuer=%s,client-id=%s,client-secret-file=%s,%s", name, p.Issuer, p.Client, key, settings))
		d.providers[name] = p
	}
	providers, err := oidc.NewProviders(site, texts, d.clock.now)
	if err != nil {
		t.Fatal(err)
	}
	d.Service, err = session.New(d.store, session.Options{Now: d.clock.now, WeakPasswords: true, SecondFactorKeys: factorKeys(t, "old"), Providers: providers, Mail: session.Mailing{Site: site}})
	if err != nil {
		t.Fatal(err)
	}
	pages := session.ProviderPages{Sessions: d.Service, Cookies: d.cookies, Address: func(*http.Request) netip.Addr { return home },
		Failed: func(_ *http.Request, err error) {
			d.mu.Lock()
			defer d.mu.Unlock()
			d.failures = append(d.failures, err.Error())
		}}
	mux := http.NewServeMux()
	mux.Handle("/auth/oidc/", pages.Handler())
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "the keys") })
	server.Config.Handler = mux
	server.Start()
	t.Cleanup(func() {
		server.Close()
		if t.Failed() {
			t.Logf("the operator was told: %q", d.failures)
		}
	})
	return d
}

// browser is one of a person, with its cookies.
type browser struct {
	t *testing.T
	d *doorway
	*http.Client
}

func (d *doorway) browser(t *testing.T) browser {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return browser{t, d, &http.Client{Jar: jar, Timeout: 30 * time.Second}}
}

// get goes to an address and wherever it is sent, and returns where it ends up.
func (b browser) get(address string) (status int, path, body string) {
	b.t.Helper()
	answer, err := b.Get(address)
	if err != nil {
		b.t.Fatal(err)
	}
	defer answer.Body.Close() // it was read
	raw, err := io.ReadAll(answer.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return answer.StatusCode, answer.Request.URL.Path, string(raw)
}

// goes is the whole way of signing in with a provider.
func (b browser) goes(provider string) (status int, body string) {
	b.t.Helper()
	status, _, body = b.get(b.d.url + "/auth/oidc/" + provider + "/start?return=/keys")
	return status, body
}

// held stops the browser on its way back from the provider, and returns where it is
// to go on; change changes what the provider is asked.
func (b browser) held(provider string, change func(url.Values)) string {
	b.t.Helper()
	at := ""
	held := *b.Client
	held.CheckRedirect = func(r *http.Request, _ []*http.Request) error {
		if q := r.URL.Query(); q.Has("nonce") && change != nil {
			change(q)
			r.URL.RawQuery = q.Encode()
		}
		if strings.HasSuffix(r.URL.Path, "/callback") && r.URL.Query().Has("code") && strings.HasPrefix(r.URL.String(), b.d.url) {
			at = r.URL.String()
			return http.ErrUseLastResponse
		}
		return nil
	}
	answer, err := held.Get(b.d.url + "/auth/oidc/" + provider + "/start?return=/keys")
	if err != nil {
		b.t.Fatal(err)
	}
	_ = answer.Body.Close() // nothing of it is wanted
	if at == "" {
		b.t.Fatalf("the browser did not come back: %s %s", answer.Status, answer.Request.URL)
	}
	return at
}

// token is the session's, and none when nobody is signed in.
func (b browser) token() session.Token {
	b.t.Helper()
	return b.d.cookies.Token(b.request())
}

func (b browser) challenge() session.Token {
	b.t.Helper()
	return b.d.cookies.Challenge(b.request())
}

func (b browser) request() *http.Request {
	r := httptest.NewRequest(http.MethodGet, b.d.url+"/", nil)
	for _, c := range b.Jar.Cookies(r.URL) {
		r.AddCookie(c)
	}
	return r
}

// signed is who is signed in there.
func (b browser) signed() session.Signed { b.t.Helper(); return b.d.signed(b.t, b.token()) }

// signIn is by password, as the dashboard does it.
func (b browser) signIn() {
	b.t.Helper()
	b.keep(func(w http.ResponseWriter) { b.d.cookies.Set(w, b.d.mustSignIn(b.t)) })
}

func (b browser) keep(set func(http.ResponseWriter)) {
	b.t.Helper()
	w := httptest.NewRecorder()
	set(w)
	at, err := url.Parse(b.d.url)
	if err != nil {
		b.t.Fatal(err)
	}
	b.Jar.SetCookies(at, w.Result().Cookies())
}

// link links the account that the provider takes the browser's person for.
func (b browser) link(provider string) (status int, body string) {
	b.t.Helper()
	d, err := b.d.StartLink(b.t.Context(), b.signed(), provider, "/keys")
	if err != nil {
		b.t.Fatal(err)
	}
	b.keep(func(w http.ResponseWriter) { b.d.cookies.SetFlow(w, d.Kept) })
	status, _, body = b.get(d.URL)
	return status, body
}

var ada = oidctest.User{Subject: "u-1", Email: email, Verified: true, Name: "Ada", Methods: []string{"pwd"}}

func (d *doorway) linked(t *testing.T, provider string, as oidctest.User) browser {
	t.Helper()
	d.providers[provider].Is(as)
	b := d.browser(t)
	b.signIn()
	if status, body := b.link(provider); status != http.StatusOK || body != "the keys" {
		t.Fatalf("linking: %d %s", status, body)
	}
	return b
}
