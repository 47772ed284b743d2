package admin

import (
	"context"
	"fmt"
	"net/netip"
	"slices"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/ratelimit"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// What stands against a new workspace.
var (
	errSlugTaken         = fault.New(fault.Conflict, "SLUG_TAKEN", "Another workspace has this slug. Choose another one.").On("slug")
	errTooManyWorkspaces = fault.New(fault.Conflict, "TOO_MANY_WORKSPACES",
		fmt.Sprintf("A person belongs to at most %d workspaces. Leave one first, or let somebody else make this one.", store.MaxMemberships))
)

// Workspace returns the caller's workspace.
func (s *Service) Workspace(ctx context.Context, who caller.Caller) (w workspace.Workspace, err error) {
	if err := who.Require(caller.WorkspaceRead); err != nil {
		return workspace.Workspace{}, err
	}
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) (err error) {
		w, err = settings(ctx, who, v)
		return err
	})
	return w, err
}

// Founder is the person who makes a workspace, and becomes its owner. Package
// session (or the command line) vouches for them.
type Founder struct {
	ID      uuid.UUID
	Email   string
	Address netip.Addr
}

// CreateWorkspace is the input of a new workspace.
type CreateWorkspace struct {
	Slug           string
	Name           string
	TimeZone       string // IANA
	IdempotencyKey string `json:"-"`
}

// CreatedWorkspace is a new workspace.
type CreatedWorkspace struct {
	Workspace   workspace.Workspace
	Replayed    bool
	Propagation cluster.Propagation
}

// CreateWorkspace makes a workspace with the founder as its owner.
//
// There is no workspace yet that an idempotency key could be kept in. So the id
// of the new one is derived from founder and key: a retry finds the workspace and
// the key inside. A key used for a workspace stays used, beyond the 24 hours.
func (s *Service) CreateWorkspace(ctx context.Context, founder Founder, in CreateWorkspace) (CreatedWorkspace, error) {
	id := uuid.New()
	if in.IdempotencyKey != "" {
		id = uuid.NewSHA1(founder.ID, []byte("createWorkspace "+in.IdempotencyKey))
	}
	switch mine, err := s.store.Memberships(ctx, founder.ID); {
	case err != nil:
		return CreatedWorkspace{}, err
	case len(mine) >= store.MaxMemberships && !slices.ContainsFunc(mine, func(m workspace.Membership) bool { return m.Workspace == id }):
		return CreatedWorkspace{}, errTooManyWorkspaces
	}
	who := caller.OfMember(id, founder.ID, founder.Email, caller.Owner, founder.Address)
	out, err := s.found(ctx, who, in)
	if store.Violates(err, store.WorkspaceID) || in.IdempotencyKey != "" && store.Violates(err, store.WorkspaceSlug) {
		out, err = s.found(ctx, who, in) // the same request was under way; now it is done
	}
	switch {
	case store.Violates(err, store.WorkspaceSlug):
		return CreatedWorkspace{}, errSlugTaken
	case err != nil:
		return CreatedWorkspace{}, err
	}
	out.Propagation = s.barrier.Wait(ctx)
	return out, nil
}

// found makes the workspace that who is to own, unless that was done already.
func (s *Service) found(ctx context.Context, who caller.Caller, in CreateWorkspace) (out CreatedWorkspace, err error) {
	const mutation = "createWorkspace"
	this, err := replayOf(mutation, in.IdempotencyKey, in, who.Workspace())
	if err != nil {
		return CreatedWorkspace{}, err
	}
	err = s.store.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) error {
		earlier, done, err := tx.Done(ctx, mutation, in.IdempotencyKey)
		switch {
		case err != nil:
			return err
		case done:
			out.Replayed = true
			if out.Workspace, err = stillOwn(ctx, tx); err != nil {
				return err
			}
			return sameInput(earlier, this)
		}
		out.Workspace, err = (&change{Tx: tx, now: s.clock(), scheme: s.scheme}).found(ctx, who, in, this)
		return err
	})
	return out, err
}

// stillOwn is the workspace that an earlier request has made, unless its founder
// was removed from it since.
func stillOwn(ctx context.Context, tx *store.Tx) (workspace.Workspace, error) {
	switch member, err := tx.HasMember(ctx, tx.Caller().ID()); {
	case err != nil:
		return workspace.Workspace{}, err
	case !member:
		return workspace.Workspace{}, errNoWorkspace
	}
	w, _, err := tx.Workspace(ctx)
	return w, err
}

func (c *change) found(ctx context.Context, who caller.Caller, in CreateWorkspace, this store.Replay) (workspace.Workspace, error) {
	w, err := c.parsed(in)
	if err != nil {
		return w, err
	}
	w.ID, w.Version, w.CreatedAt, this.At = who.Workspace(), 1, c.now, c.now
	if err := c.CreateWorkspace(ctx, w); err != nil {
		return w, err
	}
	if err := c.AddMember(ctx, who.ID(), caller.Owner, c.now); err != nil {
		return w, err
	}
	if this.Key != "" {
		if _, _, err := c.Once(ctx, this); err != nil {
			return w, err
		}
	}
	return w, c.record(ctx, audit.WorkspaceCreated, audit.Target{Kind: audit.Workspace, ID: w.ID, Label: audit.Text(w.Slug)}, nil, audit.Values{
		{Name: "slug", Text: audit.Text(w.Slug)}, {Name: "name", Text: audit.Text(w.Name)}, {Name: "timeZone", Text: audit.Text(w.TimeZone)}, {Name: "owner", Text: audit.Text(who.Label())},
	})
}

// parsed reads the input, and reports all of it that is wrong.
func (c *change) parsed(in CreateWorkspace) (w workspace.Workspace, err error) {
	var wrong fault.Fields
	w.Slug, err = workspace.ParseSlug(in.Slug)
	wrong.Add(fault.On(err, "slug"))
	w.Name, err = workspace.ParseName(in.Name)
	wrong.Add(fault.On(c.prose(in.Name, err), "name"))
	_, err = apikey.LoadZone(in.TimeZone)
	wrong.Add(fault.On(err, "timeZone"))
	w.TimeZone, w.Limits = in.TimeZone, ratelimit.Default()
	return w, wrong.Err()
}
