package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

const workspaceColumns = `SELECT id, slug, name, time_zone, suspended_at, version, created_at FROM workspace WHERE id = $1`

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
	var suspended sql.NullTime
	err = v.QueryRow(ctx, query, v.who.Workspace()).Scan(&w.ID, &w.Slug, &w.Name, &w.TimeZone, &suspended, &w.Version, &w.CreatedAt)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return workspace.Workspace{}, false, nil
	case err != nil:
		return workspace.Workspace{}, false, fmt.Errorf("reading the workspace: %w", err)
	}
	w.SuspendedAt, w.CreatedAt = suspended.Time.UTC(), w.CreatedAt.UTC()
	return w, true, nil
}

// CreateWorkspace makes the workspace that the transaction is in.
func (t *Tx) CreateWorkspace(ctx context.Context, w workspace.Workspace) error {
	err := t.ent.Workspace.Create().SetID(w.ID).SetSlug(w.Slug).SetName(w.Name).SetTimeZone(w.TimeZone).
		SetVersion(int32(w.Version)).SetCreatedAt(w.CreatedAt).Exec(ctx)
	if err != nil {
		return fmt.Errorf("creating the workspace: %w", err)
	}
	return nil
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
