package rest

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/store"
)

func TestAnAddressThatIsNotOnTheList(t *testing.T) {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	must(t, w.admin.InWorkspace(t.Context(), acme.who, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `INSERT INTO allowlist_entry (workspace_id, id, range, note, created_at, created_by_label)
			VALUES ($1, $2, '192.0.2.7', '', now(), 'test')`, acme.who.Workspace(), uuid.New())
		return err
	}))
	for forwarded, want := range map[string]int{"": 403, "192.0.2.7": 200, "192.0.2.8": 403, "192.0.2.7, 192.0.2.8": 403, "nonsense": 403} {
		r := w.request(t, http.MethodGet, "me/", "")
		r.Header.Set("X-API-Key", acme.keys[apikey.All])
		if forwarded != "" {
			r.Header.Set("X-Forwarded-For", forwarded)
		}
		a := w.do(t, r)
		if a.StatusCode != want || want == 403 && !strings.Contains(a.text, `"code":"ip_not_allowed","client_ip":`) {
			t.Errorf("%q: %d %s", forwarded, a.StatusCode, a.text)
		}
		if forwarded == "192.0.2.8" && !strings.Contains(a.text, `"client_ip":"192.0.2.8"`) {
			t.Errorf("%q: %s", forwarded, a.text)
		}
	}
}

// A key may do exactly what its scope says, and nobody anything without a key.
func TestScopes(t *testing.T) {
	t.Parallel()
	w := trusting(t)
	plant := w.planter(t)
	inTurns(t, func(t *testing.T, o operation, method string, version int, pr probe) {
		acme, p := plant(t)
		for _, scope := range apikey.Scopes() {
			a := w.probe(t, acme, scope, version, method, pr, p.target)
			if refused := a.StatusCode == http.StatusForbidden; refused == scope.Allows(o.access) {
				t.Errorf("%s with %s: %d %s", o.access, scope, a.StatusCode, a.text)
			}
		}
		if a := w.probe(t, &tenant{}, apikey.All, version, method, pr, p.target); a.StatusCode != http.StatusUnauthorized {
			t.Errorf("without a key: %d", a.StatusCode)
		}
	})
}

// Usage gets a key's calls and refusals under the operation's name, and nothing
// of requests without a known key.
func TestUsageIsCounted(t *testing.T) {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	for _, c := range []struct {
		secret, method, path, body string
	}{
		{acme.keys[apikey.All], http.MethodPost, "users/", `{}`},
		{acme.keys[apikey.All], http.MethodGet, "users/1/", ""},
		{acme.keys[apikey.All], http.MethodGet, "users/1", ""},
		{acme.keys[apikey.All], http.MethodGet, "users/999/", ""},
		{acme.keys[apikey.ReadOnly], http.MethodPost, "users/", `{}`},
		{"unknown", http.MethodGet, "users/", ""},
	} {
		w.send(t, c.secret, 1, c.method, c.path, c.body)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	w.usage.Run(ended) // flushes once
	var got string
	must(t, w.admin.View(t.Context(), acme.who, func(ctx context.Context, v *store.View) error {
		// The hour may have changed meanwhile.
		return v.QueryRow(ctx, `SELECT string_agg(operation || ' ' || outcome || ' ' || calls, ', ' ORDER BY operation, outcome)
			FROM (SELECT operation, outcome, sum(calls) AS calls FROM usage_hour WHERE workspace_id = $1 GROUP BY operation, outcome) u`, acme.who.Workspace()).Scan(&got)
	}))
	if want := "users.create 2xx 1, users.create wrong_scope 1, users.get 2xx 2, users.get 4xx 1"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWithoutPostgreSQLTheAnswerIs503(t *testing.T) {
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	must(t, w.data.Close())
	a := w.send(t, acme.keys[apikey.All], 1, http.MethodGet, "users/", "")
	if a.StatusCode != http.StatusServiceUnavailable || a.Header.Get("Retry-After") == "" || !strings.Contains(a.text, `"code":"unavailable"`) {
		t.Errorf("%d %v %s", a.StatusCode, a.Header, a.text)
	}
}

func TestPanicked(t *testing.T) {
	w := httptest.NewRecorder()
	Panicked(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), `"code":"internal"`) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestLinksBelieveTrustedProxiesOnly(t *testing.T) {
	for name, c := range map[string]struct {
		trusted bool
		want    string
	}{
		"trusted":   {true, "https://acme.latchkey.test/api/public/users?cursor=YTk&email=a%40b.c"},
		"untrusted": {false, "http://10.0.0.1:8081/api/public/users?cursor=YTk&email=a%40b.c"},
	} {
		r := httptest.NewRequest(http.MethodGet, "http://10.0.0.1:8081/api/public/users?email=a@b.c&cursor=x", nil)
		r.Header.Set("X-Forwarded-Proto", "https, http")
		r.Header.Set("X-Forwarded-Host", "acme.latchkey.test, internal")
		next, previous := (&call{r: r, trusted: c.trusted, query: r.URL.Query()}).links(false, true, 1, 9)
		if next != c.want || previous != "" {
			t.Errorf("%s: %s, %s", name, next, previous)
		}
	}
}

func TestSlug(t *testing.T) {
	for host, want := range map[string]string{
		"acme.latchkey.test":       "acme",
		"ACME.latchkey.TEST.:8081": "acme",
		"a.b.latchkey.test":        "a.b",
		"latchkey.test":            "",
		"xlatchkey.test":           "",
		"127.0.0.1:8081":           "",
		"[::1]:8081":               "",
		"":                         "",
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		c := &call{Handler: NewHandler(Config{BaseDomain: ".Latchkey.test"}), r: r}
		if got := c.slug(); got != want {
			t.Errorf("%q: %q, want %q", host, got, want)
		}
	}
}

func TestAttributeNamesInV2AreTheirOwnInverse(t *testing.T) {
	for _, name := range []string{"plan", "name", "detail", "custom_name", "custom_custom_name", "first_name", "custom_plan", "custom_id", "errors", "code", "receipt"} {
		shown := users.attributeName(name)
		if users.taken(v2, shown) || users.attributeOf(v2, shown) != name {
			t.Errorf("%s is shown as %s, which means the attribute %s", name, shown, users.attributeOf(v2, shown))
		}
	}
}
