package apikey

import "time"

// Status is the one word for how a key stands.
type Status string

// The statuses, the strongest last: a key that is several shows the strongest.
const (
	Active   Status = "ACTIVE"
	Rotating Status = "ROTATING" // works, and so does its old secret
	Expired  Status = "EXPIRED"
	Disabled Status = "DISABLED"
	Revoked  Status = "REVOKED"
)

// Statuses returns every status.
func Statuses() []Status { return []Status{Active, Rotating, Expired, Disabled, Revoked} }

// Facts is what a key's status follows from.
type Facts struct {
	RevokedAt     time.Time      // zero: not revoked
	DisabledAt    time.Time      // zero: not disabled
	Expires       Day            // the day of expire; zero: never
	Zone          *time.Location // the workspace's; needed when Expires is a day
	RotatingUntil time.Time      // when the old secret stops; zero: no rotation
}

// Status derives the status at now. Revocation and disabling hold whatever the
// clock says, so that a clock that runs behind brings no key back to life.
func (f Facts) Status(now time.Time) Status {
	switch {
	case !f.RevokedAt.IsZero():
		return Revoked
	case !f.DisabledAt.IsZero():
		return Disabled
	case !f.Expires.IsZero() && !now.Before(f.Expires.Ends(f.Zone)):
		return Expired
	case now.Before(f.RotatingUntil):
		return Rotating
	default:
		return Active
	}
}

func (s Status) String() string { return string(s) }
