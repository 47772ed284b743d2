package admin

import (
	"context"
	"strconv"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// maxInvitations is how many invitations of a workspace may wait.
const maxInvitations = 1_000

// What stands against an invitation.
var (
	errNoInvitation       = notFound("There is no such invitation in this workspace.")
	errAlreadyMember      = fault.New(fault.Conflict, "ALREADY_MEMBER", "Somebody with this e-mail address is a member already. Change their role instead.").On("email")
	errTooManyInvitations = fault.New(fault.Conflict, "TOO_MANY_INVITATIONS", "As many invitations wait as may, 1,000. Cancel some that nobody will accept.")
)

// InviteMember is the input of an invitation.
type InviteMember struct {
	Email          string
	Role           string
	IdempotencyKey string `json:"-"`
}

// InvitedMember is a new invitation.
type InvitedMember struct {
	Invitation *workspace.Invitation // nil when an earlier call made it, and it is over
	Link       session.Link          // only where links are shown instead of mailed, and not replayed
	Replayed   bool
}

// InviteMember invites an e-mail address. An invitation that it has is replaced, its link with it.
func (s *Service) InviteMember(ctx context.Context, who caller.Caller, in InviteMember) (out InvitedMember, err error) {
	i, err := s.invitation(who, in)
	if err != nil {
		return InvitedMember{}, err
	}
	err = s.settle(ctx, who, func(ctx context.Context, c *change) (err error) {
		id, replayed, err := c.once(ctx, "inviteMember", in.IdempotencyKey, in, uuid.New())
		switch {
		case err != nil:
			return err
		case replayed:
			out = InvitedMember{Replayed: true}
			if found, ok, err := c.Invitation(ctx, id); err != nil || ok {
				out.Invitation = &found
				return err
			}
			return nil
		}
		i.ID, i.CreatedAt, i.ExpiresAt = id, c.now, c.now.Add(session.InvitationFor)
		out, err = c.invite(ctx, s.sessions, i)
		return err
	})
	if err != nil {
		return InvitedMember{}, err
	}
	s.sessions.Mailed()
	return out, nil
}

// invitation checks the input, and whether links of invitations come anywhere.
func (s *Service) invitation(who caller.Caller, in InviteMember) (i workspace.Invitation, err error) {
	role, err := parseRole(in.Role)
	if err == nil {
		err = who.RequireToHandle(role)
	}
	if err != nil {
		return i, err
	}
	i = workspace.Invitation{Workspace: who.Workspace(), Role: role, InvitedBy: who.Actor()}
	if i.Email, i.EmailKey, err = session.ParseEmail(in.Email); err != nil {
		return i, fault.On(err, "email")
	}
	if s.sessions.ShowsLinks() {
		return i, nil
	}
	if err := s.sessions.RequireMail(); err != nil {
		return i, err
	}
	return i, s.sessions.LimitInvitation(who.ID(), i.EmailKey)
}

func (c *change) invite(ctx context.Context, sessions *session.Service, i workspace.Invitation) (out InvitedMember, err error) {
	if err := c.mayInvite(ctx, i); err != nil {
		return out, err
	}
	var hash []byte
	if sessions.ShowsLinks() {
		out.Link, hash = sessions.NewInvitationLink()
	}
	if err := c.Invite(ctx, i, hash); err != nil {
		return out, err
	}
	if hash == nil {
		err := c.Enqueue(ctx, store.Mail{
			Kind: store.MailInvitation, Recipient: i.Email, Within: i.Workspace, About: i.ID, CreatedAt: i.CreatedAt, ExpiresAt: i.ExpiresAt,
		})
		if err != nil {
			return out, err
		}
	}
	out.Invitation = &i
	return out, c.record(ctx, audit.MemberInvited, invitationTarget(i), nil, audit.Values{
		{Name: "email", Text: audit.Text(i.Email)}, {Name: "role", Text: audit.Text(i.Role)}, {Name: "expiresAt", Text: instant(i.ExpiresAt)},
	})
}

// mayInvite returns what stands against an invitation; one that it replaces is taken
// away by it.
func (c *change) mayInvite(ctx context.Context, i workspace.Invitation) error {
	switch is, err := c.HasMemberAt(ctx, i.EmailKey); {
	case err != nil:
		return err
	case is:
		return errAlreadyMember
	}
	old, replaced, err := c.InvitationAt(ctx, i.EmailKey)
	switch {
	case err != nil:
		return err
	case replaced:
		return c.Caller().RequireToHandle(old.Role)
	}
	n, err := c.CountInvitations(ctx)
	if err == nil && n >= maxInvitations {
		err = errTooManyInvitations
	}
	return err
}

// CancelInvitation ends an invitation: its link opens nothing any more.
func (s *Service) CancelInvitation(ctx context.Context, who caller.Caller, id uuid.UUID) error {
	if err := who.Require(caller.MembersWrite); err != nil {
		return err
	}
	return s.settle(ctx, who, func(ctx context.Context, c *change) error {
		i, ok, err := c.Invitation(ctx, id)
		if err != nil || !ok {
			return orNotFound(err, errNoInvitation)
		}
		if err := who.RequireToHandle(i.Role); err != nil {
			return err
		}
		if err := c.EndInvitation(ctx, id); err != nil {
			return err
		}
		return c.record(ctx, audit.InvitationCancelled, invitationTarget(i), audit.Values{{Name: "role", Text: audit.Text(i.Role)}}, nil)
	})
}

func invitationTarget(i workspace.Invitation) audit.Target {
	return audit.Target{Kind: audit.Invitation, ID: i.ID, Label: audit.Text(i.Email)}
}

// InvitationPage is a part of the workspace's invitations, the newest first.
type InvitationPage struct {
	Edges       []InvitationEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       int
}

// InvitationEdge is an invitation in the list.
type InvitationEdge struct {
	Cursor     string
	Invitation workspace.Invitation
	Expired    bool
}

// Invitations returns a page of the invitations that were neither accepted nor cancelled.
func (s *Service) Invitations(ctx context.Context, who caller.Caller, page Page) (out InvitationPage, err error) {
	if err := who.Require(caller.MembersRead); err != nil {
		return InvitationPage{}, err
	}
	size, err := page.size()
	if err != nil {
		return InvitationPage{}, err
	}
	at, err := page.in(invitationList, isInstant)
	if err != nil {
		return InvitationPage{}, err
	}
	var after *store.InvitationPosition
	if at != nil {
		created, err := time.Parse(time.RFC3339Nano, at.Value)
		if err != nil {
			return InvitationPage{}, errCursor
		}
		after = &store.InvitationPosition{CreatedAt: created, ID: at.ID}
	}
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		found, total, err := v.Invitations(ctx, after, size+1)
		found, out.HasNextPage = cut(found, size)
		out.Total, out.Edges = total, make([]InvitationEdge, len(found))
		for n, i := range found {
			out.EndCursor = cursor{invitationList, i.CreatedAt.Format(time.RFC3339Nano), i.ID}.String()
			out.Edges[n] = InvitationEdge{out.EndCursor, i, s.Expired(i)}
		}
		return err
	})
	if err != nil {
		return InvitationPage{}, err
	}
	return out, nil
}

// Expired reports whether an invitation cannot be accepted any more.
func (s *Service) Expired(i workspace.Invitation) bool { return !s.clock().Before(i.ExpiresAt) }

const invitationList = "invitations"

func number(n int) audit.Text { return audit.Text(strconv.Itoa(n)) }
