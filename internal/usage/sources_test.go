package usage_test

import (
	"fmt"
	"net/netip"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/usage"
)

// sources returns how many sources of a kind there are apart from the others, and
// what the calls and refusals of all of them add up to.
func (f *fixture) sources(kind string) (apart, calls, refusals int) {
	f.Helper()
	must(f.T, f.super.QueryRowContext(f.Context(), `SELECT count(*) FILTER (WHERE source <> 'other'), COALESCE(sum(calls), 0), COALESCE(sum(refusals), 0)
		FROM latchkey.usage_source WHERE key_id = $1 AND kind = $2`, f.key, kind).Scan(&apart, &calls, &refusals))
	return apart, calls, refusals
}

func nth(i int) netip.Addr { return netip.AddrFrom4([4]byte{10, 1, byte(i >> 8), byte(i)}) }

func TestSourcesAreKept(t *testing.T) {
	f := newFixture(t)
	f.run(f.counter, func() {
		f.counter.Count(f.call(noon, "2xx"))
		mapped := f.call(noon, "4xx")
		mapped.Address = netip.MustParseAddr("::ffff:192.0.2.7")
		f.counter.Count(mapped)
		refused := f.call(noon, "expired")
		refused.Refused = true
		f.counter.Count(refused)
		unknown := f.call(noon, "2xx")
		unknown.Address, unknown.UserAgent = netip.Addr{}, ""
		f.counter.Count(unknown)
	})
	for _, kind := range []string{"address", "user_agent"} {
		if apart, calls, refusals := f.sources(kind); apart != 2 || calls != 3 || refusals != 1 {
			t.Errorf("%s: %d, with %d calls and %d refusals", kind, apart, calls, refusals)
		}
	}
}

// Every node keeps to the bounds, and so do all of them together.
func TestSourcesAreBounded(t *testing.T) {
	f := newFixture(t)
	const nodes, rounds, each = 4, 5, 90
	var all sync.WaitGroup
	for n := range nodes {
		all.Go(func() {
			c := usage.New(f.store, zerolog.Nop())
			for round := range rounds {
				f.run(c, func() {
					for i := range each {
						call := f.call(noon, "2xx")
						call.Address, call.UserAgent = nth((n*rounds+round)*each/2+i), fmt.Sprint("agent ", n, round, i)
						c.Count(call)
					}
				})
			}
		})
	}
	all.Wait()
	for kind, room := range map[string]int{"address": 200, "user_agent": 50} {
		if apart, calls, _ := f.sources(kind); apart != room || calls != nodes*rounds*each {
			t.Errorf("%s: %d apart and %d calls, want %d and %d", kind, apart, calls, room, nodes*rounds*each)
		}
	}
}

func TestOneFlushIsBounded(t *testing.T) {
	f := newFixture(t)
	f.run(f.counter, func() {
		for i := range 5000 {
			call := f.call(noon, "2xx")
			call.Address, call.UserAgent = nth(i), fmt.Sprint(i)
			f.counter.Count(call)
		}
	})
	for kind, room := range map[string]int{"address": 200, "user_agent": 50} {
		if apart, calls, _ := f.sources(kind); apart != room || calls != 5000 {
			t.Errorf("%s: %d apart and %d calls", kind, apart, calls)
		}
	}
}

// Nodes that count the same keys in other orders, with new sources all the while,
// neither deadlock nor lose a call.
func TestNodesFlushTheSameKeysAtOnce(t *testing.T) {
	f := newFixture(t)
	const nodes, rounds, each = 6, 8, 40
	var all sync.WaitGroup
	for n := range nodes {
		all.Go(func() {
			c := usage.New(f.store, zerolog.New(zerolog.NewTestWriter(t)))
			for round := range rounds {
				f.run(c, func() {
					for i := range each {
						call := f.call(noon, fmt.Sprint((i+n)%5+1, "xx"))
						call.Address = nth(round*10 + (i+n)%20)
						c.Count(call)
					}
				})
			}
		})
	}
	all.Wait()
	if apart, calls, _ := f.sources("address"); apart != rounds*10+10 || calls != nodes*rounds*each {
		t.Errorf("%d addresses and %d calls, want %d and %d", apart, calls, rounds*10+10, nodes*rounds*each)
	}
}

// What an outage has piled up is more than one statement should write.
func TestALotIsWrittenInParts(t *testing.T) {
	f := newFixture(t)
	f.run(f.counter, func() {
		for k := range 200 {
			call := f.call(noon, "2xx")
			if k > 0 {
				call.Key = uuid.New() // it is gone by now
			}
			for i := range 150 {
				call.Address = nth(i)
				f.counter.Count(call)
			}
		}
	})
	if apart, calls, _ := f.sources("address"); apart != 150 || calls != 150 || f.calls("2xx") != 150 {
		t.Errorf("%d addresses with %d calls of %d", apart, calls, f.calls("2xx"))
	}
}
