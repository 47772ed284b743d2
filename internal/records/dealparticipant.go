package records

import (
	"context"
	"fmt"
	"slices"

	"github.com/lib/pq"

	"latchkey/internal/store"
)

// Participating is the step of a deal's patch that makes exactly these contacts take
// part in it, from a list of their ids; null is none.
func Participating(value any) (Step, error) {
	ids, err := idList(value)
	if err != nil {
		return nil, err
	}
	return func(ctx context.Context, tx *store.Tx, deal int64, created bool) error {
		workspace := tx.Caller().Workspace()
		var known int
		err := tx.QueryRow(ctx, `WITH known AS (
				SELECT c.id FROM contact c WHERE c.workspace_id = $1 AND c.id = ANY ($3) ORDER BY c.id FOR KEY SHARE
			), made AS (
				INSERT INTO deal_participant (workspace_id, deal_id, contact_id) SELECT $1, $2, k.id FROM known k ON CONFLICT DO NOTHING
			)
			SELECT count(*) FROM known`, workspace, deal, pq.Array(ids)).Scan(&known)
		if err != nil {
			return fmt.Errorf("adding participants: %w", err)
		}
		if known < len(ids) {
			return errNoObject
		}
		if created {
			return nil
		}
		_, err = tx.Exec(ctx, `DELETE FROM deal_participant WHERE workspace_id = $1 AND deal_id = $2 AND contact_id <> ALL ($3)`,
			workspace, deal, pq.Array(ids))
		if err != nil {
			return fmt.Errorf("removing participants: %w", err)
		}
		return nil
	}, nil
}

// idList reads a list of assigned ids, or one alone, each once and in order.
func idList(value any) ([]int64, error) {
	items, err := listOf(value)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(items))
	for i, item := range items {
		if ids[i], err = whole(item); err != nil {
			return nil, err
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// listOf is a list that may be sent as null, or as its one item alone.
func listOf(value any) ([]any, error) {
	switch v := value.(type) {
	case nil:
		return nil, nil
	case []any:
		if len(v) > maxLinked {
			return nil, invalid(fmt.Sprintf("Ensure this field has no more than %d elements.", maxLinked))
		}
		return v, nil
	}
	return []any{value}, nil
}
