package store_test

import (
	"bytes"
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// addSecret adds a key of that name with a secret under the pepper, whose hash is
// the byte repeated.
func addSecret(t *testing.T, st *store.Store, who caller.Caller, name, pepper string, hash byte) (key uuid.UUID) {
	t.Helper()
	key = uuid.New()
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		h := apikey.Hash{PepperID: pepper, Sum: [32]byte(bytes.Repeat([]byte{hash}, 32))}
		return tx.CreateKey(ctx, apikey.Key{ID: key, Name: name, Scope: apikey.All, Version: 1, Hint: "lk_…" + name, CreatedAt: tx.Now()}, h)
	}))
	return key
}

func TestWhatDependsOnAPepper(t *testing.T) {
	st := open(t, testdb.New(t).AppURL)
	acme, other := seed(t, st, "acme"), seed(t, st, "other")
	now := time.Now().UTC().Truncate(time.Microsecond)
	used := addSecret(t, st, acme, "used", "old", 1)
	addSecret(t, st, other, "idle", "old", 2)
	disabled := addSecret(t, st, acme, "disabled", "old", 3)
	expired := addSecret(t, st, acme, "expired", "old", 4)
	revoked := addSecret(t, st, acme, "revoked", "old", 5)
	rotated := addSecret(t, st, acme, "rotated", "old", 6)
	addSecret(t, st, acme, "fresh", "new", 7)
	must(t, st.InWorkspace(t.Context(), acme, func(ctx context.Context, tx *store.Tx) error {
		for statement, key := range map[string]uuid.UUID{
			`UPDATE api_key SET disabled_at = now() WHERE id = $1`:                                  disabled,
			`UPDATE api_key SET expires_on = '2020-01-01' WHERE id = $1`:                            expired,
			`UPDATE api_key SET revoked_at = now(), revocation_reason = 'OTHER' WHERE id = $1`:      revoked,
			`UPDATE api_key_secret SET valid_until = now() - interval '1 second' WHERE key_id = $1`: rotated,
			`UPDATE api_key_secret SET valid_until = now() + interval '1 hour' WHERE key_id = $1`:   used,
			`UPDATE api_key SET expires_on = (now() AT TIME ZONE 'UTC')::date - 1 WHERE id = $1`:    used, // not over everywhere
		} {
			if _, err := tx.Exec(ctx, statement, key); err != nil {
				return err
			}
		}
		return nil
	}))
	must(t, st.FlushUsage(t.Context(), store.UsageBatch{Uses: []store.Use{{Workspace: acme.Workspace(), Key: used, At: now}}}))

	uses, err := st.PepperUses(t.Context())
	if want := []store.PepperUse{{Pepper: "new", Live: 1}, {Pepper: "old", Live: 4, Stopped: 2, UsedAt: now}}; err != nil || !slices.Equal(uses, want) {
		t.Errorf("%+v, %v; want %+v", uses, err, want)
	}
	if uses, err := st.PepperUses(t.Context(), "old", "absent"); err != nil || len(uses) != 1 || uses[0].Pepper != "new" {
		t.Errorf("apart from old: %+v, %v", uses, err)
	}
	secrets, err := st.PepperSecrets(t.Context(), "old", 10)
	if err != nil || len(secrets) != 4 || secrets[3] != (store.PepperSecret{Slug: "acme", Key: "used", Hint: "lk_…used", UsedAt: now}) || !secrets[0].Stopped {
		t.Errorf("%+v, %v", secrets, err)
	}
	if first, err := st.PepperSecrets(t.Context(), "old", 1); err != nil || len(first) != 1 {
		t.Errorf("at most one: %+v, %v", first, err)
	}
}

func TestASecretIsRehashedAndNothingElseOfItChanges(t *testing.T) {
	db := testdb.New(t)
	st, node := open(t, db.AppURL), open(t, db.DataURL)
	who := seed(t, st, "acme")
	key := addSecret(t, st, who, "sync", "old", 1)
	_, before, err := st.Nodes(t.Context())
	must(t, err)
	old, fresh := apikey.Hash{PepperID: "old", Sum: [32]byte(bytes.Repeat([]byte{1}, 32))}, apikey.Hash{PepperID: "new", Sum: [32]byte(bytes.Repeat([]byte{9}, 32))}
	for range 2 { // the second time, as another node that came too late
		must(t, node.RehashSecret(t.Context(), old, fresh))
	}
	if _, epoch, err := st.Nodes(t.Context()); err != nil || epoch != before+1 {
		t.Errorf("%d changes of access, %v", epoch-before, err)
	}
	if _, known, err := st.LookupSecret(t.Context(), []apikey.Hash{old}); known || err != nil {
		t.Errorf("by its old hash it is still found, %v", err)
	}
	c, known, err := st.LookupSecret(t.Context(), []apikey.Hash{old, fresh})
	if err != nil || !known || c.Key != key || c.Pepper != "new" || c.Hint != "lk_…sync" {
		t.Errorf("found %+v, %v, %v", c, known, err)
	}
	super := db.Open(t, db.SuperURL)
	super.SetMaxOpenConns(1)
	for _, statement := range []string{
		`UPDATE latchkey.api_key_secret SET key_id = key_id`, `UPDATE latchkey.api_key_secret SET hint = ''`,
		`UPDATE latchkey.api_key_secret SET valid_until = NULL`, `DELETE FROM latchkey.api_key_secret`, `UPDATE latchkey.api_key SET scope = 'ALL'`,
	} {
		_, err := super.ExecContext(t.Context(), `BEGIN; SET LOCAL ROLE latchkey_lookup; `+statement)
		if e := pq.As(err); e == nil || e.Code != "42501" {
			t.Errorf("secret lookup may %s: %v", statement, err)
		}
		exec(t, super, `ROLLBACK`)
	}
}
