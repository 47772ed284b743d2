package rest

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
)

// Keys do not belong in browsers: whatever is asked, none is told that its pages
// may read the answer.
func TestNoPageMayReadAnswers(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	inTurns(t, func(t *testing.T, o operation, method string, version int, pr probe) {
		path := p.fill(pr.path, url.PathEscape)
		for _, m := range []string{method, http.MethodOptions} {
			secret := acme.keys[apikey.ReadOnly]
			if o.name == "me.delete" {
				secret, _ = w.key(t, acme, apikey.ReadOnly) // it ends with this
			}
			a := w.with(t, secret, version, m, path, p.fill(pr.body, asIs),
				"Origin", "https://shop.example", "Access-Control-Request-Method", method, "Access-Control-Request-Headers", "authorization")
			for name := range a.Header {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s %s has %s", m, path, name)
				}
			}
			if m == method && o.access == apikey.Read && a.StatusCode != http.StatusOK && o.name != "attribute_type.companies" { // the one planted is of users
				t.Errorf("%s %s: %d", m, path, a.StatusCode)
			}
		}
	})
}

// A page that has a key is served, or refused, like anybody, and its owner is told.
func TestTheOwnerIsToldOfPages(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	service := admin.New(w.admin, cluster.NewBarrier(w.admin), w.scheme, w.peppers, admin.Options{})
	for _, c := range []struct {
		origin, path string
		status       int
	}{
		{"", "me/", http.StatusOK},
		{"https://shop.example", "me/", http.StatusOK},
		{"https://shop.example:8443", "users/1/remove_attribute/", http.StatusForbidden},
		{"null", "users/1/", http.StatusNotFound},
	} {
		secret, id := w.key(t, acme, apikey.ReadOnly)
		method := get
		if strings.HasSuffix(c.path, "remove_attribute/") {
			method = post
		}
		r := w.request(t, method, c.path, "")
		r.Header.Set("Authorization", "Token "+secret)
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		if a := w.do(t, r); a.StatusCode != c.status {
			t.Errorf("%s of %q: %d", c.path, c.origin, a.StatusCode)
		}
		ended, end := context.WithCancel(t.Context())
		end()
		w.usage.Run(ended) // flushes once
		hints, err := service.Hints(t.Context(), acme.who, id)
		must(t, err)
		var told string
		for _, h := range hints {
			if h.Code == admin.UsedFromBrowser {
				told = h.Sentence
			}
		}
		if (c.origin == "") != (told == "") || !strings.Contains(told, c.origin) {
			t.Errorf("%q is told as %q", c.origin, told)
		}
	}
}
