package shared

import (
	"errors"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
	"pgregory.net/rapid"

	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/limittest"
)

// patient is a deadline that a slow machine does not miss.
var patient = Options{Deadline: 20 * time.Second}

func open(t testing.TB, url string, o Options) *Store {
	t.Helper()
	s, err := Open(url, uuid.New(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func TestConforms(t *testing.T) {
	limittest.Conforms(t, open(t, limittest.StartRedis(t).URL, patient))
}

// The script is the step of package ratelimit: from any two states it comes to the
// same, at the instant that it went by.
func TestTheScriptIsTheStep(t *testing.T) {
	s := open(t, limittest.StartRedis(t).URL, patient)
	rapid.Check(t, func(r *rapid.T) {
		c := ratelimit.Call{Workspace: uuid.New(), Key: uuid.New(), Look: rapid.Bool().Draw(r, "look"),
			Limits: ratelimit.Limits{Key: limit(r, "key"), Workspace: limit(r, "workspace")}}
		now, err := s.client.Time(t.Context()).Result()
		if err != nil {
			r.Fatal(err)
		}
		stored := ratelimit.States{Key: state(r, c.Limits.Key, now, "key's"), Workspace: state(r, c.Limits.Workspace, now, "workspace's")}
		keys, args := s.question(c)
		for i, at := range []ratelimit.State{stored.Key, stored.Workspace} {
			if err := s.client.Set(t.Context(), keys[i], text(at), 0).Err(); err != nil {
				r.Fatal(err)
			}
		}
		got, err := s.take.Run(t.Context(), s.client, keys, args...).Int64Slice()
		if err != nil {
			r.Fatal(err)
		}
		after, ok := c.Limits.Step(stored, got[0])
		v := ratelimit.Judge(c, statesOf(c.Limits, got[2:]), got[0], got[1] == 1)
		if c.Look {
			after = stored
		} else if want := ratelimit.Judge(c, after, got[0], ok); v != want || ok != (got[1] == 1) {
			r.Fatalf("from %+v at %d: %+v %v, want %+v", stored, got[0], v, got, want)
		}
		if want := ratelimit.Judge(c, after, got[0], true); v.Key != want.Key || v.Workspace != want.Workspace {
			r.Fatalf("from %+v at %d: %+v, want %+v", stored, got[0], v, want)
		}
		if !c.Look && ok && statesOf(c.Limits, got[2:]) != after {
			r.Fatalf("from %+v at %d it came to %v, want %+v", stored, got[0], got, after)
		}
		for i, at := range []ratelimit.State{after.Key, after.Workspace} { // and the next call goes on from there
			kept, err := s.client.Get(t.Context(), keys[i]).Result()
			if gone := errors.Is(err, redis.Nil); !gone && ok && !c.Look && kept != text(at) {
				r.Fatalf("%s holds %q, %v, want %q", keys[i], kept, err, text(at))
			}
		}
	})
}

func limit(r *rapid.T, of string) ratelimit.Limit {
	return ratelimit.Limit{Calls: rapid.Int64Range(1, ratelimit.MaxCalls).Draw(r, of+" calls"), Seconds: rapid.Int64Range(1, ratelimit.MaxSeconds).Draw(r, of+" seconds")}
}

// state is before, within or beyond what the limit can be at.
func state(r *rapid.T, l ratelimit.Limit, now time.Time, of string) ratelimit.State {
	window := l.Seconds * 1_000_000
	return ratelimit.State{
		Whole: now.UnixMicro() + rapid.Int64Range(-window, 2*window).Draw(r, of+" state"),
		Part:  rapid.Int64Range(0, l.Calls-1).Draw(r, of+" part"),
	}
}

// A clock that went back leaves states that no limit can be at. They count as used
// up, and stay so no longer than the limit takes.
func TestAStateFromTheFuture(t *testing.T) {
	s := open(t, limittest.StartRedis(t).URL, patient)
	c := limittest.NewCall(ratelimit.Limit{Calls: 2, Seconds: 1000}, ratelimit.Limit{})
	keys, _ := s.question(c)
	must(t, s.client.Set(t.Context(), keys[0], text(ratelimit.State{Whole: time.Now().Add(time.Hour).UnixMicro(), Part: 1}), 0).Err())
	for range 2 {
		v, err := s.Take(t.Context(), c)
		must(t, err)
		if v.Refused != ratelimit.OfKey || v.Wait > 500*time.Second {
			t.Errorf("%+v", v)
		}
	}
	if left := s.client.PTTL(t.Context(), keys[0]).Val(); left <= 0 || left > 1001*time.Second {
		t.Errorf("it is kept for %s", left)
	}
}

// What is kept goes by itself when the limit is whole, and names nothing secret.
func TestWhatIsKept(t *testing.T) {
	s := open(t, limittest.StartRedis(t).URL, patient)
	c := limittest.NewCall(ratelimit.Limit{Calls: 10, Seconds: 600}, ratelimit.Limit{Calls: 3, Seconds: 3000})
	_, err := s.Take(t.Context(), c)
	must(t, err)
	for key, most := range map[string]time.Duration{
		s.prefix + c.Workspace.String() + "}:" + c.Key.String() + ":10/600s": 60 * time.Second,
		s.prefix + c.Workspace.String() + "}:3/3000s":                        1000 * time.Second,
	} {
		if left := s.client.PTTL(t.Context(), key).Val(); left <= 0 || left > most+time.Millisecond {
			t.Errorf("%s is kept for %s", key, left)
		}
	}
	look := limittest.NewCall(ratelimit.Limit{Calls: 10, Seconds: 600}, ratelimit.Limit{})
	look.Look = true
	_, err = s.Take(t.Context(), look)
	must(t, err)
	if n := s.client.DBSize(t.Context()).Val(); n != 2 {
		t.Errorf("%d keys, want 2", n)
	}
}

// A Redis that is not there, or that takes connections and never answers, is an
// error, not a wait; so is one that answers something else.
func TestADeadRedisIsAnError(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer silent.Close() //nolint:errcheck // nothing is left to lose
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	must(t, gone.Close())
	full := limittest.StartRedis(t)
	must(t, open(t, full.URL, patient).client.ConfigSet(t.Context(), "maxmemory", "1").Err())
	for name, s := range map[string]*Store{
		"silent": open(t, "redis://"+silent.Addr().String(), Options{}),
		"gone":   open(t, "redis://"+gone.Addr().String(), Options{}),
		"full":   open(t, full.URL, patient),
	} {
		if v, err := s.Take(t.Context(), limittest.NewCall(ratelimit.Default().Key, ratelimit.Default().Workspace)); err == nil {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestURLs(t *testing.T) {
	for _, url := range []string{"redis://localhost", "rediss://u:p@redis.example:6380/3", "unix:///run/redis.sock"} {
		_ = open(t, url, Options{})
	}
	for _, url := range []string{"", "localhost:6379", "http://localhost", "redis://:hunter2@ho st", "redis://h/%zz?hunter2"} {
		if _, err := Open(url, uuid.New(), Options{}); !errors.Is(err, errURL) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: %v", url, err)
		}
	}
}

func TestANegativeDeadlineIsRefused(t *testing.T) {
	if _, err := Open("redis://localhost", uuid.New(), Options{Deadline: -1}); !errors.Is(err, errDeadline) {
		t.Errorf("%v", err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func text(s ratelimit.State) string {
	return strconv.FormatInt(s.Whole, 10) + " " + strconv.FormatInt(s.Part, 10)
}
