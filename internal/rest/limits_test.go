package rest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/ratelimit"
	"latchkey/internal/store"
)

// fieldsOf are the headers that tell limits.
func fieldsOf(a answer) string {
	return strings.Join(a.Header["Ratelimit-Policy"], "|") + " " + strings.Join(a.Header["Ratelimit"], "|")
}

// limit sets the limits of a tenant.
func (w *world) limit(t testing.TB, n *tenant, l ratelimit.Limits) {
	t.Helper()
	must(t, w.admin.InWorkspace(t.Context(), n.who, func(ctx context.Context, tx *store.Tx) error { return tx.SetLimits(ctx, l) }))
}

// slow is a limit of which nothing comes back while a test runs.
func slow(calls int64) ratelimit.Limit { return ratelimit.Limit{Calls: calls, Seconds: 86_400} }

var limitsTold = regexp.MustCompile(`^"key";q=100;w=86400, "workspace";q=200;w=86400 "key";r=(\d+);t=(\d+), "workspace";r=(\d+);t=(\d+)$`)

// Every answer to a key that works tells its limits, and no other answer does. What
// verification refuses is not counted.
func TestLimitsAreTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.limit(t, acme, ratelimit.Limits{Key: slow(100), Workspace: slow(200)})
	revoked, id := w.key(t, acme, apikey.All)
	w.exec(t, acme, `UPDATE api_key SET revoked_at = now(), revocation_reason = 'LEAKED' WHERE id = $1`, id)
	all, reads := acme.keys[apikey.All], acme.keys[apikey.ReadOnly]
	counted := map[string]int64{}
	var total int64
	for _, c := range []struct {
		secret, method, path, accept string
		status                       int
		counts                       bool
	}{
		{all, http.MethodGet, "me/", "", 200, true},
		{all, http.MethodHead, "users/", "", 200, true},
		{reads, http.MethodGet, "users/999/", "", 404, true},
		{all, http.MethodGet, "me/", "*/*; version=9", 406, true},
		{all, http.MethodPost, "users/", "", 201, true},
		{acme.keys[apikey.WriteOnly], http.MethodGet, "users/", "", 403, false},
		{reads, http.MethodDelete, "users/1/", "application/problem+json", 403, false},
		{all, http.MethodGet, "me/", "", 200, true},
		{revoked, http.MethodGet, "me/", "", 401, false},
		{all, http.MethodGet, "nothing/", "", 404, false},
		{all, http.MethodPatch, "me/", "", 405, false},
	} {
		r := w.request(t, c.method, c.path, "")
		r.Header.Set("Authorization", "Token "+c.secret)
		r.Header.Set("Accept", c.accept)
		a := w.do(t, r)
		if a.StatusCode != c.status {
			t.Errorf("%s %s: %d %s", c.method, c.path, a.StatusCode, a.text)
		}
		if c.counts {
			counted[c.secret]++
			total++
		}
		got := limitsTold.FindStringSubmatch(fieldsOf(a))
		if known := c.status != 401 && c.status != 405 && c.path != "nothing/"; !known {
			if len(a.Header["Ratelimit"])+len(a.Header["Ratelimit-Policy"]) > 0 {
				t.Errorf("%s %s %d tells limits: %s", c.method, c.path, c.status, fieldsOf(a))
			}
		} else if got == nil || got[1] != fmt.Sprint(100-counted[c.secret]) || got[3] != fmt.Sprint(200-total) || (got[2] == "0") != (got[1] == "100") {
			t.Errorf("%s %s %d, %d of the key's and %d in all: %q", c.method, c.path, c.status, counted[c.secret], total, fieldsOf(a))
		}
	}
	w.exec(t, acme, `UPDATE workspace SET suspended_at = now() WHERE id = $1`, acme.who.Workspace())
	if a := w.send(t, all, 1, http.MethodGet, "me/", ""); a.StatusCode != 403 || !limitsTold.MatchString(fieldsOf(a)) {
		t.Errorf("suspended: %d %q", a.StatusCode, fieldsOf(a))
	}
}

