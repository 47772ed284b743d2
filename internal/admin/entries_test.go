package admin_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

func TestAddEntries(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	until := noon.Add(time.Hour)
	out, err := s.AddEntries(t.Context(), as(who, caller.Developer), admin.AddEntries{Entries: []admin.EntryInput{
		{Range: " 10.1.2.3/8 ", Note: " Office "}, {Range: "::ffff:192.0.2.7", ExpiresAt: &until}, {Range: "2001:DB8::/32", Note: "IPv6"},
	}})
	must(t, err)
	var ranges []string
	for i, e := range out.Entries {
		ranges = append(ranges, allowlist.Text(e.Range))
		if e.Version != 1 || e.CreatedAt.Sub(noon) != time.Duration(i)*time.Microsecond || e.CreatedBy.Label != who.Label() || e.CreatedBy.Kind != caller.Member {
			t.Errorf("added %+v", e)
		}
	}
	if !slices.Equal(ranges, []string{"10.0.0.0/8", "192.0.2.7", "2001:db8::/32"}) || !out.Propagation.Complete {
		t.Errorf("added %q, %+v", ranges, out.Propagation)
	}
	if event := s.last(t, who); event.Action != audit.EntriesAdded || event.Before != nil || !slices.Equal(event.After, audit.Values{
		{Name: "10.0.0.0/8", Text: "Office"}, {Name: "192.0.2.7"}, {Name: "192.0.2.7 expiresAt", Text: "2026-11-23T13:00:00Z"},
		{Name: "2001:db8::/32", Text: "IPv6"},
	}) || event.Target != (audit.Target{Kind: audit.Allowlist, Label: "3 entries"}) {
		t.Errorf("recorded %+v", event)
	}
	page, err := s.Allowlist(t.Context(), as(who, caller.Viewer), admin.Page{})
	must(t, err)
	for _, e := range page.Edges {
		if !slices.Contains(out.Entries, e.Entry) {
			t.Errorf("listed %+v", e.Entry)
		}
	}
	if !page.Active || page.Total != 3 || len(page.Edges) != 3 {
		t.Errorf("%+v", page)
	}
}

func TestAddEntriesRefusesAllOrNothing(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.entries(t, who, "192.0.2.0/24")
	many := make([]admin.EntryInput, 1001)
	for _, c := range []struct {
		in   []admin.EntryInput
		want []string
	}{
		{nil, []string{"NOTHING_GIVEN entries"}},
		{many, []string{"TOO_MANY_ENTRIES entries"}},
		{[]admin.EntryInput{{Range: "10.0.0.1"}, {Range: "192.0.2.9/24"}}, []string{"ALREADY_ON_LIST entries.1.range"}},
		{[]admin.EntryInput{{Range: "10.0.0.1"}, {Range: "10.0.0.1/32"}, {Range: "::ffff:10.0.0.1"}},
			[]string{"ALREADY_ON_LIST entries.1.range", "ALREADY_ON_LIST entries.2.range"}},
		{[]admin.EntryInput{{Range: "010.0.0.1"}, {Range: "1.2.3.4/33"}, {Range: "fe80::1%eth0"}, {Range: "::ffff:10.0.0.0/90"}},
			[]string{"ADDRESS_LEADING_ZERO entries.0.range", "RANGE_LENGTH_TOO_LONG entries.1.range", "ADDRESS_ZONE entries.2.range", "RANGE_MAPPED_TOO_WIDE entries.3.range"}},
		{[]admin.EntryInput{{Range: "0.0.0.0/0"}, {Range: "::/0"}, {Range: "10.0.0.1"}},
			[]string{"WOULD_ALLOW_EVERYONE entries.0.range", "WOULD_ALLOW_EVERYONE entries.1.range"}},
		{[]admin.EntryInput{{Range: "10.0.0.1", ExpiresAt: ptr(noon)}}, []string{"EXPIRY_IN_PAST entries.0.expiresAt"}},
		{[]admin.EntryInput{{Range: "10.0.0.1", ExpiresAt: ptr(noon.AddDate(8000, 0, 0))}}, []string{"EXPIRY_TOO_FAR entries.0.expiresAt"}},
		{[]admin.EntryInput{{Range: "", Note: strings.Repeat("x", 201), ExpiresAt: ptr(noon)}, {Range: "192.0.2.0/24", Note: "a\nb"}},
			[]string{"ADDRESS_EMPTY entries.0.range", "NOTE_TOO_LONG entries.0.note", "EXPIRY_IN_PAST entries.0.expiresAt",
				"NOTE_INVALID entries.1.note", "ALREADY_ON_LIST entries.1.range"}},
	} {
		s.unchanged(t, who, func() {
			_, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: c.in})
			expect(t, err, c.want...)
		})
	}
	_, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "0.0.0.0/0"}}, ConfirmEveryone: true})
	must(t, err)
}

