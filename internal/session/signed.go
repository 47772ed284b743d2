package session

import (
	"net/netip"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// Signed is a person whose session was found to run. Its zero value is nobody.
type Signed struct {
	session     uuid.UUID
	person      store.Person
	memberships []workspace.Membership
	support     []workspace.OwnSupportSession // that run
	at          time.Time
	recent      bool
}

// Session returns the session's id.
func (s Signed) Session() uuid.UUID { return s.session }

// Person returns who it is.
func (s Signed) Person() store.Person { return s.person }

// AuthenticatedAt returns when the person last showed who they are.
func (s Signed) AuthenticatedAt() time.Time { return s.at }

// RecentUntil returns until when that counts as a recent sign-in.
func (s Signed) RecentUntil() time.Time { return s.at.Add(Recent) }

// RequireRecent returns the fault for what takes a recent sign-in when this one is not.
func (s Signed) RequireRecent() error {
	if s.recent {
		return nil
	}
	return caller.Caller{}.RequireRecent()
}

// Memberships returns the workspaces that the person belongs to, by slug.
func (s Signed) Memberships() []workspace.Membership { return slices.Clone(s.memberships) }

// In returns the person as a caller in a workspace, and false when they do not
// belong to it: a workspace of others and one that does not exist are the same.
func (s Signed) In(id uuid.UUID, from netip.Addr) (who caller.Caller, ok bool) {
	for _, m := range s.memberships {
		if m.Workspace == id {
			who = caller.OfMember(id, s.person.ID, s.person.Email, m.Role, from)
			if s.recent {
				who = who.Recently()
			}
			return who, true
		}
	}
	return caller.Caller{}, false
}
