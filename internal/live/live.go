package live

import (
	"strings"

	"github.com/google/uuid"
)

// Kind is a kind of thing that can change.
type Kind string

// The kinds, as the triggers name them; Everything is for what was missed.
const (
	Everything      Kind = "EVERYTHING"
	Workspace       Kind = "WORKSPACE"
	APIKeys         Kind = "API_KEYS"
	Allowlist       Kind = "IP_ALLOWLIST"
	Members         Kind = "MEMBERS"
	SupportSessions Kind = "SUPPORT_SESSIONS"
	Audit           Kind = "AUDIT"
	Usage           Kind = "USAGE"
)

// Kinds returns every kind.
func Kinds() []Kind {
	return []Kind{Everything, Workspace, APIKeys, Allowlist, Members, SupportSessions, Audit, Usage}
}

// Change is that something has changed.
type Change struct {
	Kind Kind
	ID   uuid.UUID // of the one thing; uuid.Nil when it was several, or the kind has none
}

// channel is what is listened to.
const channel = "latchkey_watch"

// parse reads a notification: the kind, the workspaces with commas between them, and
// the id of the one thing, if it was one.
func parse(payload string) (c Change, workspaces []uuid.UUID, ok bool) {
	words := strings.Split(payload, " ")
	if len(words) < 2 || len(words) > 3 {
		return Change{}, nil, false
	}
	c.Kind = Kind(words[0])
	if len(words) == 3 {
		id, err := uuid.Parse(words[2])
		if err != nil {
			return Change{}, nil, false
		}
		c.ID = id
	}
	for text := range strings.SplitSeq(words[1], ",") {
		id, err := uuid.Parse(text)
		if err != nil {
			return Change{}, nil, false
		}
		workspaces = append(workspaces, id)
	}
	return c, workspaces, true
}
