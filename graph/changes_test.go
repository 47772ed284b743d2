package graph_test

import (
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/graph"
	"latchkey/internal/httpserver"
)

func TestChangesAreToldByKind(t *testing.T) {
	w := newWorld(t)
	owner, viewer, stranger := w.follow("OWNER", w.acme), w.follow("VIEWER", w.acme), w.follow("STRANGER", w.other)
	key := w.createKey(w.acme)
	for who, s := range map[string]*stream{"the owner": owner, "a viewer": viewer} {
		if told := s.until("API_KEYS"); told != key {
			t.Errorf("%s is told of %q, want %q", who, told, key)
		}
	}
	owner.until("AUDIT")
	w.addEntry(w.acme)
	owner.until("IP_ALLOWLIST")
	viewer.until("IP_ALLOWLIST")
	w.good("OWNER", `mutation ($i: UpdateWorkspaceInput!) { updateWorkspace(input: $i) { userErrors { code } } }`,
		map[string]any{"i": map[string]any{"workspaceId": w.acme, "expectedVersion": 1, "name": "Another name"}})
	owner.until("WORKSPACE")
	viewer.until("WORKSPACE")
	w.inWorkspace(w.acme, `UPDATE latchkey.member SET role = 'DEVELOPER' WHERE role = 'DEVELOPER'`)
	viewer.until("MEMBERS")
	w.use(key)
	owner.until("USAGE")

	// Another workspace has heard nothing of all this.
	w.createKey(w.other)
	if name, data := stranger.next(); name != "next" || !strings.Contains(data, "API_KEYS") || strings.Contains(data, key) {
		t.Errorf("the stranger was told %s %s", name, data)
	}
}

// use counts a call of a key, as a data-plane node does.
func (w *world) use(key string) {
	w.t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(key, "key_"))
	w.must(err)
	id := uuid.UUID(raw[16:])
	w.inWorkspace(w.acme, `SELECT latchkey.usage_flush('{`+w.acme+`}', '{`+id.String()+`}', '{2026-05-04 13:00Z}', '{users.list}', '{2xx}', '{read}', '{1}',
		'{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`)
}

// Who may not read the audit log is not told that it has new events either.
func TestWhatARoleMayNotSeeIsNotTold(t *testing.T) {
	w := newWorld(t)
	viewer := w.follow("VIEWER", w.acme)
	w.createKey(w.acme) // tells API_KEYS and AUDIT
	w.addEntry(w.acme)
	for {
		_, data := viewer.next()
		if strings.Contains(data, "AUDIT") || strings.Contains(data, "EVERYTHING") {
			t.Errorf("a viewer was told %s", data)
		}
		if strings.Contains(data, "IP_ALLOWLIST") {
			break
		}
	}
	w.inWorkspace(w.acme, `UPDATE latchkey.member SET role = 'ADMIN' WHERE role = 'VIEWER'`)
	w.createKey(w.acme)
	viewer.until("AUDIT")
}

func TestStreamsEndWithThePermission(t *testing.T) {
	w := newWorld(t)
	w.ends("ADMIN", "signed out", func() { w.good("ADMIN", `mutation { signOut { userErrors { code } } }`, nil) })
	delete(w.cookies, "ADMIN")
	w.ends("ADMIN", "the session was ended elsewhere", func() {
		_, err := w.app.ExecContext(w.t.Context(), `DELETE FROM latchkey.session s USING latchkey.person p WHERE p.id = s.person_id AND p.name = 'ADMIN'`)
		w.must(err)
	})
	delete(w.cookies, "ADMIN")
	w.ends("ADMIN", "removed", func() {
		a := w.good("OWNER", `query ($w: ID) { workspace(id: $w) { members(filter: {search: "admin"}) { edges { node { id } } } } }`, map[string]any{"w": w.acme})
		w.good("OWNER", `mutation ($i: RemoveMemberInput!) { removeMember(input: $i) { userErrors { code } } }`,
			map[string]any{"i": map[string]any{"id": a.text("workspace.members.edges.0.node.id")}})
	})
	if a := w.good("ADMIN", `{ me { email } }`, nil); a.text("me.email") != "ADMIN@example.com" {
		t.Errorf("who was removed from a workspace was signed out: %s", a.raw)
	}
	w.ends("VIEWER", "the node stops", w.stopLive)
	if a := w.opened("VIEWER", changes, map[string]any{"w": w.acme}); a.code() != "UNAVAILABLE" {
		t.Errorf("a stream of a stopping node: %s", a.raw)
	}
}

