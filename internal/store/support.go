package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// This file is the rows of support sessions. Whoever changes one locks the
// workspace first. All times are PostgreSQL's, because its clock is the one that
// the fence of staff judges by.

const (
	supportStatus = `CASE WHEN s.refused_at IS NOT NULL THEN 'REFUSED' WHEN s.ended_at IS NOT NULL THEN 'ENDED'
		WHEN COALESCE(s.ends_at, s.lapses_at) <= clock_timestamp() THEN 'EXPIRED' WHEN s.started_at IS NULL THEN 'PENDING_APPROVAL' ELSE 'OPEN' END`
	supportColumns = `s.workspace_id, s.workspace_slug, s.workspace_name, s.id, s.person_id, s.person_label, s.reason, s.ticket, s.minutes, s.requested_at, s.lapses_at, s.approved_at,
		s.refused_at, s.decided_by_id, s.decided_by_label, s.started_at, s.ends_at, s.ended_at, s.ended_by_kind, s.ended_by_id, s.ended_by_label,
		s.version, ` + supportStatus
	supportFrom = ` FROM (SELECT i.*, w.slug AS workspace_slug, w.name AS workspace_name
		FROM support_session i JOIN workspace w ON w.id = i.workspace_id) AS s WHERE s.workspace_id = $1`
)

// supportRow is where a row of supportColumns is scanned to.
type supportRow struct {
	s                                               workspace.SupportSession
	lapses, approved, refused, started, ends, ended sql.NullTime
	decidedBy, endedBy                              uuid.NullUUID
	decidedByLabel, endedByKind, endedByLabel       sql.NullString
}

func (r *supportRow) into() []any {
	s := &r.s
	return []any{
		&s.Workspace, &s.Slug, &s.Name, &s.ID, &s.Staff.ID, &s.Staff.Label, &s.Reason, &s.Ticket, &s.Minutes, &s.RequestedAt, &r.lapses, &r.approved,
		&r.refused, &r.decidedBy, &r.decidedByLabel, &r.started, &r.ends, &r.ended, &r.endedByKind, &r.endedBy, &r.endedByLabel,
		&s.Version, &s.Status,
	}
}

func (r *supportRow) session() workspace.SupportSession {
	s := r.s
	s.Staff.Kind = caller.Support
	s.RequestedAt, s.LapsesAt = s.RequestedAt.UTC(), r.lapses.Time.UTC()
	s.ApprovedAt, s.RefusedAt = r.approved.Time.UTC(), r.refused.Time.UTC()
	s.StartedAt, s.EndsAt, s.EndedAt = r.started.Time.UTC(), r.ends.Time.UTC(), r.ended.Time.UTC()
	if r.decidedByLabel.Valid {
		s.DecidedBy = madeBy(r.decidedBy, r.decidedByLabel.String)
	}
	if r.ended.Valid {
		s.EndedBy = caller.Actor{Kind: caller.Kind(r.endedByKind.String), ID: r.endedBy.UUID, Label: r.endedByLabel.String}
	}
	return s
}

// NewSupportSession is the request for one.
type NewSupportSession struct {
	ID       uuid.UUID
	Reason   string
	Ticket   string
	Minutes  int
	Approval bool // an owner is to let them in: it does not start yet
}

// AddSupportSession adds a session of the caller, who is staff, which starts now
// unless it needs approval.
func (t *Tx) AddSupportSession(ctx context.Context, n NewSupportSession) (workspace.SupportSession, error) {
	_, err := t.Exec(ctx, `INSERT INTO support_session
			(workspace_id, id, person_id, person_label, reason, ticket, minutes, requested_at, lapses_at, started_at, ends_at)
		SELECT $1, $2, $3, $4, $5, $6, $7, at, CASE WHEN $8 THEN at + make_interval(secs => $9) END,
			CASE WHEN NOT $8 THEN at END, CASE WHEN NOT $8 THEN at + make_interval(mins => $7) END
		FROM clock_timestamp() AS at`,
		t.who.Workspace(), n.ID, t.who.ID(), t.who.Label(), n.Reason, n.Ticket, n.Minutes, n.Approval, workspace.SupportRequestFor.Seconds())
	if err != nil {
		return workspace.SupportSession{}, fmt.Errorf("adding a support session: %w", err)
	}
	s, _, err := t.SupportSession(ctx, n.ID)
	return s, err
}

// SupportSession returns a session.
func (v *View) SupportSession(ctx context.Context, id uuid.UUID) (workspace.SupportSession, bool, error) {
	return v.supportSession(ctx, ` AND s.id = $2`, id)
}

