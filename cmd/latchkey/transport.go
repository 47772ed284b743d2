package main

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"

	"latchkey/internal/httpserver"
)

// transport is how clients reach the planes.
type transport struct {
	TLSCert      string `name:"tls-cert" env:"LATCHKEY_TLS_CERT" placeholder:"FILE" help:"The certificate that both planes are served with, in PEM with its chain. A renewed one is read without a restart."`
	TLSKey       string `name:"tls-key" env:"LATCHKEY_TLS_KEY" placeholder:"FILE" help:"The certificate's key, in PEM."`
	InsecureHTTP bool   `name:"insecure-http" env:"LATCHKEY_INSECURE_HTTP" help:"Serve plain HTTP to other machines, and let the admin plane's cookies go over it. Only for trying it out: anyone on the way can take a session or a secret."`
}

// tls is what to serve TLS with; nil for plain HTTP.
func (s service) tls() (*tls.Config, error) {
	switch {
	case s.TLSCert == "" && s.TLSKey == "":
		return nil, nil
	case s.TLSCert == "" || s.TLSKey == "":
		return nil, errors.New("--tls-cert and --tls-key belong together: name both, or neither")
	}
	c, err := httpserver.LoadCertificate(s.TLSCert, s.TLSKey, func(err error) {
		s.log.Error().Err(err).Msg("the TLS certificate has changed and cannot be used; the one before goes on")
	})
	if err != nil {
		return nil, err
	}
	return c.Config(), nil
}

// spoken is the scheme of the planes' own listeners.
func (t transport) spoken() string {
	if t.TLSCert != "" {
		return "https"
	}
	return "http"
}

// behindProxy reports whether proxies are named, which then speak TLS in front.
func (s service) behindProxy() bool {
	return slices.ContainsFunc(s.TrustedProxies, func(text string) bool { return text != "" })
}

// mayListen refuses to serve plain HTTP to other machines, unless proxies in front speak
// TLS or the operator insists.
func (s service) mayListen(plane, addr string) error {
	if s.TLSCert != "" || s.InsecureHTTP || s.behindProxy() || onLoopback(addr) {
		return nil
	}
	return fmt.Errorf("the %s plane would serve plain HTTP to other machines at %s: name a certificate (--tls-cert, --tls-key), "+
		"the proxies that speak TLS in front of it (--trusted-proxies), or an address of this machine alone (127.0.0.1:…); --insecure-http does it all the same", plane, addr)
}

// plainCookies reports whether browsers reach the admin plane without TLS and should:
// on this machine, or because the operator insists.
func (s service) plainCookies() bool {
	return s.TLSCert == "" && (s.InsecureHTTP || onLoopback(s.adminAddr) && !s.behindProxy())
}

// strictTransport tells browsers that they come to this host by HTTPS alone, for a year: "" where they
// may come by HTTP, and on this machine alone, whose other ports are other people's.
func (s service) strictTransport() string {
	if s.plainCookies() || onLoopback(s.adminAddr) && !s.behindProxy() {
		return ""
	}
	return "max-age=31536000"
}

// guarded keeps requests that did not come through the proxies from a plain listener that
// other machines reach.
func (s service) guarded(handler http.Handler, trusted func(string) bool) http.Handler {
	if s.TLSCert != "" || s.InsecureHTTP || !s.behindProxy() {
		return handler
	}
	return httpserver.ThroughProxy(handler, trusted, "/healthz", "/readyz")
}

// onLoopback reports whether nobody but this machine reaches an address to listen on.
func onLoopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false
	}
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.Unmap().IsLoopback()
}
