package session

import (
	"context"
	"net/netip"
	"strings"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/oidc"
	"latchkey/internal/secondfactor"
	"latchkey/internal/store"
)

// How long a session runs.
const (
	Idle    = 12 * time.Hour      // without a request
	Longest = 14 * 24 * time.Hour // in all
)

// Recent is how long after somebody showed who they are they may mint secrets and
// widen access without doing so again.
const Recent = 15 * time.Minute

// touchEvery is how often a session's last use is written.
const touchEvery = time.Minute

// longestUserAgent is how many bytes of a browser's name are kept.
const longestUserAgent = 300

// ErrInvalidCredentials is the one answer to an unknown address and to a wrong password.
var ErrInvalidCredentials = fault.New(fault.Invalid, "INVALID_CREDENTIALS",
	"The e-mail address or the password is not right.")

// Service signs people in and out, and finds who is.
type Service struct {
	store     *store.Store
	now       func() time.Time
	passwords *passwords
	attempts  attempts

	signUp     bool
	mailing    Mailing
	waiting    chan struct{} // holds one when there may be mail to send
	askers     *limiter      // mails that an address asks for
	inviters   *limiter      // mails that a person asks for
	changes    *limiter      // changes of their address that a person asks for
	recipients *limiter      // mails to an address
	factors    factors
	providers  *oidc.Providers
}

// Options of a service; the zero value is for production.
type Options struct {
	Now func() time.Time // nil: time.Now. Tests have a clock of their own

	// WeakPasswords hashes passwords so that they are quickly guessed. It is for
	// tests that sign people in and show something else; internal/arch keeps it there.
	WeakPasswords bool

	SignUp           bool // people may become one by themselves, where mail is sent
	Mail             Mailing
	SecondFactorKeys secondfactor.Keys // zero: second factors can be neither added nor given
	Providers        *oidc.Providers   // whom people may sign in with; nil: nobody else
}

func (o Options) params() *argon2id.Params {
	if o.WeakPasswords {
		return weakParams()
	}
	return params()
}

// New makes a service on the application role's store.
func New(st *store.Store, o Options) (*Service, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Mail.Failed == nil {
		o.Mail.Failed = func(store.Mail, error, bool) {}
	}
	p, err := newPasswords(o.params())
	if err != nil {
		return nil, err
	}
	return &Service{
		store: st, now: o.Now, passwords: p,
		attempts: newAttempts(),

		signUp: o.SignUp, mailing: o.Mail, waiting: make(chan struct{}, 1),
		askers:     newLimiter(10, time.Minute),
		inviters:   newLimiter(50, time.Minute),
		changes:    newLimiter(5, 10*time.Minute),
		recipients: newLimiter(3, 10*time.Minute),
		factors:    newFactors(o),
		providers:  o.Providers,
	}, nil
}

// SignIn is an attempt to sign in.
type SignIn struct {
	Email     string
	Password  Password
	Address   netip.Addr // the client's; invalid when it could not be established
	UserAgent string
	Replaces  Token // the browser's session until now, which ends
}

// SignIn starts a session when the password is the person's. When they have a second
// factor the error is a [*FactorRequired] instead.
func (s *Service) SignIn(ctx context.Context, in SignIn) (Token, Signed, error) {
	key, near := emailKey(in.Email), neighbourhood(in.Address)
	if err := s.attempts.here(near, key, s.now()); err != nil {
		return Token{}, Signed{}, err
	}
	person, hash, err := s.store.PersonByEmail(ctx, key)
	if err != nil {
		return Token{}, Signed{}, err
	}
	back, err := s.attempts.everywhere(near, key, person.ID != uuid.Nil, s.now())
	if err != nil {
		return Token{}, Signed{}, err
	}
	match, err := s.passwords.matches(ctx, in.Password, hash)
	if err != nil {
		return Token{}, Signed{}, err
	}
	if !match {
		return Token{}, Signed{}, ErrInvalidCredentials
	}
	s.attempts.giveBack(near, key)
	back()
	return s.begin(ctx, first{person: person, hash: hash, at: s.now()}, in, false)
}

// errJustChanged is for a sign-in whose person has changed meanwhile what it takes.
var errJustChanged = fault.New(fault.Unavailable, "UNAVAILABLE", "Your password or second factor has changed while you signed in. Sign in again.").After(1)

