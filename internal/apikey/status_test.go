package apikey_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"latchkey/internal/apikey"
)

// TestStatus goes through all combinations of facts.
func TestStatus(t *testing.T) {
	warsaw := zone(t, "Europe/Warsaw")
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	for bits := range 16 {
		f := apikey.Facts{Zone: warsaw}
		want := apikey.Active
		if bits&1 != 0 {
			f.RotatingUntil, want = now.Add(time.Nanosecond), apikey.Rotating
		}
		if bits&2 != 0 {
			f.Expires, want = day(t, "2026-11-29"), apikey.Expired
		}
		if bits&4 != 0 {
			f.DisabledAt, want = now.Add(-time.Hour), apikey.Disabled
		}
		if bits&8 != 0 {
			f.RevokedAt, want = now.Add(-time.Hour), apikey.Revoked
		}
		if got := f.Status(now); got != want {
			t.Errorf("%+v is %s, want %s", f, got, want)
		}
	}
}

func TestStatusAtTheEdges(t *testing.T) {
	warsaw := zone(t, "Europe/Warsaw")
	end := time.Date(2026, 12, 1, 0, 0, 0, 0, warsaw)
	expires := apikey.Facts{Expires: day(t, "2026-11-30"), Zone: warsaw}
	rotates := apikey.Facts{RotatingUntil: end}
	for _, c := range []struct {
		name  string
		facts apikey.Facts
		now   time.Time
		want  apikey.Status
	}{
		{"last instant of the day of expire", expires, end.Add(-1), apikey.Active},
		{"first instant after it", expires, end, apikey.Expired},
		{"last instant of a rotation", rotates, end.Add(-1), apikey.Rotating},
		{"rotation over", rotates, end, apikey.Active},
		{"revoked by a clock ahead of ours", apikey.Facts{RevokedAt: end}, end.Add(-time.Hour), apikey.Revoked},
		{"disabled by a clock ahead of ours", apikey.Facts{DisabledAt: end}, end.Add(-time.Hour), apikey.Disabled},
		{"no day, no zone", apikey.Facts{}, end, apikey.Active},
	} {
		if got := c.facts.Status(c.now); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestParseName(t *testing.T) {
	for _, c := range []struct {
		text, want string
		err        error
	}{
		{"Zapier", "Zapier", nil},
		{"  CRM sync\n", "CRM sync", nil},
		{"مفتاح الربط", "مفتاح الربط", nil},
		{"👩‍👩‍👧 Ψηφία", "👩‍👩‍👧 Ψηφία", nil},
		{"x", "x", nil},
		{strings.Repeat("é", 100), strings.Repeat("é", 100), nil},
		{strings.Repeat("é", 101), "", apikey.ErrNameTooLong},
		{strings.Repeat("x", 300), "", apikey.ErrNameTooLong},
		{" " + strings.Repeat("x", 100) + " ", strings.Repeat("x", 100), nil},
		{"", "", apikey.ErrNameEmpty},
		{" \t\u00a0\n", "", apikey.ErrNameEmpty},
		{"a\nb", "", apikey.ErrNameInvalid},
		{"a\x00b", "", apikey.ErrNameInvalid},
		{"a\x1b[31mb", "", apikey.ErrNameInvalid},
		{"a\u0085b", "", apikey.ErrNameInvalid},
		{"a\u2028b", "", apikey.ErrNameInvalid},
		{"a\xffb", "", apikey.ErrNameInvalid},
	} {
		got, err := apikey.ParseName(c.text)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseName(%q) = %q, %v", c.text, got, err)
		}
	}
}
