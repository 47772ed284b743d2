package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
	"pgregory.net/rapid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestTheOperatorsChainHoldsUnderConcurrency(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			if _, err := st.AppendOperatorEvent(t.Context(), audit.Event{At: time.Now(), Action: audit.SignedIn}, func(audit.Chain) error { return nil }); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	rows, err := db.Open(t, db.AppURL).QueryContext(t.Context(), `SELECT body, hash FROM latchkey.operator_event ORDER BY seq`)
	must(t, err)
	defer rows.Close()
	var records []audit.Record
	for rows.Next() {
		var body, hash []byte
		must(t, rows.Scan(&body, &hash))
		records = append(records, audit.Record{Body: body, Hash: audit.Hash(hash)})
	}
	must(t, rows.Err())
	if end, err := audit.Verify(audit.Chain{}, slices.Values(records)); err != nil || end.Seq != 20 {
		t.Errorf("verified to %d: %v", end.Seq, err)
	}
}

// Two transactions that would read one head without the chain's lock.
func TestAWriterWaitsForTheChain(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	var all sync.WaitGroup
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		first, err := tx.Audit(ctx, audit.Event{At: tx.Now(), Action: audit.KeyCreated})
		if err != nil || first.Seq != 1 || first.Workspace != who.Workspace() || first.ID == uuid.Nil {
			t.Errorf("the first event is %+v, %v", first, err)
		}
		begun := make(chan struct{})
		all.Go(func() {
			err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
				var one int
				if err := tx.QueryRow(ctx, `SELECT 1`).Scan(&one); err != nil {
					return err
				}
				close(begun)
				second, err := tx.Audit(ctx, audit.Event{At: tx.Now(), Action: audit.KeyCreated})
				if second.Seq != 2 {
					t.Errorf("the second event has seq %d", second.Seq)
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
		<-begun
		return nil
	}))
	all.Wait()
}

// The application has no right to, and whoever owns the tables runs into a trigger.
func TestTheAuditIsOnlyAddedTo(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	record(t, st, who, audit.Event{Action: audit.KeyCreated})
	owner := db.Open(t, db.OwnerURL)
	for _, statement := range []string{
		`UPDATE audit_event SET body = ''`, `DELETE FROM audit_event`, `TRUNCATE audit_event CASCADE`,
		`UPDATE operator_event SET body = ''`, `DELETE FROM operator_event`, `TRUNCATE operator_event`,
	} {
		err := st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		})
		if e := pq.As(err); e == nil || e.Code != "42501" {
			t.Errorf("the application: %s: %v", statement, err)
		}
		_, err = owner.ExecContext(t.Context(), statement)
		if e := pq.As(err); e == nil || e.Code != "55000" || !strings.Contains(e.Message, "only added to") || !strings.Contains(e.Hint, "docs/audit.md") {
			t.Errorf("the owner: %s: %v", statement, err)
		}
	}
}

func TestTheAuditOutlivesItsWorkspace(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	record(t, st, who, audit.Event{Action: audit.KeyCreated})
	super := db.Open(t, db.SuperURL)
	if n := affected(t, super, `DELETE FROM latchkey.workspace`); n != 1 {
		t.Fatalf("%d workspaces were deleted", n)
	}
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		events, total, err := v.AuditEvents(ctx, store.AuditQuery{Limit: 10})
		if len(events) != 1 || total != (store.Total{N: 1, Exact: true}) {
			t.Errorf("%d of %d events are left", len(events), total.N)
		}
		return err
	}))
}

