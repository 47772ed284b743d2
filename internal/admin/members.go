package admin

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
	"latchkey/internal/workspace"
)

// What is wrong with a list of members, or a change of one.
var (
	errNoMember    = notFound("There is no such member in this workspace.")
	errRole        = fault.New(fault.Invalid, "ROLE_UNKNOWN", "The role must be OWNER, ADMIN, DEVELOPER or VIEWER.").On("role")
	errRoleFilter  = errRole.On("filter", "role")
	errMemberOrder = fault.New(fault.Invalid, "ORDER_UNKNOWN", "Members are ordered by NAME, EMAIL or JOINED_AT.").On("orderBy", "field")
	errLastOwner   = fault.New(fault.Conflict, "LAST_OWNER", "This is the workspace's only owner. Make somebody else an owner first.")
)

// MemberFilter narrows a list of members; what is zero does not.
type MemberFilter struct {
	Search string // how the name or the e-mail address begins
	Role   string
}

// MemberOrder is the order of a list of members. The zero order is by name; that of a
// search is those whose names begin with it, by name, and then the others, by address.
type MemberOrder struct {
	Field      string // of store.MemberFields
	Descending bool
}

// MemberPage is a part of a list of members. It may have few edges before the last page,
// as a KeyPage may.
type MemberPage struct {
	Edges       []MemberEdge
	HasNextPage bool
	EndCursor   string // "" when there is nothing to go on from
	Total       int    // of the whole list; at least so many, if it is not exact
	Exact       bool
}

// MemberEdge is a member in a list.
type MemberEdge struct {
	Cursor string
	Member workspace.Member
}

// Members returns a page of the workspace's members.
func (s *Service) Members(ctx context.Context, who caller.Caller, filter MemberFilter, order MemberOrder, page Page) (out MemberPage, err error) {
	if err := who.Require(caller.MembersRead); err != nil {
		return MemberPage{}, err
	}
	query, err := memberQuery(filter, order, page)
	if err != nil {
		return MemberPage{}, err
	}
	size := query.Limit
	query.Limit++
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		list, err := v.Members(ctx, query)
		found, more := cut(list.Members, size)
		out.HasNextPage, out.Edges = more || list.On != nil, make([]MemberEdge, len(found))
		out.Total, out.Exact = list.N, list.Exact
		for i, m := range found {
			p := query.By.Position(m)
			out.EndCursor = cursor{memberList(query), p.Value, p.ID}.String()
			out.Edges[i] = MemberEdge{out.EndCursor, m.Member}
		}
		if !more && list.On != nil {
			out.EndCursor = cursor{memberList(query), list.On.Value, list.On.ID}.String()
		}
		return err
	})
	if err != nil {
		return MemberPage{}, err
	}
	return out, nil
}

// memberList names a list of members in an order.
func memberList(q store.MemberQuery) string {
	if q.Down {
		return "members " + string(q.By) + " down"
	}
	return "members " + string(q.By)
}

// memberQuery checks a list's arguments.
func memberQuery(filter MemberFilter, order MemberOrder, page Page) (q store.MemberQuery, err error) {
	var wrong fault.Fields
	search := strings.TrimSpace(filter.Search)
	if !text.OneLine(search) || utf8.RuneCountInString(search) > 100 {
		wrong.Add(errSearch)
	}
	q.Search = text.Fold(search)
	q.By, q.Down = store.MemberField(order.Field), order.Descending
	switch {
	case order == (MemberOrder{}) && q.Search != "":
		q.By = store.ByFound
	case order == (MemberOrder{}):
		q.By = store.ByMemberName
	case !slices.Contains(store.MemberFields(), q.By):
		wrong.Add(errMemberOrder)
	}
	q.Limit, err = page.size()
	wrong.Add(err)
	reads := func(value string) bool { return utf8.ValidString(value) && !strings.ContainsRune(value, 0) }
	switch q.By {
	case store.ByJoined:
		reads = isInstant
	case store.ByFound:
		isText := reads
		reads = func(value string) bool { return isText(value) && store.ReadsFound(value) }
	}
	after, err := page.in(memberList(q), reads)
	wrong.Add(err)
	if after != nil {
		q.After = &store.MemberPosition{Value: after.Value, ID: after.ID}
	}
	if q.Role = caller.Role(filter.Role); q.Role != "" && !slices.Contains(caller.Roles(), q.Role) {
		wrong.Add(errRoleFilter)
	}
	return q, wrong.Err()
}

// UpdateRole gives a member another role.
type UpdateRole struct {
	ID              uuid.UUID // the member's
	Role            string
	ExpectedVersion int
}

// UpdateRole changes what a member is. Nobody gives or takes a role above their own, and
// the last owner stays one. A higher role takes a recent sign-in.
func (s *Service) UpdateRole(ctx context.Context, who caller.Caller, in UpdateRole) (out workspace.Member, err error) {
	role, err := parseRole(in.Role)
	if err == nil {
		err = who.RequireToHandle(role)
	}
	if err != nil {
		return workspace.Member{}, err
	}
	err = s.settle(ctx, who, func(ctx context.Context, c *change) error {
		m, err := c.handled(ctx, in.ID)
		if err != nil {
			return err
		}
		if err := newerVersion(in.ExpectedVersion, m.Version); err != nil {
			return err
		}
		out, err = c.updateRole(ctx, m, role)
		return err
	})
	return out, err
}

