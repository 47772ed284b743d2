package admin_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
)

func TestCreateKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	made, err := s.CreateKey(t.Context(), as(who, caller.Developer), admin.CreateKey{Name: "  Zapier 🦊 ", Scope: "READ_ONLY", ExpiresOn: "2026-11-30"})
	must(t, err)
	k := made.Key
	if k.Name != "Zapier 🦊" || k.Scope != apikey.ReadOnly || k.Status != apikey.Active || k.Version != 1 || k.Workspace != who.Workspace() ||
		k.ExpiresOn.String() != "2026-11-30" || !k.ExpiresAt.Equal(time.Date(2026, 11, 30, 23, 0, 0, 0, time.UTC)) ||
		!k.CreatedAt.Equal(noon) || k.CreatedBy != (caller.Actor{Kind: caller.Member, ID: who.ID(), Label: "acme@example.com"}) || k.LastUse != nil {
		t.Errorf("made %+v", k)
	}
	if secret := made.Secret.Reveal(); len(secret) != apikey.Length || made.Secret.Hint() != k.Hint || made.Replayed || !made.Propagation.Complete {
		t.Errorf("hint %q, replayed %v, %+v", k.Hint, made.Replayed, made.Propagation)
	}
	read, err := s.Key(t.Context(), as(who, caller.Viewer), k.ID)
	must(t, err)
	if read != k {
		t.Errorf("read %+v, made %+v", read, k)
	}
	event := s.last(t, who)
	want := audit.Values{{Name: "name", Text: "Zapier 🦊"}, {Name: "scope", Text: "READ_ONLY"}, {Name: "expiresOn", Text: "2026-11-30"}, {Name: "hint", Text: audit.Text(k.Hint)}}
	if event.Action != audit.KeyCreated || event.Before != nil || !slices.Equal(event.After, want) || event.Address != who.Address() || !event.At.Equal(noon) ||
		event.Actor != k.CreatedBy || event.Target != (audit.Target{Kind: audit.APIKey, ID: k.ID, Label: audit.Text(k.Name)}) {
		t.Errorf("recorded %+v", event)
	}
	if strings.Contains(string(event.Canonical()), made.Secret.Reveal()) {
		t.Error("the secret is in the audit")
	}
	found, ok, err := s.store.LookupSecret(t.Context(), peppers(t).All(made.Secret))
	if err != nil || !ok || found.Key != k.ID || found.Workspace != who.Workspace() {
		t.Errorf("the secret leads to %+v, %v, %v", found, ok, err)
	}
}

func TestCreateKeyRefusesAllThatIsWrongAtOnce(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	long := strings.Repeat("x", 300)
	for _, c := range []struct {
		in   admin.CreateKey
		want []string
	}{
		{admin.CreateKey{Name: " ", Scope: "ALL"}, []string{"NAME_EMPTY name"}},
		{admin.CreateKey{Name: long, Scope: "ALL"}, []string{"NAME_TOO_LONG name"}},
		{admin.CreateKey{Name: "a\x00", Scope: "ALL"}, []string{"NAME_INVALID name"}},
		{admin.CreateKey{Name: "a", Scope: "all"}, []string{"SCOPE_UNKNOWN scope"}},
		{admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: "30.11.2026"}, []string{"DAY_MALFORMED expiresOn"}},
		{admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: "2026-02-30"}, []string{"DAY_UNKNOWN expiresOn"}},
		{admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: "2026-11-22"}, []string{"DAY_IN_PAST expiresOn"}},
		{admin.CreateKey{Name: long, Scope: "", ExpiresOn: "2000-01-01"}, []string{"NAME_TOO_LONG name", "SCOPE_UNKNOWN scope", "DAY_IN_PAST expiresOn"}},
		{admin.CreateKey{Name: "a", Scope: "ALL", IdempotencyKey: long}, []string{"IDEMPOTENCY_KEY_INVALID idempotencyKey"}},
		{admin.CreateKey{Name: "a", Scope: "ALL", IdempotencyKey: "a\x00"}, []string{"IDEMPOTENCY_KEY_INVALID idempotencyKey"}},
	} {
		s.unchanged(t, who, func() {
			_, err := s.CreateKey(t.Context(), who, c.in)
			expect(t, err, c.want...)
		})
	}
}

