package graph

import (
	"context"
	"time"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/audit"
)

// AuditEvents implements the field.
func (r inWorkspace) AuditEvents(ctx context.Context, obj *model.Workspace, first *int, after *string, filter *model.AuditEventFilter) (*model.AuditEventConnection, error) {
	p, err := page(first, after)
	if err != nil {
		return nil, err
	}
	narrowed, ok := auditFilter(obj.UUID, filter)
	if !ok {
		return &model.AuditEventConnection{Edges: []*model.AuditEventEdge{}, PageInfo: &model.PageInfo{}, TotalCountIsExact: true}, nil
	}
	list, err := r.admin.AuditEvents(ctx, callerIn(ctx, obj.UUID), narrowed, p)
	if err != nil {
		return nil, err
	}
	shown := &model.AuditEventConnection{Edges: []*model.AuditEventEdge{}, PageInfo: pageInfo(list.HasNextPage, list.EndCursor), TotalCount: list.Total, TotalCountIsExact: list.Exact}
	for _, e := range list.Edges {
		shown.Edges = append(shown.Edges, &model.AuditEventEdge{Cursor: e.Cursor, Node: eventOf(e.Event)})
	}
	return shown, nil
}

// AuditActions implements the query.
func (query) AuditActions(context.Context) ([]*model.AuditAction, error) {
	shown := []*model.AuditAction{}
	for _, a := range audit.Actions() {
		shown = append(shown, &model.AuditAction{Name: string(a), Sentence: a.Sentence()})
	}
	return shown, nil
}

// auditFilter reads the filter. ok is false when an id in it is of nothing in the
// workspace, so that no event can match.
func auditFilter(of uuid.UUID, f *model.AuditEventFilter) (narrowed admin.AuditFilter, ok bool) {
	if f == nil {
		return admin.AuditFilter{}, true
	}
	narrowed = admin.AuditFilter{
		Actions: f.Actions, ActorKind: string(or(f.ActorKind, "")), TargetKind: or(f.TargetKind, ""), TargetLabel: or(f.TargetLabel, ""),
		Since: or(f.Since, time.Time{}), Until: or(f.Until, time.Time{}),
	}
	if narrowed.Actor, ok = auditID(of, f.ActorID); !ok {
		return admin.AuditFilter{}, false
	}
	narrowed.Target, ok = auditID(of, f.TargetID)
	return narrowed, ok
}

// auditID reads the id of anything that an event can name; none is uuid.Nil.
func auditID(of uuid.UUID, text *string) (uuid.UUID, bool) {
	if text == nil {
		return uuid.Nil, true
	}
	for _, prefix := range []string{keyID, entryID, supportID} {
		if workspace, id, ok := parseID(prefix, *text); ok {
			return id, workspace == of
		}
	}
	return parsePlainID(*text)
}

func eventOf(e audit.Event) *model.AuditEvent {
	shown := &model.AuditEvent{
		ID: publicID(eventID, e.Workspace, e.ID), Seq: int(e.Seq), At: e.At, Action: string(e.Action), Sentence: e.Action.Sentence(), Actor: actor(e.Actor, e.Workspace),
		Target: &model.AuditTarget{Kind: string(e.Target.Kind), ID: targetID(e), Label: string(e.Target.Label)},
		Before: values(e.Before), After: values(e.After),
	}
	if e.Address.IsValid() {
		shown.ClientIP = new(e.Address.String())
	}
	return shown
}

// targetID is the public id of what an event is about; null when that is several things.
func targetID(e audit.Event) *string {
	switch {
	case e.Target.ID == uuid.Nil:
		return nil
	case e.Target.Kind == audit.APIKey:
		return new(publicID(keyID, e.Workspace, e.Target.ID))
	case e.Target.Kind == audit.AllowlistEntry:
		return new(publicID(entryID, e.Workspace, e.Target.ID))
	case e.Target.Kind == audit.SupportSession:
		return new(publicID(supportID, e.Workspace, e.Target.ID))
	}
	return new(e.Target.ID.String())
}

func values(all audit.Values) []*model.AuditValue {
	shown := []*model.AuditValue{}
	for _, v := range all {
		shown = append(shown, &model.AuditValue{Name: string(v.Name), Text: string(v.Text)})
	}
	return shown
}
