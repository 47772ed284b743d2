package records_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/postgres"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// run runs a recorder. stop ends it and waits for that; the test's end does the same.
func run(t *testing.T, st *store.Store) (r *records.Recorder, stop func()) {
	t.Helper()
	r = records.NewRecorder(st)
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		r.Run(ctx)
		close(ended)
	}()
	stop = func() {
		cancel()
		<-ended
	}
	t.Cleanup(stop)
	return r, stop
}

func named(t *testing.T, name string) *records.NewEvent {
	t.Helper()
	e := &records.NewEvent{}
	must(t, e.SetName(name))
	return e
}

// tenants makes workspaces, each with a contact of the custom id "c".
func tenants(t *testing.T, appURL string, n int) []caller.Caller {
	t.Helper()
	admin, err := store.Open(t.Context(), appURL, store.Options{})
	must(t, err)
	defer admin.Close() //nolint:errcheck // it made the workspaces
	all := make([]caller.Caller, n)
	for i := range all {
		all[i] = caller.OfOperator(uuid.New(), "test")
		must(t, admin.InWorkspace(t.Context(), all[i], func(ctx context.Context, tx *store.Tx) error {
			err := tx.Ent().Workspace.Create().SetID(all[i].Workspace()).SetSlug(fmt.Sprint("w", i)).SetName("W").
				SetTimeZone("Europe/Warsaw").SetCreatedAt(time.Now()).Exec(ctx)
			if err == nil {
				_, err = records.Contacts.Upsert(ctx, tx, patch(t, `{"custom_id": "c"}`))
			}
			return err
		}))
	}
	return all
}

// Many at once, in several workspaces, some of users that are absent or deleted
// meanwhile: every answer is true, and each name has one first event.
func TestConcurrentSingleEventsAreEachRecordedOnce(t *testing.T) {
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.DataURL, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	who := tenants(t, db.AppURL, 3)
	r, _ := run(t, st)
	const each, names = 40, 7
	var recorded, absent atomic.Int64
	firsts := make([]atomic.Int64, len(who)*names)
	together(func(i int) {
		w := i % len(who)
		for n := range each {
			to := records.ByCustomID("c")
			switch {
			case n%10 == 3:
				to = records.ByCustomID("nobody")
			case n%10 == 7:
				to = short(t, st, who[w], fmt.Sprintf("short-%d-%d", i, n))
			}
			_, first, err := r.Record(t.Context(), who[w], to, named(t, fmt.Sprint("name ", n%names)))
			switch {
			case errors.Is(err, records.ErrNotFound):
				absent.Add(1)
			case err != nil:
				t.Error(err)
			default:
				recorded.Add(1)
			}
			if first {
				firsts[w*names+n%names].Add(1)
			}
		}
	})
	for i := range firsts {
		if n := firsts[i].Load(); n != 1 {
			t.Errorf("workspace %d, name %d: %d firsts", i/names, i%names, n)
		}
	}
	if n := recorded.Load() + absent.Load(); n != callers*each || absent.Load() < callers*each/10 {
		t.Errorf("%d answers, of which %d say that there is no user", n, absent.Load())
	}
	left := stored(t, db.Open(t, db.SuperURL))
	if deleted := recorded.Load() - left; deleted < 0 || deleted > callers*each/10 {
		t.Errorf("%d of %d events are there, and only those of %d users were deleted", left, recorded.Load(), callers*each/10)
	}
}

// short is a user that is deleted while an event for it is on its way.
func short(t *testing.T, st *store.Store, who caller.Caller, id string) records.Ref {
	err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		_, err := records.Contacts.Upsert(ctx, tx, patch(t, `{"custom_id": "`+id+`"}`))
		return err
	})
	if err != nil {
		t.Error(err)
	}
	deleted := make(chan struct{})
	t.Cleanup(func() { <-deleted })
	go func() {
		defer close(deleted)
		err := st.InWorkspace(context.WithoutCancel(t.Context()), who, func(ctx context.Context, tx *store.Tx) error {
			return records.Contacts.Delete(ctx, tx, records.ByCustomID(id))
		})
		if err != nil {
			t.Error(err)
		}
	}()
	return records.ByCustomID(id)
}

func stored(t *testing.T, super *sql.DB) (n int64) {
	t.Helper()
	must(t, super.QueryRowContext(t.Context(), `SELECT count(*) FROM latchkey.event`).Scan(&n))
	return n
}

