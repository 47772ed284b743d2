package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// UnusedKey is a key that its workspace's policy lets go, by what is known across
// workspaces. The zero value is the place before the first.
type UnusedKey struct{ Workspace, Key uuid.UUID }

// UnusedKeys returns the keys that went unused for too long, those of a workspace
// together, after a place in this order; at most 500.
func (s *Store) UnusedKeys(ctx context.Context, now time.Time, after UnusedKey) (found []UnusedKey, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT workspace_id, key_id FROM unused_keys($1, $2, $3)`, now, after.Workspace, after.Key)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var k UnusedKey
			if err := rows.Scan(&k.Workspace, &k.Key); err != nil {
				return err
			}
			found = append(found, k)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("finding unused keys: %w", err)
	}
	return found, nil
}