func TestTheListHasAMostOfEntries(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	var ranges []string
	for i := range 999 {
		ranges = append(ranges, fmt.Sprintf("10.0.%d.%d", i/256, i%256))
	}
	ids := s.entries(t, who, ranges...)
	s.unchanged(t, who, func() {
		_, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "192.0.2.1"}, {Range: "192.0.2.2"}}})
		expect(t, err, "ALLOWLIST_FULL entries")
	})
	ids = append(ids, s.entries(t, who, "192.0.2.1")...)
	check, err := s.CheckAddress(t.Context(), who, "192.0.2.1")
	if err != nil || !check.Allowed {
		t.Errorf("%+v, %v", check, err)
	}
	_, err = s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: ids, MayTurnOff: true})
	must(t, err)
}

func TestARetriedAddAddsOnce(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	in := admin.AddEntries{Entries: []admin.EntryInput{{Range: "10.0.0.1", ExpiresAt: ptr(noon.Add(time.Minute))}, {Range: "10.0.0.2"}}, IdempotencyKey: "a"}
	first, err := s.AddEntries(t.Context(), who, in)
	must(t, err)
	s.clock.add(time.Hour)
	s.unchanged(t, who, func() {
		again, err := s.AddEntries(t.Context(), who, in)
		must(t, err)
		slices.SortFunc(again.Entries, byRange)
		if !again.Replayed || !slices.Equal(again.Entries, first.Entries) {
			t.Errorf("again: %+v", again)
		}
		in.ConfirmEveryone = true
		_, err = s.AddEntries(t.Context(), who, in)
		expect(t, err, "IDEMPOTENCY_MISMATCH idempotencyKey")
	})
}

func byRange(a, b workspace.AllowlistEntry) int { return a.Range.Addr().Compare(b.Range.Addr()) }

func TestConcurrentAddsOfOneRangeAddItOnce(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	var all sync.WaitGroup
	results := make(chan error, 8)
	for range cap(results) {
		all.Go(func() {
			_, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "10.0.0.1"}}})
			results <- err
		})
	}
	all.Wait()
	close(results)
	added := 0
	for err := range results {
		if err == nil {
			added++
		} else {
			expect(t, err, "ALREADY_ON_LIST entries.0.range")
		}
	}
	if added != 1 {
		t.Errorf("added %d times", added)
	}
}

