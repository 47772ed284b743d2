package admin_test

import (
	"database/sql"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
)

func TestAKeyIsDisabledAndEnabled(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	judge := s.verifier(t, 0)
	made, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Zapier", Scope: "ALL"})
	must(t, err)
	for i, c := range []struct {
		disabled bool
		status   apikey.Status
		verdict  string
		action   audit.Action
		was, is  string
	}{
		{true, apikey.Disabled, "disabled", audit.KeyDisabled, "ACTIVE", "DISABLED"},
		{false, apikey.Active, "accepted", audit.KeyEnabled, "DISABLED", "ACTIVE"},
		{true, apikey.Disabled, "disabled", audit.KeyDisabled, "ACTIVE", "DISABLED"},
	} {
		s.clock.add(time.Hour)
		in := admin.SetKeyDisabled{ID: made.Key.ID, ExpectedVersion: i + 1, Disabled: c.disabled}
		out, err := s.SetKeyDisabled(t.Context(), as(who, caller.Developer), in)
		if err != nil || out.Key.Status != c.status || out.Key.Version != i+2 || !out.Propagation.Complete {
			t.Errorf("%+v, %v", out, err)
		}
		if c.disabled != out.Key.DisabledAt.Equal(s.clock.now()) || !c.disabled != out.Key.EnabledAt.Equal(s.clock.now()) {
			t.Errorf("disabled at %s, enabled at %s", out.Key.DisabledAt, out.Key.EnabledAt)
		}
		if got := judge(made.Secret); got != c.verdict {
			t.Errorf("its secret is %s, want %s", got, c.verdict)
		}
		if event := s.last(t, who); event.Action != c.action || !slices.Equal(event.Before, audit.Values{{Name: "status", Text: audit.Text(c.was)}}) ||
			!slices.Equal(event.After, audit.Values{{Name: "status", Text: audit.Text(c.is)}}) {
			t.Errorf("recorded %+v", event)
		}
		s.unchanged(t, who, func() { // as it should be already, whatever the version
			in.ExpectedVersion = 0
			again, err := s.SetKeyDisabled(t.Context(), who, in)
			if err != nil || again.Key != out.Key || !again.Propagation.Complete {
				t.Errorf("again: %+v, %v", again, err)
			}
		})
	}
}

func TestDisablingRefuses(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k, revoked := s.key(t, who, "Zapier"), s.key(t, who, "gone")
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: revoked.ID, Reason: "LEAKED"})
	must(t, err)
	s.unchanged(t, who, func() {
		for _, c := range []struct {
			who  caller.Caller
			in   admin.SetKeyDisabled
			want string
		}{
			{who, admin.SetKeyDisabled{ID: k.ID, ExpectedVersion: 2, Disabled: true}, "CONFLICT expectedVersion"},
			{who, admin.SetKeyDisabled{ID: revoked.ID, Disabled: false}, "KEY_REVOKED"},
			{who, admin.SetKeyDisabled{ID: uuid.New(), Disabled: true}, "NOT_FOUND"},
			{s.workspace(t, "other"), admin.SetKeyDisabled{ID: k.ID, Disabled: true}, "NOT_FOUND"},
			{as(who, caller.Viewer), admin.SetKeyDisabled{ID: k.ID, Disabled: true}, "FORBIDDEN"},
		} {
			_, err := s.SetKeyDisabled(t.Context(), c.who, c.in)
			expect(t, err, c.want)
		}
	})
}

func TestAllKeysAreRevokedInOneChange(t *testing.T) {
	s := newSite(t)
	who, other := s.workspace(t, "acme"), s.workspace(t, "other")
	judge := s.verifier(t, 0)
	first, rotating := s.rotated(t, who, nil)
	early, theirs := s.key(t, who, "early"), s.key(t, other, "theirs")
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: early.ID, Reason: "UNUSED"})
	must(t, err)
	s.key(t, who, "third")
	super := s.db.Open(t, s.db.SuperURL)
	before := epoch(t, super)
	in := admin.RevokeAllKeys{Slug: "acme", Reason: "LEAKED", Note: "the backup was stolen"}
	out, err := s.RevokeAllKeys(t.Context(), who, in)
	if err != nil || out.Revoked != 2 || !out.Propagation.Complete {
		t.Errorf("%+v, %v", out, err)
	}
	if after := epoch(t, super); after != before+1 {
		t.Errorf("it took %d epochs, want 1 of the whole workspace", after-before)
	}
	if was, is := judge(first.Secret), judge(rotating.Secret); was != "revoked" || is != "revoked" {
		t.Errorf("old secret %s, new %s", was, is)
	}
	key, err := s.Key(t.Context(), who, rotating.Key.ID)
	if err != nil || key.Status != apikey.Revoked || key.RevocationReason != apikey.Leaked || key.RevocationNote != in.Note || key.Version != 2 {
		t.Errorf("now %+v, %v", key, err)
	}
	if key, err := s.Key(t.Context(), who, early.ID); err != nil || key.RevocationReason != apikey.Unused {
		t.Errorf("one revoked earlier: %+v, %v", key, err)
	}
	if key, err := s.Key(t.Context(), other, theirs.ID); err != nil || key.Status != apikey.Active {
		t.Errorf("another workspace's: %+v, %v", key, err)
	}
	want := audit.Values{{Name: "keys", Text: "2"}, {Name: "reason", Text: "LEAKED"}, {Name: "note", Text: audit.Text(in.Note)}}
	if event := s.last(t, who); event.Action != audit.AllKeysRevoked || event.Target.Label != "acme" || !slices.Equal(event.After, want) {
		t.Errorf("recorded %+v", event)
	}
	s.unchanged(t, who, func() {
		again, err := s.RevokeAllKeys(t.Context(), who, in)
		if err != nil || again.Revoked != 0 || !again.Propagation.Complete {
			t.Errorf("again: %+v, %v", again, err)
		}
	})
}

func TestRevokingAllKeysRefuses(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "Zapier")
	_, err := s.RevokeAllKeys(t.Context(), who, admin.RevokeAllKeys{Slug: "Acme", Reason: "BORED", Note: "\x00"})
	expect(t, err, "SLUG_MISMATCH slug", "REVOCATION_REASON_UNKNOWN reason", "NOTE_INVALID note")
	_, err = s.RevokeAllKeys(t.Context(), as(who, caller.Admin), admin.RevokeAllKeys{Slug: "acme", Reason: "LEAKED"})
	expect(t, err, "FORBIDDEN")
	if key, err := s.Key(t.Context(), who, k.ID); err != nil || key.Status != apikey.Active {
		t.Errorf("now %+v, %v", key, err)
	}
}

func epoch(t *testing.T, super *sql.DB) (n int) {
	t.Helper()
	must(t, super.QueryRowContext(t.Context(), `SELECT value FROM latchkey.epoch`).Scan(&n))
	return n
}
