package verify

import (
	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
)

// Reason is why a request was refused, exactly. Callers are told less: see [Refusal.Fault].
type Reason string

// The reasons.
const (
	NoCredentials Reason = "no_credentials"
	Malformed     Reason = "malformed"  // not of the published form, or mistyped
	Unknown       Reason = "unknown"    // well-formed, and nobody's
	Guessing      Reason = "guessing"   // too many distinct unknown secrets from one address
	Superseded    Reason = "superseded" // replaced by rotation
	Revoked       Reason = "revoked"
	Disabled      Reason = "disabled"
	Expired       Reason = "expired"
	OtherHost     Reason = "other_host"    // sent to another workspace's host
	Suspended     Reason = "suspended"     // the workspace is
	WrongAddress  Reason = "wrong_address" // not on the allowlist
	NoAddress     Reason = "no_address"    // the allowlist is on and the client's address cannot be established
	WrongScope    Reason = "wrong_scope"
	Conditional   Reason = "conditional" // a conditional header, whose answer would tell a Write Only key what is stored

	KeyLimit       Reason = "key_limit"       // too many requests with the key
	WorkspaceLimit Reason = "workspace_limit" // too many with all of the workspace's keys
)

// Reasons returns every reason.
func Reasons() []Reason {
	return []Reason{
		NoCredentials, Malformed, Unknown, Guessing, Superseded, Revoked, Disabled, Expired,
		OtherHost, Suspended, WrongAddress, NoAddress, WrongScope, Conditional,
		KeyLimit, WorkspaceLimit,
	}
}

// Refusal is a request turned away. Workspace and Key are uuid.Nil while unknown.
type Refusal struct {
	Reason         Reason
	Workspace, Key uuid.UUID
	Scope          apikey.Scope  // of the key; only with WrongScope and Conditional
	Access         apikey.Access // that was needed; only with WrongScope and Conditional
	OldSecret      uuid.UUID     // that was sent; only with Superseded
	RetryAfter     int           // seconds; only with Guessing, KeyLimit and WorkspaceLimit

	// Within is the workspace, when the caller has shown a key that works there and so
	// may know its limits; else nil. What is an invalid token does not tell that.
	Within *Workspace
}

// Error names the reason; it is for logs.
func (r *Refusal) Error() string { return "verify: refused: " + string(r.Reason) }

// What callers may learn. Everything about a key that they cannot prove to hold
// looks the same.
var (
	errNotAuthenticated = fault.New(fault.Unauthenticated, "NOT_AUTHENTICATED", "Authentication credentials were not provided.")
	errInvalidToken     = fault.New(fault.Unauthenticated, "INVALID_TOKEN", "Invalid token.")
	errScope            = fault.New(fault.Forbidden, "INSUFFICIENT_SCOPE", "You do not have permission to perform this action.")
	errAddress          = fault.New(fault.Forbidden, "IP_NOT_ALLOWED", "Your IP address is not allowed.")
	errSuspended        = fault.New(fault.Forbidden, "WORKSPACE_SUSPENDED", "This workspace is suspended.")
	errThrottled        = fault.New(fault.RateLimited, "THROTTLED", "Request was throttled.")
)

// Fault returns what the caller may be told.
func (r *Refusal) Fault() *fault.Error {
	switch r.Reason {
	case NoCredentials:
		return errNotAuthenticated
	case Guessing, KeyLimit, WorkspaceLimit:
		return errThrottled.After(r.RetryAfter)
	case Suspended:
		return errSuspended
	case WrongAddress, NoAddress:
		return errAddress
	case WrongScope, Conditional:
		return errScope
	}
	return errInvalidToken
}
