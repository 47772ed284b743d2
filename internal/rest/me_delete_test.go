package rest

import (
	"context"
	"net/http"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// end sends DELETE me/ from an address that no allowlist has.
func (w *world) end(t testing.TB, secret string) answer {
	t.Helper()
	r := w.request(t, http.MethodDelete, "me/", "")
	r.Host = ""
	r.Header.Set("Authorization", "Token "+secret)
	r.Header.Set("X-Forwarded-For", "203.0.113.99")
	return w.do(t, r)
}

func (w *world) status(t testing.TB, secret string) int {
	t.Helper()
	return w.send(t, secret, 1, http.MethodGet, "me/", "").StatusCode
}

// newest returns the newest event of a tenant, and how many there are. Reading it
// as the audit does also checks its place in the chain's columns.
func (w *world) newest(t testing.TB, n *tenant) (e audit.Event, total int) {
	t.Helper()
	must(t, w.admin.View(t.Context(), n.who, func(ctx context.Context, v *store.View) error {
		events, all, err := v.AuditEvents(ctx, store.AuditQuery{Limit: 1})
		if total = all.N; len(events) > 0 {
			e = events[0]
		}
		return err
	}))
	return e, total
}

func TestTheOnlySecretEndsItsKey(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme, other := w.tenant(t, "acme"), w.tenant(t, "other")
	for _, scope := range apikey.Scopes() {
		secret, id := w.key(t, acme, scope)
		if a := w.end(t, secret); a.StatusCode != http.StatusNoContent || a.text != "" {
			t.Errorf("%s: %d %s", scope, a.StatusCode, a.text)
		}
		again := w.end(t, secret)
		if got := w.opened(t, again); again.StatusCode != http.StatusUnauthorized || got.Reason != string(verify.Revoked) || got.Operation != "me.delete" {
			t.Errorf("%s, again: %d %+v", scope, again.StatusCode, got)
		}
		must(t, w.admin.View(t.Context(), acme.who, func(ctx context.Context, v *store.View) error {
			k, _, err := v.Key(ctx, id)
			if k.RevokedAt.IsZero() || k.RevocationReason != store.PossessionReason || k.RevocationNote != store.PossessionNote || k.Version != 2 {
				t.Errorf("%s: the key is %+v", scope, k)
			}
			return err
		}))
		e, _ := w.newest(t, acme)
		note, _ := e.After.Get("note")
		if e.Action != audit.KeyRevoked || e.Actor.ID != id || e.Target.ID != id || e.Address.String() != "203.0.113.99" || note != store.PossessionNote {
			t.Errorf("%s: the event is %+v", scope, e)
		}
	}
	if _, total := w.newest(t, acme); total != len(apikey.Scopes()) {
		t.Errorf("%d events", total)
	}
	if _, total := w.newest(t, other); total != 0 || w.status(t, acme.keys[apikey.All]) != 200 || w.status(t, other.keys[apikey.All]) != 200 {
		t.Error("something else changed")
	}
}

// The address is not checked for this, and for nothing else.
func TestEndingASecretFromElsewhere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.exec(t, acme, `INSERT INTO allowlist_entry (workspace_id, id, range, note, created_at, created_by_label)
		VALUES ($1, $2, '192.0.2.7', '', now(), 'test')`, acme.who.Workspace(), uuid.New())
	secret := acme.keys[apikey.ReadOnly]
	if got := w.status(t, secret); got != http.StatusForbidden {
		t.Errorf("GET me/ from elsewhere: %d", got)
	}
	if a := w.end(t, secret); a.StatusCode != http.StatusNoContent {
		t.Errorf("DELETE me/ from elsewhere: %d %s", a.StatusCode, a.text)
	}
	for _, o := range operations() {
		if o.manner == anywhere && o.name != "me.delete" {
			t.Errorf("%s may be used from anywhere", o.name)
		}
	}
}

