package admin_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/workspace"
)

func TestUpdateWorkspace(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	out, err := s.UpdateWorkspace(t.Context(), as(who, caller.Admin), admin.UpdateWorkspace{ExpectedVersion: 1, Name: ptr(" Acme 🦊 "), TimeZone: ptr("Asia/Kathmandu")})
	if err != nil || out.Workspace.Name != "Acme 🦊" || out.Workspace.TimeZone != "Asia/Kathmandu" || out.Workspace.Version != 2 || !out.Propagation.Complete {
		t.Errorf("%+v, %v", out, err)
	}
	out, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 2, LongestLifetimeDays: ptr(ptr(90)), DisableUnusedAfterDays: ptr(ptr(30))})
	must(t, err)
	if read, err := s.Workspace(t.Context(), who); err != nil || read != out.Workspace || read.Version != 3 ||
		read.Policy != (apikey.Policy{LongestLifetimeDays: 90, DisableUnusedAfterDays: 30}) {
		t.Errorf("read %+v, %v", read, err)
	}
	event := s.last(t, who)
	if event.Action != audit.WorkspaceUpdated || !slices.Equal(event.Before, audit.Values{{Name: "longestLifetimeDays", Text: ""}, {Name: "disableUnusedAfterDays", Text: ""}}) ||
		!slices.Equal(event.After, audit.Values{{Name: "longestLifetimeDays", Text: "90"}, {Name: "disableUnusedAfterDays", Text: "30"}}) {
		t.Errorf("recorded %+v", event)
	}
	s.unchanged(t, who, func() {
		again, err := s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 3, Name: ptr("Acme 🦊"), LongestLifetimeDays: ptr(ptr(90))})
		if err != nil || again.Workspace.Version != 3 || !again.Propagation.Complete {
			t.Errorf("an edit that changes nothing: %+v, %v", again, err)
		}
	})
	out, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 3, LongestLifetimeDays: ptr[*int](nil), DisableUnusedAfterDays: ptr[*int](nil)})
	if err != nil || out.Workspace.Policy != (apikey.Policy{}) {
		t.Errorf("without a policy: %+v, %v", out, err)
	}
}

func TestUpdateWorkspaceRefuses(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.unchanged(t, who, func() {
		for _, c := range []struct {
			who  caller.Caller
			in   admin.UpdateWorkspace
			want []string
		}{
			{who, admin.UpdateWorkspace{ExpectedVersion: 2, Name: ptr("a")}, []string{"CONFLICT expectedVersion"}},
			{who, admin.UpdateWorkspace{ExpectedVersion: 1, Name: ptr(""), TimeZone: ptr("Mars/Olympus"), LongestLifetimeDays: ptr(ptr(0)), DisableUnusedAfterDays: ptr(ptr(3651))},
				[]string{"NAME_EMPTY name", "TIME_ZONE_UNKNOWN timeZone", "POLICY_DAYS_INVALID longestLifetimeDays", "POLICY_DAYS_INVALID disableUnusedAfterDays"}},
			{as(who, caller.Admin), admin.UpdateWorkspace{ExpectedVersion: 1, LongestLifetimeDays: ptr(ptr(9))}, []string{"FORBIDDEN"}},
			{as(who, caller.Admin), admin.UpdateWorkspace{ExpectedVersion: 1, Name: ptr("a"), DisableUnusedAfterDays: ptr[*int](nil)}, []string{"FORBIDDEN"}},
			{as(who, caller.Developer), admin.UpdateWorkspace{ExpectedVersion: 1, Name: ptr("a")}, []string{"FORBIDDEN"}},
			{as(who, caller.Developer), admin.UpdateWorkspace{ExpectedVersion: 1}, []string{"FORBIDDEN"}},
		} {
			out, err := s.UpdateWorkspace(t.Context(), c.who, c.in)
			if expect(t, err, c.want...); out.Workspace != (workspace.Workspace{}) {
				t.Errorf("%+v came with %v", out, err)
			}
		}
	})
}

