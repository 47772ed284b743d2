package apikey

import (
	"time"
	_ "time/tzdata" // so that a machine without a time zone database knows them too

	"latchkey/internal/fault"
)

// ErrZoneUnknown says that a text is not the name of a time zone.
var ErrZoneUnknown = fault.New(fault.Invalid, "TIME_ZONE_UNKNOWN", "Choose a time zone by its IANA name, for example Europe/Warsaw.")

// LoadZone returns the IANA time zone of that name. It reads the database each
// time; keep what it returns. The names of the package time that mean whatever
// the machine is set to ("", "Local") are refused, as are the copies of the
// database that some systems keep beside it (posix/…, right/…): unlike zones,
// they begin with a small letter.
func LoadZone(name string) (*time.Location, error) {
	if name == "" || name == "Local" || name[0] < 'A' || name[0] > 'Z' {
		return nil, ErrZoneUnknown
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, ErrZoneUnknown.Because(err)
	}
	return loc, nil
}
