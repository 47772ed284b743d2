package session

import (
	"context"
	"errors"
	"net/http"
	"net/netip"
	"time"

	"latchkey/internal/fault"
)

// arriveIn is how long a browser waits for what the provider and PostgreSQL say.
const arriveIn = 15 * time.Second

// ProviderPages are the two addresses of sign-ins with providers, below /auth/oidc/:
// {provider}/start, and {provider}/callback, to which providers send browsers back.
type ProviderPages struct {
	Sessions *Service
	Cookies  Cookies
	Address  func(*http.Request) netip.Addr // the client's
	// Failed is told what went wrong on our side or a provider's; it must not keep r.
	Failed func(r *http.Request, err error)
}

// Handler serves the pages.
func (p ProviderPages) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /auth/oidc/{provider}/start", p.page(p.start))
	mux.HandleFunc("GET /auth/oidc/{provider}/callback", p.page(p.callback))
	return mux
}

// page answers with where to go on, or with a page that says why not.
func (p ProviderPages) page(f func(context.Context, http.ResponseWriter, *http.Request) (string, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), arriveIn)
		defer cancel()
		w.Header().Set("Cache-Control", "no-store")
		to, err := f(ctx, w, r)
		if err != nil {
			p.refuse(w, r, err)
			return
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
	}
}

func (p ProviderPages) start(ctx context.Context, w http.ResponseWriter, r *http.Request) (string, error) {
	returnTo := r.FormValue("return")
	if returnTo == "" {
		returnTo = "/"
	}
	d, err := p.Sessions.StartProvider(ctx, r.PathValue("provider"), returnTo, r.FormValue("fresh") == "true")
	if err != nil {
		return "", err
	}
	p.Cookies.SetFlow(w, d.Kept)
	return d.URL, nil
}

func (p ProviderPages) callback(ctx context.Context, w http.ResponseWriter, r *http.Request) (string, error) {
	a := Arrival{
		Provider: r.PathValue("provider"), State: r.FormValue("state"), Code: r.FormValue("code"), Error: r.FormValue("error"), Kept: p.Cookies.Flow(r),
	}
	p.Cookies.clearFlow(w)
	own := p.Cookies.Token(r)
	var err error
	if a.Signed, _, err = p.Sessions.Lookup(ctx, own); err != nil {
		return "", err
	}
	token, returnTo, err := p.Sessions.Arrive(ctx, a, SignIn{Address: p.Address(r), UserAgent: r.UserAgent(), Replaces: own})
	if waits := (*FactorRequired)(nil); errors.As(err, &waits) {
		p.Cookies.SetChallenge(w, waits.Token)
		return returnTo, nil
	}
	if err != nil {
		return "", err
	}
	if !token.IsZero() {
		p.Cookies.Set(w, token)
	}
	return returnTo, nil
}

// refuse says what went wrong, and how to go on.
func (p ProviderPages) refuse(w http.ResponseWriter, r *http.Request, err error) {
	f, ok := fault.As(err)
	if !ok {
		f = fault.New(fault.Internal, "INTERNAL", "Something went wrong on our side.")
	}
	if f.Kind == fault.Internal || f.Kind == fault.Unavailable || errors.Unwrap(f) != nil {
		p.Failed(r, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", refusalPolicy)
	w.WriteHeader(statusOf(f.Kind))
	_ = refusal.Execute(w, f.Message) // the browser is gone, if anything
}

func statusOf(kind fault.Kind) int {
	switch kind {
	case fault.Invalid:
		return http.StatusBadRequest
	case fault.NotFound:
		return http.StatusNotFound
	case fault.Forbidden, fault.Reauthenticate, fault.Unauthenticated:
		return http.StatusForbidden
	case fault.Conflict:
		return http.StatusConflict
	case fault.RateLimited:
		return http.StatusTooManyRequests
	case fault.Unavailable:
		return http.StatusServiceUnavailable
	default:
		return http.StatusInternalServerError
	}
}
