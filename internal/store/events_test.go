package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// withContact makes a workspace with one contact, whose custom id is the slug.
func withContact(t *testing.T, st *store.Store, slug string) (who caller.Caller, contact int64) {
	t.Helper()
	who = seed(t, st, slug)
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		return tx.QueryRow(ctx, `INSERT INTO contact (workspace_id, custom_id, user_key, created_at, updated_at)
			VALUES ($1, $2, 'k', now(), now()) RETURNING id`, who.Workspace(), slug).Scan(&contact)
	}))
	return who, contact
}

// Events of several workspaces share a commit; each is written, and its contact
// looked for, in its own workspace alone.
func TestEventsOfSeveralWorkspacesShareACommit(t *testing.T) {
	db := testdb.New(t)
	app, data := open(t, db.AppURL), open(t, db.DataURL)
	one, first := withContact(t, app, "one")
	two, second := withContact(t, app, "two")
	at := time.Date(2024, 2, 29, 12, 0, 0, 123456000, time.UTC)
	odd := `quotes " and \ and {braces}, NULL`
	got, err := data.RecordTogether(t.Context(), []store.EventOf{
		{Caller: two, Event: store.Event{ContactID: second, Name: "order", At: at, Data: `{"a": "\"\\"}`}},
		{Caller: one, Event: store.Event{ContactID: first, Name: "order"}},
		{Caller: one, Event: store.Event{ContactID: second, Name: "theirs"}},
		{Caller: two, Event: store.Event{CustomID: "two", Name: odd}},
		{Caller: one, Event: store.Event{CustomID: "two", Name: "theirs"}},
		{Caller: one, Event: store.Event{CustomID: "", Name: "nobody's"}},
		{Caller: one, Event: store.Event{ContactID: -1, CustomID: "one", Name: "order"}},
		{Caller: two, Event: store.Event{ContactID: second, Name: odd}},
	})
	must(t, err)
	for i, want := range []struct{ recorded, first bool }{{true, true}, {true, true}, {}, {true, true}, {}, {}, {true, false}, {true, false}} {
		if got[i].ID > 0 != want.recorded || got[i].First != want.first || !want.recorded && got[i].ID != store.NoContact {
			t.Errorf("event %d: %+v, want %+v", i, got[i], want)
		}
	}
	super := db.Open(t, db.SuperURL)
	names := column(t, super, `SELECT w.slug || ' ' || n.name || ' ' || count(*) FROM latchkey.event e
		JOIN latchkey.workspace w ON w.id = e.workspace_id JOIN latchkey.contact c ON c.workspace_id = e.workspace_id AND c.id = e.contact_id
		JOIN latchkey.event_name n ON n.workspace_id = e.workspace_id AND n.id = e.event_name_id GROUP BY w.slug, n.name ORDER BY 1`)
	if want := []string{"one order 2", "two order 1", "two " + odd + " 2"}; strings.Join(names, "|") != strings.Join(want, "|") {
		t.Errorf("%q, want %q", names, want)
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.event_name`); n != 3 {
		t.Errorf("%d names: an event without a contact defined one", n)
	}
	if n := count(t, super, `SELECT count(*) FROM latchkey.event WHERE id = $1 AND at = $2 AND data ->> 'a' = '"\'`, got[0].ID, at); n != 1 {
		t.Error("the event is not what was given")
	}
}

// A statement for a group leaves the connection's setting as it was, inside a
// transaction too.
func TestRecordingLeavesTheSettingAlone(t *testing.T) {
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.DataURL, store.Options{MaxConns: 1})
	must(t, err)
	defer st.Close() //nolint:errcheck // the test ends with it
	app := open(t, db.AppURL)
	one, first := withContact(t, app, "one")
	two, second := withContact(t, app, "two")
	sees := func(who caller.Caller) {
		t.Helper()
		must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
			var setting string
			err := v.QueryRow(ctx, `SELECT current_setting('latchkey.workspace_id')`).Scan(&setting)
			if setting != who.Workspace().String() {
				t.Errorf("the connection is set to %q", setting)
			}
			return err
		}))
	}
	for range 3 {
		sees(one)
		_, err := st.RecordTogether(t.Context(), []store.EventOf{
			{Caller: one, Event: store.Event{ContactID: first, Name: "a"}}, {Caller: two, Event: store.Event{ContactID: second, Name: "a"}},
			{Caller: two, Event: store.Event{ContactID: second, Name: "broken", Data: "{"}},
		})
		must(t, err)
		sees(two)
	}
	must(t, st.InWorkspace(t.Context(), one, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.RecordEvents(ctx, []store.Event{{ContactID: first, Name: "b"}}); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, `SELECT record_events_together(ARRAY[$1::uuid], '{1}', ARRAY[$2::bigint], '{NULL}', '{c}', ARRAY[now()], '{"{}"}', now())`,
			two.Workspace(), second); err != nil {
			return err
		}
		var setting string
		err := tx.QueryRow(ctx, `SELECT current_setting('latchkey.workspace_id')`).Scan(&setting)
		if setting != one.Workspace().String() {
			t.Errorf("the transaction goes on in %q", setting)
		}
		return err
	}))
	sees(one)
}

