package ratelimit

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func anyLimit(t *rapid.T) Limit {
	if rapid.Bool().Draw(t, "small") { // where calls and instants often meet
		return Limit{rapid.Int64Range(1, 12).Draw(t, "calls"), rapid.Int64Range(1, 4).Draw(t, "seconds")}
	}
	return Limit{rapid.Int64Range(1, MaxCalls).Draw(t, "calls"), rapid.Int64Range(1, MaxSeconds).Draw(t, "seconds")}
}

func anyState(t *rapid.T, l Limit, now int64) State {
	return State{now + rapid.Int64Range(-l.window(), 2*l.window()).Draw(t, "state"), rapid.Int64Range(0, l.Calls-1).Draw(t, "part")}
}

// The limit in any window, wherever it begins, and no less than that: compared with
// a count that is kept as one fraction, in Calls-ths of a microsecond.
func TestNoWindowSeesMoreThanTheLimitAndWhatCameBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLimit(t)
		gap := rapid.OneOf(rapid.Just(int64(0)), rapid.Int64Range(0, 2*l.window()/l.Calls), rapid.Int64Range(0, l.window()))
		var s State
		var let []int64 // the instants of the calls that were let through
		now := rapid.Int64Range(0, 1<<51).Draw(t, "begin")
		whole := now * l.Calls
		for range rapid.IntRange(1, 60).Draw(t, "number of calls") {
			now += gap.Draw(t, "gap")
			next, ok := l.Step(s, now)
			used := max(whole, now*l.Calls) + l.window()
			if due := used <= (now+l.window())*l.Calls; ok != due {
				t.Fatalf("%s lets through: %v, want %v, from %+v at %d", l, ok, due, s, now)
			}
			if s = next; !ok {
				continue
			}
			whole, let = used, append(let, now)
			for i, since := range let { // calls in [since, now] ≤ Calls + span·Calls/window
				if n := int64(len(let) - i); (n-l.Calls)*l.window() > (now-since)*l.Calls {
					t.Fatalf("%s let %d calls through in %d µs", l, n, now-since)
				}
			}
		}
	})
}

// All that a limit has is there at once, also one whose share of time is no whole
// number of microseconds.
func TestALimitThatIsWholeLetsAllItsCallsThroughAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Limit{rapid.Int64Range(1, 2000).Draw(t, "calls"), rapid.Int64Range(1, MaxSeconds).Draw(t, "seconds")}
		now := rapid.Int64Range(0, 1<<51).Draw(t, "now")
		var s State
		for i := range l.Calls {
			if standing := l.standing(s, now); standing.Left != l.Calls-i || (standing.More == 0) != (i == 0) {
				t.Fatalf("after %d calls: %+v", i, standing)
			}
			next, ok := l.Step(s, now)
			if !ok || next.Part >= l.Calls {
				t.Fatalf("call %d: %+v %v", i, next, ok)
			}
			s = next
		}
		if s != (State{Whole: now + l.window()}) {
			t.Fatalf("used up it is %+v, want exactly a window from %d", s, now)
		}
	})
}

// What the standing promises is so to the microsecond.
func TestStandingsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLimit(t)
		now := rapid.Int64Range(2*l.window(), 1<<51).Draw(t, "now")
		s := l.at(anyState(t, l, now), now)
		got := l.standing(s, now)
		if _, ok := l.Step(s, now); ok != (got.Left > 0) || got.Left < 0 || got.Left > l.Calls {
			t.Fatalf("let through: %v, with %+v", ok, got)
		}
		if (got.More == 0) != (got.Left == l.Calls) || got.More < 0 {
			t.Fatalf("%+v", got)
		}
		if got.More == 0 {
			return
		}
		then := now + got.More.Microseconds()
		if at, before := l.standing(s, then).Left, l.standing(s, then-1).Left; at <= got.Left || before != got.Left {
			t.Fatalf("%+v: %d are left then, and %d a microsecond before", got, at, before)
		}
		if _, ok := l.Step(s, then-1); got.Left == 0 && ok {
			t.Fatalf("let through before %s: %+v", got.More, s)
		}
		if _, ok := l.Step(s, then); !ok {
			t.Fatalf("refused after %s: %+v", got.More, s)
		}
	})
}

