package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/text"
)

// This file is what people change of themselves: their name, and their address. Lock
// order: the person, their memberships (by trigger), the operator's chain.

// RenamePerson gives a person another name as their next version. current is the
// version that there was; when it is not the expected one, nothing has changed. e makes
// the event of the name until now.
func (s *Store) RenamePerson(ctx context.Context, person uuid.UUID, expected int, name string, e func(old string) audit.Event) (current int, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var old string
		err := q.QueryRowContext(ctx, `SELECT name, version FROM person WHERE id = $1 FOR NO KEY UPDATE`, person).Scan(&old, &current)
		if err != nil || current != expected {
			return err
		}
		_, err = q.ExecContext(ctx, `UPDATE person SET name = $2, name_key = $3, version = version + 1 WHERE id = $1`, person, name, text.Fold(name))
		if err != nil {
			return err
		}
		return appendOperatorEvent(ctx, q, e(old))
	})
	if err != nil {
		return 0, fmt.Errorf("renaming a person: %w", err)
	}
	return current, nil
}

// EmailChange is an address that a person wants, and has not yet shown to be theirs.
type EmailChange struct {
	ID        uuid.UUID
	Person    uuid.UUID
	Email     string
	EmailKey  string
	CreatedAt time.Time
	ExpiresAt time.Time
}

// AskEmailChange keeps the change of an address, in the place of an earlier one, with
// the mails about it.
func (s *Store) AskEmailChange(ctx context.Context, c EmailChange, e audit.Event, mails ...Mail) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `INSERT INTO email_change (person_id, id, email, email_key, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (person_id) DO UPDATE SET id = EXCLUDED.id, email = EXCLUDED.email, email_key = EXCLUDED.email_key, token_hash = NULL,
				created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at`, c.Person, c.ID, c.Email, c.EmailKey, c.CreatedAt, c.ExpiresAt)
		if err != nil {
			return err
		}
		for _, m := range mails {
			if err := enqueue(ctx, q, m); err != nil {
				return err
			}
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return fmt.Errorf("keeping the change of an address: %w", err)
	}
	return nil
}

const emailChangeColumns = `SELECT id, person_id, email, email_key, created_at, expires_at FROM email_change WHERE `

// EmailChange returns the change of an address by its id.
func (s *Store) EmailChange(ctx context.Context, id uuid.UUID) (EmailChange, bool, error) {
	return s.emailChange(ctx, emailChangeColumns+`id = $1`, id)
}

// EmailChangeOf returns that of a person.
func (s *Store) EmailChangeOf(ctx context.Context, person uuid.UUID) (EmailChange, bool, error) {
	return s.emailChange(ctx, emailChangeColumns+`person_id = $1`, person)
}

// EmailChangeBy returns the one whose link carries the token with a hash.
func (s *Store) EmailChangeBy(ctx context.Context, tokenHash []byte) (EmailChange, bool, error) {
	return s.emailChange(ctx, emailChangeColumns+`token_hash = $1`, tokenHash)
}

func (s *Store) emailChange(ctx context.Context, query string, by any) (c EmailChange, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, query, by).Scan(&c.ID, &c.Person, &c.Email, &c.EmailKey, &c.CreatedAt, &c.ExpiresAt)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return EmailChange{}, false, nil
	case err != nil:
		return EmailChange{}, false, fmt.Errorf("finding the change of an address: %w", err)
	}
	c.CreatedAt, c.ExpiresAt = c.CreatedAt.UTC(), c.ExpiresAt.UTC()
	return c, true, nil
}

// LinkEmailChange makes a token the one that confirms a change, and no earlier one.
func (s *Store) LinkEmailChange(ctx context.Context, id uuid.UUID, tokenHash []byte) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `UPDATE email_change SET token_hash = $2 WHERE id = $1`, id, tokenHash)
		return err
	})
	if err != nil {
		return fmt.Errorf("linking the change of an address: %w", err)
	}
	return nil
}

// CancelEmailChange ends the change of a person's address that waits, if one does.
func (s *Store) CancelEmailChange(ctx context.Context, person uuid.UUID, e audit.Event) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		if was, err := endEmailChange(ctx, q, person); err != nil || !was {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return fmt.Errorf("cancelling the change of an address: %w", err)
	}
	return nil
}

// endEmailChange reports whether there was one.
func endEmailChange(ctx context.Context, q querier, person uuid.UUID) (was bool, err error) {
	done, err := q.ExecContext(ctx, `DELETE FROM email_change WHERE person_id = $1`, person)
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// ConfirmEmailChange gives a person the address that they have shown to be theirs, and
// ends the links to a new password that went to the old one. An address that somebody
// else has violates [PersonEmail]. ok is false when the change does not wait any more.
// told makes the mail (nil: none) and the event of the address until now.
func (s *Store) ConfirmEmailChange(ctx context.Context, c EmailChange, told func(old string) (*Mail, audit.Event)) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var old string
		if err := q.QueryRowContext(ctx, `SELECT email FROM person WHERE id = $1 FOR UPDATE`, c.Person).Scan(&old); err != nil {
			return err
		}
		done, err := q.ExecContext(ctx, `DELETE FROM email_change WHERE id = $1`, c.ID)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if ok = n == 1; err != nil || !ok {
			return err
		}
		return setEmail(ctx, q, c, old, told)
	})
	if err != nil {
		return false, fmt.Errorf("changing an address: %w", err)
	}
	return ok, nil
}

// SetEmail gives a person an address without their word for it, and ends a change that waits.
// An address that somebody else has violates [PersonEmail].
func (s *Store) SetEmail(ctx context.Context, c EmailChange, told func(old string) (*Mail, audit.Event)) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var old string
		if err := q.QueryRowContext(ctx, `SELECT email FROM person WHERE id = $1 FOR UPDATE`, c.Person).Scan(&old); err != nil {
			return err
		}
		if _, err := endEmailChange(ctx, q, c.Person); err != nil {
			return err
		}
		return setEmail(ctx, q, c, old, told)
	})
	if err != nil {
		return fmt.Errorf("changing an address: %w", err)
	}
	return nil
}

func setEmail(ctx context.Context, q querier, c EmailChange, old string, told func(old string) (*Mail, audit.Event)) error {
	_, err := q.ExecContext(ctx, `UPDATE person SET email = $2, email_key = $3, version = version + 1 WHERE id = $1`, c.Person, c.Email, c.EmailKey)
	if err != nil {
		return err
	}
	if _, err := q.ExecContext(ctx, `DELETE FROM password_reset WHERE person_id = $1`, c.Person); err != nil {
		return err
	}
	mail, e := told(old)
	if mail != nil {
		if err := enqueue(ctx, q, *mail); err != nil {
			return err
		}
	}
	return appendOperatorEvent(ctx, q, e)
}