func TestTheDayIsJudgedInTheWorkspacesZone(t *testing.T) {
	s := newSite(t)
	auckland, honolulu := s.workspaceIn(t, "auckland", "Pacific/Auckland"), s.workspaceIn(t, "honolulu", "Pacific/Honolulu")
	_, err := s.CreateKey(t.Context(), auckland, admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: "2026-11-23"})
	expect(t, err, "DAY_IN_PAST expiresOn")
	made, err := s.CreateKey(t.Context(), honolulu, admin.CreateKey{Name: "a", Scope: "ALL", ExpiresOn: "2026-11-23"})
	must(t, err)
	s.clock.add(made.Key.ExpiresAt.Sub(noon) - time.Microsecond)
	for _, want := range []apikey.Status{apikey.Active, apikey.Expired} {
		k, err := s.Key(t.Context(), honolulu, made.Key.ID)
		must(t, err)
		page, err := s.Keys(t.Context(), honolulu, admin.KeyFilter{Status: ptr(string(want))}, admin.KeyOrder{}, admin.Page{})
		if k.Status != want || err != nil || len(page.Edges) != 1 || page.Edges[0].Key.Status != want {
			t.Errorf("at %s: %s, listed %+v, %v; want %s", s.clock.now(), k.Status, page, err, want)
		}
		s.clock.add(time.Microsecond)
	}
	later, err := s.UpdateKey(t.Context(), honolulu, admin.UpdateKey{ID: made.Key.ID, ExpectedVersion: 1, ExpiresOn: ptr(ptr("2026-12-24"))})
	if err != nil || later.Key.Status != apikey.Active {
		t.Errorf("an expired key given a later day is %s, %v", later.Key.Status, err)
	}
}

func TestUpdateKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "Zapier")
	out, err := s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: k.ID, ExpectedVersion: 1, Name: ptr("Make"), ExpiresOn: ptr(ptr("2026-11-23"))})
	must(t, err)
	if out.Key.Name != "Make" || out.Key.Scope != apikey.All || out.Key.ExpiresOn.String() != "2026-11-23" || out.Key.Version != 2 || out.Key.Hint != k.Hint {
		t.Errorf("edited to %+v", out.Key)
	}
	event := s.last(t, who)
	if event.Action != audit.KeyUpdated || event.Target.Label != "Zapier" ||
		!slices.Equal(event.Before, audit.Values{{Name: "name", Text: "Zapier"}, {Name: "expiresOn", Text: ""}}) ||
		!slices.Equal(event.After, audit.Values{{Name: "name", Text: "Make"}, {Name: "expiresOn", Text: "2026-11-23"}}) {
		t.Errorf("recorded %+v", event)
	}
	read, err := s.Key(t.Context(), who, k.ID)
	if err != nil || read != out.Key {
		t.Errorf("read %+v, %v", read, err)
	}
	for name, in := range map[string]admin.UpdateKey{
		"nothing given": {},
		"all as it is":  {Name: ptr(" Make "), Scope: ptr("ALL"), ExpiresOn: ptr(ptr("2026-11-23"))},
	} {
		s.clock.add(24 * time.Hour) // also when its day is over
		s.unchanged(t, who, func() {
			in.ID, in.ExpectedVersion = k.ID, 2
			out, err := s.UpdateKey(t.Context(), who, in)
			if err != nil || out.Key.Version != 2 || !out.Propagation.Complete {
				t.Errorf("%s: %+v, %v", name, out, err)
			}
		})
	}
	out, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: k.ID, ExpectedVersion: 2, ExpiresOn: ptr[*string](nil)})
	if err != nil || !out.Key.ExpiresOn.IsZero() || !out.Key.ExpiresAt.IsZero() || out.Key.Version != 3 {
		t.Errorf("never: %+v, %v", out.Key, err)
	}
}

func TestUpdateKeyRefuses(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k, revoked := s.key(t, who, "Zapier"), s.key(t, who, "old")
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: revoked.ID, Reason: "LEAKED"})
	must(t, err)
	_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: k.ID, ExpectedVersion: 1, Name: ptr("Make")})
	must(t, err)
	s.unchanged(t, who, func() {
		_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: k.ID, ExpectedVersion: 1, Name: ptr("n8n")})
		expect(t, err, "CONFLICT expectedVersion")
		if !strings.Contains(err.Error(), "version 2") {
			t.Errorf("the conflict does not name the newer version: %v", err)
		}
		_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: revoked.ID, ExpectedVersion: 2, Name: ptr("n8n")})
		expect(t, err, "KEY_REVOKED")
		_, err = s.UpdateKey(t.Context(), who, admin.UpdateKey{ID: k.ID, ExpectedVersion: 2, Name: ptr(""), Scope: ptr("NONE"), ExpiresOn: ptr(ptr("2026-11-22"))})
		expect(t, err, "NAME_EMPTY name", "SCOPE_UNKNOWN scope", "DAY_IN_PAST expiresOn")
	})
	read, err := s.Key(t.Context(), who, k.ID)
	if err != nil || read.Name != "Make" || read.Version != 2 {
		t.Errorf("now %+v, %v", read, err)
	}
}

