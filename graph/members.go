package graph

import (
	"context"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/workspace"
)

// Members implements the field.
func (r inWorkspace) Members(ctx context.Context, obj *model.Workspace, first *int, after *string, filter *model.MemberFilter, order *model.MemberOrder) (*model.MemberConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	list, err := r.admin.Members(ctx, callerIn(ctx, obj.UUID), memberFilter(filter), memberOrder(order), p)
	if err != nil {
		return nil, err
	}
	me := requestOf(ctx).signed.Person().ID
	shown := &model.MemberConnection{Edges: []*model.MemberEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total, TotalCountIsExact: list.Exact}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.MemberEdge{Cursor: e.Cursor, Node: memberOf(e.Member, me)})
	}
	return shown, nil
}

func memberFilter(f *model.MemberFilter) admin.MemberFilter {
	if f == nil {
		return admin.MemberFilter{}
	}
	return admin.MemberFilter{Search: or(f.Search, ""), Role: string(or(f.Role, ""))}
}

func memberOrder(o *model.MemberOrder) admin.MemberOrder {
	if o == nil {
		return admin.MemberOrder{}
	}
	return admin.MemberOrder{Field: string(o.Field), Descending: o.Direction == model.OrderDirectionDesc}
}

func memberOf(m workspace.Member, me uuid.UUID) *model.Member {
	return &model.Member{
		ID: publicID(memberID, m.Workspace, m.ID), PersonID: m.Person.String(), Name: m.Name, Email: m.Email,
		Role: model.Role(m.Role), JoinedAt: m.JoinedAt, Version: m.Version, IsViewer: m.Person == me,
	}
}

// Invitations implements the field.
func (r inWorkspace) Invitations(ctx context.Context, obj *model.Workspace, first *int, after *string) (*model.InvitationConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	list, err := r.admin.Invitations(ctx, callerIn(ctx, obj.UUID), p)
	if err != nil {
		return nil, err
	}
	shown := &model.InvitationConnection{Edges: []*model.InvitationEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.InvitationEdge{Cursor: e.Cursor, Node: invitationOf(e.Invitation, e.Expired)})
	}
	return shown, nil
}

func invitationOf(i workspace.Invitation, expired bool) *model.Invitation {
	return &model.Invitation{
		ID: publicID(invitationID, i.Workspace, i.ID), Email: i.Email, Role: model.Role(i.Role), InvitedBy: actor(i.InvitedBy, i.Workspace),
		CreatedAt: i.CreatedAt, SentAt: orNull(i.SentAt), ExpiresAt: i.ExpiresAt, IsExpired: expired,
	}
}

// InviteMember implements the mutation.
func (m mutation) InviteMember(ctx context.Context, in model.InviteMemberInput) (*model.InviteMemberPayload, error) {
	of, _ := parsePlainID(in.WorkspaceID)
	invited, err := m.admin.InviteMember(ctx, callerIn(ctx, of), admin.InviteMember{
		Email: in.Email, Role: string(in.Role), IdempotencyKey: or(in.IdempotencyKey, ""),
	})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.InviteMemberPayload{UserErrors: wrong}, err
	}
	shown := &model.InviteMemberPayload{Link: invited.Link, Replayed: invited.Replayed, UserErrors: wrong}
	if invited.Invitation != nil {
		shown.Invitation = invitationOf(*invited.Invitation, m.admin.Expired(*invited.Invitation))
	}
	return shown, nil
}

// CancelInvitation implements the mutation.
func (m mutation) CancelInvitation(ctx context.Context, in model.CancelInvitationInput) (*model.CancelInvitationPayload, error) {
	of, id, ok := parseID(invitationID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	wrong, err := expected(m.admin.CancelInvitation(ctx, callerIn(ctx, of), id))
	return &model.CancelInvitationPayload{UserErrors: wrong}, err
}

// UpdateMemberRole implements the mutation.
func (m mutation) UpdateMemberRole(ctx context.Context, in model.UpdateMemberRoleInput) (*model.UpdateMemberRolePayload, error) {
	of, id, ok := parseID(memberID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	changed, err := m.admin.UpdateRole(ctx, callerIn(ctx, of), admin.UpdateRole{ID: id, Role: string(in.Role), ExpectedVersion: in.ExpectedVersion})
	wrong, err := expected(err)
	if err != nil || len(wrong) > 0 {
		return &model.UpdateMemberRolePayload{UserErrors: wrong}, err
	}
	m.lookAgain(ctx)
	return &model.UpdateMemberRolePayload{Member: memberOf(changed, requestOf(ctx).signed.Person().ID), UserErrors: wrong}, nil
}

// RemoveMember implements the mutation.
func (m mutation) RemoveMember(ctx context.Context, in model.RemoveMemberInput) (*model.RemoveMemberPayload, error) {
	of, id, ok := parseID(memberID, in.ID)
	if !ok {
		return nil, errNotFound
	}
	wrong, err := expected(m.admin.RemoveMember(ctx, callerIn(ctx, of), id))
	if err == nil && len(wrong) == 0 {
		m.lookAgain(ctx)
	}
	return &model.RemoveMemberPayload{UserErrors: wrong}, err
}

// LeaveWorkspace implements the mutation.
func (m mutation) LeaveWorkspace(ctx context.Context, in model.LeaveWorkspaceInput) (*model.LeaveWorkspacePayload, error) {
	of, _ := parsePlainID(in.WorkspaceID)
	wrong, err := expected(m.admin.Leave(ctx, callerIn(ctx, of)))
	if err != nil || len(wrong) > 0 {
		return &model.LeaveWorkspacePayload{UserErrors: wrong}, err
	}
	m.lookAgain(ctx)
	return &model.LeaveWorkspacePayload{Me: me(requestOf(ctx)), UserErrors: wrong}, nil
}

// lookAgain reads the memberships of whoever is signed in after they may have changed.
// When that cannot be done just now, what was changed is changed all the same.
func (m mutation) lookAgain(ctx context.Context) {
	r := requestOf(ctx)
	if signed, in, err := m.sessions.Lookup(ctx, r.token); err == nil {
		r.signed, r.signedIn = signed, in
	}
}
