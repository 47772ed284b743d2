package usage_test

import (
	"context"
	"database/sql"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
	"latchkey/internal/usage"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var noon = time.Date(2030, 5, 1, 12, 30, 0, 0, time.UTC)

type fixture struct {
	*testing.T
	db      *testdb.DB
	super   *sql.DB // the one pool of a test, since each stays open until the test ends
	store   *store.Store
	counter *usage.Counter
	who     caller.Caller
	key     uuid.UUID
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{T: t, db: testdb.New(t), who: caller.OfOperator(uuid.New(), "test"), key: uuid.New()}
	f.super = f.db.Open(t, f.db.SuperURL)
	app := f.open(f.db.AppURL)
	must(t, app.InWorkspace(t.Context(), f.who, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Ent().Workspace.Create().SetID(f.who.Workspace()).SetSlug("acme").SetName("Acme").
			SetTimeZone("UTC").SetCreatedAt(tx.Now()).Exec(ctx); err != nil {
			return err
		}
		return tx.Ent().APIKey.Create().SetID(f.key).SetName("k").SetNameKey("k").SetScope("ALL").
			SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx)
	}))
	f.store = f.open(f.db.DataURL) // a data-plane node counts
	f.counter = usage.New(f.store, zerolog.Nop())
	return f
}

func (f *fixture) open(url string) *store.Store {
	f.Helper()
	st, err := store.Open(f.Context(), url, store.Options{})
	must(f.T, err)
	f.Cleanup(func() { _ = st.Close() })
	return st
}

func (f *fixture) call(at time.Time, outcome string) usage.Call {
	return usage.Call{Workspace: f.who.Workspace(), Key: f.key, Operation: "users.read", Outcome: outcome,
		Address: netip.MustParseAddr("192.0.2.7"), UserAgent: "sync/1.0", At: at}
}

// run counts for as long as it takes count, and stops as at a clean shutdown.
func (f *fixture) run(c *usage.Counter, count func()) {
	ctx, stop := context.WithCancel(f.Context())
	var done sync.WaitGroup
	done.Go(func() { c.Run(ctx) })
	count()
	stop()
	done.Wait()
}

func (f *fixture) calls(outcome string) (n int) {
	f.Helper()
	must(f.T, f.super.QueryRowContext(f.Context(), `SELECT COALESCE(sum(calls), 0) FROM latchkey.usage_hour
		WHERE key_id = $1 AND outcome = $2`, f.key, outcome).Scan(&n))
	return n
}

func (f *fixture) lastUse() (at time.Time, address, agent string) {
	f.Helper()
	must(f.T, f.super.QueryRowContext(f.Context(), `SELECT at, address, user_agent FROM latchkey.api_key_use WHERE key_id = $1`, f.key).Scan(&at, &address, &agent))
	return at, address, agent
}

func TestACleanStopLosesNothing(t *testing.T) {
	f := newFixture(t)
	f.run(f.counter, func() {
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				for range 500 {
					f.counter.Count(f.call(noon, "2xx"))
				}
			})
		}
		all.Wait()
		refused := f.call(noon.Add(time.Minute), "expired")
		refused.Refused = true
		f.counter.Count(refused)
	})
	if f.calls("2xx") != 4000 || f.calls("expired") != 1 {
		t.Errorf("%d accepted and %d refused calls were kept, want 4000 and 1", f.calls("2xx"), f.calls("expired"))
	}
	if at, _, _ := f.lastUse(); !at.Equal(noon) {
		t.Errorf("a refused call counts as a use of the key, at %s", at)
	}
}

// A process that is killed writes nothing at its end: what it had counted must be
// there already, but for the last second's.
func TestCountsAreWrittenWhileCallsGoOn(t *testing.T) {
	f := newFixture(t)
	f.run(f.counter, func() {
		for part := range 2 {
			for range 10 {
				f.counter.Count(f.call(noon, "2xx"))
			}
			f.reaches(10 * (part + 1))
		}
	})
	if n := f.calls("2xx"); n != 20 {
		t.Errorf("%d calls, want 20", n)
	}
}

