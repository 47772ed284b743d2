package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	memberrow "latchkey/ent/gen/member"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

const workspaceColumns = `SELECT id, slug, name, time_zone, longest_lifetime_days, disable_unused_after_days,
	COALESCE(key_limit_calls, 0), COALESCE(key_limit_seconds, 0), COALESCE(workspace_limit_calls, 0), COALESCE(workspace_limit_seconds, 0),
	suspended_at, resumed_at, version, created_at, support_approval_required FROM workspace WHERE id = $1`

// Workspace returns the workspace. ok is false when it does not exist.
func (v *View) Workspace(ctx context.Context) (w workspace.Workspace, ok bool, err error) {
	return v.workspace(ctx, workspaceColumns)
}

// LockWorkspace is Workspace for who is going to change its settings: whoever
// else does waits until this transaction ends. Rows that point to the workspace
// can still be inserted. It comes first in a transaction; the audit chain and
// the epoch follow.
func (t *Tx) LockWorkspace(ctx context.Context) (w workspace.Workspace, ok bool, err error) {
	return t.workspace(ctx, workspaceColumns+` FOR NO KEY UPDATE`)
}

func (v *View) workspace(ctx context.Context, query string) (w workspace.Workspace, ok bool, err error) {
	var suspended, resumed sql.NullTime
	var longest, unused sql.NullInt32
	err = v.QueryRow(ctx, query, v.who.Workspace()).Scan(&w.ID, &w.Slug, &w.Name, &w.TimeZone, &longest, &unused,
		&w.Limits.Key.Calls, &w.Limits.Key.Seconds, &w.Limits.Workspace.Calls, &w.Limits.Workspace.Seconds,
		&suspended, &resumed, &w.Version, &w.CreatedAt, &w.SupportApprovalRequired)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return workspace.Workspace{}, false, nil
	case err != nil:
		return workspace.Workspace{}, false, fmt.Errorf("reading the workspace: %w", err)
	}
	w.Policy = apikey.Policy{LongestLifetimeDays: int(longest.Int32), DisableUnusedAfterDays: int(unused.Int32)}
	w.SuspendedAt, w.ResumedAt, w.CreatedAt = suspended.Time.UTC(), resumed.Time.UTC(), w.CreatedAt.UTC()
	return w, true, nil
}

// CreateWorkspace makes the workspace that the transaction is in, with the limits
// that the database gives to new ones (ratelimit.Default).
func (t *Tx) CreateWorkspace(ctx context.Context, w workspace.Workspace) error {
	err := t.ent.Workspace.Create().SetID(w.ID).SetSlug(w.Slug).SetName(w.Name).SetTimeZone(w.TimeZone).
		SetVersion(int32(w.Version)).SetCreatedAt(w.CreatedAt).Exec(ctx)
	if err != nil {
		return fmt.Errorf("creating the workspace: %w", err)
	}
	return nil
}

// SaveWorkspace writes the settings of a workspace that LockWorkspace returned, as
// its next version, and returns it as it is now.
func (t *Tx) SaveWorkspace(ctx context.Context, w workspace.Workspace) (workspace.Workspace, error) {
	_, err := t.Exec(ctx, `UPDATE workspace SET name = $2, time_zone = $3, longest_lifetime_days = NULLIF($4::integer, 0),
		disable_unused_after_days = NULLIF($5::integer, 0), support_approval_required = $6, version = version + 1 WHERE id = $1`,
		t.who.Workspace(), w.Name, w.TimeZone, w.Policy.LongestLifetimeDays, w.Policy.DisableUnusedAfterDays, w.SupportApprovalRequired)
	if err != nil {
		return w, fmt.Errorf("saving the workspace: %w", err)
	}
	w.Version++
	return w, nil
}

// The unique constraints that a new workspace can violate.
const (
	WorkspaceID   = "workspace_pkey"
	WorkspaceSlug = "workspace_slug_key"
)

// AddMember makes a person a member.
func (t *Tx) AddMember(ctx context.Context, person uuid.UUID, role caller.Role, at time.Time) error {
	err := t.ent.Member.Create().SetID(uuid.New()).SetPersonID(person).SetRole(string(role)).SetCreatedAt(at).Exec(ctx)
	if err != nil {
		return fmt.Errorf("adding a member: %w", err)
	}
	return nil
}

// HasMember reports whether the person belongs to the workspace.
func (v *View) HasMember(ctx context.Context, person uuid.UUID) (bool, error) {
	is, err := v.ent.Member.Query().Where(memberrow.PersonID(person)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("looking for a member: %w", err)
	}
	return is, nil
}
