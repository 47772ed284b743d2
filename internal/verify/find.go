package verify

import (
	"context"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
)

// question is a secret that memory has no answer to.
type question struct {
	secret apikey.Secret
	sum    sum
	from   netip.Addr
	at     time.Time
}

// flight is a read of PostgreSQL that other requests for the same secret may join.
type flight struct {
	done  chan struct{} // closed when entry and err are set
	entry *entry        // nil: the secret is unknown
	err   error
}

// find returns the entry of a secret, from memory when that may be believed.
func (v *Verifier) find(ctx context.Context, secret apikey.Secret, from netip.Addr, now time.Time) (*entry, error) {
	s := v.sumOf(secret)
	trusted := v.lease.Trusted(now)
	if trusted {
		if e := v.memory.entry(&s); e != nil {
			return e, nil
		}
	}
	return v.miss(ctx, question{secret, s, from, now}, trusted)
}

// miss answers from PostgreSQL. A secret that memory knows to be nobody's needs
// no read, and so does not count as a guess.
func (v *Verifier) miss(ctx context.Context, q question, trusted bool) (*entry, error) {
	if trusted && v.memory.isUnknown(q.sum) {
		return nil, &Refusal{Reason: Unknown}
	}
	if wait := v.guesses.refused(q.from, q.sum, q.at); wait > 0 {
		return nil, &Refusal{Reason: Guessing, RetryAfter: wait}
	}
	e, err := v.learn(ctx, q, trusted)
	if err == nil && e == nil {
		err = &Refusal{Reason: Unknown}
	}
	return e, err
}

// learn reads the secret; nil without an error means that it is nobody's. A
// request that is given up leaves the read to the others who wait for it.
func (v *Verifier) learn(ctx context.Context, q question, trusted bool) (*entry, error) {
	if !trusted {
		v.misses.NoLease.Add(1)
		return v.read(ctx, q, false)
	}
	v.misses.Absent.Add(1)
	f := v.join(context.WithoutCancel(ctx), q)
	select {
	case <-f.done:
		return f.entry, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// join returns the read of the secret that is under way, or starts one. One may have
// landed since the caller found nothing in memory: then what it kept is the answer,
// since whatever was forgotten meanwhile is no longer there.
func (v *Verifier) join(ctx context.Context, q question) *flight {
	m := v.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if f, underWay := m.flights[q.sum]; underWay {
		return f
	}
	f := &flight{done: make(chan struct{})}
	if f.entry = m.entry(&q.sum); f.entry != nil {
		close(f.done)
		return f
	}
	m.flights[q.sum] = f
	go v.fly(ctx, f, q, m.clock())
	return f
}

// fly reads for everybody who joined, and keeps the result if nothing that it
// concerns was forgotten since the read began. It ends when the source answers,
// which has deadlines of its own.
func (v *Verifier) fly(ctx context.Context, f *flight, q question, since int) {
	defer close(f.done)
	defer func() {
		// No handler's recovery reaches this goroutine; one bad row must not end the process.
		if cause := recover(); cause != nil {
			f.entry, f.err = nil, fmt.Errorf("verify: reading a secret: %v", cause)
		}
		v.memory.land(f, q.sum, since)
	}()
	f.entry, f.err = v.read(ctx, q, true)
}

// read asks the source for the secret, and for its workspace unless memory, when
// it may be believed, has that. A secret that is nobody's takes the same steps: its
// workspace is uuid.Nil, which is read and kept like any other, so that the time of
// a refusal does not tell whether the secret was ever somebody's.
func (v *Verifier) read(ctx context.Context, q question, trusted bool) (*entry, error) {
	hashes := v.peppers.All(q.secret)
	c, ok, err := v.source.LookupSecret(ctx, hashes)
	if err != nil {
		return nil, err
	}
	if ok {
		v.rehasher.add(hashes, c)
	} else {
		v.guesses.count(q.from, q.sum, q.at)
	}
	w, err := v.workspace(ctx, c.Workspace, trusted)
	if err != nil || w == nil || !ok {
		return nil, err
	}
	return newEntry(c, w), nil
}

// workspace is shared by all entries of its keys: an allowlist may be long.
func (v *Verifier) workspace(ctx context.Context, id uuid.UUID, trusted bool) (*Workspace, error) {
	m := v.memory
	m.mu.Lock()
	known, since := m.workspaces[id], m.clock()
	m.mu.Unlock()
	if trusted && known != nil {
		return known, nil
	}
	a, ok, err := v.source.LookupWorkspace(ctx, id)
	if err != nil || !ok && id != uuid.Nil {
		return nil, err
	}
	w, err := newWorkspace(a)
	if err != nil {
		return nil, fmt.Errorf("verify: workspace %s: %w", id, err)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if trusted && !m.stale(since, id, uuid.Nil) {
		makeRoom(m.workspaces, maxWorkspaces)
		m.workspaces[id] = w
	}
	return w, nil
}