// ends has somebody follow acme, and demands that the stream ends by what end does.
func (w *world) ends(who, why string, end func()) {
	w.t.Helper()
	w.t.Log(why)
	s := w.follow(who, w.acme)
	end()
	s.ends()
}

// What staff follow ends with their session, whoever or whatever ends that, and so it does
// when they are staff no more.
func TestStreamsOfStaffEndWithTheirSession(t *testing.T) {
	w := newWorld(t)
	id := ""
	begin := func() { id = w.start("STAFF", map[string]any{}).text("startSupportSession.supportSession.id") }
	end := func(who string) func() {
		return func() { w.good(who, endSupport, map[string]any{"id": id}) }
	}
	begin()
	w.ends("STAFF", "ended by themselves", end("STAFF"))
	begin()
	w.ends("STAFF", "ended by the workspace", end("ADMIN"))
	begin()
	w.ends("STAFF", "its time is over, which nothing tells", func() {
		silent := w.db.Open(t, w.db.SuperURL)
		silent.SetMaxOpenConns(1) // its setting is the session's
		for _, statement := range []string{`SET session_replication_role = replica`,
			`UPDATE latchkey.support_session SET started_at = started_at - interval '1 hour', ends_at = ends_at - interval '1 hour' WHERE ended_at IS NULL AND started_at IS NOT NULL`} {
			_, err := silent.ExecContext(t.Context(), statement)
			w.must(err)
		}
	})
	begin()
	w.ends("STAFF", "staff no more", func() {
		_, err := w.app.ExecContext(t.Context(), `UPDATE latchkey.person SET is_staff = false WHERE name = 'STAFF'`)
		w.must(err)
	})
	if a := w.opened("STAFF", changes, map[string]any{"w": w.acme}); a.code() != "NOT_FOUND" {
		t.Errorf("afterwards: %s", a.raw)
	}
}

// A stream keeps nobody signed in who does nothing else.
func TestAStreamIsNoUseOfTheSession(t *testing.T) {
	w := newWorld(t)
	w.cookie("OWNER")
	_, err := w.app.ExecContext(t.Context(), `UPDATE latchkey.session SET last_seen_at = last_seen_at - interval '1 hour'`)
	w.must(err)
	s := w.follow("OWNER", w.acme)
	w.inWorkspace(w.acme, `UPDATE latchkey.workspace SET version = version`)
	s.until("WORKSPACE")
	var touched bool
	w.must(w.app.QueryRowContext(t.Context(), `SELECT bool_or(last_seen_at > $1) FROM latchkey.session`, today.Add(-time.Hour)).Scan(&touched))
	if touched {
		t.Error("the stream counted as a use")
	}
	s.close()
	w.good("OWNER", `{ me { id } }`, nil)
	w.must(w.app.QueryRowContext(t.Context(), `SELECT bool_or(last_seen_at > $1) FROM latchkey.session`, today.Add(-time.Hour)).Scan(&touched))
	if !touched {
		t.Error("a request did not")
	}
}

// A change made through one node is told by the other.
func TestTwoNodesTellTheSame(t *testing.T) {
	w := newWorld(t)
	second := w.anotherNode()
	here, there := w.follow("OWNER", w.acme), second.follow("OWNER", w.acme)
	if key := w.createKey(w.acme); here.until("API_KEYS") != key || there.until("API_KEYS") != key {
		t.Error("not both nodes told of the key")
	}
	second.addEntry(w.acme)
	here.until("IP_ALLOWLIST")
	there.until("IP_ALLOWLIST")
}

