package usage_test

import (
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/usage"
)

// The latest use by a page stays, whichever order calls and nodes flush in.
func TestPagesAreCountedApart(t *testing.T) {
	f := newFixture(t)
	count := func(c *usage.Counter, after time.Duration, origin string, key uuid.UUID) {
		call := f.call(noon.Add(after), "2xx")
		call.Origin, call.Key = origin, key
		c.Count(call)
	}
	check := func(what, want string) {
		t.Helper()
		var at time.Time
		var origin string
		var rows int
		must(t, f.super.QueryRowContext(t.Context(), `SELECT at, origin, count(*) OVER () FROM latchkey.api_key_browser_use`).Scan(&at, &origin, &rows))
		if !at.Equal(noon.Add(2*time.Minute)) || origin != want || rows != 1 {
			t.Errorf("%s: last used %s by %q, in %d rows", what, at, origin, rows)
		}
	}
	f.run(f.counter, func() {
		count(f.counter, 2*time.Minute, "https://shop.example\x00", f.key)
		count(f.counter, time.Minute, "https://late.example", f.key)
		count(f.counter, 3*time.Minute, "", f.key)
		count(f.counter, time.Minute, "https://gone.example", uuid.New())
	})
	check("one node", "https://shop.example")
	other := usage.New(f.store, zerolog.Nop())
	f.run(other, func() { count(other, 0, "https://later.example", f.key) })
	check("another node", "https://shop.example")
}

// What PostgreSQL cannot take now goes with a later flush.
func TestPagesOutlastAnOutage(t *testing.T) {
	f := newFixture(t)
	exec := func(statement string) {
		t.Helper()
		_, err := f.super.ExecContext(t.Context(), statement)
		must(t, err)
	}
	call := f.call(noon, "2xx")
	call.Origin = "https://shop.example"
	exec(`REVOKE EXECUTE ON FUNCTION latchkey.browser_use_flush FROM latchkey_data`)
	f.run(f.counter, func() { f.counter.Count(call) })
	exec(`GRANT EXECUTE ON FUNCTION latchkey.browser_use_flush TO latchkey_data`)
	f.run(f.counter, func() {})
	var origin string
	must(t, f.super.QueryRowContext(t.Context(), `SELECT origin FROM latchkey.api_key_browser_use`).Scan(&origin))
	if origin != "https://shop.example" {
		t.Errorf("by %q", origin)
	}
}
