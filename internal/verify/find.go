package verify

import (
	"context"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
)

// readTimeout bounds a read that several requests share: it belongs to none of
// them, so none of them can cancel it.
const readTimeout = 10 * time.Second

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
	return v.miss(ctx, secret, s, from, now, trusted)
}

func (v *Verifier) miss(ctx context.Context, secret apikey.Secret, s sum, from netip.Addr, now time.Time, trusted bool) (*entry, error) {
	if wait := v.guesses.refused(from, s, now); wait > 0 {
		return nil, &Refusal{Reason: Guessing, RetryAfter: wait}
	}
	e, err := v.learn(ctx, secret, s, trusted)
	if err == nil && e == nil {
		v.guesses.count(from, s, now)
		err = &Refusal{Reason: Unknown}
	}
	return e, err
}

// learn reads the secret; nil without an error means that it is nobody's.
func (v *Verifier) learn(ctx context.Context, secret apikey.Secret, s sum, trusted bool) (*entry, error) {
	if !trusted {
		return v.read(ctx, secret, false)
	}
	v.memory.mu.Lock()
	if _, known := v.memory.unknown[s]; known {
		v.memory.mu.Unlock()
		return nil, nil
	}
	f, joined := v.memory.flights[s]
	if !joined {
		f = &flight{done: make(chan struct{})}
		v.memory.flights[s] = f
	}
	since := v.memory.clock()
	v.memory.mu.Unlock()
	if !joined {
		go v.fly(context.WithoutCancel(ctx), f, secret, s, since)
	}
	select {
	case <-f.done:
		return f.entry, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// fly reads for everybody who joined, and keeps the result if nothing that it
// concerns was forgotten since the read began. It ends within readTimeout.
func (v *Verifier) fly(ctx context.Context, f *flight, secret apikey.Secret, s sum, since int) {
	ctx, cancel := context.WithTimeout(ctx, readTimeout)
	defer cancel()
	defer close(f.done)
	f.entry, f.err = v.read(ctx, secret, true)
	m := v.memory
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.flights[s] == f {
		delete(m.flights, s)
	}
	switch {
	case f.err != nil:
	case f.entry != nil:
		c := &f.entry.credential
		if !m.stale(since, c.Workspace, c.Key) {
			m.keep(s, f.entry)
		}
	case m.clock() == since:
		makeRoom(m.unknown, maxUnknown)
		m.unknown[s] = struct{}{}
	}
}

// read asks the source for the secret, and for its workspace unless memory, when
// it may be believed, has that.
func (v *Verifier) read(ctx context.Context, secret apikey.Secret, trusted bool) (*entry, error) {
	c, ok, err := v.source.LookupSecret(ctx, v.peppers.All(secret))
	if err != nil || !ok {
		return nil, err
	}
	w, err := v.workspace(ctx, c.Workspace, trusted)
	if err != nil || w == nil {
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
	if err != nil || !ok {
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
