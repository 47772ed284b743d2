package workspace

import (
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
)

// Member is a person in a workspace.
type Member struct {
	Workspace uuid.UUID
	ID        uuid.UUID
	Person    uuid.UUID
	Name      string
	Email     string
	Role      caller.Role
	JoinedAt  time.Time
	Version   int
}

// Invitation is how somebody may become a member.
type Invitation struct {
	Workspace uuid.UUID
	ID        uuid.UUID
	Email     string
	EmailKey  string // what addresses are compared by
	Role      caller.Role
	InvitedBy caller.Actor
	CreatedAt time.Time
	SentAt    time.Time // when the mail server took it; zero: not yet
	ExpiresAt time.Time
}
