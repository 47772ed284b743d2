package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
)

// AuditFilter narrows a workspace's audit; all that is given must be true, and zero
// fields do not narrow.
type AuditFilter struct {
	Actions     []audit.Action // any of these
	Actor       uuid.UUID
	ActorKind   caller.Kind
	Target      uuid.UUID
	TargetKind  audit.TargetKind
	TargetLabel audit.Text // the whole of it, as it was
	Since       time.Time  // from then on
	Until       time.Time  // before then
}

// IsZero reports whether the filter lets everything through.
func (f AuditFilter) IsZero() bool {
	return len(f.Actions) == 0 && f.Actor == uuid.Nil && f.ActorKind == "" && f.Target == uuid.Nil &&
		f.TargetKind == "" && f.TargetLabel == "" && f.Since.IsZero() && f.Until.IsZero()
}

// AuditQuery asks for events of a workspace, the newest first.
type AuditQuery struct {
	AuditFilter
	Before AuditPlace // only what is older; the zero place: from the newest
	Limit  int
}

// AuditPlace is where an event stands in the order of lists, by time. That is the
// order of the chain unless clocks disagreed.
type AuditPlace struct {
	At  time.Time
	Seq int64
}

// conditions collects what a statement demands of audit_event e, and its arguments.
type conditions struct {
	text []string
	args []any
}

func (c *conditions) add(text string, args ...any) {
	numbers := make([]any, len(args))
	for i, a := range args {
		c.args = append(c.args, a)
		numbers[i] = len(c.args)
	}
	c.text = append(c.text, fmt.Sprintf(text, numbers...))
}

func (c *conditions) String() string { return strings.Join(c.text, " AND ") }

// where is what the filter demands; several actions are left to the caller.
func (f AuditFilter) where(workspace uuid.UUID) *conditions {
	c := &conditions{}
	c.add(`e.workspace_id = $%d`, workspace)
	if len(f.Actions) == 1 {
		c.add(`e.action = $%d`, string(f.Actions[0]))
	}
	if f.Actor != uuid.Nil {
		c.add(`e.actor_id = $%d`, f.Actor)
	}
	if f.ActorKind != "" {
		c.add(`e.actor_kind = $%d`, string(f.ActorKind))
	}
	if f.Target != uuid.Nil {
		c.add(`e.target_id = $%d`, f.Target)
	}
	if f.TargetKind != "" {
		c.add(`e.target_kind = $%d`, string(f.TargetKind))
	}
	if f.TargetLabel != "" {
		c.add(`e.target_label = $%d`, audit.Indexed(f.TargetLabel))
	}
	if !f.Since.IsZero() {
		c.add(`e.at >= $%d`, f.Since)
	}
	if !f.Until.IsZero() {
		c.add(`e.at < $%d`, f.Until)
	}
	return c
}

// newest is a statement that reads columns of the newest events that q asks for, and
// its arguments. What narrows has an index in this order, so each walk ends with the
// limit; several actions are as many walks.
func (q AuditQuery) newest(workspace uuid.UUID, columns string) (statement string, args []any) {
	q.Actions = sorted(q.Actions)
	c := q.where(workspace)
	if q.Before.Seq > 0 {
		c.add(`(e.at, e.seq) < ($%d, $%d)`, q.Before.At, q.Before.Seq)
	}
	const walk = `SELECT %s FROM audit_event e WHERE %s ORDER BY %s LIMIT %d`
	const newest = `e.at DESC, e.seq DESC`
	if len(q.Actions) < 2 {
		return fmt.Sprintf(walk, columns, c, newest, q.Limit), c.args
	}
	c.args = append(c.args, pq.Array(q.Actions))
	actions, order := len(c.args), newest
	if q.narrowedByActionsAlone() {
		q.between(c)
		order = `e.action DESC, ` + newest
	} else {
		c.add(`e.action = a.action`)
	}
	each := fmt.Sprintf(walk, `e.at, e.seq, e.body`, c, order, q.Limit)
	return fmt.Sprintf(`SELECT %s FROM unnest($%d::text[]) a (action) CROSS JOIN LATERAL (%s) e ORDER BY %s LIMIT %d`,
		columns, actions, each, newest, q.Limit), c.args
}

// between demands that an event has the action a.action. It says the same as =, but only the
// index that begins with the action has the order of the walk then: by how often actions are
// on average, PostgreSQL would else walk past all others to a rare one. The walk's two ends
// are said with the action, for it to begin and end there.
func (q AuditQuery) between(c *conditions) {
	switch {
	case q.Before.Seq > 0:
		c.add(`(e.action, e.at, e.seq) < (a.action, $%d, $%d)`, q.Before.At, q.Before.Seq)
	case !q.Until.IsZero():
		c.add(`(e.action, e.at) < (a.action, $%d)`, q.Until)
	default:
		c.add(`e.action <= a.action`)
	}
	if q.Since.IsZero() {
		c.add(`e.action >= a.action`)
	} else {
		c.add(`(e.action, e.at) >= (a.action, $%d)`, q.Since)
	}
}

// narrowedByActionsAlone reports whether nothing but a range of time narrows besides them.
func (f AuditFilter) narrowedByActionsAlone() bool {
	f.Actions, f.Since, f.Until = nil, time.Time{}, time.Time{}
	return f.IsZero()
}

// AuditEvents returns the events that q asks for, and how many the filter lets through:
// of all events that is the number of the last one, because the chain has no gaps.
func (v *View) AuditEvents(ctx context.Context, q AuditQuery) (events []audit.Event, total Total, err error) {
	if total, err = v.countAuditEvents(ctx, q.AuditFilter); err != nil {
		return nil, Total{}, fmt.Errorf("counting audit events: %w", err)
	}
	if events, err = v.auditEvents(ctx, q); err != nil {
		return nil, Total{}, fmt.Errorf("reading audit events: %w", err)
	}
	return events, total, nil
}

func (v *View) auditEvents(ctx context.Context, q AuditQuery) (events []audit.Event, err error) {
	statement, args := q.newest(v.who.Workspace(), `e.body`)
	rows, err := v.Query(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		e, err := audit.Parse(body)
		if err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	return events, rows.Err()
}

func (v *View) countAuditEvents(ctx context.Context, f AuditFilter) (Total, error) {
	statement, args := `SELECT seq FROM audit_event WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1`, []any{v.who.Workspace()}
	if !f.IsZero() {
		statement, args = AuditQuery{AuditFilter: f, Limit: Counted + 1}.newest(v.who.Workspace(), `1`)
		statement = `SELECT count(*) FROM (` + statement + `) counted`
	}
	var n int
	switch err := v.QueryRow(ctx, statement, args...).Scan(&n); {
	case errors.Is(err, sql.ErrNoRows):
		return Total{Exact: true}, nil
	case err != nil:
		return Total{}, err
	case f.IsZero():
		return Total{n, true}, nil
	}
	return counted(n), nil
}

// sorted is the actions without doubles.
func sorted(actions []audit.Action) []audit.Action {
	return slices.Compact(slices.Sorted(slices.Values(actions)))
}