// One request too many is refused in both forms of errors, with a receipt that
// says which limit it was, and is no use of the key.
func TestTooManyRequests(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, c := range []struct {
		name   string
		limits ratelimit.Limits
		left   string // with the seconds to wait at %s
	}{
		{"key_limit", ratelimit.Limits{Key: slow(1), Workspace: slow(50)}, `^"key";r=0;t=%s, "workspace";r=49;t=1[67]\d\d$`},
		{"workspace_limit", ratelimit.Limits{Key: slow(50), Workspace: slow(1)}, `^"key";r=49;t=1[67]\d\d, "workspace";r=0;t=%s$`},
		{"workspace_limit", ratelimit.Limits{Workspace: slow(1)}, `^"workspace";r=0;t=%s$`},
	} {
		n := w.tenant(t, fmt.Sprintf("w%s-%d", strings.ReplaceAll(c.name, "_", "-"), c.limits.Key.Calls))
		w.limit(t, n, c.limits)
		secret, id := w.key(t, n, apikey.All)
		if a := w.send(t, secret, 1, http.MethodPost, "users/", `{"first_name":"Ada"}`); a.StatusCode != http.StatusCreated {
			t.Fatalf("%s: %d %s", c.name, a.StatusCode, a.text)
		}
		for _, accept := range []string{"application/json", "application/problem+json", "*/*; version=2"} {
			r := w.request(t, http.MethodPost, "users/", `{"first_name":"Grace"}`)
			r.Host = ""
			r.Header.Set("Authorization", "Token "+secret)
			r.Header.Set("Accept", accept)
			a := w.do(t, r)
			var body map[string]any
			must(t, json.Unmarshal([]byte(a.text), &body))
			wait := a.Header.Get("Retry-After")
			if seconds, err := strconv.Atoi(wait); err != nil || seconds > 86_400 || seconds < 86_000 {
				t.Errorf("%s: Retry-After is %q", c.name, wait)
			}
			problem := accept == "application/problem+json"
			if a.StatusCode != http.StatusTooManyRequests || body["code"] != "throttled" || body["request_id"] == "" ||
				body["detail"] != "Request was throttled. Expected available in "+wait+" seconds." || (body["status"] == 429.0) != problem ||
				strings.Contains(a.Header.Get("Content-Type"), "problem") != problem {
				t.Errorf("%s: %d %s", c.name, a.StatusCode, a.text)
			}
			if left := fmt.Sprintf(c.left, wait); !regexp.MustCompile(left).MatchString(a.Header.Get("Ratelimit")) || a.Header.Get("Ratelimit-Policy") != c.limits.Policy() {
				t.Errorf("%s: %v", c.name, a.Header)
			}
			if got := w.opened(t, a); got.Reason != c.name || got.Key != id || got.Workspace != n.who.Workspace() || got.Operation != "users.create" {
				t.Errorf("%s: %+v", c.name, got)
			}
		}
		ended, end := context.WithCancel(t.Context())
		end()
		w.usage.Run(ended) // flushes once
		var got string
		must(t, w.admin.View(t.Context(), n.who, func(ctx context.Context, v *store.View) error {
			// The hour may have changed meanwhile.
			return v.QueryRow(ctx, `SELECT (SELECT string_agg(outcome || ' ' || calls, ', ' ORDER BY outcome)
					FROM (SELECT outcome, sum(calls) AS calls FROM usage_hour WHERE workspace_id = $1 GROUP BY outcome) u)
				|| '; ' || (SELECT count(*) FROM contact WHERE workspace_id = $1)`, n.who.Workspace()).Scan(&got)
		}))
		if want := "2xx 1, " + c.name + " 3; 1"; got != want {
			t.Errorf("%s: counted %s, want %s", c.name, got, want)
		}
	}
}

// One key used up leaves its neighbours what the workspace has left.
func TestLimitsOfKeysAndOfTheWorkspace(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme, other := w.tenant(t, "acme"), w.tenant(t, "other")
	for _, n := range []*tenant{acme, other} {
		w.limit(t, n, ratelimit.Limits{Key: slow(2), Workspace: slow(3)})
	}
	ask := func(n *tenant, scope apikey.Scope) int {
		return w.send(t, n.keys[scope], 1, http.MethodGet, "me/", "").StatusCode
	}
	for i, want := range []struct {
		scope  apikey.Scope
		status int
	}{
		{apikey.All, 200}, {apikey.All, 200}, {apikey.All, 429}, {apikey.All, 429},
		{apikey.ReadOnly, 200}, {apikey.ReadOnly, 429}, {apikey.WriteOnly, 429},
	} {
		if got := ask(acme, want.scope); got != want.status {
			t.Errorf("request %d, with %s: %d, want %d", i, want.scope, got, want.status)
		}
	}
	if got := ask(other, apikey.All); got != 200 {
		t.Errorf("another workspace: %d", got)
	}
}

// Whoever floods with a leaked key does not keep its finder from ending it.
func TestAKeyThatIsUsedUpCanBeEnded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.limit(t, acme, ratelimit.Limits{Key: slow(1), Workspace: slow(1)})
	secret := acme.keys[apikey.All]
	for _, want := range []int{200, 429} {
		if a := w.send(t, secret, 1, http.MethodGet, "me/", ""); a.StatusCode != want {
			t.Errorf("%d %s", a.StatusCode, a.text)
		}
	}
	a := w.send(t, secret, 1, http.MethodDelete, "me/", "")
	if a.StatusCode != http.StatusNoContent || !strings.HasPrefix(a.Header.Get("Ratelimit"), `"key";r=0;t=8`) {
		t.Errorf("%d %v", a.StatusCode, a.Header)
	}
	if a := w.send(t, secret, 1, http.MethodDelete, "me/", ""); a.StatusCode != http.StatusUnauthorized || strings.TrimSpace(fieldsOf(a)) != "" {
		t.Errorf("ended: %d %v", a.StatusCode, a.Header)
	}
}

func TestWithoutLimitsNothingIsTold(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	acme := w.tenant(t, "acme")
	w.limit(t, acme, ratelimit.Limits{})
	a := w.send(t, acme.keys[apikey.All], 1, http.MethodGet, "me/", "")
	if _, there := a.Header["Ratelimit"]; there || a.StatusCode != 200 || strings.TrimSpace(fieldsOf(a)) != "" {
		t.Errorf("%d %v", a.StatusCode, a.Header)
	}
}
