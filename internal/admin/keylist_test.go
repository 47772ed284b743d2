package admin_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

// names walks through all pages of a list. between runs after each page.
func (s *site) names(t *testing.T, who caller.Caller, filter admin.KeyFilter, order admin.KeyOrder, first int, between func()) (names []string) {
	t.Helper()
	page := admin.Page{First: first}
	for range 100 {
		got, err := s.Keys(t.Context(), who, filter, order, page)
		must(t, err)
		for _, e := range got.Edges {
			names = append(names, e.Key.Name)
		}
		if page.After = got.EndCursor; !got.HasNextPage {
			return names
		}
		between()
	}
	t.Fatal("the list does not end")
	return nil
}

func nothing() {}

// stocked makes keys that differ in all that is ordered and filtered by.
func stocked(t *testing.T) (*site, caller.Caller) {
	t.Helper()
	s := newSite(t)
	who := s.workspace(t, "acme")
	for _, in := range []admin.CreateKey{
		{Name: "Émile", Scope: "READ_ONLY", ExpiresOn: "2026-12-24"},
		{Name: "zapier STRASSE", Scope: "ALL"},
		{Name: "Amélie", Scope: "ALL", ExpiresOn: "2026-11-24"},
		{Name: "gone", Scope: "WRITE_ONLY", ExpiresOn: "2026-11-23"},
		{Name: "stopped", Scope: "ALL"},
		{Name: "paused", Scope: "ALL", ExpiresOn: "2026-11-23"},
	} {
		_, err := s.CreateKey(t.Context(), who, in)
		must(t, err)
		s.clock.add(time.Second)
	}
	s.exec(t, who, `UPDATE api_key SET disabled_at = now() WHERE name = 'paused'`)
	page, err := s.Keys(t.Context(), who, admin.KeyFilter{Search: "stopped"}, admin.KeyOrder{}, admin.Page{})
	must(t, err)
	_, err = s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: page.Edges[0].Key.ID, Reason: "UNUSED"})
	must(t, err)
	s.clock.add(24 * time.Hour)
	return s, who
}

func TestKeysAreOrdered(t *testing.T) {
	s, who := stocked(t)
	emile, err := s.Keys(t.Context(), who, admin.KeyFilter{Search: "émile"}, admin.KeyOrder{}, admin.Page{})
	must(t, err)
	must(t, s.store.FlushUsage(t.Context(), store.UsageBatch{Uses: []store.Use{{
		Workspace: who.Workspace(), Key: emile.Edges[0].Key.ID, At: noon, Address: who.Address(), UserAgent: "curl", Operation: "users.list",
	}}}))
	created := []string{"Émile", "zapier STRASSE", "Amélie", "gone", "stopped", "paused"}
	for _, c := range []struct {
		order admin.KeyOrder
		first []string // as far as the order is not by id
	}{
		{admin.KeyOrder{}, reversed(created)},
		{admin.KeyOrder{Field: "CREATED_AT"}, created},
		{admin.KeyOrder{Field: "EXPIRES_ON", Descending: true}, nil},
		{admin.KeyOrder{Field: "LAST_USED_AT", Descending: true}, []string{"Émile"}},
		// By the letters' code points.
		{admin.KeyOrder{Field: "NAME"}, []string{"Amélie", "gone", "paused", "stopped", "zapier STRASSE", "Émile"}},
		{admin.KeyOrder{Field: "NAME", Descending: true}, []string{"Émile", "zapier STRASSE", "stopped"}},
	} {
		whole := s.names(t, who, admin.KeyFilter{}, c.order, 100, nothing)
		paged := s.names(t, who, admin.KeyFilter{}, c.order, 1, nothing)
		if len(whole) != 6 || !slices.Equal(whole, paged) || !slices.Equal(whole[:len(c.first)], c.first) {
			t.Errorf("%+v: %q, by pages of one %q, want %q first", c.order, whole, paged, c.first)
		}
	}
	byDay := s.names(t, who, admin.KeyFilter{}, admin.KeyOrder{Field: "EXPIRES_ON"}, 2, nothing)
	if !slices.Equal(byDay[2:4], []string{"Amélie", "Émile"}) {
		t.Errorf("by day of expire: %q", byDay)
	}
	used, err := s.Key(t.Context(), who, emile.Edges[0].Key.ID)
	if err != nil || used.LastUse == nil || *used.LastUse != (apikey.KeyUse{At: noon, Address: "192.0.2.7", UserAgent: "curl", Operation: "users.list"}) {
		t.Errorf("last use %+v, %v", used.LastUse, err)
	}
}

