package admin

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// AuditFilter narrows the audit; what is zero does not.
type AuditFilter struct {
	Actions     []string // any of these
	Actor       uuid.UUID
	ActorKind   string
	Target      uuid.UUID
	TargetKind  string
	TargetLabel string    // the whole of it, as it was
	Since       time.Time // from then on
	Until       time.Time // before then
}

// AuditPage is a part of the workspace's audit, the newest first.
type AuditPage struct {
	Edges       []EventEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       int    // of all that the filter lets through; at most store.Counted of a choice
	Exact       bool   // whether there are no more than Total
}

// EventEdge is an event in the audit.
type EventEdge struct {
	Cursor string
	Event  audit.Event
}

// What is wrong with a filter.
var (
	errAction     = fault.New(fault.Invalid, "ACTION_UNKNOWN", "There is no such action. `auditActions` has all there are.").On("filter", "actions")
	errTargetKind = fault.New(fault.Invalid, "TARGET_KIND_UNKNOWN", "There is no such kind of target.").On("filter", "targetKind")
	errActorKind  = fault.New(fault.Invalid, "ACTOR_KIND_UNKNOWN", "There is no such kind of actor.").On("filter", "actorKind")
	errAuditRange = fault.New(fault.Invalid, "RANGE_INVALID", "The range ends before it begins.").On("filter", "until")
)

// parsed checks a filter.
func (f AuditFilter) parsed() (out store.AuditFilter, err error) {
	var wrong fault.Fields
	out = store.AuditFilter{
		Actor: f.Actor, ActorKind: caller.Kind(f.ActorKind), Target: f.Target, TargetKind: audit.TargetKind(f.TargetKind),
		TargetLabel: audit.Text(f.TargetLabel), Since: f.Since, Until: f.Until,
	}
	if len(f.Actions) > len(audit.Actions()) {
		return out, errAction
	}
	for _, a := range f.Actions {
		if !slices.Contains(audit.Actions(), audit.Action(a)) {
			wrong.Add(errAction)
			break
		}
		out.Actions = append(out.Actions, audit.Action(a))
	}
	if f.TargetKind != "" && !slices.Contains(audit.TargetKinds(), out.TargetKind) {
		wrong.Add(errTargetKind)
	}
	if f.ActorKind != "" && !slices.Contains(caller.Kinds(), out.ActorKind) {
		wrong.Add(errActorKind)
	}
	if !f.Since.IsZero() && !f.Until.IsZero() && f.Until.Before(f.Since) {
		wrong.Add(errAuditRange)
	}
	return out, wrong.Err()
}

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
		found, list, err := v.AuditEvents(ctx, query)
		if err != nil {
			return err
		}
		found, out.HasNextPage = cut(found, size)
		out.Edges = make([]EventEdge, len(found))
		for i, e := range found {
			out.EndCursor = cursor{eventList, placeOf(e), e.ID}.String()
			out.Edges[i] = EventEdge{out.EndCursor, e}
		}
		out.Total, out.Exact = list.N, list.Exact
		return nil
	})
	if err != nil {
		return AuditPage{}, err
	}
	return out, nil
}

// auditQuery checks a page's arguments.
func auditQuery(filter AuditFilter, page Page) (q store.AuditQuery, err error) {
	var wrong fault.Fields
	q.AuditFilter, err = filter.parsed()
	if several := (fault.Fields)(nil); errors.As(err, &several) {
		wrong = several
	} else {
		wrong.Add(err)
	}
	q.Limit, err = page.size()
	wrong.Add(err)
	after, err := page.in(eventList, isPlace)
	wrong.Add(err)
	if after != nil {
		q.Before, _ = parsePlace(after.Value)
	}
	return q, wrong.Err()
}

// placeOf is where an event stands in lists, as text: microseconds and number.
func placeOf(e audit.Event) string { return fmt.Sprintf("%d.%d", e.At.UnixMicro(), e.Seq) }

func parsePlace(text string) (p store.AuditPlace, ok bool) {
	at, seq, _ := strings.Cut(text, ".")
	micros, err := strconv.ParseInt(at, 10, 64)
	number, errSeq := strconv.ParseInt(seq, 10, 64)
	return store.AuditPlace{At: time.UnixMicro(micros).UTC(), Seq: number}, err == nil && errSeq == nil && number > 0
}

func isPlace(text string) bool {
	_, ok := parsePlace(text)
	return ok
}
