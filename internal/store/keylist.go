package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
)

// KeyQuery asks for keys. Zero fields do not narrow.
type KeyQuery struct {
	Status apikey.Status
	Scope  apikey.Scope
	Search string // a part of the name, however its letters are cased, or exactly the hint or its last four

	ExpiresBefore apikey.Day // only keys that expire, on an earlier day
	UnusedSince   time.Time  // only keys that existed then, and were not used since
	CreatedBy     uuid.UUID  // a person

	Order KeyOrder
	After *KeyPosition // only keys that come later in Order
	Limit int
	Today apikey.Day // in the workspace's zone, which Status is judged by
	Now   time.Time
}

// KeyOrder is an order of keys; those that are equal in it come in the order of their ids.
type KeyOrder struct {
	By         KeyField
	Descending bool
}

// KeyField is what keys can be ordered by.
type KeyField string

// The fields. A key that never expires comes after those that do; one that was
// never used before those that were.
const (
	ByCreated  KeyField = "CREATED_AT"
	ByName     KeyField = "NAME"
	ByExpires  KeyField = "EXPIRES_ON"
	ByLastUsed KeyField = "LAST_USED_AT"
)

// KeyFields returns every field.
func KeyFields() []KeyField { return []KeyField{ByCreated, ByName, ByExpires, ByLastUsed} }

// KeyPosition is a place in an order: the value ordered by, as text, and the id.
type KeyPosition struct {
	Value string
	ID    uuid.UUID
}

// The ends of time, as PostgreSQL writes them.
const (
	never     = "infinity"
	neverUsed = "-infinity"
)

// column is the SQL that a field orders by, and its type.
func (f KeyField) column() (expression, sqlType string) {
	switch f {
	case ByName:
		return "k.name_key", "text"
	case ByExpires:
		return "COALESCE(k.expires_on, 'infinity'::date)", "date"
	case ByLastUsed:
		return "COALESCE(u.at, '-infinity'::timestamptz)", "timestamptz"
	default:
		return "k.created_at", "timestamptz"
	}
}

// Position returns where k stands.
func (f KeyField) Position(k apikey.Key) KeyPosition {
	p := KeyPosition{ID: k.ID}
	switch {
	case f == ByName:
		p.Value = apikey.FoldName(k.Name)
	case f == ByExpires && k.ExpiresOn.IsZero():
		p.Value = never
	case f == ByExpires:
		p.Value = k.ExpiresOn.String()
	case f == ByLastUsed && k.LastUse == nil:
		p.Value = neverUsed
	case f == ByLastUsed:
		p.Value = k.LastUse.At.Format(time.RFC3339Nano)
	default:
		p.Value = k.CreatedAt.Format(time.RFC3339Nano)
	}
	return p
}

// Reads reports whether value is one that Position writes.
func (f KeyField) Reads(value string) bool {
	var err error
	switch {
	case f == ByName:
		return utf8.ValidString(value) && !slices.Contains([]byte(value), 0)
	case f == ByExpires && value == never, f == ByLastUsed && value == neverUsed:
	case f == ByExpires:
		_, err = apikey.ParseDay(value)
	default:
		var at time.Time
		at, err = time.Parse(time.RFC3339Nano, value)
		return err == nil && at.Year() > 0 // PostgreSQL knows no year 0
	}
	return err == nil
}

// keyWhere derives the status as apikey.Facts does, but for the day of expire: it
// compares days, which differs from the instant only while a zone's clock is set
// back over midnight. Anything narrowed by is NULL when it does not.
const keyWhere = `
	AND ($2::text IS NULL OR $2 = CASE WHEN k.revoked_at IS NOT NULL THEN 'REVOKED' WHEN k.disabled_at IS NOT NULL THEN 'DISABLED'
		WHEN k.expires_on < $3::date THEN 'EXPIRED' WHEN ` + keyRotation + ` > $4::timestamptz THEN 'ROTATING' ELSE 'ACTIVE' END)
	AND ($5::text IS NULL OR k.scope = $5)
	AND ($6::text IS NULL OR strpos(k.name_key, $6) > 0 OR s.hint = $7::text OR right(s.hint, 4) = $7)
	AND ($8::date IS NULL OR k.expires_on < $8)
	AND ($9::timestamptz IS NULL OR GREATEST(k.created_at, u.at) < $9)
	AND ($10::uuid IS NULL OR k.created_by_id = $10)`

// Keys returns the keys that q asks for, and how many there are in all. Keys
// come without what apikey.Key.As fills in.
func (v *View) Keys(ctx context.Context, q KeyQuery) (found []apikey.Key, total int, err error) {
	args := []any{
		v.who.Workspace(), textOrNull(string(q.Status)), q.Today.String(), q.Now,
		textOrNull(string(q.Scope)), textOrNull(apikey.FoldName(q.Search)), q.Search,
		dayOrNil(q.ExpiresBefore), sql.NullTime{Time: q.UnusedSince, Valid: !q.UnusedSince.IsZero()}, orNull(q.CreatedBy),
	}
	if total, err = v.countKeys(ctx, q, args); err != nil {
		return nil, 0, fmt.Errorf("counting keys: %w", err)
	}
	tail, args := q.page(args)
	found, err = v.keys(ctx, keyWhere+tail, args...)
	return found, total, err
}

// countKeys counts those that q lets through. All together are counted by triggers,
// whose counts staff do not see: they hold the numbers of the workspace's data too.
func (v *View) countKeys(ctx context.Context, q KeyQuery, args []any) (total int, err error) {
	query := `SELECT count(*)` + keyFrom + keyWhere
	if !q.narrows() && v.who.Looking() == (caller.Looking{}) {
		query, args = `SELECT COALESCE(sum(records), 0)::bigint FROM record_count WHERE workspace_id = $1 AND kind = 'api_key'`, args[:1]
	}
	err = v.QueryRow(ctx, query, args...).Scan(&total)
	return total, err
}

// narrows reports whether q leaves keys out.
func (q KeyQuery) narrows() bool {
	return q != KeyQuery{Order: q.Order, After: q.After, Limit: q.Limit, Today: q.Today, Now: q.Now}
}

// keys returns the keys that the end of a statement after keyFrom leaves.
func (v *View) keys(ctx context.Context, where string, args ...any) (found []apikey.Key, err error) {
	rows, err := v.Query(ctx, keyColumns+keyFrom+where, args...)
	if err != nil {
		return nil, fmt.Errorf("listing keys: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		k, err := scanKey(rows, v.who.Workspace())
		if err != nil {
			return nil, fmt.Errorf("listing keys: %w", err)
		}
		found = append(found, k)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("listing keys: %w", err)
	}
	return found, v.addRotations(ctx, found)
}

// page is the end of the statement, from the position on.
func (q KeyQuery) page(args []any) (string, []any) {
	expression, sqlType := q.Order.By.column()
	comparison, direction := ">", "ASC"
	if q.Order.Descending {
		comparison, direction = "<", "DESC"
	}
	position, id := sql.NullString{}, uuid.NullUUID{}
	if q.After != nil {
		position, id = sql.NullString{String: q.After.Value, Valid: true}, orNull(q.After.ID)
	}
	return fmt.Sprintf(` AND ($11::text IS NULL OR (%[1]s, k.id) %[3]s ($11::text::%[2]s, $12::uuid))
		ORDER BY %[1]s %[4]s, k.id %[4]s LIMIT $13`, expression, sqlType, comparison, direction), append(args, position, id, q.Limit)
}

func textOrNull(text string) sql.NullString { return sql.NullString{String: text, Valid: text != ""} }
