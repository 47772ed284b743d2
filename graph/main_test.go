package graph_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/graph"
	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/live"
	"latchkey/internal/receipt"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

const password = "correct horse battery"

// today is the tests' day; it is one day later in Auckland, where acme is.
var today = time.Date(2026, 5, 4, 13, 0, 0, 0, time.UTC)

// world is a running API with the workspaces acme, which has a member of each
// role, and other, which belongs to the stranger.
type world struct {
	t       *testing.T
	url     string
	db      *testdb.DB
	app     *sql.DB
	store   *store.Store
	sealer  *receipt.Sealer
	log     *buffer
	ran     atomic.Int64       // statements
	before  func(query string) // is told each statement before it runs
	config  graph.Config
	stop    func() // ends the server, and with it the access log
	live    *live.Feed
	handler http.Handler

	stopLive func()
	ids      map[string]uuid.UUID    // of each person
	cookies  map[string]*http.Cookie // of each person
	acme     string                  // ids
	other    string
}

// The people, and where they belong. STAFF and SUPPORT are support staff; the latter
// have a session in acme.
var people = map[string]string{"OWNER": "acme", "ADMIN": "acme", "DEVELOPER": "acme", "VIEWER": "acme", "STRANGER": "other", "STAFF": "", "SUPPORT": ""}

// count counts statements; a transaction's end is none.
func (w *world) count(_ context.Context, query string) (ended func(error)) {
	w.before(query)
	if query != "COMMIT" {
		w.ran.Add(1)
	}
	return func(error) {}
}

func newWorld(t *testing.T, options ...func(*graph.Config)) *world {
	t.Helper()
	w := &world{t: t, db: testdb.New(t), log: &buffer{}, cookies: map[string]*http.Cookie{}, ids: map[string]uuid.UUID{}, before: func(string) {}, acme: uuid.NewString(), other: uuid.NewString()}
	w.app = w.db.Open(t, w.db.AppURL)
	now := func() time.Time { return today }
	var err error
	w.store, err = store.Open(t.Context(), w.db.AppURL, store.Options{Now: now, Statement: w.count})
	w.must(err)
	t.Cleanup(func() { _ = w.store.Close() })
	sessions, err := session.New(w.store, session.Options{Now: now, WeakPasswords: true, SecondFactorKeys: factorKeys(t), Mail: session.Mailing{
		Site: &url.URL{Scheme: "https", Host: "latchkey.example.com"}, ShowLinks: true,
	}})
	w.must(err)
	w.settle(sessions)
	client, err := allowlist.NewClientAddress("", nil)
	w.must(err)
	w.config = graph.Config{
		Admin: w.useCases(now, sessions), Sessions: sessions, Address: client, PlainHTTP: true, Log: zerolog.New(w.log),
		Streams: graph.Streams{BeatEvery: 20 * time.Millisecond, CheckEvery: 50 * time.Millisecond},
	}
	for _, o := range options {
		o(&w.config)
	}
	w.serve()
	return w
}

// serve starts a node of the admin plane.
func (w *world) serve() {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	w.live = live.NewFeed(w.db.AppURL, w.config.Log, live.Options{UsageEvery: 20 * time.Millisecond})
	followed := make(chan struct{})
	go func() { defer close(followed); w.live.Run(ctx) }()
	w.stopLive = func() { cancel(); <-followed }
	w.t.Cleanup(w.stopLive)
	w.config.Live = w.live
	access := httpserver.NewAccessLog(w.log, zerolog.Nop())
	w.handler = httpserver.Chain(graph.NewHandler(w.config), httpserver.Options{
		Plane: "admin", Log: w.config.Log, AccessLog: access,
		Panicked: graph.Panicked,
	})
	server := httptest.NewServer(w.handler)
	w.stop = sync.OnceFunc(func() { w.stopLive(); server.Close(); _ = access.Close() })
	w.t.Cleanup(w.stop)
	w.url = server.URL
}

// anotherNode is the same world through another node.
func (w *world) anotherNode() *world {
	w.t.Helper()
	second := &world{
		t: w.t, db: w.db, app: w.app, store: w.store, sealer: w.sealer, log: w.log,
		config: w.config, cookies: w.cookies, acme: w.acme, other: w.other,
	}
	second.serve()
	return second
}

func (w *world) useCases(now func() time.Time, sessions *session.Service) *admin.Service {
	w.t.Helper()
	scheme, err := apikey.NewScheme("lk_")
	w.must(err)
	pepper, err := apikey.NewPepper("p1", bytes.Repeat([]byte{7}, 32))
	w.must(err)
	peppers, err := apikey.NewPeppers(pepper)
	w.must(err)
	keys, err := receipt.ParseKeys(strings.NewReader("r1 " + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{8}, 32))))
	w.must(err)
	installation := uuid.New()
	w.sealer = receipt.NewSealer(keys, installation)
	return admin.New(w.store, cluster.NewBarrier(w.store), scheme, peppers,
		admin.Options{Now: now, Receipts: receipt.NewOpener(keys, installation), Sessions: sessions})
}

