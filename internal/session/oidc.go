package session

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/oidc"
)

// What stands against a sign-in with a provider.
var (
	ErrNoProvider      = fault.New(fault.NotFound, "NOT_FOUND", "There is no such provider here.")
	ErrReturnTo        = fault.New(fault.Invalid, "RETURN_INVALID", "Where to return to is a path here, which begins with one slash.").On("returnTo")
	ErrFlowOver        = fault.New(fault.Invalid, "FLOW_OVER", "This sign-in is over, or it was begun in another browser. Begin it anew.")
	ErrUnknownIdentity = fault.New(fault.Forbidden, "IDENTITY_UNKNOWN",
		"Nobody here has linked this account. Sign in with your password, and link it in your account's settings.")
	ErrIdentityTaken = fault.New(fault.Conflict, "IDENTITY_TAKEN", "Somebody has linked this account already.")
	ErrEmailOfOthers = fault.New(fault.Conflict, "EMAIL_TAKEN",
		"Somebody here has your e-mail address. If it is you, sign in with your password, and link this account in your account's settings.")
	ErrEmailUnverified = fault.New(fault.Forbidden, "EMAIL_UNVERIFIED",
		"The provider tells no e-mail address of yours that it has verified, which signing up takes.")
	ErrInvitedAddress = fault.New(fault.Conflict, "OTHER_ADDRESS",
		"This invitation is for another e-mail address than the one that the provider has verified as yours. Accept it with a name and a password.")
	ErrLastWayIn = fault.New(fault.Conflict, "LAST_WAY_IN",
		"You could not sign in any more. Choose a password, or link another account, first.")
	errTooOften   = fault.New(fault.RateLimited, "RATE_LIMITED", "Too many attempts to sign in. Try again in a moment.")
	errNoIdentity = fault.New(fault.NotFound, "NOT_FOUND", "You have no such identity.")
	errNotFresh   = fault.New(fault.Reauthenticate, "REAUTHENTICATION_REQUIRED",
		"The provider did not ask you anew who you are. Sign out there, and try again.")
)

// flowLasts is how long somebody may be away at a provider.
const flowLasts = 10 * time.Minute

// flow is a browser's sign-in with a provider. The browser keeps it, sealed.
type flow struct {
	oidc.Flow
	Provider string
	Return   string
	Fresh    bool
	Link     uuid.UUID // who links an identity; uuid.Nil: somebody signs in
	Invited  []byte    // the hash of the token of the invitation that who is unknown accepts; nil: none
	Until    time.Time
}

// Departure is where a browser goes, and what it keeps until it is back.
type Departure struct {
	URL  string
	Kept Token
}

// StartProvider begins a sign-in with a provider. fresh has the provider ask the
// person anew who they are, which makes the sign-in a recent one.
func (s *Service) StartProvider(ctx context.Context, provider, returnTo string, fresh bool) (Departure, error) {
	return s.depart(ctx, flow{Provider: provider, Return: returnTo, Fresh: fresh})
}

// StartLink begins to link an identity to somebody who is signed in, recently.
func (s *Service) StartLink(ctx context.Context, who Signed, provider, returnTo string) (Departure, error) {
	if err := who.RequireRecent(); err != nil {
		return Departure{}, err
	}
	return s.depart(ctx, flow{Provider: provider, Return: returnTo, Link: who.person.ID})
}

// StartAcceptance begins to accept an invitation, by its token, as somebody who signs in with
// a provider from then on. Somebody who is a person already is signed in, and accepts then.
func (s *Service) StartAcceptance(ctx context.Context, invitation Token, provider, returnTo string) (Departure, error) {
	i, err := s.invitationOf(ctx, invitation)
	if err != nil {
		return Departure{}, err
	}
	switch known, _, err := s.store.PersonByEmail(ctx, i.EmailKey); {
	case err != nil:
		return Departure{}, err
	case known.ID != uuid.Nil:
		return Departure{}, errSignInFirst
	}
	return s.depart(ctx, flow{Provider: provider, Return: returnTo, Invited: invitation.hash()})
}

func (s *Service) depart(ctx context.Context, f flow) (Departure, error) {
	p, ok := s.providers.Named(f.Provider)
	if !ok {
		return Departure{}, ErrNoProvider
	}
	if !localPath(f.Return) {
		return Departure{}, ErrReturnTo
	}
	f.Flow, f.Until = oidc.NewFlow(), s.now().Add(flowLasts)
	to, err := p.Begin(ctx, f.Flow, s.providers.Redirect(p), f.Fresh)
	if err != nil {
		return Departure{}, err
	}
	kept, err := s.sealFlow(f)
	return Departure{to, kept}, err
}

// localPath reports whether a browser that is sent there stays here: browsers take
// // and /\ for the begin of another host, and skip what is no graphic character.
func localPath(text string) bool {
	const longest = 500 // bytes
	if len(text) > longest || !strings.HasPrefix(text, "/") || strings.HasPrefix(text, "//") {
		return false
	}
	for _, c := range []byte(text) {
		if c <= ' ' || c == '\\' || c >= 0x7f {
			return false
		}
	}
	u, err := url.Parse(text)
	return err == nil && u.Host == "" && u.Scheme == ""
}

// Arrival is a browser that comes back from a provider.
type Arrival struct {
	Provider string // in whose name
	State    string
	Code     string
	Error    string // what the provider says instead of a code
	Kept     Token  // of its Departure
	Signed   Signed // who is signed in there
}

// Arrive makes what it comes back with a session, or a link of who is signed in:
// the token is zero then. The error may be a [*FactorRequired]. returnTo is where the
// browser goes on, valid with it too.
func (s *Service) Arrive(ctx context.Context, a Arrival, in SignIn) (token Token, returnTo string, err error) {
	f, err := s.openFlow(a.Kept)
	if err != nil {
		return Token{}, "", err
	}
	p, ok := s.providers.Named(a.Provider)
	if !ok || f.Provider != a.Provider || a.State != f.State || !s.now().Before(f.Until) {
		return Token{}, "", ErrFlowOver
	}
	if a.Code == "" {
		return Token{}, "", oidc.ErrRefused.Because(fmt.Errorf("it said %.40q", a.Error))
	}
	if wait := s.attempts.addresses.take(neighbourhood(in.Address), s.now()); wait > 0 {
		return Token{}, "", errTooOften.After(int(math.Ceil(wait.Seconds())))
	}
	who, err := p.Finish(ctx, f.Flow, s.providers.Redirect(p), a.Code)
	if err != nil {
		return Token{}, "", err
	}
	s.attempts.addresses.giveBack(neighbourhood(in.Address)) // it was no guess
	if f.Link != uuid.Nil {
		return Token{}, f.Return, s.link(ctx, p, f, a.Signed, who, in.Address)
	}
	token, err = s.enter(ctx, p, f, who, in)
	return token, f.Return, err
}