func reversed(s []string) []string {
	s = slices.Clone(s)
	slices.Reverse(s)
	return s
}

func TestKeysAreFiltered(t *testing.T) {
	s, who := stocked(t)
	emile, err := s.Keys(t.Context(), who, admin.KeyFilter{Search: "ÉMILE"}, admin.KeyOrder{}, admin.Page{})
	must(t, err)
	hint := emile.Edges[0].Key.Hint
	hint = hint[:len(hint)-4] + "Q7xZ" // random letters may be part of a name
	s.exec(t, who, `UPDATE api_key_secret SET hint = $1 WHERE key_id = $2`, hint, emile.Edges[0].Key.ID)
	s.used(t, who, emile.Edges[0].Key.ID)
	for _, c := range []struct {
		filter admin.KeyFilter
		want   []string
	}{
		{admin.KeyFilter{Status: ptr("ACTIVE")}, []string{"Émile", "zapier STRASSE", "Amélie"}},
		{admin.KeyFilter{Status: ptr("EXPIRED")}, []string{"gone"}},
		{admin.KeyFilter{Status: ptr("REVOKED")}, []string{"stopped"}},
		{admin.KeyFilter{Status: ptr("DISABLED")}, []string{"paused"}},
		{admin.KeyFilter{Status: ptr("ROTATING")}, nil},
		{admin.KeyFilter{Scope: ptr("READ_ONLY")}, []string{"Émile"}},
		{admin.KeyFilter{Scope: ptr("ALL"), Status: ptr("ACTIVE")}, []string{"zapier STRASSE", "Amélie"}},
		{admin.KeyFilter{Search: " Straße "}, []string{"zapier STRASSE"}},
		{admin.KeyFilter{Search: "MÉ"}, []string{"Amélie"}},
		{admin.KeyFilter{Search: "e"}, []string{"Émile", "zapier STRASSE", "Amélie", "gone", "stopped", "paused"}},
		{admin.KeyFilter{Search: "ÉMILEX"}, nil},
		{admin.KeyFilter{Search: hint}, []string{"Émile"}},
		{admin.KeyFilter{Search: hint[len(hint)-4:]}, []string{"Émile"}},
		{admin.KeyFilter{Search: hint[:len(hint)-1]}, nil},
		{admin.KeyFilter{Search: "%"}, nil},
		{admin.KeyFilter{Search: "_"}, nil},
		{admin.KeyFilter{ExpiresBefore: "2026-11-24"}, []string{"gone", "paused"}},
		{admin.KeyFilter{ExpiresBefore: "2026-12-25", Scope: ptr("ALL")}, []string{"Amélie", "paused"}},
		{admin.KeyFilter{UnusedSince: ptr(noon.Add(2 * time.Second))}, []string{"zapier STRASSE"}},
		{admin.KeyFilter{UnusedSince: ptr(noon.Add(time.Hour)), Status: ptr("ACTIVE")}, []string{"zapier STRASSE", "Amélie"}},
		{admin.KeyFilter{CreatedBy: who.ID(), Status: ptr("EXPIRED")}, []string{"gone"}},
		{admin.KeyFilter{CreatedBy: uuid.New()}, nil},
	} {
		got := s.names(t, who, c.filter, admin.KeyOrder{Field: "CREATED_AT"}, 2, nothing)
		page, err := s.Keys(t.Context(), who, c.filter, admin.KeyOrder{}, admin.Page{First: 1})
		if !slices.Equal(got, c.want) || err != nil || page.Total != len(c.want) || !page.Exact {
			t.Errorf("%+v: %q, total %d, exact: %t, %v; want %q", c.filter, got, page.Total, page.Exact, err, c.want)
		}
		for _, field := range store.KeyFields() {
			other := s.names(t, who, c.filter, admin.KeyOrder{Field: string(field), Descending: true}, 1, nothing)
			if slices.Sort(other); !slices.Equal(other, slices.Sorted(slices.Values(c.want))) {
				t.Errorf("%+v by %s: %q, want %q", c.filter, field, other, c.want)
			}
		}
		for _, e := range page.Edges {
			if c.filter.Status != nil && string(e.Key.Status) != *c.filter.Status {
				t.Errorf("%s is %s", e.Key.Name, e.Key.Status)
			}
		}
	}
}

