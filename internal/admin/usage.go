package admin

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// MaxUsageRows is the most groups that usage has. Hours and days fit in always.
const MaxUsageRows = 500

// UsageGroup is what usage is added up by.
type UsageGroup = store.UsageGroup

// UsageQuery asks for usage. Hours and days are those of UTC.
type UsageQuery struct {
	Key      uuid.UUID // uuid.Nil: all keys of the workspace
	From, To time.Time // zero: 30 days ago, and now
	GroupBy  UsageGroup
}

// Usage is how often keys called. Calls and refusals are disjoint.
type Usage struct {
	// From and To are what was counted: the range asked for, widened to whole hours,
	// or to days where only days are kept, and cut to what is kept at all.
	From, To        time.Time
	Calls, Refusals int64 // of all groups, also those that Rows has no room for
	Rows            []UsageRow
	Truncated       bool // there are more groups than Rows has
}

// UsageRow is one group: an hour (RFC 3339), a day, an operation, an outcome ("2xx"
// or the reason of the refusal), an address or user agent ("" when there was none,
// "other" for those beyond a day's bound), or the id of a key.
type UsageRow struct {
	Group           string
	Key             *apikey.Key // when keys are the groups
	Calls, Refusals int64
	LastSeen        time.Time // exact for addresses and user agents, otherwise the hour or day
}

// What is wrong with a question about usage.
var (
	errGroup = fault.New(fault.Invalid, "USAGE_GROUP_UNKNOWN", "Usage is grouped by HOUR, DAY, OPERATION, OUTCOME, ADDRESS, USER_AGENT or KEY.").On("groupBy")
	errRange = fault.New(fault.Invalid, "USAGE_RANGE_INVALID", "The range must end after it begins.").On("range")
)

// Usage returns how often keys called and were refused.
func (s *Service) Usage(ctx context.Context, who caller.Caller, in UsageQuery) (out Usage, err error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return Usage{}, err
	}
	query, err := in.parse(s.clock())
	if err != nil {
		return Usage{}, err
	}
	out.From, out.To = query.From, query.To
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		if in.Key != uuid.Nil {
			if _, ok, err := v.Key(ctx, in.Key); err != nil || !ok {
				return orNotFound(err, errNoKey)
			}
		}
		rows, calls, refusals, err := v.Usage(ctx, query)
		if err != nil {
			return err
		}
		out.Calls, out.Refusals = calls, refusals
		rows, out.Truncated = cut(rows, MaxUsageRows)
		out.Rows, err = v.usageRows(ctx, query.By, rows)
		return err
	})
	if err != nil {
		return Usage{}, err
	}
	return out, nil
}

// UsageOf is Usage of several keys, each by itself, at the cost of one. Keys that do
// not exist are left out, and in.Key says nothing.
func (s *Service) UsageOf(ctx context.Context, who caller.Caller, keys []uuid.UUID, in UsageQuery) (out map[uuid.UUID]Usage, err error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return nil, err
	}
	query, err := in.parse(s.clock())
	if err != nil {
		return nil, err
	}
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		there, err := v.keysOf(ctx, keys)
		if err != nil {
			return err
		}
		found, err := v.UsageOf(ctx, query, keys)
		if err != nil {
			return err
		}
		out = make(map[uuid.UUID]Usage, len(there))
		for id, key := range there {
			out[id] = usageOfKey(key, query, found[id])
		}
		return nil
	})
	return out, err
}

func usageOfKey(key apikey.Key, query store.UsageQuery, found store.KeyUsage) Usage {
	rows, truncated := cut(found.Rows, MaxUsageRows)
	out := Usage{From: query.From, To: query.To, Calls: found.Calls, Refusals: found.Refusals, Truncated: truncated, Rows: plainRows(rows)}
	if query.By == store.ByKey {
		for i := range out.Rows {
			out.Rows[i].Key = &key // the one group that there can be
		}
	}
	return out
}

// parse checks the question, and widens and cuts its range.
func (in UsageQuery) parse(now time.Time) (q store.UsageQuery, err error) {
	var wrong fault.Fields
	if !slices.Contains(store.UsageGroups(), in.GroupBy) {
		wrong.Add(errGroup)
	}
	q = store.UsageQuery{Key: in.Key, From: in.From, To: in.To, By: in.GroupBy, Limit: MaxUsageRows + 1}
	if q.From.IsZero() {
		q.From = now.AddDate(0, 0, -habitDays)
	}
	if q.To.IsZero() || q.To.After(now) {
		q.To = now.Add(time.Microsecond) // what happens now is in it
	}
	if !q.From.Before(q.To) {
		wrong.Add(errRange)
	}
	kept := store.KeptSince(now, store.DaysKept)
	switch {
	case in.GroupBy == store.ByHour:
		kept = store.KeptSince(now, store.HoursKept)
	case in.GroupBy.OfSources():
		kept = store.KeptSince(now, store.SourcesKept)
	}
	q.From = notBefore(floor(q.From, in.step(q.From, now)), kept)
	step := in.step(q.To, now)
	q.To = notBefore(floor(q.To.Add(step-time.Nanosecond), step), q.From)
	return q, wrong.Err()
}

// step is how finely usage is known at a time.
func (in UsageQuery) step(at, now time.Time) time.Duration {
	if in.GroupBy.OfSources() || in.GroupBy == store.ByDay || at.Before(store.KeptSince(now, store.HoursKept)) {
		return 24 * time.Hour
	}
	return time.Hour
}

func floor(t time.Time, step time.Duration) time.Time { return t.UTC().Truncate(step) }

func notBefore(t, earliest time.Time) time.Time {
	if t.Before(earliest) {
		return earliest
	}
	return t
}

func plainRows(rows []store.UsageRow) []UsageRow {
	all := make([]UsageRow, len(rows))
	for i, r := range rows {
		all[i] = UsageRow{Group: r.Group, Calls: r.Calls, Refusals: r.Refusals, LastSeen: r.LastSeen}
	}
	return all
}

// usageRows are the rows as they are shown.
func (v *look) usageRows(ctx context.Context, by UsageGroup, rows []store.UsageRow) ([]UsageRow, error) {
	all := plainRows(rows)
	if by != store.ByKey {
		return all, nil
	}
	ids := make([]uuid.UUID, len(rows))
	for i, r := range rows {
		var err error
		if ids[i], err = uuid.Parse(r.Group); err != nil {
			return nil, err
		}
	}
	keys, err := v.keysOf(ctx, ids)
	for i, id := range ids {
		if key, ok := keys[id]; ok {
			all[i].Key = &key
		}
	}
	return all, err
}

// keysOf are the keys as they are shown.
func (v *look) keysOf(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]apikey.Key, error) {
	keys, err := v.KeysOf(ctx, ids)
	for id, key := range keys {
		keys[id] = key.As(v.zone, v.now)
	}
	return keys, err
}
