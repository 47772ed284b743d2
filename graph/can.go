package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"latchkey/graph/exec"
	"latchkey/graph/model"
	"latchkey/internal/caller"
	"latchkey/internal/httpserver"
)

// directives enforce who may, as schema.graphql says it. The use cases check the
// permission too; what only this knows is that a workspace of others is absent.
func directives() exec.DirectiveRoot {
	return exec.DirectiveRoot{Can: can, SignedIn: signedIn, Staff: staff}
}

func signedIn(ctx context.Context, _ any, next graphql.Resolver, recent bool) (any, error) {
	r := requestOf(ctx)
	if !r.signedIn {
		return nil, errUnauthenticated
	}
	if recent {
		if err := r.signed.RequireRecent(); err != nil {
			return nil, err
		}
	}
	return next(ctx)
}

func staff(ctx context.Context, obj any, next graphql.Resolver, recent bool) (any, error) {
	if _, ok := staffOf(ctx); requestOf(ctx).signedIn && !ok {
		return nil, errNotStaff
	}
	return signedIn(ctx, obj, next, recent)
}

func can(ctx context.Context, obj any, next graphql.Resolver, do model.Permission, recent, orStaff bool) (any, error) {
	r := requestOf(ctx)
	if !r.signedIn {
		return nil, errUnauthenticated
	}
	workspace, ok := workspaceOf(ctx, obj)
	if !ok {
		return nil, errNotFound
	}
	who := callerIn(ctx, workspace)
	if orStaff && who.Kind() != caller.Member && r.signed.Person().IsStaff {
		return next(ctx)
	}
	if !who.Valid() {
		return nil, errNotFound
	}
	if err := who.Require(caller.Permission(do)); err != nil {
		return nil, err
	}
	if recent {
		if err := who.RequireRecent(); err != nil {
			return nil, err
		}
	}
	httpserver.SetWorkspace(ctx, workspace)
	return next(ctx)
}

// workspaceOf finds the workspace that a field is about: that of the object it is
// on, or the one that its input names by workspaceId, or by the id of something inside.
func workspaceOf(ctx context.Context, obj any) (uuid.UUID, bool) {
	switch o := obj.(type) {
	case *model.Workspace:
		return o.UUID, true
	case *model.IPAllowlist:
		return o.Workspace, true
	case *model.APIKey:
		return workspaceOfID(o.ID)
	}
	field := graphql.GetFieldContext(ctx).Field
	input, _ := field.ArgumentMap(graphql.GetOperationContext(ctx).Variables)["input"].(map[string]any)
	if id, ok := input["workspaceId"].(string); ok {
		return parsePlainID(id)
	}
	id, _ := input["id"].(string)
	return workspaceOfID(id)
}
