package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/netip"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/ent/gen"
	entryrow "latchkey/ent/gen/allowlistentry"
	"latchkey/internal/allowlist"
	"latchkey/internal/workspace"
)

// Who changes the allowlist locks the workspace first (LockWorkspace), so that
// what these methods answer stays true until the transaction ends.

// EntryPosition is a place in the order of the list: creation, then id.
type EntryPosition struct {
	CreatedAt time.Time
	ID        uuid.UUID
}

// Entries returns at most limit entries of the list in its order, after a
// position if there is one, and how many there are in all.
func (v *View) Entries(ctx context.Context, after *EntryPosition, limit int) (found []workspace.AllowlistEntry, total int, err error) {
	if total, err = v.CountEntries(ctx); err != nil {
		return nil, 0, err
	}
	q := v.ent.AllowlistEntry.Query().Order(entryrow.ByCreatedAt(), entryrow.ByID()).Limit(limit)
	if after != nil {
		q.Where(entryrow.Or(entryrow.CreatedAtGT(after.CreatedAt),
			entryrow.And(entryrow.CreatedAt(after.CreatedAt), entryrow.IDGT(after.ID))))
	}
	rows, err := q.All(ctx)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the allowlist: %w", err)
	}
	found, err = entries(rows)
	return found, total, err
}

// CountEntries returns how many entries the list has.
func (v *View) CountEntries(ctx context.Context) (int, error) {
	n, err := v.ent.AllowlistEntry.Query().Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("counting the allowlist: %w", err)
	}
	return n, nil
}

// EntriesOf returns those of the entries that exist, in the list's order.
func (v *View) EntriesOf(ctx context.Context, ids []uuid.UUID) ([]workspace.AllowlistEntry, error) {
	rows, err := v.ent.AllowlistEntry.Query().Order(entryrow.ByCreatedAt(), entryrow.ByID()).Where(entryrow.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading allowlist entries: %w", err)
	}
	return entries(rows)
}

// Listed returns those of the ranges that are on the list already.
func (v *View) Listed(ctx context.Context, ranges []netip.Prefix) (map[netip.Prefix]bool, error) {
	texts := make([]string, len(ranges))
	for i, r := range ranges {
		texts[i] = allowlist.Text(r)
	}
	rows, err := v.ent.AllowlistEntry.Query().Where(entryrow.RangeIn(texts...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the allowlist: %w", err)
	}
	found, err := entries(rows)
	listed := make(map[netip.Prefix]bool, len(found))
	for _, e := range found {
		listed[e.Range] = true
	}
	return listed, err
}

// AddEntries adds entries in one statement, whose text is the same however many
// they are.
func (t *Tx) AddEntries(ctx context.Context, added []workspace.AllowlistEntry) error {
	var ids, ranges, notes, labels pq.StringArray
	var expiries, created, authors []sql.NullString
	for _, e := range added {
		ids = append(ids, e.ID.String())
		ranges = append(ranges, allowlist.Text(e.Range))
		notes = append(notes, e.Note)
		labels = append(labels, e.CreatedBy.Label)
		expiries = append(expiries, timeOrNull(e.ExpiresAt))
		created = append(created, timeOrNull(e.CreatedAt))
		authors = append(authors, sql.NullString{String: e.CreatedBy.ID.String(), Valid: e.CreatedBy.ID != uuid.Nil})
	}
	_, err := t.Exec(ctx, `INSERT INTO allowlist_entry (workspace_id, id, range, note, expires_at, created_at, created_by_id, created_by_label)
		SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::uuid[], $8::text[])`,
		t.who.Workspace(), ids, ranges, notes, pq.Array(expiries), pq.Array(created), pq.Array(authors), labels)
	if err != nil {
		return fmt.Errorf("adding to the allowlist: %w", err)
	}
	return nil
}

// SaveEntry writes an entry's note and expiry as its next version, and returns it
// as it is now.
func (t *Tx) SaveEntry(ctx context.Context, e workspace.AllowlistEntry) (workspace.AllowlistEntry, error) {
	update := t.ent.AllowlistEntry.Update().Where(entryrow.ID(e.ID), entryrow.Version(int32(e.Version))).AddVersion(1).SetNote(e.Note)
	if e.ExpiresAt.IsZero() {
		update.ClearExpiresAt()
	} else {
		update.SetExpiresAt(e.ExpiresAt)
	}
	switch changed, err := update.Save(ctx); {
	case err != nil:
		return e, fmt.Errorf("saving an allowlist entry: %w", err)
	case changed != 1:
		return e, fmt.Errorf("saving an allowlist entry: %d rows changed", changed)
	}
	e.Version++
	return e, nil
}

// RemoveEntries removes entries that exist.
func (t *Tx) RemoveEntries(ctx context.Context, ids []uuid.UUID) error {
	if _, err := t.ent.AllowlistEntry.Delete().Where(entryrow.IDIn(ids...)).Exec(ctx); err != nil {
		return fmt.Errorf("removing from the allowlist: %w", err)
	}
	return nil
}

func entries(rows []*gen.AllowlistEntry) ([]workspace.AllowlistEntry, error) {
	all := make([]workspace.AllowlistEntry, len(rows))
	for i, r := range rows {
		canonical, err := allowlist.ParseRange(r.Range)
		if err != nil {
			return nil, fmt.Errorf("reading allowlist entry %s: %w", r.ID, err)
		}
		var author uuid.NullUUID
		if r.CreatedByID != nil {
			author = orNull(*r.CreatedByID)
		}
		all[i] = workspace.AllowlistEntry{
			ID: r.ID, Range: canonical, Note: r.Note, Version: int(r.Version),
			CreatedAt: r.CreatedAt.UTC(), CreatedBy: madeBy(author, r.CreatedByLabel),
		}
		if r.ExpiresAt != nil {
			all[i].ExpiresAt = r.ExpiresAt.UTC()
		}
	}
	return all, nil
}

// timeOrNull is an instant for an array, and NULL for the zero time.
func timeOrNull(t time.Time) sql.NullString {
	return sql.NullString{String: t.UTC().Format(time.RFC3339Nano), Valid: !t.IsZero()}
}
