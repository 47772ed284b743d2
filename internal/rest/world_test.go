package rest

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/base64"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/ratelimit"
	"latchkey/internal/receipt"
	"latchkey/internal/records"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
	access "latchkey/internal/workspace"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// clock is the time of every world.
var clock = time.Date(2031, 5, 6, 7, 8, 9, 123456000, time.UTC)

// world is a data plane on a database of its own, as production wires it.
type world struct {
	*httptest.Server
	db    *testdb.DB
	super *sql.DB      // connects when it is used
	admin *store.Store // latchkey_app, to make tenants
	data  *store.Store // latchkey_data, which the handler uses
	usage *usage.Counter
	// verifier reads PostgreSQL on every request until it follows a lease.
	verifier *verify.Verifier
	source   *source
	handler  *Handler
	receipts *receipt.Opener
	// now is the handler's clock; asked gets a word when somebody looks at it.
	now     atomic.Pointer[time.Time]
	asked   chan struct{}
	scheme  apikey.Scheme
	peppers apikey.Peppers
	scopes  sync.Map // of the secrets that were minted
	watched sync.Once
	seen    sync.Map // the last snapshot of each workspace
}

// tenant is a workspace with a key of each scope.
type tenant struct {
	who  caller.Caller
	keys map[apikey.Scope]string
}

func newWorld(t testing.TB) *world {
	t.Helper()
	w := &world{db: testdb.New(t), asked: make(chan struct{}, 1)}
	var err error
	w.scheme, err = apikey.NewScheme("lk_")
	must(t, err)
	pepper, err := apikey.NewPepper("test", bytes.Repeat([]byte{7}, 32))
	must(t, err)
	w.peppers, err = apikey.NewPeppers(pepper)
	must(t, err)
	w.super = w.db.Open(t, w.db.SuperURL)
	w.admin = w.open(t, w.db.AppURL)
	w.data = w.open(t, w.db.DataURL)
	w.usage = usage.New(w.data, zerolog.Nop())
	trusted := []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
	address, err := allowlist.NewClientAddress("", trusted)
	must(t, err)
	w.source = &source{Store: w.data}
	w.verifier = verify.New(verify.Config{Source: w.source, Scheme: w.scheme, Peppers: w.peppers, Now: func() time.Time { return clock }})
	installation, err := w.data.Installation(t.Context())
	must(t, err)
	keys, err := receipt.ParseKeys(strings.NewReader("test " + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{8}, 32))))
	must(t, err)
	w.receipts = receipt.NewOpener(keys, installation)
	w.now.Store(&clock)
	w.handler = NewHandler(Config{
		Verifier: w.verifier, Store: w.data, Recorder: w.record(t), Usage: w.usage, ClientAddress: address, BaseDomain: "latchkey.test",
		Barrier: cluster.NewBarrier(w.data), Receipts: receipt.NewSealer(keys, installation), Limiter: ratelimit.NewLimiter(nil, nil),
		Log: zerolog.New(testLog{t}), Now: w.tell,
	})
	w.Server = httptest.NewServer(httpserver.Chain(w.handler, httpserver.Options{
		Plane: "data", Log: zerolog.New(testLog{t}), Panicked: Panicked,
	}))
	w.Client().Transport.(*http.Transport).DisableCompression = true // answers as they are sent
	t.Cleanup(w.Close)
	return w
}

// trusting is a world that verifies from memory, as a node does that holds a lease. It
// is for many requests that change no access, DELETE me/ aside.
func trusting(t testing.TB) *world {
	t.Helper()
	w := newWorld(t)
	w.verifier.Follow(always{})
	return w
}

// tell tells the handler the time.
func (w *world) tell() time.Time {
	at := *w.now.Load()
	select {
	case w.asked <- struct{}{}:
	default:
	}
	return at
}

// record runs a recorder until the test ends.
func (w *world) record(t testing.TB) *records.Recorder {
	t.Helper()
	recorder := records.NewRecorder(w.data)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		recorder.Run(ctx)
		close(ended)
	}()
	t.Cleanup(func() {
		stop()
		<-ended
	})
	return recorder
}

// testLog is where our own failures go: into the test's output.
type testLog struct{ t testing.TB }

func (l testLog) Write(line []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(line)))
	return len(line), nil
}

func (w *world) open(t testing.TB, url string) *store.Store {
	t.Helper()
	st, err := store.Open(t.Context(), url, store.Options{Now: func() time.Time { return clock }})
	must(t, err)
	t.Cleanup(func() { _ = st.Close() })
	return st
}

