package receipt

import (
	"fmt"
	"net/netip"
	"slices"
	"time"

	"github.com/google/uuid"
)

// Receipt is what is known of one refusal.
type Receipt struct {
	At        time.Time // to the millisecond; opened ones are in UTC
	Workspace uuid.UUID // uuid.Nil: unknown
	Key       uuid.UUID // uuid.Nil: unknown
	Reason    string    // one of Reasons
	Operation string    // its name; cut at 46 bytes; "": the refusal came before it was known
	Address   netip.Addr
	Scope     string // that the key has: READ_ONLY, WRITE_ONLY, ALL, or "" when it is not the point
	Access    string // that was needed: read, write, delete, own, or "" when it is not the point
	RequestID string // cut at 64 bytes
}

// The tables. A name's place is its byte in receipts, so lines are only ever
// added at the end. The empty name is what a refusal does not have.
var (
	reasons = table{"reason", []string{
		"", "no_credentials", "malformed", "unknown", "guessing", "superseded", "revoked", "disabled", "expired",
		"other_host", "suspended", "wrong_address", "no_address", "wrong_scope", "conditional",
		"key_limit", "workspace_limit",
	}}
	scopes   = table{"scope", []string{"", "READ_ONLY", "WRITE_ONLY", "ALL"}}
	accesses = table{"access", []string{"", "read", "write", "delete", "own"}}
)

// Reasons returns every reason that a receipt can have.
func Reasons() []string { return slices.Clone(reasons.names[1:]) }

type table struct {
	of    string
	names []string
}

func (t table) code(name string) (byte, error) {
	for i, n := range t.names {
		if n == name {
			return byte(i), nil
		}
	}
	return 0, fmt.Errorf("receipt: no %s is called %q", t.of, name)
}

func (t table) name(code byte) (string, error) {
	if int(code) >= len(t.names) {
		return "", fmt.Errorf("receipt: no %s has the code %d", t.of, code)
	}
	return t.names[code], nil
}
