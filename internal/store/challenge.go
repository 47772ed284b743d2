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

// This file is the rows of sign-ins that wait for their second factor.

// Challenge is a sign-in whose first factor was given.
type Challenge struct {
	TokenHash       []byte // SHA-256
	Person          Person
	Identity        uuid.UUID // by which the first factor was given; uuid.Nil: by a password
	AuthenticatedAt time.Time // when it was
	ExpiresAt       time.Time
	AttemptsLeft    int

	PasswordHash string // that the password which was given has; only when it begins
}

// StartChallenge adds a challenge, and removes some that have ended. ok is false when
// the password is another one by now.
func (s *Store) StartChallenge(ctx context.Context, c Challenge) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if ok, err = (Reliance{PasswordHash: c.PasswordHash}).holds(ctx, q, c.Person.ID); err != nil || !ok {
			return err
		}
		_, err = q.ExecContext(ctx, `DELETE FROM sign_in_challenge WHERE token_hash IN (
			SELECT token_hash FROM sign_in_challenge WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`, c.AuthenticatedAt, pruned)
		if err != nil {
			return fmt.Errorf("removing old ones: %w", err)
		}
		_, err = q.ExecContext(ctx, `INSERT INTO sign_in_challenge (token_hash, person_id, identity_id, authenticated_at, expires_at, attempts_left)
			VALUES ($1, $2, $3, $4, $5, $6)`, c.TokenHash, c.Person.ID, orNull(c.Identity), c.AuthenticatedAt, c.ExpiresAt, c.AttemptsLeft)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("starting a challenge: %w", err)
	}
	return ok, nil
}

// ChallengeByToken returns the challenge that is open at now under a token's hash.
func (s *Store) ChallengeByToken(ctx context.Context, hash []byte, now time.Time) (Challenge, bool, error) {
	return s.challenge(ctx, hash, `SELECT c.identity_id, c.authenticated_at, c.expires_at, c.attempts_left, p.id, p.email, p.name, p.is_staff
		FROM sign_in_challenge c JOIN person p ON p.id = c.person_id WHERE c.token_hash = $1 AND c.expires_at > $2 AND c.attempts_left > 0`, now)
}

// TakeAttempt is ChallengeByToken, and counts an attempt: what it returns has one
// less. Attempts at the same time each take their own.
func (s *Store) TakeAttempt(ctx context.Context, hash []byte, now time.Time) (Challenge, bool, error) {
	return s.challenge(ctx, hash, `UPDATE sign_in_challenge c SET attempts_left = c.attempts_left - 1 FROM person p
		WHERE p.id = c.person_id AND c.token_hash = $1 AND c.expires_at > $2 AND c.attempts_left > 0
		RETURNING c.identity_id, c.authenticated_at, c.expires_at, c.attempts_left, p.id, p.email, p.name, p.is_staff`, now)
}

func (s *Store) challenge(ctx context.Context, hash []byte, query string, now time.Time) (c Challenge, ok bool, err error) {
	var identity uuid.NullUUID
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, query, hash, now).Scan(&identity, &c.AuthenticatedAt, &c.ExpiresAt, &c.AttemptsLeft,
			&c.Person.ID, &c.Person.Email, &c.Person.Name, &c.Person.IsStaff)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Challenge{}, false, nil
	case err != nil:
		return Challenge{}, false, fmt.Errorf("finding a challenge: %w", err)
	}
	c.TokenHash, c.Identity = hash, identity.UUID
	return c, true, nil
}

// CompleteChallenge uses the proof and the challenge up and starts the session, or
// does none of it: ok is false when either was used meanwhile.
func (s *Store) CompleteChallenge(ctx context.Context, c Challenge, p Proof, n Session, events ...audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		// The person is locked before the challenge, as whoever ends it with all others does.
		if _, err := n.Relies.holds(ctx, q, c.Person.ID); err != nil {
			return err
		}
		ok, err = changed(q.ExecContext(ctx, `DELETE FROM sign_in_challenge WHERE token_hash = $1`, c.TokenHash))
		if err != nil || !ok {
			return err
		}
		if ok, err = useUp(ctx, q, c.Person.ID, p); err != nil {
			return err
		} else if !ok {
			return errUsed
		}
		return startSession(ctx, q, n, events...)
	})
	switch {
	case errors.Is(err, errUsed):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("completing a sign-in: %w", err)
	}
	return ok, nil
}

// errUsed undoes a transaction whose proof was used already.
var errUsed = errors.New("store: the proof was used before")
