package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/ratelimit"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

type limitsCommand struct {
	operatorDatabase
	Name      string  `arg:"" name:"slug" help:"The workspace's slug or id."`
	Key       *string `placeholder:"LIMIT" help:"What each key may make: requests in a time, like 6000/60s, or none. So many at once, and as many again evenly over the time."`
	Workspace *string `placeholder:"LIMIT" help:"What all keys of the workspace together may make."`
	Reason    string  `help:"Why, for the workspace's audit log."`
}

// Run shows the limits, or changes them and waits until every node honours that.
func (c *limitsCommand) Run(ctx context.Context, to console) error {
	change, err := c.change()
	if err != nil {
		return err
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	who, err := operatorIn(ctx, st, c.Name, "latchkey workspace")
	if err != nil {
		return err
	}
	if c.Key == nil && c.Workspace == nil {
		return showLimits(ctx, to.out, st, who)
	}
	var w workspace.Workspace
	var already bool
	err = st.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) (err error) {
		w, already, err = change.apply(ctx, tx)
		return err
	})
	if err != nil {
		return err
	}
	printLimits(to.out, w, already)
	return tell(to.out, cluster.NewBarrier(st).Wait(ctx))
}

// limitsChange is what becomes of each limit; nil stays as it is.
type limitsChange struct {
	key, workspace *ratelimit.Limit
	reason         string
}

// change reads the command line.
func (c *limitsCommand) change() (l limitsChange, err error) {
	if l.reason, err = reasonOf(c.Reason); err != nil {
		return l, err
	}
	if l.key, err = parsedLimit("--key", c.Key); err != nil {
		return l, err
	}
	l.workspace, err = parsedLimit("--workspace", c.Workspace)
	return l, err
}

func parsedLimit(flag string, text *string) (*ratelimit.Limit, error) {
	if text == nil {
		return nil, nil
	}
	l, err := ratelimit.Parse(*text)
	if err != nil {
		return nil, fault.New(fault.Invalid, ratelimit.ErrInvalid.Code, fmt.Sprintf("%s %q: %s", flag, *text, ratelimit.ErrInvalid.Message))
	}
	return &l, nil
}

func (l limitsChange) apply(ctx context.Context, tx *store.Tx) (w workspace.Workspace, already bool, err error) {
	w, ok, err := tx.LockWorkspace(ctx)
	if err == nil && !ok {
		err = errDeleted
	}
	if err != nil {
		return w, false, err
	}
	var before, after audit.Values
	for _, limit := range []struct {
		name    audit.Text
		is      *ratelimit.Limit
		becomes *ratelimit.Limit
	}{{"keyLimit", &w.Limits.Key, l.key}, {"workspaceLimit", &w.Limits.Workspace, l.workspace}} {
		if limit.becomes != nil && *limit.becomes != *limit.is {
			before = append(before, audit.Value{Name: limit.name, Text: audit.Text(limit.is.String())})
			after = append(after, audit.Value{Name: limit.name, Text: audit.Text(limit.becomes.String())})
			*limit.is = *limit.becomes
		}
	}
	if len(after) == 0 {
		return w, true, nil
	}
	if l.reason != "" {
		after = append(after, audit.Value{Name: "reason", Text: audit.Text(l.reason)})
	}
	if err := tx.SetLimits(ctx, w.Limits); err != nil {
		return w, false, err
	}
	_, err = tx.Audit(ctx, audit.Event{
		At: tx.Now().UTC().Truncate(time.Microsecond), Actor: tx.Caller().Actor(), Action: audit.WorkspaceLimitsChanged,
		Target: audit.Target{Kind: audit.Workspace, ID: w.ID, Label: audit.Text(w.Slug)}, Before: before, After: after,
	})
	return w, false, err
}

func showLimits(ctx context.Context, out io.Writer, st *store.Store, who caller.Caller) error {
	return st.View(ctx, who, func(ctx context.Context, v *store.View) error {
		w, ok, err := v.Workspace(ctx)
		if err == nil && !ok {
			err = errDeleted
		}
		if err == nil {
			printLimits(out, w, false)
		}
		return err
	})
}

func printLimits(out io.Writer, w workspace.Workspace, already bool) {
	as := ""
	if already {
		as = ", as before"
	}
	fmt.Fprintf(out, "Workspace %s (%s): each key %s, all its keys together %s%s.\n", w.Slug, w.ID, w.Limits.Key, w.Limits.Workspace, as)
}
