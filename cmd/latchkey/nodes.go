package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

// operatorDatabase is what commands need that work beside running servers.
type operatorDatabase struct {
	DatabaseURL string `required:"" env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_app."`
}

func (c operatorDatabase) open(ctx context.Context) (*store.Store, error) {
	return store.Open(ctx, c.DatabaseURL, store.Options{MaxConns: 2})
}

type nodesCommand struct {
	operatorDatabase
	JSON bool `name:"json" help:"Print JSON instead of a table."`
}

// nodeState is a node as operators see it. LeaseMS is what is left of the lease;
// 0 when it has ended.
type nodeState struct {
	Name         string    `json:"name"`
	ID           uuid.UUID `json:"id"`
	StartedAt    time.Time `json:"startedAt"`
	Running      bool      `json:"leaseRunning"`
	LeaseMS      int64     `json:"leaseMs"`
	AppliedEpoch int64     `json:"appliedEpoch"`
	CurrentEpoch int64     `json:"currentEpoch"`
}

// Run lists the nodes, those that serve first.
func (c *nodesCommand) Run(ctx context.Context, to console) error {
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() //nolint:errcheck // nothing is left to lose
	found, epoch, err := st.Nodes(ctx)
	if err != nil {
		return err
	}
	states := make([]nodeState, 0, len(found))
	for _, n := range found {
		states = append(states, nodeState{n.Name, n.ID, n.StartedAt, n.Lease > 0, max(n.Lease.Milliseconds(), 0), n.Applied, epoch})
	}
	if c.JSON {
		out := json.NewEncoder(to.out)
		out.SetIndent("", "  ")
		return out.Encode(states)
	}
	return printNodes(to.out, states)
}

func printNodes(out io.Writer, states []nodeState) error {
	if len(states) == 0 {
		_, err := fmt.Fprintln(out, "No node has served the data plane within the last day.")
		return err
	}
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "NAME\tID\tSTARTED\tLEASE\tAPPLIED\tCURRENT") //nolint:errcheck // Flush reports it
	for _, n := range states {
		lease := "ended"
		if n.Running {
			lease = fmt.Sprintf("running, %.1f s left", float64(n.LeaseMS)/1000)
		}
		//nolint:errcheck // as above
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%d\t%d\n", n.Name, n.ID, n.StartedAt.Format(time.RFC3339), lease, n.AppliedEpoch, n.CurrentEpoch)
	}
	return table.Flush()
}
