// Package caller says who acts, in which workspace, from where, and with what
// permission.
//
// A [Caller] is the only ticket into a tenant's rows (store.InWorkspace), so it
// cannot be made from a bare workspace id: its fields are unexported, its zero
// value opens nothing, and each constructor belongs to the one package that
// authenticates that origin. internal/arch holds the list of who may call which:
//
//   - [OfMember]: package session, after it has checked a cookie and a membership; and package
//     admin, for the founder of a workspace that is only now made;
//   - [OfStaff], [OfStaffOutside]: package session, after it has checked a cookie, that the
//     person is staff and, for the first, that a support session of theirs runs;
//   - [OfKey]: package verify, after it has accepted a secret;
//   - [OfOperator]: cmd/latchkey, on the command line of the machine itself;
//   - [OfSystem]: packages admin and session, for what Latchkey does by itself.
//
// Callers are immutable values and safe to share.
package caller

import (
	"net/netip"

	"github.com/google/uuid"

	"latchkey/internal/fault"
)

// Kind is the sort of origin a caller comes from.
type Kind string

// The kinds, as audit events name them.
const (
	Member   Kind = "MEMBER"   // a signed-in person of the workspace
	Key      Kind = "API_KEY"  // an integration
	Operator Kind = "OPERATOR" // whoever runs Latchkey
	System   Kind = "SYSTEM"   // Latchkey itself
	Support  Kind = "SUPPORT"  // a person of staff
)

// Kinds returns every kind, for filters.
func Kinds() []Kind { return []Kind{Member, Key, Operator, System, Support} }

// Caller is someone acting inside one workspace.
type Caller struct {
	kind      Kind
	workspace uuid.UUID
	id        uuid.UUID
	label     string
	role      Role
	address   netip.Addr
	looking   Looking
	recent    bool
}

// OfMember is a person signed in to a workspace that they belong to. label is
// how the audit names them: their e-mail address.
func OfMember(workspace, person uuid.UUID, label string, role Role, from netip.Addr) Caller {
	return Caller{kind: Member, workspace: workspace, id: person, label: label, role: role, address: from}
}

// Recently returns c as somebody who has shown a short while ago who they are.
// Package session says when that is.
func (c Caller) Recently() Caller {
	c.recent = true
	return c
}

// OfKey is an integration whose secret was accepted. label is the key's name.
func OfKey(workspace, key uuid.UUID, label string, from netip.Addr) Caller {
	return Caller{kind: Key, workspace: workspace, id: key, label: label, address: from}
}

// OfOperator is whoever runs the command line, doing what label says.
func OfOperator(workspace uuid.UUID, label string) Caller {
	return Caller{kind: Operator, workspace: workspace, label: label, role: Owner, recent: true}
}

// OfSystem is Latchkey itself, doing what label says. It has no role: what it
// does by itself asks for no permission, and it may do nothing else.
func OfSystem(workspace uuid.UUID, label string) Caller {
	return Caller{kind: System, workspace: workspace, label: label}
}

// OfStaff is a person of staff who looks at something in a workspace through a
// support session of theirs that runs. They may read, as the database's role for
// staff, and change nothing. label is their e-mail address.
func OfStaff(workspace, person uuid.UUID, label string, at Looking, from netip.Addr) Caller {
	return Caller{kind: Support, workspace: workspace, id: person, label: label, looking: at, address: from}
}

// OfStaffOutside is a person of staff who asks to be let into a workspace, or leaves
// it. They see nothing of it.
func OfStaffOutside(workspace, person uuid.UUID, label string, from netip.Addr) Caller {
	return Caller{kind: Support, workspace: workspace, id: person, label: label, address: from}
}

// Valid reports whether c came out of a constructor with a workspace.
func (c Caller) Valid() bool { return c.kind != "" && c.workspace != uuid.Nil }

// Kind returns the sort of origin.
func (c Caller) Kind() Kind { return c.kind }

// Workspace returns the id of the workspace that c acts in.
func (c Caller) Workspace() uuid.UUID { return c.workspace }

// ID returns the id of the person or key; uuid.Nil for the operator and for Latchkey.
func (c Caller) ID() uuid.UUID { return c.id }

// Label returns how people read who it was.
func (c Caller) Label() string { return c.label }

// Role returns the member's role, and "" for a key and for Latchkey.
func (c Caller) Role() Role { return c.role }

// Address returns the client's address; the zero Addr when there is none.
func (c Caller) Address() netip.Addr { return c.address }

// May reports whether c's role, or for staff their support session, gives the permission.
func (c Caller) May(p Permission) bool {
	if c.kind == Support {
		return c.looking.Session != uuid.Nil && readBySupport(p)
	}
	return c.role.May(p)
}

// RequireRecent returns the fault that a member gets for what takes a recent
// sign-in when theirs is not: what mints secrets or widens access.
func (c Caller) RequireRecent() error {
	if c.recent {
		return nil
	}
	return fault.New(fault.Reauthenticate, "REAUTHENTICATION_REQUIRED",
		"This takes a recent sign-in, and yours is more than 15 minutes ago. Confirm that it is you, and repeat it.")
}

// Actor is who did something, as the record of it keeps them: the label stays
// readable when the person or key is long gone.
type Actor struct {
	Kind  Kind
	ID    uuid.UUID // of the person or key; uuid.Nil for the operator and for Latchkey
	Label string
}

// Actor returns who c is, for the record.
func (c Caller) Actor() Actor { return Actor{Kind: c.kind, ID: c.id, Label: c.label} }
