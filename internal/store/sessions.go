package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// MaxSessions is how many sessions a person has at most: one that starts ends those
// that were not used for longest.
const MaxSessions = 100

// SessionsOf returns the sessions of a person that run at now, the one last used first.
func (s *Store) SessionsOf(ctx context.Context, person uuid.UUID, now time.Time) (found []Session, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT id, created_at, authenticated_at, last_seen_at, expires_at, address, user_agent FROM session
			WHERE person_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id LIMIT $3`, person, now, MaxSessions)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var n Session
			if err := rows.Scan(&n.ID, &n.CreatedAt, &n.AuthenticatedAt, &n.LastSeenAt, &n.ExpiresAt, &n.Address, &n.UserAgent); err != nil {
				return err
			}
			found = append(found, n)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("listing sessions: %w", err)
	}
	return found, nil
}

// EndSessions removes sessions of a person: only the one with an id, or (uuid.Nil)
// all but the one to keep. It returns how many there were, and adds the event if any was.
func (s *Store) EndSessions(ctx context.Context, person, only, keep uuid.UUID, e audit.Event) (ended int, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		done, err := q.ExecContext(ctx, `DELETE FROM session WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)`,
			person, orNull(only), orNull(keep))
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if ended = int(n); err != nil || n == 0 {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return 0, fmt.Errorf("ending sessions: %w", err)
	}
	return ended, nil
}
