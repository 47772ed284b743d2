package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// SignUp is somebody who wants to be a person, and has not yet shown that the
// address is theirs.
type SignUp struct {
	ID           uuid.UUID
	Email        string
	EmailKey     string
	Name         string
	PasswordHash string
	CreatedAt    time.Time
	ExpiresAt    time.Time
}

// AddSignUp keeps a sign-up with the mail that asks to confirm it, and removes some
// that have expired.
func (s *Store) AddSignUp(ctx context.Context, u SignUp, m Mail) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `DELETE FROM sign_up WHERE id IN (
			SELECT id FROM sign_up WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`, u.CreatedAt, pruned)
		if err != nil {
			return fmt.Errorf("removing old ones: %w", err)
		}
		_, err = q.ExecContext(ctx, `INSERT INTO sign_up (id, email, email_key, name, password_hash, created_at, expires_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`, u.ID, u.Email, u.EmailKey, u.Name, u.PasswordHash, u.CreatedAt, u.ExpiresAt)
		if err != nil {
			return err
		}
		return enqueue(ctx, q, m)
	})
	if err != nil {
		return fmt.Errorf("keeping a sign-up: %w", err)
	}
	return nil
}

const signUpColumns = `SELECT id, email, email_key, name, password_hash, created_at, expires_at FROM sign_up WHERE `

// SignUp returns a sign-up by its id.
func (s *Store) SignUp(ctx context.Context, id uuid.UUID) (SignUp, bool, error) {
	return s.signUp(ctx, signUpColumns+`id = $1`, id)
}

// SignUpOf returns the sign-up whose link carries the token with a hash.
func (s *Store) SignUpOf(ctx context.Context, tokenHash []byte) (SignUp, bool, error) {
	return s.signUp(ctx, signUpColumns+`token_hash = $1`, tokenHash)
}

func (s *Store) signUp(ctx context.Context, query string, by any) (u SignUp, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, query, by).Scan(&u.ID, &u.Email, &u.EmailKey, &u.Name, &u.PasswordHash, &u.CreatedAt, &u.ExpiresAt)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return SignUp{}, false, nil
	case err != nil:
		return SignUp{}, false, fmt.Errorf("finding a sign-up: %w", err)
	}
	return u, true, nil
}

// LinkSignUp makes a token the one that confirms a sign-up, and no earlier one.
func (s *Store) LinkSignUp(ctx context.Context, id uuid.UUID, tokenHash []byte) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `UPDATE sign_up SET token_hash = $2 WHERE id = $1`, id, tokenHash)
		return err
	})
	if err != nil {
		return fmt.Errorf("linking a sign-up: %w", err)
	}
	return nil
}

// ConfirmSignUp makes a person of a sign-up, and ends all of the address. A second
// person with it violates [PersonEmail]. ok is false when it was confirmed already.
func (s *Store) ConfirmSignUp(ctx context.Context, u SignUp, p Person, e audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		done, err := q.ExecContext(ctx, `DELETE FROM sign_up WHERE id = $1`, u.ID)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if ok = n == 1; err != nil || !ok {
			return err
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM sign_up WHERE email_key = $1`, u.EmailKey); err != nil {
			return err
		}
		if err := addPerson(ctx, q, p, u.EmailKey, u.PasswordHash, e.At); err != nil {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return false, fmt.Errorf("confirming a sign-up: %w", err)
	}
	return ok, nil
}
