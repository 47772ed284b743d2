package apikey

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"latchkey/internal/fault"
)

// Day is a day of the calendar, in no particular time zone. The zero Day is no
// day, which for a day of expire means never.
type Day struct {
	year  int
	month time.Month
	day   int
}

// What is wrong with the text of a day.
var (
	ErrDayMalformed = fault.New(fault.Invalid, "DAY_MALFORMED", "Write the day as YYYY-MM-DD, for example 2026-11-30.")
	ErrDayUnknown   = fault.New(fault.Invalid, "DAY_UNKNOWN", "This day is not on the calendar.")
)

// ParseDay reads YYYY-MM-DD, from 0001-01-01 to 9999-12-31.
func ParseDay(text string) (Day, error) {
	if !looksLikeDay(text) {
		return Day{}, ErrDayMalformed
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() == 0 {
		return Day{}, fault.New(fault.Invalid, ErrDayUnknown.Code, text+" is not on the calendar.")
	}
	return DayOf(t, time.UTC), nil
}

func looksLikeDay(text string) bool {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		return r
	}, text) == "0000-00-00"
}

// DayOf returns the day on which t falls in loc. A DATE of PostgreSQL, which
// the driver gives as midnight in UTC, is DayOf(t, time.UTC).
func DayOf(t time.Time, loc *time.Location) Day {
	year, month, day := t.In(loc).Date()
	return Day{year, month, day}
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// String returns YYYY-MM-DD, or "" for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// MarshalText returns what String returns.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// Compare returns -1, 0 or +1 as d is before, the same as or after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

// Before reports whether d is an earlier day than e.
func (d Day) Before(e Day) bool { return d.Compare(e) < 0 }

// After reports whether d is a later day than e.
func (d Day) After(e Day) bool { return d.Compare(e) > 0 }

// Outlasts reports whether a key with d as its day of expire works longer than one
// with e.
func (d Day) Outlasts(e Day) bool {
	return !e.IsZero() && (d.IsZero() || d.After(e))
}

// Plus returns the day that many days later.
func (d Day) Plus(days int) Day {
	return DayOf(time.Date(d.year, d.month, d.day+days, 0, 0, 0, 0, time.UTC), time.UTC)
}

// Ends returns the first instant whose date in loc is later than d: the moment
// at which a key with this day of expire has stopped. No day never ends, and
// answers the zero time.
//
// Midnight may not exist (clocks jump over it, or a whole day is left out) and
// may come twice, and time.Date promises neither of the two. So this walks
// through the spans of constant UTC offset around it; the first that reaches
// midnight has the answer, and one that begins later than midnight answers with
// its beginning. A span whose end is not after its own instants has no end that
// matters: ZoneBounds answers so for zones without further changes (the zero
// time) and, in error, for the last day of leap years beyond the zone's table.
func (d Day) Ends(loc *time.Location) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	next := time.Date(d.year, d.month, d.day+1, 0, 0, 0, 0, time.UTC)
	// No zone was ever 24 hours ahead of UTC, so the day is not over here.
	at := next.Add(-24 * time.Hour).In(loc)
	for {
		_, offset := at.Zone()
		midnight := next.Add(-time.Duration(offset) * time.Second).In(loc)
		if !midnight.After(at) {
			return at
		}
		_, end := at.ZoneBounds()
		if !end.After(at) || midnight.Before(end) {
			return midnight
		}
		at = end
	}
}
