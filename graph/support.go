package graph

import (
	"context"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// staffOf is the person who is signed in, when they are staff.
func staffOf(ctx context.Context) (admin.Staff, bool) {
	r := requestOf(ctx)
	p := r.signed.Person()
	return admin.Staff{ID: p.ID, Email: p.Email, Address: r.address}, p.IsStaff
}

// outside is the person who is signed in as somebody at a workspace's door: staff, or
// else nobody.
func outside(ctx context.Context, of uuid.UUID) caller.Caller {
	r := requestOf(ctx)
	who, _ := r.signed.Outside(of, r.address)
	return who
}

// Support implements the query.
func (q query) Support(ctx context.Context) (*model.Support, error) {
	if _, ok := staffOf(ctx); !ok {
		return nil, nil
	}
	return &model.Support{}, nil
}

// Tenants implements the field.
func (r inSupport) Tenants(ctx context.Context, _ *model.Support, search string, first *int, after *string) (*model.TenantConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	who, _ := staffOf(ctx)
	list, err := r.admin.SearchTenants(ctx, who, search, p)
	if err != nil {
		return nil, err
	}
	shown := &model.TenantConnection{Edges: []*model.TenantEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.TenantEdge{Cursor: e.Cursor, Node: tenantOf(e.Tenant)})
	}
	return shown, nil
}

// Sessions implements the field.
func (r inSupport) Sessions(ctx context.Context, _ *model.Support) ([]*model.SupportSession, error) {
	who, _ := staffOf(ctx)
	own, err := r.admin.OwnSupportSessions(ctx, who)
	shown := []*model.SupportSession{}
	for _, s := range own {
		shown = append(shown, supportOf(s.SupportSession))
	}
	return shown, err
}

// SupportSession implements the field.
func (r inWorkspace) SupportSession(ctx context.Context, obj *model.Workspace) (*model.SupportSession, error) {
	if obj.ViewerRole != nil {
		return nil, nil
	}
	for _, s := range requestOf(ctx).signed.SupportSessions() {
		if s.Workspace == obj.UUID {
			return supportOf(s.SupportSession), nil
		}
	}
	return nil, nil
}

// SupportSessions implements the field.
func (r inWorkspace) SupportSessions(ctx context.Context, obj *model.Workspace, first *int, after *string, filter *model.SupportSessionFilter) (*model.SupportSessionConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	var status workspace.SupportStatus
	if filter != nil && filter.Status != nil {
		status = workspace.SupportStatus(*filter.Status)
	}
	list, err := r.admin.SupportSessions(ctx, callerIn(ctx, obj.UUID), status, p)
	if err != nil {
		return nil, err
	}
	shown := &model.SupportSessionConnection{Edges: []*model.SupportSessionEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.SupportSessionEdge{Cursor: e.Cursor, Node: supportOf(e.Session)})
	}
	return shown, nil
}

// StartSupportSession implements the mutation.
func (m mutation) StartSupportSession(ctx context.Context, in model.StartSupportSessionInput) (*model.SupportSessionPayload, error) {
	of, ok := parsePlainID(in.WorkspaceID)
	if !ok {
		return nil, errNotFound
	}
	started, err := m.admin.StartSupportSession(ctx, outside(ctx, of), admin.StartSupportSession{
		Reason: in.Reason, Ticket: or(in.Ticket, ""), Minutes: in.Minutes, IdempotencyKey: or(in.IdempotencyKey, ""),
	})
	return supportChanged(started.Session, started.Replayed, err)
}

// EndSupportSession implements the mutation.
func (m mutation) EndSupportSession(ctx context.Context, in model.EndSupportSessionInput) (*model.SupportSessionPayload, error) {
	of, id, ok := parseID(supportID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	who := callerIn(ctx, of)
	if who.Kind() != caller.Member {
		who = outside(ctx, of)
	}
	ended, err := m.admin.EndSupportSession(ctx, who, id)
	return supportChanged(ended, false, err)
}

// ApproveSupportSession implements the mutation.
func (m mutation) ApproveSupportSession(ctx context.Context, in model.ApproveSupportSessionInput) (*model.SupportSessionPayload, error) {
	of, id, ok := parseID(supportID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	approved, err := m.admin.ApproveSupportSession(ctx, callerIn(ctx, of), id)
	return supportChanged(approved, false, err)
}

// RefuseSupportSession implements the mutation.
func (m mutation) RefuseSupportSession(ctx context.Context, in model.RefuseSupportSessionInput) (*model.SupportSessionPayload, error) {
	of, id, ok := parseID(supportID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	refused, err := m.admin.RefuseSupportSession(ctx, callerIn(ctx, of), id)
	return supportChanged(refused, false, err)
}

func supportChanged(s workspace.SupportSession, replayed bool, err error) (*model.SupportSessionPayload, error) {
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.SupportSessionPayload{UserErrors: wrong}, err
	}
	return &model.SupportSessionPayload{SupportSession: supportOf(s), Replayed: replayed, UserErrors: wrong}, nil
}

func supportOf(s workspace.SupportSession) *model.SupportSession {
	shown := &model.SupportSession{
		ID: publicID(supportID, s.Workspace, s.ID), WorkspaceID: s.Workspace.String(), WorkspaceSlug: s.Slug, WorkspaceName: s.Name,
		Staff: actor(s.Staff, s.Workspace), Status: model.SupportSessionStatus(s.Status), Reason: s.Reason, Ticket: orNull(s.Ticket), Minutes: s.Minutes,
		RequestedAt: s.RequestedAt, LapsesAt: orNull(s.LapsesAt), ApprovedAt: orNull(s.ApprovedAt), RefusedAt: orNull(s.RefusedAt),
		StartedAt: orNull(s.StartedAt), EndsAt: orNull(s.EndsAt), EndedAt: orNull(s.EndedAt), Version: s.Version,
	}
	if s.DecidedBy != (caller.Actor{}) {
		shown.DecidedBy = actor(s.DecidedBy, s.Workspace)
	}
	if s.EndedBy != (caller.Actor{}) {
		shown.EndedBy = actor(s.EndedBy, s.Workspace)
	}
	return shown
}

func tenantOf(t workspace.Tenant) *model.Tenant {
	return &model.Tenant{
		ID: t.ID.String(), Slug: t.Slug, Name: t.Name, TimeZone: t.TimeZone, CreatedAt: t.CreatedAt, SuspendedAt: orNull(t.SuspendedAt),
		SupportApprovalRequired: t.SupportApprovalRequired, Members: t.Members, Keys: t.Keys, ActiveKeys: t.ActiveKeys, AllowlistEntries: t.AllowlistEntries,
	}
}
