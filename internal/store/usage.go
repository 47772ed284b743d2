package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/apikey"
)

// UsageGroup is what usage is added up by.
type UsageGroup string

// The groups. Hours and days come in their order, the others by how much they called.
const (
	ByHour      UsageGroup = "HOUR"
	ByDay       UsageGroup = "DAY"
	ByOperation UsageGroup = "OPERATION"
	ByOutcome   UsageGroup = "OUTCOME"
	ByAddress   UsageGroup = "ADDRESS"
	ByUserAgent UsageGroup = "USER_AGENT"
	ByKey       UsageGroup = "KEY"
)

// UsageGroups returns every group.
func UsageGroups() []UsageGroup {
	return []UsageGroup{ByHour, ByDay, ByOperation, ByOutcome, ByAddress, ByUserAgent, ByKey}
}

// OfSources reports whether the group is counted by day alone, beside the hours.
func (g UsageGroup) OfSources() bool { return g == ByAddress || g == ByUserAgent }

// UsageQuery asks for usage from From until before To. Before the hours that are
// kept, and for sources, both are beginnings of days.
type UsageQuery struct {
	Key      uuid.UUID // uuid.Nil: all keys
	From, To time.Time
	By       UsageGroup
	Limit    int
}

// UsageRow is a group: an hour (RFC 3339), a day, an operation, an outcome, an
// address, a user agent, or the id of a key.
type UsageRow struct {
	Group           string
	Calls, Refusals int64     // accepted, and turned away
	LastSeen        time.Time // of sources to the microsecond, otherwise the hour or day of the latest
}

const (
	// usageHours is usage by hour where there still are hours, and by day before.
	usageHours = `SELECT %s AS grp, CASE WHEN u.outcome ~ '^[1-5]xx$' THEN u.calls ELSE 0 END AS accepted,
			CASE WHEN u.outcome ~ '^[1-5]xx$' THEN 0 ELSE u.calls END AS refused, u.at
		FROM (SELECT key_id, hour AS at, operation, outcome, calls FROM usage_hour WHERE workspace_id = $1 AND hour >= $2 AND hour < $3
			UNION ALL
			SELECT key_id, day::timestamp AT TIME ZONE 'UTC', operation, outcome, calls FROM usage_day
			WHERE workspace_id = $1 AND day >= $4::date AND day < $5::date) AS u
		WHERE %s`
	usageSources = `SELECT u.source AS grp, u.calls AS accepted, u.refusals AS refused, u.last_seen AS at
		FROM usage_source u WHERE u.workspace_id = $1 AND $2::timestamptz < $3::timestamptz AND u.day >= $4::date AND u.day < $5::date
		AND u.kind = '%s' AND %s`

	ofOneOrAll = `($6::uuid IS NULL OR u.key_id = $6)`
	ofEach     = `u.key_id = k.id`
)

// rows is the statement that yields what is to be added up of those keys that which,
// a condition, lets through.
func (g UsageGroup) rows(which string) string {
	const utc = `at time zone 'UTC'`
	switch g {
	case ByAddress:
		return fmt.Sprintf(usageSources, FromAddress, which)
	case ByUserAgent:
		return fmt.Sprintf(usageSources, FromUserAgent, which)
	case ByHour:
		return fmt.Sprintf(usageHours, `to_char(u.at `+utc+`, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`, which)
	case ByDay:
		return fmt.Sprintf(usageHours, `to_char(u.at `+utc+`, 'YYYY-MM-DD')`, which)
	case ByOperation:
		return fmt.Sprintf(usageHours, `u.operation`, which)
	case ByKey:
		return fmt.Sprintf(usageHours, `u.key_id::text`, which)
	default:
		return fmt.Sprintf(usageHours, `u.outcome`, which)
	}
}

func (g UsageGroup) order() string {
	if g == ByHour || g == ByDay {
		return `grp`
	}
	return `sum(accepted) + sum(refused) DESC, grp`
}

