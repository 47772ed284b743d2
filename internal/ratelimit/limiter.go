package ratelimit

import (
	"context"
	"sync/atomic"
	"time"
)

// retryAfter is for how long a shared store that failed is left alone.
const retryAfter = time.Second

// Limiter decides about calls. It always does: when the shared store does not
// answer, by what this process has let through itself.
type Limiter struct {
	local   *Memory
	shared  Store                        // nil: none
	changed func(down bool, cause error) // is told when the shared store fails, and when it is back

	// tryAt is when a shared store that failed may be asked again, in microseconds of
	// local's clock; 0 while it works. Whoever moves it on is the one who may.
	tryAt   atomic.Int64
	outages atomic.Int64
	alone   atomic.Int64
}

// NewLimiter returns a limiter. Without a shared store (nil), limits hold in this
// process. changed may be nil; it is called once for each outage and each end of one,
// must not block, and may be called by several goroutines at once.
func NewLimiter(shared Store, changed func(down bool, cause error)) *Limiter {
	if changed == nil {
		changed = func(bool, error) {}
	}
	return &Limiter{local: NewMemory(), shared: shared, changed: changed}
}

// Take counts a call and says what becomes of it.
func (l *Limiter) Take(ctx context.Context, c Call) Verdict {
	if c.Limits == (Limits{}) {
		return Verdict{}
	}
	if l.shared == nil {
		return l.byItself(ctx, c)
	}
	turn, ask := l.turn()
	if !ask {
		l.alone.Add(1)
		return l.byItself(ctx, c)
	}
	v, err := l.shared.Take(ctx, c)
	if err != nil {
		l.failed(err)
		l.alone.Add(1)
		return l.byItself(ctx, c)
	}
	l.worked(turn)
	if v.Refused == "" && !c.Look {
		l.byItself(ctx, c) // so that an outage finds what this process let through
	}
	return v
}

// Check asks the shared store, if there is one, so that an outage shows before the
// first call.
func (l *Limiter) Check(ctx context.Context) {
	if l.shared == nil {
		return
	}
	if _, err := l.shared.Take(ctx, Call{Limits: Default(), Look: true}); err != nil {
		l.failed(err)
	}
}

func (l *Limiter) byItself(ctx context.Context, c Call) Verdict {
	v, _ := l.local.Take(ctx, c) // it never fails
	return v
}

// turn reports whether the shared store is to be asked: always while it works, and
// once each retryAfter while it does not. That one has a turn, which is not 0.
func (l *Limiter) turn() (turn int64, ask bool) {
	at := l.tryAt.Load()
	if at == 0 {
		return 0, true
	}
	now := l.local.now()
	turn = next(now)
	return turn, now >= at && l.tryAt.CompareAndSwap(at, turn)
}

// failed notes that the shared store did not answer.
func (l *Limiter) failed(cause error) {
	if l.tryAt.Swap(next(l.local.now())) == 0 {
		l.outages.Add(1)
		l.changed(true, cause)
	}
}

// worked notes that the shared store answered whoever had this turn. An outage is
// over when that was its own turn: others may have asked before it began.
func (l *Limiter) worked(turn int64) {
	if turn != 0 && l.tryAt.CompareAndSwap(turn, 0) {
		l.changed(false, nil)
	}
}

func next(now int64) int64 { return now + retryAfter.Microseconds() }

// Status is where limits are counted now, for people and monitors.
type Status struct {
	Over    string `json:"over"`             // "nodes", or "node" when this one counts by itself
	Outages int64  `json:"outages"`          // how often the shared store failed since the start
	Alone   int64  `json:"decidedInOutages"` // calls that this node decided by itself meanwhile
}

// Status returns it.
func (l *Limiter) Status() Status {
	s := Status{Over: "node", Outages: l.outages.Load(), Alone: l.alone.Load()}
	if l.shared != nil && l.tryAt.Load() == 0 {
		s.Over = "nodes"
	}
	return s
}