// settle makes the workspaces and the people, whose passwords are all the same.
func (w *world) settle(sessions *session.Service) {
	w.t.Helper()
	for slug, id := range map[string]string{"acme": w.acme, "other": w.other} {
		w.inWorkspace(id, fmt.Sprintf(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ('%s', '%s', 'A workspace', 'Pacific/Auckland')`, id, slug))
	}
	// One password is hashed; the others have the same.
	owner, err := sessions.CreatePerson(w.t.Context(), "OWNER@example.com", "OWNER", session.NewPassword(password))
	w.must(err)
	for who, slug := range people {
		person := uuid.New()
		if who == "OWNER" {
			person = owner.ID
		}
		_, err := w.app.ExecContext(w.t.Context(), `INSERT INTO latchkey.person (id, email, email_key, name, password_hash)
			SELECT $1, $2, $3, $4, password_hash FROM latchkey.person WHERE id = $5 ON CONFLICT DO NOTHING`,
			person, who+"@example.com", strings.ToLower(who)+"@example.com", who, owner.ID)
		w.must(err)
		w.ids[who] = person
		if slug == "" {
			_, err := w.app.ExecContext(w.t.Context(), `UPDATE latchkey.person SET is_staff = true WHERE id = $1`, person)
			w.must(err)
			continue
		}
		id, role := w.acme, who
		if slug == "other" {
			id, role = w.other, "OWNER"
		}
		w.inWorkspace(id, fmt.Sprintf(`INSERT INTO latchkey.member (workspace_id, id, person_id, role) VALUES ('%s', '%s', '%s', '%s')`,
			id, uuid.New(), person, role))
	}
	w.supportSession(w.acme, "SUPPORT", `NULL, now(), now() + interval '1 hour'`)
}

// supportSession adds a session of one of the staff, or the request for one, which
// times says: when it lapses, starts and ends.
func (w *world) supportSession(workspace, who, times string) (id uuid.UUID) {
	w.t.Helper()
	id = uuid.New()
	w.inWorkspace(workspace, fmt.Sprintf(`INSERT INTO latchkey.support_session
		(workspace_id, id, person_id, person_label, reason, ticket, minutes, requested_at, lapses_at, started_at, ends_at)
		VALUES ('%s', '%s', '%s', '%s@example.com', 'They cannot connect', 'T-1', 60, now(), %s)`, workspace, id, w.ids[who], who, times))
	return id
}

// supportRequest is the id of a request of SUPPORT that waits.
func (w *world) supportRequest(workspace string) string {
	w.t.Helper()
	id, in := w.supportSession(workspace, "SUPPORT", `now() + interval '1 day', NULL, NULL`), uuid.MustParse(workspace)
	return "sup_" + base64.RawURLEncoding.EncodeToString(append(in[:], id[:]...))
}

func (w *world) inWorkspace(id, statement string) {
	w.t.Helper()
	tx, err := w.app.BeginTx(w.t.Context(), nil)
	w.must(err)
	defer tx.Rollback() // after a commit it does nothing
	for _, s := range []string{fmt.Sprintf(`SET LOCAL latchkey.workspace_id = '%s'`, id), statement} {
		_, err := tx.ExecContext(w.t.Context(), s)
		w.must(err)
	}
	w.must(tx.Commit())
}

// eventually waits until something is so.
func (w *world) eventually(so func() bool) {
	w.t.Helper()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	limit := time.After(20 * time.Second)
	for !so() {
		select {
		case <-tick.C:
		case <-limit:
			w.t.Fatal("it did not come to be")
		}
	}
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	raw    string
	Data   map[string]any
	Errors []struct {
		Message    string
		Extensions map[string]any
	}
}

// code is that of the first error, and "" without one.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

// at returns what stands at a path below the data.
func (a answer) at(path string) any {
	var v any = a.Data
	for step := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[step]
		case []any:
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(in) {
				return nil
			}
			v = in[i]
		default:
			return nil
		}
	}
	return v
}

func (a answer) text(path string) string {
	s, _ := a.at(path).(string)
	return s
}

// userErrors are the codes of the one field's user errors.
func (a answer) userErrors() (codes []string) {
	for _, field := range a.Data {
		payload, _ := field.(map[string]any)
		wrong, _ := payload["userErrors"].([]any)
		for _, e := range wrong {
			codes = append(codes, e.(map[string]any)["code"].(string))
		}
	}
	return codes
}

// ask sends an operation as one of the people.
func (w *world) ask(who, query string, variables map[string]any) answer {
	w.t.Helper()
	if strings.HasPrefix(query, "subscription") {
		return w.opened(who, query, variables)
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	w.must(err)
	return w.send(who, string(body), nil)
}

// send posts a body as it is; with headers beside or instead of the usual ones.
func (w *world) send(who, body string, headers map[string]string) answer {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.t.Context(), 30*time.Second)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, strings.NewReader(body))
	w.must(err)
	r.Header.Set("Content-Type", "application/json")
	for name, value := range headers {
		if r.Header.Set(name, value); value == "" {
			r.Header.Del(name)
		}
	}
	if c := w.cookie(who); c != nil {
		r.AddCookie(c)
	}
	return w.do(r)
}

func (w *world) do(r *http.Request) (a answer) {
	w.t.Helper()
	response, err := http.DefaultClient.Do(r)
	w.must(err)
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	w.must(err)
	a.status, a.header, a.raw = response.StatusCode, response.Header, string(raw)
	if err := json.Unmarshal(raw, &a); err != nil {
		w.t.Fatalf("%d %s: %v", a.status, raw, err)
	}
	return a
}

// good is ask for what must succeed.
func (w *world) good(who, query string, variables map[string]any) answer {
	w.t.Helper()
	a := w.ask(who, query, variables)
	if len(a.Errors) > 0 || len(a.userErrors()) > 0 {
		w.t.Fatalf("as %q: %s", who, a.raw)
	}
	return a
}

// cookie is that of one of the people, who is signed in at its first use.
func (w *world) cookie(who string) *http.Cookie {
	w.t.Helper()
	if _, known := people[who]; known && w.cookies[who] == nil {
		w.cookies[who] = w.signIn(who)
	}
	return w.cookies[who]
}

const signIn = `mutation ($i: SignInInput!) { signIn(input: $i) { me { id email } userErrors { code message field } } }`

func (w *world) signIn(who string) *http.Cookie {
	w.t.Helper()
	a := w.good("", signIn, map[string]any{"i": map[string]any{"email": who + "@example.com", "password": password}})
	return w.setCookie(a)
}

// setCookie is the cookie that an answer gives to the browser.
func (w *world) setCookie(a answer) *http.Cookie {
	w.t.Helper()
	cookie, err := http.ParseSetCookie(a.header.Get("Set-Cookie"))
	w.must(err)
	return cookie
}

// owner is the person who owns a workspace.
func (w *world) owner(workspace string) string {
	return map[string]string{w.acme: "OWNER", w.other: "STRANGER"}[workspace]
}

// createKey makes a key as the owner of its workspace, and returns its id.
func (w *world) createKey(workspace string) string {
	w.t.Helper()
	return w.good(w.owner(workspace), `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey { id } userErrors { code message } } }`,
		map[string]any{"i": map[string]any{"workspaceId": workspace, "name": "A key", "scope": "ALL"}}).text("createApiKey.apiKey.id")
}

// rotatingKey makes a key that is being rotated, and returns its id.
func (w *world) rotatingKey(workspace string) string {
	w.t.Helper()
	id := w.createKey(workspace)
	w.good(w.owner(workspace), `mutation ($i: StartApiKeyRotationInput!) { startApiKeyRotation(input: $i) { userErrors { code } } }`,
		map[string]any{"i": map[string]any{"id": id}})
	return id
}

// receipt is that of a request which the data plane refused in a workspace; for
// "" it was one without a secret.
func (w *world) receipt(workspace string) string {
	w.t.Helper()
	refused := receipt.Receipt{At: today, Reason: "no_credentials", RequestID: "request-1"}
	if workspace != "" {
		refused.Workspace, refused.Reason = uuid.MustParse(workspace), "suspended"
	}
	return w.seal(refused)
}

func (w *world) seal(r receipt.Receipt) string {
	w.t.Helper()
	text, err := w.sealer.Seal(r)
	w.must(err)
	return text
}

// addEntry adds an entry that nobody has yet, and returns its id.
func (w *world) addEntry(workspace string) string {
	w.t.Helper()
	random := uuid.New()
	address := fmt.Sprintf("2001:db8:%x:%x::1", random[:2], random[2:4])
	return w.good(w.owner(workspace), `mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { entries { id } userErrors { code message } } }`,
		map[string]any{"i": map[string]any{"workspaceId": workspace, "entries": []any{map[string]any{"range": address}}}}).
		text("addIpAllowlistEntries.entries.0.id")
}

// buffer is a log that tests read while it is written.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// accessLog stops the server and returns the lines of its log.
func (w *world) accessLog() []string {
	w.stop()
	return strings.Split(strings.TrimSpace(w.log.String()), "\n")
}
