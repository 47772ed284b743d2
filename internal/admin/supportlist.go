package admin

import (
	"context"
	"slices"
	"time"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// SupportPage is a part of a workspace's support sessions, the newest first.
type SupportPage struct {
	Edges       []SupportEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       int    // of all that the filter lets through
}

// SupportEdge is a support session in the list.
type SupportEdge struct {
	Cursor  string
	Session workspace.SupportSession
}

var errSupportStatus = fault.New(fault.Invalid, "STATUS_UNKNOWN", "The status must be PENDING_APPROVAL, OPEN, ENDED, REFUSED or EXPIRED.").On("filter", "status")

// SupportSessions returns a page of the sessions in which staff look, or looked, into
// the workspace, and of requests for one. status narrows it unless it is "".
func (s *Service) SupportSessions(ctx context.Context, who caller.Caller, status workspace.SupportStatus, page Page) (out SupportPage, err error) {
	if err := who.Require(caller.SupportRead); err != nil {
		return SupportPage{}, err
	}
	query, err := supportQuery(status, page)
	if err != nil {
		return SupportPage{}, err
	}
	size := query.Limit
	query.Limit++
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		found, total, err := v.SupportSessions(ctx, query)
		found, out.HasNextPage = cut(found, size)
		out.Total, out.Edges = total, make([]SupportEdge, len(found))
		for i, one := range found {
			out.EndCursor = cursor{supportList, one.RequestedAt.Format(time.RFC3339Nano), one.ID}.String()
			out.Edges[i] = SupportEdge{out.EndCursor, one}
		}
		return err
	})
	if err != nil {
		return SupportPage{}, err
	}
	return out, nil
}

// supportQuery checks a page's arguments.
func supportQuery(status workspace.SupportStatus, page Page) (q store.SupportQuery, err error) {
	var wrong fault.Fields
	q.Status = status
	if status != "" && !slices.Contains(workspace.SupportStatuses(), status) {
		wrong.Add(errSupportStatus)
	}
	q.Limit, err = page.size()
	wrong.Add(err)
	after, err := page.in(supportList, isInstant)
	wrong.Add(err)
	if after != nil {
		at, err := time.Parse(time.RFC3339Nano, after.Value)
		wrong.Add(err)
		q.Before = &store.SupportPosition{RequestedAt: at, ID: after.ID}
	}
	return q, wrong.Err()
}
