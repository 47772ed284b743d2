package verify_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/verify"
)

func TestDecisions(t *testing.T) {
	f := newFixture(t)
	past, later := f.clock.Add(-time.Hour), f.clock.Add(time.Hour)
	type set = map[string]any
	for name, c := range map[string]struct {
		set  set
		ask  verify.Request
		want verify.Reason
	}{
		"a live key":                    {},
		"a revoked key":                 {set: set{"revoked_at": past, "revocation_reason": "LEAKED"}, want: verify.Revoked},
		"a disabled key":                {set: set{"disabled_at": past}, want: verify.Disabled},
		"a day of expire in the future": {set: set{"expires_on": f.clock.AddDate(0, 0, 3)}},
		"a day of expire long ago":      {set: set{"expires_on": "2020-01-01"}, want: verify.Expired},
		"an old secret in its overlap":  {set: set{"valid_until": later}},
		"an old secret after it":        {set: set{"valid_until": past}, want: verify.Superseded},
		"reading with Read Only":        {set: set{"scope": "READ_ONLY"}},
		"writing with Read Only":        {set: set{"scope": "READ_ONLY"}, ask: verify.Request{Access: apikey.Write}, want: verify.WrongScope},
		"reading with Write Only":       {set: set{"scope": "WRITE_ONLY"}, want: verify.WrongScope},
		"an undeclared access":          {ask: verify.Request{Access: "unknown"}, want: verify.WrongScope},
		"its workspace's host":          {ask: verify.Request{Host: "acme"}},
		"another workspace's host":      {ask: verify.Request{Host: "other"}, want: verify.OtherHost},
		"revoked, and another's host":   {set: set{"revoked_at": past, "revocation_reason": "LEAKED"}, ask: verify.Request{Host: "other"}, want: verify.Revoked},
	} {
		t.Run(name, func(t *testing.T) {
			secret, _ := f.key(c.set)
			c.ask.Secret, c.ask.Address = secret.Reveal(), here
			if c.ask.Access == "" {
				c.ask.Access = apikey.Read
			}
			for range 2 { // from PostgreSQL, then from memory
				f.want(f.reason(c.ask), c.want)
			}
		})
	}
}

func TestAPassSaysWhoItIs(t *testing.T) {
	f := newFixture(t)
	secret, id := f.key(nil)
	pass, err := f.Verify(t.Context(), verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read})
	must(t, err)
	who := pass.Caller
	if who.Workspace() != f.who.Workspace() || who.ID() != id || who.Label() != "Sync" || who.Address() != here || !who.Valid() {
		t.Errorf("the caller is %+v", who)
	}
	if pass.Workspace.Slug != "acme" || pass.Credential.Hint != secret.Hint() || pass.Credential.Scope != apikey.All {
		t.Errorf("the pass is %+v %+v", pass.Workspace, pass.Credential)
	}
}

func TestWhatIsNoSecretNeedsNoDatabase(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	text := secret.Reveal()
	for name, c := range map[string]struct {
		sent string
		want verify.Reason
	}{
		"none":              {"", verify.NoCredentials},
		"too short":         {"lk_x", verify.Malformed},
		"a wrong checksum":  {text[:63] + string('0'+(text[63]-'0'+1)%10), verify.Malformed},
		"another prefix":    {"xx_" + text[3:], verify.Malformed},
		"64 zeros":          {strings.Repeat("0", 64), verify.Malformed},
		"a secret and more": {text + "x", verify.Malformed},
	} {
		t.Run(name, func(t *testing.T) { f.want(f.reason(verify.Request{Secret: c.sent, Address: here}), c.want) })
	}
	if n := f.source.reads.Load(); n != 0 {
		t.Errorf("%d reads of the database", n)
	}
}

// The key stops by itself: nothing is written, nothing is sent.
func TestAKeyStopsAtTheEndOfItsDay(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(map[string]any{"expires_on": "2030-06-30"})
	zone, err := time.LoadLocation("Europe/Warsaw")
	must(t, err)
	midnight := time.Date(2030, 7, 1, 0, 0, 0, 0, zone)
	f.clock = midnight.Add(-time.Nanosecond)
	f.want(f.ask(secret), "")
	f.clock = midnight
	f.want(f.ask(secret), verify.Expired)
	if n := f.source.reads.Load(); n != 1 {
		t.Errorf("%d reads; the end of the day needs none", n)
	}
}

func TestTheAllowlistFencesAllKeys(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	f.want(f.ask(secret), "")
	f.allow("198.51.100.0/24")
	f.Forget(f.who.Workspace(), uuid.Nil)
	f.want(f.ask(secret), verify.WrongAddress)
	inside := verify.Request{Secret: secret.Reveal(), Access: apikey.Read, Address: netip.MustParseAddr("::ffff:198.51.100.9")}
	f.want(f.reason(inside), "")
	inside.Address = netip.Addr{}
	f.want(f.reason(inside), verify.NoAddress)
}

