package workspace

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/ratelimit"
)

// Workspace is the tenant.
type Workspace struct {
	ID          uuid.UUID
	Slug        string
	Name        string
	TimeZone    string // IANA
	Policy      apikey.Policy
	Limits      ratelimit.Limits // the operator's to set
	SuspendedAt time.Time        // zero: not suspended
	ResumedAt   time.Time        // when its last suspension ended; zero: never was suspended
	Version     int
	CreatedAt   time.Time

	SupportApprovalRequired bool // an owner lets each support session in
}

// Membership is a workspace that a person belongs to, and as what.
type Membership struct {
	Workspace uuid.UUID
	Slug      string
	Name      string
	TimeZone  string
	Role      caller.Role
}