// record appends events.
func record(t *testing.T, st *store.Store, who caller.Caller, events ...audit.Event) {
	t.Helper()
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		for _, e := range events {
			if e.At.IsZero() {
				e.At = tx.Now()
			}
			if _, err := tx.Audit(ctx, e); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestAChainIsReadInShortStatements(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	who := seed(t, st, "acme")
	var events []audit.Event
	for i := range 1203 {
		action := audit.KeyCreated
		if i%300 == 0 {
			action = audit.KeyRevoked
		}
		events = append(events, audit.Event{Action: action})
	}
	// Three of these are more than one statement reads.
	for range 4 {
		events = append(events, audit.Event{Action: audit.WorkspaceUpdated, After: audit.Values{{Name: "name", Text: audit.Text(strings.Repeat("x", 400<<10))}}})
	}
	record(t, st, who, events...)
	read := func(f store.AuditFilter, until int64) (all []audit.Record, most int) {
		for at := int64(0); at < until; {
			must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
				batch, reached, err := v.AuditChain(ctx, f, at, until)
				if reached <= at || reached > until {
					t.Fatalf("from %d it came to %d", at, reached)
				}
				for _, r := range batch {
					all = append(all, r.Record)
				}
				at, most = reached, max(most, len(batch))
				return err
			}))
		}
		return all, most
	}
	all, most := read(store.AuditFilter{}, 1207)
	if end, err := audit.Verify(audit.Chain{Workspace: who.Workspace()}, slices.Values(all)); err != nil || end.Seq != 1207 || most > 500 {
		t.Errorf("verified to %d, at most %d at once: %v", end.Seq, most, err)
	}
	if part, _ := read(store.AuditFilter{}, 600); len(part) != 600 {
		t.Errorf("%d of 600 events", len(part))
	}
	if few, _ := read(store.AuditFilter{Actions: []audit.Action{audit.KeyRevoked, audit.WorkspaceUpdated}}, 1207); len(few) != 9 {
		t.Errorf("%d of 9 filtered events", len(few))
	}
}

// Every list is a walk along an index that is in its order, from where it begins.
// Whatever time and cursor narrow them besides, the events of several actions are those of each.
func TestEventsOfSeveralActions(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who := seed(t, st, "acme")
	actions := []audit.Action{audit.KeyCreated, audit.KeyRevoked, audit.KeyUpdated, audit.EntriesAdded}
	begin := time.Now().UTC().Truncate(time.Second)
	for i := range 24 {
		record(t, st, who, audit.Event{Action: actions[i%len(actions)], At: begin.Add(time.Duration(i/2) * time.Minute)})
	}
	list := func(q store.AuditQuery) (events []audit.Event) {
		q.Limit = 100
		must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) (err error) {
			events, _, err = v.AuditEvents(ctx, q)
			return err
		}))
		return events
	}
	all := list(store.AuditQuery{})
	rapid.Check(t, func(r *rapid.T) {
		minute := func(name string) time.Time {
			return begin.Add(time.Duration(rapid.IntRange(0, 12).Draw(r, name)) * time.Minute)
		}
		f := store.AuditFilter{Actions: rapid.SliceOfN(rapid.SampledFrom(actions), 2, 3).Draw(r, "actions")}
		if rapid.Bool().Draw(r, "from a time on") {
			f.Since = minute("since")
		}
		if rapid.Bool().Draw(r, "up to a time") {
			f.Until = minute("until")
		}
		q := store.AuditQuery{AuditFilter: f}
		if rapid.Bool().Draw(r, "after a page") {
			last := rapid.SampledFrom(all).Draw(r, "its last")
			q.Before = store.AuditPlace{At: last.At, Seq: last.Seq}
		}
		var want []int64
		for _, e := range all {
			older := q.Before.Seq == 0 || e.At.Before(q.Before.At) || e.At.Equal(q.Before.At) && e.Seq < q.Before.Seq
			if slices.Contains(f.Actions, e.Action) && !e.At.Before(f.Since) && (f.Until.IsZero() || e.At.Before(f.Until)) && older {
				want = append(want, e.Seq)
			}
		}
		var got []int64
		for _, e := range list(q) {
			got = append(got, e.Seq)
		}
		if !slices.Equal(got, want) {
			r.Errorf("%+v: %v, want %v", q, got, want)
		}
	})
}

