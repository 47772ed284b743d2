package session

import (
	"fmt"
	"math"
	"net/netip"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
)

// remembered is how many addresses, and how many accounts, a limiter keeps.
const remembered = 10_000

// limiter allows each key a burst of attempts, one of which comes back every so
// often (GCRA).
type limiter struct {
	burst int
	every time.Duration

	mu  sync.Mutex
	due *simplelru.LRU[string, time.Time] // when all attempts of a key will have come back
}

func newLimiter(burst int, every time.Duration) *limiter {
	due, err := simplelru.NewLRU[string, time.Time](remembered, nil)
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	return &limiter{burst: burst, every: every, due: due}
}

// take uses an attempt up. When there is none it returns how long until there is.
func (l *limiter) take(key string, now time.Time) (wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	due, ok := l.due.Get(key)
	if !ok || due.Before(now) {
		due = now
	}
	due = due.Add(l.every)
	if wait := due.Sub(now) - time.Duration(l.burst)*l.every; wait > 0 {
		return wait
	}
	l.due.Add(key, due)
	return 0
}

// giveBack returns an attempt.
func (l *limiter) giveBack(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if due, ok := l.due.Get(key); ok {
		l.due.Add(key, due.Add(-l.every))
	}
}

// limited says how long to wait for what was done too often; nil when there is nothing to wait for.
func limited(wait time.Duration, says string) error {
	if wait == 0 {
		return nil
	}
	seconds := int(math.Ceil(wait.Seconds()))
	return fault.New(fault.RateLimited, "RATE_LIMITED", fmt.Sprintf("%s Try again in %d seconds.", says, seconds)).After(seconds)
}

// neighbourhood is the household that an address is limited by, as a key.
func neighbourhood(a netip.Addr) string {
	household := allowlist.Household(a)
	if household.Addr().Is4() {
		return household.Addr().String()
	}
	return household.String()
}
