package ratelimit_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/limittest"
)

func TestMemoryConforms(t *testing.T) { limittest.Conforms(t, ratelimit.NewMemory()) }

func TestALimiterWithoutASharedStoreConforms(t *testing.T) {
	limittest.Conforms(t, always{ratelimit.NewLimiter(nil, nil)})
}

// always is a limiter as a store: it never fails.
type always struct{ *ratelimit.Limiter }

func (a always) Take(ctx context.Context, c ratelimit.Call) (ratelimit.Verdict, error) {
	return a.Limiter.Take(ctx, c), nil
}

// fragile is a store that can die. It counts who asks it.
type fragile struct {
	*ratelimit.Memory
	dead  atomic.Bool
	asked atomic.Int64
}

var errDead = errors.New("dead")

func (f *fragile) Take(ctx context.Context, c ratelimit.Call) (ratelimit.Verdict, error) {
	f.asked.Add(1)
	if f.dead.Load() {
		return ratelimit.Verdict{}, errDead
	}
	return f.Memory.Take(ctx, c)
}

// told is what a limiter said of its shared store.
type told struct {
	mu  sync.Mutex
	all []bool
}

func (c *told) changed(down bool, cause error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if down != errors.Is(cause, errDead) {
		panic("a wrong cause")
	}
	c.all = append(c.all, down)
}

func (c *told) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.all)
}

// While the shared store is dead, a process limits by itself, goes on from what it let
// through before, asks about once a second, and says so once.
func TestADeadSharedStore(t *testing.T) {
	st, said := &fragile{Memory: ratelimit.NewMemory()}, &told{}
	l := ratelimit.NewLimiter(st, said.changed)
	c := limittest.NewCall(ratelimit.Limit{Calls: 10, Seconds: 80_000}, ratelimit.Limit{Calls: 10, Seconds: 80_000})
	let := func(times int) (n int) {
		for range times {
			if l.Take(t.Context(), c).Refused == "" {
				n++
			}
		}
		return n
	}
	if got := let(6); got != 6 || l.Status() != (ratelimit.Status{Over: "nodes"}) {
		t.Errorf("%d let through, %+v", got, l.Status())
	}
	st.dead.Store(true)
	began := time.Now()
	if got := let(5000); got != 4 {
		t.Errorf("%d were let through in the outage, want the 4 that were left", got)
	}
	if asked, most := st.asked.Load()-6, 2+int64(time.Since(began)/time.Second); asked > most {
		t.Errorf("a dead store was asked %d times in %s", asked, time.Since(began))
	}
	if s := l.Status(); s != (ratelimit.Status{Over: "node", Outages: 1, Alone: 5000}) {
		t.Errorf("%+v", s)
	}
	st.dead.Store(false)
	deadline := time.Now().Add(time.Minute)
	for said.count() < 2 && time.Now().Before(deadline) {
		let(1)
	}
	if s := l.Status(); s.Over != "nodes" || s.Outages != 1 {
		t.Errorf("%+v", s)
	}
	if got := let(100); got != 3 { // the store has counted 6, and the one that found it back
		t.Errorf("%d were let through afterwards, want the 3 that the store has left", got)
	}
	if got := said.all; len(got) != 2 || !got[0] || got[1] {
		t.Errorf("said %v", got)
	}
}

// Calls that fail at once are one outage; none of them is refused for it.
func TestAnOutageIsSaidOnce(t *testing.T) {
	st, said := &fragile{Memory: ratelimit.NewMemory()}, &told{}
	st.dead.Store(true)
	l := ratelimit.NewLimiter(st, said.changed)
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for range 100 {
				if v := l.Take(t.Context(), limittest.NewCall(ratelimit.Default().Key, ratelimit.Default().Workspace)); v.Refused != "" {
					t.Errorf("%+v", v)
				}
			}
		})
	}
	all.Wait()
	if s := l.Status(); said.count() != 1 || s.Outages != 1 || s.Alone != 1600 {
		t.Errorf("said %d times, %+v", said.count(), s)
	}
}

func TestWithoutLimitsNobodyIsAsked(t *testing.T) {
	st := &fragile{Memory: ratelimit.NewMemory()}
	l := ratelimit.NewLimiter(st, nil)
	if v := l.Take(t.Context(), limittest.NewCall(ratelimit.Limit{}, ratelimit.Limit{})); v != (ratelimit.Verdict{}) || st.asked.Load() != 0 {
		t.Errorf("%+v, asked %d times", v, st.asked.Load())
	}
}