// Usage returns the first groups, and the sums over all of them.
func (v *View) Usage(ctx context.Context, q UsageQuery) (found []UsageRow, calls, refusals int64, err error) {
	rows, err := v.Query(ctx, `SELECT grp, sum(accepted), sum(refused), max(at), sum(sum(accepted)) OVER (), sum(sum(refused)) OVER ()
		FROM (`+q.By.rows(ofOneOrAll)+`) AS u GROUP BY grp ORDER BY `+q.By.order()+` LIMIT $7`,
		v.who.Workspace(), q.From, q.To, dateFrom(q.From), dateFrom(q.To), orNull(q.Key), q.Limit)
	if err != nil {
		return nil, 0, 0, fmt.Errorf("adding usage up: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var r UsageRow
		if err := rows.Scan(&r.Group, &r.Calls, &r.Refusals, &r.LastSeen, &calls, &refusals); err != nil {
			return nil, 0, 0, fmt.Errorf("adding usage up: %w", err)
		}
		r.LastSeen = r.LastSeen.UTC()
		found = append(found, r)
	}
	return found, calls, refusals, rows.Err()
}

// KeyUsage is the usage of one key.
type KeyUsage struct {
	Rows            []UsageRow // the first groups
	Calls, Refusals int64      // of all
}

// UsageOf is Usage of several keys, each by itself; those without any are left out.
func (v *View) UsageOf(ctx context.Context, q UsageQuery, keys []uuid.UUID) (found map[uuid.UUID]KeyUsage, err error) {
	rows, err := v.Query(ctx, `SELECT k.id, e.* FROM unnest($6::uuid[]) AS k (id) CROSS JOIN LATERAL (
			SELECT grp, sum(accepted), sum(refused), max(at), sum(sum(accepted)) OVER (), sum(sum(refused)) OVER ()
			FROM (`+q.By.rows(ofEach)+`) AS u GROUP BY grp ORDER BY `+q.By.order()+` LIMIT $7) AS e`,
		v.who.Workspace(), q.From, q.To, dateFrom(q.From), dateFrom(q.To), idTexts(keys), q.Limit)
	if err != nil {
		return nil, fmt.Errorf("adding the usage of keys up: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	found = map[uuid.UUID]KeyUsage{}
	for rows.Next() {
		var key uuid.UUID
		var r UsageRow
		var calls, refusals int64
		if err := rows.Scan(&key, &r.Group, &r.Calls, &r.Refusals, &r.LastSeen, &calls, &refusals); err != nil {
			return nil, fmt.Errorf("adding the usage of keys up: %w", err)
		}
		r.LastSeen = r.LastSeen.UTC()
		found[key] = KeyUsage{append(found[key].Rows, r), calls, refusals}
	}
	return found, rows.Err()
}

func idTexts(ids []uuid.UUID) pq.StringArray {
	texts := make(pq.StringArray, len(ids))
	for i, id := range ids {
		texts[i] = id.String()
	}
	return texts
}

// dateFrom is the first day of UTC that begins at t or later.
func dateFrom(t time.Time) string {
	return t.UTC().Add(24*time.Hour - time.Nanosecond).Truncate(24 * time.Hour).Format(time.DateOnly)
}

// Seen is an address that a key's accepted calls came from.
type Seen struct {
	Key      uuid.UUID
	Address  string // "" when it could not be established, or OtherSources
	Calls    int64
	LastSeen time.Time
}

// SeenSince hands every address that accepted calls came from since the day of
// since to f, with its key; keys that are revoked are left out. What f does must
// not use v.
func (v *View) SeenSince(ctx context.Context, since time.Time, f func(Seen) error) error {
	rows, err := v.Query(ctx, `SELECT s.key_id, s.source, sum(s.calls), max(s.last_seen)
		FROM usage_source s JOIN api_key k ON k.workspace_id = s.workspace_id AND k.id = s.key_id
		WHERE s.workspace_id = $1 AND s.day >= $2::date AND s.kind = 'address' AND s.calls > 0 AND k.revoked_at IS NULL
		GROUP BY 1, 2`, v.who.Workspace(), since.UTC().Format(time.DateOnly))
	if err != nil {
		return fmt.Errorf("reading the addresses of keys: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	for rows.Next() {
		var s Seen
		if err := rows.Scan(&s.Key, &s.Address, &s.Calls, &s.LastSeen); err != nil {
			return fmt.Errorf("reading the addresses of keys: %w", err)
		}
		s.LastSeen = s.LastSeen.UTC()
		if err := f(s); err != nil {
			return err
		}
	}
	return rows.Err()
}

// KeyHabits is how a key was used.
type KeyHabits struct {
	Calls     bool       // there were any, refused ones included
	OnlyReads bool       // every call was a read, or concerned the key itself
	Addresses int        // the most addresses that accepted calls of one day came from
	Page      BrowserUse // the latest use by a web page, whenever it was; the zero value when there was none
}

// HabitsOf returns how keys were used since a day.
func (v *View) HabitsOf(ctx context.Context, keys []uuid.UUID, since time.Time) (habits map[uuid.UUID]KeyHabits, err error) {
	rows, err := v.Query(ctx, `
		SELECT k.id, a.calls, a.only_reads, COALESCE((SELECT max(d.n) FROM (
			SELECT count(*) AS n FROM usage_source
			WHERE workspace_id = $1 AND key_id = k.id AND day >= $4::date AND kind = 'address' AND source <> '' AND calls > 0 GROUP BY day) AS d), 0), b.at, b.origin
		FROM unnest($2::uuid[]) AS k (id) LEFT JOIN api_key_browser_use b ON b.workspace_id = $1 AND b.key_id = k.id CROSS JOIN LATERAL (
			SELECT count(*) > 0 AS calls, COALESCE(bool_and(u.access IN ('read', 'own')) AND bool_or(u.access = 'read'), false) AS only_reads FROM (
				SELECT access FROM usage_hour WHERE workspace_id = $1 AND key_id = k.id AND hour >= $3
				UNION SELECT access FROM usage_day WHERE workspace_id = $1 AND key_id = k.id AND day >= $4::date) AS u) AS a`,
		v.who.Workspace(), idTexts(keys), since, since.UTC().Format(time.DateOnly))
	if err != nil {
		return nil, fmt.Errorf("reading how keys were used: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	habits = make(map[uuid.UUID]KeyHabits, len(keys))
	for rows.Next() {
		var key uuid.UUID
		var h KeyHabits
		var at sql.NullTime
		var origin sql.NullString
		if err := rows.Scan(&key, &h.Calls, &h.OnlyReads, &h.Addresses, &at, &origin); err != nil {
			return nil, fmt.Errorf("reading how keys were used: %w", err)
		}
		if at.Valid {
			h.Page = BrowserUse{v.who.Workspace(), key, at.Time.UTC(), origin.String}
		}
		habits[key] = h
	}
	return habits, rows.Err()
}

// KeysOf returns those of the keys that exist, without what apikey.Key.As fills in.
func (v *View) KeysOf(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]apikey.Key, error) {
	rows, err := v.Query(ctx, keyColumns+keyFrom+` AND k.id = ANY ($2::uuid[])`, v.who.Workspace(), idTexts(ids))
	if err != nil {
		return nil, fmt.Errorf("reading keys: %w", err)
	}
	defer rows.Close() // rows.Err says what went wrong
	found := make(map[uuid.UUID]apikey.Key, len(ids))
	for rows.Next() {
		k, err := scanKey(rows, v.who.Workspace())
		if err != nil {
			return nil, fmt.Errorf("reading keys: %w", err)
		}
		found[k.ID] = k
	}
	return found, rows.Err()
}