func TestListsOfTheAuditAreWalksAlongAnIndex(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	who, person := seed(t, st, "acme"), uuid.New()
	record(t, st, who, audit.Event{Action: audit.KeyCreated, Target: audit.Target{Kind: audit.APIKey, ID: person, Label: "a \"key\""}})
	super := db.Open(t, db.SuperURL)
	for _, statement := range []string{
		`INSERT INTO latchkey.audit_event (workspace_id, id, seq, at, actor_id, action, target_id, body, hash)
			SELECT workspace_id, gen_random_uuid(), n, at + n * interval '1 second', gen_random_uuid(), (ARRAY['api_key.created','api_key.updated'])[1 + n % 2],
				gen_random_uuid(), convert_to('{"actor":{"kind":"MEMBER"},"target":{"kind":"API_KEY","id":null,"label":"' || n || '"}', 'UTF8'), hash
			FROM latchkey.audit_event, generate_series(2, 5000) n WHERE seq = 1`,
		`ANALYZE latchkey.audit_event`,
	} {
		_, err := super.ExecContext(t.Context(), statement)
		must(t, err)
	}
	now := time.Now()
	for _, c := range []struct {
		name, index string
		filter      store.AuditFilter
	}{
		{"all", "audit_event_at", store.AuditFilter{}},
		{"a range of time", "audit_event_at", store.AuditFilter{Since: now.Add(-time.Hour), Until: now.Add(time.Hour)}},
		{"an action", "audit_event_action", store.AuditFilter{Actions: []audit.Action{audit.KeyRevoked}}},
		{"actions", "audit_event_action", store.AuditFilter{Actions: []audit.Action{audit.KeyRevoked, audit.KeyUpdated, audit.KeyRevoked}}},
		{"an actor", "audit_event_actor", store.AuditFilter{Actor: person}},
		{"an actor since", "audit_event_actor", store.AuditFilter{Actor: person, Since: now}},
		{"a kind of actor", "audit_event_actor_kind", store.AuditFilter{ActorKind: caller.System}},
		{"a target", "audit_event_target", store.AuditFilter{Target: person}},
		{"a kind of target", "audit_event_target_kind", store.AuditFilter{TargetKind: audit.Workspace}},
		{"a name", "audit_event_target_label", store.AuditFilter{TargetLabel: "a \"key\""}},
	} {
		q := store.AuditQuery{AuditFilter: c.filter, Before: store.AuditPlace{At: now.Add(time.Hour), Seq: 4000}, Limit: 21}
		plan := explain(t, st, who, q)
		if !strings.Contains(plan, "using "+c.index+" on") || strings.Contains(plan, "Seq Scan") || strings.Count(plan, "Sort") > 0 && len(c.filter.Actions) < 2 {
			t.Errorf("%s is not read along %s:\n%s", c.name, c.index, plan)
		}
	}
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		events, total, err := v.AuditEvents(ctx, store.AuditQuery{AuditFilter: store.AuditFilter{TargetLabel: "a \"key\"", TargetKind: audit.APIKey}, Limit: 10})
		if len(events) != 1 || total != (store.Total{N: 1, Exact: true}) {
			t.Errorf("%d events have the name, of %d", len(events), total.N)
		}
		_, total, countErr := v.AuditEvents(ctx, store.AuditQuery{AuditFilter: store.AuditFilter{Actions: []audit.Action{audit.KeyUpdated}}, Limit: 0})
		if total != (store.Total{N: store.Counted}) {
			t.Errorf("counted %+v of 2,500", total)
		}
		return errors.Join(err, countErr)
	}))
}

func explain(t *testing.T, st *store.Store, who caller.Caller, q store.AuditQuery) (plan string) {
	t.Helper()
	statement, args := store.NewestAuditEvents(q, who.Workspace())
	must(t, st.View(t.Context(), who, func(ctx context.Context, v *store.View) error {
		rows, err := v.Query(ctx, `EXPLAIN `+statement, args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var line string
			if err := rows.Scan(&line); err != nil {
				return err
			}
			plan += line + "\n"
		}
		return rows.Err()
	}))
	return plan
}
