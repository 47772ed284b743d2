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

// Session is a signed-in browser.
type Session struct {
	ID              uuid.UUID
	Person          Person
	TokenHash       []byte // SHA-256
	CreatedAt       time.Time
	AuthenticatedAt time.Time
	LastSeenAt      time.Time
	ExpiresAt       time.Time
	Address         string
	UserAgent       string
	Identity        uuid.UUID // by which it began; uuid.Nil: by a password

	Relies Reliance // what it begins by; only when it begins
}

// Reliance is what was found of a person before their session begins, and must still
// be so when it does: else whoever chooses a new password, or turns a second factor on,
// would end all sessions but one that was about to begin by what held before.
type Reliance struct {
	PasswordHash string // that the password which was given has; "": none was given
	NoFactor     bool   // there is no second factor
}

// pruned is how many sessions that have ended one that starts removes.
const pruned = 100

// MaxSessions is how many sessions a person has at most: one that starts ends those
// that were not used for longest.
const MaxSessions = 100

// SessionsOf returns the sessions of a person that run at now, the one last used first.
func (s *Store) SessionsOf(ctx context.Context, person uuid.UUID, now time.Time) (found []Session, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT id, created_at, authenticated_at, last_seen_at, expires_at, address, user_agent FROM session
			WHERE person_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id LIMIT $3`, person, now, MaxSessions)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var n Session
			if err := rows.Scan(&n.ID, &n.CreatedAt, &n.AuthenticatedAt, &n.LastSeenAt, &n.ExpiresAt, &n.Address, &n.UserAgent); err != nil {
				return err
			}
			found = append(found, n)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("listing sessions: %w", err)
	}
	return found, nil
}

// EndSessions removes sessions of a person: only the one with an id, or (uuid.Nil)
// all but the one to keep. It returns how many there were, and adds the event if any was.
func (s *Store) EndSessions(ctx context.Context, person, only, keep uuid.UUID, e audit.Event) (ended int, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		done, err := q.ExecContext(ctx, `DELETE FROM session WHERE person_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::uuid IS NULL OR id <> $3)`,
			person, orNull(only), orNull(keep))
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if ended = int(n); err != nil || n == 0 {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return 0, fmt.Errorf("ending sessions: %w", err)
	}
	return ended, nil
}

// StartSession adds a session and the event of it, and removes some that have ended.
// ok is false when what it relies on is not so any more.
func (s *Store) StartSession(ctx context.Context, n Session, e audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if ok, err = n.Relies.holds(ctx, q, n.Person.ID); err != nil || !ok {
			return err
		}
		return startSession(ctx, q, n, e)
	})
	if err != nil {
		return false, fmt.Errorf("starting a session: %w", err)
	}
	return ok, nil
}

// holds reports whether it is still so, and keeps it so until the transaction ends. It
// comes first in one, as the person's lock does in those that change what it is about.
func (r Reliance) holds(ctx context.Context, q querier, person uuid.UUID) (ok bool, err error) {
	if _, err := q.ExecContext(ctx, `SELECT FROM person WHERE id = $1 FOR SHARE`, person); err != nil {
		return false, fmt.Errorf("locking the person: %w", err)
	}
	// Another statement, which sees what was committed while that one waited.
	err = q.QueryRowContext(ctx, `SELECT ($2 = '' OR password_hash = $2)
			AND (NOT $3 OR NOT EXISTS (SELECT FROM totp WHERE person_id = $1 AND confirmed_at IS NOT NULL))
		FROM person WHERE id = $1`, person, r.PasswordHash, r.NoFactor).Scan(&ok)
	if err != nil {
		return false, fmt.Errorf("looking again at the person: %w", err)
	}
	return ok, nil
}

// startSession is StartSession in a transaction that is open.
func startSession(ctx context.Context, q querier, n Session, events ...audit.Event) error {
	_, err := q.ExecContext(ctx, `DELETE FROM session WHERE id IN (
		SELECT id FROM session WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED)`, n.CreatedAt, pruned)
	if err != nil {
		return fmt.Errorf("removing old ones: %w", err)
	}
	_, err = q.ExecContext(ctx, `INSERT INTO session
		(id, person_id, token_hash, created_at, authenticated_at, last_seen_at, expires_at, address, user_agent, identity_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		n.ID, n.Person.ID, n.TokenHash, n.CreatedAt, n.AuthenticatedAt, n.LastSeenAt, n.ExpiresAt, n.Address, n.UserAgent, orNull(n.Identity))
	if err != nil {
		return err
	}
	_, err = q.ExecContext(ctx, `DELETE FROM session WHERE id IN (
		SELECT id FROM session WHERE person_id = $1 ORDER BY last_seen_at DESC, id OFFSET $2)`, n.Person.ID, MaxSessions)
	if err != nil {
		return fmt.Errorf("ending those beyond the most: %w", err)
	}
	return appendOperatorEvents(ctx, q, events)
}

