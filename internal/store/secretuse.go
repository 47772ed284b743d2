package store

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
)

// SecretUse is what came of a secret that a rotation has given an end: its last
// use, whose Key stays unset, and refusals since it was superseded.
type SecretUse struct {
	Secret   uuid.UUID
	Last     Use // At is zero when it was only refused
	Refusals int64
}

// FlushSecretUses moves last uses forward and adds refusals, all or nothing, in
// one statement. There is one row for each secret at most.
func (s *Store) FlushSecretUses(ctx context.Context, uses []SecretUse) error {
	var workspaces, secrets, at, addresses, agents, operations pq.StringArray
	var refusals pq.Int64Array
	for _, u := range uses {
		workspaces = append(workspaces, u.Last.Workspace.String())
		secrets = append(secrets, u.Secret.String())
		at = append(at, instantText(u.Last.At))
		addresses = append(addresses, addressText(u.Last.Address))
		agents = append(agents, u.Last.UserAgent)
		operations = append(operations, u.Last.Operation)
		refusals = append(refusals, u.Refusals)
	}
	err := s.across(ctx, func(ctx context.Context, q querier) error {
		_, err := q.ExecContext(ctx, `SELECT secret_use_flush($1, $2, $3, $4, $5, $6, $7)`,
			workspaces, secrets, at, addresses, agents, operations, refusals)
		return err
	})
	if err != nil {
		return fmt.Errorf("flushing uses of old secrets: %w", err)
	}
	return nil
}

// instantText is a time as PostgreSQL reads it, "" for none.
func instantText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}
