package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/ratelimit"
)

// Work that only the operator's commands need.

// Node is a process that serves, or served, the data plane.
type Node struct {
	ID        uuid.UUID
	Name      string
	StartedAt time.Time
	Lease     time.Duration // how much is left of it, by PostgreSQL's clock; not positive: it has ended
	Applied   int64         // the last change of access that it has acknowledged
}

// Nodes returns who serves the data plane, those with a running lease first, at
// most 1,000; and the number of the last change of access.
func (s *Store) Nodes(ctx context.Context) (all []Node, epoch int64, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT current_epoch, id, name, started_at, lease_ms, applied_epoch FROM nodes()`)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var id uuid.NullUUID
			var name sql.NullString
			var started sql.NullTime
			var lease sql.NullFloat64
			var applied sql.NullInt64
			if err := rows.Scan(&epoch, &id, &name, &started, &lease, &applied); err != nil {
				return err
			}
			if id.Valid {
				all = append(all, Node{id.UUID, name.String, started.Time.UTC(), time.Duration(lease.Float64 * float64(time.Millisecond)), applied.Int64})
			}
		}
		return rows.Err()
	})
	if err != nil {
		return nil, 0, fmt.Errorf("reading the nodes: %w", err)
	}
	return all, epoch, nil
}

// WorkspaceOfSlug returns the id of the workspace with a slug.
func (s *Store) WorkspaceOfSlug(ctx context.Context, slug string) (id uuid.UUID, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT id FROM workspace_of_slug($1)`, slug).Scan(&id)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return uuid.Nil, false, nil
	case err != nil:
		return uuid.Nil, false, fmt.Errorf("finding a workspace by its slug: %w", err)
	}
	return id, true, nil
}

// Suspend makes all keys of the workspace be refused.
func (t *Tx) Suspend(ctx context.Context, at time.Time) error {
	_, err := t.Exec(ctx, `UPDATE workspace SET suspended_at = $2, version = version + 1 WHERE id = $1`, t.who.Workspace(), at)
	if err != nil {
		return fmt.Errorf("suspending the workspace: %w", err)
	}
	return nil
}

// Resume ends the workspace's suspension.
func (t *Tx) Resume(ctx context.Context, at time.Time) error {
	_, err := t.Exec(ctx, `UPDATE workspace SET suspended_at = NULL, resumed_at = $2, version = version + 1 WHERE id = $1`, t.who.Workspace(), at)
	if err != nil {
		return fmt.Errorf("resuming the workspace: %w", err)
	}
	return nil
}

// SetLimits changes the workspace's rate limits.
func (t *Tx) SetLimits(ctx context.Context, l ratelimit.Limits) error {
	_, err := t.Exec(ctx, `UPDATE workspace SET key_limit_calls = NULLIF($2::integer, 0), key_limit_seconds = NULLIF($3::integer, 0),
		workspace_limit_calls = NULLIF($4::integer, 0), workspace_limit_seconds = NULLIF($5::integer, 0), version = version + 1 WHERE id = $1`,
		t.who.Workspace(), l.Key.Calls, l.Key.Seconds, l.Workspace.Calls, l.Workspace.Seconds)
	if err != nil {
		return fmt.Errorf("setting the limits: %w", err)
	}
	return nil
}
