package workspace

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
)

// Workspace is the tenant.
type Workspace struct {
	ID          uuid.UUID
	Slug        string
	Name        string
	TimeZone    string // IANA
	SuspendedAt time.Time
	Version     int
	CreatedAt   time.Time
}

// Membership is a workspace that a person belongs to, and as what.
type Membership struct {
	Workspace uuid.UUID
	Slug      string
	Name      string
	TimeZone  string
	Role      caller.Role
}