// An event whose contact somebody holds waits by itself, and nobody with it.
func TestAHeldContactHoldsOnlyItsOwnEventUp(t *testing.T) {
	w := newWorkspace(t)
	for _, id := range []string{"held", "free"} {
		_, err := w.upsert(t, `{"custom_id": "`+id+`"}`)
		must(t, err)
	}
	r, _ := run(t, w.st)
	held := make(chan error, 1)
	must(t, w.write(t, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `SELECT FROM contact WHERE workspace_id = $1 AND custom_id = 'held' FOR UPDATE`, w.who.Workspace()); err != nil {
			return err
		}
		go func() {
			_, _, err := r.Record(t.Context(), w.who, records.ByCustomID("held"), named(t, "late"))
			held <- err
		}()
		for range 5 { // few: PostgreSQL ends a transaction that does nothing for long
			if _, _, err := r.Record(t.Context(), w.who, records.ByCustomID("free"), named(t, "early")); err != nil {
				return err
			}
		}
		select {
		case err := <-held:
			t.Errorf("the event of a contact that is held was answered: %v", err)
		default:
		}
		return nil
	}))
	must(t, <-held)
}

// What was enqueued before the end is recorded; what comes after it is refused.
func TestTheEndOfARecorderLosesNothing(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	r, stop := run(t, w.st)
	var recorded, refused atomic.Int64
	var all sync.WaitGroup
	begun := make(chan struct{}, 1000)
	for range callers {
		all.Go(func() {
			for {
				_, _, err := r.Record(t.Context(), w.who, records.ByCustomID("c"), named(t, "x"))
				if err != nil {
					if !errors.Is(err, store.ErrUnavailable) {
						t.Error(err)
					}
					refused.Add(1)
					return
				}
				recorded.Add(1)
				select {
				case begun <- struct{}{}:
				default:
				}
			}
		})
	}
	for range 50 {
		<-begun
	}
	stop()
	all.Wait()
	w.read(t, func(ctx context.Context, v *store.View) error {
		var n int64
		err := v.QueryRow(ctx, `SELECT count(*) FROM event WHERE workspace_id = $1`, w.who.Workspace()).Scan(&n)
		if n != recorded.Load() || refused.Load() != callers {
			t.Errorf("%d events for %d answers; %d were refused", n, recorded.Load(), refused.Load())
		}
		return err
	})
}

// Who has gone before the event was taken has recorded nothing.
func TestAnEventThatNobodyWaitsForIsNotTaken(t *testing.T) {
	w := newWorkspace(t)
	_, err := w.upsert(t, `{"custom_id": "c"}`)
	must(t, err)
	r := records.NewRecorder(w.st)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := r.Record(gone, w.who, records.ByCustomID("c"), named(t, "x")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	r.Run(gone) // it takes what waits, and ends
	w.read(t, func(ctx context.Context, v *store.View) error {
		names, err := records.EventNames(ctx, v, records.Position{Size: 1})
		if names.Count != 0 {
			t.Error("the event was recorded")
		}
		return err
	})
}

// PostgreSQL is killed, without a word, again and again under load: each event that
// was confirmed is there when it is back, and none is there twice.
func TestNoConfirmedEventIsLostWhenPostgreSQLIsKilled(t *testing.T) {
	server := testdb.Start(t, postgres.Options{})
	super := server.Open(t, server.SuperURL)
	who := tenants(t, server.AppURL, 2)
	st, err := store.Open(t.Context(), server.DataURL, store.Options{Patience: 2 * time.Second})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	r, _ := run(t, st)

	confirmed := make([][]string, callers)
	var acknowledged atomic.Int64
	progress := make(chan struct{}, 1)
	stop := make(chan struct{})
	var load sync.WaitGroup
	for i := range callers {
		load.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				name := fmt.Sprintf("%d-%d", i, n)
				e := named(t, "x")
				e.SetPlainData(`{"is": "` + name + `"}`)
				_, _, err := r.Record(t.Context(), who[i%2], records.ByCustomID("c"), e)
				if err == nil {
					confirmed[i] = append(confirmed[i], name)
					acknowledged.Add(1)
				} else if f, told := fault.As(err); !told || f.Kind != fault.Unavailable {
					t.Errorf("%v", err)
				}
				select {
				case progress <- struct{}{}:
				default:
				}
			}
		})
	}
	for range 3 {
		for target := acknowledged.Load() + 200; acknowledged.Load() < target; {
			<-progress
		}
		must(t, syscall.Kill(server.Server.PID(), syscall.SIGKILL))
		<-server.Server.Done()
		must(t, server.Restart(t.Context()))
	}
	close(stop)
	load.Wait()

	there := map[string]int{}
	rows, err := super.QueryContext(t.Context(), `SELECT data ->> 'is' FROM latchkey.event`)
	must(t, err)
	defer rows.Close() //nolint:errcheck // Err is read below
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		there[name]++
	}
	must(t, rows.Err())
	for _, names := range confirmed {
		for _, name := range names {
			if there[name] != 1 {
				t.Errorf("event %s was confirmed and is there %d times", name, there[name])
			}
		}
	}
	t.Logf("%d events were confirmed, %d are there", acknowledged.Load(), len(there))
}
