package graph

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

// Workspace implements the query.
func (q query) Workspace(ctx context.Context, id, slug *string) (*model.Workspace, error) {
	if (id == nil) == (slug == nil) {
		return nil, fault.New(fault.Invalid, codeBadInput, "Name the workspace by exactly one of id and slug.")
	}
	meant := func(its uuid.UUID, called string) bool {
		return id != nil && its.String() == *id || slug != nil && called == *slug
	}
	m, ok := find(ctx, func(m workspace.Membership) bool { return meant(m.Workspace, m.Slug) })
	if !ok {
		m.Workspace, ok = lookedInto(ctx, meant)
	}
	if !ok {
		return nil, nil
	}
	w, err := q.admin.Workspace(ctx, callerIn(ctx, m.Workspace))
	if err != nil {
		return nil, absentIsNil(err)
	}
	return workspaceAs(w, m.Role), nil
}

// LongestLifetimeDays implements the field.
func (r inWorkspace) LongestLifetimeDays(ctx context.Context, obj *model.Workspace) (*int, error) {
	w, err := r.settings(ctx, obj)
	return orNull(w.Policy.LongestLifetimeDays), err
}

// DisableUnusedAfterDays implements the field.
func (r inWorkspace) DisableUnusedAfterDays(ctx context.Context, obj *model.Workspace) (*int, error) {
	w, err := r.settings(ctx, obj)
	return orNull(w.Policy.DisableUnusedAfterDays), err
}

// SupportApprovalRequired implements the field.
func (r inWorkspace) SupportApprovalRequired(ctx context.Context, obj *model.Workspace) (bool, error) {
	w, err := r.settings(ctx, obj)
	return w.SupportApprovalRequired, err
}

// SuspendedAt implements the field.
func (r inWorkspace) SuspendedAt(ctx context.Context, obj *model.Workspace) (*time.Time, error) {
	w, err := r.settings(ctx, obj)
	return orNull(w.SuspendedAt), err
}

// Version implements the field.
func (r inWorkspace) Version(ctx context.Context, obj *model.Workspace) (int, error) {
	w, err := r.settings(ctx, obj)
	return w.Version, err
}

// ViewerMay implements the field.
func (r inWorkspace) ViewerMay(ctx context.Context, obj *model.Workspace) ([]model.Permission, error) {
	who := callerIn(ctx, obj.UUID)
	may := []model.Permission{}
	for p := range caller.Permissions() {
		if who.May(p) {
			may = append(may, model.Permission(p))
		}
	}
	slices.Sort(may)
	return may, nil
}

// APIURL implements the field.
func (r inWorkspace) APIURL(_ context.Context, obj *model.Workspace) (*string, error) {
	if r.apiURL == nil {
		return nil, nil
	}
	return orNull(r.apiURL(obj.Slug)), nil
}

// settings are a workspace's, which are read for one that was reached through a
// membership: the session knows no more of it than its name.
func (r inWorkspace) settings(ctx context.Context, obj *model.Workspace) (workspace.Workspace, error) {
	if obj.Settings != nil {
		return *obj.Settings, nil
	}
	return r.admin.Workspace(ctx, callerIn(ctx, obj.UUID))
}

// UpdateWorkspace implements the mutation.
func (m mutation) UpdateWorkspace(ctx context.Context, in model.UpdateWorkspaceInput) (*model.UpdateWorkspacePayload, error) {
	id, _ := parsePlainID(in.WorkspaceID)
	who := callerIn(ctx, id)
	update := admin.UpdateWorkspace{ExpectedVersion: in.ExpectedVersion, Name: in.Name, TimeZone: in.TimeZone, Confirm: or(in.Confirm, false)}
	if days, given := in.LongestLifetimeDays.ValueOK(); given {
		update.LongestLifetimeDays = &days
	}
	if days, given := in.DisableUnusedAfterDays.ValueOK(); given {
		update.DisableUnusedAfterDays = &days
	}
	update.SupportApprovalRequired = in.SupportApprovalRequired
	changed, err := m.admin.UpdateWorkspace(ctx, who, update)
	wrong, err := expected(err)
	switch {
	case err != nil:
		return nil, err
	case slices.ContainsFunc(wrong, func(e *model.UserError) bool { return e.Code == model.UserErrorCodeConfirmationNeeded }):
		return &model.UpdateWorkspacePayload{Impact: workspaceImpact(changed), UserErrors: wrong}, nil
	case len(wrong) > 0:
		return &model.UpdateWorkspacePayload{UserErrors: wrong}, nil
	}
	return &model.UpdateWorkspacePayload{
		Workspace: workspaceAs(changed.Workspace, who.Role()), Impact: workspaceImpact(changed),
		Propagation: propagation(changed.Propagation), UserErrors: wrong,
	}, nil
}

func workspaceImpact(c admin.ChangedWorkspace) *model.WorkspaceImpact {
	return &model.WorkspaceImpact{
		Stops: keysOf(c.Stops.Keys), MoreStops: c.Stops.More, Starts: keysOf(c.Starts.Keys), MoreStarts: c.Starts.More,
		Disables: keysOf(c.Disables.Keys), MoreDisables: c.Disables.More, Outlive: keysOf(c.Outlive.Keys), MoreOutlive: c.Outlive.More,
	}
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
	// The session has one more membership now. When it cannot be read just now, the
	// workspace is made all the same.
	if signed, in, err := m.sessions.Lookup(ctx, r.token); err == nil {
		r.signed, r.signedIn = signed, in
	}
	who := callerIn(ctx, made.Workspace.ID)
	return &model.CreateWorkspacePayload{Workspace: workspaceAs(made.Workspace, who.Role()), Replayed: made.Replayed, UserErrors: wrong}, nil
}

// find is the first membership of the person who is signed in that is meant.
func find(ctx context.Context, meant func(workspace.Membership) bool) (m workspace.Membership, ok bool) {
	for _, m := range requestOf(ctx).signed.Memberships() {
		if meant(m) {
			return m, true
		}
	}
	return workspace.Membership{}, false
}

// workspaceAs is a workspace as a member of a role sees it, or staff, who have none. All of it was read at
// once, so that its version is that of what is shown.
func workspaceAs(w workspace.Workspace, role caller.Role) *model.Workspace {
	return &model.Workspace{
		ID: w.ID.String(), UUID: w.ID, Slug: w.Slug, Name: w.Name, TimeZone: w.TimeZone,
		ViewerRole: orNull(model.Role(role)), Settings: &w,
	}
}

func workspaceOfMember(m workspace.Membership) *model.Workspace {
	return &model.Workspace{
		ID: m.Workspace.String(), UUID: m.Workspace, Slug: m.Slug, Name: m.Name, TimeZone: m.TimeZone,
		ViewerRole: new(model.Role(m.Role)),
	}
}