func TestRevokeKey(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "Zapier")
	for _, c := range []struct {
		in   admin.RevokeKey
		want []string
	}{
		{admin.RevokeKey{Reason: "BORED"}, []string{"REVOCATION_REASON_UNKNOWN reason"}},
		{admin.RevokeKey{Reason: "", Note: strings.Repeat("x", 501)}, []string{"REVOCATION_REASON_UNKNOWN reason", "NOTE_TOO_LONG note"}},
		{admin.RevokeKey{Reason: "OTHER", Note: "\x00"}, []string{"NOTE_INVALID note"}},
	} {
		s.unchanged(t, who, func() {
			c.in.ID = k.ID
			_, err := s.RevokeKey(t.Context(), who, c.in)
			expect(t, err, c.want...)
		})
	}
	out, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: k.ID, Reason: "LEAKED", Note: "in a log,\nby mistake"})
	must(t, err)
	if out.Key.Status != apikey.Revoked || !out.Key.RevokedAt.Equal(noon) || out.Key.RevocationReason != apikey.Leaked ||
		out.Key.RevocationNote != "in a log,\nby mistake" || out.Key.Version != 2 || !out.Propagation.Complete {
		t.Errorf("revoked: %+v", out)
	}
	event := s.last(t, who)
	if event.Action != audit.KeyRevoked || !slices.Equal(event.Before, audit.Values{{Name: "status", Text: "ACTIVE"}}) ||
		!slices.Equal(event.After, audit.Values{{Name: "status", Text: "REVOKED"}, {Name: "reason", Text: "LEAKED"}, {Name: "note", Text: "in a log,\nby mistake"}}) {
		t.Errorf("recorded %+v", event)
	}
	s.clock.add(time.Hour)
	s.unchanged(t, who, func() {
		again, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: k.ID, Reason: "UNUSED", Note: "again"})
		if err != nil || again.Key != out.Key || !again.Propagation.Complete {
			t.Errorf("again: %+v, %v", again, err)
		}
	})
}

func TestForeignKeysAreLikeAbsentOnes(t *testing.T) {
	s := newSite(t)
	mine, theirs := s.workspace(t, "mine"), s.workspace(t, "theirs")
	foreign := s.key(t, theirs, "theirs").ID
	for name, try := range map[string]func(id uuid.UUID) error{
		"read": func(id uuid.UUID) error { _, err := s.Key(t.Context(), mine, id); return err },
		"update": func(id uuid.UUID) error {
			_, err := s.UpdateKey(t.Context(), mine, admin.UpdateKey{ID: id, ExpectedVersion: 1, Name: ptr("mine")})
			return err
		},
		"revoke": func(id uuid.UUID) error {
			_, err := s.RevokeKey(t.Context(), mine, admin.RevokeKey{ID: id, Reason: "LEAKED"})
			return err
		},
	} {
		s.unchanged(t, theirs, func() {
			err, absent := try(foreign), try(uuid.New())
			expect(t, err, "NOT_FOUND")
			if absent == nil || err.Error() != absent.Error() {
				t.Errorf("%s: foreign: %v; absent: %v", name, err, absent)
			}
		})
	}
	if k, err := s.Key(t.Context(), theirs, foreign); err != nil || k.Version != 1 {
		t.Errorf("the foreign key is now %+v, %v", k, err)
	}
}

func TestAWorkspaceHasAMostOfKeys(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "one")
	s.exec(t, who, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
		SELECT $1, gen_random_uuid(), 'k' || n, 'k' || n, 'ALL', now(), 'test' FROM generate_series(2, $2::int) n`, who.Workspace(), admin.MaxLiveKeys)
	s.unchanged(t, who, func() {
		_, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "one more", Scope: "ALL"})
		expect(t, err, "TOO_MANY_KEYS")
	})
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: k.ID, Reason: "UNUSED"})
	must(t, err)
	s.key(t, who, "one more")
}
