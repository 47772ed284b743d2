package apikey_test

import (
	"strings"
	"testing"
	"time"

	"latchkey/internal/apikey"
)

func TestThePolicyOnLifetimes(t *testing.T) {
	today := day(t, "2028-02-28")
	for _, c := range []struct {
		days    int
		day     apikey.Day
		allowed bool
	}{
		{0, apikey.Day{}, true}, {0, day(t, "9999-12-31"), true},
		{1, day(t, "2028-02-29"), true}, {1, day(t, "2028-03-01"), false}, {1, apikey.Day{}, false},
		{366, day(t, "2029-02-28"), true}, {366, day(t, "2029-03-01"), false},
	} {
		err := apikey.Policy{LongestLifetimeDays: c.days}.Allows(c.day, today)
		if (err == nil) != c.allowed {
			t.Errorf("%d days, %q: %v", c.days, c.day, err)
		}
		if latest := today.Plus(c.days).String(); err != nil && !strings.Contains(err.Error(), latest) {
			t.Errorf("%v does not say %s", err, latest)
		}
	}
}

func TestThePolicyOnUnusedKeys(t *testing.T) {
	now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	edge := now.Add(-31 * 24 * time.Hour) // thirty days and the grace
	p := apikey.Policy{DisableUnusedAfterDays: 30}
	unused := apikey.Key{CreatedAt: edge, EnabledAt: edge, LastUse: &apikey.KeyUse{At: edge}}
	if !p.Unused(unused, now) || !p.Unused(apikey.Key{CreatedAt: edge}, now) {
		t.Error("a key that went unused for long enough does not count")
	}
	for name, change := range map[string]func(*apikey.Key){
		"young":    func(k *apikey.Key) { k.CreatedAt = edge.Add(1) },
		"enabled":  func(k *apikey.Key) { k.EnabledAt = edge.Add(1) },
		"used":     func(k *apikey.Key) { k.LastUse = &apikey.KeyUse{At: edge.Add(1)} },
		"disabled": func(k *apikey.Key) { k.DisabledAt = edge },
		"revoked":  func(k *apikey.Key) { k.RevokedAt = edge },
	} {
		k := unused
		change(&k)
		if p.Unused(k, now) {
			t.Errorf("%s: it counts as unused", name)
		}
	}
	if (apikey.Policy{}).Unused(unused, now) {
		t.Error("without a policy it counts as unused")
	}
}

func TestDaysAreAddedOnTheCalendar(t *testing.T) {
	for _, c := range []struct {
		from string
		days int
		want string
	}{
		{"2026-11-30", 1, "2026-12-01"}, {"2026-12-31", 1, "2027-01-01"}, {"2028-02-28", 2, "2028-03-01"},
		{"2011-12-29", 1, "2011-12-30"}, {"2026-03-01", -1, "2026-02-28"}, {"2026-11-30", 0, "2026-11-30"},
	} {
		if got := day(t, c.from).Plus(c.days); got.String() != c.want {
			t.Errorf("%s and %d days: %s, want %s", c.from, c.days, got, c.want)
		}
	}
}
