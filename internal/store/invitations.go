package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

const invitationColumns = `SELECT id, email, email_key, role, created_at, created_by_id, created_by_label, sent_at, expires_at
	FROM invitation WHERE workspace_id = $1`

func scanInvitation(row scanner, of uuid.UUID) (i workspace.Invitation, err error) {
	i.Workspace, i.InvitedBy.Kind = of, caller.Member
	var sent sql.NullTime
	err = row.Scan(&i.ID, &i.Email, &i.EmailKey, &i.Role, &i.CreatedAt, &i.InvitedBy.ID, &i.InvitedBy.Label, &sent, &i.ExpiresAt)
	i.CreatedAt, i.ExpiresAt, i.SentAt = i.CreatedAt.UTC(), i.ExpiresAt.UTC(), sent.Time.UTC()
	return i, err
}

// Invitation returns an invitation by its id.
func (v *View) Invitation(ctx context.Context, id uuid.UUID) (workspace.Invitation, bool, error) {
	return v.invitation(ctx, ` AND id = $2`, id)
}

// InvitationAt returns the invitation of an address, as it is compared.
func (v *View) InvitationAt(ctx context.Context, emailKey string) (workspace.Invitation, bool, error) {
	return v.invitation(ctx, ` AND email_key = $2`, emailKey)
}

func (v *View) invitation(ctx context.Context, where string, by any) (workspace.Invitation, bool, error) {
	i, err := scanInvitation(v.QueryRow(ctx, invitationColumns+where, v.who.Workspace(), by), v.who.Workspace())
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return workspace.Invitation{}, false, nil
	case err != nil:
		return workspace.Invitation{}, false, fmt.Errorf("reading an invitation: %w", err)
	}
	return i, true, nil
}

// InvitationPosition is a place in the list of invitations.
type InvitationPosition struct {
	CreatedAt time.Time
	ID        uuid.UUID
}

// Invitations returns at most limit invitations after a position (nil: the
// beginning), the newest first, and how many there are in all.
func (v *View) Invitations(ctx context.Context, after *InvitationPosition, limit int) (found []workspace.Invitation, total int, err error) {
	if err := v.QueryRow(ctx, `SELECT count(*) FROM invitation WHERE workspace_id = $1`, v.who.Workspace()).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("counting invitations: %w", err)
	}
	if after == nil {
		after = &InvitationPosition{CreatedAt: time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)}
	}
	rows, err := v.Query(ctx, invitationColumns+` AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4`,
		v.who.Workspace(), after.CreatedAt, after.ID, limit)
	if err != nil {
		return nil, 0, fmt.Errorf("listing invitations: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		i, err := scanInvitation(rows, v.who.Workspace())
		if err != nil {
			return nil, 0, fmt.Errorf("listing invitations: %w", err)
		}
		found = append(found, i)
	}
	return found, total, rows.Err()
}

// CountInvitations returns how many invitations there are.
func (v *View) CountInvitations(ctx context.Context) (n int, err error) {
	err = v.QueryRow(ctx, `SELECT count(*) FROM invitation WHERE workspace_id = $1`, v.who.Workspace()).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("counting invitations: %w", err)
	}
	return n, nil
}

// Invite adds an invitation in the place of one that the address has. tokenHash is
// nil while no link has been made.
func (t *Tx) Invite(ctx context.Context, i workspace.Invitation, tokenHash []byte) error {
	_, err := t.Exec(ctx, `DELETE FROM invitation WHERE workspace_id = $1 AND email_key = $2`, t.who.Workspace(), i.EmailKey)
	if err == nil {
		_, err = t.Exec(ctx, `INSERT INTO invitation (workspace_id, id, email, email_key, role, token_hash, created_at, created_by_id, created_by_label, expires_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			t.who.Workspace(), i.ID, i.Email, i.EmailKey, string(i.Role), tokenHash, i.CreatedAt, i.InvitedBy.ID, i.InvitedBy.Label, i.ExpiresAt)
	}
	if err != nil {
		return fmt.Errorf("adding an invitation: %w", err)
	}
	return nil
}

// EndInvitation removes an invitation, which was accepted or cancelled.
func (t *Tx) EndInvitation(ctx context.Context, id uuid.UUID) error {
	if _, err := t.Exec(ctx, `DELETE FROM invitation WHERE workspace_id = $1 AND id = $2`, t.who.Workspace(), id); err != nil {
		return fmt.Errorf("removing an invitation: %w", err)
	}
	return nil
}

// EndInvitationsBy removes the invitations of a person to some roles, and returns
// how many there were.
func (t *Tx) EndInvitationsBy(ctx context.Context, person uuid.UUID, roles []caller.Role) (int, error) {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = string(r)
	}
	done, err := t.Exec(ctx, `DELETE FROM invitation WHERE workspace_id = $1 AND created_by_id = $2 AND role = ANY ($3)`,
		t.who.Workspace(), person, pq.StringArray(names))
	if err != nil {
		return 0, fmt.Errorf("removing a person's invitations: %w", err)
	}
	n, err := done.RowsAffected()
	return int(n), err
}

// LinkInvitation makes a token the one that opens an invitation, and no earlier one.
func (t *Tx) LinkInvitation(ctx context.Context, id uuid.UUID, tokenHash []byte) error {
	_, err := t.Exec(ctx, `UPDATE invitation SET token_hash = $3 WHERE workspace_id = $1 AND id = $2`, t.who.Workspace(), id, tokenHash)
	if err != nil {
		return fmt.Errorf("linking an invitation: %w", err)
	}
	return nil
}

// InvitationSent notes that a mail server took the mail with an invitation's link.
func (t *Tx) InvitationSent(ctx context.Context, id uuid.UUID, at time.Time) error {
	_, err := t.Exec(ctx, `UPDATE invitation SET sent_at = $3 WHERE workspace_id = $1 AND id = $2`, t.who.Workspace(), id, at)
	if err != nil {
		return fmt.Errorf("noting that an invitation was sent: %w", err)
	}
	return nil
}

// FoundInvitation is what the link of an invitation stands for.
type FoundInvitation struct {
	Workspace     uuid.UUID
	WorkspaceName string
	ID            uuid.UUID
	Email         string
	EmailKey      string
	Role          caller.Role
	InvitedBy     string
	ExpiresAt     time.Time
}

// InvitationOf returns the invitation whose link carries the token with a hash.
func (s *Store) InvitationOf(ctx context.Context, tokenHash []byte) (f FoundInvitation, ok bool, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT workspace_id, id, workspace_name, email, email_key, role, invited_by, expires_at FROM invitation_of($1)`, tokenHash).
			Scan(&f.Workspace, &f.ID, &f.WorkspaceName, &f.Email, &f.EmailKey, &f.Role, &f.InvitedBy, &f.ExpiresAt)
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return FoundInvitation{}, false, nil
	case err != nil:
		return FoundInvitation{}, false, fmt.Errorf("finding an invitation: %w", err)
	}
	f.ExpiresAt = f.ExpiresAt.UTC()
	return f, true, nil
}
