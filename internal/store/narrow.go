package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"
)

// How much of a list is looked at, however long it is.
const (
	// Counted is how many rows of a list that something narrows are counted.
	Counted = 100

	// few is how many rows are read and sorted, when what narrows leaves no more.
	few = 500

	// walked is how many rows are looked at for one page, in their order.
	walked = 10_000
)

// Total is how long a list is.
type Total struct {
	N     int
	Exact bool // false: there are at least so many, and nobody counted on
}

// counted is the length of a list of which no more than Counted and one rows were counted.
func counted(n int) Total { return Total{min(n, Counted), n <= Counted} }

// narrowed is a list of a workspace's rows, in an order that an index has, and narrowed
// by whatever somebody chose. What it costs must not grow with the rows there are. So it
// is read in one of three ways:
//
//   - Something that narrows it leaves few rows, and has an index. These are read,
//     judged by all that narrows, and sorted.
//   - A search that finds much finds it in one place of the order, and few elsewhere.
//   - Otherwise rows are read in their order, from the cursor on, and judged, until the
//     page is full. Much matches then, so this is soon, unless what matches is all far
//     away: a walk ends after so many rows, and says where it did, so that whoever asks
//     can go on from there.
//
// OFFSET 0 and LIMIT are fences for the planner: what is inside is read by its own
// index, and not turned into something that is cheaper on average. A walk's limit is a
// subquery, so that the planner does not count on all of it being read, and sort instead.
type narrowed struct {
	choices []choice // what narrows, as far as it has an index
	exact   bool     // the walk passes no row that where refuses

	// walk reads rows as k, in the order, those after the cursor or all, at most limit.
	// Besides the row's columns they have o, the value ordered by, and i, the id.
	walk func(after bool, limit int) fragment
	row  fragment // reads the one row whose id is c.id, with the same columns
	any  fragment // reads all rows k in whichever order is best for counting; no text: walk does

	// A search finds most rows at one place in the order, by which begins reads them as
	// walk does, and maybe a few others. nil when it is not so.
	begins func(after bool, limit int) fragment
	others choice   // and maybe some of those that begins reads
	apart  fragment // k is not one of those that begins reads

	where fragment // all that narrows, of k
	after fragment // k comes after the cursor; no text: there is none
	down  bool
}

// choice is the ids of the rows that something which narrows lets through, and maybe
// more, read from an index; it is a way to read the list when it has at most most.
type choice struct {
	ids  fragment
	most int
}

func (n narrowed) order() string {
	if n.down {
		return ` ORDER BY k.o DESC, k.i DESC`
	}
	return ` ORDER BY k.o, k.i`
}

// source is where the rows of a list come from.
type source struct {
	page, all fragment // rows k from the cursor on, and all of them
	walks     bool     // it may end before the list does
}

// source chooses how to read limit rows of the list.
func (v *View) source(ctx context.Context, n narrowed, limit int) (source, error) {
	walk := source{page: n.walk(true, walked), all: n.any, walks: !n.exact && len(n.choices) > 0}
	if n.any.text == "" {
		walk.all = n.walk(false, walked)
	}
	if n.exact || len(n.choices) == 0 {
		return walk, nil
	}
	best, err := v.fewest(ctx, n.choices)
	if err != nil {
		return source{}, err
	}
	if best != nil {
		return n.among(*best, sqlf(`true`)), nil
	}
	if n.begins != nil {
		others, err := v.fewest(ctx, []choice{n.others})
		if err != nil {
			return source{}, err
		}
		if others != nil {
			rest := n.among(*others, n.apart)
			return source{
				page: sqlf(`(?) UNION ALL (?)`, n.begins(true, limit), rest.page),
				all:  sqlf(`(?) UNION ALL (?)`, n.begins(false, Counted+1), rest.all),
			}, nil
		}
	}
	return walk, nil
}

// among reads the rows of a choice.
func (n narrowed) among(c choice, where fragment) source {
	rows := sqlf(`SELECT k.* FROM (SELECT DISTINCT c.id FROM (?) c) c CROSS JOIN LATERAL (? OFFSET 0) k WHERE ?`, c.ids, n.row, where)
	page := rows
	if n.after.text != "" {
		page = sqlf(`? AND ?`, rows, n.after)
	}
	return source{page: page, all: rows}
}

