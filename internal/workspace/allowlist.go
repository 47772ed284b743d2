package workspace

import (
	"net/netip"
	"time"

	"latchkey/internal/caller"

	"github.com/google/uuid"
)

// AllowlistEntry is a line of the workspace's IP allowlist as the settings
// screens show it.
type AllowlistEntry struct {
	ID        uuid.UUID
	Range     netip.Prefix // canonical; allowlist.Text writes it
	Note      string
	ExpiresAt time.Time // zero: never. It matches nothing from then on, and still counts
	CreatedAt time.Time
	CreatedBy caller.Actor
	Version   int
}
