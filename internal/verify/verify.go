package verify

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"net/netip"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// Source is where secrets and workspaces are read. It is the seam that keeps the
// hot path free of PostgreSQL.
type Source interface {
	LookupSecret(ctx context.Context, hashes []apikey.Hash) (apikey.Credential, bool, error)
	LookupWorkspace(ctx context.Context, id uuid.UUID) (workspace.Access, bool, error)
}

// Lease says whether memory may be believed at a time.Now().
type Lease interface{ Trusted(now time.Time) bool }

// Request is what is asked.
type Request struct {
	Secret  string        // as it was sent; "" when none was
	Address netip.Addr    // the client's; invalid when it cannot be established
	Access  apikey.Access // what the operation does
	Host    string        // the workspace slug in the request's host; "" when it names none

	// AnyAddress lets the request come from an address that the allowlist lacks. It
	// is for what can only take access away: a finder of a secret is elsewhere.
	AnyAddress bool
}

// Pass is an accepted request. What it points to is shared and never changes.
type Pass struct {
	Caller     caller.Caller
	Credential *apikey.Credential
	Workspace  *Workspace
}

// Workspace is what verification knows of a workspace, ready to be matched against.
type Workspace struct {
	workspace.Access
	Policy []string // the value of the header RateLimit-Policy; empty without limits
	list   *allowlist.List
}

// Config of a verifier.
type Config struct {
	Source   Source
	Scheme   apikey.Scheme
	Peppers  apikey.Peppers
	Rehasher *Rehasher        // nil: secrets stay under the pepper that they are stored under
	Now      func() time.Time // nil: time.Now. Tests have a clock of their own
}

// Verifier decides. It is safe for concurrent use.
type Verifier struct {
	source   Source
	scheme   apikey.Scheme
	peppers  apikey.Peppers
	rehasher *Rehasher
	now      func() time.Time
	lease    Lease
	guesses  *guesses
	memory   *memory
	key      [32]byte
	misses   Misses
}

// New returns a verifier that does not trust its memory until [Verifier.Follow].
func New(c Config) *Verifier {
	v := &Verifier{source: c.Source, scheme: c.Scheme, peppers: c.Peppers, rehasher: c.Rehasher, now: c.Now,
		lease: never{}, guesses: newGuesses(), memory: newMemory()}
	if v.now == nil {
		v.now = time.Now
	}
	_, _ = rand.Read(v.key[:]) // it never fails
	return v
}

type never struct{}

func (never) Trusted(time.Time) bool { return false }

// Follow names the lease under which memory is trusted. It is called once, before
// the first request: the node that holds the lease needs the verifier first.
func (v *Verifier) Follow(l Lease) { v.lease = l }

// Verify decides about one request. The error is a *Refusal, or the failure of
// the source; on either the request must be turned away.
func (v *Verifier) Verify(ctx context.Context, r Request) (Pass, error) {
	if r.Secret == "" {
		return Pass{}, &Refusal{Reason: NoCredentials}
	}
	secret, err := v.scheme.Parse(r.Secret)
	if err != nil {
		return Pass{}, &Refusal{Reason: Malformed}
	}
	now := v.now()
	e, err := v.find(ctx, secret, r.Address, now)
	if err != nil {
		return Pass{}, err
	}
	if reason := e.judge(r, now); reason != "" {
		return Pass{}, e.refusal(reason, r.Access)
	}
	c := &e.credential
	return Pass{
		Caller:     caller.OfKey(c.Workspace, c.Key, c.Name, r.Address),
		Credential: c,
		Workspace:  e.workspace,
	}, nil
}

// Misses counts the verifications that memory could not answer, which asked the
// source. Hits are not counted, because that would cost each of them.
type Misses struct {
	Absent  atomic.Int64 // from memory
	NoLease atomic.Int64 // to believe memory under
}

// Misses returns the counts of this verifier, which go on.
func (v *Verifier) Misses() *Misses { return &v.misses }

// Hashes returns what a secret may be stored as, for who ends it.
func (v *Verifier) Hashes(text string) ([]apikey.Hash, error) {
	secret, err := v.scheme.Parse(text)
	if err != nil {
		return nil, err
	}
	return v.peppers.All(secret), nil
}

// Forget implements cluster.Memory.
func (v *Verifier) Forget(workspace, key uuid.UUID) { v.memory.forget(workspace, key) }

// ForgetAll implements cluster.Memory.
func (v *Verifier) ForgetAll() { v.memory.forgetAll() }

// sumOf is how a secret is found in memory. A prefix key is sound here because
// the text has one length, so that no sum extends another.
func (v *Verifier) sumOf(s apikey.Secret) sum {
	var buf [32 + apikey.Length]byte
	copy(buf[:32], v.key[:])
	s.CopyTo((*[apikey.Length]byte)(buf[32:]))
	return sha256.Sum256(buf[:])
}
