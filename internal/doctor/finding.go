package doctor

import (
	"context"
	"fmt"
	"io"
	"time"
)

// Verdict is how bad a finding is.
type Verdict string

// The verdicts. Only a failure makes the exit code 1.
const (
	OK   Verdict = "ok"
	Warn Verdict = "warn"
	Fail Verdict = "fail"
)

// Finding is what a check found.
type Finding struct {
	Check   string  `json:"check"`
	Verdict Verdict `json:"verdict"`
	Says    string  `json:"says"`         // what is, and what that means
	Do      string  `json:"do,omitempty"` // what to do; "" with OK
}

// Check is one line of what is looked at.
type Check struct {
	Name string
	Look func(ctx context.Context) []Finding
}

// patience is how long one check may take.
const patience = 10 * time.Second

// Run makes the checks in their order.
func Run(ctx context.Context, checks []Check) (all []Finding) {
	for _, c := range checks {
		all = append(all, c.run(ctx)...)
	}
	return all
}

func (c Check) run(ctx context.Context) []Finding {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	found := c.Look(ctx)
	for i := range found {
		found[i].Check = c.Name
	}
	return found
}

// Failed counts the failures.
func Failed(all []Finding) (n int) {
	for _, f := range all {
		if f.Verdict == Fail {
			n++
		}
	}
	return n
}

// Print writes the findings for people: a line each, and below it what to do.
func Print(out io.Writer, all []Finding) error {
	for _, f := range all {
		if _, err := fmt.Fprintf(out, "%-4s  %-16s  %s\n", f.Verdict, f.Check, f.Says); err != nil {
			return err
		}
		if f.Do == "" {
			continue
		}
		if _, err := fmt.Fprintf(out, "%26s%s\n", "→ ", f.Do); err != nil {
			return err
		}
	}
	return nil
}

// Fine is the finding that all is well.
func Fine(says string, args ...any) []Finding {
	return []Finding{{Verdict: OK, Says: fmt.Sprintf(says, args...)}}
}

// Warning is a finding that should be known.
func Warning(says, do string) []Finding { return []Finding{{Verdict: Warn, Says: says, Do: do}} }

// Failure is a finding that must be mended.
func Failure(says, do string) []Finding { return []Finding{{Verdict: Fail, Says: says, Do: do}} }

// unknown is for a check that could not be made.
func unknown(err error) []Finding {
	return Failure(fmt.Sprintf("This could not be looked at: %v.", err), "Mend what is said above first, then run this again.")
}
