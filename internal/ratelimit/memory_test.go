package ratelimit

import (
	"testing"

	"github.com/google/uuid"
)

func callOf(n int, l Limits) Call {
	return Call{Workspace: uuid.UUID{byte(n >> 16), byte(n >> 8), byte(n)}, Key: uuid.UUID{1, byte(n >> 16), byte(n >> 8), byte(n)}, Limits: l}
}

func (m *Memory) size() (n int) {
	for i := range m.shard {
		n += len(m.shard[i].states)
	}
	return n
}

// Memory has an end, and what is whole again goes first.
func TestMemoryIsBounded(t *testing.T) {
	now := int64(0)
	m := newMemory(func() int64 { return now })
	l := Limits{Limit{1, 1000}, Limit{1, 1000}}
	take := func(c Call) Name {
		v, err := m.Take(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		return v.Refused
	}
	const many = 3 * statesAShard // all in one shard: their ids end alike
	for n := range many {
		take(callOf(n, l))
		if size := m.size(); size > statesAShard+2 {
			t.Fatalf("%d states after %d calls", size, n)
		}
	}
	now += 500_000_000
	last := callOf(many, l)
	take(last)
	now += 500_000_000 // all the others are whole again
	for n := range statesAShard / 4 {
		take(callOf(many+1+n, l))
		if now++; take(last) == "" {
			t.Fatal("one in use was dropped while others were whole")
		}
	}
}

// What a sweep drops is nothing that a call under way still needs.
func TestASweepLosesNoCall(t *testing.T) {
	m := newMemory(func() int64 { return 0 })
	l := Limits{Limit{1, 1000}, Limit{1, 1000}}
	for n := range 4 * sweepFirst {
		c := callOf(n, l)
		for i := range 2 {
			if v, _ := m.Take(t.Context(), c); (v.Refused == "") != (i == 0) {
				t.Fatalf("call %d of %d: %+v", i, n, v)
			}
		}
	}
}

func TestALookKeepsNothingInUse(t *testing.T) {
	m := newMemory(func() int64 { return 5 })
	c := callOf(1, Default())
	c.Look = true
	v, err := m.Take(t.Context(), c)
	if err != nil || v.Refused != "" || v.Key != (Standing{Limit: c.Limits.Key, Left: 6000}) || v.Workspace.Left != 18000 {
		t.Errorf("%+v, %v", v, err)
	}
}

func BenchmarkMemory(b *testing.B) {
	m := NewMemory()
	c := callOf(1, Limits{Limit{MaxCalls, 1}, Limit{MaxCalls, 1}})
	b.ReportAllocs()
	for b.Loop() {
		_, _ = m.Take(b.Context(), c)
	}
}

func BenchmarkMemoryParallel(b *testing.B) {
	m := NewMemory()
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		c := callOf(1, Limits{Limit{MaxCalls, 1}, Limit{MaxCalls, 1}})
		for pb.Next() {
			_, _ = m.Take(b.Context(), c)
		}
	})
}
