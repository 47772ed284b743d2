package store_test

import (
	"context"
	"database/sql"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// usedKey is a workspace with a key.
func usedKey(t *testing.T, st *store.Store, slug string) (who caller.Caller, key uuid.UUID) {
	t.Helper()
	who, key = caller.OfOperator(uuid.New(), "test"), uuid.New()
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.Ent().Workspace.Create().SetID(who.Workspace()).SetSlug(slug).SetName(slug).
			SetTimeZone("UTC").SetCreatedAt(tx.Now()).Exec(ctx); err != nil {
			return err
		}
		return tx.Ent().APIKey.Create().SetID(key).SetName("k").SetNameKey("k").SetScope("ALL").
			SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx)
	}))
	return who, key
}

// flush counts one call of every hour from first on, each from an address of its day.
func flush(t *testing.T, st *store.Store, who caller.Caller, key uuid.UUID, first time.Time, hours int) {
	t.Helper()
	var b store.UsageBatch
	days := map[time.Time]*store.Source{}
	for i := range hours {
		at := first.Add(time.Duration(i) * time.Hour)
		for _, outcome := range []string{"2xx", "expired"} {
			b.Counts = append(b.Counts, store.Count{Workspace: who.Workspace(), Key: key, Hour: at, Operation: "users.get", Access: "read", Outcome: outcome, Calls: 2})
		}
		day := at.Truncate(24 * time.Hour)
		if days[day] == nil {
			days[day] = &store.Source{Workspace: who.Workspace(), Key: key, Day: day, Kind: store.FromAddress, Source: "192.0.2.1"}
		}
		days[day].Calls, days[day].Refusals, days[day].LastSeen = days[day].Calls+2, days[day].Refusals+2, at
	}
	for _, s := range days {
		b.Sources = append(b.Sources, *s)
	}
	must(t, st.FlushUsage(t.Context(), b))
}

func sums(t *testing.T, super *sql.DB, table string) (rows, calls int) {
	t.Helper()
	must(t, super.QueryRowContext(t.Context(), `SELECT count(*), COALESCE(sum(calls), 0) FROM latchkey.`+table).Scan(&rows, &calls))
	return rows, calls
}

func TestTheRollUpKeepsTheSums(t *testing.T) {
	db := testdb.New(t)
	st, super := open(t, db.AppURL), db.Open(t, db.SuperURL)
	now := time.Now().UTC()
	first := store.KeptSince(now, 20) // 12 days too old, and 8 whole days and today that stay
	for _, slug := range []string{"one", "two"} {
		who, key := usedKey(t, st, slug)
		flush(t, st, who, key, first, 20*24)
	}
	for range 2 {
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() {
				if _, err := st.Retain(t.Context(), now); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		if rows, calls := sums(t, super, "usage_hour"); rows != 2*2*8*24 || calls != 2*rows {
			t.Errorf("%d hours stay, with %d calls", rows, calls)
		}
		if rows, calls := sums(t, super, "usage_day"); rows != 2*2*12 || calls != 2*24*rows {
			t.Errorf("there are %d days, with %d calls", rows, calls)
		}
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.usage_day WHERE access <> 'read'`); n != 0 {
		t.Errorf("%d days have lost what was done", n)
	}
}

// A node that was cut off for days counts hours that are rolled up already.
func TestLateHoursJoinTheirDay(t *testing.T) {
	db := testdb.New(t)
	st, super := open(t, db.AppURL), db.Open(t, db.SuperURL)
	who, key := usedKey(t, st, "acme")
	now := time.Now().UTC()
	for range 3 {
		flush(t, st, who, key, store.KeptSince(now, 10), 24)
		_, err := st.Retain(t.Context(), now)
		must(t, err)
	}
	if rows, calls := sums(t, super, "usage_day"); rows != 2 || calls != 3*24*2*2 {
		t.Errorf("%d days with %d calls", rows, calls)
	}
}

func TestWhatIsTooOldIsDropped(t *testing.T) {
	db := testdb.New(t)
	st, super := open(t, db.AppURL), db.Open(t, db.SuperURL)
	who, key := usedKey(t, st, "acme")
	now := time.Now().UTC()
	for _, days := range []int{store.DaysKept + 1, store.DaysKept, store.SourcesKept + 1, store.SourcesKept, 0} {
		flush(t, st, who, key, store.KeptSince(now, days), 1)
	}
	for i, age := range []time.Duration{store.ReplayFor - time.Hour, store.ReplayFor + time.Hour} {
		must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
			_, _, err := tx.Once(ctx, store.Replay{Mutation: "m", Key: string(rune('a' + i)), Fingerprint: []byte{1}, Result: uuid.New(), At: now.Add(-age)})
			return err
		}))
	}
	_, err := st.Retain(t.Context(), now)
	must(t, err)
	if rows, _ := sums(t, super, "usage_day"); rows != 2*3 { // an accepted and a refused one each
		t.Errorf("%d rows of days are left", rows)
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.usage_source`); n != 2 {
		t.Errorf("%d sources are left", n)
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.mutation_replay`); n != 1 {
		t.Errorf("%d idempotency keys are left", n)
	}
	if changed, err := st.Retain(t.Context(), now); changed != 0 || err != nil {
		t.Errorf("again: %d rows, %v", changed, err)
	}
}

// Whoever calls the functions, what is young stays.
func TestRetentionLeavesAloneWhatIsYoung(t *testing.T) {
	db := testdb.New(t)
	st, super := open(t, db.AppURL), db.Open(t, db.SuperURL)
	who, key := usedKey(t, st, "acme")
	flush(t, st, who, key, time.Now().UTC().Truncate(time.Hour), 1)
	_, err := st.Retain(t.Context(), time.Now().AddDate(10, 0, 0))
	must(t, err)
	if rows, _ := sums(t, super, "usage_hour"); rows != 2 {
		t.Errorf("%d of 2 hours are left", rows)
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.usage_source`); n != 1 {
		t.Errorf("%d of 1 sources are left", n)
	}
}
