package store_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

func open(t *testing.T, url string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), url, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	return st
}

// operator acts in a workspace of its own, which seed has made.
func seed(t *testing.T, st *store.Store, slug string) caller.Caller {
	t.Helper()
	who := caller.OfOperator(uuid.New(), "test")
	err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.Create().SetID(who.Workspace()).SetSlug(slug).SetName(slug).
			SetTimeZone("Europe/Warsaw").SetCreatedAt(tx.Now()).Exec(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
	return who
}

func TestOpenRefusesWhatTheFencesWouldNotHoldAgainst(t *testing.T) {
	db := testdb.New(t)
	empty := testdb.NewEmpty(t)
	newer := testdb.New(t)
	exec(t, newer.Open(t, newer.OwnerURL), `SET search_path = latchkey; INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, true)`)
	older := testdb.New(t)
	exec(t, older.Open(t, older.OwnerURL), `SET search_path = latchkey; DELETE FROM goose_db_version WHERE version_id = (SELECT max(version_id) FROM goose_db_version)`)
	for name, c := range map[string]struct {
		url  string
		code fault.Code
	}{
		"the owner":      {db.OwnerURL, "ROLE_OWNS"},
		"a superuser":    {db.SuperURL, "ROLE_UNFENCED"},
		"no schema":      {empty.AppURL, "SCHEMA_MISSING"},
		"a newer schema": {newer.AppURL, "SCHEMA_NEW"},
		"an older one":   {older.AppURL, "SCHEMA_OLD"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := store.Open(t.Context(), c.url, store.Options{})
			if f, ok := fault.As(err); !ok || f.Code != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func TestTheAdminPlaneNeedsARoleThatReadsPeople(t *testing.T) {
	db := testdb.New(t)
	_, err := store.Open(t.Context(), db.DataURL, store.Options{People: true})
	if f, ok := fault.As(err); !ok || f.Code != "ROLE_NARROW" || !strings.Contains(f.Message, "latchkey_app") {
		t.Errorf("the data plane's role: %v", err)
	}
	st, err := store.Open(t.Context(), db.AppURL, store.Options{People: true})
	must(t, err)
	must(t, st.Close())
}

func TestNobodyEntersWithoutACaller(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	entered := func(context.Context, *store.Tx) error { t.Error("entered"); return nil }
	for name, who := range map[string]caller.Caller{
		"the zero caller": {},
		"no workspace":    caller.OfOperator(uuid.Nil, "test"),
	} {
		if err := st.InWorkspace(t.Context(), who, entered); !errors.Is(err, store.ErrNoCaller) {
			t.Errorf("%s: %v", name, err)
		}
		if err := st.View(t.Context(), who, func(context.Context, *store.View) error { t.Error("entered"); return nil }); !errors.Is(err, store.ErrNoCaller) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATransactionThatLosesAConflictRunsAgain(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	runs := 0
	err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		if runs++; runs < 3 {
			_, err := tx.Exec(ctx, `DO $$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = 'serialization_failure'; END $$`)
			return err
		}
		return tx.Ent().Workspace.UpdateOneID(who.Workspace()).SetName("Third time").Exec(ctx)
	})
	if err != nil || runs != 3 {
		t.Errorf("%d runs, %v", runs, err)
	}
}

func TestAPanicLeavesNoTransactionBehind(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	for range 20 { // more often than the pool has connections
		func() {
			defer func() { _ = recover() }()
			_ = st.InWorkspace(t.Context(), who, func(context.Context, *store.Tx) error { panic("a bug") })
		}()
	}
	if err := st.Ping(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestWaitingForAConnectionEndsWithTheRequest(t *testing.T) {
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.AppURL, store.Options{MaxConns: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close() // the test is over
	who := seed(t, st, "acme")
	err = st.View(t.Context(), who, func(context.Context, *store.View) error {
		impatient, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		return st.Ping(impatient)
	})
	if f, ok := fault.As(err); !ok || f.Kind != fault.Unavailable {
		t.Errorf("got %v", err)
	}
}

func exec(t *testing.T, db *sql.DB, statement string, args ...any) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement, args...); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}