func TestUpdateEntry(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	id := s.entries(t, who, "10.0.0.0/8")[0]
	until := noon.Add(time.Hour)
	out, err := s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: id, ExpectedVersion: 1, Note: ptr("Lab"), ExpiresAt: ptr(&until)})
	must(t, err)
	if e := out.Entries[0]; e.Note != "Lab" || !e.ExpiresAt.Equal(until) || e.Version != 2 {
		t.Errorf("edited to %+v", e)
	}
	if event := s.last(t, who); event.Action != audit.EntryUpdated || event.Target != (audit.Target{Kind: audit.AllowlistEntry, ID: id, Label: "10.0.0.0/8"}) ||
		!slices.Equal(event.Before, audit.Values{{Name: "note", Text: "note of 10.0.0.0/8"}, {Name: "expiresAt"}}) ||
		!slices.Equal(event.After, audit.Values{{Name: "note", Text: "Lab"}, {Name: "expiresAt", Text: "2026-11-23T13:00:00Z"}}) {
		t.Errorf("recorded %+v", event)
	}
	s.clock.add(2 * time.Hour)
	s.unchanged(t, who, func() {
		same, err := s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: id, ExpectedVersion: 2, Note: ptr("Lab "), ExpiresAt: ptr(&until)})
		if err != nil || same.Entries[0].Version != 2 {
			t.Errorf("nothing new: %+v, %v", same, err)
		}
		_, err = s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: id, ExpectedVersion: 1, Note: ptr("x")})
		expect(t, err, "CONFLICT expectedVersion")
		_, err = s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: id, ExpectedVersion: 2, Note: ptr("\x00"), ExpiresAt: ptr(ptr(noon))})
		expect(t, err, "NOTE_INVALID note", "EXPIRY_IN_PAST expiresAt")
	})
	never, err := s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: id, ExpectedVersion: 2, ExpiresAt: ptr[*time.Time](nil)})
	if err != nil || !never.Entries[0].ExpiresAt.IsZero() || never.Entries[0].Note != "Lab" {
		t.Errorf("never: %+v, %v", never, err)
	}
}

func TestRemoveEntries(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	ids := s.entries(t, who, "10.0.0.1", "10.0.0.2")
	s.unchanged(t, who, func() {
		for _, c := range []struct {
			ids  []uuid.UUID
			want string
		}{
			{nil, "NOTHING_GIVEN ids"},
			{make([]uuid.UUID, 1001), "TOO_MANY_ENTRIES ids"},
			{[]uuid.UUID{ids[0], uuid.New()}, "NOT_FOUND"},
			{[]uuid.UUID{ids[0], ids[1], ids[0]}, "WOULD_TURN_OFF ids"},
		} {
			_, err := s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: c.ids})
			expect(t, err, c.want)
		}
	})
	_, err := s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: []uuid.UUID{ids[0], ids[0]}})
	must(t, err)
	if event := s.last(t, who); event.Action != audit.EntriesRemoved || event.After != nil ||
		!slices.Equal(event.Before, audit.Values{{Name: "10.0.0.1", Text: "note of 10.0.0.1"}}) || event.Target.ID != ids[0] {
		t.Errorf("recorded %+v", event)
	}
	_, err = s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: ids[1:], MayTurnOff: true})
	must(t, err)
	page, err := s.Allowlist(t.Context(), who, admin.Page{})
	if err != nil || page.Active || page.Total != 0 {
		t.Errorf("%+v, %v", page, err)
	}
}

func TestAnExpiredEntryStillCounts(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	out, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "10.0.0.0/8", ExpiresAt: ptr(noon.Add(time.Hour))}}})
	must(t, err)
	s.clock.add(time.Hour)
	page, err := s.Allowlist(t.Context(), who, admin.Page{})
	if err != nil || !page.Active {
		t.Errorf("%+v, %v", page, err)
	}
	check, err := s.CheckAddress(t.Context(), who, "10.0.0.1")
	if err != nil || check.Allowed {
		t.Errorf("%+v, %v", check, err)
	}
	_, err = s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: []uuid.UUID{out.Entries[0].ID}})
	expect(t, err, "WOULD_TURN_OFF ids")
}

