package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// This file has the work across workspaces that each request needs, of the closed list in
// ARCHITECTURE.md. Each method is one call of a function that belongs to its purpose's own role.

// LookupSecret returns what the secret with one of these hashes stands for.
func (s *Store) LookupSecret(ctx context.Context, hashes []apikey.Hash) (found apikey.Credential, ok bool, err error) {
	sums := make(pq.ByteaArray, len(hashes))
	for i := range hashes {
		sums[i] = hashes[i].Sum[:]
	}
	var c apikey.Credential
	var expires, validUntil sql.NullTime
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT workspace_id, key_id, name, scope, expires_on, disabled, revoked, secret_id, pepper_id, hint, valid_until
			FROM lookup_secret($1)`, sums).
			Scan(&c.Workspace, &c.Key, &c.Name, &c.Scope, &expires, &c.Disabled, &c.Revoked, &c.Secret, &c.Pepper, &c.Hint, &validUntil)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return apikey.Credential{}, false, nil
	}
	if err != nil {
		return apikey.Credential{}, false, fmt.Errorf("looking a secret up: %w", err)
	}
	if expires.Valid {
		c.Expires = apikey.DayOf(expires.Time, time.UTC)
	}
	c.ValidUntil = validUntil.Time
	return c, true, nil
}

// absentZone is the zone that is loaded when there is no workspace.
const absentZone = "Europe/Warsaw"

// LookupWorkspace returns what verification knows of a workspace. It takes the same
// steps when there is none, because the time of a refusal must not tell: loading a
// zone is the largest of them outside of PostgreSQL.
func (s *Store) LookupWorkspace(ctx context.Context, id uuid.UUID) (found workspace.Access, ok bool, err error) {
	w := workspace.Access{ID: id}
	key, all := &w.Limits.Key, &w.Limits.Workspace
	var zone string
	var ids, ranges pq.StringArray
	var expiries pq.Float64Array
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT slug, name, time_zone, suspended, key_limit_calls, key_limit_seconds,
			workspace_limit_calls, workspace_limit_seconds, entry_ids, entry_ranges, entry_expiries FROM lookup_workspace($1)`, id).
			Scan(&w.Slug, &w.Name, &zone, &w.Suspended, &key.Calls, &key.Seconds, &all.Calls, &all.Seconds, &ids, &ranges, &expiries)
	})
	absent := errors.Is(err, sql.ErrNoRows)
	if absent {
		zone, err = absentZone, nil
	}
	if err == nil {
		w.Zone, err = apikey.LoadZone(zone)
	}
	if absent && err == nil {
		return workspace.Access{}, false, nil
	}
	for i := 0; err == nil && i < len(ids); i++ {
		var e allowlist.Entry
		e, err = entryOf(ids[i], ranges[i], expiries[i])
		w.Allowlist = append(w.Allowlist, e)
	}
	if err != nil {
		return workspace.Access{}, false, fmt.Errorf("looking a workspace up: %w", err)
	}
	return w, true, nil
}

func entryOf(id, text string, expires float64) (e allowlist.Entry, err error) {
	if e.ID, err = uuid.Parse(id); err != nil {
		return e, err
	}
	if e.Range, err = allowlist.ParseRange(text); err != nil {
		return e, err
	}
	if expires > 0 {
		e.ExpiresAt = time.UnixMicro(int64(math.Round(expires * 1e6)))
	}
	return e, nil
}

// MaxMemberships is how many workspaces a person may belong to: a few less than
// memberships_of returns, for those that are made at the same moment.
const MaxMemberships = 190

// Memberships returns the workspaces that a person belongs to, by slug.
func (s *Store) Memberships(ctx context.Context, person uuid.UUID) (all []workspace.Membership, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		rows, err := q.QueryContext(ctx, `SELECT workspace_id, slug, name, time_zone, role FROM memberships_of($1)`, person)
		if err != nil {
			return err
		}
		defer rows.Close() // rows.Err says what went wrong
		for rows.Next() {
			var m workspace.Membership
			var role string
			if err := rows.Scan(&m.Workspace, &m.Slug, &m.Name, &m.TimeZone, &role); err != nil {
				return err
			}
			m.Role = caller.Role(role)
			all = append(all, m)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, fmt.Errorf("reading memberships: %w", err)
	}
	return all, nil
}
