package usage_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

func TestOldSecretsAreCountedApart(t *testing.T) {
	f := newFixture(t)
	old := uuid.New()
	must(t, f.open(f.db.AppURL).InWorkspace(t.Context(), f.who, func(ctx context.Context, tx *store.Tx) error {
		return tx.Ent().APIKeySecret.Create().SetID(old).SetKeyID(f.key).SetPepperID("p").SetHash(make([]byte, 32)).
			SetHint("lk_…abcd").SetCreatedAt(noon).SetValidUntil(noon.Add(time.Hour)).Exec(ctx)
	}))
	count := func(after time.Duration, agent string, secret uuid.UUID, refused bool) {
		call := f.call(noon.Add(after), "2xx")
		if call.UserAgent, call.OldSecret, call.Refused = agent, secret, refused; refused {
			call.Outcome = "superseded"
		}
		f.counter.Count(call)
	}
	f.run(f.counter, func() {
		count(2*time.Minute, "old\x00", old, false)
		count(time.Minute, "late", old, false)
		count(5*time.Minute, "new", uuid.Nil, false)
		count(2*time.Hour, "refused", old, true)
		count(2*time.Hour, "gone", uuid.New(), false)
	})
	f.run(f.counter, func() { count(3*time.Hour, "refused", old, true) })
	var at time.Time
	var agent, address string
	var refusals, rows int
	must(t, f.super.QueryRowContext(t.Context(), `SELECT at, user_agent, address, refusals, count(*) OVER () FROM latchkey.api_key_secret_use`).
		Scan(&at, &agent, &address, &refusals, &rows))
	if !at.Equal(noon.Add(2*time.Minute)) || agent != "old" || address != "192.0.2.7" || refusals != 2 || rows != 1 {
		t.Errorf("last used %s from %s by %q, refused %d times, in %d rows", at, address, agent, refusals, rows)
	}
	if at, _, agent := f.lastUse(); !at.Equal(noon.Add(2*time.Hour)) || agent != "gone" {
		t.Errorf("the key was last used %s by %q", at, agent)
	}
}
