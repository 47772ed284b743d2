package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/limittest"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// limited is the data plane as processes, with one workspace and two of its keys.
type limited struct {
	operating
	db   *testdb.DB
	keys string // the file of peppers and of receipt keys
	all  [2]string
}

func limit(t *testing.T) limited {
	t.Helper()
	l := limited{operating: operating{T: t, who: caller.OfOperator(uuid.New(), "test")}, db: testdb.New(t), keys: filepath.Join(t.TempDir(), "keys")}
	l.url = l.db.AppURL
	must(t, os.WriteFile(l.keys, []byte("test "+base64.StdEncoding.EncodeToString(make([]byte, 32))+"\n"), 0o600))
	var err error
	l.store, err = store.Open(t.Context(), l.url, store.Options{})
	must(t, err)
	t.Cleanup(func() { _ = l.store.Close() })
	l.workspace(l.who, "acme")
	for i := range l.all {
		l.all[i] = l.key()
	}
	return l
}

func (l limited) key() string {
	l.Helper()
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(l.T, err)
	peppers, err := readPeppers(l.keys)
	must(l.T, err)
	secret, err := scheme.Mint(rand.Reader)
	must(l.T, err)
	id, hash := uuid.New(), peppers.Mint(secret)
	must(l.T, l.store.InWorkspace(l.Context(), l.who, func(ctx context.Context, tx *store.Tx) error {
		err := tx.Ent().APIKey.Create().SetID(id).SetName("Key " + id.String()).SetNameKey(id.String()).SetScope("ALL").
			SetCreatedAt(tx.Now()).SetCreatedByLabel("test").Exec(ctx)
		if err != nil {
			return err
		}
		return tx.Ent().APIKeySecret.Create().SetID(uuid.New()).SetKeyID(id).SetPepperID(hash.PepperID).SetHash(hash.Sum[:]).
			SetHint(secret.Hint()).SetCreatedAt(tx.Now()).Exec(ctx)
	}))
	return secret.Reveal()
}

// node starts a process that serves the data plane.
func (l limited) node(redisURL string) (p *process, url string) {
	l.Helper()
	p = start(l.T, []string{"LATCHKEY_DATABASE_URL=" + l.db.DataURL, "LATCHKEY_REDIS_URL=" + redisURL, "LATCHKEY_REDIS_TIMEOUT=20s"}, "serve", "--planes", "data", "--data-addr", "127.0.0.1:0",
		"--peppers-file", l.keys, "--receipt-keys-file", l.keys, "--access-log", "off")
	var said struct{ Message, Data string }
	p.until("it was ready", func() bool {
		for line := range strings.Lines(p.out.String()) {
			if json.Unmarshal([]byte(line), &said) == nil && said.Message == "ready" {
				return true
			}
		}
		return false
	})
	url = "http://" + said.Data
	p.until("it had a lease", func() bool { return get(l.T, url+"/readyz") == http.StatusOK })
	return p, url
}

func (l limited) ask(url, secret string) *http.Response {
	l.Helper()
	r, err := http.NewRequestWithContext(l.Context(), http.MethodGet, url+"/api/public/me/", nil)
	must(l.T, err)
	r.Header.Set("Authorization", "Token "+secret)
	answer, err := http.DefaultClient.Do(r)
	must(l.T, err)
	must(l.T, answer.Body.Close())
	return answer
}

// limits is what a node that is ready says of where it counts. It may have to get its lease again.
func (l limited) limits(url string) ratelimit.Status {
	l.Helper()
	var status ratelimit.Status
	until(l.T, "the node was ready", func() bool {
		var health struct {
			State struct{ Limits ratelimit.Status }
		}
		answer, err := http.Get(url + "/readyz")
		must(l.T, err)
		defer answer.Body.Close() // it was only read
		must(l.T, json.NewDecoder(answer.Body).Decode(&health))
		status = health.State.Limits
		return answer.StatusCode == http.StatusOK
	})
	return status
}

