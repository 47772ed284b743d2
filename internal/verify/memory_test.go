package verify_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
	"latchkey/internal/verify"
)

func suspend(ctx context.Context, tx *store.Tx) error {
	return tx.Ent().Workspace.UpdateOneID(tx.Caller().Workspace()).SetSuspendedAt(tx.Now()).Exec(ctx)
}

func setEntryExpiry(at time.Time) func(context.Context, *store.Tx) error {
	return func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().AllowlistEntry.Update().SetExpiresAt(at).Exec(ctx)
	}
}

var revoked = map[string]any{"revoked_at": time.Now(), "revocation_reason": "LEAKED"}

func TestAKnownKeyNeedsNoDatabase(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	for range 10 {
		f.want(f.ask(secret), "")
	}
	if n := f.source.reads.Load(); n != 1 {
		t.Errorf("%d reads for ten requests, want 1", n)
	}
}

func TestAForgottenKeyIsReadAgain(t *testing.T) {
	f := newFixture(t)
	secret, id := f.key(nil)
	other, _ := f.key(nil)
	f.want(f.ask(secret), "")
	f.want(f.ask(other), "")
	f.setKey(id, revoked)
	f.Forget(f.who.Workspace(), id)
	f.want(f.ask(secret), verify.Revoked)
	reads := f.source.reads.Load()
	f.want(f.ask(other), "")
	if f.source.reads.Load() != reads {
		t.Error("a change of one key made another one be forgotten")
	}
}

// A read that began before a change may end after it; what it found must
// neither stay in memory nor reach a request that arrives later.
func TestAReadFromBeforeAChangeBringsNothingBack(t *testing.T) {
	f := newFixture(t)
	for name, forget := range map[string]func(workspace, key uuid.UUID){
		"the key":       f.Forget,
		"the workspace": func(w, _ uuid.UUID) { f.Forget(w, uuid.Nil) },
		"everything":    func(uuid.UUID, uuid.UUID) { f.ForgetAll() },
	} {
		t.Run(name, func(t *testing.T) {
			secret, id := f.key(nil)
			held := f.source.holdNext()
			var early sync.WaitGroup
			early.Add(1)
			go func() {
				defer early.Done()
				f.want(f.ask(secret), "") // it began before the change, and may be accepted
			}()
			<-held.reached
			f.setKey(id, revoked)
			forget(f.who.Workspace(), id)
			f.want(f.ask(secret), verify.Revoked) // it began after: it must not join
			close(held.release)
			early.Wait()
			f.want(f.ask(secret), verify.Revoked)
		})
	}
}

func TestRequestsForOneSecretShareARead(t *testing.T) {
	f := newFixture(t)
	secret, _ := f.key(nil)
	held := f.source.holdNext()
	var all sync.WaitGroup
	ask := func() { defer all.Done(); f.want(f.ask(secret), "") }
	all.Add(1)
	go ask()
	<-held.reached
	for range 20 {
		all.Add(1)
		go ask()
	}
	close(held.release)
	all.Wait()
	if n := f.source.reads.Load(); n != 1 {
		t.Errorf("%d reads for 21 requests at once, want 1", n)
	}
}

// Requests look into memory before they join a read, which may land in between.
func TestAReadThatHasJustLandedIsNotRepeated(t *testing.T) {
	f := newFixture(t)
	secret, id := f.key(nil)
	f.want(f.ask(secret), "")
	must(t, f.Missed(t.Context(), secret, here))
	if n := f.source.reads.Load(); n != 1 {
		t.Errorf("%d reads, want only the one that had landed", n)
	}
	f.Forget(f.who.Workspace(), id)
	must(t, f.Missed(t.Context(), secret, here))
	if n := f.source.reads.Load(); n != 2 {
		t.Errorf("%d reads, want another one after what had landed was forgotten", n)
	}
}

func TestWithoutALeaseEveryRequestReadsByItself(t *testing.T) {
	f := newFixture(t)
	secret, id := f.key(nil)
	f.want(f.ask(secret), "")
	f.lease.Store(false)
	f.setKey(id, revoked) // and nobody tells
	f.want(f.ask(secret), verify.Revoked)
	f.setKey(id, map[string]any{"revoked_at": nil, "revocation_reason": nil})
	held := f.source.holdNext()
	var early sync.WaitGroup
	early.Add(1)
	go func() { defer early.Done(); f.want(f.ask(secret), "") }()
	<-held.reached
	f.setKey(id, revoked)
	f.want(f.ask(secret), verify.Revoked) // it does not wait for the read that is held
	close(held.release)
	early.Wait()
}

func TestASecretThatBecomesKnownIsFound(t *testing.T) {
	f := newFixture(t)
	secret, id := f.key(nil)
	f.change(func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE api_key_secret SET hash = sha256(hash) WHERE key_id = $1`, id)
		return err
	})
	f.want(f.ask(secret), verify.Unknown)
	hash := f.peppers.Mint(secret)
	f.change(func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE api_key_secret SET hash = $1 WHERE key_id = $2`, hash.Sum[:], id)
		return err
	})
	f.want(f.ask(secret), verify.Unknown) // memory has not been told yet
	f.Forget(f.who.Workspace(), id)
	f.want(f.ask(secret), "")
}