// reaches waits until so many calls are written.
func (f *fixture) reaches(calls int) {
	f.Helper()
	tick, late := time.NewTicker(20*time.Millisecond), time.After(30*time.Second)
	defer tick.Stop()
	for f.calls("2xx") < calls {
		select {
		case <-late:
			f.Fatal("calls are not written while the counter runs")
		case <-tick.C:
		}
	}
}

func TestTheLastUseOnlyMovesForward(t *testing.T) {
	f := newFixture(t)
	for _, at := range []time.Time{noon, noon.Add(time.Hour), noon.Add(-time.Hour)} {
		f.run(f.counter, func() { f.counter.Count(f.call(at, "2xx")) })
	}
	at, address, agent := f.lastUse()
	if !at.Equal(noon.Add(time.Hour)) || address != "192.0.2.7" || agent != "sync/1.0" {
		t.Errorf("last used %s from %s by %s", at, address, agent)
	}
}

func TestTwoNodesAddUp(t *testing.T) {
	f := newFixture(t)
	other := usage.New(f.store, zerolog.Nop())
	var both sync.WaitGroup
	for _, c := range []*usage.Counter{f.counter, other} {
		both.Go(func() {
			for range 20 {
				f.run(c, func() { c.Count(f.call(noon, "2xx")) })
			}
		})
	}
	both.Wait()
	if n := f.calls("2xx"); n != 40 {
		t.Errorf("%d calls, want 40", n)
	}
}

func TestAnOutageKeepsTheCounts(t *testing.T) {
	f := newFixture(t)
	must(t, exec(t, f.super, `REVOKE EXECUTE ON FUNCTION latchkey.usage_flush FROM latchkey_data`))
	f.run(f.counter, func() { f.counter.Count(f.call(noon, "2xx")) })
	if n := f.calls("2xx"); n != 0 {
		t.Fatalf("%d calls were written during the outage", n)
	}
	must(t, exec(t, f.super, `GRANT EXECUTE ON FUNCTION latchkey.usage_flush TO latchkey_data`))
	f.run(f.counter, func() { f.counter.Count(f.call(noon, "2xx")) })
	if n := f.calls("2xx"); n != 2 {
		t.Errorf("%d calls after the outage, want 2", n)
	}
}

func TestAKeyThatIsGoneDoesNotStopTheOthers(t *testing.T) {
	f := newFixture(t)
	gone := f.call(noon, "2xx")
	gone.Key = uuid.New()
	f.run(f.counter, func() { f.counter.Count(gone); f.counter.Count(f.call(noon, "2xx")) })
	if n := f.calls("2xx"); n != 1 {
		t.Errorf("%d calls, want 1", n)
	}
}

// What clients send ends up in a column of text.
func TestUserAgentsAreMadeFit(t *testing.T) {
	f := newFixture(t)
	call := f.call(noon, "2xx")
	call.UserAgent = "a\x00b\xff\n" + strings.Repeat("é", 300)
	f.run(f.counter, func() { f.counter.Count(call) })
	if _, _, agent := f.lastUse(); !strings.HasPrefix(agent, "abé") || len(agent) > 256 || strings.ContainsAny(agent, "\x00\n\ufffd") {
		t.Errorf("kept as %q", agent)
	}
}

func BenchmarkCount(b *testing.B) {
	c := usage.New(nil, zerolog.Nop())
	call := usage.Call{Workspace: uuid.New(), Key: uuid.New(), Operation: "users.read", Outcome: "2xx",
		Address: netip.MustParseAddr("192.0.2.7"), UserAgent: "sync/1.0", At: noon}
	b.ReportAllocs()
	for b.Loop() {
		c.Count(call)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func exec(t *testing.T, db *sql.DB, statement string) error {
	t.Helper()
	_, err := db.ExecContext(t.Context(), statement)
	return err
}
