package cluster_test

import (
	"slices"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/cluster"
)

// A change costs a node two statements, one that brings it and one that acknowledges
// it, and that at once: these nodes would not beat again before tomorrow.
func TestManyNodesAcknowledgeWhenTheyAreTold(t *testing.T) {
	const many, changes = 20, 3
	f := newFixture(t)
	f.countCalls()
	stops := f.nodes(many, (*cluster.Node).OnlyWhenTold, steady)
	// Idle, because a channel is listened to once the statement has committed.
	eventually(t, func() bool { return f.backends(`query LIKE 'LISTEN%' AND state = 'idle'`) == many })
	for i := range changes {
		f.rename("Round " + string(rune('A'+i)))
		eventually(t, func() bool { return f.behind() == 0 })
	}
	for _, stop := range stops {
		stop()
	}
	if calls := f.calls("node_beat"); calls != many*2*(1+changes) { // they began with two as well
		t.Errorf("%d nodes beat %d times for %d changes", many, calls, changes)
	}
}

// What the barrier asks does not depend on how many nodes there are.
func TestTheBarrierAsksOnceForAllNodes(t *testing.T) {
	for _, n := range []int{1, 50} {
		f := newFixture(t)
		f.countCalls()
		f.registered(n)
		f.rename("Renamed")
		f.acknowledge()
		st := open(t, f.db.DataURL)
		if p := cluster.NewBarrier(st).Wait(t.Context()); p.Nodes != n || !p.Complete {
			t.Fatalf("propagation %+v, want %d nodes", p, n)
		}
		must(t, st.Close())
		if calls := f.calls("access_barrier"); calls != 1 {
			t.Errorf("%d nodes, all of which had acknowledged, took %d questions", n, calls)
		}
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

// BenchmarkWait is how long a mutation waits for 50 nodes, against one, in turns. They
// share this machine's processors with PostgreSQL, so most of the difference is their work.
func BenchmarkWait(b *testing.B) {
	const many = 50
	one, fifty := newFixture(b), newFixture(b)
	one.nodes(1)
	fifty.nodes(many)
	var waits [2][]float64
	for b.Loop() {
		for j, f := range []*fixture{one, fifty} {
			f.rename("Round " + time.Now().String())
			p := cluster.NewBarrier(f.store).Wait(b.Context())
			if want := []int{1, many}[j]; p.Nodes != want || !p.Complete {
				b.Fatalf("propagation %+v, want %d nodes", p, want)
			}
			waits[j] = append(waits[j], float64(p.Waited.Microseconds()))
		}
	}
	for j, name := range []string{"µs-1", "µs-50"} {
		slices.Sort(waits[j])
		b.ReportMetric(waits[j][len(waits[j])/2], name)
	}
	b.ReportMetric(0, "ns/op")
}

// nodes starts so many, and returns what stops each and ends its connections.
func (f *fixture) nodes(n int, options ...func(*cluster.Node)) (stops []func()) {
	f.Helper()
	for range n {
		st := open(f, f.db.DataURL)
		node := cluster.NewNode(st, f.db.DataURL, newMemory(), zerolog.Nop())
		for _, option := range options {
			option(node)
		}
		stop := f.run(node)
		stops = append(stops, func() {
			stop()
			must(f, st.Close())
		})
	}
	return stops
}

// registered makes so many nodes, without anybody behind them.
func (f *fixture) registered(n int) {
	f.Helper()
	mustExec(f, f.super, `INSERT INTO latchkey.node (id, name, lease_until, applied_epoch)
		SELECT gen_random_uuid(), 'registered', now() + interval '1 hour', value FROM latchkey.epoch, generate_series(1, $1)`, n)
}

// acknowledge is what all nodes do, in one statement.
func (f *fixture) acknowledge() {
	f.Helper()
	mustExec(f, f.super, `UPDATE latchkey.node SET applied_epoch = e.value FROM latchkey.epoch e`)
}

// behind is how many nodes have not acknowledged the last change, whatever their leases say.
func (f *fixture) behind() (n int) {
	f.Helper()
	must(f, f.super.QueryRowContext(f.Context(), `SELECT count(*) FROM latchkey.node n, latchkey.epoch e WHERE n.applied_epoch < e.value`).Scan(&n))
	return n
}

// countCalls has PostgreSQL count who calls which function, on connections made from now on.
func (f *fixture) countCalls() {
	f.Helper()
	mustExec(f, f.super, `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET track_functions = %L', current_database(), 'all'); END $$`)
}

// calls is how often the data plane's connections, which are closed, called a function.
func (f *fixture) calls(function string) (n int) {
	f.Helper()
	eventually(f, func() bool { return f.backends(`true`) == 0 }) // what they counted is told when they end
	must(f, f.super.QueryRowContext(f.Context(), `SELECT coalesce(pg_stat_get_function_calls(('latchkey.' || $1)::regproc), 0)`, function).Scan(&n))
	return n
}

// backends is how many connections of the data plane there are of which a condition holds.
func (f *fixture) backends(condition string) (n int) {
	f.Helper()
	must(f, f.super.QueryRowContext(f.Context(), `SELECT count(*) FROM pg_stat_activity
		WHERE datname = current_database() AND usename = 'latchkey_data' AND `+condition).Scan(&n))
	return n
}
