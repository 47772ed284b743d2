package records

import (
	"context"
	"fmt"

	"latchkey/internal/store"
)

// EventTo is an event and the contact that it happened to.
type EventTo struct {
	Contact Ref
	*NewEvent
}

// Outcome is what came of one event of several.
type Outcome struct {
	ID      int64
	Defined bool  // it is the first of its name
	Err     error // it was not recorded, for this reason
}

// RecordAll records events in one statement. One that cannot be recorded has its
// error in its outcome, and leaves the others alone; the error of RecordAll is of
// none of them.
func RecordAll(ctx context.Context, tx *store.Tx, events []EventTo) ([]Outcome, error) {
	rows := make([]store.Event, len(events))
	for i := range events {
		rows[i] = events[i].row(events[i].Contact)
	}
	recorded, err := tx.RecordEvents(ctx, rows)
	if err != nil {
		return nil, err
	}
	all := make([]Outcome, len(events))
	for i, r := range recorded {
		if r.ID != store.Alone {
			all[i] = outcome(r)
			continue
		}
		all[i].Err, err = tx.Apart(ctx, func() (err error) {
			all[i].ID, all[i].Defined, err = Record(ctx, tx, events[i].Contact, events[i].NewEvent)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("recording an event by itself: %w", err)
		}
	}
	return all, nil
}

func outcome(r store.Recorded) Outcome {
	if r.ID == store.NoContact {
		return Outcome{Err: ErrNotFound}
	}
	return Outcome{ID: r.ID, Defined: r.First}
}
