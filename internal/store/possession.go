package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
)

// Ending is what the end of a secret is.
type Ending string

// The endings, as presented_secret names them.
const (
	EndsKey          Ending = "KEY"                // the key's: it is the only secret
	FinishesRotation Ending = "ROTATION_FINISHED"  // it is the old secret
	CancelsRotation  Ending = "ROTATION_CANCELLED" // it is the new one
)

// What end_presented writes into a key that it revokes. Whether its owner or a
// finder sent the secret, nobody can tell; so it counts as leaked, which is the
// reading that makes people look.
const (
	PossessionReason = apikey.Leaked
	PossessionNote   = "Whoever held the secret ended it with DELETE me/."
)

// Presented is a secret that somebody holds and wants to end.
type Presented struct {
	Key  uuid.UUID
	Name string // of the key
	Hint string // of the secret
	Left string // the hint of the secret that stays; "" when it ends the key
	Ends Ending
}

// EndPresented ends the secret that has one of these hashes, in the caller's
// workspace, and appends the event that is made of it. ok is false when the secret
// is not valid any more. A role that may change no key and read no audit may do
// this. It takes the locks of a change of settings, in their order: call it last.
func (t *Tx) EndPresented(ctx context.Context, hashes []apikey.Hash, event func(Presented) audit.Event) (ok bool, err error) {
	sums := sumsOf(hashes)
	var p Presented
	var left sql.NullString
	err = t.QueryRow(ctx, `SELECT key_id, name, hint, other_hint, ends_as FROM presented_secret($1, $2)`, sums, t.now).
		Scan(&p.Key, &p.Name, &p.Hint, &left, &p.Ends)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("finding a presented secret: %w", err)
	}
	p.Left = left.String
	_, _, err = possessionJournal(t.who.Workspace(), sums, t.now).append(ctx, t.sql, event(p))
	return err == nil, err
}

// possessionJournal appends an event to the workspace's chain together with the
// end of the secret, and in no other way.
func possessionJournal(of uuid.UUID, sums pq.ByteaArray, now time.Time) journal {
	return journal{
		chain:  of,
		scope:  []any{sums, now},
		head:   `SELECT seq, hash FROM presented_audit_head($1, $2)`,
		insert: `SELECT end_presented($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
	}
}

func sumsOf(hashes []apikey.Hash) pq.ByteaArray {
	sums := make(pq.ByteaArray, len(hashes))
	for i := range hashes {
		sums[i] = hashes[i].Sum[:]
	}
	return sums
}
