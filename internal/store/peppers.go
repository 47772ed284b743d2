package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/lib/pq"

	"latchkey/internal/apikey"
)

// RehashSecret stores a secret under another pepper, as a change of access. A
// secret that is no longer stored as old, because it is gone or another node was
// faster, is left alone.
func (s *Store) RehashSecret(ctx context.Context, old, fresh apikey.Hash) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT rehash_secret($1, $2, $3)`, old.Sum[:], fresh.PepperID, fresh.Sum[:])
		return err
	})
	if err != nil {
		return fmt.Errorf("moving a secret to another pepper: %w", err)
	}
	return nil
}

// PepperUse is what depends on a pepper.
type PepperUse struct {
	Pepper  string
	Live    int64     // secrets that work, or would again if their key was enabled or given a later day
	Stopped int64     // those of them whose key is disabled or expired
	UsedAt  time.Time // the latest use of one of their keys; zero: none is known
}

// PepperUses returns each pepper that live secrets are under, by id, apart from
// those whose ids are given.
func (s *Store) PepperUses(ctx context.Context, apartFrom ...string) (all []PepperUse, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		all = nil
		rows, err := q.QueryContext(ctx, `SELECT pepper_id, live, stopped, used_at FROM secrets_by_pepper($1)`, pq.Array(append([]string{}, apartFrom...)))
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var u PepperUse
			var used sql.NullTime
			if err := rows.Scan(&u.Pepper, &u.Live, &u.Stopped, &used); err != nil {
				return err
			}
			u.UsedAt = used.Time.UTC()
			all = append(all, u)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("counting secrets by pepper: %w", err)
	}
	return all, nil
}

// PepperSecret is a live secret as operators see it.
type PepperSecret struct {
	Slug    string // of its workspace
	Key     string // the name
	Hint    string
	Stopped bool      // the key is disabled or expired
	UsedAt  time.Time // the key's last use; zero: none is known
}

// PepperSecrets returns live secrets under a pepper, at most limit, first those
// whose keys were never used, then those not used for longest.
func (s *Store) PepperSecrets(ctx context.Context, pepper string, limit int) (all []PepperSecret, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		all = nil
		rows, err := q.QueryContext(ctx, `SELECT slug, name, hint, stopped, used_at FROM secrets_under($1, $2)`, pepper, limit)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var p PepperSecret
			var used sql.NullTime
			if err := rows.Scan(&p.Slug, &p.Key, &p.Hint, &p.Stopped, &used); err != nil {
				return err
			}
			p.UsedAt = used.Time.UTC()
			all = append(all, p)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading the secrets under a pepper: %w", err)
	}
	return all, nil
}
