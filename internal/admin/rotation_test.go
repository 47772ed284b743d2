package admin_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// verifier decides as a node of the data plane does, by the site's clock plus skew.
func (s *site) verifier(t *testing.T, skew time.Duration) func(apikey.Secret) string {
	t.Helper()
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	v := verify.New(verify.Config{Source: s.store, Scheme: scheme, Peppers: peppers(t), Now: func() time.Time { return s.clock.now().Add(skew) }})
	return func(secret apikey.Secret) string {
		t.Helper()
		_, err := v.Verify(t.Context(), verify.Request{Secret: secret.Reveal(), Access: apikey.Read})
		var refused *verify.Refusal
		switch {
		case errors.As(err, &refused):
			return string(refused.Reason)
		case err != nil:
			t.Fatal(err)
		}
		return "accepted"
	}
}

// rotated makes a key and starts to rotate it.
func (s *site) rotated(t *testing.T, who caller.Caller, keep *time.Duration) (created, started admin.CreatedKey) {
	t.Helper()
	created, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Zapier", Scope: "READ_ONLY", ExpiresOn: "2027-06-30"})
	must(t, err)
	s.clock.add(time.Minute)
	started, err = s.StartRotation(t.Context(), who, admin.StartRotation{ID: created.Key.ID, KeepOldFor: keep})
	must(t, err)
	return created, started
}

func TestARotationGivesAKeyASecondSecret(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	judge := s.verifier(t, 0)
	created, started := s.rotated(t, as(who, caller.Developer), nil)
	old, k := created.Key, started.Key
	until := noon.Add(time.Minute + 24*time.Hour)
	if k.ID != old.ID || k.Name != old.Name || k.Scope != old.Scope || k.ExpiresOn != old.ExpiresOn || !k.CreatedAt.Equal(old.CreatedAt) || k.Version != old.Version {
		t.Errorf("%+v became %+v", old, k)
	}
	if k.Status != apikey.Rotating || k.Hint != started.Secret.Hint() || k.Hint == old.Hint || !started.Propagation.Complete || started.Replayed {
		t.Errorf("%s, hint %s, %+v", k.Status, k.Hint, started.Propagation)
	}
	if r := k.Rotation; r == nil || *r != (apikey.Rotation{StartedAt: noon.Add(time.Minute), OldSecretValidUntil: until, OldHint: old.Hint}) {
		t.Errorf("rotation %+v", r)
	}
	event := s.last(t, who)
	if event.Action != audit.RotationStarted || !slices.Equal(event.Before, audit.Values{{Name: "hint", Text: audit.Text(old.Hint)}}) ||
		!slices.Equal(event.After, audit.Values{{Name: "hint", Text: audit.Text(k.Hint)}, {Name: "oldSecretValidUntil", Text: audit.Text(until.Format(time.RFC3339))}}) {
		t.Errorf("recorded %+v", event)
	}
	if text := string(event.Canonical()); strings.Contains(text, started.Secret.Reveal()) {
		t.Error("the secret is in the audit")
	}
	s.clock.add(24*time.Hour - time.Microsecond)
	if was, is := judge(created.Secret), judge(started.Secret); was != "accepted" || is != "accepted" {
		t.Errorf("in the overlap: old %s, new %s", was, is)
	}
	s.clock.add(time.Microsecond)
	if was, is := judge(created.Secret), judge(started.Secret); was != "superseded" || is != "accepted" {
		t.Errorf("after the overlap: old %s, new %s", was, is)
	}
	read, err := s.Key(t.Context(), who, k.ID)
	if err != nil || read.Status != apikey.Active || read.Rotation != nil {
		t.Errorf("after the overlap: %+v, %v", read, err)
	}
	for name, end := range s.endings() {
		_, err := end(t.Context(), who, k.ID)
		if expect(t, err, "NO_ROTATION"); t.Failed() {
			t.Errorf("%s after the overlap: %v", name, err)
		}
	}
	again, err := s.StartRotation(t.Context(), who, admin.StartRotation{ID: k.ID})
	must(t, err)
	if first, second, third := judge(created.Secret), judge(started.Secret), judge(again.Secret); first != "superseded" || second != "accepted" || third != "accepted" {
		t.Errorf("rotated again: %s, %s, %s", first, second, third)
	}
}

