package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"latchkey/internal/store"
)

// Moment is an entry of a contact's timeline: an event, a page view or a product event.
type Moment struct {
	ID         int64 // of the entry: that of what it shows, times four, plus its number among the sources
	At         time.Time
	Name       string
	URL, Title *string
}

// moments are the sources of timelines, by the last two bits of an entry's id.
var moments = []struct{ table, name, url, title string }{
	{"event", `(SELECT n.name FROM event_name n WHERE n.workspace_id = $1 AND n.id = r.event_name_id)`, `NULL`, `NULL`},
	{"ping_hit", `'page view'`, `r.url`, `r.title`},
	{"product_event", `r.event_type`, `NULL`, `(SELECT p.name FROM product p WHERE p.workspace_id = $1 AND p.id = r.product_id)`},
}

const momentBits = 2

// Timeline returns a page of what a contact did, the latest first; of several things at
// one time, the one with the greater id. A page follows, or precedes, the entry whose
// id is in at. Finding it reads the times of all that the contact did, from indexes alone.
func Timeline(ctx context.Context, v *store.View, ref Ref, at Position) (p Page[Moment], err error) {
	contact, err := Contacts.id(ctx, v, ref, "")
	if err != nil {
		return p, err
	}
	if err := v.QueryRow(ctx, momentCount, v.Caller().Workspace(), contact).Scan(&p.Count); err != nil {
		return p, listing("a timeline", conditions{}, err)
	}
	if at.beyond(p.Count) {
		return p, ErrInvalidPage
	}
	from := time.Time{}
	if beside := max(at.After, at.Before); beside > 0 {
		if from, err = timeOf(ctx, v, contact, beside); err != nil {
			return p, err
		}
	}
	sql, more := at.moments(from)
	p.Items, err = collect(ctx, v, sql, append([]any{v.Caller().Workspace(), contact, at.Size + 1}, more...), scanMoment)
	if err != nil {
		return p, listing("a timeline", conditions{}, err)
	}
	p.trim(at)
	if len(p.Items) > 0 {
		p.First, p.Last = p.Items[0].ID, p.Items[len(p.Items)-1].ID
	}
	return p, nil
}

func scanMoment(rows *sql.Rows) (m Moment, err error) {
	return m, rows.Scan(&m.ID, &m.At, &m.Name, &m.URL, &m.Title)
}

// momentCount counts what a contact ($2) did.
var momentCount = `SELECT ` + eachMoment(" + ", func(table string, _ int) string {
	return `(SELECT count(*) FROM ` + table + ` r WHERE r.workspace_id = $1 AND r.contact_id = $2)`
})

// timeOf is when an entry happened that a cursor names.
func timeOf(ctx context.Context, v *store.View, contact, entry int64) (at time.Time, err error) {
	source := entry & (1<<momentBits - 1)
	if source >= int64(len(moments)) {
		return at, ErrInvalidPage
	}
	err = v.QueryRow(ctx, `SELECT at FROM `+moments[source].table+` WHERE workspace_id = $1 AND id = $2 AND contact_id = $3`,
		v.Caller().Workspace(), entry>>momentBits, contact).Scan(&at)
	if errors.Is(err, sql.ErrNoRows) {
		return at, ErrInvalidPage
	}
	if err != nil {
		return at, fmt.Errorf("reading a timeline: %w", err)
	}
	return at, nil
}

// moments is the statement that reads a page; from is when the entry happened that it
// is beside. Every source gives as many as the page may need ($3), the latest of all of
// them are chosen, and only these are looked at.
func (at Position) moments(from time.Time) (sql string, args []any) {
	beside, order, limit, offset := "", "DESC", "$3", ""
	switch {
	case at.Number > 0:
		limit, offset, args = "$3::bigint + $4::bigint", " OFFSET $4", []any{(at.Number - 1) * at.Size}
	case at.Before > 0:
		beside, order, args = " AND (r.at, r.id << 2 | @) > ($4::timestamptz, $5::bigint)", "ASC", []any{from, at.Before}
	case at.After > 0:
		beside, args = " AND (r.at, r.id << 2 | @) < ($4::timestamptz, $5::bigint)", []any{from, at.After}
	}
	chosen := eachMoment(" UNION ALL ", func(table string, source int) string {
		n := strconv.Itoa(source)
		return `(SELECT r.at, r.id << 2 | ` + n + ` AS entry FROM ` + table + ` r WHERE r.workspace_id = $1 AND r.contact_id = $2` +
			strings.ReplaceAll(beside, "@", n) + ` ORDER BY r.at ` + order + `, r.id ` + order + ` LIMIT ` + limit + `)`
	})
	shown := eachMoment(" UNION ALL ", func(table string, source int) string {
		m := moments[source]
		return `SELECT ` + m.name + ` AS name, ` + m.url + ` AS url, ` + m.title + ` AS title FROM ` + table + ` r
			WHERE c.entry & 3 = ` + strconv.Itoa(source) + ` AND r.workspace_id = $1 AND r.id = c.entry >> 2`
	})
	return `SELECT c.entry, c.at, s.name, s.url, s.title
		FROM (SELECT * FROM (` + chosen + `) u ORDER BY u.at ` + order + `, u.entry ` + order + ` LIMIT $3` + offset + `) c
		CROSS JOIN LATERAL (` + shown + `) s ORDER BY c.at ` + order + `, c.entry ` + order, args
}

func eachMoment(between string, part func(table string, source int) string) string {
	parts := make([]string, len(moments))
	for i := range moments {
		parts[i] = part(moments[i].table, i)
	}
	return strings.Join(parts, between)
}