// When the connection that is listened on dies, what was missed is made good for.
func TestALostConnectionTellsThatEverythingMayHaveChanged(t *testing.T) {
	w := newWorld(t)
	s := w.follow("OWNER", w.acme)
	// What it said last is that it listens, or the empty statement of a ping.
	_, err := w.app.ExecContext(t.Context(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query ~ '^(LISTEN|$)'`)
	w.must(err)
	s.until("EVERYTHING")
	w.createKey(w.acme)
	s.until("API_KEYS")
}

func TestStreamsAreLimited(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Streams.AtOnce, c.Streams.AtOnceEach = 3, 2 })
	first := w.follow("OWNER", w.acme)
	w.follow("OWNER", w.acme)
	refused := func(who string) {
		t.Helper()
		s := w.open(who, changes, map[string]any{"w": w.acme})
		defer s.close()
		if s.response.StatusCode != http.StatusTooManyRequests || s.response.Header.Get("Content-Type") != "application/json; charset=utf-8" {
			t.Errorf("%s: %d", who, s.response.StatusCode)
		}
	}
	refused("OWNER") // two of one person
	w.follow("ADMIN", w.acme)
	refused("VIEWER") // three in all
	w.good("OWNER", `{ me { id } }`, nil)
	first.close()
	w.eventually(func() bool {
		s := w.open("VIEWER", changes, map[string]any{"w": w.acme})
		defer s.close()
		return s.response.StatusCode == http.StatusOK
	})
}

func TestStreamsHaveADeadline(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Streams.Longest = time.Second })
	w.open("OWNER", changes, map[string]any{"w": w.acme}).ends()
}

// A server that is late with its beats keeps its streams all the same.
func TestALateBeatEndsNoStream(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Streams.BeatEvery = 100 * time.Microsecond })
	s := w.follow("OWNER", w.acme)
	for range 10 {
		w.createKey(w.acme)
		s.until("API_KEYS")
	}
}

// A stream outlives what the server gives a request, as long as it beats.
func TestAStreamOutlivesTheServersTimeout(t *testing.T) {
	w := newWorld(t)
	const timeout = 5 * time.Second // in which a stream begins also on a busy machine
	server := httpserver.New(httpserver.Config{Plane: "admin", Addr: "127.0.0.1:0", Handler: w.handler, Log: zerolog.Nop(), RequestTimeout: timeout})
	w.must(server.Listen(t.Context()))
	go func() { _ = server.Run(t.Context()) }()
	w.cookie("OWNER")
	patient := w.url
	w.url = "http://" + server.Addr().String()
	begun := time.Now()
	s := w.follow("OWNER", w.acme)
	w.url = patient
	for time.Since(begun) < timeout*3/2 {
		if name, data := s.event(); name != "" {
			t.Fatalf("%s %s", name, data)
		}
	}
	w.createKey(w.acme)
	s.until("API_KEYS")
}

func TestWhatStreamsAnswer(t *testing.T) {
	w := newWorld(t)
	w.cookie("OWNER")
	for name, c := range map[string]struct {
		query string
		want  string // of the first event
	}{
		"a query":                {`{ me { email } }`, `{"data":{"me":{"email":"OWNER@example.com"}}}`},
		"a syntax error":         {`subscription {`, `BAD_USER_INPUT`},
		"an unknown field":       {`subscription { you }`, `BAD_USER_INPUT`},
		"two fields":             {`subscription { a: workspaceChanges(workspaceId: "a") { kind } b: workspaceChanges(workspaceId: "b") { kind } }`, `BAD_USER_INPUT`},
		"a workspace that isn't": {`subscription { workspaceChanges(workspaceId: "` + uuid.NewString() + `") { kind } }`, `NOT_FOUND`},
	} {
		t.Run(name, func(t *testing.T) {
			s := w.open("OWNER", c.query, nil)
			defer s.close()
			event, data := s.next()
			if event != "next" || !strings.Contains(data, c.want) || s.response.Header.Get("Content-Type") != "text/event-stream" {
				t.Errorf("%d %s %s", s.response.StatusCode, event, data)
			}
			s.ends()
		})
	}
	// Without a stream there is no subscription.
	if a := w.send("OWNER", `{"query":"subscription { workspaceChanges(workspaceId: \"`+w.acme+`\") { kind } }"}`, nil); a.status != http.StatusNotAcceptable {
		t.Errorf("%d %s", a.status, a.raw)
	}
	// EventSource asks by GET.
	r := httptest.NewRequest(http.MethodGet, `/?query=subscription{workspaceChanges(workspaceId:"`+uuid.NewString()+`"){kind}}`, nil)
	r.Header.Set("Accept", "text/event-stream")
	answered := httptest.NewRecorder()
	w.handler.ServeHTTP(answered, r)
	if !strings.Contains(answered.Body.String(), "UNAUTHENTICATED") || !strings.HasSuffix(answered.Body.String(), "event: complete\ndata:\n\n") {
		t.Errorf("by GET: %s", answered.Body)
	}
}
