package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"latchkey/internal/store"
)

// EventName is a kind of event that the workspace has recorded.
type EventName struct {
	ID   int64
	Name string
}

// FindEventName returns one kind of event.
func FindEventName(ctx context.Context, v *store.View, id int64) (n EventName, err error) {
	err = v.QueryRow(ctx, `SELECT id, name FROM event_name WHERE workspace_id = $1 AND id = $2`, v.Caller().Workspace(), id).Scan(&n.ID, &n.Name)
	if errors.Is(err, sql.ErrNoRows) {
		return n, ErrNotFound
	}
	if err != nil {
		return n, fmt.Errorf("reading an event's name: %w", err)
	}
	return n, nil
}

// EventNames returns a page of the kinds of events by id.
func EventNames(ctx context.Context, v *store.View, at Position) (Page[EventName], error) {
	scan := func(rows *sql.Rows) (n EventName, err error) { return n, rows.Scan(&n.ID, &n.Name) }
	return list(ctx, v, query{from: "event_name", columns: "r.id, r.name"}, conditions{}, at, scan, func(n *EventName) int64 { return n.ID })
}

// nameEvent returns the id of an event's name, which it defines when it is new.
// Names are never deleted, so what another transaction defined first is there
// when this one has waited for it.
func nameEvent(ctx context.Context, tx *store.Tx, name string) (id int64, defined bool, err error) {
	const find = `SELECT id FROM event_name WHERE workspace_id = $1 AND name = $2`
	const define = `INSERT INTO event_name (workspace_id, name) VALUES ($1, $2) ON CONFLICT (workspace_id, name) DO NOTHING RETURNING id`
	for _, step := range []struct {
		query   string
		defines bool
	}{{find, false}, {define, true}, {find, false}} {
		err = tx.QueryRow(ctx, step.query, tx.Caller().Workspace(), name).Scan(&id)
		if !errors.Is(err, sql.ErrNoRows) {
			defined = step.defines
			break
		}
	}
	if err != nil {
		return 0, false, fmt.Errorf("naming an event: %w", err)
	}
	return id, defined, nil
}
