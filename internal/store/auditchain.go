package store

import (
	"context"
	"fmt"

	"github.com/lib/pq"

	"latchkey/internal/audit"
)

// How much of a chain one statement reads: so many numbers of it, and the events of
// these until they have so many bytes.
const (
	chainWindow = 500
	chainBytes  = 1 << 20
)

// chainStatement reads a window of a chain in its order. Each event comes with the hash
// that is kept of the one before it, and with how many the window has; those beyond
// the bytes are left out.
func chainStatement(table, same string, c *conditions) string {
	return fmt.Sprintf(`SELECT seq, body, hash, previous, found FROM (
			SELECT e.seq, e.body, e.hash, p.hash AS previous, count(*) OVER () AS found,
				sum(octet_length(e.body)) OVER (ORDER BY e.seq) - octet_length(e.body) AS before
			FROM %[1]s e LEFT JOIN %[1]s p ON %[2]sp.seq = e.seq - 1 WHERE %[3]s) events
		WHERE before < %[4]d ORDER BY seq`, table, same, c, chainBytes)
}

// AuditChain returns events of the chain that the filter lets through, in the chain's
// order, from after one number up to another; and the number that it came to, from
// which the next call goes on. Nothing is held between calls.
func (v *View) AuditChain(ctx context.Context, f AuditFilter, after, until int64) (events []audit.Linked, reached int64, err error) {
	f.Actions = sorted(f.Actions)
	c := f.where(v.who.Workspace())
	if len(f.Actions) > 1 {
		c.add(`e.action = ANY ($%d)`, pq.Array(f.Actions))
	}
	return readChain(ctx, v.sql, `audit_event`, `p.workspace_id = e.workspace_id AND `, c, after, until)
}

// OperatorChain is AuditChain of the operator's chain, all of it.
func (s *Store) OperatorChain(ctx context.Context, after, until int64) (events []audit.Linked, reached int64, err error) {
	err = s.across(ctx, func(ctx context.Context, q querier) (err error) {
		events, reached, err = readChain(ctx, q, `operator_event`, ``, &conditions{}, after, until)
		return err
	})
	return events, reached, err
}

func readChain(ctx context.Context, q querier, table, same string, c *conditions, after, until int64) (events []audit.Linked, reached int64, err error) {
	reached = min(after+chainWindow, until)
	c.add(`e.seq > $%d AND e.seq <= $%d`, after, reached)
	rows, err := q.QueryContext(ctx, chainStatement(table, same, c), c.args...)
	if err != nil {
		return nil, 0, fmt.Errorf("reading an audit chain: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	var last int64
	var found int
	for rows.Next() {
		var r audit.Linked
		var hash, previous []byte
		if err := rows.Scan(&last, &r.Body, &hash, &previous, &found); err != nil {
			return nil, 0, fmt.Errorf("reading an audit chain: %w", err)
		}
		copy(r.Hash[:], hash)
		copy(r.Previous[:], previous)
		events = append(events, r)
	}
	if len(events) < found {
		reached = last
	}
	return events, reached, rows.Err()
}
