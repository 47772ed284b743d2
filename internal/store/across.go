package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"net/netip"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

// This file is the closed list of work across workspaces that a request needs.
// Each method is one call of a function that belongs to its purpose's own role.

// LookupSecret returns what the secret with one of these hashes stands for.
func (s *Store) LookupSecret(ctx context.Context, hashes []apikey.Hash) (found apikey.Credential, ok bool, err error) {
	sums := make(pq.ByteaArray, len(hashes))
	for i := range hashes {
		sums[i] = hashes[i].Sum[:]
	}
	var c apikey.Credential
	var expires, validUntil sql.NullTime
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT workspace_id, key_id, name, scope, expires_on, disabled, revoked, pepper_id, hint, valid_until
			FROM lookup_secret($1)`, sums).
			Scan(&c.Workspace, &c.Key, &c.Name, &c.Scope, &expires, &c.Disabled, &c.Revoked, &c.Pepper, &c.Hint, &validUntil)
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

// LookupWorkspace returns what verification knows of a workspace.
func (s *Store) LookupWorkspace(ctx context.Context, id uuid.UUID) (found workspace.Access, ok bool, err error) {
	w := workspace.Access{ID: id}
	var zone string
	var ids, ranges pq.StringArray
	var expiries pq.Float64Array
	err = s.across(ctx, func(ctx context.Context, q querier) error {
		return q.QueryRowContext(ctx, `SELECT slug, name, time_zone, suspended, entry_ids, entry_ranges, entry_expiries FROM lookup_workspace($1)`, id).
			Scan(&w.Slug, &w.Name, &zone, &w.Suspended, &ids, &ranges, &expiries)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return workspace.Access{}, false, nil
	}
	if err == nil {
		w.Zone, err = apikey.LoadZone(zone)
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

// Use is the latest use of a key.
type Use struct {
	Workspace, Key uuid.UUID
	At             time.Time
	Address        netip.Addr
	UserAgent      string
	Operation      string
}

// Count is how often a key's calls of an operation ended in an outcome within an hour.
type Count struct {
	Workspace, Key uuid.UUID
	Hour           time.Time
	Operation      string
	Outcome        string
	Calls          int64
}

// FlushUsage adds counts and moves last uses forward, all or nothing, in one statement.
func (s *Store) FlushUsage(ctx context.Context, counts []Count, uses []Use) error {
	var c struct {
		workspaces, keys, hours, operations, outcomes pq.StringArray
		calls                                         pq.Int64Array
	}
	for _, n := range counts {
		c.workspaces = append(c.workspaces, n.Workspace.String())
		c.keys = append(c.keys, n.Key.String())
		c.hours = append(c.hours, n.Hour.UTC().Format(time.RFC3339))
		c.operations = append(c.operations, n.Operation)
		c.outcomes = append(c.outcomes, n.Outcome)
		c.calls = append(c.calls, n.Calls)
	}
	var u struct{ workspaces, keys, at, addresses, agents, operations pq.StringArray }
	for _, l := range uses {
		u.workspaces = append(u.workspaces, l.Workspace.String())
		u.keys = append(u.keys, l.Key.String())
		u.at = append(u.at, l.At.UTC().Format(time.RFC3339Nano))
		u.addresses = append(u.addresses, addressText(l.Address))
		u.agents = append(u.agents, l.UserAgent)
		u.operations = append(u.operations, l.Operation)
	}
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT usage_flush($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
			c.workspaces, c.keys, c.hours, c.operations, c.outcomes, c.calls,
			u.workspaces, u.keys, u.at, u.addresses, u.agents, u.operations)
		return err
	})
	if err != nil {
		return fmt.Errorf("flushing usage: %w", err)
	}
	return nil
}

func addressText(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}
