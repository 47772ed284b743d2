package apikey

import (
	"fmt"
	"time"

	"latchkey/internal/fault"
)

// MaxPolicyDays is the most days that a policy may say.
const MaxPolicyDays = 3650

// UnusedGrace is how much longer than the policy says a key may go unused: uses
// are counted a little later than they happen.
const UnusedGrace = 24 * time.Hour

// Policy is what a workspace demands of its keys. A zero field demands nothing.
type Policy struct {
	LongestLifetimeDays    int // from the edit that sets a day of expire to that day
	DisableUnusedAfterDays int
}

// Latest returns the last day of expire that may be given today. The zero Day
// means that there is none, and that a key may live for ever.
func (p Policy) Latest(today Day) Day {
	if p.LongestLifetimeDays == 0 {
		return Day{}
	}
	return today.Plus(p.LongestLifetimeDays)
}

// Allows returns why a day of expire, or none, may not be given today.
func (p Policy) Allows(day, today Day) error {
	latest := p.Latest(today)
	if latest.IsZero() || !day.IsZero() && !day.After(latest) {
		return nil
	}
	return fault.New(fault.Invalid, "LIFETIME_TOO_LONG", fmt.Sprintf(
		"In this workspace a key may live for %d days at most. Choose a day of expire up to %s.", p.LongestLifetimeDays, latest))
}

// UnusedBefore returns the time at or before which a key must have been made, last
// enabled and last used to count as unused now; ok is false when none does.
func (p Policy) UnusedBefore(now time.Time) (t time.Time, ok bool) {
	return now.Add(-time.Duration(p.DisableUnusedAfterDays)*24*time.Hour - UnusedGrace), p.DisableUnusedAfterDays > 0
}

// Unused reports whether a key that is neither revoked nor disabled counts as
// unused now.
func (p Policy) Unused(k Key, now time.Time) bool {
	before, ok := p.UnusedBefore(now)
	return ok && k.RevokedAt.IsZero() && k.DisabledAt.IsZero() && !k.CreatedAt.After(before) && !k.EnabledAt.After(before) &&
		(k.LastUse == nil || !k.LastUse.At.After(before))
}
