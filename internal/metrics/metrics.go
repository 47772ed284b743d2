package metrics

import (
	"database/sql"
	"net/http"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics is one process's metrics.
type Metrics struct {
	registry   *prometheus.Registry
	lines      map[string]Metric
	counters   map[string]*prometheus.CounterVec
	histograms map[string]*prometheus.HistogramVec
}

// New returns metrics of this process: what it runs, and Go's own.
func New() *Metrics {
	m := &Metrics{registry: prometheus.NewRegistry(), lines: map[string]Metric{},
		counters: map[string]*prometheus.CounterVec{}, histograms: map[string]*prometheus.HistogramVec{}}
	for _, line := range Catalogue() {
		m.lines[line.Name] = line
	}
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for _, name := range []string{requests, verifications, refusals, decisions, fields, failures} {
		m.counter(name)
	}
	for _, name := range []string{durations, barrier, flushRows, flushSeconds, groups} {
		m.histogram(name)
	}
	version, revision := Build()
	m.Read("latchkey_build_info", func() float64 { return 1 }, version, revision, runtime.Version())
	return m
}

// The metrics that are told, as opposed to read.
const (
	requests      = "latchkey_http_requests_total"
	durations     = "latchkey_http_request_duration_seconds"
	verifications = "latchkey_verifications_total"
	refusals      = "latchkey_refusals_total"
	decisions     = "latchkey_rate_limit_decisions_total"
	barrier       = "latchkey_barrier_wait_seconds"
	flushRows     = "latchkey_usage_flush_rows"
	flushSeconds  = "latchkey_usage_flush_seconds"
	groups        = "latchkey_event_group_size"
	fields        = "latchkey_graphql_root_fields_total"
	failures      = "latchkey_graphql_errors_total"
)

func (m *Metrics) counter(name string) {
	line := m.lines[name]
	c := prometheus.NewCounterVec(prometheus.CounterOpts{Name: line.Name, Help: line.Help}, strings.Fields(line.Labels))
	m.registry.MustRegister(c)
	m.counters[name] = c
}

func (m *Metrics) histogram(name string) {
	line := m.lines[name]
	h := prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: line.Name, Help: line.Help, Buckets: line.buckets}, strings.Fields(line.Labels))
	m.registry.MustRegister(h)
	m.histograms[name] = h
}

// Read makes a metric of the catalogue whose value f says at each scrape, with these
// values of its labels. It is called once for each.
func (m *Metrics) Read(name string, f func() float64, labels ...string) {
	if m == nil {
		return
	}
	line := m.lines[name]
	with := prometheus.Labels{}
	for i, label := range strings.Fields(line.Labels) {
		with[label] = labels[i]
	}
	if line.Kind == Counter {
		m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: line.Name, Help: line.Help, ConstLabels: with}, f))
		return
	}
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: line.Name, Help: line.Help, ConstLabels: with}, f))
}

// Pool makes the metrics of a pool of connections.
func (m *Metrics) Pool(name string, stats func() sql.DBStats) {
	m.Read("latchkey_db_connections", func() float64 { return float64(stats().InUse) }, name, "in_use")
	m.Read("latchkey_db_connections", func() float64 { return float64(stats().Idle) }, name, "idle")
	m.Read("latchkey_db_connections_max", func() float64 { return float64(stats().MaxOpenConnections) }, name)
	m.Read("latchkey_db_connection_waits_total", func() float64 { return float64(stats().WaitCount) }, name)
	m.Read("latchkey_db_connection_wait_seconds_total", func() float64 { return stats().WaitDuration.Seconds() }, name)
}

func (m *Metrics) count(name string, labels ...string) {
	if m != nil {
		m.counters[name].WithLabelValues(labels...).Inc()
	}
}

func (m *Metrics) observe(name string, value float64, labels ...string) {
	if m != nil {
		m.histograms[name].WithLabelValues(labels...).Observe(value)
	}
}

// Request counts a request. operation is a name or a pattern, never a path; status 0
// is that of one that was cut off without an answer.
func (m *Metrics) Request(plane, operation string, status int, took time.Duration) {
	if operation == "" {
		operation = "none"
	}
	m.count(requests, plane, operation, class(status))
	m.observe(durations, took.Seconds(), plane, operation)
}

func class(status int) string {
	if status < 100 || status > 599 {
		return "aborted"
	}
	return string(rune('0'+status/100)) + "xx"
}

// Verified counts a verification: "accepted", "refused" or "failed".
func (m *Metrics) Verified(outcome string) { m.count(verifications, outcome) }

// Refused counts a refusal by its reason.
func (m *Metrics) Refused(reason string) { m.count(refusals, reason) }

// Limited counts what became of a call that has limits: "allowed", or the limit.
func (m *Metrics) Limited(decision string) { m.count(decisions, decision) }

// Waited tells of a change of access that waited for the nodes.
func (m *Metrics) Waited(d time.Duration, complete bool) {
	m.observe(barrier, d.Seconds(), map[bool]string{true: "true", false: "false"}[complete])
}

// Flushed tells of usage that was written, or was not.
func (m *Metrics) Flushed(rows int, took time.Duration, err error) {
	if err != nil {
		m.observe(flushSeconds, took.Seconds(), "failed")
		return
	}
	m.observe(flushSeconds, took.Seconds(), "ok")
	m.observe(flushRows, float64(rows))
}

// Grouped tells how many events share a commit.
func (m *Metrics) Grouped(events int) { m.observe(groups, float64(events)) }

// Asked counts a root field that a GraphQL operation asks for.
func (m *Metrics) Asked(kind, field string) { m.count(fields, kind, field) }

// Failed counts a GraphQL error by its code.
func (m *Metrics) Failed(code string) { m.count(failures, code) }

// Handler answers GET /metrics, a few requests at a time.
func (m *Metrics) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4, Timeout: 10 * time.Second}))
	return mux
}

// Build says what this program was made from.
func Build() (version, revision string) {
	version, revision = "unknown", "unknown"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return version, revision
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value
		}
	}
	return info.Main.Version, revision
}
