package cluster_test

import (
	"context"
	"database/sql"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// memory records what it is told to forget. (What it then does is package
// verify's business.)
type memory struct {
	mu         sync.Mutex
	forgotten  []store.AccessChange
	everything int
	told       chan struct{}
	hold       chan struct{} // when not nil, forgetting waits for it
}

func newMemory() *memory { return &memory{told: make(chan struct{}, 1000)} }

func (m *memory) Forget(workspace, key uuid.UUID) {
	if m.hold != nil {
		<-m.hold
	}
	m.mu.Lock()
	m.forgotten = append(m.forgotten, store.AccessChange{Workspace: workspace, Key: key})
	m.mu.Unlock()
	m.told <- struct{}{}
}

func (m *memory) ForgetAll() {
	if m.hold != nil {
		<-m.hold
	}
	m.mu.Lock()
	m.everything++
	m.mu.Unlock()
	m.told <- struct{}{}
}

func (m *memory) has(c store.AccessChange) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, f := range m.forgotten {
		if f == c {
			return true
		}
	}
	return false
}

func (m *memory) wiped() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.everything
}

type fixture struct {
	testing.TB
	db    *testdb.DB
	super *sql.DB // connects when it is used
	store *store.Store
	who   caller.Caller
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	db := testdb.New(t)
	f := &fixture{TB: t, db: db, super: db.Open(t, db.SuperURL), store: open(t, db.AppURL), who: caller.OfOperator(uuid.New(), "test")}
	f.change(func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.Create().SetID(f.who.Workspace()).SetSlug("acme").SetName("Acme").
			SetTimeZone("UTC").SetCreatedAt(tx.Now()).Exec(ctx)
	})
	return f
}

func open(t testing.TB, url string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), url, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	return st
}

func (f *fixture) change(do func(context.Context, *store.Tx) error) {
	f.Helper()
	must(f, f.store.InWorkspace(f.Context(), f.who, do))
}

// rename is a change of access: me/ shows the name from memory.
func (f *fixture) rename(name string) {
	f.Helper()
	f.change(func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.UpdateOneID(f.who.Workspace()).SetName(name).Exec(ctx)
	})
}

// node starts a node, and waits until it has a lease. It stops with the test, or by stop.
func (f *fixture) node(m cluster.Memory, options ...func(*cluster.Node)) (n *cluster.Node, stop func()) {
	f.Helper()
	n = cluster.NewNode(open(f, f.db.DataURL), f.db.DataURL, m, zerolog.Nop())
	for _, option := range options {
		option(n)
	}
	return n, f.run(n)
}

// steady gives a node leases that do not run out while a slow machine leaves it waiting,
// for tests that count the nodes that hold one.
func steady(n *cluster.Node) { n.Lasting(time.Hour) }

// run runs a node until the test ends, or stop is called.
func (f *fixture) run(n *cluster.Node) (stop func()) {
	f.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); n.Run(ctx, "test") }()
	stop = func() { cancel(); <-done }
	f.Cleanup(stop)
	eventually(f, func() bool { return n.Trusted(time.Now()) })
	return stop
}

// eventually waits for a condition that another goroutine or process brings about.
func eventually(t testing.TB, ok func() bool) {
	t.Helper()
	deadline := time.NewTimer(time.Minute)
	defer deadline.Stop()
	tick := time.NewTicker(2 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-deadline.C:
			t.Fatal("it did not come about")
		case <-tick.C:
		}
	}
}

func TestAChangeIsForgottenEverywhereWhenTheBarrierReturns(t *testing.T) {
	f := newFixture(t)
	memories := []*memory{newMemory(), newMemory(), newMemory()}
	for _, m := range memories {
		f.node(m, steady)
	}
	barrier := cluster.NewBarrier(f.store)
	for i := range 20 {
		f.rename("Acme " + string(rune('A'+i)))
		p := barrier.Wait(t.Context())
		if p.Nodes != 3 || !p.Complete {
			t.Errorf("propagation %+v, want 3 nodes and complete", p)
		}
	}
	for i, m := range memories {
		if !m.has(store.AccessChange{Workspace: f.who.Workspace()}) {
			t.Errorf("node %d has not been told", i)
		}
	}
}

