package graph

import (
	"context"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

// Workspace implements the query. What it shows was read with the session.
func (q query) Workspace(ctx context.Context, id, slug *string) (*model.Workspace, error) {
	if (id == nil) == (slug == nil) {
		return nil, fault.New(fault.Invalid, codeBadInput, "Name the workspace by exactly one of id and slug.")
	}
	return find(ctx, func(m workspace.Membership) bool {
		return id != nil && m.Workspace.String() == *id || slug != nil && m.Slug == *slug
	}), nil
}

// CreateWorkspace implements the mutation.
func (m mutation) CreateWorkspace(ctx context.Context, in model.CreateWorkspaceInput) (*model.CreateWorkspacePayload, error) {
	r := requestOf(ctx)
	founder := admin.Founder{ID: r.signed.Person().ID, Email: r.signed.Person().Email, Address: r.address}
	made, err := m.admin.CreateWorkspace(ctx, founder, admin.CreateWorkspace{
		Slug: in.Slug, Name: in.Name, TimeZone: in.TimeZone, IdempotencyKey: or(in.IdempotencyKey, ""),
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.CreateWorkspacePayload{UserErrors: wrong}, err
	}
	// The session has one more membership now.
	if r.signed, r.signedIn, err = m.sessions.Lookup(ctx, r.token); err != nil {
		return nil, err
	}
	return &model.CreateWorkspacePayload{Workspace: findByID(ctx, made.Workspace.ID), Replayed: made.Replayed, UserErrors: wrong}, nil
}

// find is the first workspace of the person who is signed in that is meant, or nil.
func find(ctx context.Context, meant func(workspace.Membership) bool) *model.Workspace {
	for _, m := range requestOf(ctx).signed.Memberships() {
		if meant(m) {
			return workspaceOfMember(m)
		}
	}
	return nil
}

func findByID(ctx context.Context, id uuid.UUID) *model.Workspace {
	return find(ctx, func(m workspace.Membership) bool { return m.Workspace == id })
}

func workspaceOfMember(m workspace.Membership) *model.Workspace {
	return &model.Workspace{
		ID: m.Workspace.String(), UUID: m.Workspace, Slug: m.Slug, Name: m.Name, TimeZone: m.TimeZone,
		ViewerRole: new(model.Role(m.Role)),
	}
}
