package live_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/live"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// fixture is a feed that listens, and two workspaces.
type fixture struct {
	*testing.T
	db       *sql.DB
	feed     *live.Feed
	stop     func()
	one, two uuid.UUID
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	db := testdb.New(t)
	f := &fixture{T: t, db: db.Open(t, db.AppURL), one: uuid.New(), two: uuid.New()}
	f.feed = live.NewFeed(db.AppURL, zerolog.Nop(), live.Options{UsageEvery: 10 * time.Millisecond, PingEvery: time.Millisecond})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); f.feed.Run(ctx) }()
	f.stop = func() { cancel(); <-done }
	t.Cleanup(f.stop)
	<-f.feed.Ready()
	for _, id := range []uuid.UUID{f.one, f.two} {
		made := f.watch(id)
		f.in(id, fmt.Sprintf(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ('%s', 'w-%s', 'A workspace', 'UTC')`, id, id.String()[:8]))
		f.until(made, live.Change{Kind: live.Workspace}) // so that no test hears of it
		made.Close()
	}
	return f
}

// in runs statements in one transaction of a workspace.
func (f *fixture) in(workspace uuid.UUID, statements ...string) {
	f.Helper()
	tx, err := f.db.BeginTx(f.Context(), nil)
	f.must(err)
	defer tx.Rollback() // after a commit it does nothing
	for _, s := range append([]string{fmt.Sprintf(`SET LOCAL latchkey.workspace_id = '%s'`, workspace)}, statements...) {
		_, err := tx.ExecContext(f.Context(), s)
		f.must(err)
	}
	f.must(tx.Commit())
}

func (f *fixture) must(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

func (f *fixture) watch(workspace uuid.UUID) *live.Watch {
	f.Helper()
	w, ok := f.feed.Watch(workspace)
	if !ok {
		f.Fatal("the feed has ended")
	}
	return w
}

// until takes from a watch until a change is there, and returns all that were told.
func (f *fixture) until(w *live.Watch, last live.Change) (all []live.Change) {
	f.Helper()
	limit := time.After(2 * time.Minute)
	for {
		select {
		case <-w.News():
		case <-limit:
			f.Fatalf("%v was not told; told were %v", last, all)
		}
		for _, c := range w.Take() {
			if all = append(all, c); c == last {
				return all
			}
		}
	}
}

func entry(of uuid.UUID, n int) string {
	return fmt.Sprintf(`INSERT INTO latchkey.allowlist_entry (workspace_id, id, range, note, created_at, created_by_label)
		VALUES ('%s', gen_random_uuid(), '192.0.2.%d/32', '', now(), 'a test')`, of, n)
}

func key(of, id uuid.UUID) string {
	return fmt.Sprintf(`INSERT INTO latchkey.api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
		VALUES ('%s', '%s', 'A key', 'a key', 'ALL', now(), 'a test')`, of, id)
}

func TestWhatIsToldOfATransaction(t *testing.T) {
	f := newFixture(t)
	w := f.watch(f.one)
	end := live.Change{Kind: live.Workspace}
	touch := fmt.Sprintf(`UPDATE latchkey.workspace SET version = version WHERE id = '%s'`, f.one)
	a, b := uuid.New(), uuid.New()
	for _, c := range []struct {
		name string
		do   []string
		want []live.Change
	}{
		{"one key", []string{key(f.one, a)}, []live.Change{{Kind: live.APIKeys, ID: a}}},
		{"the same key twice", []string{`UPDATE latchkey.api_key SET version = 2`, `UPDATE latchkey.api_key SET version = 3`}, []live.Change{{Kind: live.APIKeys, ID: a}}},
		{"several keys", []string{key(f.one, b), `UPDATE latchkey.api_key SET version = 4`}, []live.Change{{Kind: live.APIKeys, ID: b}, {Kind: live.APIKeys}}},
		{"entries", []string{entry(f.one, 1), entry(f.one, 2)}, []live.Change{{Kind: live.Allowlist}}},
		{"entries that go", []string{`DELETE FROM latchkey.allowlist_entry`}, []live.Change{{Kind: live.Allowlist}}},
		{"nothing", []string{`DELETE FROM latchkey.allowlist_entry`}, nil},
		{"what was undone", []string{`SAVEPOINT s`, entry(f.one, 3), `ROLLBACK TO SAVEPOINT s`}, nil},
	} {
		f.in(f.one, append(c.do, touch)...)
		got := f.until(w, end)
		if want := append(c.want, end); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
}

// One who takes nothing holds nobody up, and learns that everything may have changed.
func TestASlowWatchMissesNothing(t *testing.T) {
	f := newFixture(t)
	slow, quick := f.watch(f.one), f.watch(f.one)
	last := live.Change{}
	for range 100 {
		last = live.Change{Kind: live.APIKeys, ID: uuid.New()}
		f.in(f.one, key(f.one, last.ID))
		f.until(quick, last)
	}
	if got := slow.Take(); len(got) != 1 || got[0] != (live.Change{Kind: live.Everything}) {
		t.Errorf("told were %v", got)
	}
}

func TestWatchesAreOfOneWorkspace(t *testing.T) {
	f := newFixture(t)
	one, two, closed := f.watch(f.one), f.watch(f.two), f.watch(f.one)
	closed.Close()
	f.in(f.one, entry(f.one, 1))
	f.in(f.two, `UPDATE latchkey.workspace SET version = version`)
	f.until(one, live.Change{Kind: live.Allowlist})
	if got := f.until(two, live.Change{Kind: live.Workspace}); len(got) != 1 {
		t.Errorf("another workspace's watch was told %v", got)
	}
	if got := closed.Take(); len(got) > 0 {
		t.Errorf("a closed watch was told %v", got)
	}
}

// Usage of many workspaces is told to each of them.
func TestUsageIsToldTogether(t *testing.T) {
	f := newFixture(t)
	one, two := f.watch(f.one), f.watch(f.two)
	a, b := uuid.New(), uuid.New()
	f.in(f.one, key(f.one, a))
	f.in(f.two, key(f.two, b))
	f.in(uuid.New(), fmt.Sprintf(`SELECT latchkey.usage_flush('{%s,%s}', '{%s,%s}', '{2026-05-04 13:00Z,2026-05-04 13:00Z}', '{o,o}', '{2xx,2xx}', '{read,read}', '{1,1}',
		'{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`, f.one, f.two, a, b))
	f.until(one, live.Change{Kind: live.Usage})
	f.until(two, live.Change{Kind: live.Usage})
}

func TestWatchesEndWithTheFeed(t *testing.T) {
	f := newFixture(t)
	w := f.watch(f.one)
	f.stop()
	<-w.Ended()
	w.Close()
	if _, ok := f.feed.Watch(f.one); ok {
		t.Error("a watch of a feed that has ended")
	}
}

// Very many changes at once keep the feed from nothing: the answers to its pings come behind them.
func TestAFloodOfChangesIsHeardOut(t *testing.T) {
	f := newFixture(t)
	for range 20 {
		_, err := f.db.ExecContext(t.Context(), `SELECT pg_notify('latchkey_watch', 'MEMBERS ' || gen_random_uuid()) FROM generate_series(1, 2000)`)
		f.must(err)
	}
	w := f.watch(f.one)
	defer w.Close()
	f.in(f.one, fmt.Sprintf(`UPDATE latchkey.workspace SET name = 'Another' WHERE id = '%s'`, f.one))
	f.until(w, live.Change{Kind: live.Workspace})
}