func TestTheBarrierWaitsForANodeThatHasNotForgotten(t *testing.T) {
	f := newFixture(t)
	m := newMemory()
	n, _ := f.node(m)
	m.hold = make(chan struct{})
	release := sync.OnceFunc(func() { close(m.hold) })
	defer release() // however the test ends: stopping the node waits for its memory
	f.rename("Slow")
	returned := make(chan cluster.Propagation, 1)
	go func() { returned <- cluster.NewBarrier(f.store).Wait(context.WithoutCancel(t.Context())) }()
	select {
	case p := <-returned: // right only when the lease ran out, while the test itself had to wait
		if n.Trusted(time.Now()) {
			t.Errorf("it returned (%+v) while a node still trusted its memory", p)
		}
		return
	case <-time.After(200 * time.Millisecond):
	}
	held := n.Trusted(time.Now()) // otherwise the barrier may have asked when no lease ran any more
	release()
	if p := <-returned; held && p.Nodes != 1 || !p.Complete {
		t.Errorf("propagation %+v", p)
	}
}

// A node that was killed, or paused, does not hold a mutation up for longer than a lease.
// This one's runs for an hour in PostgreSQL, so only the barrier's own limit ends the wait.
func TestTheBarrierOutlastsANodeThatIsGone(t *testing.T) {
	f := newFixture(t)
	_, _, err := f.store.Beat(t.Context(), uuid.New(), "gone", nil, time.Hour)
	must(t, err)
	f.rename("After its death")
	p := cluster.NewBarrier(f.store).Wait(t.Context())
	if p.Nodes != 1 || !p.Complete || p.Waited > time.Minute {
		t.Errorf("propagation %+v", p)
	}
}

func TestTheBarrierIsEnoughWithoutPostgreSQL(t *testing.T) {
	f := newFixture(t)
	must(t, f.store.Close())
	p := cluster.NewBarrier(f.store).Wait(t.Context())
	if !p.Complete || p.Waited < cluster.Lease {
		t.Errorf("propagation %+v, want complete after a whole lease", p)
	}
}

func TestARequestCutShortIsIncomplete(t *testing.T) {
	f := newFixture(t)
	_, _, err := f.store.Beat(t.Context(), uuid.New(), "slow", nil, cluster.Lease)
	must(t, err)
	f.rename("Unheard")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if p := cluster.NewBarrier(f.store).Wait(ctx); p.Complete {
		t.Errorf("propagation %+v", p)
	}
}

func TestANodeThatLeavesIsNotWaitedFor(t *testing.T) {
	f := newFixture(t)
	n, stop := f.node(newMemory())
	stop()
	if n.Trusted(time.Now()) {
		t.Error("a node that has left trusts its memory")
	}
	f.rename("Nobody listens")
	if p := cluster.NewBarrier(f.store).Wait(t.Context()); p.Nodes != 0 || !p.Complete {
		t.Errorf("propagation %+v", p)
	}
}

// A feed connection that dies costs time, never truth: the beats bring the changes.
func TestChangesArriveWithoutNotifications(t *testing.T) {
	f := newFixture(t)
	m := newMemory()
	f.node(m, steady)
	super := f.db.Open(t, f.db.SuperURL)
	killed := func() bool {
		var n int
		must(t, super.QueryRowContext(t.Context(), `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
			WHERE datname = current_database() AND query ILIKE 'LISTEN%'`).Scan(&n))
		return n > 0
	}
	eventually(t, killed)
	f.rename("Unannounced")
	p := cluster.NewBarrier(f.store).Wait(t.Context())
	if p.Nodes != 1 || !p.Complete {
		t.Errorf("propagation %+v", p)
	}
	applied := func() bool { return m.has(store.AccessChange{Workspace: f.who.Workspace()}) || m.wiped() > 1 }
	if p.Waited < cluster.Lease && !applied() {
		t.Error("a change was acknowledged, but not applied")
	}
	eventually(t, applied) // also when the barrier had waited for long enough before the beat came
}

func TestANodeThatMissedChangesForgetsEverything(t *testing.T) {
	f := newFixture(t)
	m := newMemory()
	f.node(m)
	wiped := m.wiped()
	super := f.db.Open(t, f.db.SuperURL)
	// A change that was pruned before the node asked: its epoch is counted, its row is gone.
	_, err := super.ExecContext(t.Context(), `UPDATE latchkey.epoch SET value = value + 1`)
	must(t, err)
	eventually(t, func() bool { return m.wiped() > wiped })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
