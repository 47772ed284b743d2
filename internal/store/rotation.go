package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/apikey"
)

// A rotation is under way while a key has a secret with an end to come. Whoever
// calls the methods of a Tx here has locked the workspace and the key.

// ended is the end of a secret that somebody ended: nodes judge it by clocks of
// their own, and none runs that far behind.
const ended = `'epoch'::timestamptz`

// StartRotation makes secret the current one of k. The one before works until
// then; when that is not after at, it has ended.
func (t *Tx) StartRotation(ctx context.Context, k apikey.Key, secret apikey.Hash, hint string, at, until time.Time) error {
	if err := t.keepLastUse(ctx, k.ID); err != nil {
		return err
	}
	_, err := t.Exec(ctx, `UPDATE api_key_secret SET valid_until = CASE WHEN $3::timestamptz < $4 THEN $4 ELSE `+ended+` END
		WHERE workspace_id = $1 AND key_id = $2 AND valid_until IS NULL`, t.who.Workspace(), k.ID, at, until)
	if err != nil {
		return fmt.Errorf("giving the old secret an end: %w", err)
	}
	return t.addSecret(ctx, k.ID, secret, hint, at)
}

// FinishRotation ends the old secret of a key.
func (t *Tx) FinishRotation(ctx context.Context, key uuid.UUID, now time.Time) error {
	_, err := t.Exec(ctx, `UPDATE api_key_secret SET valid_until = `+ended+`
		WHERE workspace_id = $1 AND key_id = $2 AND valid_until > $3`, t.who.Workspace(), key, now)
	if err != nil {
		return fmt.Errorf("ending the old secret: %w", err)
	}
	return nil
}

// CancelRotation ends the current secret of a key, and makes the old one current again.
func (t *Tx) CancelRotation(ctx context.Context, key uuid.UUID, now time.Time) error {
	if err := t.keepLastUse(ctx, key); err != nil {
		return err
	}
	_, err := t.Exec(ctx, `UPDATE api_key_secret SET valid_until = CASE WHEN valid_until IS NULL THEN `+ended+` END
		WHERE workspace_id = $1 AND key_id = $2 AND (valid_until IS NULL OR valid_until > $3)`, t.who.Workspace(), key, now)
	if err != nil {
		return fmt.Errorf("ending the new secret: %w", err)
	}
	return nil
}

// keepLastUse writes down the last use of the current secret, which is about to get
// an end: it was the key's, unless that was made with another secret.
func (t *Tx) keepLastUse(ctx context.Context, key uuid.UUID) error {
	_, err := t.Exec(ctx, `INSERT INTO api_key_secret_use AS l (workspace_id, secret_id, key_id, at, address, user_agent, operation)
		SELECT s.workspace_id, s.id, s.key_id, u.at, u.address, u.user_agent, u.operation
		FROM api_key_secret s JOIN api_key_use u ON u.workspace_id = s.workspace_id AND u.key_id = s.key_id
		WHERE s.workspace_id = $1 AND s.key_id = $2 AND s.valid_until IS NULL AND u.at > '-infinity'
		  AND NOT EXISTS (SELECT FROM api_key_secret_use o
		                  WHERE o.workspace_id = s.workspace_id AND o.key_id = s.key_id AND o.secret_id <> s.id AND o.at >= u.at)
		ON CONFLICT (workspace_id, secret_id) DO UPDATE
		SET at = EXCLUDED.at, address = EXCLUDED.address, user_agent = EXCLUDED.user_agent, operation = EXCLUDED.operation`,
		t.who.Workspace(), key)
	if err != nil {
		return fmt.Errorf("keeping a secret's last use: %w", err)
	}
	return nil
}

// addRotations fills in the rotations of those keys that are in one.
func (v *View) addRotations(ctx context.Context, keys []apikey.Key) error {
	rotating := map[uuid.UUID]*apikey.Key{}
	var ids pq.StringArray
	for i := range keys {
		if keys[i].RotatingUntil.After(v.now) {
			rotating[keys[i].ID] = &keys[i]
			ids = append(ids, keys[i].ID.String())
		}
	}
	if len(ids) == 0 {
		return nil
	}
	rows, err := v.Query(ctx, `SELECT o.key_id, c.created_at, o.valid_until, o.hint, u.at, u.address, u.user_agent, u.operation
		FROM api_key_secret o
		JOIN api_key_secret c ON c.workspace_id = o.workspace_id AND c.key_id = o.key_id AND c.valid_until IS NULL
		LEFT JOIN api_key_secret_use u ON u.workspace_id = o.workspace_id AND u.secret_id = o.id
		WHERE o.workspace_id = $1 AND o.key_id = ANY ($2::uuid[]) AND o.valid_until > $3`, v.who.Workspace(), ids, v.now)
	if err != nil {
		return fmt.Errorf("reading rotations: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		key, r, err := scanRotation(rows)
		if err != nil {
			return fmt.Errorf("reading rotations: %w", err)
		}
		rotating[key].Rotation = &r
	}
	return rows.Err()
}

func scanRotation(rows *sql.Rows) (key uuid.UUID, r apikey.Rotation, err error) {
	var use useColumns
	err = rows.Scan(&key, &r.StartedAt, &r.OldSecretValidUntil, &r.OldHint, &use.at, &use.address, &use.agent, &use.operation)
	r.StartedAt, r.OldSecretValidUntil, r.OldSecretLastUse = r.StartedAt.UTC(), r.OldSecretValidUntil.UTC(), use.value()
	return key, r, err
}
