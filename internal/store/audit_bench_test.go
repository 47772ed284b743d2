package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// A page of a long audit costs what one of a short audit costs.
func BenchmarkAuditEvents(b *testing.B) {
	db := testdb.New(b)
	super := db.Open(b, db.SuperURL)
	st, err := store.Open(b.Context(), db.AppURL, store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	person := uuid.New()
	sizes := map[int]caller.Caller{100: caller.OfOperator(uuid.New(), "bench"), 100_000: caller.OfOperator(uuid.New(), "bench")}
	for size, who := range sizes {
		one := audit.Chain{Workspace: who.Workspace()}
		_, r := one.Next(audit.Event{ID: person, At: time.Now(), Action: audit.KeyCreated, Actor: caller.Actor{Kind: caller.Member, ID: person, Label: "ada@example.com"},
			Target: audit.Target{Kind: audit.APIKey, ID: person, Label: "a key"}})
		if _, err := super.ExecContext(b.Context(), `INSERT INTO latchkey.audit_event (workspace_id, id, seq, at, actor_id, action, target_id, body, hash)
			SELECT $1, gen_random_uuid(), n, now() + n * interval '1 second', CASE WHEN n % 10 = 0 THEN $2::uuid END,
				(ARRAY['api_key.created', 'api_key.updated', 'api_key.revoked'])[1 + n % 3], $2, $3, $4 FROM generate_series(1, $5::integer) n`,
			who.Workspace(), person, r.Body, r.Hash[:], size); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := super.ExecContext(b.Context(), `ANALYZE latchkey.audit_event`); err != nil {
		b.Fatal(err)
	}
	for _, f := range []struct {
		name   string
		filter store.AuditFilter
	}{
		{"all", store.AuditFilter{}},
		{"actions", store.AuditFilter{Actions: []audit.Action{audit.KeyCreated, audit.KeyRevoked}}},
		{"actor", store.AuditFilter{Actor: person}},
		{"kind", store.AuditFilter{TargetKind: audit.APIKey, Since: time.Now().Add(-time.Hour)}},
		{"none", store.AuditFilter{Actor: person, ActorKind: caller.System}},
	} {
		for _, size := range []int{100, 100_000} {
			b.Run(fmt.Sprint(f.name, "/", size), func(b *testing.B) {
				for b.Loop() {
					err := st.View(b.Context(), sizes[size], func(ctx context.Context, v *store.View) error {
						_, _, err := v.AuditEvents(ctx, store.AuditQuery{AuditFilter: f.filter, Limit: 21})
						return err
					})
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
