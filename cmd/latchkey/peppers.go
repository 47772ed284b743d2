package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

type peppersCommand struct {
	Status peppersStatusCommand `cmd:"" help:"For each pepper of the file and of the database: what depends on it, and whether it can be retired."`
}

// operatorPeppers is what commands need that deal with secrets.
type operatorPeppers struct {
	PeppersFile string `required:"" env:"LATCHKEY_PEPPERS_FILE" placeholder:"FILE" help:"The peppers file of the nodes."`
}

type peppersStatusCommand struct {
	operatorDatabase
	operatorPeppers
	JSON bool `name:"json" help:"Print JSON instead of a table."`
}

// maxBlockers is how many secrets are named for a pepper.
const maxBlockers = 20

// pepperState is a pepper as operators see it.
type pepperState struct {
	ID       string        `json:"id"`
	InFile   bool          `json:"inFile"`
	Mints    bool          `json:"mints"`
	Live     int64         `json:"liveSecrets"`    // work, or would again if their key was enabled or given a later day
	Stopped  int64         `json:"stoppedSecrets"` // of those: the key is disabled or expired
	LastUse  *time.Time    `json:"lastUse"`        // of one of their keys
	Retire   bool          `json:"canBeRetired"`
	Because  string        `json:"because"`
	Blockers []pepperBlock `json:"blockers"` // the first few
}

// pepperBlock is a secret that keeps a pepper.
type pepperBlock struct {
	Workspace string     `json:"workspace"`
	Key       string     `json:"key"`
	Hint      string     `json:"hint"`
	Stopped   bool       `json:"stopped"`
	LastUse   *time.Time `json:"lastUse"`
}

// Run prints the state of each pepper, in the order of the file.
func (c *peppersStatusCommand) Run(ctx context.Context, to console) error {
	peppers, err := readPeppers(c.PeppersFile)
	if err != nil {
		return err
	}
	st, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer st.Close() // nothing is left to lose
	states, err := pepperStates(ctx, st, peppers.IDs())
	if err != nil {
		return err
	}
	if c.JSON {
		out := json.NewEncoder(to.out)
		out.SetIndent("", "  ")
		return out.Encode(states)
	}
	return printPeppers(to.out, states)
}

func pepperStates(ctx context.Context, st *store.Store, file []string) ([]pepperState, error) {
	uses, err := st.PepperUses(ctx)
	if err != nil {
		return nil, err
	}
	states := make([]pepperState, 0, len(file))
	for i, id := range file {
		states = append(states, pepperState{ID: id, InFile: true, Mints: i == 0, Blockers: []pepperBlock{}})
	}
	for _, u := range uses {
		at := slices.Index(file, u.Pepper)
		if at < 0 {
			at = len(states)
			states = append(states, pepperState{ID: u.Pepper, Blockers: []pepperBlock{}})
		}
		s := &states[at]
		s.Live, s.Stopped, s.LastUse = u.Live, u.Stopped, timeOrNil(u.UsedAt)
		if !s.Mints {
			if s.Blockers, err = pepperBlocks(ctx, st, u.Pepper); err != nil {
				return nil, err
			}
		}
	}
	for i := range states {
		states[i].Retire, states[i].Because = states[i].judge()
	}
	return states, nil
}

func pepperBlocks(ctx context.Context, st *store.Store, pepper string) ([]pepperBlock, error) {
	secrets, err := st.PepperSecrets(ctx, pepper, maxBlockers)
	if err != nil {
		return nil, err
	}
	blocks := make([]pepperBlock, len(secrets))
	for i, s := range secrets {
		blocks[i] = pepperBlock{s.Slug, s.Key, s.Hint, s.Stopped, timeOrNil(s.UsedAt)}
	}
	return blocks, nil
}

// judge says whether the pepper can be retired, and why, or what to do.
func (s pepperState) judge() (retire bool, because string) {
	switch {
	case s.Mints:
		return false, "it is the first, which new secrets are hashed under"
	case !s.InFile:
		return false, "it is MISSING from the file: put it back, or its keys are refused and serve does not start"
	case s.Live == 0:
		return true, "nothing depends on it: take its line out of the file on every node"
	default:
		return false, "each secret moves to the first pepper when it is used; revoke or rotate the keys that are not"
	}
}

func timeOrNil(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func whenUsed(t *time.Time) string {
	if t == nil {
		return "never, as far as is known"
	}
	return t.Format(time.RFC3339)
}

// printPeppers prints a table of peppers, and one of the secrets that block.
func printPeppers(out io.Writer, states []pepperState) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "PEPPER\tLIVE SECRETS\tOF STOPPED KEYS\tLAST USE\tCAN BE RETIRED") // Flush reports what goes wrong
	for _, s := range states {
		answer := "no"
		if s.Retire {
			answer = "yes"
		}
		fmt.Fprintf(table, "%s\t%d\t%d\t%s\t%s: %s\n", s.ID, s.Live, s.Stopped, whenUsed(s.LastUse), answer, s.Because)
	}
	for _, s := range states {
		if len(s.Blockers) == 0 {
			continue
		}
		fmt.Fprintf(table, "\nStill under %s, longest unused first (%d of %d):\nWORKSPACE\tKEY\tSECRET\tLAST USE\t\n", s.ID, len(s.Blockers), s.Live)
		for _, b := range s.Blockers {
			stopped := ""
			if b.Stopped {
				stopped = "disabled or expired"
			}
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", b.Workspace, b.Key, b.Hint, whenUsed(b.LastUse), stopped)
		}
	}
	return table.Flush()
}

// needNoOtherPepper fails when a live secret is under a pepper that is neither in
// the file nor given up: its key would be refused as if nobody had ever made it.
func (s service) needNoOtherPepper(ctx context.Context, st *store.Store) error {
	missing, err := st.PepperUses(ctx, append(s.peppers.IDs(), s.lostPeppers...)...)
	if err != nil || len(missing) == 0 {
		return err
	}
	return errMissing(missing)
}

func errMissing(missing []store.PepperUse) error {
	each := make([]string, len(missing))
	for i, m := range missing {
		each[i] = fmt.Sprintf("%s (live secrets: %d)", m.Pepper, m.Live)
	}
	return fault.New(fault.Invalid, "PEPPERS_MISSING", fmt.Sprintf(
		"The peppers file lacks %s, without which their keys would be refused. Put the missing lines back; `latchkey peppers status` names the keys. "+
			"If a pepper is lost for good, name it in --lost-peppers, and have those keys rotated or revoked.", strings.Join(each, " and ")))
}

// notRehashed logs that a secret could not be moved to the pepper that mints.
func (s service) notRehashed(err error) {
	s.log.Warn().Err(err).Msg("secrets stay under their old pepper until they are used again")
}