func parseRole(given string) (caller.Role, error) {
	role := caller.Role(given)
	if !slices.Contains(caller.Roles(), role) {
		return "", errRole
	}
	return role, nil
}

// handled is a member whose role the caller may take away.
func (c *change) handled(ctx context.Context, id uuid.UUID) (workspace.Member, error) {
	m, ok, err := c.LockMember(ctx, id)
	if err != nil || !ok {
		return m, orNotFound(err, errNoMember)
	}
	return m, c.Caller().RequireToHandle(m.Role)
}

func (c *change) updateRole(ctx context.Context, m workspace.Member, role caller.Role) (workspace.Member, error) {
	if role == m.Role {
		return m, nil
	}
	if role.Above(m.Role) {
		if err := c.Caller().RequireRecent(); err != nil {
			return m, err
		}
	} else if err := c.lessens(ctx, m); err != nil {
		return m, err
	}
	if err := c.SetRole(ctx, m.ID, role); err != nil {
		return m, err
	}
	after := audit.Values{{Name: "role", Text: audit.Text(role)}}
	ended, err := c.endInvitations(ctx, m.Person, role)
	if err != nil {
		return m, err
	}
	before := audit.Values{{Name: "role", Text: audit.Text(m.Role)}}
	m.Role = role
	m.Version++
	return m, c.record(ctx, audit.MemberRoleChanged, memberTarget(m), before, append(after, ended...))
}

// lessens returns what stands against the end of what a member is now. The workspace is
// locked, so of two owners who go at once the second finds that they are the last.
func (c *change) lessens(ctx context.Context, m workspace.Member) error {
	if m.Role != caller.Owner {
		return nil
	}
	n, err := c.Owners(ctx)
	if err == nil && n < 2 {
		err = errLastOwner
	}
	return err
}

// endInvitations cancels what a person has invited to roles that are above the one they
// have from now on; "" is none. Nobody comes in by the word of somebody who could not
// give it any more.
func (c *change) endInvitations(ctx context.Context, person uuid.UUID, role caller.Role) (audit.Values, error) {
	above := slices.DeleteFunc(caller.Roles(), func(r caller.Role) bool { return role.May(caller.MembersWrite) && !r.Above(role) })
	n, err := c.EndInvitationsBy(ctx, person, above)
	if err != nil || n == 0 {
		return nil, err
	}
	return audit.Values{{Name: "invitationsCancelled", Text: number(n)}}, nil
}

// RemoveMember ends somebody's membership. They are out of the workspace with the next
// request that they make, and a change of theirs that is under way comes to nothing.
func (s *Service) RemoveMember(ctx context.Context, who caller.Caller, id uuid.UUID) error {
	if err := who.Require(caller.MembersWrite); err != nil {
		return err
	}
	return s.settle(ctx, who, func(ctx context.Context, c *change) error {
		m, err := c.handled(ctx, id)
		if err != nil {
			return err
		}
		return c.removeMember(ctx, m)
	})
}

// Leave ends the caller's own membership.
func (s *Service) Leave(ctx context.Context, who caller.Caller) error {
	if err := who.Require(caller.WorkspaceRead); err != nil {
		return err
	}
	if who.Kind() != caller.Member {
		return errNoMember // staff look in, and belong to nothing
	}
	return s.settle(ctx, who, func(ctx context.Context, c *change) error {
		m, ok, err := c.LockMemberOf(ctx, who.ID())
		if err != nil || !ok {
			return orNotFound(err, errNoMember)
		}
		return c.removeMember(ctx, m)
	})
}

func (c *change) removeMember(ctx context.Context, m workspace.Member) error {
	if err := c.lessens(ctx, m); err != nil {
		return err
	}
	if err := c.Tx.RemoveMember(ctx, m.ID); err != nil {
		return err
	}
	ended, err := c.endInvitations(ctx, m.Person, "")
	if err != nil {
		return err
	}
	what := audit.MemberRemoved
	if m.Person == c.Caller().ID() {
		what = audit.MemberLeft
	}
	return c.record(ctx, what, memberTarget(m), audit.Values{{Name: "role", Text: audit.Text(m.Role)}}, ended)
}

func memberTarget(m workspace.Member) audit.Target {
	return audit.Target{Kind: audit.Person, ID: m.Person, Label: audit.Text(m.Email)}
}

// HaveLeft returns which of some people do not belong to the caller's workspace (any more).
func (s *Service) HaveLeft(ctx context.Context, who caller.Caller, people []uuid.UUID) (left map[uuid.UUID]bool, err error) {
	if err := who.Require(caller.WorkspaceRead); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		here, err := v.MembersAmong(ctx, people)
		left = map[uuid.UUID]bool{}
		for _, p := range people {
			left[p] = !here[p]
		}
		return err
	})
	return left, err
}
