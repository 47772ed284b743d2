package oidc

import (
	"fmt"
	"net/url"
	"time"
)

// Providers are those of an installation, in the order they were given.
type Providers struct {
	list []*Provider
	site *url.URL // where browsers reach this installation
}

// NewProviders reads the settings of providers, which send browsers back below site.
func NewProviders(site *url.URL, texts []string, now func() time.Time) (*Providers, error) {
	all := &Providers{site: site}
	for i, text := range texts {
		s, err := Parse(text)
		if err != nil {
			return nil, fmt.Errorf("provider %d: %w", i+1, err)
		}
		for _, p := range all.list {
			if p.Name == s.Name || p.Issuer == s.Issuer {
				return nil, fmt.Errorf("provider %d has the name or the issuer of %s: each has its own", i+1, p.Name)
			}
		}
		all.list = append(all.list, New(s, now))
	}
	return all, nil
}

// All returns the providers; none of a nil Providers.
func (p *Providers) All() []*Provider {
	if p == nil {
		return nil
	}
	return p.list
}

// Named returns the provider with a name.
func (p *Providers) Named(name string) (*Provider, bool) {
	for _, one := range p.All() {
		if one.Name == name {
			return one, true
		}
	}
	return nil, false
}

// OfIssuer returns the provider with an issuer.
func (p *Providers) OfIssuer(issuer string) (*Provider, bool) {
	for _, one := range p.All() {
		if one.Issuer == issuer {
			return one, true
		}
	}
	return nil, false
}

// Redirect is where a provider sends browsers back to.
func (p *Providers) Redirect(of *Provider) string {
	return p.site.JoinPath("auth", "oidc", of.Name, "callback").String()
}