// A new limit holds for the first request after the command has returned, on a node
// that has the old one in memory.
func TestANewLimitHoldsAtOnce(t *testing.T) {
	t.Parallel()
	l := limit(t)
	_, url := l.node("")
	for range 5 {
		if a := l.ask(url, l.all[0]); a.StatusCode != http.StatusOK || a.Header.Get("RateLimit-Policy") != ratelimit.Default().Policy() {
			t.Fatalf("%d %v", a.StatusCode, a.Header)
		}
	}
	run := l.latchkey // once as a process
	for _, step := range []struct {
		args   []string
		says   string
		policy string
		status []int // of the next requests
	}{
		{[]string{"--key", "2/24h", "--reason", "they flood"}, "each key 2/86400s, all its keys together 18000/60s.\nThe one node that serves honours it", `"key";q=2;w=86400, "workspace";q=18000;w=60`, []int{200, 200, 429, 429}},
		{[]string{"--key", "2/24h"}, "as before", `"key";q=2;w=86400, "workspace";q=18000;w=60`, []int{429}},
		{nil, "each key 2/86400s, all its keys together 18000/60s.\n", `"key";q=2;w=86400, "workspace";q=18000;w=60`, []int{429}},
		{[]string{"--key=none", "--workspace=1/1h"}, "each key none, all its keys together 1/3600s", `"workspace";q=1;w=3600`, []int{200, 429}},
		{[]string{"--workspace", "none"}, "each key none, all its keys together none", "", []int{200, 200, 200}},
	} {
		code, out := run(append([]string{"workspace", "limits", "acme"}, step.args...)...)
		run = l.here
		if code != 0 || !strings.Contains(out, step.says) {
			t.Errorf("%v ended with %d: %s", step.args, code, out)
		}
		for i, want := range step.status {
			if a := l.ask(url, l.all[0]); a.StatusCode != want || a.Header.Get("RateLimit-Policy") != step.policy {
				t.Errorf("%v, request %d: %d, want %d, %q", step.args, i, a.StatusCode, want, a.Header.Get("RateLimit-Policy"))
			}
		}
	}
	must(t, l.store.View(t.Context(), l.who, func(ctx context.Context, v *store.View) error {
		events, total, err := v.AuditEvents(ctx, store.AuditQuery{Limit: 10})
		first := events[len(events)-1]
		if total.N != 3 || first.Action != audit.WorkspaceLimitsChanged || first.Actor.Kind != caller.Operator ||
			len(first.Before) != 1 || first.Before[0] != (audit.Value{Name: "keyLimit", Text: "6000/60s"}) ||
			len(first.After) != 2 || first.After[0].Text != "2/86400s" || first.After[1] != (audit.Value{Name: "reason", Text: "they flood"}) {
			t.Errorf("the audit holds %+v", events)
		}
		return err
	}))
}

func TestWhatIsNoLimitIsSaidClearly(t *testing.T) {
	t.Parallel()
	o := operate(t)
	for says, args := range map[string][]string{
		`no workspace with the slug or id "nobody"`: {"nobody"},
		`--key "6000": A limit is`:                  {"acme", "--key", "6000"},
		`--key "": A limit is`:                      {"acme", "--key", ""},
		`--workspace "0/1s": A limit is`:            {"acme", "--key", "1/1s", "--workspace", "0/1s"},
		"one line":                                  {"acme", "--key", "1/1s", "--reason", "two\nlines"},
	} {
		if code, out := o.here(append([]string{"workspace", "limits"}, args...)...); code != 1 || !strings.Contains(out, says) {
			t.Errorf("%v ended with %d: %s", args, code, out)
		}
	}
	if code, out := o.here("workspace", "limits", "acme"); code != 0 || !strings.Contains(out, "each key 6000/60s, all its keys together 18000/60s.") {
		t.Errorf("it ended with %d: %s", code, out)
	}
}

