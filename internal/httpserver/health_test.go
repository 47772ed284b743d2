package httpserver

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/rs/zerolog"
)

func TestHealth(t *testing.T) {
	passes := func(context.Context) error { return nil }
	fails := func(context.Context) error { return errors.New("dial tcp 10.1.2.3:5432: password lk_secret") }
	hangs := func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }
	for name, c := range map[string]struct {
		path   string
		checks map[string]Check
		status int
		want   health
	}{
		"process up":         {"/healthz", map[string]Check{"database": fails}, 200, health{Status: "ok"}},
		"nothing to check":   {"/readyz", nil, 200, health{Status: "ok"}},
		"ready":              {"/readyz", map[string]Check{"database": passes, "feed": passes}, 200, health{"ok", map[string]string{"database": "ok", "feed": "ok"}, nil}},
		"one check fails":    {"/readyz", map[string]Check{"database": fails, "feed": passes}, 503, health{"unavailable", map[string]string{"database": "unavailable", "feed": "ok"}, nil}},
		"a check that waits": {"/readyz", map[string]Check{"database": hangs}, 503, health{"unavailable", map[string]string{"database": "unavailable"}, nil}},
	} {
		t.Run(name, func(t *testing.T) {
			var log sink
			w := httptest.NewRecorder()
			synctest.Test(t, func(t *testing.T) {
				Health(zerolog.New(&log), c.checks, nil).ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, c.path, nil))
			})
			var got health
			if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
				t.Fatalf("%v: %s", err, w.Body)
			}
			if w.Code != c.status || !reflect.DeepEqual(got, c.want) {
				t.Errorf("%d %s, want %d %v", w.Code, w.Body, c.status, c.want)
			}
			if strings.Contains(w.Body.String(), "10.1.2.3") {
				t.Errorf("the answer says why: %s", w.Body)
			}
			if c.status == 503 && !strings.Contains(log.String(), "not ready") {
				t.Errorf("the log does not say why: %s", &log)
			}
		})
	}
}

// A flood of probes takes from PostgreSQL what one does, and who hangs up decides
// nothing for the others.
func TestReadinessIsAskedOnceAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked atomic.Int32
		answer := make(chan struct{})
		h := Health(zerolog.Nop(), map[string]Check{"database": func(ctx context.Context) error {
			asked.Add(1)
			select {
			case <-answer:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		}}, nil)
		var all sync.WaitGroup
		ask := func(ctx context.Context, want string) {
			all.Go(func() {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, "/readyz", nil))
				if !strings.HasPrefix(w.Body.String(), want) {
					t.Errorf("%d %s", w.Code, w.Body)
				}
			})
		}
		first, hangUp := context.WithCancel(t.Context())
		ask(first, "")
		synctest.Wait()
		for range 50 {
			ask(t.Context(), `{"status":"ok"`)
		}
		synctest.Wait()
		hangUp()
		synctest.Wait()
		close(answer)
		all.Wait()
		if n := asked.Load(); n != 1 {
			t.Errorf("the database was asked %d times", n)
		}
	})
}

func TestHealthIsOnlyRead(t *testing.T) {
	h := Health(zerolog.Nop(), nil, nil)
	for _, path := range []string{"/healthz", "/readyz"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodPost, path, nil))
		if w.Code != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", path, w.Code)
		}
	}
}

// A state is told and decides nothing.
func TestHealthTellsStates(t *testing.T) {
	h := Health(zerolog.Nop(), nil, map[string]State{"limits": func() any { return struct{ Alone int }{7} }})
	for path, want := range map[string]string{"/readyz": `{"status":"ok","state":{"limits":{"Alone":7}}}`, "/healthz": `{"status":"ok"}`} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if got := strings.TrimSpace(w.Body.String()); w.Code != http.StatusOK || got != want {
			t.Errorf("%s: %d %s", path, w.Code, got)
		}
	}
}
