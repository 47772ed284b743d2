package rest

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/store"
)

// with sends a request with more headers: names and values in turn.
func (w *world) with(t testing.TB, secret string, version int, method, path, body string, headers ...string) answer {
	t.Helper()
	r := w.request(t, method, path, body)
	r.Host = ""
	r.Header.Set("Authorization", "Token "+secret)
	if version == 2 {
		r.Header.Set("Accept", "*/*; version=2")
	}
	for pair := range slices.Chunk(headers, 2) {
		r.Header.Set(pair[0], pair[1])
	}
	return w.do(t, r)
}

// serving is the world with one more operation, at POST test/.
func (w *world) serving(serve func(*call) (reply, error)) {
	w.handler.routes = newRouter(append(operations(), operation{
		name: "test", resource: "test", access: apikey.Write, methods: methods(post), path: "test/", serve: serve,
	}))
}

// touched is a write that the snapshot shows.
func touched(c *call, name string) error {
	return c.write(func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO event_name (workspace_id, name) VALUES ($1, $2)`, tx.Caller().Workspace(), name)
		return err
	})
}

func asIs(s string) string { return s }

// told are the headers of an answer, those of the single request aside.
func (a answer) told() http.Header {
	h := a.Header.Clone()
	for _, name := range []string{"Date", "X-Request-Id", idempotentReplayed} {
		h.Del(name)
	}
	return h
}

func same(a, b answer) bool {
	return a.StatusCode == b.StatusCode && a.text == b.text && maps.EqualFunc(a.told(), b.told(), slices.Equal)
}

// Every operation that changes something is done once, and answered alike each time.
func TestEveryChangeIsReplayed(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	plant := w.planter(t)
	count := 0
	inTurns(t, func(t *testing.T, o operation, method string, version int, pr probe) {
		if o.access != apikey.Write && o.access != apikey.Delete {
			return
		}
		count++
		acme, p := plant(t)
		path, body := p.fill(pr.path, url.PathEscape), p.fill(strings.ReplaceAll(pr.body, "Sent", fmt.Sprintf("Sent%d", count)), asIs)
		scope := apikey.All
		if o.access == apikey.Write && count%2 == 0 {
			scope = apikey.WriteOnly
		}
		send := func() answer {
			return w.with(t, acme.keys[scope], version, method, path, body, idempotencyKey, t.Name())
		}
		before := w.snapshot(t, acme)
		first := send()
		between := w.snapshot(t, acme)
		second := send()
		switch after := w.snapshot(t, acme); {
		case first.StatusCode/100 != 2:
			// Nothing is kept of it, and nothing has happened.
			if second.Header.Get(idempotentReplayed) != "" || before != after {
				t.Errorf("%d %s, and then %d %s", first.StatusCode, first.text, second.StatusCode, second.text)
			}
		case !same(first, second) || second.Header.Get(idempotentReplayed) != "true" || first.Header.Get(idempotentReplayed) != "":
			t.Errorf("%d %v %s, and then %d %v %s", first.StatusCode, first.Header, first.text, second.StatusCode, second.Header, second.text)
		case between != after:
			t.Error("the second request changed something")
		}
	})
}

// However many come at once, it happens once.
func TestDuplicatesAtOnce(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	var all sync.WaitGroup
	answers := make(chan answer, 12)
	for range cap(answers) {
		all.Go(func() {
			answers <- w.with(t, acme.keys[apikey.All], 1, http.MethodPost, "users/", `{"city":"x"}`, idempotencyKey, "k")
		})
	}
	all.Wait()
	close(answers)
	created, id := 0, ""
	for a := range answers {
		switch {
		case a.StatusCode == http.StatusConflict && strings.Contains(a.text, `"code":"idempotency_in_progress"`) && a.Header.Get("Retry-After") == "1":
		case a.StatusCode != http.StatusCreated || id != "" && a.text != id:
			t.Errorf("%d %s", a.StatusCode, a.text)
		default:
			id = a.text
			if a.Header.Get(idempotentReplayed) == "" {
				created++
			}
		}
	}
	list := w.send(t, acme.keys[apikey.All], 1, http.MethodGet, "users/", "")
	if created != 1 || !strings.HasPrefix(list.text, `{"count":1,`) {
		t.Errorf("%d were first: %s", created, list.text)
	}
}

// A duplicate does not wait for the first. Who else uses the same idempotency key is
// not concerned, also with row-level security down.
func TestADuplicateOfWhatIsUnderWay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	_, err := w.db.Open(t, w.db.SuperURL).ExecContext(t.Context(), `ALTER TABLE latchkey.idempotent_answer DISABLE ROW LEVEL SECURITY`)
	must(t, err)
	acme, globex := w.tenant(t, "acme"), w.tenant(t, "globex")
	entered, leave := make(chan struct{}), make(chan struct{})
	w.serving(func(c *call) (reply, error) {
		if string(c.body) == `{"slow":1}` {
			entered <- struct{}{}
			<-leave
		}
		return acknowledged(), nil
	})
	slow := func() answer {
		return w.with(t, acme.keys[apikey.All], 1, post, "test/", `{"slow":1}`, idempotencyKey, "k")
	}
	first := make(chan answer, 1)
	go func() { first <- slow() }()
	<-entered
	if a := slow(); a.StatusCode != http.StatusConflict {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
	for who, secret := range map[string]string{"another key": acme.keys[apikey.WriteOnly], "another workspace": globex.keys[apikey.All]} {
		if a := w.with(t, secret, 1, post, "test/", `{}`, idempotencyKey, "k"); a.StatusCode != http.StatusOK || a.Header.Get(idempotentReplayed) != "" {
			t.Errorf("%s: %d %v", who, a.StatusCode, a.Header)
		}
	}
	close(leave)
	if a := <-first; a.StatusCode != http.StatusOK {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
	if a := slow(); a.StatusCode != http.StatusOK || a.Header.Get(idempotentReplayed) != "true" {
		t.Errorf("%d %v", a.StatusCode, a.Header)
	}
}

// A node that dies before the commit leaves nothing that a retry could meet.
func TestACrashBeforeTheCommit(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.plant(t, acme, "Stored")
	crash := true
	w.serving(func(c *call) (reply, error) {
		if err := touched(c, "done"); err != nil || !crash {
			return acknowledged(), err
		}
		return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, `SELECT pg_terminate_backend(pg_backend_pid())`)
			return err
		})
	})
	before := w.snapshot(t, acme)
	send := func() answer {
		return w.with(t, acme.keys[apikey.All], 1, post, "test/", `{}`, idempotencyKey, "k")
	}
	if a := send(); a.StatusCode != http.StatusServiceUnavailable || w.snapshot(t, acme) != before {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for held := true; held; { // until PostgreSQL lets go of the claim, which is after it has told of the end
		must(t, w.super.QueryRowContext(ctx, `SELECT EXISTS (SELECT FROM pg_locks
			WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`).Scan(&held))
	}
	crash = false
	if a := send(); a.StatusCode != http.StatusOK || a.Header.Get(idempotentReplayed) != "" || w.snapshot(t, acme) == before {
		t.Errorf("%d %v %s", a.StatusCode, a.Header, a.text)
	}
}

// An attempt that lost a conflict is forgotten, headers included.
func TestALostConflictIsRunAgain(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	attempts := 0
	w.serving(func(c *call) (reply, error) {
		if attempts++; attempts > 1 {
			return acknowledged(), touched(c, "done")
		}
		c.reportIgnored("lost")
		c.w.Header().Set("Content-Type", "text/plain")
		return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, `DO $$ BEGIN RAISE 'lost' USING ERRCODE = 'serialization_failure'; END $$`)
			return err
		})
	})
	for _, replayed := range []string{"", "true"} {
		a := w.with(t, acme.keys[apikey.All], 1, post, "test/", `{}`, idempotencyKey, "k")
		if a.StatusCode != http.StatusOK || a.Header.Get("X-Ignored-Attributes") != "" || a.Header.Get("Content-Type") != "application/json" ||
			a.Header.Get(idempotentReplayed) != replayed || attempts != 2 {
			t.Errorf("%d %v after %d attempts", a.StatusCode, a.Header, attempts)
		}
	}
}

// An answer belongs to the scope that the key had.
func TestAReplayUnderAnotherScope(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	secret, id := w.key(t, acme, apikey.All)
	send := func() answer {
		return w.with(t, secret, 1, post, "users/", `{"city":"Sent"}`, idempotencyKey, "k")
	}
	if a := send(); a.StatusCode != http.StatusCreated {
		t.Fatalf("%d %s", a.StatusCode, a.text)
	}
	w.exec(t, acme, `UPDATE api_key SET scope = 'WRITE_ONLY' WHERE id = $1`, id)
	if a := send(); a.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(a.text, `"code":"idempotency_mismatch"`) {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
}

// After a day an idempotency key is a new one, whether or not it has been dropped.
func TestAnAnswerIsKeptForADay(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	send := func() answer {
		return w.with(t, acme.keys[apikey.All], 1, post, "users/", `{}`, idempotencyKey, "k")
	}
	first := send()
	for _, c := range []struct {
		age      time.Duration
		replayed string
	}{{store.ReplayFor - time.Second, "true"}, {store.ReplayFor, ""}, {0, "true"}} {
		w.exec(t, acme, `UPDATE idempotent_answer SET created_at = $1`, clock.Add(-c.age))
		a := send()
		if a.StatusCode != http.StatusCreated || a.Header.Get(idempotentReplayed) != c.replayed || (a.text == first.text) != (c.age == store.ReplayFor-time.Second) {
			t.Errorf("after %s: %d %v %s", c.age, a.StatusCode, a.Header, a.text)
		}
	}
}

// What is too large to be kept is done once all the same.
func TestAnAnswerThatIsTooLargeToBeKept(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	size := store.MaxKeptBody
	done := 0
	w.serving(func(c *call) (reply, error) {
		done++
		return reply{http.StatusOK, []byte(strings.Repeat(" ", size))}, nil
	})
	for _, c := range []struct {
		size     int
		statuses [2]int
	}{{store.MaxKeptBody, [2]int{200, 200}}, {store.MaxKeptBody + 1, [2]int{200, 409}}, {0, [2]int{200, 200}}} {
		size, done = c.size, 0
		for _, status := range c.statuses {
			a := w.with(t, acme.keys[apikey.All], 1, post, "test/", `{}`, idempotencyKey, fmt.Sprint(c.size))
			if a.StatusCode != status || status == 200 && len(a.text) != c.size || done != 1 {
				t.Errorf("%d bytes: %d after %d runs", c.size, a.StatusCode, done)
			}
		}
	}
}

// Parts of a request cannot stand in for each other.
func TestFingerprintsTellRequestsApart(t *testing.T) {
	seen := map[string]string{}
	look := func(path, query, body string, scope apikey.Scope, v version, conditions http.Header) {
		r, err := http.NewRequestWithContext(t.Context(), post, path, nil)
		must(t, err)
		r.URL.RawQuery, r.Header = query, conditions
		c := &call{r: r, version: v, body: []byte(body)}
		c.operation, c.pass.Credential = &operation{name: "a"}, &apikey.Credential{Scope: scope}
		what, sum := fmt.Sprint(path, query, body, scope, v, conditions), string(c.fingerprint())
		if other, taken := seen[sum]; taken {
			t.Errorf("%s and %s look the same", what, other)
		}
		seen[sum] = what
	}
	for _, path := range []string{"/a", "/a/", "/ab"} {
		for _, query := range []string{"", "b", "b=%20"} {
			for _, body := range []string{"", "b", "1"} {
				for _, scope := range []apikey.Scope{apikey.All, apikey.WriteOnly} {
					for _, v := range []version{v1, v2} {
						look(path, query, body, scope, v, nil)
					}
				}
			}
		}
	}
	for _, conditions := range []http.Header{
		{ifMatch: {`"a"`}}, {ifMatch: {`"b"`}}, {ifNoneMatch: {`"a"`}}, {ifMatch: {`"a"`, `"b"`}}, {ifMatch: {`"a"`}, ifNoneMatch: {`"b"`}},
	} {
		look("/a", "", "", apikey.All, v1, conditions)
	}
}
