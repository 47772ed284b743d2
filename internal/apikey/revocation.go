package apikey

import "latchkey/internal/fault"

// RevocationReason is why a key was revoked.
type RevocationReason string

// The reasons.
const (
	Leaked       RevocationReason = "LEAKED"
	Unused       RevocationReason = "UNUSED"
	Replaced     RevocationReason = "REPLACED"
	ProjectEnded RevocationReason = "PROJECT_ENDED"
	Other        RevocationReason = "OTHER"
)

// ErrReasonUnknown says that a text is not a reason.
var ErrReasonUnknown = fault.New(fault.Invalid, "REVOCATION_REASON_UNKNOWN",
	"The reason must be LEAKED, UNUSED, REPLACED, PROJECT_ENDED or OTHER.")

// RevocationReasons returns every reason.
func RevocationReasons() []RevocationReason {
	return []RevocationReason{Leaked, Unused, Replaced, ProjectEnded, Other}
}

// ParseRevocationReason reads a reason's name.
func ParseRevocationReason(text string) (RevocationReason, error) {
	for _, r := range RevocationReasons() {
		if text == string(r) {
			return r, nil
		}
	}
	return "", ErrReasonUnknown
}

func (r RevocationReason) String() string { return string(r) }
