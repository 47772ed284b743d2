package verify_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
	"latchkey/internal/verify"
	"latchkey/internal/workspace"
)

func TestMain(m *testing.M) { testdb.Main(m) }

var here = netip.MustParseAddr("192.0.2.7")

// source reads the real store. It counts reads, and can hold one back.
type source struct {
	*store.Store
	reads  atomic.Int64
	hold   atomic.Pointer[hold]
	broken atomic.Bool
}

// hold stops a read after it has its answer and before it returns it.
type hold struct{ reached, release chan struct{} }

func (s *source) LookupSecret(ctx context.Context, hashes []apikey.Hash) (apikey.Credential, bool, error) {
	s.reads.Add(1)
	c, ok, err := s.Store.LookupSecret(ctx, hashes)
	if h := s.hold.Swap(nil); h != nil {
		close(h.reached)
		<-h.release
	}
	if s.broken.Load() {
		panic("a row that nobody expected")
	}
	return c, ok, err
}

func (s *source) LookupWorkspace(ctx context.Context, id uuid.UUID) (workspace.Access, bool, error) {
	return s.Store.LookupWorkspace(ctx, id)
}

// holdNext holds the next read back.
func (s *source) holdNext() *hold {
	h := &hold{make(chan struct{}), make(chan struct{})}
	s.hold.Store(h)
	return h
}

type leased struct{ atomic.Bool }

func (l *leased) Trusted(time.Time) bool { return l.Load() }

// fixture is one workspace, acme, in Warsaw.
type fixture struct {
	testing.TB
	*verify.Verifier
	source  *source
	lease   *leased
	clock   time.Time
	scheme  apikey.Scheme
	peppers apikey.Peppers
	who     caller.Caller
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	st, err := store.Open(t.Context(), testdb.New(t).AppURL, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	f := &fixture{TB: t, source: &source{Store: st}, lease: &leased{}, clock: time.Now().Truncate(time.Microsecond), who: caller.OfOperator(uuid.New(), "test")}
	f.scheme, err = apikey.NewScheme("lk_")
	must(t, err)
	pepper, err := apikey.NewPepper("first", make([]byte, 32))
	must(t, err)
	f.peppers, err = apikey.NewPeppers(pepper)
	must(t, err)
	f.Verifier = verify.New(verify.Config{Source: f.source, Scheme: f.scheme, Peppers: f.peppers, Now: func() time.Time { return f.clock }})
	f.Follow(f.lease)
	f.lease.Store(true)
	f.change(func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().Workspace.Create().SetID(f.who.Workspace()).SetSlug("acme").SetName("Acme").
			SetTimeZone("Europe/Warsaw").SetCreatedAt(tx.Now()).Exec(ctx)
	})
	return f
}

// change is a transaction in acme.
func (f *fixture) change(do func(context.Context, *store.Tx) error) {
	f.Helper()
	must(f, f.source.InWorkspace(f.Context(), f.who, do))
}

// key makes a key of scope All, with columns set as they are given.
func (f *fixture) key(set map[string]any) (apikey.Secret, uuid.UUID) {
	f.Helper()
	secret, err := f.scheme.Mint(rand.Reader)
	must(f, err)
	id := uuid.New()
	f.change(func(ctx context.Context, tx *store.Tx) error {
		hash := f.peppers.Mint(secret)
		if err := tx.Ent().APIKey.Create().SetID(id).SetName("Sync").SetNameKey("sync").SetScope("ALL").
			SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx); err != nil {
			return err
		}
		return tx.Ent().APIKeySecret.Create().SetID(uuid.New()).SetKeyID(id).SetPepperID(hash.PepperID).SetHash(hash.Sum[:]).
			SetHint(secret.Hint()).SetCreatedAt(tx.Now()).Exec(ctx)
	})
	f.setKey(id, set)
	return secret, id
}

// setKey sets columns of a key in one statement; valid_until is its secret's.
func (f *fixture) setKey(id uuid.UUID, set map[string]any) {
	f.Helper()
	if len(set) == 0 {
		return
	}
	table, where, args, columns := "api_key", "id", []any{id}, []string(nil)
	for column, value := range set {
		if column == "valid_until" {
			table, where = "api_key_secret", "key_id"
		}
		args = append(args, value)
		columns = append(columns, fmt.Sprintf("%s = $%d", column, len(args)))
	}
	f.change(func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE `+table+` SET `+strings.Join(columns, ", ")+` WHERE `+where+` = $1`, args...)
		return err
	})
}

func (f *fixture) allow(ranges ...string) {
	f.Helper()
	f.change(func(ctx context.Context, tx *store.Tx) error {
		for _, r := range ranges {
			if err := tx.Ent().AllowlistEntry.Create().SetID(uuid.New()).SetRange(r).SetNote("").
				SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}

// ask verifies a read with the secret from here.
func (f *fixture) ask(secret apikey.Secret) verify.Reason {
	f.Helper()
	return f.reason(verify.Request{Secret: secret.Reveal(), Address: here, Access: apikey.Read})
}

// reason returns why a request is refused, "" when it is accepted.
func (f *fixture) reason(r verify.Request) verify.Reason {
	f.Helper()
	_, err := f.Verify(f.Context(), r)
	refusal, ok := err.(*verify.Refusal)
	if err != nil && !ok {
		f.Fatalf("not refused but failed: %v", err)
	}
	if err == nil {
		return ""
	}
	return refusal.Reason
}

func (f *fixture) want(got, want verify.Reason) {
	f.Helper()
	if got != want {
		f.Errorf("refused because %q, want %q", got, want)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// live is a verifier with the real clock, as in production.
func (f *fixture) live() *verify.Verifier {
	v := verify.New(verify.Config{Source: f.source, Scheme: f.scheme, Peppers: f.peppers})
	v.Follow(f.lease)
	return v
}
