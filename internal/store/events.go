package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/caller"
)

// Event is an event on its way into a workspace, ready to be stored.
type Event struct {
	ContactID int64     // of an existing contact; below 1: CustomID names it
	CustomID  string    // "": nobody's
	Name      string    // is defined when it is new
	At        time.Time // zero: now
	Data      string    // a JSON object that jsonb takes; "": {}
}

// EventOf is an event with the caller who records it.
type EventOf struct {
	Caller caller.Caller
	Event  Event
}

// Recorded is what came of an event.
type Recorded struct {
	ID    int64 // or NoContact, or Alone
	First bool  // it is the first of its name
}

// What a Recorded has in the place of an id.
const (
	NoContact int64 = 0
	// Alone says that nothing came of it yet, and that a transaction of its own will
	// tell what does: somebody may be deleting its contact just now, or something is
	// wrong with an event of the same workspace.
	Alone int64 = -1
)

// RecordEvents records events in one statement, each by itself: one that cannot be
// recorded leaves the others alone. Results are in the events' order.
func (t *Tx) RecordEvents(ctx context.Context, events []Event) ([]Recorded, error) {
	a := newEventArrays(len(events))
	for i := range events {
		a.add(&events[i], t.now)
	}
	all, err := a.record(ctx, t.sql, `record_events($1, $2, $3, $4, $5, $6, $7)`, t.now, t.who.Workspace())
	if err != nil {
		return nil, fmt.Errorf("recording events: %w", err)
	}
	return all, nil
}

// RecordTogether records events of any callers in one statement with one commit, each
// in its caller's workspace and by itself. When it fails, nothing is recorded, unless
// the commit itself broke off. Results are in the events' order.
func (s *Store) RecordTogether(ctx context.Context, events []EventOf) ([]Recorded, error) {
	order, workspaces, err := byWorkspace(events)
	if err != nil {
		return nil, err
	}
	var sorted []Recorded
	err = s.across(ctx, func(ctx context.Context, q querier) (err error) {
		now := s.now()
		a := newEventArrays(len(events))
		for _, i := range order {
			a.add(&events[i].Event, now)
		}
		sorted, err = a.record(ctx, q, `record_events_together($1, $2, $3, $4, $5, $6, $7, $8)`, now, workspaces.ids, workspaces.counts)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("recording events together: %w", err)
	}
	all := make([]Recorded, len(events))
	for to, i := range order {
		all[i] = sorted[to]
	}
	return all, nil
}

// sections are workspaces, and how many events each has.
type sections struct {
	ids    pq.StringArray
	counts pq.Int32Array
}

// byWorkspace puts events in the order of their workspaces, which is that of all
// who record: so they wait for each other's new names in one direction.
func byWorkspace(events []EventOf) (order []int, s sections, err error) {
	order = make([]int, len(events))
	for i := range events {
		if !events[i].Caller.Valid() {
			return nil, s, ErrNoCaller
		}
		order[i] = i
	}
	workspace := func(i int) uuid.UUID { return events[i].Caller.Workspace() }
	slices.SortStableFunc(order, func(a, b int) int {
		one, other := workspace(a), workspace(b)
		return cmp.Compare(string(one[:]), string(other[:]))
	})
	for at, i := range order {
		if at == 0 || workspace(order[at-1]) != workspace(i) {
			s.ids, s.counts = append(s.ids, workspace(i).String()), append(s.counts, 0)
		}
		s.counts[len(s.counts)-1]++
	}
	return order, s, nil
}

// eventArrays are events as PostgreSQL's parallel arrays, written as they come.
type eventArrays struct {
	n                                        int
	contacts, customIDs, names, times, datas []byte
}

func newEventArrays(n int) *eventArrays {
	array := func(each int) []byte { return append(make([]byte, 0, n*each), '{') }
	return &eventArrays{contacts: array(10), customIDs: array(5), names: array(20), times: array(30), datas: array(160)}
}

func (a *eventArrays) add(e *Event, now time.Time) {
	a.n++
	at := e.At
	if at.IsZero() {
		at = now
	}
	a.contacts = append(strconv.AppendInt(a.contacts, max(e.ContactID, 0), 10), ',')
	if e.ContactID > 0 || e.CustomID == "" {
		a.customIDs = append(a.customIDs, "NULL,"...)
	} else {
		a.customIDs = appendElement(a.customIDs, e.CustomID)
	}
	a.names = appendElement(a.names, e.Name)
	a.times = append(at.UTC().AppendFormat(append(a.times, '"'), time.RFC3339Nano), '"', ',')
	a.datas = appendElement(a.datas, cmp.Or(e.Data, "{}"))
}

// appendElement appends an array's quoted element.
func appendElement(b []byte, text string) []byte {
	b = append(b, '"')
	start := 0
	for i := range len(text) {
		if c := text[i]; c == '"' || c == '\\' {
			b = append(append(b, text[start:i]...), '\\')
			start = i
		}
	}
	return append(append(b, text[start:]...), '"', ',')
}

// record calls a function with arguments before the arrays, and now after them.
func (a *eventArrays) record(ctx context.Context, q querier, call string, now time.Time, before ...any) ([]Recorded, error) {
	args := before
	for _, array := range [][]byte{a.contacts, a.customIDs, a.names, a.times, a.datas} {
		if a.n > 0 {
			array[len(array)-1] = '}'
		} else {
			array = append(array, '}')
		}
		args = append(args, string(array))
	}
	var ids, firsts pq.Int64Array
	if err := q.QueryRowContext(ctx, `SELECT ids, firsts FROM `+call, append(args, now)...).Scan(&ids, &firsts); err != nil {
		return nil, err
	}
	if len(ids) != a.n {
		return nil, fmt.Errorf("%d results for %d events", len(ids), a.n)
	}
	all := make([]Recorded, a.n)
	for i, id := range ids {
		all[i].ID = id
	}
	for _, position := range firsts {
		all[position-1].First = true
	}
	return all, nil
}