// What is wrong with an event, and whoever holds its contact, concerns neither the
// neighbours in other workspaces nor anybody's patience.
func TestATroubledEventIsLeftForItself(t *testing.T) {
	db := testdb.New(t)
	app := open(t, db.AppURL)
	one, first := withContact(t, app, "one")
	two, second := withContact(t, app, "two")
	good := store.EventOf{Caller: two, Event: store.Event{ContactID: second, Name: "good"}}
	for name, bad := range map[string]store.Event{
		"no JSON": {ContactID: first, Name: "x", Data: `{`}, "a name that does not fit": {ContactID: first, Name: strings.Repeat("x", 300)},
		"what jsonb cannot hold": {ContactID: first, Name: "x", Data: `{"a": "\u0000"}`},
	} {
		got, err := app.RecordTogether(t.Context(), []store.EventOf{{Caller: one, Event: bad}, good, {Caller: one, Event: store.Event{ContactID: 99, Name: "y"}}})
		if err != nil || got[0].ID != store.Alone || got[1].ID <= 0 || got[2].ID != store.NoContact {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	must(t, app.InWorkspace(t.Context(), one, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM contact WHERE workspace_id = $1 AND id = $2`, one.Workspace(), first); err != nil {
			return err
		}
		got, err := app.RecordTogether(t.Context(), []store.EventOf{
			{Caller: one, Event: store.Event{ContactID: first, Name: "x"}}, good, {Caller: one, Event: store.Event{CustomID: "one", Name: "x"}},
		})
		if err == nil && (got[0].ID != store.Alone || got[2].ID != store.Alone || got[1].ID <= 0) {
			t.Errorf("beside a deletion: %+v", got)
		}
		return err
	}))
	got, err := app.RecordTogether(t.Context(), []store.EventOf{{Caller: one, Event: store.Event{ContactID: first, Name: "x"}}})
	if err != nil || got[0].ID != store.NoContact {
		t.Errorf("after the deletion: %+v, %v", got, err)
	}
}

func TestRecordingNeedsCallers(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who, contact := withContact(t, st, "one")
	event := store.Event{ContactID: contact, Name: "x"}
	_, err := st.RecordTogether(t.Context(), []store.EventOf{{Caller: who, Event: event}, {Event: event}})
	if !errors.Is(err, store.ErrNoCaller) {
		t.Error(err)
	}
}

// Many events are one statement, and each finds its own result.
func TestManyEventsOfOneRequest(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.DataURL)
	who, contact := withContact(t, open(t, db.AppURL), "one")
	events := make([]store.Event, 5000)
	for i := range events {
		events[i] = store.Event{ContactID: contact, Name: fmt.Sprint("name ", i%700), Data: fmt.Sprintf(`{"n": %d}`, i)}
		if i%9 == 0 {
			events[i].ContactID = 77
		}
	}
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		got, err := tx.RecordEvents(ctx, events)
		if err != nil {
			return err
		}
		seen := map[string]bool{}
		for i, r := range got {
			if events[i].ContactID == 77 {
				if r.ID != store.NoContact {
					t.Fatalf("event %d: %+v", i, r)
				}
				continue
			}
			var data string
			if i%500 == 1 {
				err = tx.QueryRow(ctx, `SELECT data FROM event WHERE workspace_id = $1 AND id = $2`, who.Workspace(), r.ID).Scan(&data)
				if err != nil || data != events[i].Data {
					t.Fatalf("event %d is stored as %s, %v", i, data, err)
				}
			}
			if r.First == seen[events[i].Name] {
				t.Fatalf("event %d of %s: first %t", i, events[i].Name, r.First)
			}
			seen[events[i].Name] = true
		}
		return nil
	}))
}