// SupportSessionOf returns the session of a person of staff that runs or waits.
func (v *View) SupportSessionOf(ctx context.Context, person uuid.UUID) (workspace.SupportSession, bool, error) {
	return v.supportSession(ctx, ` AND s.person_id = $2 AND s.refused_at IS NULL AND s.ended_at IS NULL
		AND COALESCE(s.ends_at, s.lapses_at) > clock_timestamp() ORDER BY s.requested_at DESC LIMIT 1`, person)
}

func (v *View) supportSession(ctx context.Context, where string, of uuid.UUID) (workspace.SupportSession, bool, error) {
	var row supportRow
	err := v.QueryRow(ctx, `SELECT `+supportColumns+supportFrom+where, v.who.Workspace(), of).Scan(row.into()...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return workspace.SupportSession{}, false, nil
	case err != nil:
		return workspace.SupportSession{}, false, fmt.Errorf("reading a support session: %w", err)
	}
	return row.session(), true, nil
}

// ApproveSupportSession starts a session that waits.
func (t *Tx) ApproveSupportSession(ctx context.Context, id uuid.UUID) (workspace.SupportSession, error) {
	return t.saveSupportSession(ctx, id, `approved_at = at, started_at = at, ends_at = at + make_interval(mins => s.minutes),
		decided_by_id = $3, decided_by_label = $4`, orNull(t.who.ID()), t.who.Label())
}

// RefuseSupportSession refuses a session that waits.
func (t *Tx) RefuseSupportSession(ctx context.Context, id uuid.UUID) (workspace.SupportSession, error) {
	return t.saveSupportSession(ctx, id, `refused_at = at, decided_by_id = $3, decided_by_label = $4`, orNull(t.who.ID()), t.who.Label())
}

// EndSupportSession ends a session that runs, or takes one back that waits.
func (t *Tx) EndSupportSession(ctx context.Context, id uuid.UUID) (workspace.SupportSession, error) {
	return t.saveSupportSession(ctx, id, `ended_at = at, ended_by_kind = $3, ended_by_id = $4, ended_by_label = $5`,
		string(t.who.Kind()), orNull(t.who.ID()), t.who.Label())
}

func (t *Tx) saveSupportSession(ctx context.Context, id uuid.UUID, set string, args ...any) (workspace.SupportSession, error) {
	done, err := t.Exec(ctx, `UPDATE support_session s SET `+set+`, version = s.version + 1
		FROM clock_timestamp() AS at WHERE s.workspace_id = $1 AND s.id = $2`, append([]any{t.who.Workspace(), id}, args...)...)
	if err == nil {
		var n int64
		if n, err = done.RowsAffected(); err == nil && n != 1 {
			err = fmt.Errorf("%d rows changed", n)
		}
	}
	if err != nil {
		return workspace.SupportSession{}, fmt.Errorf("saving a support session: %w", err)
	}
	s, _, err := t.SupportSession(ctx, id)
	return s, err
}

// SupportQuery asks for support sessions, the newest first.
type SupportQuery struct {
	Status workspace.SupportStatus // "": all
	Before *SupportPosition
	Limit  int
}

// SupportPosition is a place in the list: the request's time, then id.
type SupportPosition struct {
	RequestedAt time.Time
	ID          uuid.UUID
}

// SupportSessions returns the sessions that q asks for, and how many there are in all.
func (v *View) SupportSessions(ctx context.Context, q SupportQuery) (found []workspace.SupportSession, total int, err error) {
	const where = supportFrom + ` AND ($2::text IS NULL OR ` + supportStatus + ` = $2)`
	args := []any{v.who.Workspace(), textOrNull(string(q.Status))}
	if err := v.QueryRow(ctx, `SELECT count(*)`+where, args...).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("counting support sessions: %w", err)
	}
	at, id := sql.NullTime{}, uuid.NullUUID{}
	if q.Before != nil {
		at, id = sql.NullTime{Time: q.Before.RequestedAt, Valid: true}, orNull(q.Before.ID)
	}
	rows, err := v.Query(ctx, `SELECT `+supportColumns+where+` AND ($3::timestamptz IS NULL OR (s.requested_at, s.id) < ($3, $4::uuid))
		ORDER BY s.requested_at DESC, s.id DESC LIMIT $5`, append(args, at, id, q.Limit)...)
	if err != nil {
		return nil, 0, fmt.Errorf("listing support sessions: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var row supportRow
		if err := rows.Scan(row.into()...); err != nil {
			return nil, 0, fmt.Errorf("listing support sessions: %w", err)
		}
		found = append(found, row.session())
	}
	return found, total, rows.Err()
}
