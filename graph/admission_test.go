package graph_test

import (
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"latchkey/graph"
	"latchkey/internal/ratelimit"
)

func TestRequestsAreLimited(t *testing.T) {
	for name, c := range map[string]struct {
		limits     graph.Admission
		who        string // uses the limit up
		let        int    // requests, besides signing in
		statements bool   // whether the refusal may cost some
		others     int    // the status of another person's request
	}{
		"by address":             {graph.Admission{PerAddress: ratelimit.Limit{Calls: 6, Seconds: 86_400}}, "", 4, false, 429},
		"by person":              {graph.Admission{PerPerson: ratelimit.Limit{Calls: 4, Seconds: 86_400}}, "OWNER", 4, true, 200},
		"those without a cookie": {graph.Admission{PerPerson: ratelimit.Limit{Calls: 4, Seconds: 86_400}}, "", 10, true, 200},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(config *graph.Config) { config.Admission = c.limits })
			w.cookie("OWNER")
			w.cookie("ADMIN")
			for i := range c.let {
				if a := w.ask(c.who, `{ me { id } }`, nil); a.status != http.StatusOK {
					t.Fatalf("request %d: %d %s", i, a.status, a.raw)
				}
			}
			if c.who == "" && c.others == http.StatusOK {
				return // nobody in particular is not limited by person
			}
			before := w.ran.Load()
			a := w.ask(c.who, `{ me { id } }`, nil)
			if a.status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" || a.header.Get("Retry-After") == "" || a.Errors[0].Extensions["retryAfter"] == nil {
				t.Errorf("%d %s", a.status, a.raw)
			}
			if ran := w.ran.Load() - before; !c.statements && ran > 0 {
				t.Errorf("refusing it took %d statements", ran)
			}
			if a := w.ask("ADMIN", `{ me { id } }`, nil); a.status != c.others {
				t.Errorf("another person: %d %s", a.status, a.raw)
			}
		})
	}
}

// TestOperationsAtOnceAreBounded holds operations up before they write, for as long as it takes:
// what waits inside PostgreSQL is ended there after a while.
func TestOperationsAtOnceAreBounded(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Admission = graph.Admission{AtOnce: 3, AtOnceEach: 2} })
	w.cookie("OWNER")
	w.cookie("ADMIN")
	w.cookie("VIEWER")
	var entered atomic.Int64
	leave := make(chan struct{})
	release := sync.OnceFunc(func() { close(leave) })
	defer release()
	w.before = func(query string) {
		if strings.Contains(query, "FOR NO KEY UPDATE") { // of the workspace, for which only what changes something asks
			entered.Add(1)
			<-leave
		}
	}

	var running sync.WaitGroup
	held := func(who string) {
		before := entered.Load()
		running.Go(func() {
			w.ask(who, `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { userErrors { code } } }`,
				map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": "A key", "scope": "ALL"}})
		})
		w.eventually(func() bool { return entered.Load() > before })
	}
	status := func(who string, want int) {
		t.Helper()
		if a := w.ask(who, `{ me { id } }`, nil); a.status != want {
			t.Errorf("%s: %d %s", who, a.status, a.raw)
		}
	}
	held("OWNER")
	held("OWNER")
	status("OWNER", http.StatusTooManyRequests) // two of one person
	status("ADMIN", http.StatusOK)
	held("ADMIN")
	status("VIEWER", http.StatusTooManyRequests) // three in all
	release()
	running.Wait()
	status("OWNER", http.StatusOK)
	status("VIEWER", http.StatusOK)
}
