package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/google/uuid"
	"github.com/rs/zerolog"

	"latchkey/internal/apikey"
	"latchkey/internal/metrics"
)

// watched is a node with both planes and metrics, in this process.
type watched struct {
	limited
	at     addresses
	client http.Client
}

func watch(t *testing.T, options ...func(*service)) watched {
	t.Helper()
	w := watched{limited: limit(t), client: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 8}}}
	t.Cleanup(w.client.CloseIdleConnections)
	peppers, err := readPeppers(w.keys)
	must(t, err)
	receiptKeys, err := readReceiptKeys(w.keys)
	must(t, err)
	factorKeys, err := readSecondFactorKeys(w.keys)
	must(t, err)
	ready := make(chan addresses, 1)
	s := service{
		settings: settings{prefixes: prefixes{Prefix: apikey.DefaultPrefix}, AccessLog: "off", LossyDatabase: true, MetricsAddr: "127.0.0.1:0",
			TrustedProxies: []string{"127.0.0.0/8"}, ClientAddressHeader: "X-Forwarded-For"},
		databaseURL: w.url, peppers: peppers, receiptKeys: receiptKeys, factorKeys: factorKeys, planes: []string{"admin", "data"}, adminAddr: "127.0.0.1:0", dataAddr: "127.0.0.1:0",
		log: zerolog.New(io.Discard), ready: func(at addresses) error { ready <- at; return nil },
	}
	for _, o := range options {
		o(&s)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan error, 1)
	go func() { stopped <- serve(ctx, s) }()
	t.Cleanup(func() { cancel(); must(t, <-stopped) })
	select {
	case w.at = <-ready:
	case err := <-stopped:
		t.Fatal(err)
	}
	until(t, "the node has a lease", func() bool { return get(t, "http://"+w.at.data+"/readyz") == http.StatusOK })
	return w
}

// until waits for a condition of another goroutine.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	deadline := time.After(60 * time.Second)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("it never came that %s", what)
		}
	}
}

// send makes a request and returns its status.
func (w watched) send(method, url, body string, headers ...string) int {
	w.Helper()
	r, err := http.NewRequestWithContext(w.Context(), method, url, strings.NewReader(body))
	must(w.T, err)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answer, err := w.client.Do(r)
	must(w.T, err)
	_, err = io.Copy(io.Discard, answer.Body)
	must(w.T, err)
	must(w.T, answer.Body.Close())
	return answer.StatusCode
}

func (w watched) graphql(query string) {
	w.Helper()
	if status := w.send(http.MethodPost, "http://"+w.at.admin+"/graphql", fmt.Sprintf(`{"query":%q}`, query), "Content-Type", "application/json"); status != http.StatusOK {
		w.Errorf("%s: %d", query, status)
	}
}

// traffic is a little of everything.
func (w watched) traffic() {
	w.Helper()
	api := "http://" + w.at.data + "/api/public/"
	for _, key := range []string{w.all[0], w.all[0], w.all[1], "", "lk_mistyped"} {
		w.send(http.MethodGet, api+"me/", "", "Authorization", "Token "+key)
	}
	w.send(http.MethodGet, api+"nowhere/", "")
	w.send(http.MethodGet, api+"users/1/", "")
	w.send(http.MethodPost, api+"users/", `{"user_id":"1"}`, "Authorization", "Token "+w.all[0], "Content-Type", "application/json")
	w.send(http.MethodPost, api+"users-by-id/1/events/", `{"name":"seen"}`, "Authorization", "Token "+w.all[0], "Content-Type", "application/json")
	w.send(http.MethodDelete, api+"me/", "", "Authorization", "Token "+w.all[1])
	w.send(http.MethodGet, api+"me/", "", "Authorization", "Token "+w.all[1])
	w.graphql(`query Mine { other: me { email } }`)
	w.graphql(`mutation { revokeApiKey(input: {id: "key_x", reason: LEAKED}) { userErrors { code } } }`)
	w.graphql(`{ nothing }`)
}

var (
	seriesOf = regexp.MustCompile(`(?m)^(latchkey_[a-z_]+(?:\{[^}]*\})?) `)
	bucketOf = regexp.MustCompile(`,?le="[^"]*"`)
)

