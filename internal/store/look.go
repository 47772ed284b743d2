package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store/scope"
)

// This file is how staff look into a workspace. PostgreSQL shows them nothing
// unless their session runs and what they look at is recorded, so a look cannot
// happen without its record, whoever forgets what.

// What staff cannot do. The first two are bugs of whoever calls.
var (
	ErrOnlyReads = errors.New("store: a support session only reads")
	ErrNoLook    = errors.New("store: staff who look at nothing in particular")

	errSessionOver = fault.New(fault.NotFound, "NOT_FOUND", "There is no such workspace.")
)

// look is View for staff: a transaction under the role of staff, after a record of
// what they look at, the first time in a session.
func (s *Store) look(ctx context.Context, who caller.Caller, f func(context.Context, *View) error) error {
	at := who.Looking()
	if at.Session == uuid.Nil || at.At == "" {
		return ErrNoLook
	}
	if !at.Noted {
		if err := s.noteLook(ctx, who); err != nil {
			return err
		}
	}
	return s.under(ctx, scope.OfStaff(who.Workspace(), who.ID()), func(ctx context.Context, c *sql.Conn) error {
		return s.transact(ctx, c, func(tx *sql.Tx) error {
			v := s.view(who, tx)
			var sees bool
			if err := v.QueryRow(ctx, `SELECT staff_sees(ARRAY[$1]) IS NOT NULL`, string(at.At)).Scan(&sees); err != nil {
				return fmt.Errorf("entering a support session: %w", err)
			}
			if !sees {
				return errSessionOver
			}
			return f(ctx, &v)
		})
	})
}

// noteLook records that a person of staff looks at something, unless that was
// recorded in this session before.
func (s *Store) noteLook(ctx context.Context, who caller.Caller) error {
	return s.within(ctx, who, func(ctx context.Context, tx *Tx) error {
		at, event := who.Looking(), uuid.New()
		done, err := tx.Exec(ctx, `INSERT INTO support_look (workspace_id, session_id, look, event_id) VALUES ($1, $2, $3, $4)
			ON CONFLICT (workspace_id, session_id, look) DO NOTHING`, who.Workspace(), at.Session, string(at.At), event)
		if err != nil {
			return fmt.Errorf("noting a look: %w", err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return err
		}
		_, err = tx.Audit(ctx, audit.Event{
			ID: event, At: tx.Now(), Actor: who.Actor(), Address: who.Address(), Action: audit.SupportLooked,
			Target: audit.Target{Kind: audit.SupportSession, ID: at.Session, Label: audit.Text(who.Label())},
			After:  audit.Values{{Name: "look", Text: audit.Text(at.At)}},
		})
		return err
	})
}