func TestForeignEntriesAreLikeAbsentOnes(t *testing.T) {
	s := newSite(t)
	mine, theirs := s.workspace(t, "mine"), s.workspace(t, "theirs")
	own, foreign := s.entries(t, mine, "10.0.0.1", "10.0.0.2"), s.entries(t, theirs, "10.0.0.1")[0]
	for name, try := range map[string]func(id uuid.UUID) error{
		"update": func(id uuid.UUID) error {
			_, err := s.UpdateEntry(t.Context(), mine, admin.UpdateEntry{ID: id, ExpectedVersion: 1, Note: ptr("mine")})
			return err
		},
		"remove": func(id uuid.UUID) error {
			_, err := s.RemoveEntries(t.Context(), mine, admin.RemoveEntries{IDs: []uuid.UUID{own[0], id}, MayTurnOff: true})
			return err
		},
	} {
		s.unchanged(t, mine, func() {
			err, absent := try(foreign), try(uuid.New())
			expect(t, err, "NOT_FOUND")
			if absent == nil || err.Error() != absent.Error() {
				t.Errorf("%s: foreign: %v; absent: %v", name, err, absent)
			}
		})
	}
	page, err := s.Allowlist(t.Context(), theirs, admin.Page{})
	if err != nil || page.Total != 1 || page.Edges[0].Entry.Version != 1 {
		t.Errorf("theirs is now %+v, %v", page, err)
	}
}

func TestCheckAddress(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	check, err := s.CheckAddress(t.Context(), who, "203.0.113.1")
	if err != nil || !check.Allowed || check.Entry != nil {
		t.Errorf("while the list is off: %+v, %v", check, err)
	}
	s.entries(t, who, "10.0.0.0/8", "10.1.0.0/16")
	for _, c := range []struct{ text, address, entry string }{
		{"10.2.0.1", "10.2.0.1", "10.0.0.0/8"}, {" ::ffff:10.1.0.1 ", "10.1.0.1", "10.1.0.0/16"}, {"192.0.2.1", "192.0.2.1", ""},
	} {
		check, err := s.CheckAddress(t.Context(), as(who, caller.Viewer), c.text)
		entry := ""
		if check.Entry != nil {
			entry = allowlist.Text(check.Entry.Range)
		}
		if err != nil || check.Address != c.address || check.Allowed != (c.entry != "") || entry != c.entry {
			t.Errorf("%s: %+v by %q, %v", c.text, check, entry, err)
		}
	}
	_, err = s.CheckAddress(t.Context(), who, "10.0.0.0/8")
	expect(t, err, "ADDRESS_IS_RANGE address")
}

func TestTheListIsPagedInOrder(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.entries(t, who, "10.0.0.1", "10.0.0.2", "10.0.0.3")
	s.clock.add(time.Second)
	s.entries(t, who, "10.0.0.0")
	var got []string
	page := admin.Page{First: 1}
	for range 10 {
		one, err := s.Allowlist(t.Context(), who, page)
		must(t, err)
		got = append(got, allowlist.Text(one.Edges[0].Entry.Range))
		if page.After = one.EndCursor; !one.HasNextPage {
			break
		}
	}
	if slices.Sort(got[:3]); !slices.Equal(got, []string{"10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.0"}) {
		t.Errorf("%q", got)
	}
	_, err := s.Allowlist(t.Context(), who, admin.Page{After: "garbage"})
	expect(t, err, "CURSOR_INVALID after")
}

// A secret in the wrong box would be stored, and recorded for good.
func TestSecretsAreRefusedInNamesAndNotes(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Sync", Scope: "ALL"})
	must(t, err)
	pasted := "old key: " + made.Secret.Reveal()
	for name, try := range map[string]func() error{
		"a key's name": func() error {
			_, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: pasted, Scope: "ALL"})
			return err
		},
		"an entry's note": func() error {
			_, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "192.0.2.1", Note: pasted}}})
			return err
		},
		"a revocation's note": func() error {
			_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: made.Key.ID, Reason: "LEAKED", Note: pasted})
			return err
		},
		"a workspace's name": func() error {
			_, err := s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 1, Name: &pasted})
			return err
		},
	} {
		if err := try(); !strings.Contains(fmt.Sprint(err), "looks like the secret") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
