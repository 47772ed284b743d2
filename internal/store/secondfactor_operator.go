package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// This file is what operators do with the rows of second factors.

// TOTPKey is a key that second factors are sealed under.
type TOTPKey struct {
	People int  // how many
	Sample TOTP // one of them
}

// TOTPKeys returns the keys that are in use, by id.
func (s *Store) TOTPKeys(ctx context.Context) (all []TOTPKey, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT DISTINCT ON (key_id) count(*) OVER (PARTITION BY key_id), `+totpColumns+` FROM totp ORDER BY key_id, person_id`)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var k TOTPKey
			var confirmed sql.NullTime
			if err := rows.Scan(&k.People, &k.Sample.Person, &k.Sample.Key, &k.Sample.Sealed, &confirmed, &k.Sample.LastStep); err != nil {
				return err
			}
			all = append(all, k)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading the keys of second factors: %w", err)
	}
	return all, nil
}

// TOTPsNotUnder returns at most limit second factors that are sealed under another
// key, by person, those after a person.
func (s *Store) TOTPsNotUnder(ctx context.Context, key string, after uuid.UUID, limit int) (all []TOTP, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT `+totpColumns+` FROM totp WHERE key_id <> $1 AND person_id > $2 ORDER BY person_id LIMIT $3`, key, after, limit)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			t, err := scanTOTP(rows)
			if err != nil {
				return err
			}
			all = append(all, t)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading second factors: %w", err)
	}
	return all, nil
}

// TOTPsUnder returns at most limit people whose second factor a key seals.
func (s *Store) TOTPsUnder(ctx context.Context, key string, limit int) (all []Person, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT p.id, p.email, p.name, p.is_staff FROM totp t JOIN person p ON p.id = t.person_id
			WHERE t.key_id = $1 ORDER BY t.person_id LIMIT $2`, key, limit)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var p Person
			if err := rows.Scan(&p.ID, &p.Email, &p.Name, &p.IsStaff); err != nil {
				return err
			}
			all = append(all, p)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading whose second factors a key seals: %w", err)
	}
	return all, nil
}

// ResealTOTP replaces how a second factor is sealed, unless it was changed meanwhile.
func (s *Store) ResealTOTP(ctx context.Context, old TOTP, key string, sealed []byte) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `UPDATE totp SET key_id = $3, sealed = $4 WHERE person_id = $1 AND sealed = $2`, old.Person, old.Sealed, key, sealed)
		return err
	})
	if err != nil {
		return fmt.Errorf("sealing a second factor anew: %w", err)
	}
	return nil
}

// ResetTOTP turns a person's second factor off without a proof. ok is false when
// it was off.
func (s *Store) ResetTOTP(ctx context.Context, person uuid.UUID, e audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if ok, err = changed(q.ExecContext(ctx, `DELETE FROM totp WHERE person_id = $1`, person)); err != nil || !ok {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return false, fmt.Errorf("turning a second factor off: %w", err)
	}
	return ok, nil
}
