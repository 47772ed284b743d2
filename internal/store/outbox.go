package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/fault"
)

// This file is what is to be mailed. A row is written in the transaction of what it
// tells about, so that neither is there without the other, and survives a restart.

// MailKind is what a mail is about.
type MailKind string

// The kinds.
const (
	MailInvitation       MailKind = "invitation"
	MailSignUp           MailKind = "sign_up"
	MailPasswordReset    MailKind = "password_reset"
	MailPasswordChanged  MailKind = "password_changed"
	MailEmailChange      MailKind = "email_change"       // to the new address
	MailEmailChangeAsked MailKind = "email_change_asked" // to the old one
	MailEmailChanged     MailKind = "email_changed"      // to the old one
)

// Mail is one that waits to be sent.
type Mail struct {
	ID        uuid.UUID
	Kind      MailKind
	Recipient string
	Within    uuid.UUID // the workspace of an invitation
	About     uuid.UUID // the invitation, who wants to sign up, or the change of an address
	CreatedAt time.Time
	ExpiresAt time.Time // when it has lost its sense
	Attempts  int       // to send it, this one included
}

// MaxWaitingMail is how many mails may wait. They are few while the mail server
// answers; the bound is for when it does not.
const MaxWaitingMail = 10_000

// ErrMailFull is told when as many mails wait as may.
var ErrMailFull = fault.New(fault.Unavailable, "UNAVAILABLE", "Mail cannot be sent right now. Try again later.").After(600)

func enqueue(ctx context.Context, q querier, m Mail) error {
	var waiting int
	if err := q.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT FROM mail_outbox LIMIT $1) w`, MaxWaitingMail).Scan(&waiting); err != nil {
		return fmt.Errorf("counting mails: %w", err)
	}
	if waiting >= MaxWaitingMail {
		return ErrMailFull
	}
	_, err := q.ExecContext(ctx, `INSERT INTO mail_outbox (id, kind, recipient, within, about, created_at, expires_at, next_attempt_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $6)`,
		uuid.New(), string(m.Kind), m.Recipient, orNull(m.Within), orNull(m.About), m.CreatedAt, m.ExpiresAt)
	if err != nil {
		return fmt.Errorf("leaving a mail to be sent: %w", err)
	}
	return nil
}

// Enqueue leaves a mail to be sent when the transaction has committed.
func (t *Tx) Enqueue(ctx context.Context, m Mail) error { return enqueue(ctx, t.sql, m) }

// Enqueue leaves a mail to be sent.
func (s *Store) Enqueue(ctx context.Context, m Mail) error {
	return s.acrossTx(ctx, func(ctx context.Context, q querier) error { return enqueue(ctx, q, m) })
}

// TakeMail returns a mail whose next attempt is due, for the caller alone until retry:
// when nothing is heard of it by then, it is due again. ok is false when none is due.
func (s *Store) TakeMail(ctx context.Context, now time.Time, retry func(attempts int) time.Time) (m Mail, ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var within, about uuid.NullUUID
		err := q.QueryRowContext(ctx, `SELECT id, kind, recipient, within, about, created_at, expires_at, attempts + 1 FROM mail_outbox
			WHERE next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`, now).
			Scan(&m.ID, &m.Kind, &m.Recipient, &within, &about, &m.CreatedAt, &m.ExpiresAt, &m.Attempts)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		m.Within, m.About, ok = within.UUID, about.UUID, true
		_, err = q.ExecContext(ctx, `UPDATE mail_outbox SET attempts = $2, next_attempt_at = $3 WHERE id = $1`, m.ID, m.Attempts, retry(m.Attempts))
		return err
	})
	if err != nil {
		return Mail{}, false, fmt.Errorf("taking a mail to send: %w", err)
	}
	return m, ok, nil
}

// DropMail removes a mail that was sent, or has lost its sense.
func (s *Store) DropMail(ctx context.Context, id uuid.UUID) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `DELETE FROM mail_outbox WHERE id = $1`, id)
		return err
	})
	if err != nil {
		return fmt.Errorf("removing a mail: %w", err)
	}
	return nil
}