// SessionByToken returns the session that runs at now under a token's hash.
func (s *Store) SessionByToken(ctx context.Context, hash []byte, now time.Time) (found Session, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT s.id, s.created_at, s.authenticated_at, s.last_seen_at, s.expires_at, s.address, s.user_agent,
				p.id, p.email, p.name, p.version, p.is_staff AND (NOT p.staff_by_provider OR COALESCE(i.is_staff, false))
			FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN identity i ON i.id = s.identity_id WHERE s.token_hash = $1 AND s.expires_at > $2`, hash, now).
			Scan(&found.ID, &found.CreatedAt, &found.AuthenticatedAt, &found.LastSeenAt, &found.ExpiresAt, &found.Address, &found.UserAgent,
				&found.Person.ID, &found.Person.Email, &found.Person.Name, &found.Person.Version, &found.Person.IsStaff)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Session{}, false, nil
	case err != nil:
		return Session{}, false, fmt.Errorf("finding a session: %w", err)
	}
	found.TokenHash = hash
	return found, true, nil
}

// TouchSession notes that a session was used at now, which moves its end.
func (s *Store) TouchSession(ctx context.Context, id uuid.UUID, now, end time.Time) error {
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `UPDATE session SET last_seen_at = $2, expires_at = $3 WHERE id = $1 AND last_seen_at < $2`, id, now, end)
		return err
	})
	if err != nil {
		return fmt.Errorf("noting a session's use: %w", err)
	}
	return nil
}

// RenewSession gives a person's session another token, and notes that they showed
// at now who they are. ok is false when the session is not there any more.
func (s *Store) RenewSession(ctx context.Context, person uuid.UUID, old, renewed []byte, now time.Time, e audit.Event) (ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		done, err := q.ExecContext(ctx, `UPDATE session SET token_hash = $3, authenticated_at = $4
			WHERE token_hash = $2 AND person_id = $1 AND expires_at > $4`, person, old, renewed, now)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if ok = n == 1; err != nil || !ok {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return false, fmt.Errorf("renewing a session: %w", err)
	}
	return ok, nil
}

// EndSession removes the session of a token's hash, and adds the event that
// eventOf makes of whose it was. One that is not there is no error and no event.
func (s *Store) EndSession(ctx context.Context, hash []byte, eventOf func(Person) audit.Event) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var p Person
		err := q.QueryRowContext(ctx, `DELETE FROM session s USING person p WHERE p.id = s.person_id AND s.token_hash = $1
			RETURNING p.id, p.email, p.name, p.is_staff`, hash).Scan(&p.ID, &p.Email, &p.Name, &p.IsStaff)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return nil
		case err != nil:
			return err
		}
		return appendOperatorEvent(ctx, q, eventOf(p))
	})
	if err != nil {
		return fmt.Errorf("ending a session: %w", err)
	}
	return nil
}
