package cluster_test

import (
	"slices"
	"testing"
	"time"

	"latchkey/internal/cluster"
)

// What a mutation waits for at the barrier must not grow with the nodes by more
// than a few milliseconds. Both are measured in turns, so that whatever else the
// machine does concerns both.
func TestFiftyNodesCostAMutationLittleMoreThanOne(t *testing.T) {
	const rounds, many = 21, 50
	one, fifty := newFixture(t), newFixture(t)
	one.nodes(1)
	fifty.nodes(many)
	var waits [2][]time.Duration
	for i := range rounds {
		for j, f := range []*fixture{one, fifty} {
			f.rename("Round " + string(rune('A'+i)))
			p := cluster.NewBarrier(f.store).Wait(t.Context())
			if want := []int{1, many}[j]; p.Nodes != want || !p.Complete {
				t.Fatalf("propagation %+v, want %d nodes", p, want)
			}
			waits[j] = append(waits[j], p.Waited)
		}
	}
	for j := range waits {
		slices.Sort(waits[j])
	}
	alone, together := waits[0][rounds/2], waits[1][rounds/2]
	t.Logf("median wait for 1 node %s, for %d nodes %s; longest %s and %s", alone, many, together, waits[0][rounds-1], waits[1][rounds-1])
	// Here the fifty and PostgreSQL share two cores, so most of the difference is their
	// work. What is excluded is a barrier that waits for nodes one after another, or
	// for their regular beats.
	if together > alone+cluster.BeatEvery/5 {
		t.Errorf("50 nodes cost %s more than one", together-alone)
	}
}

// Without this PostgreSQL compiles the barrier's question, each time anew, as soon
// as it overestimates how many nodes there are.
func TestTheBarriersQuestionIsNotCompiled(t *testing.T) {
	f := newFixture(t)
	var off bool
	must(t, f.db.Open(t, f.db.OwnerURL).QueryRowContext(t.Context(),
		`SELECT proconfig @> ARRAY['jit=off'] FROM pg_proc WHERE oid = 'latchkey.access_barrier'::regproc`).Scan(&off))
	if !off {
		t.Error("jit is not off for access_barrier")
	}
}

// nodes starts so many on one store: it is their number that counts.
func (f *fixture) nodes(n int) {
	f.Helper()
	for range n {
		f.node(newMemory())
	}
}
