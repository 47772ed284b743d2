package records

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Day is a calendar day; the zero Day was never set.
type Day struct{ at time.Time }

// set takes ISO 8601 dates, and of instants the day in UTC.
func (d *Day) set(v any) error {
	at, ok := toInstant(v)
	if !ok {
		return invalid("Date has wrong format. Use an ISO 8601 date, such as 2024-02-29.")
	}
	d.at = at
	return nil
}

// Known reports whether there is a day.
func (d Day) Known() bool { return !d.at.IsZero() }

func (d Day) String() string { return d.at.Format(time.DateOnly) }

// Scan implements sql.Scanner for a date column.
func (d *Day) Scan(column any) error {
	switch v := column.(type) {
	case nil:
		*d = Day{}
	case time.Time:
		d.at = v
	default:
		return fmt.Errorf("records: a day of type %T", column)
	}
	return nil
}

// Value implements driver.Valuer for it.
func (d Day) Value() (driver.Value, error) {
	if !d.Known() {
		return nil, nil
	}
	return d.String(), nil
}
