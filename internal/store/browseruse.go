package store

import (
	"context"
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
