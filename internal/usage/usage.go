// Package usage counts who called what, without a write per request.
//
// A [Counter] adds calls up in memory and flushes them once a second, and once
// more when it stops, in one statement. A process that is killed loses at most the
// last second; one that stops cleanly loses nothing. While PostgreSQL cannot be
// reached the counts stay in memory and go with a later flush. Memory is bounded:
// past [maxRows] rows new ones are dropped and their number is logged; that takes an
// outage together with many thousand keys.
//
// Counts of one flush are written together or not at all, so a call is never
// counted twice, unless PostgreSQL dies between a commit and its answer.
package usage

import (
	"context"
	"net/netip"
	"sync"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/store"
)

const (
	flushEvery   = time.Second
	flushTimeout = 10 * time.Second
	maxRows      = 100_000
	maxAgent     = 256 // bytes of a user agent that are kept
)

// Call is one request that a key made, accepted or refused.
type Call struct {
	Workspace, Key uuid.UUID
	Operation      string
	Outcome        string // "2xx" … "5xx", or the reason of the refusal
	Refused        bool   // it counts, but it was no use of the key
	Address        netip.Addr
	UserAgent      string
	At             time.Time
}

type countKey struct {
	workspace, key uuid.UUID
	hour           int64 // Unix hours
	operation      string
	outcome        string
}

type useKey struct{ workspace, key uuid.UUID }

// rows is what one flush writes.
type rows struct {
	counts  map[countKey]int64
	uses    map[useKey]store.Use
	dropped int
}

func newRows() *rows {
	return &rows{counts: map[countKey]int64{}, uses: map[useKey]store.Use{}}
}

// Counter collects calls. Count is safe for concurrent use; Run has one owner.
type Counter struct {
	store *store.Store
	log   zerolog.Logger
	mu    sync.Mutex
	rows  *rows
}

// New returns a counter that writes through st.
func New(st *store.Store, log zerolog.Logger) *Counter {
	return &Counter{store: st, log: log, rows: newRows()}
}

// Count adds a call. It never blocks on PostgreSQL.
func (c *Counter) Count(call Call) {
	k := countKey{call.Workspace, call.Key, call.At.Unix() / 3600, call.Operation, call.Outcome}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rows.add(k, 1)
	if !call.Refused {
		c.rows.use(store.Use{Workspace: call.Workspace, Key: call.Key, At: call.At, Address: call.Address,
			UserAgent: call.UserAgent, Operation: call.Operation})
	}
}

func (r *rows) add(k countKey, calls int64) {
	if _, known := r.counts[k]; !known && len(r.counts) >= maxRows {
		r.dropped++
		return
	}
	r.counts[k] += calls
}

func (r *rows) use(u store.Use) {
	k := useKey{u.Workspace, u.Key}
	if known, ok := r.uses[k]; (ok && known.At.Before(u.At)) || (!ok && len(r.uses) < maxRows) {
		r.uses[k] = u
	}
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
	c.mu.Lock()
	full := c.rows
	c.rows = newRows()
	c.mu.Unlock()
	if len(full.counts) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, flushTimeout)
	defer cancel()
	counts, uses := full.lists()
	if err := c.store.FlushUsage(ctx, counts, uses); err != nil {
		c.log.Warn().Err(err).Int("rows", len(counts)).Msg("usage is kept for the next flush")
		c.putBack(full)
		return
	}
	if full.dropped > 0 {
		c.log.Error().Int("rows", full.dropped).Msg("usage was dropped: too many different rows")
	}
}

func (r *rows) lists() (counts []store.Count, uses []store.Use) {
	for k, n := range r.counts {
		counts = append(counts, store.Count{Workspace: k.workspace, Key: k.key, Hour: time.Unix(k.hour*3600, 0),
			Operation: k.operation, Outcome: k.outcome, Calls: n})
	}
	for _, u := range r.uses {
		u.UserAgent = clean(u.UserAgent)
		uses = append(uses, u)
	}
	return counts, uses
}

// putBack joins rows that could not be written with what came since.
func (c *Counter) putBack(old *rows) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.rows.dropped += old.dropped
	for k, n := range old.counts {
		c.rows.add(k, n)
	}
	for _, u := range old.uses {
		c.rows.use(u)
	}
}

// clean makes a user agent fit for text in PostgreSQL: bounded, valid, no NUL.
func clean(agent string) string {
	if len(agent) > maxAgent {
		agent = agent[:maxAgent]
	}
	out := make([]rune, 0, len(agent))
	for _, r := range agent {
		if r >= ' ' && r != utf8.RuneError && r != 0x7f {
			out = append(out, r)
		}
	}
	return string(out)
}
