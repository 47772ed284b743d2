package store

import (
	"context"
	"fmt"
	"time"
)

// How long what is kept is kept. Days are those of UTC, and whole ones.
const (
	HoursKept   = 8   // days of usage by hour; before that, it is by day
	DaysKept    = 400 // days of usage by day
	SourcesKept = 90  // days of the addresses and user agents that calls came from
)

// retentionRows is how many rows of a table one transaction of retention changes.
const retentionRows = 5000

// KeptSince returns the first instant of the days that are kept, today and the
// given number of days before it.
func KeptSince(now time.Time, days int) time.Time {
	return now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -days)
}

// Retain rolls old usage up and drops what is too old to be kept: usage, the
// idempotency keys of mutations, and the answers kept for requests with one. It works in batches, each a transaction, until
// nothing is left to do, and returns how many rows it changed. Several processes
// may do it at once.
func (s *Store) Retain(ctx context.Context, now time.Time) (changed int64, err error) {
	for _, step := range []struct {
		call string
		args []any
	}{
		{`SELECT usage_roll_up($1, $2)`, []any{KeptSince(now, HoursKept), retentionRows}},
		{`SELECT retention_drop($1, $2, $3, $4)`, []any{
			KeptSince(now, DaysKept).Format(time.DateOnly), KeptSince(now, SourcesKept).Format(time.DateOnly), now.Add(-ReplayFor), retentionRows,
		}},
		{`SELECT idempotency_drop($1, $2)`, []any{now.Add(-ReplayFor), retentionRows}},
	} {
		n, err := s.repeat(ctx, step.call, step.args)
		changed += n
		if err != nil {
			return changed, fmt.Errorf("retaining what is to be kept: %w", err)
		}
	}
	return changed, nil
}

// repeat calls a function until it has nothing left to do, or ctx ends.
func (s *Store) repeat(ctx context.Context, call string, args []any) (changed int64, err error) {
	for n := int64(1); n > 0; changed += n {
		if err := ctx.Err(); err != nil {
			return changed, err
		}
		n = 0
		err := s.across(ctx, func(ctx context.Context, q querier) error { return q.QueryRowContext(ctx, call, args...).Scan(&n) })
		if err != nil {
			return changed, err
		}
	}
	return changed, nil
}
