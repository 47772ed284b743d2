package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"

	"latchkey/internal/caller"
)

// looks says what staff look at who ask for a field: with it, for what is below it
// without a line of its own. What is below none of these shows them nothing.
func looks(object, field string) caller.Look {
	switch object + "." + field {
	case "Query.workspace":
		return caller.LookWorkspace
	case "Workspace.apiKeys", "Workspace.apiKey":
		return caller.LookKeys
	case "Workspace.ipAllowlist":
		return caller.LookAllowlist
	case "Workspace.usage", "ApiKey.usage":
		return caller.LookUsage
	case "Workspace.explainRefusal":
		return caller.LookRefusals
	case "Workspace.auditEvents":
		return caller.LookAudit
	case "Workspace.members":
		return caller.LookMembers
	case "Workspace.supportSessions":
		return caller.LookSupportSessions
	}
	return ""
}

// lookOf is what the field that is being resolved is about.
func lookOf(ctx context.Context) caller.Look {
	for at := graphql.GetFieldContext(ctx); at != nil; at = at.Parent {
		if at.Field.Field == nil { // a place in a list
			continue
		}
		if look := looks(at.Object, at.Field.Name); look != "" {
			return look
		}
	}
	return ""
}

// lookedInto is the workspace that is meant among those that a support session of
// the person who is signed in runs in.
func lookedInto(ctx context.Context, meant func(id uuid.UUID, slug string) bool) (uuid.UUID, bool) {
	for _, s := range requestOf(ctx).signed.SupportSessions() {
		if meant(s.Workspace, s.Slug) {
			return s.Workspace, true
		}
	}
	return uuid.Nil, false
}
