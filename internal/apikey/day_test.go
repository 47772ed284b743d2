package apikey_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/internal/apikey"
)

// zones are those whose midnights are odd, and the usual ones.
var zones = []string{
	"UTC", "Europe/Warsaw", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe",
	"America/Havana", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "America/Asuncion", "Asia/Amman",
	"Pacific/Apia", "Pacific/Kwajalein", "Pacific/Kiritimati", "Pacific/Chatham", "Pacific/Pago_Pago",
	"America/St_Johns", "America/Sao_Paulo", "America/Scoresbysund", "Asia/Tehran", "Africa/Casablanca",
	"Asia/Manila", "America/Juneau", "Africa/Monrovia", "Antarctica/Troll", "Etc/GMT+12", "Etc/GMT-14",
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := apikey.LoadZone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func day(t testing.TB, text string) apikey.Day {
	t.Helper()
	d, err := apikey.ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDay(t *testing.T) {
	for _, c := range []struct {
		text string
		err  error
	}{
		{text: "2026-11-30"},
		{text: "2024-02-29"},
		{text: "2000-02-29"},
		{text: "0001-01-01"},
		{text: "9999-12-31"},
		{text: "2026-02-30", err: apikey.ErrDayUnknown},
		{text: "2026-02-29", err: apikey.ErrDayUnknown},
		{text: "1900-02-29", err: apikey.ErrDayUnknown},
		{text: "2026-04-31", err: apikey.ErrDayUnknown},
		{text: "2026-13-01", err: apikey.ErrDayUnknown},
		{text: "2026-00-10", err: apikey.ErrDayUnknown},
		{text: "2026-10-00", err: apikey.ErrDayUnknown},
		{text: "2026-10-32", err: apikey.ErrDayUnknown},
		{text: "0000-01-01", err: apikey.ErrDayUnknown},
		{text: "", err: apikey.ErrDayMalformed},
		{text: "2026-1-1", err: apikey.ErrDayMalformed},
		{text: "26-11-30", err: apikey.ErrDayMalformed},
		{text: "2026/11/30", err: apikey.ErrDayMalformed},
		{text: "30-11-2026", err: apikey.ErrDayMalformed},
		{text: " 2026-11-30", err: apikey.ErrDayMalformed},
		{text: "2026-11-30T00:00:00Z", err: apikey.ErrDayMalformed},
		{text: "12026-11-30", err: apikey.ErrDayMalformed},
		{text: "-026-11-30", err: apikey.ErrDayMalformed},
		{text: "٢٠٢٦-11-30", err: apikey.ErrDayMalformed},
		{text: "tomorrow", err: apikey.ErrDayMalformed},
	} {
		got, err := apikey.ParseDay(c.text)
		if !errors.Is(err, c.err) {
			t.Errorf("ParseDay(%q): %v, want %v", c.text, err, c.err)
		}
		want := c.text
		if c.err != nil {
			want = ""
		}
		if got.String() != want {
			t.Errorf("ParseDay(%q) = %q", c.text, got)
		}
	}
}

func TestDayOrder(t *testing.T) {
	in := []string{"2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2027-01-01"}
	for i, a := range in {
		for j, b := range in {
			a, b := day(t, a), day(t, b)
			if a.Before(b) != (i < j) || a.After(b) != (i > j) || (a.Compare(b) == 0) != (i == j) || (a == b) != (i == j) {
				t.Errorf("%s and %s", a, b)
			}
		}
	}
}

func TestDayPrints(t *testing.T) {
	got, err := json.Marshal([]apikey.Day{day(t, "2026-11-30"), {}})
	if err != nil || string(got) != `["2026-11-30",""]` {
		t.Errorf("%s, %v", got, err)
	}
}

func TestDayOf(t *testing.T) {
	at := time.Date(2026, 11, 30, 23, 30, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"UTC": "2026-11-30", "Europe/Warsaw": "2026-12-01", "America/New_York": "2026-11-30", "Asia/Kathmandu": "2026-12-01",
	} {
		if got := apikey.DayOf(at, zone(t, name)); got.String() != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestDayEnds(t *testing.T) {
	for _, c := range []struct{ day, zone, want, why string }{
		{"2026-11-30", "UTC", "2026-12-01T00:00:00Z", "the plain case"},
		{"2026-12-31", "Europe/Warsaw", "2027-01-01T00:00:00+01:00", "over the year"},
		{"2028-02-28", "Europe/Warsaw", "2028-02-29T00:00:00+01:00", "a leap year"},
		{"2026-11-30", "Asia/Kathmandu", "2026-12-01T00:00:00+05:45", "a quarter of an hour"},
		{"2026-03-07", "America/Havana", "2026-03-08T01:00:00-04:00", "midnight does not exist"},
		{"2026-10-31", "America/Havana", "2026-11-01T00:00:00-04:00", "midnight comes twice"},
		{"2026-09-05", "America/Santiago", "2026-09-06T01:00:00-03:00", "midnight does not exist"},
		{"2026-04-04", "America/Santiago", "2026-04-05T00:00:00-04:00", "23:00 comes twice"},
		{"2026-04-23", "Africa/Cairo", "2026-04-24T01:00:00+03:00", "midnight does not exist"},
		{"2026-10-29", "Africa/Cairo", "2026-10-30T00:00:00+02:00", "23:00 comes twice"},
		{"2011-12-29", "Pacific/Apia", "2011-12-31T00:00:00+14:00", "the next day was left out"},
		{"2011-12-30", "Pacific/Apia", "2011-12-31T00:00:00+14:00", "the day was left out"},
		{"2011-12-31", "Pacific/Apia", "2012-01-01T00:00:00+14:00", "the day after it"},
		{"2026-10-03", "Australia/Lord_Howe", "2026-10-04T00:00:00+10:30", "half an hour, at two"},
		{"2026-10-04", "Australia/Lord_Howe", "2026-10-05T00:00:00+11:00", "half an hour, at two"},
		{"2010-11-06", "America/St_Johns", "2010-11-07T00:00:00-02:30", "one minute after midnight it was yesterday again"},
		{"2040-12-30", "Europe/Warsaw", "2040-12-31T00:00:00+01:00", "the last day of a leap year"},
		{"2040-12-31", "Europe/Warsaw", "2041-01-01T00:00:00+01:00", "the last day of a leap year"},
		{"2026-11-30", "Etc/GMT-14", "2026-12-01T00:00:00+14:00", "the earliest"},
		{"2026-11-30", "Etc/GMT+12", "2026-12-01T00:00:00-12:00", "the latest"},
	} {
		got := day(t, c.day).Ends(zone(t, c.zone))
		if got.Format(time.RFC3339) != c.want {
			t.Errorf("%s in %s (%s) ends %s, want %s", c.day, c.zone, c.why, got.Format(time.RFC3339), c.want)
		}
	}
	if got := (apikey.Day{}).Ends(time.UTC); !got.IsZero() {
		t.Errorf("never ends at %s", got)
	}
}

func TestDayEndsAtTheFirstLaterInstant(t *testing.T) {
	loaded := map[string]*time.Location{}
	for _, name := range zones {
		loaded[name] = zone(t, name)
	}
	first, last := day(t, "1840-01-01").Ends(time.UTC).Unix(), day(t, "2100-01-01").Ends(time.UTC).Unix()
	rapid.Check(t, func(t *rapid.T) {
		loc := loaded[rapid.SampledFrom(zones).Draw(t, "zone")]
		d := apikey.DayOf(time.Unix(rapid.Int64Range(first, last).Draw(t, "seconds"), 0), time.UTC)
		checkEnds(t, d, loc)
		checkNothingEarlier(t, d, loc)
	})
	// The days around every change of every zone, which chance would miss.
	for _, loc := range loaded {
		at := time.Unix(first, 0).In(loc)
		for {
			_, end := at.ZoneBounds()
			if end.IsZero() || end.Unix() > last {
				break
			}
			for hours := -48; hours <= 48; hours += 24 {
				checkEnds(t, apikey.DayOf(end.Add(time.Duration(hours)*time.Hour), time.UTC), loc)
			}
			if !end.After(at) { // ZoneBounds is wrong on the last day of some leap years
				end = at.Add(24 * time.Hour)
			}
			at = end
		}
	}
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func checkEnds(t fataler, d apikey.Day, loc *time.Location) {
	t.Helper()
	ends := d.Ends(loc)
	if before := apikey.DayOf(ends.Add(-1), loc); before.After(d) {
		t.Fatalf("%s in %s ends %s, and just before it is %s already", d, loc, ends, before)
	}
	if after := apikey.DayOf(ends, loc); !after.After(d) {
		t.Fatalf("%s in %s ends %s, when it is still %s", d, loc, ends, after)
	}
}

// checkNothingEarlier looks at every quarter of an hour of the two days before.
func checkNothingEarlier(t fataler, d apikey.Day, loc *time.Location) {
	t.Helper()
	ends := d.Ends(loc)
	for back := time.Minute; back < 48*time.Hour; back += 15 * time.Minute {
		if earlier := apikey.DayOf(ends.Add(-back), loc); earlier.After(d) {
			t.Fatalf("%s in %s ends %s, but %s before it is %s", d, loc, ends, back, earlier)
		}
	}
}

func TestLoadZone(t *testing.T) {
	for _, name := range append(zones, "CET", "Europe/Isle_of_Man", "America/Argentina/Buenos_Aires", "GB-Eire") {
		loc, err := apikey.LoadZone(name)
		if err != nil || loc.String() != name {
			t.Errorf("LoadZone(%q) = %v, %v", name, loc, err)
		}
	}
	for _, name := range []string{"", "Local", "local", "Mars/Olympus", "europe/warsaw", "right/Europe/Warsaw", "posix/UTC",
		"../../etc/passwd", "/etc/localtime", "UTC+2", "+02:00", "Europe/", " Europe/Warsaw", "Europe/Warsaw\x00"} {
		loc, err := apikey.LoadZone(name)
		if loc != nil || !errors.Is(err, apikey.ErrZoneUnknown) {
			t.Errorf("LoadZone(%q) = %v, %v", name, loc, err)
		}
	}
}

func FuzzParseDay(f *testing.F) {
	for _, seed := range []string{"2026-11-30", "2026-02-30", "0000-01-01", "9999-12-31", "2026-1-1", "", "2026-11-30Z", "٢٠٢٦-11-30"} {
		f.Add(seed)
	}
	havana := zone(f, "America/Havana")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := apikey.ParseDay(text)
		if err != nil {
			if !d.IsZero() || !errors.Is(err, apikey.ErrDayMalformed) && !errors.Is(err, apikey.ErrDayUnknown) {
				t.Fatalf("ParseDay(%q) = %v, %v", text, d, err)
			}
			return
		}
		if d.String() != text {
			t.Fatalf("%q became %q", text, d)
		}
		checkEnds(t, d, havana)
	})
}

func TestOutlasting(t *testing.T) {
	day := func(text string) apikey.Day {
		d, err := apikey.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	ordered := []apikey.Day{day("2026-02-28"), day("2026-03-01"), day("2027-01-01"), {}} // no day is never
	for i, d := range ordered {
		for j, e := range ordered {
			if d.Outlasts(e) != (i > j) {
				t.Errorf("%q and %q: %t", d, e, d.Outlasts(e))
			}
		}
	}
}