// start starts the session of somebody who has shown all that they must. alone: the
// first factor is all, because there is no second one.
func (s *Service) start(ctx context.Context, f first, in SignIn, alone bool) (Token, Signed, error) {
	if err := s.replace(ctx, in); err != nil {
		return Token{}, Signed{}, err
	}
	token, row := s.newSession(f, in)
	row.Relies = store.Reliance{PasswordHash: f.hash, NoFactor: alone}
	switch ok, err := s.store.StartSession(ctx, row, s.signedIn(f, in, "")); {
	case err != nil:
		return Token{}, Signed{}, err
	case !ok:
		return Token{}, Signed{}, errJustChanged
	}
	signed, _, err := s.Lookup(ctx, token)
	return token, signed, err
}

// replace ends the session that the browser had.
func (s *Service) replace(ctx context.Context, in SignIn) error {
	return s.SignOut(ctx, in.Replaces, in.Address)
}

func (s *Service) newSession(f first, in SignIn) (Token, store.Session) {
	token, now := newToken(), s.now()
	return token, store.Session{
		ID: uuid.New(), Person: f.person, TokenHash: token.hash(), CreatedAt: now, AuthenticatedAt: f.at, LastSeenAt: now,
		ExpiresAt: ends(now, now), Address: addressText(in.Address), UserAgent: cut(in.UserAgent), Identity: f.identity,
	}
}

// signedIn is the event of a session that begins; factor is the second one, if any.
func (s *Service) signedIn(f first, in SignIn, factor audit.Text) audit.Event {
	e := s.event(audit.SignedIn, f.person, in.Address)
	if f.by != "" {
		e.After = append(e.After, audit.Value{Name: "provider", Text: f.by})
	}
	if factor != "" {
		e.After = append(e.After, audit.Value{Name: "secondFactor", Text: factor})
	}
	return e
}

// SignOut ends the token's session; one that has ended already is no error. from
// is the client's address.
func (s *Service) SignOut(ctx context.Context, t Token, from netip.Addr) error {
	if t.IsZero() {
		return nil
	}
	return s.store.EndSession(ctx, t.hash(), func(p store.Person) audit.Event { return s.event(audit.SignedOut, p, from) })
}

// Lookup returns who is signed in with the token; ok is false when nobody is. It
// counts as a use of the session.
func (s *Service) Lookup(ctx context.Context, t Token) (who Signed, ok bool, err error) {
	return s.lookup(ctx, t, true)
}

// Look is Lookup for what goes on by itself, such as a stream: it is no use of the
// session, which still ends when its person does nothing for long.
func (s *Service) Look(ctx context.Context, t Token) (who Signed, ok bool, err error) {
	return s.lookup(ctx, t, false)
}

func (s *Service) lookup(ctx context.Context, t Token, use bool) (who Signed, ok bool, err error) {
	if t.IsZero() {
		return Signed{}, false, nil
	}
	now := s.now()
	row, ok, err := s.store.SessionByToken(ctx, t.hash(), now)
	if err != nil || !ok {
		return Signed{}, false, err
	}
	memberships, err := s.store.Memberships(ctx, row.Person.ID)
	if err != nil {
		return Signed{}, false, err
	}
	support, err := s.supportSessions(ctx, row.Person)
	if err != nil {
		return Signed{}, false, err
	}
	if use && now.Sub(row.LastSeenAt) >= touchEvery {
		if err := s.store.TouchSession(ctx, row.ID, now, ends(row.CreatedAt, now)); err != nil {
			return Signed{}, false, err
		}
	}
	return Signed{row.ID, row.Person, memberships, support, row.AuthenticatedAt, now.Sub(row.AuthenticatedAt) <= Recent}, true, nil
}

// event is what a person did with their session.
func (s *Service) event(action audit.Action, p store.Person, from netip.Addr) audit.Event {
	return audit.Event{
		ID: uuid.New(), At: s.now(), Action: action, Address: from,
		Actor:  caller.Actor{Kind: caller.Member, ID: p.ID, Label: p.Email},
		Target: audit.Target{Kind: audit.Person, ID: p.ID, Label: audit.Text(p.Email)},
	}
}

// ends is when a session that began at start and was last used at used is over.
func ends(start, used time.Time) time.Time {
	idle, longest := used.Add(Idle), start.Add(Longest)
	if idle.Before(longest) {
		return idle
	}
	return longest
}

func addressText(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}

// cut keeps the beginning of a browser's name, as text that can be stored.
func cut(userAgent string) string {
	if len(userAgent) > longestUserAgent {
		userAgent = userAgent[:longestUserAgent]
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(userAgent, ""))
}
