package records_test

import (
	"context"
	"testing"

	"latchkey/internal/store"
)

// Work that ran out of time is not gone on without: the next piece would wait as long.
func TestNothingGoesOnApartFromATimeout(t *testing.T) {
	w := newWorkspace(t)
	err := w.write(t, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `SET LOCAL statement_timeout = 1`)
		must(t, err)
		wrong, err := tx.Apart(ctx, func() error {
			_, err := tx.Exec(ctx, `SELECT pg_sleep(60)`)
			return err
		})
		if wrong != nil || !store.TimedOut(err) {
			t.Errorf("%v, %v", wrong, err)
		}
		return err
	})
	if !store.TimedOut(err) {
		t.Errorf("%v", err)
	}
}
