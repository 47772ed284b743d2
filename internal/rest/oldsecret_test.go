package rest

import (
	"context"
	"testing"
	"time"

	"latchkey/internal/apikey"
)

// The old secret of a rotation says who still uses it, and then who still tries.
func TestWhoUsesAnOldSecretIsTold(t *testing.T) {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	secret, id := w.key(t, acme, apikey.All)
	super := w.db.Open(t, w.db.SuperURL)
	for _, c := range []struct {
		until    time.Time
		status   int
		refusals int
	}{{clock.Add(time.Hour), 200, 0}, {clock, 401, 1}} {
		w.exec(t, acme, `UPDATE api_key_secret SET valid_until = $2 WHERE key_id = $1`, id, c.until)
		if got := w.send(t, secret, 1, "GET", "me/", ""); got.StatusCode != c.status {
			t.Errorf("valid until %s: %d", c.until, got.StatusCode)
		}
		ended, stop := context.WithCancel(t.Context())
		stop()
		w.usage.Run(ended) // flushes once
		var operation string
		var used bool
		var refusals int
		must(t, super.QueryRowContext(t.Context(), `SELECT at IS NOT NULL, operation, refusals FROM latchkey.api_key_secret_use WHERE key_id = $1`, id).
			Scan(&used, &operation, &refusals))
		if !used || operation != "me.get" || refusals != c.refusals {
			t.Errorf("used %v by %q, refused %d times", used, operation, refusals)
		}
	}
}
