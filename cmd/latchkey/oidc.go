package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"latchkey/internal/httpserver"
	"latchkey/internal/oidc"
	"latchkey/internal/session"
)

// providers are whom people may sign in with besides a password.
type providers struct {
	PublicURL string `name:"public-url" env:"LATCHKEY_PUBLIC_URL" placeholder:"URL" help:"Where people reach the admin plane, such as https://latchkey.example.com: where providers send browsers back to, and what links in mails begin with."`

	OIDC []string `name:"oidc" sep:";" env:"LATCHKEY_OIDC" placeholder:"SETTINGS" help:"An OpenID Connect provider that people may sign in with, as name=corp,issuer=https://login.example.com,client-id=ID and, if need be, client-secret-file=FILE, label=TEXT, scopes=profile email, groups-claim=groups, staff-group=GROUP, sign-up=true, trust-mfa=true. Given again for each, or with ; between. It needs --public-url."`
}

// at returns the providers, which send browsers back below site.
func (p providers) at(site *url.URL) (*oidc.Providers, error) {
	// An environment variable that is set to nothing is one empty text.
	texts := slices.DeleteFunc(slices.Clone(p.OIDC), func(text string) bool { return strings.TrimSpace(text) == "" })
	if len(texts) > 0 && site == nil {
		return nil, errors.New("--oidc needs --public-url, where providers send browsers back to")
	}
	return oidc.NewProviders(site, texts, nil)
}

// siteOf reads where people reach the admin plane; nil when it is not said.
func siteOf(text string) (*url.URL, error) {
	if text == "" {
		return nil, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("--public-url %q is not written as https://latchkey.example.com", text)
	}
	return u, nil
}

// providerPages are where browsers leave for providers, and come back from them.
func (p planes) providerPages(sessions *session.Service, cookies session.Cookies) http.Handler {
	return session.ProviderPages{
		Sessions: sessions, Cookies: cookies,
		Address: func(r *http.Request) netip.Addr {
			from, _ := p.clients.Of(r.RemoteAddr, r.Header)
			httpserver.SetClient(r.Context(), from)
			return from
		},
		Failed: func(r *http.Request, err error) {
			p.log.Warn().Err(err).Str("request_id", httpserver.RequestID(r.Context())).Msg("a sign-in with a provider failed")
		},
	}.Handler()
}
