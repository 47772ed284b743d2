package store

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// Tenant search: what staff see of workspaces that they are not in.

// TenantQuery says what a workspace is searched by. Zero fields are not searched by.
type TenantQuery struct {
	Text     string // the beginning of a word in its name or slug, and what follows
	EmailKey string // a member's address, as addresses are compared
	Hint     string // that of a secret; Tail is its end
	Tail     string // the last four random characters of a secret
	ID       uuid.UUID

	After TenantPosition // the zero position is the beginning
	Limit int
}

// TenantPosition is a place among what a search finds.
type TenantPosition struct {
	Source    int
	Term      string
	Workspace uuid.UUID
}

// FoundTenant is a workspace that a search means, and where it stands.
type FoundTenant struct {
	workspace.Tenant
	Position TenantPosition
}

// CountedTenants is how many workspaces a search counts.
const CountedTenants = 101

// Tenants returns what q asks for, and how many workspaces the search means in all,
// counted to [CountedTenants]; that is 0 when nothing is left to return.
func (s *Store) Tenants(ctx context.Context, q TenantQuery) (found []FoundTenant, total int, err error) {
	err = s.across(ctx, func(ctx context.Context, db querier) error {
		rows, err := db.QueryContext(ctx, `SELECT source, term, workspace_id, slug, name, time_zone, suspended_at, approval, created_at,
				members, keys, active_keys, entries, total
			FROM support_tenants($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			textOrNull(q.Text), textOrNull(q.EmailKey), textOrNull(q.Hint), textOrNull(q.Tail), orNull(q.ID),
			q.After.Source, q.After.Term, q.After.Workspace, q.Limit)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var t FoundTenant
			var suspended sql.NullTime
			err := rows.Scan(&t.Position.Source, &t.Position.Term, &t.ID, &t.Slug, &t.Name, &t.TimeZone, &suspended, &t.SupportApprovalRequired,
				&t.CreatedAt, &t.Members, &t.Keys, &t.ActiveKeys, &t.AllowlistEntries, &total)
			if err != nil {
				return err
			}
			t.Position.Workspace = t.ID
			t.SuspendedAt, t.CreatedAt = suspended.Time.UTC(), t.CreatedAt.UTC()
			found = append(found, t)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, 0, fmt.Errorf("searching tenants: %w", err)
	}
	return found, total, nil
}

// OwnSupportSessions returns the sessions of a person of staff that run, and the
// requests of theirs that wait after them, the newest first, at most 100.
func (s *Store) OwnSupportSessions(ctx context.Context, person uuid.UUID) (all []workspace.OwnSupportSession, err error) {
	err = s.across(ctx, func(ctx context.Context, db querier) error {
		rows, err := db.QueryContext(ctx, `SELECT `+supportColumns+`, s.looks
			FROM (SELECT (f.session).*, f.slug AS workspace_slug, f.name AS workspace_name, f.looks FROM support_sessions_of($1) AS f) AS s`, person)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var row supportRow
			var own workspace.OwnSupportSession
			var looks pq.StringArray
			if err := rows.Scan(append(row.into(), &looks)...); err != nil {
				return err
			}
			own.SupportSession = row.session()
			for _, l := range looks {
				own.Looks = append(own.Looks, caller.Look(l))
			}
			all = append(all, own)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading a person's support sessions: %w", err)
	}
	return all, nil
}
