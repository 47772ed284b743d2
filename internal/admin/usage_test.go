package admin_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

// called counts calls of a key, as a node would have flushed them.
func (s *site) called(t *testing.T, who caller.Caller, key uuid.UUID, at time.Time, operation, access, outcome, address string, n int64) {
	t.Helper()
	of := store.Source{Workspace: who.Workspace(), Key: key, Day: at.Truncate(24 * time.Hour), LastSeen: at}
	use := store.UsageBatch{Counts: []store.Count{{Workspace: who.Workspace(), Key: key, Hour: at.Truncate(time.Hour),
		Operation: operation, Access: access, Outcome: outcome, Calls: n}}}
	if outcome[1:] == "xx" {
		of.Calls = n
		use.Uses = []store.Use{{Workspace: who.Workspace(), Key: key, At: at, Operation: operation}}
	} else {
		of.Refusals = n
	}
	from, by := of, of
	from.Kind, from.Source = store.FromAddress, address
	by.Kind, by.Source = store.FromUserAgent, "agent of "+address
	use.Sources = []store.Source{from, by}
	must(t, s.store.FlushUsage(t.Context(), use))
}

func TestUsageByEveryGroup(t *testing.T) {
	s := newSite(t)
	who, other := s.workspace(t, "acme"), s.workspace(t, "other")
	sync, shop := s.key(t, who, "Sync"), s.key(t, who, "Shop")
	foreign := s.key(t, other, "Foreign")
	s.called(t, who, sync.ID, noon, "users.get", "read", "2xx", "192.0.2.1", 5)
	s.called(t, who, sync.ID, noon.Add(-time.Hour), "users.get", "read", "wrong_address", "192.0.2.2", 2)
	s.called(t, who, shop.ID, noon.AddDate(0, 0, -3), "users.create", "write", "4xx", "192.0.2.1", 1)
	s.called(t, who, shop.ID, noon.AddDate(0, 0, -20), "users.create", "write", "2xx", "2001:db8::1", 10)
	s.called(t, who, shop.ID, noon.AddDate(0, 0, -40), "users.create", "write", "2xx", "192.0.2.9", 100) // before the range
	s.called(t, other, foreign.ID, noon, "users.get", "read", "2xx", "192.0.2.1", 1000)

	check := func(t *testing.T) {
		for _, c := range []struct {
			by              admin.UsageGroup
			calls, refusals int64
			want            []string
		}{
			{store.ByHour, 6, 2, []string{"2026-11-20T12:00:00Z 1/0", "2026-11-23T11:00:00Z 0/2", "2026-11-23T12:00:00Z 5/0"}}, // hours are kept for 8 days
			{store.ByDay, 16, 2, []string{"2026-11-03 10/0", "2026-11-20 1/0", "2026-11-23 5/2"}},
			{store.ByOperation, 16, 2, []string{"users.create 11/0", "users.get 5/2"}},
			{store.ByOutcome, 16, 2, []string{"2xx 15/0", "wrong_address 0/2", "4xx 1/0"}},
			{store.ByAddress, 16, 2, []string{"2001:db8::1 10/0", "192.0.2.1 6/0", "192.0.2.2 0/2"}},
			{store.ByUserAgent, 16, 2, []string{"agent of 2001:db8::1 10/0", "agent of 192.0.2.1 6/0", "agent of 192.0.2.2 0/2"}},
			{store.ByKey, 16, 2, []string{"Shop 11/0", "Sync 5/2"}},
		} {
			u, err := s.Usage(t.Context(), as(who, caller.Viewer), admin.UsageQuery{GroupBy: c.by})
			must(t, err)
			var got []string
			for _, r := range u.Rows {
				if (r.Key != nil) != (c.by == store.ByKey) || r.LastSeen.After(noon) || r.LastSeen.IsZero() {
					t.Errorf("%s: %+v", c.by, r)
				}
				if r.Key != nil {
					r.Group = r.Key.Name
				}
				got = append(got, fmt.Sprintf("%s %d/%d", r.Group, r.Calls, r.Refusals))
			}
			if !slices.Equal(got, c.want) || u.Calls != c.calls || u.Refusals != c.refusals || u.Truncated {
				t.Errorf("%s: %q, %d calls and %d refusals; want %q, %d and %d", c.by, got, u.Calls, u.Refusals, c.want, c.calls, c.refusals)
			}
		}
	}
	t.Run("by hour", check)
	_, err := s.store.Retain(t.Context(), noon)
	must(t, err)
	t.Run("rolled up", check)

	one, err := s.Usage(t.Context(), who, admin.UsageQuery{Key: sync.ID, GroupBy: store.ByAddress})
	must(t, err)
	if one.Calls != 5 || one.Refusals != 2 || len(one.Rows) != 2 || !one.Rows[0].LastSeen.Equal(noon) {
		t.Errorf("one key: %+v", one)
	}
	_, err = s.Usage(t.Context(), who, admin.UsageQuery{From: noon.Add(time.Minute), To: noon.Add(2 * time.Minute), GroupBy: store.ByOutcome})
	expect(t, err, "USAGE_RANGE_INVALID range") // it has not begun
	hour, err := s.Usage(t.Context(), who, admin.UsageQuery{From: noon.Add(-50 * time.Minute), To: noon.Add(-40 * time.Minute), GroupBy: store.ByOutcome})
	must(t, err)
	if hour.Refusals != 2 || hour.Calls != 0 || !hour.From.Equal(noon.Add(-time.Hour)) || !hour.To.Equal(noon) {
		t.Errorf("a part of an hour: %+v", hour)
	}
}

