package shared

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/limittest"
)

const nodes = 3

// fleet is several nodes' limiters, each with connections of its own, under load.
type fleet struct {
	*testing.T
	limiters [nodes]*ratelimit.Limiter
	down, up [nodes]atomic.Int64 // how often each said so
	let      [nodes]atomic.Int64
	asked    [nodes]atomic.Int64
}

func newFleet(t *testing.T, url string) *fleet {
	t.Helper()
	f := &fleet{T: t}
	installation := uuid.New()
	for i := range f.limiters {
		s, err := Open(url, installation, patient)
		must(t, err)
		t.Cleanup(func() { _ = s.Close() })
		f.limiters[i] = ratelimit.NewLimiter(s, func(down bool, cause error) {
			if down != (cause != nil) {
				t.Errorf("down is %v, because %v", down, cause)
			}
			if down {
				f.down[i].Add(1)
			} else {
				f.up[i].Add(1)
			}
		})
	}
	return f
}

// load makes calls on all nodes, from two clients each, until it is stopped.
func (f *fleet) load(c ratelimit.Call) (stop func()) {
	ctx, cancel := context.WithCancel(f.Context())
	var running sync.WaitGroup
	for i, l := range f.limiters {
		for range 2 {
			running.Go(func() {
				for ctx.Err() == nil {
					if l.Take(ctx, c).Refused == "" {
						f.let[i].Add(1)
					}
					f.asked[i].Add(1)
				}
			})
		}
	}
	f.Cleanup(cancel)
	return func() { cancel(); running.Wait() }
}

func (f *fleet) total() (n int64) {
	for i := range f.let {
		n += f.let[i].Load()
	}
	return n
}

func (f *fleet) eventually(what string, ok func() bool) {
	f.Helper()
	ctx, cancel := context.WithTimeout(f.Context(), time.Minute)
	defer cancel()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-ctx.Done():
			f.Fatalf("waiting until %s: %+v %+v, %d let through", what, f.limiters[0].Status(), f.limiters[1].Status(), f.total())
		case <-tick.C:
		}
	}
}

// all reports whether something is so on every node.
func (f *fleet) all(is func(i int) bool) func() bool {
	return func() bool {
		for i := range nodes {
			if !is(i) {
				return false
			}
		}
		return true
	}
}

// Together they let through exactly what one would, whoever asks.
func TestNodesTogetherAreExact(t *testing.T) {
	f := newFleet(t, limittest.StartRedis(t).URL)
	c := limittest.NewCall(ratelimit.Limit{Calls: 500, Seconds: 86_400}, ratelimit.Limit{Calls: 400, Seconds: 86_400})
	stop := f.load(c)
	f.eventually("each has asked often", f.all(func(i int) bool { return f.asked[i].Load() > 400 }))
	stop()
	if f.total() != 400 {
		t.Errorf("%d calls were let through, want 400", f.total())
	}
}

// The same with a limit that gives back while it is used: never more than the limit
// and what has come back since the first call.
func TestNodesTogetherUnderASteadyLimit(t *testing.T) {
	f := newFleet(t, limittest.StartRedis(t).URL)
	began := time.Now()
	stop := f.load(limittest.NewCall(ratelimit.Limit{Calls: 200, Seconds: 1}, ratelimit.Limit{}))
	f.eventually("twice the limit has come back", func() bool { return f.total() >= 600 })
	stop()
	if most := 200 + 200*time.Since(began).Seconds(); float64(f.total()) > most+1 {
		t.Errorf("%d calls were let through when %.1f were due", f.total(), most)
	}
}

// Redis is killed while the limit is in use, and started again without what it knew.
// No node ever lets more than the limit through by itself, all together no more than
// that each, and once more the limit for the one that began whole.
func TestRedisIsKilledUnderLoad(t *testing.T) {
	redis := limittest.StartRedis(t)
	f := newFleet(t, redis.URL)
	// So many that no node uses its own up while a call that Redis let through is still to be counted there.
	const limit = 3000
	began := time.Now()
	back := func() int64 { return int64(time.Since(began) / (24 * time.Hour / limit)) } // has come back of any limit, at most
	stop := f.load(limittest.NewCall(ratelimit.Limit{Calls: limit, Seconds: 86_400}, ratelimit.Limit{Calls: limit, Seconds: 86_400}))
	f.eventually("the limit is in use", func() bool { return f.total() >= 300 })
	redis.Kill()
	f.eventually("each node limits by itself", f.all(func(i int) bool { return f.limiters[i].Status().Over == "node" }))
	f.eventually("each has used up what it has", f.all(func(i int) bool { return f.let[i].Load() >= limit }))
	seen := f.total()
	if seen < nodes*limit || seen > nodes*(limit+back()) {
		t.Errorf("%d were let through until all were used up, want %d: %d for each node", seen, nodes*limit, limit)
	}
	redis.Start(t)
	f.eventually("they limit together", f.all(func(i int) bool { return f.limiters[i].Status().Over == "nodes" }))
	f.eventually("the new one is used up", func() bool { return f.total() >= seen+limit })
	stop()
	if more := f.total() - seen; more > limit+(nodes+1)*back() {
		t.Errorf("%d more were let through by a Redis that began whole, want %d", more, limit)
	}
	for i := range nodes {
		if f.down[i].Load() != 1 || f.up[i].Load() != 1 {
			t.Errorf("node %d said down %d times and up %d times", i, f.down[i].Load(), f.up[i].Load())
		}
	}
}

// A limiter does not depend on who asks being patient: one that hangs up does not
// make Redis look dead.
func TestAClientThatHangsUpIsNoOutage(t *testing.T) {
	f := newFleet(t, limittest.StartRedis(t).URL)
	gone, hangUp := context.WithCancelCause(t.Context())
	hangUp(errors.New("gone"))
	for range 50 {
		f.limiters[0].Take(gone, limittest.NewCall(ratelimit.Default().Key, ratelimit.Default().Workspace))
	}
	if s := f.limiters[0].Status(); s != (ratelimit.Status{Over: "nodes"}) {
		t.Errorf("%+v", s)
	}
}
