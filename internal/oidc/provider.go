package oidc

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
	"golang.org/x/sync/singleflight"

	"latchkey/internal/fault"
)

const (
	patience  = 5 * time.Second // with one request to a provider
	kept      = time.Hour       // what was discovered
	maxAnswer = 1 << 20         // bytes of a provider's answer
)

// What can go wrong with a provider.
var (
	ErrDown = fault.New(fault.Unavailable, "PROVIDER_DOWN",
		"The provider of this sign-in does not answer. Try again in a moment, or sign in another way.")
	ErrRefused = fault.New(fault.Invalid, "PROVIDER_REFUSED",
		"The provider did not confirm this sign-in. Begin it anew.")
)

// Provider is one that people may sign in with.
type Provider struct {
	Settings
	client *http.Client
	now    func() time.Time

	asking singleflight.Group
	mu     sync.Mutex
	found  *oidc.Provider
	at     time.Time // when
}

// New makes a provider, and asks it nothing yet. now nil is time.Now.
func New(s Settings, now func() time.Time) *Provider {
	if now == nil {
		now = time.Now
	}
	return &Provider{Settings: s, now: now, client: &http.Client{Timeout: patience, Transport: bounded{http.DefaultTransport}}}
}

// Flow is what a sign-in is remembered by until the browser comes back.
type Flow struct {
	State    string
	Nonce    string
	Verifier string // of PKCE
}

// NewFlow makes one that nobody can guess.
func NewFlow() Flow { return Flow{rand.Text(), rand.Text(), oauth2.GenerateVerifier()} }

// Begin returns where to send the browser. fresh asks the provider to have the
// person show anew who they are.
func (p *Provider) Begin(ctx context.Context, f Flow, redirect string, fresh bool) (string, error) {
	found, err := p.discover(ctx)
	if err != nil {
		return "", err
	}
	options := []oauth2.AuthCodeOption{oidc.Nonce(f.Nonce), oauth2.S256ChallengeOption(f.Verifier)}
	if fresh {
		options = append(options, oauth2.SetAuthURLParam("prompt", "login"), oauth2.SetAuthURLParam("max_age", "0"))
	} else {
		options = append(options, oauth2.SetAuthURLParam("max_age", oldest))
	}
	return p.config(found, redirect).AuthCodeURL(f.State, options...), nil
}

// oldest is how many seconds ago somebody may have shown the provider who they are: a
// fortnight. Whoever is asked for an age has to tell when that was.
const oldest = "1209600"

func (p *Provider) config(found *oidc.Provider, redirect string) *oauth2.Config {
	c := &oauth2.Config{ClientID: p.ClientID, Endpoint: found.Endpoint(), RedirectURL: redirect, Scopes: append([]string{oidc.ScopeOpenID}, p.Scopes...)}
	if p.credential != nil {
		c.ClientSecret = p.credential()
	}
	return c
}

// Finish exchanges the code that the browser came back with for who it is.
func (p *Provider) Finish(ctx context.Context, f Flow, redirect, code string) (Identity, error) {
	found, err := p.discover(ctx)
	if err != nil {
		return Identity{}, err
	}
	ctx = oidc.ClientContext(ctx, p.client)
	token, err := p.config(found, redirect).Exchange(ctx, code, oauth2.VerifierOption(f.Verifier))
	if err != nil {
		return Identity{}, exchangeFault(err)
	}
	raw, _ := token.Extra("id_token").(string)
	verified, err := found.VerifierContext(ctx, &oidc.Config{ClientID: p.ClientID, Now: p.now}).Verify(ctx, raw)
	if err != nil {
		return Identity{}, ErrRefused.Because(err)
	}
	if verified.Nonce != f.Nonce {
		return Identity{}, ErrRefused.Because(errors.New("the ID token was made for another sign-in"))
	}
	return p.identify(ctx, found, verified, token)
}

// exchangeFault tells a provider that says no from one that says nothing. What it
// answered is left out: it may hold the code.
func exchangeFault(err error) error {
	var said *oauth2.RetrieveError
	if errors.As(err, &said) && said.Response != nil && said.Response.StatusCode < http.StatusInternalServerError {
		return ErrRefused.Because(fmt.Errorf("the code was not accepted: %d %.40q", said.Response.StatusCode, said.ErrorCode))
	}
	return ErrDown.Because(errors.New("the code could not be exchanged"))
}

// discover returns what the provider says of itself.
func (p *Provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	found, fresh := p.found, p.found != nil && p.now().Sub(p.at) < kept
	p.mu.Unlock()
	if fresh {
		return found, nil
	}
	asked, err, _ := p.asking.Do("", func() (any, error) { return p.ask(context.WithoutCancel(ctx)) })
	switch {
	case err == nil:
		return asked.(*oidc.Provider), nil
	case found != nil:
		return found, nil
	}
	return nil, ErrDown.Because(err)
}

func (p *Provider) ask(ctx context.Context) (*oidc.Provider, error) {
	ctx, cancel := context.WithTimeout(oidc.ClientContext(ctx, p.client), patience)
	defer cancel()
	found, err := oidc.NewProvider(ctx, p.Issuer)
	if err != nil {
		return nil, fmt.Errorf("asking %s what it is: %w", p.Issuer, err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.found, p.at = found, p.now()
	return found, nil
}

// bounded cuts answers off that are longer than any of a provider's.
type bounded struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (b bounded) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := b.next.RoundTrip(r)
	if err == nil {
		answer.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(answer.Body, maxAnswer), answer.Body}
	}
	return answer, err
}
