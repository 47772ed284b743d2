package admin

import (
	"context"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// What stands against a change of a support session.
var (
	errNoSupport    = notFound("There is no such support session in this workspace.")
	errSupportTwice = fault.New(fault.Conflict, "SUPPORT_SESSION_UNDER_WAY",
		"You have a support session in this workspace that runs, or waits for an owner. Go on with that one, or end it first.")
	errStaffMember = fault.New(fault.Conflict, "STAFF_IS_MEMBER", "You belong to this workspace yourself, and see what your role shows you without a support session.")
	errSupportOver = fault.New(fault.Conflict, "SUPPORT_SESSION_OVER", "This support session is over, or its request has lapsed. Staff have to ask again.")
	errSupportRuns = fault.New(fault.Conflict, "SUPPORT_SESSION_RUNS", "This support session runs already. End it instead.")
	errNotStaff    = fault.New(fault.Forbidden, "FORBIDDEN", "Only support staff can do this, and only whoever runs this installation says who that is.")
)

// StartSupportSession is the request of staff to look into a workspace.
type StartSupportSession struct {
	Reason         string
	Ticket         string
	Minutes        int
	IdempotencyKey string `json:"-"`
}

// StartedSupportSession is a support session that began, or waits for an owner.
type StartedSupportSession struct {
	Session  workspace.SupportSession
	Replayed bool
}

// StartSupportSession lets who, a person of staff outside of the workspace, look into
// it; where an owner has to let them in, it waits for that.
func (s *Service) StartSupportSession(ctx context.Context, who caller.Caller, in StartSupportSession) (out StartedSupportSession, err error) {
	if who.Kind() != caller.Support {
		return StartedSupportSession{}, errNotStaff
	}
	err = s.settle(ctx, who, func(ctx context.Context, c *change) error {
		if err := c.mayEnter(ctx); err != nil {
			return err
		}
		id, replayed, err := c.once(ctx, "startSupportSession", in.IdempotencyKey, in, uuid.New())
		switch {
		case err != nil:
			return err
		case replayed:
			session, err := c.supportSession(ctx, id)
			out = StartedSupportSession{session, true}
			return err
		}
		session, err := c.startSupport(ctx, id, in)
		out = StartedSupportSession{Session: session}
		return err
	})
	if err != nil {
		return StartedSupportSession{}, err
	}
	return out, nil
}

// mayEnter asks PostgreSQL once more who the caller is, and keeps that true until the
// change is committed.
func (c *change) mayEnter(ctx context.Context) error {
	switch staff, err := c.LockStaff(ctx); {
	case err != nil:
		return err
	case !staff:
		return errNotStaff
	}
	switch member, err := c.HasMember(ctx, c.Caller().ID()); {
	case err != nil:
		return err
	case member:
		return errStaffMember
	}
	return nil
}

func (c *change) startSupport(ctx context.Context, id uuid.UUID, in StartSupportSession) (workspace.SupportSession, error) {
	n, err := c.supportRequest(in)
	if err != nil {
		return workspace.SupportSession{}, err
	}
	switch _, under, err := c.SupportSessionOf(ctx, c.Caller().ID()); {
	case err != nil:
		return workspace.SupportSession{}, err
	case under:
		return workspace.SupportSession{}, errSupportTwice
	}
	n.ID, n.Approval = id, c.workspace.SupportApprovalRequired
	session, err := c.AddSupportSession(ctx, n)
	if err != nil {
		return session, err
	}
	after := append(supportValues(session), audit.Value{Name: "endsAt", Text: instant(session.EndsAt)})
	action := audit.SupportStarted
	if n.Approval {
		after[len(after)-1] = audit.Value{Name: "lapsesAt", Text: instant(session.LapsesAt)}
		action = audit.SupportRequested
	}
	return session, c.record(ctx, action, supportTarget(session), nil, after)
}

// supportRequest reads the input, and reports all of it that is wrong.
func (c *change) supportRequest(in StartSupportSession) (n store.NewSupportSession, err error) {
	var wrong fault.Fields
	n.Reason, err = workspace.ParseSupportReason(in.Reason)
	wrong.Add(fault.On(c.prose(in.Reason, err), "reason"))
	n.Ticket, err = workspace.ParseSupportTicket(in.Ticket)
	wrong.Add(fault.On(c.prose(in.Ticket, err), "ticket"))
	n.Minutes, err = workspace.ParseSupportMinutes(in.Minutes)
	wrong.Add(fault.On(err, "minutes"))
	return n, wrong.Err()
}

// EndSupportSession ends a session, or takes back a request: one of their own for
// staff, any for members who may. One that is over stays as it is.
func (s *Service) EndSupportSession(ctx context.Context, who caller.Caller, id uuid.UUID) (workspace.SupportSession, error) {
	if who.Kind() != caller.Support {
		if err := who.Require(caller.SupportEnd); err != nil {
			return workspace.SupportSession{}, err
		}
	}
	return s.changeSupport(ctx, who, id, func(ctx context.Context, c *change, old workspace.SupportSession) (workspace.SupportSession, error) {
		switch {
		case who.Kind() == caller.Support && old.Staff.ID != who.ID():
			return old, errNoSupport
		case old.Over():
			return old, nil
		}
		return c.savedSupport(ctx, old, audit.SupportEnded, c.EndSupportSession)
	})
}

// ApproveSupportSession lets staff in who wait; their time begins now. One that runs
// already stays as it is.
func (s *Service) ApproveSupportSession(ctx context.Context, who caller.Caller, id uuid.UUID) (workspace.SupportSession, error) {
	return s.decideSupport(ctx, who, id, func(ctx context.Context, c *change, old workspace.SupportSession) (workspace.SupportSession, error) {
		switch {
		case old.Status == workspace.SupportOpen:
			return old, nil
		case old.Over():
			return old, errSupportOver
		}
		if err := who.RequireRecent(); err != nil {
			return old, err
		}
		return c.savedSupport(ctx, old, audit.SupportApproved, c.ApproveSupportSession)
	})
}

// RefuseSupportSession refuses staff who wait. One that was refused stays as it is.
func (s *Service) RefuseSupportSession(ctx context.Context, who caller.Caller, id uuid.UUID) (workspace.SupportSession, error) {
	return s.decideSupport(ctx, who, id, func(ctx context.Context, c *change, old workspace.SupportSession) (workspace.SupportSession, error) {
		switch {
		case old.Status == workspace.SupportRefused:
			return old, nil
		case old.Status == workspace.SupportOpen:
			return old, errSupportRuns
		case old.Over():
			return old, errSupportOver
		}
		return c.savedSupport(ctx, old, audit.SupportRefused, c.RefuseSupportSession)
	})
}

// changeOfSupport makes of a session what it becomes.
type changeOfSupport func(context.Context, *change, workspace.SupportSession) (workspace.SupportSession, error)

func (s *Service) decideSupport(ctx context.Context, who caller.Caller, id uuid.UUID, f changeOfSupport) (workspace.SupportSession, error) {
	if err := who.Require(caller.SupportApproval); err != nil {
		return workspace.SupportSession{}, err
	}
	return s.changeSupport(ctx, who, id, f)
}

// changeSupport finds a session and lets f change it.
func (s *Service) changeSupport(ctx context.Context, who caller.Caller, id uuid.UUID, f changeOfSupport) (out workspace.SupportSession, err error) {
	err = s.settle(ctx, who, func(ctx context.Context, c *change) error {
		old, err := c.supportSession(ctx, id)
		if err != nil {
			return err
		}
		out, err = f(ctx, c, old)
		return err
	})
	if err != nil {
		return workspace.SupportSession{}, err
	}
	return out, nil
}

// savedSupport saves a session, and records how it stood and stands.
func (c *change) savedSupport(ctx context.Context, old workspace.SupportSession, what audit.Action,
	save func(context.Context, uuid.UUID) (workspace.SupportSession, error),
) (workspace.SupportSession, error) {
	saved, err := save(ctx, old.ID)
	if err != nil {
		return old, err
	}
	after := audit.Values{{Name: "status", Text: audit.Text(saved.Status)}}
	if saved.Status == workspace.SupportOpen {
		after = append(after, audit.Value{Name: "endsAt", Text: instant(saved.EndsAt)})
	}
	return saved, c.record(ctx, what, supportTarget(saved), audit.Values{{Name: "status", Text: audit.Text(old.Status)}}, after)
}

// supportSession is a session that must exist.
func (c *change) supportSession(ctx context.Context, id uuid.UUID) (workspace.SupportSession, error) {
	session, ok, err := c.SupportSession(ctx, id)
	if err != nil || !ok {
		return workspace.SupportSession{}, orNotFound(err, errNoSupport)
	}
	return session, nil
}

// supportValues is what was asked for, for the audit.
func supportValues(s workspace.SupportSession) audit.Values {
	return audit.Values{
		{Name: "reason", Text: audit.Text(s.Reason)}, {Name: "ticket", Text: audit.Text(s.Ticket)}, {Name: "minutes", Text: audit.Text(daysText(s.Minutes))},
	}
}

func supportTarget(s workspace.SupportSession) audit.Target {
	return audit.Target{Kind: audit.SupportSession, ID: s.ID, Label: audit.Text(s.Staff.Label)}
}
