package rest

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/httpserver"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// upload is a request whose body the test writes bit by bit.
type upload struct {
	*io.PipeWriter
	asked    chan struct{}
	answered chan answer
}

func (w *world) upload(t *testing.T, secret, path string) upload {
	t.Helper()
	body, to := io.Pipe()
	r := w.request(t, http.MethodPost, path, "")
	r.Body, r.ContentLength = body, -1
	r.Host = ""
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Token "+secret)
	u := upload{to, w.asked, make(chan answer, 1)}
	t.Cleanup(func() { _ = u.Close() }) // should the test have failed, the request ends
	go func() {
		response, err := w.Client().Do(r)
		if err != nil {
			t.Error(err)
			close(u.answered)
			return
		}
		defer response.Body.Close() //nolint:errcheck // it has been read
		text, err := io.ReadAll(response.Body)
		if err != nil {
			t.Error(err)
		}
		u.answered <- answer{response, string(text)}
	}()
	<-w.asked // the handler is about to read
	return u
}

// passes lets the handler's clock go on.
func (w *world) passes(d time.Duration) {
	later := w.now.Load().Add(d)
	w.now.Store(&later)
}

// write writes a part, and returns when the handler has read something: it looks at
// the clock then, and the clock must not go on before.
func (u upload) write(t *testing.T, text string) {
	t.Helper()
	select { // what it asked before
	case <-u.asked:
	default:
	}
	if _, err := io.WriteString(u, text); err != nil {
		t.Fatal(err)
	}
	select {
	case <-u.asked:
	case a := <-u.answered:
		t.Fatalf("it was answered before: %d %s", a.StatusCode, a.text)
	case <-time.After(time.Minute):
		t.Fatal("the handler does not read")
	}
}

// A key that is revoked while a body comes in ends that request, within a second
// of reading, and nothing of the body is stored.
func TestARevocationEndsASlowUpload(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"events/batch/", "users/"} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			acme := w.tenant(t, "acme")
			p := w.plant(t, acme, "Stored")
			secret, id := w.key(t, acme, apikey.All)
			before := w.snapshot(t, acme)

			u := w.upload(t, secret, path)
			u.write(t, `{"events": [{"client": `+p.target["id"]+`, "name": "slow"}`)
			w.passes(reverifyEvery)
			u.write(t, strings.Repeat(" ", 8<<10))
			w.exec(t, acme, `UPDATE api_key SET revoked_at = now(), revocation_reason = 'LEAKED' WHERE id = $1`, id)
			w.passes(reverifyEvery)
			_, err := io.WriteString(u, " ")
			must(t, err)
			a := <-u.answered
			if opened := w.opened(t, a); a.StatusCode != http.StatusUnauthorized || opened.Reason != string(verify.Revoked) {
				t.Errorf("%d %s: %+v", a.StatusCode, a.text, opened)
			}
			_ = u.Close() // nobody reads it any more
			if w.snapshot(t, acme) != before {
				t.Error("something was stored")
			}
		})
	}
}

