package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/audit"
)

// This file is the rows of second factors. What is sealed stays sealed here.

// TOTP is a person's authenticator app.
type TOTP struct {
	Person    uuid.UUID
	Key       string // the id of the key that it is sealed under
	Sealed    []byte
	Confirmed time.Time // zero: it is not asked for yet
	LastStep  int64     // codes up to this step were used
}

// Proof is a second factor that was found right and is to be used up: a step's
// code, or a recovery code.
type Proof struct {
	Step         int64
	RecoveryHash []byte // nil: it is a step's code
}

const totpColumns = `person_id, key_id, sealed, confirmed_at, last_step`

func scanTOTP(row interface{ Scan(...any) error }) (t TOTP, err error) {
	var confirmed sql.NullTime
	err = row.Scan(&t.Person, &t.Key, &t.Sealed, &confirmed, &t.LastStep)
	t.Confirmed = confirmed.Time
	return t, err
}

// TOTPOf returns a person's authenticator app, also one that is not confirmed.
func (s *Store) TOTPOf(ctx context.Context, person uuid.UUID) (t TOTP, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) (err error) {
		t, err = scanTOTP(q.QueryRowContext(ctx, `SELECT `+totpColumns+` FROM totp WHERE person_id = $1`, person))
		return err
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return TOTP{}, false, nil
	case err != nil:
		return TOTP{}, false, fmt.Errorf("reading a second factor: %w", err)
	}
	return t, true, nil
}

// StartTOTP keeps an app's secret until a code of it confirms it, in place of one
// that was started earlier. ok is false when the person has a confirmed one.
func (s *Store) StartTOTP(ctx context.Context, t TOTP, at time.Time) (ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) (err error) {
		ok, err = changed(q.ExecContext(ctx, `INSERT INTO totp (person_id, key_id, sealed, started_at) VALUES ($1, $2, $3, $4)
			ON CONFLICT (person_id) DO UPDATE SET key_id = $2, sealed = $3, started_at = $4 WHERE totp.confirmed_at IS NULL`,
			t.Person, t.Key, t.Sealed, at))
		return err
	})
	if err != nil {
		return false, fmt.Errorf("starting a second factor: %w", err)
	}
	return ok, nil
}

// ConfirmTOTP turns t on from its step on, keeps the hashes of the recovery codes,
// and ends the person's sessions other than kept. ok is false when another one was
// started meanwhile, or one is on.
func (s *Store) ConfirmTOTP(ctx context.Context, t TOTP, step int64, hashes [][]byte, kept uuid.UUID, e audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if err := lockPerson(ctx, q, t.Person); err != nil {
			return err
		}
		ok, err = changed(q.ExecContext(ctx, `UPDATE totp SET confirmed_at = $3, last_step = $4
			WHERE person_id = $1 AND sealed = $2 AND confirmed_at IS NULL`, t.Person, t.Sealed, e.At, step))
		if err != nil || !ok {
			return err
		}
		if err := replaceRecoveryCodes(ctx, q, t.Person, hashes); err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM session WHERE person_id = $1 AND id <> $2`, t.Person, kept); err != nil {
			return fmt.Errorf("ending the other sessions: %w", err)
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return false, fmt.Errorf("turning a second factor on: %w", err)
	}
	return ok, nil
}

// RegenerateRecoveryCodes replaces a person's recovery codes. ok is false when the
// proof was used before.
func (s *Store) RegenerateRecoveryCodes(ctx context.Context, person uuid.UUID, p Proof, hashes [][]byte, events ...audit.Event) (ok bool, err error) {
	return s.proven(ctx, person, p, events, func(ctx context.Context, q querier) error { return replaceRecoveryCodes(ctx, q, person, hashes) })
}

// DropTOTP turns a person's second factor off. ok is false when the proof was used
// before.
func (s *Store) DropTOTP(ctx context.Context, person uuid.UUID, p Proof, events ...audit.Event) (ok bool, err error) {
	return s.proven(ctx, person, p, events, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `DELETE FROM totp WHERE person_id = $1`, person)
		return err
	})
}

// UseProof uses a proof up. ok is false when it was used before.
func (s *Store) UseProof(ctx context.Context, person uuid.UUID, p Proof, events ...audit.Event) (ok bool, err error) {
	return s.proven(ctx, person, p, events, func(context.Context, querier) error { return nil })
}

// proven uses a proof up and does f, or neither.
func (s *Store) proven(ctx context.Context, person uuid.UUID, p Proof, events []audit.Event, f func(context.Context, querier) error) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if ok, err = useUp(ctx, q, person, p); err != nil || !ok {
			return err
		}
		if err := f(ctx, q); err != nil {
			return err
		}
		return appendOperatorEvents(ctx, q, events)
	})
	if err != nil {
		return false, fmt.Errorf("changing a second factor: %w", err)
	}
	return ok, nil
}

// useUp makes a proof one that was used, and reports whether it was none before:
// of two requests at once with one proof, one wins.
func useUp(ctx context.Context, q querier, person uuid.UUID, p Proof) (ok bool, err error) {
	if p.RecoveryHash != nil {
		return changed(q.ExecContext(ctx, `DELETE FROM recovery_code WHERE person_id = $1 AND hash = $2`, person, p.RecoveryHash))
	}
	return changed(q.ExecContext(ctx, `UPDATE totp SET last_step = $2 WHERE person_id = $1 AND last_step < $2 AND confirmed_at IS NOT NULL`, person, p.Step))
}

func replaceRecoveryCodes(ctx context.Context, q querier, person uuid.UUID, hashes [][]byte) error {
	if _, err := q.ExecContext(ctx, `DELETE FROM recovery_code WHERE person_id = $1`, person); err != nil {
		return fmt.Errorf("removing recovery codes: %w", err)
	}
	if _, err := q.ExecContext(ctx, `INSERT INTO recovery_code (person_id, hash) SELECT $1, unnest($2::bytea[])`, person, pq.ByteaArray(hashes)); err != nil {
		return fmt.Errorf("keeping recovery codes: %w", err)
	}
	return nil
}

// RecoveryCodesLeft counts a person's recovery codes that were not used.
func (s *Store) RecoveryCodesLeft(ctx context.Context, person uuid.UUID) (n int, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT count(*) FROM recovery_code WHERE person_id = $1`, person).Scan(&n)
	})
	if err != nil {
		return 0, fmt.Errorf("counting recovery codes: %w", err)
	}
	return n, nil
}

// HasRecoveryCode reports whether a code of a person was not used.
func (s *Store) HasRecoveryCode(ctx context.Context, person uuid.UUID, hash []byte) (ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM recovery_code WHERE person_id = $1 AND hash = $2)`, person, hash).Scan(&ok)
	})
	if err != nil {
		return false, fmt.Errorf("finding a recovery code: %w", err)
	}
	return ok, nil
}

// changed reports whether a statement changed a row.
func changed(result sql.Result, err error) (bool, error) {
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}
