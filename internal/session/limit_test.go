package session

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// However attempts are spread, any span of time lets through at most the burst
// and what came back meanwhile.
func TestNoSpanHasMoreThanTheLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := newLimiter(rapid.IntRange(1, 5).Draw(t, "burst"), time.Second)
		now := time.Unix(0, 0)
		var passed []time.Time
		for range rapid.IntRange(1, 60).Draw(t, "attempts") {
			now = now.Add(time.Duration(rapid.IntRange(0, 1500).Draw(t, "ms")) * time.Millisecond)
			wait := l.take("k", now)
			if wait == 0 {
				passed = append(passed, now)
			} else if l.take("k", now.Add(wait-time.Nanosecond)) == 0 {
				t.Fatal("the wait that was told is too long")
			}
		}
		for i := range passed {
			for j := i; j < len(passed); j++ {
				if n, most := j-i+1, l.burst+int(passed[j].Sub(passed[i])/l.every); n > most {
					t.Fatalf("%d passed where %d may", n, most)
				}
			}
		}
	})
}

func TestWhatIsGivenBackCountsAgain(t *testing.T) {
	l, now := newLimiter(2, time.Minute), time.Unix(0, 0)
	for range 10 {
		if l.take("k", now) != 0 {
			t.Fatal("limited")
		}
		l.giveBack("k")
	}
}

func TestALimiterIsBounded(t *testing.T) {
	l := newLimiter(1, time.Hour)
	for i := range 3 * remembered {
		l.take(fmt.Sprint(i), time.Unix(0, 0))
	}
	if l.due.Len() > remembered {
		t.Errorf("it remembers %d", l.due.Len())
	}
}

func TestNeighbourhoods(t *testing.T) {
	for in, want := range map[string]string{
		"203.0.113.7": "203.0.113.7", "::ffff:203.0.113.7": "203.0.113.7",
		"2001:db8:1:2:3:4:5:6": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64",
	} {
		if got := neighbourhood(netip.MustParseAddr(in)); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	if got := neighbourhood(netip.Addr{}); got == "" {
		t.Error("an unknown address is in no neighbourhood")
	}
}

func TestWaitingForATurnEnds(t *testing.T) {
	p, err := newPasswords(Options{}.params())
	if err != nil {
		t.Fatal(err)
	}
	for range cap(p.turns) {
		p.turns <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.matches(ctx, NewPassword("a password"), ""); !errors.Is(err, errBusy) {
		t.Errorf("got %v", err)
	}
}

// What is asked for when nobody says otherwise is what OWASP asks for at least.
func TestPasswordsAreHashedStrongly(t *testing.T) {
	if p := (Options{}).params(); p.Memory < 19<<10 || p.Iterations < 2 || p.SaltLength < 16 || p.KeyLength < 32 {
		t.Errorf("%+v", *p)
	}
}

func TestTheDummyHashCostsWhatARealOneDoes(t *testing.T) {
	p, err := newPasswords(Options{}.params())
	if err != nil {
		t.Fatal(err)
	}
	real, err := p.hash(t.Context(), NewPassword("a real password"))
	if err != nil {
		t.Fatal(err)
	}
	const parameters = len("$argon2id$v=19$m=19456,t=2,p=1$")
	if p.dummy[:parameters] != real[:parameters] || len(p.dummy) != len(real) {
		t.Errorf("%s and %s", p.dummy[:parameters], real[:parameters])
	}
	if ok, err := p.matches(t.Context(), NewPassword("anything"), ""); ok || err != nil {
		t.Errorf("%v, %v", ok, err)
	}
}
