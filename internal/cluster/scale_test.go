package cluster_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/lib/pq"

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

// The same for what the barrier itself costs: here the nodes are registered, and one
// statement acknowledges for all of them, so that their own work is left out.
func TestFiftyRegisteredNodesCostTheBarrierNothing(t *testing.T) {
	const rounds, many = 21, 50
	var medians [2]time.Duration
	for j, n := range []int{1, many} {
		f := newFixture(t)
		f.registered(n)
		var waits []time.Duration
		for i := range rounds {
			f.rename("Round " + string(rune('A'+i)))
			p := cluster.NewBarrier(f.store).Wait(t.Context())
			if p.Nodes != n || !p.Complete {
				t.Fatalf("propagation %+v, want %d nodes", p, n)
			}
			waits = append(waits, p.Waited)
		}
		slices.Sort(waits)
		medians[j] = waits[rounds/2]
	}
	t.Logf("median wait for 1 node %s, for %d nodes %s", medians[0], many, medians[1])
	if medians[1] > medians[0]+cluster.BeatEvery/20 {
		t.Errorf("50 registered nodes cost %s more than one", medians[1]-medians[0])
	}
}

// registered makes so many nodes, for which one goroutine acknowledges what is notified.
func (f *fixture) registered(n int) {
	f.Helper()
	super := f.db.Open(f, f.db.SuperURL)
	_, err := super.ExecContext(f.Context(), `INSERT INTO latchkey.node (id, name, lease_until, applied_epoch)
		SELECT gen_random_uuid(), 'registered', now() + interval '1 hour', value FROM latchkey.epoch, generate_series(1, $1)`, n)
	must(f, err)
	listener := pq.NewListener(f.db.SuperURL, time.Second, time.Second, nil)
	must(f, listener.Listen(cluster.Channel))
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range listener.NotificationChannel() {
			// What it could not acknowledge fails the test by the barrier's wait.
			_, _ = super.ExecContext(context.WithoutCancel(f.Context()), `UPDATE latchkey.node SET applied_epoch = e.value FROM latchkey.epoch e`)
		}
	}()
	f.Cleanup(func() {
		must(f, listener.Close())
		<-done
	})
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
