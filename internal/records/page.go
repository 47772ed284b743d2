package records

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// The bounds of lists.
const (
	MaxPageSize = 100
	MaxPages    = 1000 // numbered pages; cursors go on
)

// Position is where in a list a page is: after an id (0: the beginning), before an
// id, or numbered. A position has one of them.
type Position struct {
	After, Before int64
	Number        int // from 1; 0 when the page is not numbered
	Size          int // 1 to MaxPageSize
}

// Page is a part of a list, in the order of ids.
type Page[T any] struct {
	Items          []T
	Count          int64 // of the whole list
	First, Last    int64 // ids, when there are items
	Before, Beyond bool  // there are items before it, and beyond it
}

// The faults of lists.
var (
	ErrInvalidPage = fault.New(fault.NotFound, "INVALID_PAGE", "Invalid page.")
	ErrTooBroad    = fault.New(fault.Invalid, "FILTER_TOO_BROAD", "This filter reads too much to answer in time. Use a narrower one.")
)

// query is what a list reads. Its SQL is constants of this package; r is the row.
type query struct {
	from    string // the table
	columns string
	counted bool // by record_count, when nothing narrows the list
}

// listOfContact is list, of what belongs to one contact.
func listOfContact[T any](ctx context.Context, v *store.View, q query, ref Ref, at Position, scan func(*sql.Rows) (T, error), id func(*T) int64) (Page[T], error) {
	contact, err := Contacts.id(ctx, v, ref, "")
	if err != nil {
		return Page[T]{}, err
	}
	var of conditions
	of.add(`r.contact_id = ?`, contact)
	return list(ctx, v, q, of, at, scan, id)
}

// list reads a page in the order of ids.
func list[T any](ctx context.Context, v *store.View, q query, where conditions, at Position,
	scan func(*sql.Rows) (T, error), id func(*T) int64,
) (p Page[T], err error) {
	counting, args := q.count(v.Caller().Workspace(), where)
	if err = v.QueryRow(ctx, counting, args...).Scan(&p.Count); err != nil {
		return p, listing(q.from, where, err)
	}
	if at.beyond(p.Count) {
		return p, ErrInvalidPage
	}
	reading, args := q.page(v.Caller().Workspace(), where, at)
	if p.Items, err = collect(ctx, v, reading, args, scan); err != nil {
		return p, listing(q.from, where, err)
	}
	p.trim(at)
	if len(p.Items) > 0 {
		p.First, p.Last = id(&p.Items[0]), id(&p.Items[len(p.Items)-1])
	}
	return p, nil
}

// count is the statement that counts the whole list, exactly. Lists that nothing
// narrows are as long as triggers have counted, whatever their length.
func (q query) count(workspace uuid.UUID, where conditions) (statement string, args []any) {
	if q.counted && where.sql == "" {
		return `SELECT COALESCE(sum(records), 0)::bigint FROM record_count WHERE workspace_id = $1 AND kind = $2`, []any{workspace, q.from}
	}
	return `SELECT count(*) FROM ` + q.from + ` r WHERE r.workspace_id = $1` + where.sql, append([]any{workspace}, where.args...)
}

// page is the statement that reads a page, and one item more.
func (q query) page(workspace uuid.UUID, where conditions, at Position) (statement string, args []any) {
	args = append([]any{workspace}, where.args...)
	tail, more := at.clause(len(args))
	return `SELECT ` + q.columns + ` FROM ` + q.from + ` r WHERE r.workspace_id = $1` + where.sql + tail, append(args, more...)
}

// beyond reports whether a list of so many items has no such page.
func (at Position) beyond(count int64) bool {
	return at.Number > MaxPages || at.Number > 1 && int64(at.Number-1)*int64(at.Size) >= count
}

// clause is the end of the statement: one item more than the page has, to know
// whether there are any.
func (at Position) clause(args int) (sql string, values []any) {
	first, second := "$"+strconv.Itoa(args+1), "$"+strconv.Itoa(args+2)
	switch {
	case at.Number > 0:
		return ` ORDER BY r.id LIMIT ` + first + ` OFFSET ` + second, []any{at.Size + 1, (at.Number - 1) * at.Size}
	case at.Before > 0:
		return ` AND r.id < ` + second + ` ORDER BY r.id DESC LIMIT ` + first, []any{at.Size + 1, at.Before}
	}
	return ` AND r.id > ` + second + ` ORDER BY r.id LIMIT ` + first, []any{at.Size + 1, at.After}
}

// trim takes the item too many off, and puts the rest in order.
func (p *Page[T]) trim(at Position) {
	more := len(p.Items) > at.Size
	p.Items = p.Items[:min(at.Size, len(p.Items))]
	p.Before, p.Beyond = at.After > 0 || at.Number > 1, more
	if at.Before > 0 {
		slices.Reverse(p.Items)
		p.Before, p.Beyond = more, true
	}
}

func collect[T any](ctx context.Context, v *store.View, query string, args []any, scan func(*sql.Rows) (T, error)) ([]T, error) {
	rows, err := v.Query(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // Err tells
	var items []T
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	return items, rows.Err()
}

// listing says of a filtered list that ran out of time that its filter is to blame,
// and of another one that the storage is.
func listing(table string, where conditions, err error) error {
	switch timedOut := store.TimedOut(err); {
	case timedOut && where.sql != "":
		return ErrTooBroad.Because(err)
	case timedOut:
		return store.ErrUnavailable.Because(err)
	}
	return fmt.Errorf("listing %s: %w", table, err)
}
