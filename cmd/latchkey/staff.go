package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

type staffCommand struct {
	Grant  staffGrantCommand  `cmd:"" help:"Mark a person as support staff: they may search tenants, and ask to look into a workspace."`
	Revoke staffRevokeCommand `cmd:"" help:"Take that from them. Their support sessions end at once."`
	List   staffListCommand   `cmd:"" help:"List the people who are support staff."`
}

type staffGrantCommand struct {
	operatorDatabase
	Email string `arg:"" help:"The address that they sign in with."`
}

type staffRevokeCommand struct {
	operatorDatabase
	Email string `arg:"" help:"The address that they sign in with."`
}

type staffListCommand struct{ operatorDatabase }

// Run says also when there was nothing to do.
func (c *staffGrantCommand) Run(ctx context.Context, to console) error {
	return c.with(ctx, func(st *store.Store, sessions *session.Service) error {
		p, changed, err := sessions.SetStaff(ctx, c.Email, true)
		switch {
		case err != nil:
			return err
		case changed:
			fmt.Fprintf(to.out, "%s is support staff.\n", p.Email)
		default:
			fmt.Fprintf(to.out, "%s is support staff already.\n", p.Email)
		}
		return nil
	})
}

// Run ends the person's support sessions also when they were not staff any more: an
// earlier run may have been interrupted.
func (c *staffRevokeCommand) Run(ctx context.Context, to console) error {
	return c.with(ctx, func(st *store.Store, sessions *session.Service) error {
		p, changed, err := sessions.SetStaff(ctx, c.Email, false)
		switch {
		case err != nil:
			return err
		case changed:
			fmt.Fprintf(to.out, "%s is not support staff any more.\n", p.Email)
		default:
			fmt.Fprintf(to.out, "%s was not support staff.\n", p.Email)
		}
		own, err := st.OwnSupportSessions(ctx, p.ID)
		if err != nil {
			return err
		}
		for _, o := range own {
			if err := endSupport(ctx, st, o); err != nil {
				return err
			}
			fmt.Fprintf(to.out, "Their support session in %s has ended.\n", o.Slug)
		}
		return nil
	})
}

// endSupport ends a session, or takes back a request, as the operator.
func endSupport(ctx context.Context, st *store.Store, o workspace.OwnSupportSession) error {
	return st.InWorkspace(ctx, caller.OfOperator(o.Workspace, "latchkey staff revoke"), func(ctx context.Context, tx *store.Tx) error {
		if _, ok, err := tx.LockWorkspace(ctx); err != nil || !ok {
			return err // without it, the session is gone as well
		}
		if s, ok, err := tx.SupportSession(ctx, o.ID); err != nil || !ok || s.Over() {
			return err
		}
		if _, err := tx.EndSupportSession(ctx, o.ID); err != nil {
			return err
		}
		_, err := tx.Audit(ctx, audit.Event{
			At: tx.Now(), Actor: tx.Caller().Actor(), Action: audit.SupportEnded,
			Target: audit.Target{Kind: audit.SupportSession, ID: o.ID, Label: audit.Text(o.Staff.Label)},
		})
		return err
	})
}

// Run lists who may look into workspaces.
func (c *staffListCommand) Run(ctx context.Context, to console) error {
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	staff, err := st.Staff(ctx)
	if err != nil {
		return err
	}
	return printStaff(to.out, staff)
}

func printStaff(out io.Writer, staff []store.Person) error {
	if len(staff) == 0 {
		_, err := fmt.Fprintln(out, "Nobody is support staff.")
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "E-MAIL\tNAME") //nolint:errcheck // Flush reports it
	for _, p := range staff {
		fmt.Fprintf(table, "%s\t%s\n", p.Email, p.Name) //nolint:errcheck // as above
	}
	return table.Flush()
}

// with runs f beside running servers.
func (c operatorDatabase) with(ctx context.Context, f func(*store.Store, *session.Service) error) error {
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	sessions, err := session.New(st, session.Options{})
	if err != nil {
		return err
	}
	return f(st, sessions)
}
