package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
	"latchkey/internal/workspace"
)

type workspaceCommand struct {
	Suspend suspendCommand `cmd:"" help:"Refuse all requests with a workspace's keys, until it is resumed. Its people can still sign in."`
	Resume  resumeCommand  `cmd:"" help:"Let a suspended workspace's keys work again."`
	Limits  limitsCommand  `cmd:"" help:"Show how many requests a workspace's keys may make, or change it."`
}

type suspendCommand struct {
	operatorDatabase
	Workspace string `arg:"" help:"The workspace's slug or id."`
	Reason    string `required:"" help:"Why, for the workspace's audit log."`
}

type resumeCommand struct {
	operatorDatabase
	Workspace string `arg:"" help:"The workspace's slug or id."`
	Reason    string `help:"Why, for the workspace's audit log."`
}

func (c *suspendCommand) Run(ctx context.Context, to console) error {
	if strings.TrimSpace(c.Reason) == "" {
		return errNoReason
	}
	return suspension{suspend: true, verb: "suspended", action: audit.WorkspaceSuspended, reason: c.Reason}.run(ctx, to, c.operatorDatabase, c.Workspace)
}

func (c *resumeCommand) Run(ctx context.Context, to console) error {
	return suspension{verb: "resumed", action: audit.WorkspaceResumed, reason: c.Reason}.run(ctx, to, c.operatorDatabase, c.Workspace)
}

const maxReason = 500

var (
	errNoReason  = fault.New(fault.Invalid, "REASON_EMPTY", "Say why, with --reason.")
	errReason    = fault.New(fault.Invalid, "REASON_INVALID", fmt.Sprintf("A reason is one line of at most %d characters.", maxReason))
	errAmbiguous = fault.New(fault.Conflict, "AMBIGUOUS", "One workspace has this id and another one has it as its slug. Name the one you mean by its other name.")
	errDeleted   = errors.New("the workspace has been deleted in the meantime")
	errCutShort  = errors.New("it was interrupted before every node had confirmed that; those that have not will follow within seconds")
)

// suspension is a change of whether a workspace is suspended.
type suspension struct {
	suspend bool
	verb    string
	action  audit.Action
	reason  string
}

// run makes the change and waits until every node honours it. A workspace that is
// in that state already stays as it is, and the wait is the same.
func (s suspension) run(ctx context.Context, to console, db operatorDatabase, name string) error {
	var err error
	if s.reason, err = reasonOf(s.reason); err != nil {
		return err
	}
	st, err := db.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	who, err := operatorIn(ctx, st, name, "latchkey workspace")
	if err != nil {
		return err
	}
	var w workspace.Workspace
	var already bool
	err = st.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) (err error) {
		w, already, err = s.apply(ctx, tx)
		return err
	})
	if err != nil {
		return err
	}
	state := "is " + s.verb
	if already {
		state = "was " + s.verb + " already"
	}
	fmt.Fprintf(to.out, "Workspace %s (%s) %s.\n", w.Slug, w.ID, state)
	return tell(to.out, cluster.NewBarrier(st).Wait(ctx))
}

// reasonOf is the text of a reason without the white space around it.
func reasonOf(given string) (string, error) {
	reason := strings.TrimSpace(given)
	if !text.OneLine(reason) || utf8.RuneCountInString(reason) > maxReason {
		return "", errReason
	}
	return reason, nil
}

func (s suspension) apply(ctx context.Context, tx *store.Tx) (w workspace.Workspace, already bool, err error) {
	w, ok, err := tx.LockWorkspace(ctx)
	switch {
	case err != nil:
		return w, false, err
	case !ok:
		return w, false, errDeleted
	case w.SuspendedAt.IsZero() != s.suspend:
		return w, true, nil
	}
	now := tx.Now().UTC().Truncate(time.Microsecond)
	change := tx.Resume
	if s.suspend {
		change = tx.Suspend
	}
	if err := change(ctx, now); err != nil {
		return w, false, err
	}
	_, err = tx.Audit(ctx, audit.Event{
		At: now, Actor: tx.Caller().Actor(), Action: s.action,
		Target: audit.Target{Kind: audit.Workspace, ID: w.ID, Label: audit.Text(w.Slug)}, After: audit.Values{{Name: "reason", Text: audit.Text(s.reason)}},
	})
	return w, false, err
}

// operatorIn is the operator inside the workspace with this slug or id.
func operatorIn(ctx context.Context, st *store.Store, name, doing string) (caller.Caller, error) {
	bySlug, found, err := st.WorkspaceOfSlug(ctx, name)
	if err != nil {
		return caller.Caller{}, err
	}
	known := false
	id, err := uuid.Parse(name)
	if err == nil && id != uuid.Nil {
		err = st.View(ctx, caller.OfOperator(id, doing), func(ctx context.Context, v *store.View) (err error) {
			_, known, err = v.Workspace(ctx)
			return err
		})
		if err != nil {
			return caller.Caller{}, err
		}
	}
	switch {
	case found && known && id != bySlug:
		return caller.Caller{}, errAmbiguous
	case found:
		return caller.OfOperator(bySlug, doing), nil
	case known:
		return caller.OfOperator(id, doing), nil
	}
	return caller.Caller{}, fault.New(fault.NotFound, "NOT_FOUND", fmt.Sprintf("There is no workspace with the slug or id %q.", name))
}

// tell says in words how far a change has come.
func tell(out io.Writer, p cluster.Propagation) error {
	waited := p.Waited.Round(time.Millisecond)
	switch {
	case !p.Complete:
		return errCutShort
	case p.Nodes == 0:
		fmt.Fprintf(out, "No node holds a lease, so none can miss it (waited %s).\n", waited)
	case p.Nodes == 1:
		fmt.Fprintf(out, "The one node that serves honours it, after %s.\n", waited)
	default:
		fmt.Fprintf(out, "All %d nodes that serve honour it, after %s.\n", p.Nodes, waited)
	}
	return nil
}
