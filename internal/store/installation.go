package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"
)

// Installation returns the id of this installation, which never changes.
func (s *Store) Installation(ctx context.Context) (id uuid.UUID, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT id FROM installation`).Scan(&id)
	})
	if err != nil {
		return uuid.Nil, fmt.Errorf("reading the installation's id: %w", err)
	}
	return id, nil
}