// Later is never worse, and neither is a limit that was used less.
func TestTheStepIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLimit(t)
		now := rapid.Int64Range(2*l.window(), 1<<51).Draw(t, "now")
		later := now + rapid.Int64Range(0, 3*l.window()).Draw(t, "later")
		less, more := anyState(t, l, now), anyState(t, l, now)
		if less.Whole > more.Whole || less.Whole == more.Whole && less.Part > more.Part {
			less, more = more, less
		}
		next, ok := l.Step(more, now)
		if _, then := l.Step(more, later); ok && !then {
			t.Fatalf("let through at %d, and not at %d: %+v", now, later, more)
		}
		if _, would := l.Step(less, now); ok && !would {
			t.Fatalf("%+v is let through, and %+v is not", more, less)
		}
		if next.Whole < now || next.beyond(now+l.window()) || next.Part < 0 || next.Part >= l.Calls {
			t.Fatalf("after it: %+v at %d", next, now)
		}
		if at := l.at(more, now); !ok && next != at {
			t.Fatalf("refused, and yet %+v became %+v", at, next)
		}
		if again, _ := l.Step(next, now); ok && !again.beyond(next.Whole) && again != next {
			t.Fatalf("a call went back: %+v, %+v", next, again)
		}
	})
}

func TestBothLimitsCountOrNeither(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Limits{anyLimit(t), anyLimit(t)}
		now := rapid.Int64Range(2*MaxSeconds*1_000_000, 1<<51).Draw(t, "now")
		s := States{anyState(t, l.Key, now), anyState(t, l.Workspace, now)}
		key, keyLets := l.Key.Step(s.Key, now)
		workspace, workspaceLets := l.Workspace.Step(s.Workspace, now)
		want := States{key, workspace}
		if !keyLets || !workspaceLets {
			want = States{l.Key.at(s.Key, now), l.Workspace.at(s.Workspace, now)}
		}
		got, ok := l.Step(s, now)
		if got != want || ok != (keyLets && workspaceLets) {
			t.Fatalf("%+v %v, want %+v", got, ok, want)
		}
		v := Judge(Call{Limits: l}, got, now, ok)
		if (v.Refused == "") != ok || (v.Wait == 0) != ok || ok && v.RetryAfter() != 0 || !ok && v.RetryAfter() < 1 {
			t.Fatalf("%+v", v)
		}
		if ok {
			return
		}
		after := now + v.Wait.Microseconds()
		if _, then := l.Step(got, after); !then {
			t.Fatalf("refused after %s: %+v", v.Wait, v)
		}
		if _, before := l.Step(got, after-1); before {
			t.Fatalf("let through before %s: %+v", v.Wait, v)
		}
	})
}

func TestWithoutALimitNothingChanges(t *testing.T) {
	s := State{7, 3}
	if next, ok := (Limit{}).Step(s, 99); !ok || next != s {
		t.Errorf("%+v %v", next, ok)
	}
	if got := (Limit{}).standing(s, 99); got != (Standing{}) {
		t.Errorf("%+v", got)
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]Limit{
		"none": {}, "6000/60s": {6000, 60}, "1/1s": {1, 1}, "1000000/24h": {MaxCalls, MaxSeconds}, "100000/1h": {100000, 3600}, "5/1m30s": {5, 90},
	} {
		got, err := Parse(text)
		if err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
		if again, err := Parse(got.String()); err != nil || again != got {
			t.Errorf("%q is written %q, which is %v, %v", text, got, again, err)
		}
	}
	for _, text := range []string{"", "/", "6000", "6000/", "/60s", "0/60s", "-1/60s", "+1/60s", "1000001/60s", "1/0s", "1/24h1s", "1/500ms", "1/1500ms",
		"1/60", "1.5/60s", "1/-60s", "None", " 1/60s", "1/60s ", "99999999999999999999/1s", "0x10/1s"} {
		if got, err := Parse(text); !errors.Is(err, ErrInvalid) || got != (Limit{}) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestFields(t *testing.T) {
	l := Default()
	if got := l.Policy(); got != `"key";q=6000;w=60, "workspace";q=18000;w=60` {
		t.Error(got)
	}
	v := Verdict{Key: Standing{l.Key, 0, 9_000_001 * time.Microsecond}, Workspace: Standing{Limit: l.Workspace, Left: 18000}}
	if got := string(v.AppendField(nil)); got != `"key";r=0;t=10, "workspace";r=18000;t=0` {
		t.Error(got)
	}
	l.Key, v.Key = Limit{}, Standing{}
	if got := l.Policy() + string(v.AppendField(nil)); got != `"workspace";q=18000;w=60"workspace";r=18000;t=0` {
		t.Error(got)
	}
	if got := (Limits{}).Policy() + string(Verdict{}.AppendField(nil)); got != "" {
		t.Error(got)
	}
}