// An entry that expires closes its door without any message, and never opens the list.
func TestAnExpiredEntryMatchesNothing(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	f.allow("192.0.2.0/24")
	end := f.clock.Add(time.Hour)
	f.change(setEntryExpiry(end))
	f.want(f.ask(secret), "")
	f.clock = end
	f.want(f.ask(secret), verify.WrongAddress)
}

func TestASuspendedWorkspaceIsShut(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	f.change(suspend)
	f.want(f.ask(secret), verify.Suspended)
}

// A key refused for its own state, or unknown, tells the caller one thing only.
func TestInvalidKeysLookAlike(t *testing.T) {
	for _, reason := range []verify.Reason{verify.Malformed, verify.Unknown, verify.Superseded, verify.Revoked, verify.Disabled, verify.Expired, verify.OtherHost} {
		got := (&verify.Refusal{Reason: reason}).Fault()
		if got.Kind != fault.Unauthenticated || got.Code != "INVALID_TOKEN" || got.Message != "Invalid token." {
			t.Errorf("%s: %v", reason, got)
		}
	}
}

func TestGuessingIsLimitedByDistinctSecrets(t *testing.T) {
	f := newFixture(t)
	neighbour, _ := f.key(nil)
	f.want(f.ask(neighbour), "")
	guess := func() apikey.Secret {
		s, err := f.scheme.Mint(rand.Reader)
		must(t, err)
		return s
	}
	dead := guess()
	for range 100 { // a forgotten cron job with one dead key
		f.Forget(f.who.Workspace(), uuid.New()) // any change anywhere makes memory forget it
		f.want(f.ask(dead), verify.Unknown)
	}
	for range 29 {
		f.want(f.ask(guess()), verify.Unknown)
	}
	reads := f.source.reads.Load()
	f.want(f.ask(guess()), verify.Guessing)
	if f.source.reads.Load() != reads {
		t.Error("a guess past the limit was looked up")
	}
	f.want(f.ask(dead), verify.Unknown)
	f.want(f.ask(neighbour), "")
	elsewhere := verify.Request{Secret: guess().Reveal(), Address: netip.MustParseAddr("192.0.2.8")}
	f.want(f.reason(elsewhere), verify.Unknown)
	f.clock = f.clock.Add(time.Minute)
	f.want(f.ask(guess()), verify.Unknown)
}

// Hanging up early does not make a guess free.
func TestAGuessThatIsGivenUpCounts(t *testing.T) {
	f := newFixture(t)
	for range 30 {
		guess, err := f.scheme.Mint(rand.Reader)
		must(t, err)
		held := f.source.holdNext()
		ctx, hangUp := context.WithCancel(t.Context())
		gone := make(chan error)
		go func() {
			_, err := f.Verify(ctx, verify.Request{Secret: guess.Reveal(), Address: here})
			gone <- err
		}()
		<-held.reached
		hangUp()
		if err := <-gone; !errors.Is(err, context.Canceled) {
			t.Fatalf("given up with %v", err)
		}
		close(held.release)
		f.want(f.ask(guess), verify.Unknown) // the read has ended, and is known
	}
	guess, err := f.scheme.Mint(rand.Reader)
	must(t, err)
	f.want(f.ask(guess), verify.Guessing)
}

func TestOneBadRowDoesNotEndTheProcess(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	f.source.broken.Store(true)
	_, err := f.Verify(t.Context(), verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read})
	if _, refused := err.(*verify.Refusal); err == nil || refused {
		t.Errorf("got %v, want a failure", err)
	}
	f.source.broken.Store(false)
	f.want(f.ask(secret), "")
}

func TestAnIPv6NetworkIsOneGuesser(t *testing.T) {
	f := newFixture(t)
	for i := range 31 {
		s, err := f.scheme.Mint(rand.Reader)
		must(t, err)
		want := verify.Unknown
		if i == 30 {
			want = verify.Guessing
		}
		f.want(f.reason(verify.Request{Secret: s.Reveal(), Address: netip.MustParseAddr(fmt.Sprintf("2001:db8::%x", i+1))}), want)
	}
}

func TestAnOutageRefusesAndNeverAccepts(t *testing.T) {
	f := newFixture(t)
	known, _ := f.key(nil)
	unknown, _ := f.key(nil)
	f.want(f.ask(known), "")
	must(t, f.source.Close())
	f.want(f.ask(known), "") // the lease runs: memory is believed
	for name, secret := range map[string]apikey.Secret{"not in memory": unknown, "in memory, without a lease": known} {
		f.lease.Store(name == "not in memory")
		_, err := f.Verify(t.Context(), verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read})
		if _, refused := err.(*verify.Refusal); err == nil || refused {
			t.Errorf("%s: %v", name, err)
		}
	}
}
