package verify

import (
	"context"
	"net/netip"

	"latchkey/internal/apikey"
)

// Missed is a request that found nothing in memory, and has come no further yet: meanwhile
// another one's read may have landed, or a change may have been applied.
func (v *Verifier) Missed(ctx context.Context, secret apikey.Secret, from netip.Addr) error {
	_, err := v.learn(ctx, question{secret, v.sumOf(secret), from, v.now()}, true)
	return err
}

// Waiting counts what waits.
func (r *Rehasher) Waiting() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.waiting)
}