// While a key is rotated, a secret ends and the other one goes on.
func TestEndingOneSecretOfTwo(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	for _, c := range []struct {
		name    string
		ends    int // 0: the old secret, 1: the new one
		records audit.Action
	}{{"the old one", 0, audit.RotationFinished}, {"the new one", 1, audit.RotationCancelled}} {
		old, id := w.key(t, acme, apikey.All)
		secrets := [2]string{old, ""}
		w.exec(t, acme, `UPDATE api_key_secret SET valid_until = $2 WHERE key_id = $1`, id, clock.AddDate(0, 0, 1))
		must(t, w.admin.InWorkspace(t.Context(), acme.who, func(ctx context.Context, tx *store.Tx) (err error) {
			secrets[1], err = w.mintSecret(ctx, tx, id)
			return err
		}))
		if a := w.end(t, secrets[c.ends]); a.StatusCode != http.StatusNoContent {
			t.Fatalf("%s: %d %s", c.name, a.StatusCode, a.text)
		}
		if got := w.opened(t, w.end(t, secrets[c.ends])); got.Reason != string(verify.Superseded) {
			t.Errorf("%s, again: %s", c.name, got.Reason)
		}
		if got := w.status(t, secrets[1-c.ends]); got != 200 {
			t.Errorf("%s: the other one gets %d", c.name, got)
		}
		if e, _ := w.newest(t, acme); e.Action != c.records || e.Target.ID != id {
			t.Errorf("%s: the event is %+v", c.name, e)
		}
		// The one that is left is the only one, and so the key.
		if a := w.end(t, secrets[1-c.ends]); a.StatusCode != http.StatusNoContent {
			t.Errorf("%s, then the other: %d", c.name, a.StatusCode)
		}
		if e, _ := w.newest(t, acme); e.Action != audit.KeyRevoked {
			t.Errorf("%s, then the other: %+v", c.name, e)
		}
	}
}

// Of many requests that end one secret, one does it.
func TestEndingASecretManyTimesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	secret, _ := w.key(t, acme, apikey.All)
	answers := make(chan int, 8)
	for range cap(answers) {
		go func() { answers <- w.end(t, secret).StatusCode }()
	}
	ended := 0
	for range cap(answers) {
		switch status := <-answers; status {
		case http.StatusNoContent:
			ended++
		case http.StatusUnauthorized:
		default:
			t.Errorf("%d", status)
		}
	}
	if _, total := w.newest(t, acme); ended != 1 || total != 1 {
		t.Errorf("%d ended it, with %d events", ended, total)
	}
}

// A data-plane node may do this one thing, to a secret that it has the hash of, and
// can add no event without it.
func TestPossessionIsAllThatEndsASecret(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme, other := w.tenant(t, "acme"), w.tenant(t, "other")
	hashes, err := w.verifier.Hashes(acme.keys[apikey.All])
	must(t, err)
	err = w.data.InWorkspace(t.Context(), other.who, func(ctx context.Context, tx *store.Tx) error {
		ok, err := tx.EndPresented(ctx, hashes, func(store.Presented) audit.Event { return audit.Event{} })
		if ok {
			t.Error("a secret of another workspace was ended")
		}
		return err
	})
	must(t, err)
	for _, statement := range []string{
		`UPDATE api_key SET revoked_at = now()`, `UPDATE api_key_secret SET valid_until = now()`, `SELECT seq FROM audit_event`,
		`INSERT INTO audit_event SELECT`,
		`SELECT end_presented(gen_random_uuid(), 1, now(), NULL, '', NULL, '', decode(repeat('00', 32), 'hex'), '{}', now())`,
	} {
		err := w.data.InWorkspace(t.Context(), acme.who, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, statement)
			return err
		})
		if err == nil {
			t.Errorf("a data-plane node may %s", statement)
		}
	}
	if w.status(t, acme.keys[apikey.All]) != 200 {
		t.Error("the key was harmed")
	}
}
