package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// AccessChange is one committed change of access: of one key, or of the whole
// workspace when Key is uuid.Nil.
type AccessChange struct{ Workspace, Key uuid.UUID }

// Beat extends a node's lease by lease, states that it has applied every change
// up to applied (nil: it has just started and knows none), and returns what was
// committed after that, in order, with the current epoch. Epochs have no gaps: when
// there are fewer changes than the distance, some are no longer kept.
func (s *Store) Beat(ctx context.Context, node uuid.UUID, name string, applied *int64, lease time.Duration) (changes []AccessChange, epoch int64, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		changes = nil
		rows, err := q.QueryContext(ctx, `SELECT epoch, workspace_id, key_id FROM node_beat($1, $2, $3, $4)`,
			node, name, applied, lease.Milliseconds())
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var workspace, key uuid.NullUUID
			if err := rows.Scan(&epoch, &workspace, &key); err != nil {
				return err
			}
			if workspace.Valid {
				changes = append(changes, AccessChange{workspace.UUID, key.UUID})
			}
		}
		return rows.Err()
	})
	if err != nil {
		return nil, 0, fmt.Errorf("beating: %w", err)
	}
	return changes, epoch, nil
}

// Leave ends a node's lease: it serves no more.
func (s *Store) Leave(ctx context.Context, node uuid.UUID) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT node_leave($1)`, node)
		return err
	})
	if err != nil {
		return fmt.Errorf("leaving: %w", err)
	}
	return nil
}

// AccessBarrier returns the current epoch, how many nodes hold a lease, and how
// many of these have not yet applied epoch (nil: the current one).
func (s *Store) AccessBarrier(ctx context.Context, epoch *int64) (current int64, live, behind int, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT current_epoch, live, behind FROM access_barrier($1)`, epoch).Scan(&current, &live, &behind)
	})
	if err != nil {
		return 0, 0, 0, fmt.Errorf("asking for acknowledgements: %w", err)
	}
	return current, live, behind, nil
}

// PruneCluster forgets old changes and nodes that are long gone.
func (s *Store) PruneCluster(ctx context.Context) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT cluster_prune()`)
		return err
	})
	if err != nil {
		return fmt.Errorf("pruning changes: %w", err)
	}
	return nil
}
