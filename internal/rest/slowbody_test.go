package rest

import (
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/verify"
)

// handClock is a clock that tests set, in seconds.
type handClock struct{ seconds atomic.Int64 }

func (h *handClock) now() time.Time { return clock.Add(time.Duration(h.seconds.Load()) * time.Second) }

// A body that comes in slowly is taken only as long as its key may send it.
func TestASlowBodyIsVerifiedAgain(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change  string
		seconds int64 // that the second half takes
		status  int
		reason  verify.Reason
		shown   bool // stored values, to a key that may see them
		reads   int64
	}{
		"nothing changes":           {"", 1, http.StatusCreated, "", true, 2},
		"in time":                   {`UPDATE api_key SET revoked_at = now(), revocation_reason = 'LEAKED' WHERE id = $1`, 0, http.StatusCreated, "", true, 1},
		"the key is revoked":        {`UPDATE api_key SET revoked_at = now(), revocation_reason = 'LEAKED' WHERE id = $1`, 1, http.StatusUnauthorized, verify.Revoked, false, 2},
		"the scope becomes smaller": {`UPDATE api_key SET scope = 'READ_ONLY' WHERE id = $1`, 1, http.StatusForbidden, verify.WrongScope, false, 2},
		"the scope shows less":      {`UPDATE api_key SET scope = 'WRITE_ONLY' WHERE id = $1`, 1, http.StatusCreated, "", false, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			acme := w.tenant(t, "acme")
			secret, id := w.key(t, acme, apikey.All)
			hands := new(handClock)
			w.handler.now = hands.now

			out, in := io.Pipe()
			r := w.request(t, http.MethodPost, "users/", "")
			r.Body, r.Host = out, ""
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Authorization", "Token "+secret)
			answered := make(chan answer, 1)
			go func() { answered <- w.do(t, r) }()
			_, err := io.WriteString(in, `{"email": "slow@example.com",`)
			must(t, err)
			w.verified(t)
			if c.change != "" {
				w.exec(t, acme, c.change, id)
			}
			hands.seconds.Add(c.seconds)
			_, err = io.WriteString(in, ` "first_name": "Slow"}`)
			must(t, err)
			must(t, in.Close())

			a := <-answered
			if a.StatusCode != c.status || strings.Contains(a.text, `"created_at"`) != c.shown || w.source.secrets.Load() != c.reads {
				t.Errorf("%d %s after %d reads, want %+v", a.StatusCode, a.text, w.source.secrets.Load(), c)
			}
			if c.reason != "" {
				if got := w.opened(t, a).Reason; got != string(c.reason) {
					t.Errorf("the receipt says %s", got)
				}
			}
			found := w.send(t, acme.keys[apikey.All], 1, http.MethodGet, "users/search/?email=slow@example.com", "")
			if stored := found.StatusCode == http.StatusOK; stored != (c.status == http.StatusCreated) {
				t.Errorf("it was stored: %v", stored)
			}
		})
	}
}

// verified waits until a secret was read, and its workspace is asked for.
func (w *world) verified(t *testing.T) {
	t.Helper()
	tick, late := time.NewTicker(time.Millisecond), time.After(30*time.Second)
	defer tick.Stop()
	for w.source.workspaces.Load() == 0 {
		select {
		case <-late:
			t.Fatal("nothing was verified")
		case <-tick.C:
		}
	}
}
