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

// This file is the rows of the people who use the dashboard and of their
// sessions, which belong to no workspace. Whose session it is, and which
// workspaces they belong to, is sign-in's work across workspaces.

// Person is someone who uses the dashboard.
type Person struct {
	ID      uuid.UUID
	Email   string
	Name    string
	IsStaff bool
	Version int // of name and address; read with a session alone
}

// CreatePerson adds a person, and the event of it. emailKey is the address as it is
// compared; a second person with it violates [PersonEmail].
func (s *Store) CreatePerson(ctx context.Context, p Person, emailKey, passwordHash string, e audit.Event) error {
	err := s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		if err := addPerson(ctx, q, p, emailKey, passwordHash, e.At); err != nil {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return fmt.Errorf("adding a person: %w", err)
	}
	return nil
}

// AddPerson is CreatePerson within a workspace's transaction, without the event.
func (t *Tx) AddPerson(ctx context.Context, p Person, emailKey, passwordHash string, at time.Time) error {
	if err := addPerson(ctx, t.sql, p, emailKey, passwordHash, at); err != nil {
		return fmt.Errorf("adding a person: %w", err)
	}
	return nil
}

// OperatorEvents appends events to the operator's chain, whose lock comes after that
// of the workspace's chain.
func (t *Tx) OperatorEvents(ctx context.Context, events ...audit.Event) error {
	return appendOperatorEvents(ctx, t.sql, events)
}

func addPerson(ctx context.Context, q querier, p Person, emailKey, passwordHash string, at time.Time) error {
	_, err := q.ExecContext(ctx, `INSERT INTO person (id, email, email_key, name, name_key, password_hash, is_staff, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, p.ID, p.Email, emailKey, p.Name, text.Fold(p.Name), passwordHash, p.IsStaff, at)
	return err
}

// PersonEmail is the constraint that a second person with an address violates.
const PersonEmail = "person_email_key_key"

// PersonByEmail returns a person and their password's hash. Nobody is the zero
// Person with an empty hash, and no error.
func (s *Store) PersonByEmail(ctx context.Context, emailKey string) (p Person, passwordHash string, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT id, email, name, is_staff, password_hash FROM person WHERE email_key = $1`, emailKey).
			Scan(&p.ID, &p.Email, &p.Name, &p.IsStaff, &passwordHash)
	})
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return Person{}, "", fmt.Errorf("finding a person: %w", err)
	}
	return p, passwordHash, nil
}
