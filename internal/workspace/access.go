package workspace

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
)

// Access is what verification knows of a workspace.
type Access struct {
	ID        uuid.UUID
	Slug      string
	Name      string
	Zone      *time.Location
	Suspended bool
	Allowlist []allowlist.Entry
}
