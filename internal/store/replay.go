package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// ReplayFor is how long a retried mutation is recognised.
const ReplayFor = 24 * time.Hour

// Replay is what a mutation with an idempotency key made.
type Replay struct {
	Mutation    string
	Key         string
	Fingerprint []byte // of the input
	Result      uuid.UUID
	At          time.Time
}

// Once records that r's mutation is done now. If the caller did one with the
// same key in the last 24 hours, it records nothing and returns that one. A
// duplicate whose first is still under way waits for it.
func (t *Tx) Once(ctx context.Context, r Replay) (earlier Replay, replayed bool, err error) {
	of := []any{t.who.Workspace(), t.who.ID(), r.Mutation, r.Key}
	if _, err := t.Exec(ctx, `DELETE FROM mutation_replay
		WHERE workspace_id = $1 AND person_id = $2 AND mutation = $3 AND key = $4 AND created_at <= $5`,
		append(of, r.At.Add(-ReplayFor))...); err != nil {
		return Replay{}, false, fmt.Errorf("forgetting an old idempotency key: %w", err)
	}
	done, err := t.Exec(ctx, `INSERT INTO mutation_replay (workspace_id, person_id, mutation, key, id, fingerprint, result_id, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (workspace_id, person_id, mutation, key) DO NOTHING`,
		append(of, uuid.New(), r.Fingerprint, r.Result, r.At)...)
	if err != nil {
		return Replay{}, false, fmt.Errorf("keeping an idempotency key: %w", err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 1 {
		return r, false, err
	}
	earlier, replayed, err = t.Done(ctx, r.Mutation, r.Key)
	if err == nil && !replayed {
		err = errors.New("an idempotency key vanished while it was looked at")
	}
	return earlier, replayed, err
}

// Done returns what the caller's mutation with this key made, however long ago.
func (v *View) Done(ctx context.Context, mutation, key string) (r Replay, ok bool, err error) {
	r = Replay{Mutation: mutation, Key: key}
	err = v.QueryRow(ctx, `SELECT fingerprint, result_id, created_at FROM mutation_replay
		WHERE workspace_id = $1 AND person_id = $2 AND mutation = $3 AND key = $4`,
		v.who.Workspace(), v.who.ID(), mutation, key).Scan(&r.Fingerprint, &r.Result, &r.At)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Replay{}, false, nil
	case err != nil:
		return Replay{}, false, fmt.Errorf("reading an idempotency key: %w", err)
	}
	return r, true, nil
}
