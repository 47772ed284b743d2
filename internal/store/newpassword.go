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

// PasswordReset is a link with which a person may choose a new password.
type PasswordReset struct {
	ID        uuid.UUID
	Person    Person
	EmailKey  string // the address that it was mailed to
	ExpiresAt time.Time
}

// AddPasswordReset keeps the hash of a link's token, and removes some that have expired.
func (s *Store) AddPasswordReset(ctx context.Context, r PasswordReset, tokenHash []byte, now time.Time) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `DELETE FROM password_reset WHERE id IN (
			SELECT id FROM password_reset WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`, now, pruned)
		if err != nil {
			return fmt.Errorf("removing old ones: %w", err)
		}
		_, err = q.ExecContext(ctx, `INSERT INTO password_reset (id, person_id, email_key, token_hash, expires_at) VALUES ($1, $2, $3, $4, $5)`,
			r.ID, r.Person.ID, r.EmailKey, tokenHash, r.ExpiresAt)
		return err
	})
	if err != nil {
		return fmt.Errorf("keeping a password's reset: %w", err)
	}
	return nil
}

// PasswordResetOf returns whose password the link with a token's hash resets, as long
// as the address that it was mailed to is still theirs.
func (s *Store) PasswordResetOf(ctx context.Context, tokenHash []byte) (r PasswordReset, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT r.id, r.email_key, r.expires_at, p.id, p.email, p.name, p.is_staff
			FROM password_reset r JOIN person p ON p.id = r.person_id AND p.email_key = r.email_key WHERE r.token_hash = $1`, tokenHash).
			Scan(&r.ID, &r.EmailKey, &r.ExpiresAt, &r.Person.ID, &r.Person.Email, &r.Person.Name, &r.Person.IsStaff)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return PasswordReset{}, false, nil
	case err != nil:
		return PasswordReset{}, false, fmt.Errorf("finding a password's reset: %w", err)
	}
	return r, true, nil
}

// NewPassword is a person's next password, and what it ends.
type NewPassword struct {
	Person uuid.UUID
	Hash   string
	Reset  uuid.UUID // the link that it comes from, which must still be there; uuid.Nil: none
	Keep   []byte    // the hash of the token of the one session that goes on, which must still run; nil: none does
	Next   []byte    // the hash of the token that it has from then on
	Mail   *Mail     // nil: none
	Event  audit.Event
}

// SetPassword changes a password, and ends the person's other sessions, their sign-ins
// that wait for the second factor, all links to reset it, and the change of their address
// that waits. ok is false when the link that it comes from has been used, or the session that
// was to go on has ended.
func (s *Store) SetPassword(ctx context.Context, n NewPassword) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		if ok, err = n.comesFrom(ctx, q); err != nil || !ok {
			return err
		}
		if _, err := q.ExecContext(ctx, `UPDATE person SET password_hash = $2 WHERE id = $1`, n.Person, n.Hash); err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM session WHERE person_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2)`, n.Person, n.Next); err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM sign_in_challenge WHERE person_id = $1`, n.Person); err != nil {
			return err
		}
		if _, err := endEmailChange(ctx, q, n.Person); err != nil {
			return err
		}
		if n.Mail != nil {
			if err := enqueue(ctx, q, *n.Mail); err != nil {
				return err
			}
		}
		return appendOperatorEvent(ctx, q, n.Event)
	})
	if err != nil {
		return false, fmt.Errorf("changing a password: %w", err)
	}
	return ok, nil
}

// comesFrom ends the person's links, gives the session that goes on its next token, and
// reports whether what the change comes from was there. The person's row is locked first,
// so that two changes at once come one after the other, and no session begins meanwhile.
func (n NewPassword) comesFrom(ctx context.Context, q querier) (ok bool, err error) {
	if err := lockPerson(ctx, q, n.Person); err != nil {
		return false, err
	}
	if n.Reset != uuid.Nil {
		if ok, err = changed(q.ExecContext(ctx, `DELETE FROM password_reset WHERE id = $1 AND person_id = $2`, n.Reset, n.Person)); err != nil || !ok {
			return false, err
		}
	}
	if n.Keep != nil {
		ok, err = changed(q.ExecContext(ctx, `UPDATE session SET token_hash = $3 WHERE token_hash = $2 AND person_id = $1 AND expires_at > $4`,
			n.Person, n.Keep, n.Next, n.Event.At))
		if err != nil || !ok {
			return false, err
		}
	}
	_, err = q.ExecContext(ctx, `DELETE FROM password_reset WHERE person_id = $1`, n.Person)
	return err == nil, err
}

// lockPerson makes those wait who change what a person signs in with, and those who
// begin a session by it.
func lockPerson(ctx context.Context, q querier, person uuid.UUID) error {
	if _, err := q.ExecContext(ctx, `SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE`, person); err != nil {
		return fmt.Errorf("locking the person: %w", err)
	}
	return nil
}
