package admin_test

import (
	"testing"
	"time"

	"latchkey/internal/admin"
)

func TestZZPerf(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.exec(t, who, `INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
		SELECT $1, gen_random_uuid(), 'k' || n, 'k' || n, 'ALL', now() - n * interval '1 minute', 'test' FROM generate_series(1, $2::int) n`, who.Workspace(), 10000)
	s.exec(t, who, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
		SELECT $1, gen_random_uuid(), id, 'p1', sha256(id::text::bytea), 'lk_…' || left(id::text,4), now() FROM api_key`, who.Workspace())
	for _, f := range []admin.KeyFilter{{}, {Status: ptr("ACTIVE")}, {Search: "k99"}} {
		for range 4 {
			at := time.Now()
			p, err := s.Keys(t.Context(), who, f, admin.KeyOrder{}, admin.Page{First: 50})
			t.Log(p.Total, err, time.Since(at))
		}
	}
}
