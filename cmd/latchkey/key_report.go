package main

import (
	"context"
	"fmt"
	"strings"
)

// What may be done about a secret.
const (
	wasUnknown    = "unknown"
	wasRevoked    = "revoked already"
	wasSuperseded = "superseded already"
	wouldRevoke   = "would be revoked"
	wouldEnd      = "secret would be ended"
	isRevoked     = "revoked"
	isEnded       = "secret ended"
	isFailed      = "STILL LIVE"
)

// say prints a line at once, so that whoever interrupts knows what was done.
func (l *leak) say(hint, slug, key, what, detail string) error {
	const line = "%-13s  %-24s  %-32s  %s\n"
	if len(l.tally) == 0 {
		if _, err := fmt.Fprintf(l.out, line, "SECRET", "WORKSPACE", "KEY", "RESULT"); err != nil {
			return err
		}
	}
	l.tally[what]++
	if detail != "" {
		what += ": " + detail
	}
	_, err := fmt.Fprintf(l.out, line, hint, slug, key, what)
	return err
}

// conclude sums up, whether the text was read to its end or not. What was over
// already may have ended a moment ago, in a run that was cut short: so that is
// waited for as well.
func (l *leak) conclude(ctx context.Context, err error) error {
	total := 0
	var each []string
	for _, what := range []string{isRevoked, isEnded, wouldRevoke, wouldEnd, wasRevoked, wasSuperseded, wasUnknown, isFailed} {
		if n := l.tally[what]; n > 0 {
			total += n
			each = append(each, fmt.Sprintf("%d %s", n, what))
		}
	}
	if total == 0 && err == nil {
		fmt.Fprintln(l.out, "No secret was found.")
		return nil
	}
	fmt.Fprintf(l.out, "\nSecrets: %d (%s).\n", total, strings.Join(each, ", "))
	if over := l.tally[wasRevoked] + l.tally[wasSuperseded]; over > 0 && err == nil && !l.dryRun {
		l.reached(l.barrier.Wait(ctx), nil)
	}
	switch {
	case err != nil:
		return fmt.Errorf("the text was not read to its end; run it again, which does nothing twice: %w", err)
	case l.failed > 0:
		return fmt.Errorf("%d secrets are still live", l.failed)
	case !l.complete:
		return errCutShort
	case l.waited:
		return tell(l.out, l.changed)
	}
	return nil
}