// ample are the largest limits.
var ample = ratelimit.Limits{
	Key:       ratelimit.Limit{Calls: ratelimit.MaxCalls, Seconds: 1},
	Workspace: ratelimit.Limit{Calls: ratelimit.MaxCalls, Seconds: 1},
}

// tenant makes a workspace.
func (w *world) tenant(t testing.TB, slug string) *tenant {
	t.Helper()
	n := &tenant{who: caller.OfOperator(uuid.New(), "test"), keys: map[apikey.Scope]string{}}
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error {
		err := tx.Ent().Workspace.Create().SetID(n.who.Workspace()).SetSlug(slug).SetName("The " + slug).
			SetTimeZone("Europe/Warsaw").SetCreatedAt(tx.Now()).Exec(ctx)
		if err == nil {
			err = tx.SetLimits(ctx, ample) // so that they are told, and hold nobody up
		}
		for _, scope := range apikey.Scopes() {
			if err == nil {
				n.keys[scope], _, err = w.mint(ctx, tx, scope)
			}
		}
		return err
	}))
	return n
}

func (w *world) mint(ctx context.Context, tx *store.Tx, scope apikey.Scope) (string, uuid.UUID, error) {
	id := uuid.New()
	err := tx.Ent().APIKey.Create().SetID(id).SetName("Key " + string(scope)).SetNameKey("key").SetScope(string(scope)).
		SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx)
	if err != nil {
		return "", id, err
	}
	secret, err := w.mintSecret(ctx, tx, id)
	w.scopes.Store(secret, scope)
	return secret, id, err
}

func (w *world) mintSecret(ctx context.Context, tx *store.Tx, key uuid.UUID) (string, error) {
	secret, err := w.scheme.Mint(rand.Reader)
	if err != nil {
		return "", err
	}
	hash := w.peppers.Mint(secret)
	return secret.Reveal(), tx.Ent().APIKeySecret.Create().SetID(uuid.New()).SetKeyID(key).SetPepperID(hash.PepperID).
		SetHash(hash.Sum[:]).SetHint(secret.Hint()).SetCreatedAt(tx.Now()).Exec(ctx)
}

// key makes one more key of the tenant's.
func (w *world) key(t testing.TB, n *tenant, scope apikey.Scope) (secret string, id uuid.UUID) {
	t.Helper()
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) (err error) {
		secret, id, err = w.mint(ctx, tx, scope)
		return err
	}))
	return secret, id
}

// exec runs a statement in the tenant's workspace, as the application.
func (w *world) exec(t testing.TB, n *tenant, statement string, args ...any) {
	t.Helper()
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, statement, args...)
		return err
	}))
}

// source counts what verification reads, and how many hashes it asks with.
type source struct {
	*store.Store
	secrets, hashes, workspaces atomic.Int64
}

func (s *source) LookupSecret(ctx context.Context, hashes []apikey.Hash) (apikey.Credential, bool, error) {
	s.secrets.Add(1)
	s.hashes.Add(int64(len(hashes)))
	return s.Store.LookupSecret(ctx, hashes)
}

func (s *source) LookupWorkspace(ctx context.Context, id uuid.UUID) (access.Access, bool, error) {
	s.workspaces.Add(1)
	return s.Store.LookupWorkspace(ctx, id)
}

// answer is a response with its body read.
type answer struct {
	*http.Response
	text string
}

// request makes a request to the world under the API's base.
func (w *world) request(t testing.TB, method, path, body string) *http.Request {
	t.Helper()
	var reader io.Reader
	if body != "" {
		reader = strings.NewReader(body)
	}
	r, err := http.NewRequestWithContext(t.Context(), method, w.URL+"/api/public/"+path, reader)
	must(t, err)
	r.Host = "acme.latchkey.test"
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	return r
}

// do sends a request. Whatever comes back must be what the document says.
func (w *world) do(t testing.TB, r *http.Request) answer {
	t.Helper()
	response, err := w.Client().Do(r)
	must(t, err)
	defer response.Body.Close() // it has been read
	body, err := io.ReadAll(response.Body)
	must(t, err)
	a := answer{response, string(body)}
	if r.Method == http.MethodDelete && strings.HasSuffix(r.URL.Path, "/me/") {
		w.verifier.ForgetAll() // what a node is told by the change feed
	}
	w.agrees(t, r, a)
	return a
}

// send makes a request with a key; version 2 is asked for by number.
func (w *world) send(t testing.TB, secret string, version int, method, path, body string) answer {
	t.Helper()
	r := w.request(t, method, path, body)
	r.Host = ""
	r.Header.Set("Authorization", "Token "+secret)
	if version == 2 {
		r.Header.Set("Accept", "*/*; version=2")
	}
	return w.do(t, r)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
