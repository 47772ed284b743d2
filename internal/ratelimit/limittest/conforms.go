package limittest

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/ratelimit"
)

// slow is a limit that gives nothing back while a test runs: a call takes minutes.
func slow(calls int64) ratelimit.Limit { return ratelimit.Limit{Calls: calls, Seconds: 86_400} }

// Conforms runs what every store must do against st.
func Conforms(t *testing.T, st ratelimit.Store) {
	for name, test := range map[string]func(*testing.T, ratelimit.Store){
		"as many calls as the limit has":      untilUsedUp,
		"both limits count or neither":        bothOrNeither,
		"the limit that takes longer is told": theLonger,
		"a look counts nothing":               looks,
		"no limit":                            noLimit,
		"a changed limit begins whole":        changed,
		"workspaces and keys are apart":       apart,
		"calls at the same time":              together,
		"what is used comes back":             comesBack,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, st)
		})
	}
}

// NewCall is one of a new workspace's new key.
func NewCall(key, workspace ratelimit.Limit) ratelimit.Call {
	return ratelimit.Call{Workspace: uuid.New(), Key: uuid.New(), Limits: ratelimit.Limits{Key: key, Workspace: workspace}}
}

func take(t *testing.T, st ratelimit.Store, c ratelimit.Call) ratelimit.Verdict {
	t.Helper()
	v, err := st.Take(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// stands checks what is left of a limit. A limit that was used has more to come,
// within the time of one call.
func stands(t *testing.T, got ratelimit.Standing, l ratelimit.Limit, left int64) {
	t.Helper()
	one := time.Duration(l.Seconds)*time.Second/time.Duration(l.Calls) + time.Microsecond
	if got.Limit != l || got.Left != left || (got.More == 0) != (left == l.Calls) || got.More < 0 || got.More > one {
		t.Errorf("%s stands at %+v, want %d left", l, got, left)
	}
}

func untilUsedUp(t *testing.T, st ratelimit.Store) {
	for _, calls := range []int64{1, 2, 7, 97} { // a day has no whole number of microseconds for some
		c := NewCall(slow(calls), slow(100))
		for left := calls - 1; left >= 0; left-- {
			v := take(t, st, c)
			stands(t, v.Key, c.Limits.Key, left)
			stands(t, v.Workspace, c.Limits.Workspace, 100-calls+left)
			if v.Refused != "" || v.Wait != 0 {
				t.Fatalf("refused with %d left: %+v", left, v)
			}
		}
		for range 3 {
			v := take(t, st, c)
			stands(t, v.Key, c.Limits.Key, 0)
			stands(t, v.Workspace, c.Limits.Workspace, 100-calls)
			if v.Refused != ratelimit.OfKey || v.Wait != v.Key.More || v.RetryAfter() < 1 {
				t.Errorf("one too many of %d: %+v", calls, v)
			}
		}
	}
}

func bothOrNeither(t *testing.T, st ratelimit.Store) {
	one := NewCall(slow(10), slow(3))
	other := one
	other.Key = uuid.New()
	for _, c := range []ratelimit.Call{one, other, one} {
		if v := take(t, st, c); v.Refused != "" {
			t.Fatalf("refused: %+v", v)
		}
	}
	for range 3 {
		v := take(t, st, other)
		if v.Refused != ratelimit.OfWorkspace || v.Wait != v.Workspace.More {
			t.Errorf("one too many for the workspace: %+v", v)
		}
		stands(t, v.Key, other.Limits.Key, 9)
		stands(t, v.Workspace, other.Limits.Workspace, 0)
	}
}

func theLonger(t *testing.T, st ratelimit.Store) {
	for _, c := range []ratelimit.Call{NewCall(slow(2), slow(1)), NewCall(slow(1), slow(2))} {
		want := ratelimit.OfWorkspace
		if c.Limits.Key.Calls == 1 {
			want = ratelimit.OfKey
		}
		take(t, st, c)
		if v := take(t, st, c); v.Refused != want {
			t.Errorf("%+v: %+v", c.Limits, v)
		}
	}
	both := NewCall(ratelimit.Limit{Calls: 1, Seconds: 3600}, ratelimit.Limit{Calls: 1, Seconds: 7200})
	take(t, st, both)
	if v := take(t, st, both); v.Refused != ratelimit.OfWorkspace || v.Wait != v.Workspace.More || v.Wait <= v.Key.More {
		t.Errorf("both are used up: %+v", v)
	}
}

func looks(t *testing.T, st ratelimit.Store) {
	c := NewCall(slow(1), slow(5))
	look := c
	look.Look = true
	for _, want := range []int64{1, 0} {
		for range 3 {
			v := take(t, st, look)
			stands(t, v.Key, c.Limits.Key, want)
			stands(t, v.Workspace, c.Limits.Workspace, 4+want)
			if v.Refused != "" {
				t.Errorf("a look was refused: %+v", v)
			}
		}
		take(t, st, c)
	}
}

func noLimit(t *testing.T, st ratelimit.Store) {
	for _, c := range []ratelimit.Call{NewCall(slow(1), ratelimit.Limit{}), NewCall(ratelimit.Limit{}, slow(1))} {
		v := take(t, st, c)
		if v.Refused != "" || v.Key.Limit != c.Limits.Key || v.Workspace.Limit != c.Limits.Workspace {
			t.Errorf("%+v: %+v", c.Limits, v)
		}
		if v := take(t, st, c); v.Refused == "" {
			t.Errorf("%+v: the other limit does not hold: %+v", c.Limits, v)
		}
	}
	for range 10 {
		if v := take(t, st, NewCall(ratelimit.Limit{}, ratelimit.Limit{})); v != (ratelimit.Verdict{}) {
			t.Errorf("without limits: %+v", v)
		}
	}
}

func changed(t *testing.T, st ratelimit.Store) {
	c := NewCall(slow(1), slow(100))
	take(t, st, c)
	c.Limits.Key = slow(2)
	v := take(t, st, c)
	stands(t, v.Key, c.Limits.Key, 1)
	stands(t, v.Workspace, c.Limits.Workspace, 98)
}

func apart(t *testing.T, st ratelimit.Store) {
	for range 20 {
		if v := take(t, st, NewCall(slow(1), slow(1))); v.Refused != "" {
			t.Errorf("refused for others' calls: %+v", v)
		}
	}
}

// together is exact: no call comes back while it runs.
func together(t *testing.T, st ratelimit.Store) {
	c := NewCall(slow(150), slow(200))
	other := c
	other.Key = uuid.New()
	var let [2]atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		for i, c := range []ratelimit.Call{c, other} {
			all.Go(func() {
				for range 50 {
					v, err := st.Take(context.WithoutCancel(t.Context()), c)
					if err != nil {
						t.Error(err)
						return
					}
					if v.Refused == "" {
						let[i].Add(1)
					}
				}
			})
		}
	}
	all.Wait()
	a, b := let[0].Load(), let[1].Load()
	if a+b != 200 || a > 150 || b > 150 {
		t.Errorf("%d and %d calls were let through, want 200 in all and at most 150 of each key", a, b)
	}
}

// comesBack takes as fast as it can until much more than the limit has come back.
func comesBack(t *testing.T, st ratelimit.Store) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	c := NewCall(ratelimit.Limit{Calls: 300, Seconds: 1}, ratelimit.Limit{})
	began, let := time.Now(), 0
	for let < 600 {
		v, err := st.Take(ctx, c)
		if err != nil || ctx.Err() != nil {
			t.Fatalf("%d were let through: %v, %v", let, err, ctx.Err())
		}
		if v.Refused == "" {
			let++
		}
		if most := 300 + 300*time.Since(began).Seconds(); float64(let) > most+1 {
			t.Fatalf("%d calls were let through when %.1f were due", let, most)
		}
	}
}