func TestPagesAreStableWhileKeysAreAdded(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	var want []string
	for i := range 7 {
		want = append(want, fmt.Sprintf("key %d", i))
		s.key(t, who, want[i]) // all made at one time
	}
	added := 0
	for _, field := range []string{"CREATED_AT", "NAME", "EXPIRES_ON", "LAST_USED_AT"} {
		got := s.names(t, who, admin.KeyFilter{Search: "key"}, admin.KeyOrder{Field: field}, 2, func() {
			added++
			s.key(t, who, fmt.Sprintf("later key %d", added))
		})
		var old []string
		for _, name := range got {
			if strings.HasPrefix(name, "key") {
				old = append(old, name)
			}
		}
		if slices.Sort(old); !slices.Equal(old, want) {
			t.Errorf("%s: %q", field, old)
		}
	}
}

func TestKeysRefuse(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.key(t, who, "a")
	page, err := s.Keys(t.Context(), who, admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{})
	must(t, err)
	forged := base64.RawURLEncoding.EncodeToString([]byte(`{"l":"keys EXPIRES_ON false","v":"'; --","i":"00000000-0000-0000-0000-000000000001"}`))
	for _, c := range []struct {
		filter admin.KeyFilter
		order  admin.KeyOrder
		page   admin.Page
		want   []string
	}{
		{admin.KeyFilter{Status: ptr("DEAD"), Scope: ptr("NONE"), Search: "a\x00"}, admin.KeyOrder{}, admin.Page{},
			[]string{"STATUS_UNKNOWN filter.status", "SCOPE_UNKNOWN filter.scope", "SEARCH_INVALID filter.search"}},
		{admin.KeyFilter{Search: strings.Repeat("x", 101)}, admin.KeyOrder{Field: "id; DROP"}, admin.Page{First: 101},
			[]string{"ORDER_UNKNOWN orderBy.field", "PAGE_SIZE_INVALID first", "SEARCH_INVALID filter.search"}},
		{admin.KeyFilter{ExpiresBefore: "2026-02-30"}, admin.KeyOrder{}, admin.Page{}, []string{"DAY_UNKNOWN filter.expiresBefore"}},
		{admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{First: -1}, []string{"PAGE_SIZE_INVALID first"}},
		{admin.KeyFilter{}, admin.KeyOrder{}, admin.Page{After: "?"}, []string{"CURSOR_INVALID after"}},
		{admin.KeyFilter{}, admin.KeyOrder{Field: "EXPIRES_ON"}, admin.Page{After: forged}, []string{"CURSOR_INVALID after"}},
		{admin.KeyFilter{}, admin.KeyOrder{Field: "NAME"}, admin.Page{After: page.EndCursor}, []string{"CURSOR_INVALID after"}},
	} {
		_, err := s.Keys(t.Context(), who, c.filter, c.order, c.page)
		expect(t, err, c.want...)
	}
}

func TestAKeyRotatesWhileItsOldSecretIsValid(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	k := s.key(t, who, "a")
	until := noon.Add(time.Hour)
	s.exec(t, who, `INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at, valid_until)
		VALUES ($1, $2, $2, 'p1', sha256('old'), 'lk_…old1', $3, $4)`, who.Workspace(), k.ID, noon, until)
	for _, want := range []string{"ROTATING", "ACTIVE"} {
		page, err := s.Keys(t.Context(), who, admin.KeyFilter{Status: &want}, admin.KeyOrder{}, admin.Page{})
		if err != nil || page.Total != 1 || string(page.Edges[0].Key.Status) != want || page.Edges[0].Key.Hint != k.Hint {
			t.Errorf("%s: %+v, %v", want, page, err)
		}
		s.clock.add(time.Hour)
	}
}
