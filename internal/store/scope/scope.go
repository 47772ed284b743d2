// Package scope carries, in a context, which workspace the statements under it
// belong to, and for support staff whose look it is. Two fences read it, each by
// itself: ent's workspace mixin, which filters queries and stamps inserts, and the
// connection (package conn), which sets what row-level security compares with.
//
// Only package store puts a scope into a context (internal/arch sees to it): a
// tenant's scope inside InWorkspace and View, the global one inside the closed
// list of work across workspaces. A statement under no scope is refused.
package scope

import (
	"context"

	"github.com/google/uuid"
)

// Scope is one workspace, or none (global) when it is uuid.Nil; and the person of
// staff who looks into it, or uuid.Nil.
type Scope struct{ workspace, staff uuid.UUID }

// Global is the scope of work across workspaces: row-level security shows it no
// tenant's row.
var Global = Scope{}

// Of is the scope of one workspace.
func Of(workspace uuid.UUID) Scope { return Scope{workspace: workspace} }

// OfStaff is the scope of a person of staff who looks into a workspace: they see
// of it what the database's role for staff sees.
func OfStaff(workspace, person uuid.UUID) Scope { return Scope{workspace, person} }

// Workspace returns the workspace, and false for the global scope.
func (s Scope) Workspace() (uuid.UUID, bool) { return s.workspace, s.workspace != uuid.Nil }

// Staff returns the person of staff, and false when it is not their scope.
func (s Scope) Staff() (uuid.UUID, bool) { return s.staff, s.staff != uuid.Nil }

// Setting is the value of latchkey.workspace_id under this scope.
func (s Scope) Setting() string {
	if s.workspace == uuid.Nil {
		return ""
	}
	return s.workspace.String()
}

type key struct{}

// With returns a context whose statements belong to s.
func With(ctx context.Context, s Scope) context.Context {
	return context.WithValue(ctx, key{}, s)
}

// From returns the scope of ctx; ok is false when it has none.
func From(ctx context.Context) (s Scope, ok bool) {
	s, ok = ctx.Value(key{}).(Scope)
	return s, ok
}
