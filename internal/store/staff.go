package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// MaxStaff is how many people of staff are listed.
const MaxStaff = 1000

// SetStaff marks a person as staff, or takes that from them, and adds the event that
// eventOf makes of who it is. changed is false, and there is no event, when they are
// so already: staff by a provider's word become so by the operator's, and who is
// staff by both is neither afterwards. ok is false when nobody has the address. Whatever session in a workspace
// somebody has who is not staff any more shows them nothing from then on.
func (s *Store) SetStaff(ctx context.Context, emailKey string, staff bool, eventOf func(Person) audit.Event) (p Person, changed, ok bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) error {
		var byProvider bool
		err := q.QueryRowContext(ctx, `SELECT id, email, name, is_staff, staff_by_provider FROM person WHERE email_key = $1 FOR NO KEY UPDATE`, emailKey).
			Scan(&p.ID, &p.Email, &p.Name, &p.IsStaff, &byProvider)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return nil
		case err != nil:
			return err
		}
		ok = true
		if p.IsStaff == staff && !(staff && byProvider) {
			return nil
		}
		if _, err := q.ExecContext(ctx, `UPDATE person SET is_staff = $2, staff_by_provider = false WHERE id = $1`, p.ID, staff); err != nil {
			return err
		}
		if _, err := q.ExecContext(ctx, `UPDATE identity SET is_staff = false WHERE person_id = $1 AND is_staff AND NOT $2`, p.ID, staff); err != nil {
			return err
		}
		p.IsStaff, changed = staff, true
		return appendOperatorEvent(ctx, q, eventOf(p))
	})
	if err != nil {
		return Person{}, false, false, fmt.Errorf("changing who is staff: %w", err)
	}
	return p, changed, ok, nil
}

// Staff returns the people who are staff, by their addresses, at most [MaxStaff].
func (s *Store) Staff(ctx context.Context) (all []Person, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT id, email, name FROM person WHERE is_staff ORDER BY email_key LIMIT $1`, MaxStaff)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			p := Person{IsStaff: true}
			if err := rows.Scan(&p.ID, &p.Email, &p.Name); err != nil {
				return err
			}
			all = append(all, p)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("listing staff: %w", err)
	}
	return all, nil
}

// LockStaff reports whether the caller, a person, is staff; that stays true until the
// transaction ends.
func (t *Tx) LockStaff(ctx context.Context) (staff bool, err error) {
	return lockStaff(ctx, t.sql, t.who.ID())
}

// NoteSearch appends the event of a search to the operator's chain, if the person is
// staff, and reports whether they are.
func (s *Store) NoteSearch(ctx context.Context, person uuid.UUID, e audit.Event) (staff bool, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if staff, err = lockStaff(ctx, q, person); err != nil || !staff {
			return err
		}
		return appendOperatorEvent(ctx, q, e)
	})
	if err != nil {
		return false, fmt.Errorf("noting a search: %w", err)
	}
	return staff, nil
}

func lockStaff(ctx context.Context, q querier, person uuid.UUID) (staff bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT is_staff FROM person WHERE id = $1 FOR SHARE`, person).Scan(&staff)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, fmt.Errorf("asking who is staff: %w", err)
	}
	return staff, nil
}
