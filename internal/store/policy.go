package store

import (
	"context"
	"fmt"
	"time"

	"latchkey/internal/apikey"
)

// What a change of the workspace's settings would mean for its keys. Keys come
// without what apikey.Key.As fills in, the oldest first.

const workingKeys = ` AND k.revoked_at IS NULL AND k.disabled_at IS NULL`

// KeysExpiring returns the keys that are neither revoked nor disabled and have a
// day of expire between two days, both included.
func (v *View) KeysExpiring(ctx context.Context, from, to apikey.Day) ([]apikey.Key, error) {
	return v.keys(ctx, keyColumns+keyFrom+workingKeys+` AND k.expires_on BETWEEN $2 AND $3 ORDER BY k.created_at, k.id`,
		v.who.Workspace(), dayOrNil(from), dayOrNil(to))
}

// KeysUnusedSince returns at most limit of the keys that are neither revoked nor
// disabled, and were neither made, enabled nor used after a time; and how many
// more there are.
func (v *View) KeysUnusedSince(ctx context.Context, since time.Time, limit int) (found []apikey.Key, more int, err error) {
	return v.oldest(ctx, limit, workingKeys+` AND GREATEST(k.created_at, k.enabled_at, u.at) <= $2`, v.who.Workspace(), since)
}

// KeysOutliving returns at most limit of the keys that are not revoked and expire
// after a day, or never; and how many more there are.
func (v *View) KeysOutliving(ctx context.Context, day apikey.Day, limit int) (found []apikey.Key, more int, err error) {
	return v.oldest(ctx, limit, ` AND k.revoked_at IS NULL AND (k.expires_on IS NULL OR k.expires_on > $2)`, v.who.Workspace(), dayOrNil(day))
}

func (v *View) oldest(ctx context.Context, limit int, where string, args ...any) (found []apikey.Key, more int, err error) {
	if err := v.QueryRow(ctx, `SELECT count(*)`+keyFrom+where, args...).Scan(&more); err != nil {
		return nil, 0, fmt.Errorf("counting keys: %w", err)
	}
	found, err = v.keys(ctx, keyColumns+keyFrom+fmt.Sprintf(`%s ORDER BY k.created_at, k.id LIMIT %d`, where, limit), args...)
	return found, more - len(found), err
}
