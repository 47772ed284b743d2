package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

// BrowserUse is the latest request with a key that a web page made.
type BrowserUse struct {
	Workspace, Key uuid.UUID
	At             time.Time
	Origin         string // as the browser sent it: a scheme, a host and perhaps a port, or "null"
}

// FlushBrowserUses moves last uses by web pages forward, all or nothing, in one
// statement. There is one row for each key at most.
func (s *Store) FlushBrowserUses(ctx context.Context, uses []BrowserUse) error {
	var workspaces, keys, at, origins pq.StringArray
	for _, u := range uses {
		workspaces = append(workspaces, u.Workspace.String())
		keys = append(keys, u.Key.String())
		at = append(at, instantText(u.At))
		origins = append(origins, u.Origin)
	}
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT browser_use_flush($1, $2, $3, $4)`, workspaces, keys, at, origins)
		return err
	})
	if err != nil {
		return fmt.Errorf("flushing uses by web pages: %w", err)
	}
	return nil
}

// BrowserUseOf returns the latest use of a key by a web page; ok is false when
// there was none.
func (v *View) BrowserUseOf(ctx context.Context, key uuid.UUID) (u BrowserUse, ok bool, err error) {
	u.Workspace, u.Key = v.who.Workspace(), key
	err = v.QueryRow(ctx, `SELECT at, origin FROM api_key_browser_use WHERE workspace_id = $1 AND key_id = $2`, u.Workspace, key).Scan(&u.At, &u.Origin)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return BrowserUse{}, false, nil
	case err != nil:
		return BrowserUse{}, false, fmt.Errorf("reading the use of a key by web pages: %w", err)
	}
	u.At = u.At.UTC()
	return u, true, nil
}
