// Package usage counts who called what and from where, without a write per request.
//
// A [Counter] adds calls up in memory and flushes them once a second, and once
// more when it stops, in one statement (after an outage, when there is more than
// PostgreSQL should take at once, in several). A process that is killed loses at most the
// last second; one that stops cleanly loses nothing. While PostgreSQL cannot be
// reached the counts stay in memory and go with a later flush.
//
// Memory is bounded, and so is the database. Of a key's addresses and user agents
// of a day, only so many are kept apart (store.SourceKind.Room), and the others are
// added up as one. Past [maxRows] rows new ones are dropped and their number is
// logged; that takes an outage together with many thousand keys.
//
// The counts of a key are written together or not at all, so a call is never
// counted twice, unless PostgreSQL dies between a commit and its answer.
//
// Hours and days are those of UTC.
package usage

import (
	"context"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/store"
)

const (
	flushEvery   = time.Second
	flushTimeout = 10 * time.Second
)

// Call is one request that a key made, accepted or refused.
type Call struct {
	Workspace, Key uuid.UUID
	Operation      string
	Access         string    // what the operation does: "read", "write", "delete" or "own"
	Outcome        string    // "2xx" … "5xx", or the reason of the refusal
	Refused        bool      // it counts, but it was no use of the key
	OldSecret      uuid.UUID // the secret that was sent, when a rotation has given it an end; else uuid.Nil
	Address        netip.Addr
	UserAgent      string
	Origin         string // of the web page that made it; "": none did
	At             time.Time
}

// Counter collects calls. Count is safe for concurrent use; Run has one owner.
type Counter struct {
	store *store.Store
	log   zerolog.Logger
	mu    sync.Mutex
	rows  *rows
	old   oldSecrets
	pages webPages

	flushed func(rows int, took time.Duration, err error)
	written atomic.Pointer[time.Time] // when nothing was left to write
	dropped atomic.Int64
}

// New returns a counter that writes through st.
func New(st *store.Store, log zerolog.Logger) *Counter {
	c := &Counter{store: st, log: log, rows: newRows(), old: oldSecrets{}, pages: webPages{}, flushed: func(int, time.Duration, error) {}}
	c.written.Store(new(time.Now()))
	return c
}

// Watch names who is told of each flush of calls: how many rows were written, or were
// not and are kept. It is called before Run.
func (c *Counter) Watch(flushed func(rows int, took time.Duration, err error)) { c.flushed = flushed }

// Lag returns for how long something has been left to write.
func (c *Counter) Lag() time.Duration { return time.Since(*c.written.Load()) }

// Waiting returns how many rows wait to be written.
func (c *Counter) Waiting() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.rows.size
}

// Dropped returns how many rows were lost since the start.
func (c *Counter) Dropped() int64 { return c.dropped.Load() }

// Count adds a call. It never blocks on PostgreSQL. The nil Counter counts nothing.
func (c *Counter) Count(call Call) {
	if c == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rows.call(&call)
	c.old.count(&call)
	c.pages.count(&call)
}

// Run flushes every second until ctx ends, and then once more.
func (c *Counter) Run(ctx context.Context) {
	tick := time.NewTicker(flushEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			c.flush(context.WithoutCancel(ctx))
			return
		case <-tick.C:
			c.flush(ctx)
		}
	}
}

// flush writes what was collected; what cannot be written is collected again.
func (c *Counter) flush(ctx context.Context) {
	c.flushOld(ctx)
	c.flushPages(ctx)
	c.mu.Lock()
	full := c.rows
	c.rows = newRows()
	c.mu.Unlock()
	began := time.Now()
	if len(full.keys) == 0 {
		c.written.Store(&began)
		return
	}
	if full.dropped > 0 {
		c.dropped.Add(int64(full.dropped))
		c.log.Error().Int("rows", full.dropped).Msg("usage was dropped: too many different rows")
	}
	ctx, cancel := context.WithTimeout(ctx, flushTimeout)
	defer cancel()
	parts := full.split()
	for i, part := range parts {
		if err := c.store.FlushUsage(ctx, part.batch()); err != nil {
			c.log.Warn().Err(err).Int("rows", full.size).Msg("usage is kept for the next flush")
			c.putBack(parts[i:])
			c.flushed(full.size, time.Since(began), err)
			return
		}
	}
	c.written.Store(&began)
	c.flushed(full.size, time.Since(began), nil)
}

// putBack joins rows that could not be written with what came since.
func (c *Counter) putBack(parts []*rows) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, old := range parts {
		c.rows.join(old)
	}
}
