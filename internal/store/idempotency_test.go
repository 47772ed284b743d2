package store_test

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

var errGivenUp = errors.New("given up")

func TestAnswersAreKeptByTheTransactionThatTheyAreOf(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	owner, key := usedKey(t, st, "acme")
	other, otherKey := usedKey(t, st, "other")
	who := caller.OfKey(owner.Workspace(), key, "k", owner.Address())
	in := func(who caller.Caller, f func(context.Context, *store.Tx) error) {
		t.Helper()
		if err := st.InWorkspace(t.Context(), who, f); err != nil && !errors.Is(err, errGivenUp) {
			t.Fatal(err)
		}
	}
	kept := store.Answer{Fingerprint: bytes.Repeat([]byte{1}, 32), Status: 201, Header: map[string][]string{"Etag": {"a"}}, Body: []byte("body")}
	for _, end := range []error{errGivenUp, nil} {
		in(who, func(ctx context.Context, tx *store.Tx) error {
			if alone, err := tx.Claim(ctx, "k"); err != nil || !alone {
				t.Errorf("the first: %t, %v", alone, err)
			}
			in(who, func(ctx context.Context, tx *store.Tx) error {
				alone, err := tx.Claim(ctx, "k")
				if alone {
					t.Error("two transactions are alone")
				}
				return err
			})
			if err := tx.Keep(ctx, "k", kept); err != nil {
				return err
			}
			return end
		})
		in(who, func(ctx context.Context, tx *store.Tx) error {
			if alone, err := tx.Claim(ctx, "k"); err != nil || !alone {
				t.Errorf("afterwards: %t, %v", alone, err)
			}
			a, ok, err := tx.Answered(ctx, "k")
			if ok != (end == nil) || ok && (a.Status != 201 || string(a.Body) != "body" || a.Header["Etag"][0] != "a" || !bytes.Equal(a.Fingerprint, kept.Fingerprint)) {
				t.Errorf("%t %+v", ok, a)
			}
			return err
		})
	}
	in(caller.OfKey(other.Workspace(), otherKey, "k", other.Address()), func(ctx context.Context, tx *store.Tx) error {
		_, ok, err := tx.Answered(ctx, "k")
		if ok {
			t.Error("another workspace finds it")
		}
		return err
	})
}

func TestOldAnswersAreDropped(t *testing.T) {
	db := testdb.New(t)
	st, super := open(t, db.AppURL), db.Open(t, db.SuperURL)
	owner, key := usedKey(t, st, "acme")
	who := caller.OfKey(owner.Workspace(), key, "k", owner.Address())
	now := time.Now()
	for i, age := range []time.Duration{0, store.ReplayFor - time.Hour, store.ReplayFor + time.Hour} {
		must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
			err := tx.Keep(ctx, string(rune('a'+i)), store.Answer{Fingerprint: make([]byte, 32), Status: 204})
			if err == nil {
				_, err = tx.Exec(ctx, `UPDATE idempotent_answer SET created_at = $1 WHERE idempotency_key = $2`, now.Add(-age), string(rune('a'+i)))
			}
			return err
		}))
	}
	_, err := st.Retain(t.Context(), now.AddDate(1, 0, 0)) // whoever asks for it, what is young stays
	must(t, err)
	if n := count(t, super, `SELECT count(*) FROM latchkey.idempotent_answer`); n != 2 {
		t.Errorf("%d of 2 are left", n)
	}
}