// series are those of ours, without values and buckets.
func (w watched) series() []string {
	w.Helper()
	answer, err := http.Get("http://" + w.at.metrics + "/metrics")
	must(w.T, err)
	defer answer.Body.Close() // it was only read
	text, err := io.ReadAll(answer.Body)
	must(w.T, err)
	var all []string
	for _, m := range seriesOf.FindAllStringSubmatch(string(text), -1) {
		name, labels, _ := strings.Cut(m[1], "{")
		if name == "latchkey_build_info" {
			labels = ""
		}
		if strings.Contains(labels, `"GET /readyz"`) {
			continue // how often it was asked, and answered 503, is a matter of time
		}
		for _, part := range []string{"_bucket", "_sum", "_count"} {
			name = strings.TrimSuffix(name, part)
		}
		labels = strings.TrimSuffix(bucketOf.ReplaceAllString(labels, ""), "}")
		all = append(all, strings.TrimSpace(name+" "+labels))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// What a dashboard and its alerts are built on: whoever renames something here breaks them.
func TestMetricsAfterSomeTraffic(t *testing.T) {
	w := watch(t)
	w.traffic()
	until(t, "usage was written", func() bool { return slices.Contains(w.series(), `latchkey_usage_flush_seconds result="ok"`) })
	raw, err := os.ReadFile("testdata/metrics.txt")
	must(t, err)
	if got := strings.Join(w.series(), "\n") + "\n"; got != string(raw) {
		t.Errorf("testdata/metrics.txt is not what is told now:\n%s", got)
	}

	before := w.series()
	w.flood(2_000)
	if after := w.series(); !slices.Equal(before, after) {
		t.Errorf("many different requests made series:\n%s", strings.Join(slices.DeleteFunc(after, func(s string) bool { return slices.Contains(before, s) }), "\n"))
	}
	if status := get(t, "http://"+w.at.data+"/metrics"); status != http.StatusNotFound {
		t.Errorf("/metrics on the data plane is %d", status)
	}
}

// flood sends requests that all differ: in path, key, address, method, operation and what
// they call themselves.
func (w watched) flood(n int) {
	w.Helper()
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			for i := worker; i < n; i += 8 {
				id := uuid.NewString()
				headers := []string{"Authorization", "Token lk_" + id, "X-Forwarded-For", fmt.Sprintf("10.%d.%d.%d", i>>16&255, i>>8&255, i&255), "User-Agent", id, "X-Request-Id", id}
				if i%10 == 0 {
					w.send(http.MethodPost, "http://"+w.at.admin+"/graphql", fmt.Sprintf(`{"query":"query q%d { a%d: me { id } }"}`, i, i), append(headers, "Content-Type", "application/json")...)
					continue
				}
				path := []string{"", "users/" + id + "/", "nowhere/" + id, "me/?" + id}[i%4]
				w.send(cmp.Or(map[bool]string{i%7 == 0: "M" + id[:8]}[true], http.MethodGet), "http://"+w.at.data+"/api/public/"+path, "", headers...)
			}
		})
	}
	all.Wait()
}

// The operators' page lists what there is, in the catalogue's words.
func TestTheOperatorsPageListsTheMetrics(t *testing.T) {
	raw, err := os.ReadFile("../../docs/operations.md")
	must(t, err)
	var want strings.Builder
	for _, m := range metrics.Catalogue() {
		labels := strings.ReplaceAll(m.Labels, " ", ", ")
		fmt.Fprintf(&want, "| `%s` | %s | %s | %s |\n", m.Name, m.Kind, labels, m.Help)
	}
	if !strings.Contains(string(raw), want.String()) {
		t.Errorf("docs/operations.md lacks this table of metrics:\n%s", want.String())
	}
}

// The rules for Prometheus speak of metrics and labels that there are.
func TestAlertsAreAboutMetricsThatThereAre(t *testing.T) {
	raw, err := os.ReadFile("../../deploy/prometheus/alerts.yml")
	must(t, err)
	var file struct {
		Groups []struct {
			Rules []struct{ Record, Alert, Expr string }
		}
	}
	must(t, yaml.Unmarshal(raw, &file))
	labels := map[string]string{}
	for _, m := range metrics.Catalogue() {
		labels[m.Name] = m.Labels
	}
	seen := 0
	for _, rule := range file.Groups[0].Rules {
		for _, use := range regexp.MustCompile(`(latchkey_[a-z_]+)(?:\{([a-z_]+)[=~])?`).FindAllStringSubmatch(rule.Expr, -1) {
			seen++
			of, known := labels[strings.TrimSuffix(use[1], "_bucket")]
			if !known || use[2] != "" && !slices.Contains(strings.Fields(of), use[2]) {
				t.Errorf("%s%s uses %q", rule.Alert, rule.Record, use[0])
			}
		}
	}
	if seen < 12 {
		t.Errorf("only %d uses were found", seen)
	}
}