// fewest returns the choice that leaves the fewest rows; nil when each leaves too many.
func (v *View) fewest(ctx context.Context, choices []choice) (best *choice, err error) {
	counts, into, sizes := make([]string, len(choices)), make([]any, len(choices)), make([]int, len(choices))
	ids := make([]any, len(choices))
	for i, c := range choices {
		counts[i] = fmt.Sprintf(`(SELECT count(*) FROM (SELECT FROM (?) c LIMIT %d) c)`, c.most+1)
		ids[i], into[i] = c.ids, &sizes[i]
	}
	statement, args := sqlf(`SELECT `+strings.Join(counts, ", "), ids...).statement()
	if err := v.QueryRow(ctx, statement, args...).Scan(into...); err != nil {
		return nil, fmt.Errorf("sizing a list: %w", err)
	}
	least := walked + 1
	for i, c := range choices {
		if sizes[i] <= c.most && sizes[i] < least {
			best, least = &choices[i], sizes[i]
		}
	}
	return best, nil
}

// page is a statement for the next limit rows k, with o and i, of a source.
func (n narrowed) page(s source, limit int) fragment {
	return sqlf(fmt.Sprintf(`SELECT k.* FROM (?) k WHERE ?%s LIMIT %d`, n.order(), limit), s.page, n.where)
}

// count counts the rows of a list of which a page has been read: shown rows, of limit
// that were asked for.
func (v *View) count(ctx context.Context, n narrowed, s source, shown, limit int, on bool) (t Total, err error) {
	if n.after.text == "" && shown < limit && !on {
		return Total{shown, true}, nil
	}
	statement, args := sqlf(fmt.Sprintf(`SELECT count(*) FROM (SELECT FROM (?) k WHERE ? LIMIT %d) k`, Counted+1), s.all, n.where).statement()
	if err := v.QueryRow(ctx, statement, args...).Scan(&t.N); err != nil {
		return Total{}, fmt.Errorf("counting a list: %w", err)
	}
	if t = counted(t.N); t.Exact && s.walks {
		var end walkEnd
		end, err = v.walkEnd(ctx, n, false)
		t.Exact = !end.reached
	}
	return t, err
}

// walkEnd is where a walk ended because it had looked at enough.
type walkEnd struct {
	reached bool
	value   any
	id      uuid.UUID
}

// walkEnd looks whether a walk, from the cursor on or of the whole list, ends before
// the list does.
func (v *View) walkEnd(ctx context.Context, n narrowed, after bool) (end walkEnd, err error) {
	statement, args := sqlf(fmt.Sprintf(`SELECT k.o, k.i FROM (?) k%s OFFSET %d LIMIT 1`, n.order(), walked-1), n.walk(after, walked)).statement()
	switch err := v.QueryRow(ctx, statement, args...).Scan(&end.value, &end.id); {
	case errors.Is(err, sql.ErrNoRows):
		return walkEnd{}, nil
	case err != nil:
		return walkEnd{}, fmt.Errorf("ending a walk: %w", err)
	}
	end.reached = true
	return end, nil
}

// rest looks where to go on after a page that has fewer rows than were asked for.
func (v *View) rest(ctx context.Context, n narrowed, s source, shown, limit int) (walkEnd, error) {
	if !s.walks || shown >= limit {
		return walkEnd{}, nil
	}
	return v.walkEnd(ctx, n, true)
}

// length is how long the list of a kind is that nothing narrows: triggers count it.
func (v *View) length(ctx context.Context, kind string) (t Total, err error) {
	t.Exact = true
	err = v.QueryRow(ctx, `SELECT COALESCE(sum(records), 0)::bigint FROM record_count WHERE workspace_id = $1 AND kind = $2`, v.who.Workspace(), kind).Scan(&t.N)
	if err != nil {
		return Total{}, fmt.Errorf("counting a list: %w", err)
	}
	return t, nil
}
