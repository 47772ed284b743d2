package workspace

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/ratelimit"
)

// Access is what verification knows of a workspace.
type Access struct {
	ID        uuid.UUID
	Slug      string
	Name      string
	Zone      *time.Location
	Suspended bool
	Allowlist []allowlist.Entry
	Limits    ratelimit.Limits // of each of its keys, and of all of them together
}
