package admin

import (
	"context"
	"sync"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// settingsRead are the workspaces that were read in a context, by id.
type settingsRead struct {
	mu   sync.Mutex
	seen map[uuid.UUID]workspace.Workspace
}

type settingsKey struct{}

// Reading returns a context in which what is read of several use cases goes by one
// reading of their workspace's settings, which so agree with each other. It is for
// reading: what changes something reads anew whatever the context is.
func Reading(ctx context.Context) context.Context {
	return context.WithValue(ctx, settingsKey{}, &settingsRead{seen: map[uuid.UUID]workspace.Workspace{}})
}

// settings reads the workspace that who is in. Staff read it each time: PostgreSQL
// judges each of their looks by itself.
func settings(ctx context.Context, who caller.Caller, v *store.View) (workspace.Workspace, error) {
	read, ok := ctx.Value(settingsKey{}).(*settingsRead)
	if !ok || who.Looking() != (caller.Looking{}) {
		return freshSettings(ctx, v)
	}
	read.mu.Lock() // also while it is read, so that it is read once
	defer read.mu.Unlock()
	if w, ok := read.seen[who.Workspace()]; ok {
		return w, nil
	}
	w, err := freshSettings(ctx, v)
	if err == nil {
		read.seen[who.Workspace()] = w
	}
	return w, err
}

func freshSettings(ctx context.Context, v *store.View) (workspace.Workspace, error) {
	w, ok, err := v.Workspace(ctx)
	if err != nil || !ok {
		return workspace.Workspace{}, orNotFound(err, errNoWorkspace)
	}
	return w, nil
}
