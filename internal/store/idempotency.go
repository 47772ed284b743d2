package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// MaxKeptBody is the most bytes of an answer's body that are kept.
const MaxKeptBody = 1 << 20

// Answer is what the first request with an idempotency key was told.
type Answer struct {
	Fingerprint []byte // SHA-256 of the request
	Status      int
	Header      map[string][]string
	Body        []byte
	Cut         bool // the body was too large to be kept
}

// Claim makes the transaction the only one that answers its API key's request
// with this idempotency key, until it ends. It does not wait: false means that
// another one does. Nothing is left of a claim when its node dies.
func (t *Tx) Claim(ctx context.Context, idempotencyKey string) (alone bool, err error) {
	err = t.QueryRow(ctx, `SELECT pg_try_advisory_xact_lock($1)`, t.claim(idempotencyKey)).Scan(&alone)
	if err != nil {
		return false, fmt.Errorf("claiming an idempotency key: %w", err)
	}
	return alone, nil
}

// claim is the lock of an idempotency key: 64 bits of a hash that nobody can steer
// to another lock.
func (t *Tx) claim(idempotencyKey string) int64 {
	workspace, key := t.who.Workspace(), t.who.ID()
	sum := sha256.Sum256([]byte("latchkey idempotency " + string(workspace[:]) + string(key[:]) + idempotencyKey))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// Answered returns the answer that is kept for an idempotency key of the API key
// that calls. One that is older than [ReplayFor] counts as absent. To be sure that
// none is being written, [Tx.Claim] the key before, in a statement of its own.
func (t *Tx) Answered(ctx context.Context, idempotencyKey string) (a Answer, ok bool, err error) {
	var header []byte
	err = t.QueryRow(ctx, `SELECT fingerprint, status, headers, body, body IS NULL FROM idempotent_answer
		WHERE workspace_id = $1 AND key_id = $2 AND idempotency_key = $3 AND created_at > $4`,
		t.who.Workspace(), t.who.ID(), idempotencyKey, t.now.Add(-ReplayFor)).Scan(&a.Fingerprint, &a.Status, &header, &a.Body, &a.Cut)
	if errors.Is(err, sql.ErrNoRows) {
		return Answer{}, false, nil
	}
	if err == nil {
		err = json.Unmarshal(header, &a.Header)
	}
	if err != nil {
		return Answer{}, false, fmt.Errorf("reading a kept answer: %w", err)
	}
	return a, true, nil
}

// Keep keeps an answer from now on. A body over [MaxKeptBody] is left out.
func (t *Tx) Keep(ctx context.Context, idempotencyKey string, a Answer) error {
	header, err := json.Marshal(a.Header)
	if err != nil {
		return fmt.Errorf("keeping an answer: %w", err)
	}
	body := sql.Null[[]byte]{V: append([]byte{}, a.Body...), Valid: len(a.Body) <= MaxKeptBody} // V is not nil, which would be NULL
	_, err = t.Exec(ctx, `INSERT INTO idempotent_answer AS old (workspace_id, key_id, idempotency_key, fingerprint, status, headers, body, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (workspace_id, key_id, idempotency_key) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, status = EXCLUDED.status,
			headers = EXCLUDED.headers, body = EXCLUDED.body, created_at = EXCLUDED.created_at`,
		t.who.Workspace(), t.who.ID(), idempotencyKey, a.Fingerprint, a.Status, string(header), body, t.now)
	if err != nil {
		return fmt.Errorf("keeping an answer: %w", err)
	}
	return nil
}