func TestUsageSaysWhatItCounted(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	day := func(n int) time.Time { return noon.Truncate(24*time.Hour).AddDate(0, 0, n) }
	for _, c := range []struct {
		by                       admin.UsageGroup
		from, to, first, atWhich time.Time
	}{
		{store.ByOperation, noon.Add(-90 * time.Minute), noon.Add(-time.Minute), noon.Add(-2 * time.Hour), noon},
		{store.ByOperation, noon.AddDate(0, 0, -20), noon.AddDate(0, 0, -10), day(-20), day(-9)},
		{store.ByOperation, noon.AddDate(-5, 0, 0), noon, day(-store.DaysKept), noon},
		{store.ByHour, noon.AddDate(-5, 0, 0), noon.Add(time.Hour), day(-store.HoursKept), noon.Add(time.Hour)},
		{store.ByAddress, noon.AddDate(-5, 0, 0), noon, day(-store.SourcesKept), day(1)},
		{store.ByHour, noon.AddDate(0, 0, -30), noon.AddDate(0, 0, -20), day(-store.HoursKept), day(-store.HoursKept)},
	} {
		u, err := s.Usage(t.Context(), who, admin.UsageQuery{From: c.from, To: c.to, GroupBy: c.by})
		if err != nil || !u.From.Equal(c.first) || !u.To.Equal(c.atWhich) {
			t.Errorf("%s from %s to %s: from %s to %s, %v", c.by, c.from, c.to, u.From, u.To, err)
		}
	}
	_, err := s.Usage(t.Context(), who, admin.UsageQuery{From: noon, To: noon.Add(-time.Hour), GroupBy: "MOON"})
	expect(t, err, "USAGE_GROUP_UNKNOWN groupBy", "USAGE_RANGE_INVALID range")
	_, err = s.Usage(t.Context(), who, admin.UsageQuery{Key: s.key(t, s.workspace(t, "other"), "k").ID, GroupBy: store.ByDay})
	expect(t, err, "NOT_FOUND")
	_, err = s.Usage(t.Context(), caller.OfKey(who.Workspace(), uuid.New(), "k", who.Address()), admin.UsageQuery{GroupBy: store.ByDay})
	expect(t, err, "FORBIDDEN")
}

func TestUsageIsBounded(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	key := s.key(t, who, "k")
	var b store.UsageBatch
	for i := range 600 {
		b.Sources = append(b.Sources, store.Source{Workspace: who.Workspace(), Key: key.ID, Day: noon.AddDate(0, 0, -i%10).Truncate(24 * time.Hour),
			Kind: store.FromAddress, Source: fmt.Sprintf("10.0.%d.%d", i/256, i%256), Calls: 1, LastSeen: noon})
	}
	must(t, s.store.FlushUsage(t.Context(), b))
	u, err := s.Usage(t.Context(), who, admin.UsageQuery{GroupBy: store.ByAddress})
	if err != nil || len(u.Rows) != admin.MaxUsageRows || !u.Truncated || u.Calls != 600 {
		t.Errorf("%d rows, %d calls, truncated: %t, %v", len(u.Rows), u.Calls, u.Truncated, err)
	}
}

func TestHints(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	key := s.key(t, who, "k")
	hints := func() (codes []admin.HintCode) {
		t.Helper()
		found, err := s.Hints(t.Context(), as(who, caller.Viewer), key.ID)
		must(t, err)
		for _, h := range found {
			if h.Sentence == "" {
				t.Errorf("%s says nothing", h.Code)
			}
			codes = append(codes, h.Code)
		}
		return codes
	}
	step := func(what string, want ...admin.HintCode) {
		t.Helper()
		if got := hints(); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	step("a new key")
	s.clock.add(31 * 24 * time.Hour)
	step("never used", admin.Unused)
	now := s.clock.now()
	s.called(t, who, key.ID, now, "users.get", "read", "2xx", "192.0.2.1", 1)
	s.called(t, who, key.ID, now, "me.get", "own", "2xx", "192.0.2.1", 1)
	step("reads", admin.AllOnlyReads)
	s.called(t, who, key.ID, now, "users.create", "write", "wrong_address", "192.0.2.1", 1)
	step("tries to write")
	for i := range 21 {
		s.called(t, who, key.ID, now, "users.get", "read", "2xx", fmt.Sprintf("192.0.2.%d", i+1), 1)
	}
	step("comes from everywhere", admin.ManyAddresses)
	must(t, s.store.FlushBrowserUses(t.Context(), []store.BrowserUse{{Workspace: who.Workspace(), Key: key.ID, At: now, Origin: "https://shop.example"}}))
	step("a page has it", admin.ManyAddresses, admin.UsedFromBrowser)
	s.clock.add(31 * 24 * time.Hour)
	_, err := s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: key.ID, ExpectedVersion: 1, ExpiresOn: ptr(ptr(s.clock.now().AddDate(0, 0, 5).Format(time.DateOnly)))})
	must(t, err)
	step("long unused, and ends soon", admin.Unused, admin.ExpiresSoon)
	_, err = s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: key.ID, Reason: "UNUSED"})
	must(t, err)
	step("revoked")
	_, err = s.Hints(t.Context(), s.workspace(t, "other"), key.ID)
	expect(t, err, "NOT_FOUND")
}