func TestTheLongestLifetimeBindsEditsAlone(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	for name, day := range map[string]string{"never": "", "late": "2030-01-01", "soon": "2026-12-01"} {
		_, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: name, Scope: "ALL", ExpiresOn: day})
		must(t, err)
	}
	out, err := s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 1, LongestLifetimeDays: ptr(ptr(30))})
	must(t, err)
	if got := names(out.Outlive.Keys); !slices.Equal(got, []string{"late", "never"}) || len(out.Stops.Keys)+len(out.Starts.Keys)+len(out.Disables.Keys) > 0 {
		t.Errorf("outlive it: %q, %+v", got, out)
	}
	const last, beyond = "2026-12-23", "2026-12-24" // 30 days from the 23rd of November, which it is in Warsaw
	for _, day := range []string{"", beyond} {
		_, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: day})
		expect(t, err, "LIFETIME_TOO_LONG expiresOn")
		if !strings.Contains(err.Error(), last) {
			t.Errorf("it does not say the latest day: %v", err)
		}
	}
	_, err = s.CreateKey(t.Context(), who, admin.CreateKey{Name: "", Scope: "", ExpiresOn: "2027-02-30"})
	expect(t, err, "NAME_EMPTY name", "SCOPE_UNKNOWN scope", "DAY_UNKNOWN expiresOn")
	made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: last})
	must(t, err)
	_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: made.Key.ID, ExpectedVersion: 1, ExpiresOn: ptr[*string](nil)})
	expect(t, err, "LIFETIME_TOO_LONG expiresOn")
	for _, old := range out.Outlive.Keys { // as they are, they may be edited in all else
		changed, err := s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: old.ID, ExpectedVersion: 1, Name: ptr("older " + old.Name), ExpiresOn: ptr(ptr(old.ExpiresOn.String()))})
		if err != nil || changed.Key.ExpiresOn != old.ExpiresOn || changed.Key.Status != apikey.Active {
			t.Errorf("%+v, %v", changed, err)
		}
	}
	s.clock.add(24 * time.Hour) // counted from the edit
	_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: made.Key.ID, ExpectedVersion: 1, ExpiresOn: ptr(ptr(beyond))})
	must(t, err)
}

// Where midnights are missing, doubled or a whole day is, by the last instant at
// which a key with that day of expire works.
func TestAKeyWorksToTheEndOfItsDay(t *testing.T) {
	for _, c := range []struct{ zone, day, ends string }{
		{"America/Havana", "2026-03-07", "2026-03-08T05:00:00Z"},      // midnight does not exist: the 8th begins at 01:00
		{"America/Havana", "2026-10-31", "2026-11-01T04:00:00Z"},      // 00:00 to 01:00 of the 1st comes twice
		{"America/Santiago", "2026-09-05", "2026-09-06T04:00:00Z"},    // midnight does not exist
		{"America/Santiago", "2026-04-04", "2026-04-05T04:00:00Z"},    // 23:00 to 24:00 of the 4th comes twice
		{"Africa/Cairo", "2026-04-23", "2026-04-23T22:00:00Z"},        // midnight does not exist
		{"Africa/Cairo", "2026-10-29", "2026-10-29T22:00:00Z"},        // the last hour of the 29th comes twice
		{"Pacific/Apia", "2011-12-29", "2011-12-30T10:00:00Z"},        // the 30th does not exist
		{"Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},        // so it is over with the 29th
		{"Pacific/Apia", "2011-12-31", "2011-12-31T10:00:00Z"},        // and the 31st is a day like any other
		{"Australia/Lord_Howe", "2026-10-03", "2026-10-03T13:30:00Z"}, // the day before clocks go half an hour forward
		{"Australia/Lord_Howe", "2026-10-04", "2026-10-04T13:00:00Z"},
		{"Asia/Kathmandu", "2026-11-30", "2026-11-30T18:15:00Z"},
	} {
		t.Run(c.zone+" "+c.day, func(t *testing.T) {
			t.Parallel()
			ends, err := time.Parse(time.RFC3339, c.ends)
			must(t, err)
			s := newSite(t)
			s.clock.at = ends.Add(-36 * time.Hour)
			who := s.workspaceIn(t, "acme", c.zone)
			judge := s.verifier(t, 0)
			made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: c.day})
			must(t, err)
			if !made.Key.ExpiresAt.Equal(ends) {
				t.Errorf("it ends at %s, want %s", made.Key.ExpiresAt, ends)
			}
			s.clock.add(36*time.Hour - time.Microsecond)
			if got := judge(made.Secret); got != "accepted" {
				t.Errorf("a microsecond before its end: %s", got)
			}
			s.clock.add(time.Microsecond)
			if got := judge(made.Secret); got != "expired" {
				t.Errorf("at its end: %s", got)
			}
		})
	}
}

