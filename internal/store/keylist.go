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

// The ends of time, as PostgreSQL writes them. A key that was never used has a row of
// use that says so.
const (
	never     = "infinity"
	neverUsed = "-infinity"
)

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

// KeyList is a part of a list of keys. They come without what apikey.Key.As fills in.
type KeyList struct {
	Keys []apikey.Key
	Total

	// On is where to go on when there are fewer keys than were asked for, and yet there
	// may be more: so many were looked at that matched nothing. nil otherwise.
	On *KeyPosition
}

// Keys returns the keys that q asks for.
func (v *View) Keys(ctx context.Context, q KeyQuery) (list KeyList, err error) {
	n := q.narrowed(v.who.Workspace())
	from, err := v.source(ctx, n, q.Limit)
	if err != nil {
		return KeyList{}, err
	}
	statement, args := keysAmong(v.who.Workspace(), n.page(from, q.Limit), n.order()).statement()
	if list.Keys, err = v.keys(ctx, statement, args...); err != nil {
		return KeyList{}, err
	}
	end, err := v.rest(ctx, n, from, len(list.Keys), q.Limit)
	if err != nil {
		return KeyList{}, err
	}
	if end.reached {
		list.On = &KeyPosition{Value: positionText(end.value), ID: end.id}
	}
	if len(n.choices) == 0 && !n.exact {
		list.Total, err = v.length(ctx, "api_key")
		return list, err
	}
	list.Total, err = v.count(ctx, n, from, len(list.Keys), q.Limit, end.reached)
	return list, err
}

// positionText is a value that was ordered by, as a position has it.
func positionText(value any) string {
	switch value := value.(type) {
	case time.Time:
		return value.UTC().Format(time.RFC3339Nano)
	case []byte: // the ends of time
		return string(value)
	default:
		return fmt.Sprint(value)
	}
}

// keys returns the keys of a statement of keyColumns.
func (v *View) keys(ctx context.Context, statement string, args ...any) (found []apikey.Key, err error) {
	rows, err := v.Query(ctx, statement, args...)
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

func textOrNull(text string) sql.NullString { return sql.NullString{String: text, Valid: text != ""} }
