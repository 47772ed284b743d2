package caller

import (
	"slices"

	"github.com/google/uuid"
)

// Look is something of a workspace that staff can look at: a screen. The database
// knows which tables each of them is about.
type Look string

// The looks.
const (
	LookWorkspace       Look = "WORKSPACE"
	LookKeys            Look = "API_KEYS"
	LookAllowlist       Look = "IP_ALLOWLIST"
	LookUsage           Look = "USAGE"
	LookRefusals        Look = "REFUSALS"
	LookAudit           Look = "AUDIT"
	LookMembers         Look = "MEMBERS"
	LookSupportSessions Look = "SUPPORT_SESSIONS"
)

// Looks returns every look.
func Looks() []Look {
	return []Look{LookWorkspace, LookKeys, LookAllowlist, LookUsage, LookRefusals, LookAudit, LookMembers, LookSupportSessions}
}

// Looking is what a person of staff looks at, and through which support session.
type Looking struct {
	Session uuid.UUID // uuid.Nil: they are outside
	At      Look
	Noted   bool // the audit has it already that they look at this in this session
}

// Looking returns what c looks at; the zero value for all who are not staff.
func (c Caller) Looking() Looking { return c.looking }

// readBySupport reports whether a support session gives the permission.
func readBySupport(p Permission) bool {
	return slices.Contains([]Permission{WorkspaceRead, APIKeysRead, AllowlistRead, AuditRead, SupportRead}, p)
}
