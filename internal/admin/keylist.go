package admin

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/text"
)

// KeyFilter narrows a list of keys; what is zero does not.
type KeyFilter struct {
	Status *string
	Scope  *string
	Search string // a part of the name, or exactly the hint or its last four characters

	ExpiresBefore string     // a day, YYYY-MM-DD: keys that expire on an earlier one
	UnusedSince   *time.Time // keys that existed then, and were not used since
	CreatedBy     uuid.UUID  // a person
}

// KeyOrder is the order of a list of keys. The zero order is the newest first.
type KeyOrder struct {
	Field      string // of store.KeyFields
	Descending bool
}

// KeyPage is a part of a list of keys. It may have fewer edges than were asked for, and
// even none, before the last page: where very many keys are narrowed to few of them,
// only so many are looked at for each page.
type KeyPage struct {
	Edges       []KeyEdge
	HasNextPage bool
	EndCursor   string // "" when there is nothing to go on from
	Total       int    // of the whole list; at least so many, if it is not exact
	Exact       bool
}

// KeyEdge is a key in a list.
type KeyEdge struct {
	Cursor string
	Key    apikey.Key
}

// What is wrong with a filter or an order.
var (
	errStatus = fault.New(fault.Invalid, "STATUS_UNKNOWN", "The status must be ACTIVE, ROTATING, EXPIRED, DISABLED or REVOKED.").On("filter", "status")
	errSearch = fault.New(fault.Invalid, "SEARCH_INVALID", "Search for at most 100 characters of text.").On("filter", "search")
	errOrder  = fault.New(fault.Invalid, "ORDER_UNKNOWN", "Keys are ordered by CREATED_AT, NAME, EXPIRES_ON or LAST_USED_AT.").On("orderBy", "field")
)

// Key returns one key.
func (s *Service) Key(ctx context.Context, who caller.Caller, id uuid.UUID) (key apikey.Key, err error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return apikey.Key{}, err
	}
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		found, ok, err := v.Key(ctx, id)
		if err != nil || !ok {
			return orNotFound(err, errNoKey)
		}
		key = found.As(v.zone, v.now)
		return nil
	})
	return key, err
}

// look is reading in a workspace.
type look struct {
	*store.View
	zone *time.Location
	now  time.Time
}

// view runs f, which reads what depends on the workspace's zone and the time.
func (s *Service) view(ctx context.Context, who caller.Caller, f func(context.Context, *look) error) error {
	return s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		w, err := settings(ctx, who, v)
		if err != nil {
			return err
		}
		zone, err := zoneOf(w)
		if err != nil {
			return err
		}
		return f(ctx, &look{v, zone, s.clock()})
	})
}

// Keys returns a page of the workspace's keys.
func (s *Service) Keys(ctx context.Context, who caller.Caller, filter KeyFilter, order KeyOrder, page Page) (out KeyPage, err error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return KeyPage{}, err
	}
	query, err := keyQuery(filter, order, page)
	if err != nil {
		return KeyPage{}, err
	}
	size := query.Limit
	query.Limit++
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		query.Now, query.Today = v.now, apikey.DayOf(v.now, v.zone)
		list, err := v.Keys(ctx, query)
		found, more := cut(list.Keys, size)
		out.HasNextPage, out.Edges = more || list.On != nil, make([]KeyEdge, len(found))
		out.Total, out.Exact = list.N, list.Exact
		for i, key := range found {
			out.EndCursor = cursorOf(query.Order, query.Order.By.Position(key))
			out.Edges[i] = KeyEdge{out.EndCursor, key.As(v.zone, v.now)}
		}
		if !more && list.On != nil {
			out.EndCursor = cursorOf(query.Order, *list.On)
		}
		return err
	})
	if err != nil {
		return KeyPage{}, err
	}
	return out, nil
}

func cursorOf(o store.KeyOrder, p store.KeyPosition) string {
	return cursor{keyList(o), p.Value, p.ID}.String()
}

// keyQuery checks a list's arguments.
func keyQuery(filter KeyFilter, order KeyOrder, page Page) (q store.KeyQuery, err error) {
	var wrong fault.Fields
	q.Order, err = order.parse()
	wrong.Add(err)
	q.Limit, err = page.size()
	wrong.Add(err)
	after, err := page.in(keyList(q.Order), q.Order.By.Reads)
	wrong.Add(err)
	if after != nil {
		q.After = &store.KeyPosition{Value: after.Value, ID: after.ID}
	}
	filter.parse(&q, &wrong)
	return q, wrong.Err()
}

func (o KeyOrder) parse() (store.KeyOrder, error) {
	if o == (KeyOrder{}) {
		return store.KeyOrder{By: store.ByCreated, Descending: true}, nil
	}
	by := store.KeyField(o.Field)
	if !slices.Contains(store.KeyFields(), by) {
		return store.KeyOrder{}, errOrder
	}
	return store.KeyOrder{By: by, Descending: o.Descending}, nil
}

func (f KeyFilter) parse(q *store.KeyQuery, wrong *fault.Fields) {
	if f.Status != nil {
		if q.Status = apikey.Status(*f.Status); !slices.Contains(apikey.Statuses(), q.Status) {
			wrong.Add(errStatus)
		}
	}
	if f.Scope != nil {
		scope, err := apikey.ParseScope(*f.Scope)
		q.Scope = scope
		wrong.Add(fault.On(err, "filter", "scope"))
	}
	if f.ExpiresBefore != "" {
		day, err := apikey.ParseDay(f.ExpiresBefore)
		q.ExpiresBefore = day
		wrong.Add(fault.On(err, "filter", "expiresBefore"))
	}
	if f.UnusedSince != nil {
		q.UnusedSince = *f.UnusedSince
	}
	q.CreatedBy = f.CreatedBy
	q.Search = strings.TrimSpace(f.Search)
	if !text.OneLine(q.Search) || utf8.RuneCountInString(q.Search) > apikey.MaxName {
		wrong.Add(errSearch)
	}
}
