package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/live"
)

var errStopping = fault.New(fault.Unavailable, "UNAVAILABLE", "This node is stopping. Ask again in a moment.")

// WorkspaceChanges implements the subscription.
func (s subscribed) WorkspaceChanges(ctx context.Context, workspaceID string) (<-chan *model.WorkspaceChange, error) {
	workspace, _ := parsePlainID(workspaceID)
	watch, ok := s.live.Watch(workspace)
	if !ok {
		return nil, errStopping
	}
	told := make(chan *model.WorkspaceChange)
	// It ends with ctx, which the transport ends with the stream.
	go s.follow(ctx, workspace, watch, told)
	return told, nil
}

// follow tells what changes until ctx, the feed, or the person's being allowed to know ends.
func (s subscribed) follow(ctx context.Context, workspace uuid.UUID, watch *live.Watch, told chan<- *model.WorkspaceChange) {
	defer close(told)
	defer watch.Close()
	again := time.NewTicker(s.streams.CheckEvery)
	defer again.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-watch.Ended():
			return
		case <-watch.News():
		case <-again.C:
		}
		who, ok := s.still(ctx, workspace)
		if !ok {
			return
		}
		for _, c := range watch.Take() {
			if !who.May(needed(c.Kind)) {
				continue
			}
			select {
			case told <- changeOf(c, workspace):
			case <-ctx.Done():
				return
			}
		}
	}
}

// still is who the stream belongs to now, looked up anew. When that cannot be found
// out, the stream ends too.
func (s subscribed) still(ctx context.Context, workspace uuid.UUID) (who caller.Caller, ok bool) {
	ctx, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	r := requestOf(ctx)
	signed, ok, err := s.sessions.Look(ctx, r.token)
	if err != nil || !ok || signed.Session() != r.signed.Session() {
		return caller.Caller{}, false
	}
	if who, ok = signed.In(workspace, r.address); !ok {
		who, ok = signed.Looking(workspace, caller.LookWorkspace, r.address)
	}
	return who, ok && who.May(caller.WorkspaceRead)
}

// needed is the permission to be told of a kind; nobody has "". That there are other members,
// or invitations, now is told to all: it says nothing of who.
func needed(kind live.Kind) caller.Permission {
	switch kind {
	case live.APIKeys, live.Usage:
		return caller.APIKeysRead
	case live.Allowlist:
		return caller.AllowlistRead
	case live.Audit:
		return caller.AuditRead
	case live.SupportSessions:
		return caller.SupportRead
	case live.Everything, live.Workspace, live.Members:
		return caller.WorkspaceRead
	}
	return ""
}

func changeOf(c live.Change, workspace uuid.UUID) *model.WorkspaceChange {
	shown := &model.WorkspaceChange{Kind: model.WorkspaceChangeKind(c.Kind)}
	if c.Kind == live.APIKeys && c.ID != uuid.Nil {
		shown.APIKeyID = new(publicID(keyID, workspace, c.ID))
	}
	return shown
}
