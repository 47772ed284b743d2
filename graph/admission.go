package graph

import (
	"cmp"
	"context"
	"net/netip"
	"sync"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
	"latchkey/internal/ratelimit"
)

// Admission is how much this process takes on. Zero fields mean the default beside them.
type Admission struct {
	PerAddress ratelimit.Limit // requests of an address, or of an IPv6 /64: 6,000 in a minute
	PerPerson  ratelimit.Limit // requests of a signed-in person: 3,000 in a minute
	AtOnce     int             // operations that run: 200
	AtOnceEach int             // and of these, each person's, or each address's when nobody is signed in: 30
}

// admission counts who asks how much. It is in this process's memory, which is bounded.
type admission struct {
	Admission
	counts *ratelimit.Memory

	mu      sync.Mutex
	running int
	of      map[uuid.UUID]int
}

func newAdmission(a Admission) *admission {
	a.PerAddress = cmp.Or(a.PerAddress, ratelimit.Limit{Calls: 6_000, Seconds: 60})
	a.PerPerson = cmp.Or(a.PerPerson, ratelimit.Limit{Calls: 3_000, Seconds: 60})
	a.AtOnce, a.AtOnceEach = cmp.Or(a.AtOnce, 200), cmp.Or(a.AtOnceEach, 30)
	return &admission{Admission: a, counts: ratelimit.NewMemory(), of: map[uuid.UUID]int{}}
}

// address counts a request of an address.
func (a *admission) address(ctx context.Context, from netip.Addr) error {
	return a.take(ctx, addressID(from), a.PerAddress)
}

// enter counts a request of who is signed in, and an operation that begins. leave
// is called when it is over.
func (a *admission) enter(ctx context.Context, own *request) (leave func(), err error) {
	who := addressID(own.address)
	if own.signedIn {
		who = own.signed.Person().ID
		if err := a.take(ctx, who, a.PerPerson); err != nil {
			return nil, err
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.running >= a.AtOnce || a.of[who] >= a.AtOnceEach {
		return nil, tooMuch("Too many requests are running. Wait for the answers that are still to come.", time.Second)
	}
	a.running++
	a.of[who]++
	return func() { a.leave(who) }, nil
}

func (a *admission) leave(who uuid.UUID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.running--
	if a.of[who]--; a.of[who] == 0 {
		delete(a.of, who)
	}
}

func (a *admission) take(ctx context.Context, who uuid.UUID, limit ratelimit.Limit) error {
	verdict, err := a.counts.Take(ctx, ratelimit.Call{Workspace: who, Limits: ratelimit.Limits{Workspace: limit}})
	if err != nil || verdict.Refused == "" {
		return err
	}
	return tooMuch("These are too many requests. Go on a little later.", verdict.Wait)
}

func tooMuch(sentence string, wait time.Duration) error {
	f := fault.New(fault.RateLimited, codeRateLimited, sentence)
	f.RetryAfter = int((wait + time.Second - 1) / time.Second)
	return f
}

// addressID stands for an address where people are counted by their ids.
func addressID(from netip.Addr) uuid.UUID {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(allowlist.Household(from).String()))
}