func TestARotationEndsByHand(t *testing.T) {
	for name, c := range map[string]struct {
		keep     *time.Duration
		end      string
		was, is  string
		action   audit.Action
		newStays bool
	}{
		"finish":         {nil, "finish", "superseded", "accepted", audit.RotationFinished, true},
		"cancel":         {nil, "cancel", "accepted", "superseded", audit.RotationCancelled, false},
		"without a wait": {ptr(time.Duration(0)), "", "superseded", "accepted", audit.RotationStarted, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			who := s.workspace(t, "acme")
			created, started := s.rotated(t, who, c.keep)
			if c.end != "" {
				out, err := s.endings()[c.end](t.Context(), who, created.Key.ID)
				if err != nil || !out.Propagation.Complete || out.Key.Status != apikey.Active || out.Key.Version != 1 {
					t.Errorf("%+v, %v", out, err)
				}
			}
			// Also on a node whose clock runs behind.
			for _, skew := range []time.Duration{0, -time.Hour} {
				judge := s.verifier(t, skew)
				if was, is := judge(created.Secret), judge(started.Secret); was != c.was || is != c.is {
					t.Errorf("skew %s: old %s, new %s", skew, was, is)
				}
			}
			key, err := s.Key(t.Context(), who, created.Key.ID)
			want := created.Secret.Hint()
			if c.newStays {
				want = started.Secret.Hint()
			}
			if err != nil || key.Hint != want || key.Status != apikey.Active || key.Rotation != nil {
				t.Errorf("now %+v, %v", key, err)
			}
			if event := s.last(t, who); event.Action != c.action || string(event.After[0].Text) != want {
				t.Errorf("recorded %+v", event)
			}
			_, err = s.StartRotation(t.Context(), who, admin.StartRotation{ID: created.Key.ID})
			must(t, err)
		})
	}
}

func TestRotationRefuses(t *testing.T) {
	s := newSite(t)
	who, other := s.workspace(t, "acme"), s.workspace(t, "other")
	_, started := s.rotated(t, who, nil)
	plain, revoked := s.key(t, who, "plain"), s.key(t, who, "revoked")
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: revoked.ID, Reason: "LEAKED"})
	must(t, err)
	start := func(who caller.Caller, id uuid.UUID, keep *time.Duration) error {
		_, err := s.StartRotation(t.Context(), who, admin.StartRotation{ID: id, KeepOldFor: keep, IdempotencyKey: "k"})
		return err
	}
	s.unchanged(t, who, func() {
		expect(t, start(who, started.Key.ID, nil), "ROTATION_UNDER_WAY")
		expect(t, start(who, revoked.ID, nil), "KEY_REVOKED")
		expect(t, start(who, plain.ID, ptr(-time.Second)), "OVERLAP_INVALID keepOldFor")
		expect(t, start(who, plain.ID, ptr(admin.MaxOverlap+time.Second)), "OVERLAP_INVALID keepOldFor")
		expect(t, start(who, uuid.New(), nil), "NOT_FOUND")
		expect(t, start(other, plain.ID, nil), "NOT_FOUND")
		expect(t, start(as(who, caller.Viewer), plain.ID, nil), "FORBIDDEN")
		for _, end := range s.endings() {
			for id, code := range map[uuid.UUID]string{plain.ID: "NO_ROTATION", revoked.ID: "KEY_REVOKED", uuid.New(): "NOT_FOUND"} {
				_, err := end(t.Context(), who, id)
				expect(t, err, code)
			}
			_, err := end(t.Context(), other, started.Key.ID)
			expect(t, err, "NOT_FOUND")
			_, err = end(t.Context(), as(who, caller.Viewer), started.Key.ID)
			expect(t, err, "FORBIDDEN")
		}
	})
	if key, err := s.Key(t.Context(), who, started.Key.ID); err != nil || key.Status != apikey.Rotating || key.Hint != started.Key.Hint {
		t.Errorf("now %+v, %v", key, err)
	}
	must(t, start(who, plain.ID, ptr(admin.MaxOverlap)))
}