// Nodes with one Redis let through what one would. When it dies they go on, each by
// itself, and together again when it is back.
func TestNodesWithARedisLimitTogether(t *testing.T) {
	t.Parallel()
	l := limit(t)
	must(t, l.store.InWorkspace(t.Context(), l.who, func(ctx context.Context, tx *store.Tx) error {
		return tx.SetLimits(ctx, ratelimit.Limits{Key: ratelimit.Limit{Calls: 60, Seconds: 86_400}, Workspace: ratelimit.Limit{Calls: 80, Seconds: 86_400}})
	}))
	redis := limittest.StartRedis(t)
	var nodes [2]*process
	var urls [2]string
	for i := range nodes {
		nodes[i], urls[i] = l.node(redis.URL)
		if got := l.limits(urls[i]); got != (ratelimit.Status{Over: "nodes"}) {
			t.Fatalf("%+v", got)
		}
	}
	first := l.flood(urls, 15)
	if first[0] > 60 || first[1] > 60 || first[0]+first[1] != 80 {
		t.Errorf("%v were let through, want 80 in all and at most 60 of each key", first)
	}

	redis.Kill()
	if during := l.flood(urls, 15); during[0]+during[1] > 160-first[0]-first[1] {
		t.Errorf("%v more were let through without Redis: together at most what two nodes may each, of which %v are spent", during, first)
	}
	for i, url := range urls {
		if got := l.limits(url); got.Over != "node" || got.Outages != 1 || got.Alone < 1 {
			t.Errorf("%+v", got)
		}
		nodes[i].until("it was said", func() bool { return strings.Contains(nodes[i].out.String(), "Redis does not answer") })
		if n := strings.Count(nodes[i].out.String(), "Redis does not answer"); n != 1 {
			t.Errorf("it was said %d times", n)
		}
	}

	redis.Start(t)
	for i, url := range urls {
		nodes[i].until("Redis was found again", func() bool {
			l.ask(url, l.all[0])
			return l.limits(url).Over == "nodes"
		})
		nodes[i].until("it was said", func() bool { return strings.Count(nodes[i].out.String(), "Redis answers again") == 1 })
	}
	if after := l.flood(urls, 15); after[0]+after[1] > 80 {
		t.Errorf("%v were let through afterwards", after)
	}
}

// flood sends requests with both keys to all nodes at once, so many from each of eight
// clients, and returns how many were let through, by key. None may fail.
func (l limited) flood(urls [2]string, each int) (let [2]int64) {
	l.Helper()
	var counted [2]atomic.Int64
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			client := &http.Client{Transport: &http.Transport{}, Timeout: 20 * time.Second}
			defer client.CloseIdleConnections()
			for range each {
				r, err := http.NewRequest(http.MethodGet, urls[i%2]+"/api/public/me/", nil)
				if err != nil {
					l.Error(err)
					return
				}
				r.Header.Set("Authorization", "Token "+l.all[i/2%2])
				answer, err := client.Do(r)
				if err != nil {
					l.Error(err)
					return
				}
				_ = answer.Body.Close() // it says nothing that counts here
				switch answer.StatusCode {
				case http.StatusOK:
					counted[i/2%2].Add(1)
				case http.StatusTooManyRequests:
				default:
					l.Errorf("answered %d", answer.StatusCode)
				}
			}
		})
	}
	all.Wait()
	return [2]int64{counted[0].Load(), counted[1].Load()}
}

// A wrong URL stops the start, without a word of what is in it.
func TestARedisURLThatCannotBeRead(t *testing.T) {
	t.Parallel()
	l := limit(t)
	p := start(t, []string{"LATCHKEY_DATABASE_URL=" + l.db.DataURL}, "serve", "--planes", "data", "--data-addr", "127.0.0.1:0",
		"--peppers-file", l.keys, "--receipt-keys-file", l.keys, "--redis-url", "http://:hunter2@localhost")
	if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), "Redis URL cannot be read") || strings.Contains(p.out.String(), "hunter2") {
		t.Errorf("it ended with %d: %s", code, p.out)
	}
}
