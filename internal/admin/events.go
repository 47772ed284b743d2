package admin

import (
	"context"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// AuditFilter narrows the audit; what is zero does not.
type AuditFilter struct {
	Action string
	Actor  uuid.UUID
	Target uuid.UUID // a key or an entry
}

// AuditPage is a part of the workspace's audit, the newest first.
type AuditPage struct {
	Edges       []EventEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       int    // of all that the filter lets through
}

// EventEdge is an event in the audit.
type EventEdge struct {
	Cursor string
	Event  audit.Event
}

var errAction = fault.New(fault.Invalid, "ACTION_UNKNOWN", "There is no such action.").On("filter", "action")

// AuditEvents returns a page of the audit.
func (s *Service) AuditEvents(ctx context.Context, who caller.Caller, filter AuditFilter, page Page) (out AuditPage, err error) {
	if err := who.Require(caller.AuditRead); err != nil {
		return AuditPage{}, err
	}
	query, err := auditQuery(filter, page)
	if err != nil {
		return AuditPage{}, err
	}
	size := query.Limit
	query.Limit++
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		found, total, err := v.AuditEvents(ctx, query)
		found, out.HasNextPage = cut(found, size)
		out.Total, out.Edges = total, make([]EventEdge, len(found))
		for i, e := range found {
			out.EndCursor = cursor{eventList, strconv.FormatInt(e.Seq, 10), e.ID}.String()
			out.Edges[i] = EventEdge{out.EndCursor, e}
		}
		return err
	})
	if err != nil {
		return AuditPage{}, err
	}
	return out, nil
}

// auditQuery checks a page's arguments.
func auditQuery(filter AuditFilter, page Page) (q store.AuditQuery, err error) {
	var wrong fault.Fields
	q = store.AuditQuery{Action: audit.Action(filter.Action), Actor: filter.Actor, Target: filter.Target}
	if q.Action != "" && !slices.Contains(audit.Actions(), q.Action) {
		wrong.Add(errAction)
	}
	q.Limit, err = page.size()
	wrong.Add(err)
	after, err := page.in(eventList, isSeq)
	wrong.Add(err)
	if after != nil {
		q.Before, err = strconv.ParseInt(after.Value, 10, 64)
		wrong.Add(err)
	}
	return q, wrong.Err()
}