// As long as the key holds, a slow upload is read to its end.
func TestASlowUploadIsRead(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	reads := w.source.secrets.Load()
	u := w.upload(t, acme.keys[apikey.All], "events/batch/")
	u.write(t, `{"events": [`)
	for i := range 5 {
		w.passes(reverifyEvery)
		u.write(t, fmt.Sprintf(`{"client": %s, "name": "slow %d"},`, p.target["id"], i))
	}
	u.write(t, `{"client": `+p.target["id"]+`, "name": "slow 0"}]}`)
	must(t, u.Close())
	a := <-u.answered
	if a.StatusCode != http.StatusOK || !strings.Contains(a.text, `"recorded":6,"failed":0`) {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
	if again := w.source.secrets.Load() - reads; again < 2 {
		t.Errorf("the key was verified %d times", again)
	}
}

// What bodies take in memory is bounded, and no workspace takes all of it: others go on.
func TestBodiesShareTheMemoryThereIs(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	bodies := httpserver.NewBudget(256 << 10)
	w.handler.config.Bodies = bodies
	acme, other := w.tenant(t, "acme"), w.tenant(t, "other")
	send := func(of *tenant, path, body string) answer {
		t.Helper()
		return w.send(t, of.keys[apikey.All], 2, http.MethodPost, path, body)
	}
	large := `{"first_name": "Large"` + strings.Repeat(" ", 64<<10) + `}`

	u := w.upload(t, acme.keys[apikey.All], "users/")
	u.write(t, `{"first_name": "Slow", `+strings.Repeat(" ", 100<<10))
	for bodies.Held() < 128<<10 {
		runtime.Gosched() // until it was read, and has all that is there for the workspace
	}
	for _, path := range []string{"users/", "events/batch/"} {
		if a := send(acme, path, large); a.StatusCode != http.StatusServiceUnavailable || a.Header.Get("Retry-After") != "1" {
			t.Errorf("%s: %d %s", path, a.StatusCode, a.text)
		}
	}
	if a := send(acme, "users/", `{"first_name": "Small"}`); a.StatusCode != http.StatusCreated {
		t.Errorf("a small one: %d %s", a.StatusCode, a.text)
	}
	if a := send(other, "users/", large); a.StatusCode != http.StatusCreated {
		t.Errorf("another workspace's: %d %s", a.StatusCode, a.text)
	}
	_, err := io.WriteString(u, `"email": "slow@example.com"}`)
	must(t, err)
	must(t, u.Close())
	if a := <-u.answered; a.StatusCode != http.StatusCreated {
		t.Errorf("the first one: %d %s", a.StatusCode, a.text)
	}
	for bodies.Held() > 0 {
		runtime.Gosched() // the answer is there before what it was made of is gone
	}
	if a := send(acme, "users/", large); a.StatusCode != http.StatusCreated {
		t.Errorf("afterwards: %d %s", a.StatusCode, a.text)
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := io.WriteString(w, text)
	must(t, err)
	must(t, w.Close())
	return b.String()
}

// Bodies may come as gzip, within the limits of what they are.
func TestZippedBodies(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	event := `{"client": ` + p.target["id"] + `, "name": "zipped"}`
	small := zipped(t, event)
	several := `{"events": [{"client": ` + p.target["id"] + `, "name": "zipped with others"}]}`
	bomb := strings.Repeat(zipped(t, strings.Repeat(" ", 1<<20)), 50) // gzip may have many members
	for name, c := range map[string]struct {
		path, encoding, body string
		status               int
		says                 string
	}{
		"an event":              {"events/", "gzip", small, 201, `"created":true`},
		"a batch":               {"events/batch/", "GZIP", zipped(t, several), 200, `"recorded":1`},
		"nothing":               {"users/update_or_create/", "gzip", "", 400, `"required"`},
		"no gzip":               {"events/", "gzip", event, 400, `"parse_error"`},
		"half of it":            {"events/", "gzip", small[:len(small)-9], 400, `"parse_error"`},
		"a broken checksum":     {"events/", "gzip", small[:len(small)-5] + "xxxxx", 400, `"parse_error"`},
		"another encoding":      {"events/", "br", event, 415, `"unsupported_media_type"`},
		"two of them":           {"events/", "gzip, gzip", small, 415, `"unsupported_media_type"`},
		"a bomb":                {"events/", "gzip", bomb, 413, "1 MiB"},
		"a bomb of a batch":     {"events/batch/", "gzip", bomb, 413, "8 MiB"},
		"a batch over the size": {"events/batch/", "", strings.Repeat(" ", 8<<20+1), 413, "8 MiB"},
	} {
		r := w.request(t, http.MethodPost, c.path, c.body)
		r.Host = ""
		r.Header.Set("Authorization", "Token "+acme.keys[apikey.All])
		if c.encoding != "" {
			r.Header.Set("Content-Encoding", c.encoding)
		}
		a := w.do(t, r)
		if a.StatusCode != c.status || !strings.Contains(a.text, c.says) {
			t.Errorf("%s: %d %s", name, a.StatusCode, a.text)
		}
		if accepts := a.Header.Get("Accept-Encoding"); (accepts == "gzip") != (c.status == 415) {
			t.Errorf("%s: it says that it accepts %q", name, accepts)
		}
	}
}

// The path of a request with an Idempotency-Key, whose answer is to be kept with it.
func TestAnEventInATransactionOfItsOwn(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	p := w.plant(t, acme, "Stored")
	r := w.request(t, http.MethodPost, "events/", `{"client": `+p.target["id"]+`, "name": "alone"}`)
	r.Host = ""
	r.Header.Set("Authorization", "Token "+acme.keys[apikey.All])
	r.Header.Set("Idempotency-Key", "once")
	if a := w.do(t, r); a.StatusCode != http.StatusCreated || !strings.Contains(a.text, `"created":true`) {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
}

// An event of a batch that is wrong in a way that only PostgreSQL sees leaves the
// others alone, and is reported by itself.
func TestABatchBesideADeletion(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	gone, stays := w.plant(t, acme, "Gone"), w.plant(t, acme, "Stays")
	body := `{"events": [{"client": ` + gone.target["id"] + `, "name": "x"}, {"client": ` + stays.target["id"] + `, "name": "x"}]}`
	answered := make(chan answer, 1)
	must(t, w.admin.InWorkspace(t.Context(), acme.who, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `DELETE FROM contact WHERE workspace_id = $1 AND id = $2`, acme.who.Workspace(), gone.target["id"]); err != nil {
			return err
		}
		go func() { answered <- w.send(t, acme.keys[apikey.All], 1, http.MethodPost, "events/batch/", body) }()
		var waits bool
		for !waits { // until the batch waits for the row
			if err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)`).Scan(&waits); err != nil {
				return err
			}
		}
		return nil
	}))
	a := <-answered
	if a.StatusCode != http.StatusOK || !strings.Contains(a.text, `"results":[{"detail":"Not found.","code":"not_found"},{"id":`) ||
		!strings.Contains(a.text, `"recorded":1,"failed":1`) {
		t.Errorf("%d %s", a.StatusCode, a.text)
	}
}

// A scope that changes while a body comes in counts for what is left of the request.
func TestAScopeThatChangesDuringASlowUpload(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		scope  apikey.Scope
		status int
		shown  bool // stored values
	}{
		"it may not write any more": {apikey.ReadOnly, http.StatusForbidden, false},
		"it may not read any more":  {apikey.WriteOnly, http.StatusCreated, false},
		"it stays as it was":        {apikey.All, http.StatusCreated, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			acme := w.tenant(t, "acme")
			secret, id := w.key(t, acme, apikey.All)
			u := w.upload(t, secret, "users/")
			u.write(t, `{"first_name": "Slow", `)
			w.exec(t, acme, `UPDATE api_key SET scope = $2 WHERE id = $1`, id, string(c.scope))
			w.passes(reverifyEvery)
			_, err := io.WriteString(u, `"email": "slow@example.com"}`)
			must(t, err)
			_ = u.Close() // a refusal may have come before
			a := <-u.answered
			if a.StatusCode != c.status || strings.Contains(a.text, `"created_at"`) != c.shown {
				t.Errorf("%d %s, want %+v", a.StatusCode, a.text, c)
			}
		})
	}
}
