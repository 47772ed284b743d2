package httpserver

import (
	"net/http"
	"net/netip"
	"strings"
)

// ThroughProxy lets through what came by the proxies that speak TLS in front of a
// plain listener: requests of another peer, and those of which the proxy says that the
// client spoke plain HTTP, are refused, since everybody on the way could read them. A peer
// on this machine, such as a probe, has nobody on the way. exempt paths are open to all.
func ThroughProxy(next http.Handler, trusted func(remoteAddr string) bool, exempt ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, path := range exempt {
			if r.URL.Path == path {
				next.ServeHTTP(w, r)
				return
			}
		}
		if byTrusted := trusted(r.RemoteAddr); byTrusted && !saysPlain(r) || !byTrusted && onThisMachine(r.RemoteAddr) {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Connection", "close")
		http.Error(w, "This is served over HTTPS only. What was sent just now could be read on the way: replace any secret that was in it.", http.StatusForbidden)
	})
}

// saysPlain reports whether the proxy says that the client spoke plain HTTP to it.
func saysPlain(r *http.Request) bool {
	return strings.EqualFold(strings.TrimSpace(r.Header.Get("X-Forwarded-Proto")), "http")
}

func onThisMachine(remoteAddr string) bool {
	at, err := netip.ParseAddrPort(remoteAddr)
	return err == nil && at.Addr().Unmap().IsLoopback()
}