func TestTwoStartsAtOnceAreOneRotation(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "Zapier")
	var mu sync.Mutex
	var codes []string
	var all sync.WaitGroup
	for range 5 {
		all.Go(func() {
			_, err := s.StartRotation(t.Context(), who, admin.StartRotation{ID: k.ID})
			mu.Lock()
			defer mu.Unlock()
			codes = append(codes, strings.Join(wrong(err), " "))
		})
	}
	all.Wait()
	slices.Sort(codes)
	if codes[0] != "" || codes[1] != "ROTATION_UNDER_WAY" || codes[4] != "ROTATION_UNDER_WAY" {
		t.Errorf("%q", codes)
	}
}

func TestARetriedStartIsOneRotation(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k, second := s.key(t, who, "Zapier"), s.key(t, who, "Make")
	in := admin.StartRotation{ID: k.ID, KeepOldFor: ptr(time.Hour), IdempotencyKey: "once"}
	first, err := s.StartRotation(t.Context(), who, in)
	must(t, err)
	s.unchanged(t, who, func() {
		again, err := s.StartRotation(t.Context(), who, in)
		if err != nil || !again.Replayed || !again.Secret.IsZero() || again.Key.Hint != first.Key.Hint || !again.Propagation.Complete {
			t.Errorf("%+v, %v", again, err)
		}
		in.ID = second.ID
		_, err = s.StartRotation(t.Context(), who, in)
		expect(t, err, "IDEMPOTENCY_MISMATCH idempotencyKey")
	})
}

func TestTheOldSecretsUseIsShownAndItsRefusalsCounted(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	created, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "Zapier", Scope: "ALL"})
	must(t, err)
	super := s.db.Open(t, s.db.SuperURL)
	_, err = super.ExecContext(t.Context(), `UPDATE latchkey.api_key_use SET at = $3, address = '192.0.2.1', user_agent = 'before', operation = 'users.list' WHERE workspace_id = $1 AND key_id = $2`,
		who.Workspace(), created.Key.ID, noon)
	must(t, err)
	s.clock.add(time.Hour)
	started, err := s.StartRotation(t.Context(), who, admin.StartRotation{ID: created.Key.ID})
	must(t, err)
	if use := started.Key.Rotation.OldSecretLastUse; use == nil || *use != (apikey.KeyUse{At: noon, Address: "192.0.2.1", UserAgent: "before", Operation: "users.list"}) {
		t.Errorf("the last use before the rotation: %+v", use)
	}
	found, _, err := s.store.LookupSecret(t.Context(), peppers(t).All(created.Secret))
	must(t, err)
	use := func(minutes int, agent string) store.SecretUse {
		return store.SecretUse{Secret: found.Secret, Last: store.Use{Workspace: who.Workspace(), At: noon.Add(time.Duration(minutes) * time.Minute),
			Address: who.Address(), UserAgent: agent, Operation: "users.read"}}
	}
	refused := store.SecretUse{Secret: found.Secret, Last: store.Use{Workspace: who.Workspace()}, Refusals: 2}
	stranger := store.SecretUse{Secret: uuid.New(), Last: store.Use{Workspace: who.Workspace()}, Refusals: 9}
	foreign := store.SecretUse{Secret: found.Secret, Last: store.Use{Workspace: s.workspace(t, "other").Workspace()}, Refusals: 9}
	for _, flush := range [][]store.SecretUse{{use(70, "newest")}, {use(65, "late")}, {refused, stranger}, {refused, foreign}} {
		must(t, s.store.FlushSecretUses(t.Context(), flush))
	}
	page, err := s.Keys(t.Context(), who, admin.KeyFilter{Status: ptr("ROTATING")}, admin.KeyOrder{}, admin.Page{})
	must(t, err)
	key := page.Edges[0].Key
	if got := key.Rotation.OldSecretLastUse; *got != (apikey.KeyUse{At: noon.Add(70 * time.Minute), Address: "192.0.2.7", UserAgent: "newest", Operation: "users.read"}) {
		t.Errorf("the last use in the rotation: %+v", got)
	}
	if key.SupersededRefusals != 4 {
		t.Errorf("%d refusals of superseded secrets", key.SupersededRefusals)
	}
}

// endings are the ways to end a rotation by hand.
func (s *site) endings() map[string]func(context.Context, caller.Caller, uuid.UUID) (admin.ChangedKey, error) {
	return map[string]func(context.Context, caller.Caller, uuid.UUID) (admin.ChangedKey, error){"finish": s.FinishRotation, "cancel": s.CancelRotation}
}