func TestTheZoneChangesForAllKeysAtOnce(t *testing.T) {
	s := newSite(t)
	who := s.workspaceIn(t, "acme", "Pacific/Honolulu") // 02:00 on the 23rd
	judge := s.verifier(t, 0)
	secrets := map[string]apikey.Secret{}
	for name, day := range map[string]string{"today": "2026-11-23", "tomorrow": "2026-11-24", "never": "", "disabled": "2026-11-23", "revoked": "2026-11-23"} {
		made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: name, Scope: "ALL", ExpiresOn: day})
		must(t, err)
		secrets[name] = made.Secret
		switch name {
		case "disabled":
			_, err = s.SetKeyDisabled(t.Context(), who, admin.SetKeyDisabled{ID: made.Key.ID, Disabled: true})
		case "revoked":
			_, err = s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: made.Key.ID, Reason: "UNUSED"})
		}
		must(t, err)
	}
	super := s.db.Open(t, s.db.SuperURL)
	move := func(version int, zone string, confirm bool) (admin.ChangedWorkspace, error) {
		return s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: version, TimeZone: &zone, Confirm: confirm})
	}
	before := epoch(t, super)
	// Auckland has the 24th already: what expires on the 23rd is over there.
	s.unchanged(t, who, func() {
		out, err := move(1, "Pacific/Auckland", false)
		expect(t, err, "CONFIRMATION_NEEDED confirm")
		if !slices.Equal(names(out.Stops.Keys), []string{"today"}) || len(out.Starts.Keys) > 0 || out.Workspace.TimeZone != "Pacific/Honolulu" || out.Stops.Keys[0].Status != apikey.Expired {
			t.Errorf("%+v", out)
		}
	})
	if got := judge(secrets["today"]); got != "accepted" || epoch(t, super) != before {
		t.Errorf("without a confirmation: %s", got)
	}
	out, err := move(1, "Pacific/Auckland", true)
	if err != nil || !slices.Equal(names(out.Stops.Keys), []string{"today"}) || out.Workspace.TimeZone != "Pacific/Auckland" || epoch(t, super) != before+1 {
		t.Errorf("%+v, %v, %d epochs", out, err, epoch(t, super)-before)
	}
	if today, tomorrow := judge(secrets["today"]), judge(secrets["tomorrow"]); today != "expired" || tomorrow != "accepted" {
		t.Errorf("in Auckland: %s, %s", today, tomorrow)
	}
	// And back: keys that start to work again are just as much to be confirmed.
	out, err = move(2, "Pacific/Honolulu", false)
	if expect(t, err, "CONFIRMATION_NEEDED confirm"); !slices.Equal(names(out.Starts.Keys), []string{"today"}) || len(out.Stops.Keys) > 0 {
		t.Errorf("%+v", out)
	}
	_, err = move(2, "Pacific/Honolulu", true)
	if got := judge(secrets["today"]); err != nil || got != "accepted" {
		t.Errorf("back in Honolulu: %s, %v", got, err)
	}
	// Where it is the same day, nothing has to be confirmed.
	if out, err := move(3, "America/Havana", false); err != nil || len(out.Stops.Keys)+len(out.Starts.Keys) > 0 {
		t.Errorf("%+v, %v", out, err)
	}
}

func TestListsOfAnEditAreBounded(t *testing.T) {
	s := newSite(t)
	who := s.workspaceIn(t, "acme", "Pacific/Honolulu")
	var rows []string
	for i := range 103 {
		rows = append(rows, fmt.Sprintf(`($1, md5('%d')::uuid, 'k%03d', 'k%03d', 'ALL', '2026-11-23', $2::timestamptz + %d * interval '1 second', 'test')`, i, i, i, i-200))
	}
	s.exec(t, who, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, expires_on, created_at, created_by_label) VALUES `+strings.Join(rows, ","),
		who.Workspace(), noon)
	s.exec(t, who, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
		SELECT workspace_id, id, id, 'p1', sha256(id::text::bytea), '', created_at FROM api_key WHERE workspace_id = $1`, who.Workspace())
	out, err := s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 1, TimeZone: ptr("Pacific/Auckland")})
	expect(t, err, "CONFIRMATION_NEEDED confirm")
	bounded := func(what string, a admin.AffectedKeys) {
		if got := names(a.Keys); len(got) != 100 || got[0] != "k000" || got[99] != "k099" || a.More != 3 {
			t.Errorf("%s: %d keys and %d more: %q", what, len(got), a.More, got)
		}
	}
	bounded("stops", out.Stops)
	_, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 1, TimeZone: ptr("Pacific/Auckland"), Confirm: true})
	must(t, err)
	out, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 2, TimeZone: ptr("Pacific/Honolulu")})
	expect(t, err, "CONFIRMATION_NEEDED confirm")
	bounded("starts", out.Starts)
	s.exec(t, who, `UPDATE api_key SET expires_on = NULL, created_at = created_at - interval '100 days' WHERE workspace_id = $1`, who.Workspace())
	out, err = s.UpdateWorkspace(t.Context(), who, admin.UpdateWorkspace{ExpectedVersion: 2, LongestLifetimeDays: ptr(ptr(30)), DisableUnusedAfterDays: ptr(ptr(30))})
	expect(t, err, "CONFIRMATION_NEEDED confirm")
	bounded("outlive", out.Outlive)
	bounded("disables", out.Disables)
}

// names are the names of keys, sorted.
func names(keys []apikey.Key) (all []string) {
	for _, k := range keys {
		all = append(all, k.Name)
	}
	slices.Sort(all)
	return all
}
