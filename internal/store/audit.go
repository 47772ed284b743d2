package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// journal is where a chain is kept.
type journal struct {
	chain  uuid.UUID // the workspace, or uuid.Nil for the operator's
	scope  []any     // the arguments that name the chain in the statements, the last ones
	head   string
	insert string
}

const eventColumns = `id, seq, at, actor_id, action, target_id, body, hash`

func workspaceJournal(of uuid.UUID) journal {
	return journal{
		chain:  of,
		scope:  []any{of},
		head:   `SELECT seq, hash FROM audit_event WHERE workspace_id = $1 ORDER BY seq DESC LIMIT 1`,
		insert: `INSERT INTO audit_event (` + eventColumns + `, workspace_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
	}
}

func operatorJournal() journal {
	return journal{
		head:   `SELECT seq, hash FROM operator_event ORDER BY seq DESC LIMIT 1`,
		insert: `INSERT INTO operator_event (` + eventColumns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
	}
}

// Audit appends e to the workspace's chain and returns it with its place, and
// with an id if it had none. It holds the chain until the transaction ends, so
// call it last.
func (t *Tx) Audit(ctx context.Context, e audit.Event) (audit.Event, error) {
	e, _, err := workspaceJournal(t.who.Workspace()).append(ctx, t.sql, e)
	return e, err
}

// AuditHead is Audit, and returns the chain up to e.
func (t *Tx) AuditHead(ctx context.Context, e audit.Event) (audit.Chain, error) {
	_, head, err := workspaceJournal(t.who.Workspace()).append(ctx, t.sql, e)
	return head, err
}

// appendOperatorEvent appends e, an event without a workspace, to the operator's chain.
func appendOperatorEvent(ctx context.Context, q querier, e audit.Event) error {
	_, _, err := operatorJournal().append(ctx, q, e)
	return err
}

// AppendOperatorEvent appends e, an event without a workspace, to the operator's chain, in
// a transaction of its own, and returns the chain up to e. An error of check, which sees
// it too, undoes that.
func (s *Store) AppendOperatorEvent(ctx context.Context, e audit.Event, check func(audit.Chain) error) (head audit.Chain, err error) {
	err = s.acrossTx(ctx, func(ctx context.Context, q querier) (err error) {
		if _, head, err = operatorJournal().append(ctx, q, e); err != nil {
			return err
		}
		return check(head)
	})
	return head, err
}

func appendOperatorEvents(ctx context.Context, q querier, events []audit.Event) error {
	for _, e := range events {
		if err := appendOperatorEvent(ctx, q, e); err != nil {
			return err
		}
	}
	return nil
}

// append takes the chain's lock and only then reads its head: under READ
// COMMITTED that statement sees what the writer before it committed.
func (j journal) append(ctx context.Context, q querier, e audit.Event) (audit.Event, audit.Chain, error) {
	if _, err := q.ExecContext(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, "latchkey audit "+j.chain.String()); err != nil {
		return e, audit.Chain{}, fmt.Errorf("locking the audit chain: %w", err)
	}
	chain := audit.Chain{Workspace: j.chain}
	var hash []byte
	err := q.QueryRowContext(ctx, j.head, j.scope...).Scan(&chain.Seq, &hash)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return e, audit.Chain{}, fmt.Errorf("reading the head of the audit chain: %w", err)
	}
	copy(chain.Hash[:], hash)
	if e.ID == uuid.Nil {
		e.ID = uuid.New()
	}
	e, record := chain.Next(e)
	_, err = q.ExecContext(ctx, j.insert, append([]any{
		e.ID, e.Seq, e.At.UTC().Truncate(time.Microsecond), orNull(e.Actor.ID), string(e.Action), orNull(e.Target.ID), record.Body, record.Hash[:],
	}, j.scope...)...)
	if err != nil {
		return e, audit.Chain{}, fmt.Errorf("writing an audit event: %w", err)
	}
	return e, chain, nil
}

// orNull is the id, or NULL for none.
func orNull(id uuid.UUID) uuid.NullUUID { return uuid.NullUUID{UUID: id, Valid: id != uuid.Nil} }
