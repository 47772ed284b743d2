package verify

import (
	"encoding/binary"
	"net/netip"
	"slices"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"latchkey/internal/allowlist"
)

// The limit on guessing: how many distinct unknown secrets an address (IPv6: its
// /64) may have looked up in a window. Distinct, so that a forgotten cron job
// with one dead key never shuts out its neighbours behind the same address.
const (
	maxGuesses  = 30
	guessWindow = time.Minute
	maxGuessers = 16384
)

// guesses counts in a window that begins with an address's first unknown secret.
type guesses struct {
	mu sync.Mutex
	by *simplelru.LRU[netip.Addr, *guesser]
}

type guesser struct {
	since time.Time
	seen  []uint64 // the beginnings of the sums, which are random
}

func newGuesses() *guesses {
	by, err := simplelru.NewLRU[netip.Addr, *guesser](maxGuessers, nil)
	if err != nil {
		panic(err) // impossible: the size is a positive constant
	}
	return &guesses{by: by}
}

// refused returns how many seconds the address must wait before a secret that it
// has not tried yet is looked up, and 0 when it need not wait.
func (g *guesses) refused(from netip.Addr, s sum, now time.Time) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	w, ok := g.by.Get(neighbourhood(from))
	if !ok || len(w.seen) < maxGuesses || slices.Contains(w.seen, beginning(s)) {
		return 0
	}
	left := guessWindow - now.Sub(w.since)
	if left <= 0 {
		return 0
	}
	return int((left + time.Second - 1) / time.Second)
}

// count records that a secret of the address turned out to be nobody's.
func (g *guesses) count(from netip.Addr, s sum, now time.Time) {
	g.mu.Lock()
	defer g.mu.Unlock()
	at := neighbourhood(from)
	w, ok := g.by.Get(at)
	if !ok || now.Sub(w.since) >= guessWindow {
		w = &guesser{since: now}
		g.by.Add(at, w)
	}
	if len(w.seen) < maxGuesses && !slices.Contains(w.seen, beginning(s)) {
		w.seen = append(w.seen, beginning(s))
	}
}

// neighbourhood is what counts as one address.
func neighbourhood(a netip.Addr) netip.Addr { return allowlist.Household(a).Addr() }

func beginning(s sum) uint64 { return binary.BigEndian.Uint64(s[:]) }
