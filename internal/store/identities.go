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

// This file is the rows of identities at OpenID Connect providers.

// Identity is who a person is at a provider.
type Identity struct {
	ID         uuid.UUID
	Person     uuid.UUID
	Issuer     string
	Subject    string
	Account    string // what the provider called them last
	IsStaff    bool   // by the provider's word then
	CreatedAt  time.Time
	LastUsedAt time.Time
}

// IdentityKey is the constraint that a second link to an identity violates.
const IdentityKey = "identity_issuer_subject_key"

// UseIdentity notes a sign-in with an identity: what the provider calls the person,
// and whether it says that they are staff. It returns whose it is; ok is false when it
// is nobody's. eventOf makes the event of who has become staff by it, or is no more.
func (s *Store) UseIdentity(ctx context.Context, i Identity, eventOf func(p Person, staff bool) audit.Event) (id uuid.UUID, p Person, ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		// The person is locked before the identity, as everywhere, though it is what leads to them.
		_, err := q.ExecContext(ctx, `SELECT FROM person WHERE id = (SELECT person_id FROM identity WHERE issuer = $1 AND subject = $2) FOR NO KEY UPDATE`,
			i.Issuer, i.Subject)
		if err != nil {
			return fmt.Errorf("locking the person: %w", err)
		}
		err = q.QueryRowContext(ctx, `UPDATE identity SET account = $3, is_staff = $4, last_used_at = $5 WHERE issuer = $1 AND subject = $2
			RETURNING id, person_id`, i.Issuer, i.Subject, i.Account, i.IsStaff, i.LastUsedAt).Scan(&id, &p.ID)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		ok = true
		if err := staffByProvider(ctx, q, p.ID, eventOf); err != nil {
			return err
		}
		return q.QueryRowContext(ctx, `SELECT email, name, is_staff FROM person WHERE id = $1`, p.ID).Scan(&p.Email, &p.Name, &p.IsStaff)
	})
	if err != nil {
		return uuid.Nil, Person{}, false, fmt.Errorf("using an identity: %w", err)
	}
	return id, p, ok, nil
}

// staffByProvider makes a person staff when one of their identities says so, and
// takes that away when none does, unless it is the operator's word.
func staffByProvider(ctx context.Context, q querier, person uuid.UUID, eventOf func(Person, bool) audit.Event) error {
	p := Person{ID: person}
	err := q.QueryRowContext(ctx, `WITH told AS (SELECT EXISTS (SELECT FROM identity WHERE person_id = $1 AND is_staff) AS staff)
		UPDATE person p SET is_staff = told.staff, staff_by_provider = told.staff FROM told
		WHERE p.id = $1 AND p.is_staff <> told.staff AND (told.staff OR p.staff_by_provider)
		RETURNING p.email, p.name, p.is_staff`, person).Scan(&p.Email, &p.Name, &p.IsStaff)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	return appendOperatorEvent(ctx, q, eventOf(p, p.IsStaff))
}

// LinkIdentity adds an identity to a person, and the event of it. One that somebody
// has violates [IdentityKey].
func (s *Store) LinkIdentity(ctx context.Context, i Identity, e audit.Event) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		if err := addIdentity(ctx, q, i); err != nil {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return fmt.Errorf("linking an identity: %w", err)
	}
	return nil
}

// CreatePersonWith adds a person without a password who signs in with an identity.
func (s *Store) CreatePersonWith(ctx context.Context, p Person, emailKey string, i Identity, events ...audit.Event) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		if err := addPerson(ctx, q, p, emailKey, "", i.CreatedAt); err != nil {
			return err
		}
		if err := addIdentity(ctx, q, i); err != nil {
			return err
		}
		return appendOperatorEvents(ctx, q, events)
	})
	if err != nil {
		return fmt.Errorf("adding a person by an identity: %w", err)
	}
	return nil
}

// AddIdentity is LinkIdentity within a workspace's transaction, without the event.
func (t *Tx) AddIdentity(ctx context.Context, i Identity) error {
	if err := addIdentity(ctx, t.sql, i); err != nil {
		return fmt.Errorf("linking an identity: %w", err)
	}
	return nil
}

func addIdentity(ctx context.Context, q querier, i Identity) error {
	_, err := q.ExecContext(ctx, `INSERT INTO identity (id, person_id, issuer, subject, account, created_at, last_used_at)
		VALUES ($1, $2, $3, $4, $5, $6, $6)`, i.ID, i.Person, i.Issuer, i.Subject, i.Account, i.CreatedAt)
	return err
}

// UnlinkIdentity takes an identity from a person, and ends the sessions that began
// with it, other than kept. last is true when nothing would be left to sign in with,
// neither a password nor an identity of one of the issuers: it stays then. ok is false
// when the person has no such identity.
func (s *Store) UnlinkIdentity(ctx context.Context, person, id, kept uuid.UUID, issuers []string, e func(Identity) audit.Event,
	staff func(Person, bool) audit.Event) (ok, last bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var i Identity
		var password bool
		// The person's row is locked, so that of two at once the second one sees the first.
		err := q.QueryRowContext(ctx, `SELECT password_hash <> '' FROM person WHERE id = $1 FOR NO KEY UPDATE`, person).Scan(&password)
		if err != nil {
			return err
		}
		err = q.QueryRowContext(ctx, `SELECT issuer, subject, account FROM identity WHERE id = $1 AND person_id = $2`, id, person).Scan(&i.Issuer, &i.Subject, &i.Account)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		ok = true
		err = q.QueryRowContext(ctx, `SELECT NOT $1 AND NOT EXISTS (SELECT FROM identity WHERE person_id = $2 AND id <> $3 AND issuer = ANY ($4))`,
			password, person, id, pq.StringArray(issuers)).Scan(&last)
		if err != nil || last {
			return err
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM session WHERE identity_id = $1 AND id <> $2`, id, kept); err != nil {
			return fmt.Errorf("ending its sessions: %w", err)
		}
		if _, err := q.ExecContext(ctx, `DELETE FROM identity WHERE id = $1`, id); err != nil {
			return err
		}
		if err := staffByProvider(ctx, q, person, staff); err != nil {
			return err
		}
		return appendOperatorEvent(ctx, q, e(i))
	})
	if err != nil {
		return false, false, fmt.Errorf("unlinking an identity: %w", err)
	}
	return ok, last, nil
}

// MaxIdentities is how many identities a person has at most in a list.
const MaxIdentities = 50

// Identities returns a person's, the oldest first.
func (s *Store) Identities(ctx context.Context, person uuid.UUID) (all []Identity, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT id, person_id, issuer, subject, account, is_staff, created_at, last_used_at
			FROM identity WHERE person_id = $1 ORDER BY created_at, id LIMIT $2`, person, MaxIdentities)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var i Identity
			if err := rows.Scan(&i.ID, &i.Person, &i.Issuer, &i.Subject, &i.Account, &i.IsStaff, &i.CreatedAt, &i.LastUsedAt); err != nil {
				return err
			}
			all = append(all, i)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading identities: %w", err)
	}
	return all, nil
}
