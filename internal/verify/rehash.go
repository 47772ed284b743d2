package verify

import (
	"context"
	"sync"
	"time"

	"latchkey/internal/apikey"
)

const (
	// maxRehash bounds the secrets that wait. What finds no room is met again at
	// the secret's next read.
	maxRehash = 4096
	// rehashPace is between two secrets. Each is a change of access, which every
	// node applies, so a new pepper must not come as a flood.
	rehashPace    = 10 * time.Millisecond
	rehashTimeout = 10 * time.Second
	// rehashAgain is how long a secret is left alone that was moved from the same
	// pepper. While nodes start one after the other with a new order of peppers, each
	// would else undo at once what the other did.
	rehashAgain = 10 * time.Minute
)

// Hashes is where secrets are stored. Like [Source] it keeps this package free of
// PostgreSQL.
type Hashes interface {
	RehashSecret(ctx context.Context, old, fresh apikey.Hash) error
}

// Rehasher moves secrets that were verified under an older pepper to the one that
// mints, behind the requests. A verifier hands hashes over; [Rehasher.Run] has one
// owner. What waits when it ends, or cannot be written, is lost without harm: the
// older pepper still verifies, and the next read hands it over again.
type Rehasher struct {
	hashes Hashes
	failed func(error)

	mu      sync.Mutex
	waiting map[apikey.Hash]apikey.Hash // the fresh hash by the old one
	moved   map[apikey.Hash]struct{}    // old hashes taken on since cleared; the pace bounds it
	cleared time.Time
	some    chan struct{} // holds a token when something may wait
}

// NewRehasher returns a rehasher that writes to hashes and tells failed of what it
// could not write.
func NewRehasher(hashes Hashes, failed func(error)) *Rehasher {
	return &Rehasher{hashes: hashes, failed: failed, waiting: map[apikey.Hash]apikey.Hash{},
		moved: map[apikey.Hash]struct{}{}, cleared: time.Now(), some: make(chan struct{}, 1)}
}

// add never blocks. all are the secret's hashes, the first the one to have; c is
// what was found by one of them. A revoked key needs no pepper.
func (r *Rehasher) add(all []apikey.Hash, c apikey.Credential) {
	if r == nil || c.Revoked || c.Pepper == all[0].PepperID {
		return
	}
	for _, old := range all[1:] {
		if old.PepperID == c.Pepper {
			r.wait(old, all[0])
		}
	}
}

func (r *Rehasher) wait(old, fresh apikey.Hash) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if time.Since(r.cleared) >= rehashAgain {
		clear(r.moved)
		r.cleared = time.Now()
	}
	if _, again := r.moved[old]; again || len(r.waiting) >= maxRehash {
		return
	}
	r.waiting[old] = fresh
	select {
	case r.some <- struct{}{}:
	default:
	}
}

// next takes one of those that wait.
func (r *Rehasher) next() (old, fresh apikey.Hash, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for old, fresh := range r.waiting {
		delete(r.waiting, old)
		r.moved[old] = struct{}{}
		return old, fresh, true
	}
	return old, fresh, false
}

// Run writes until ctx ends.
func (r *Rehasher) Run(ctx context.Context) {
	pace := time.NewTicker(rehashPace)
	defer pace.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.some:
		}
		for old, fresh, ok := r.next(); ok; old, fresh, ok = r.next() {
			r.write(ctx, old, fresh)
			select {
			case <-ctx.Done():
				return
			case <-pace.C:
			}
		}
	}
}

// write moves one secret. When it cannot, the others would fail alike, so they are
// let go too.
func (r *Rehasher) write(ctx context.Context, old, fresh apikey.Hash) {
	bounded, cancel := context.WithTimeout(ctx, rehashTimeout)
	defer cancel()
	err := r.hashes.RehashSecret(bounded, old, fresh)
	if err == nil || ctx.Err() != nil {
		return
	}
	r.mu.Lock()
	delete(r.moved, old)
	clear(r.waiting)
	r.mu.Unlock()
	r.failed(err)
}
