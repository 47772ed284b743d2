package verify_test

import (
	"bytes"
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// peppers returns some whose keys follow from their ids.
func peppers(t testing.TB, ids ...string) apikey.Peppers {
	t.Helper()
	var list []apikey.Pepper
	for _, id := range ids {
		key := make([]byte, apikey.MinPepperKey)
		if id != "first" { // the fixture's, of zeros
			key = bytes.Repeat([]byte(id), apikey.MinPepperKey)
		}
		p, err := apikey.NewPepper(id, key)
		must(t, err)
		list = append(list, p)
	}
	all, err := apikey.NewPeppers(list...)
	must(t, err)
	return all
}

// hashes writes to the real store, counts, and can fail.
type hashes struct {
	*store.Store
	writes  atomic.Int64
	failing atomic.Bool
	done    chan struct{} // a token for each write
}

func (h *hashes) RehashSecret(ctx context.Context, old, fresh apikey.Hash) error {
	h.writes.Add(1)
	defer func() { h.done <- struct{}{} }()
	if h.failing.Load() {
		return errors.New("storage is away")
	}
	return h.Store.RehashSecret(ctx, old, fresh)
}

// node is a verifier with a rehasher that runs.
func (f *fixture) node(p apikey.Peppers, h *hashes, failed func(error)) *fixture {
	ctx, stop := context.WithCancel(f.Context())
	r := verify.NewRehasher(h, failed)
	var running sync.WaitGroup
	running.Go(func() { r.Run(ctx) })
	f.Cleanup(func() { stop(); running.Wait() })
	n := *f
	n.Verifier = verify.New(verify.Config{Source: f.source, Scheme: f.scheme, Peppers: p, Rehasher: r, Now: func() time.Time { return f.clock }})
	n.Follow(f.lease)
	return &n
}

func (h *hashes) await(t testing.TB) {
	t.Helper()
	select {
	case <-h.done:
	case <-time.After(30 * time.Second):
		t.Fatal("nothing was written")
	}
}

func (f *fixture) pepperOf(secret apikey.Secret) string {
	f.Helper()
	c, ok, err := f.source.Store.LookupSecret(f.Context(), peppers(f, "second", "first").All(secret))
	if err != nil || !ok {
		f.Fatalf("the secret is stored: %v, %v", ok, err)
	}
	return c.Pepper
}

func TestASecretMovesToThePepperThatMintsWhenItIsUsed(t *testing.T) {
	f := newFixture(t)
	f.lease.Store(false) // every request reads
	secret, id := f.key(nil)
	h := &hashes{Store: f.source.Store, done: make(chan struct{}, 100)}
	fail := func(err error) { t.Error(err) }
	one, other := f.node(peppers(t, "second", "first"), h, fail), f.node(peppers(t, "second", "first"), h, fail)
	f.want(one.ask(secret), "")
	h.await(t)
	if got := f.pepperOf(secret); got != "second" {
		t.Errorf("the secret is under %q", got)
	}
	for _, n := range []*fixture{one, other, f.node(peppers(t, "second"), h, fail)} {
		f.want(n.ask(secret), "")
	}
	if n := h.writes.Load(); n != 1 {
		t.Errorf("%d writes for one secret", n)
	}
	f.setKey(id, map[string]any{"revoked_at": f.clock, "revocation_reason": "LEAKED"})
	f.want(one.ask(secret), verify.Revoked)
}

func TestARevokedKeysSecretStaysWhereItIs(t *testing.T) {
	f := newFixture(t)
	dead, _ := f.key(map[string]any{"revoked_at": f.clock, "revocation_reason": "LEAKED"})
	live, _ := f.key(nil)
	h := &hashes{Store: f.source.Store, done: make(chan struct{}, 100)}
	n := f.node(peppers(t, "second", "first"), h, func(err error) { t.Error(err) })
	f.want(n.ask(dead), verify.Revoked)
	f.want(n.ask(live), "")
	h.await(t)
	if f.pepperOf(dead) != "first" || f.pepperOf(live) != "second" || h.writes.Load() != 1 {
		t.Errorf("the dead one is under %q, the live one under %q, after %d writes", f.pepperOf(dead), f.pepperOf(live), h.writes.Load())
	}
}

func TestWhatCannotBeMovedIsToldAndMovedLater(t *testing.T) {
	f := newFixture(t)
	f.lease.Store(false)
	secret, _ := f.key(nil)
	h := &hashes{Store: f.source.Store, done: make(chan struct{}, 100)}
	h.failing.Store(true)
	told := make(chan error, 1)
	n := f.node(peppers(t, "second", "first"), h, func(err error) { told <- err })
	f.want(n.ask(secret), "")
	h.await(t)
	select {
	case <-told:
	case <-time.After(30 * time.Second):
		t.Fatal("the failure was told to nobody")
	}
	h.failing.Store(false)
	f.want(n.ask(secret), "")
	h.await(t)
	if got := f.pepperOf(secret); got != "second" {
		t.Errorf("the secret is under %q", got)
	}
}

// While nodes change over one after the other, they disagree on which pepper is the
// first, and must not move a secret to and fro.
func TestNodesThatDisagreeComeToRest(t *testing.T) {
	f := newFixture(t)
	f.lease.Store(false)
	secret, _ := f.key(nil)
	h := &hashes{Store: f.source.Store, done: make(chan struct{}, 100)}
	fail := func(err error) { t.Error(err) }
	after, before := f.node(peppers(t, "second", "first"), h, fail), f.node(peppers(t, "first", "second"), h, fail)
	f.want(after.ask(secret), "")
	h.await(t)
	f.want(before.ask(secret), "")
	h.await(t)
	for range 10 {
		f.want(after.ask(secret), "")
		f.want(before.ask(secret), "")
	}
	other, _ := f.key(nil) // is moved after all that waits
	f.want(after.ask(other), "")
	h.await(t)
	if n := h.writes.Load(); n != 3 {
		t.Errorf("%d writes for two secrets", n)
	}
}

// A verifier never waits for the rehasher, and holds a bounded number of secrets for it.
func TestARehasherThatDoesNotRunCostsNothing(t *testing.T) {
	f := newFixture(t)
	f.lease.Store(false)
	secret, _ := f.key(nil)
	r := verify.NewRehasher(f.source.Store, func(err error) { t.Error(err) })
	n := *f
	n.Verifier = verify.New(verify.Config{Source: f.source, Scheme: f.scheme, Peppers: peppers(t, "second", "first"), Rehasher: r})
	n.Follow(f.lease)
	for range 20 {
		f.want(n.ask(secret), "")
	}
	if got := r.Waiting(); got != 1 {
		t.Errorf("%d secrets wait, of one that was used", got)
	}
}
