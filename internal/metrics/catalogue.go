package metrics

// Kind is how a metric behaves.
type Kind string

// The kinds.
const (
	Counter   Kind = "counter"
	Gauge     Kind = "gauge"
	Histogram Kind = "histogram"
)

// Metric is a line of the catalogue.
type Metric struct {
	Name    string
	Kind    Kind
	Labels  string // names, with blanks between
	Help    string
	buckets []float64
}

// The bounds of histograms.
var (
	requestSeconds = []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, 1, 5, 10}
	waitSeconds    = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.25, 5}
	counts         = []float64{1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096}
)

// Catalogue returns every metric of ours, as the operators' page lists them.
func Catalogue() []Metric {
	return []Metric{
		{Name: "latchkey_build_info", Kind: Gauge, Labels: "version revision go_version", Help: "1, labelled with what runs."},
		{Name: "latchkey_http_requests_total", Kind: Counter, Labels: "plane operation status", Help: "Requests answered: the operation's name or the route's pattern (none: no route), and the class of the status (aborted: cut off without one)."},
		{Name: "latchkey_http_request_duration_seconds", Kind: Histogram, Labels: "plane operation", Help: "How long requests took, from their header to the end of the answer.", buckets: requestSeconds},

		{Name: "latchkey_verifications_total", Kind: Counter, Labels: "outcome", Help: "Secrets verified: accepted, refused, or failed because PostgreSQL could not be asked."},
		{Name: "latchkey_verification_memory_misses_total", Kind: Counter, Labels: "why", Help: "Verifications that asked PostgreSQL: absent from memory, or no_lease to trust memory under. All others were answered from memory."},
		{Name: "latchkey_refusals_total", Kind: Counter, Labels: "reason", Help: "Requests of the data plane refused, by the exact reason."},
		{Name: "latchkey_rate_limit_decisions_total", Kind: Counter, Labels: "decision", Help: "Calls counted against limits: allowed, or refused by key_limit or workspace_limit."},
		{Name: "latchkey_rate_limit_shared_up", Kind: Gauge, Help: "1 while Redis counts, 0 while this node counts by itself. Absent without --redis-url."},
		{Name: "latchkey_rate_limit_outages_total", Kind: Counter, Help: "How often Redis stopped answering."},
		{Name: "latchkey_rate_limit_alone_total", Kind: Counter, Help: "Calls that this node decided by itself while Redis was away."},

		{Name: "latchkey_lease_held", Kind: Gauge, Help: "1 while the node may trust its memory, else 0."},
		{Name: "latchkey_lease_beat_age_seconds", Kind: Gauge, Help: "How long ago the node last heard from PostgreSQL which changes of access there are: how far it may lag behind."},
		{Name: "latchkey_lease_beats_total", Kind: Counter, Labels: "result", Help: "Exchanges with PostgreSQL that extend the lease: ok or failed."},
		{Name: "latchkey_epoch_applied", Kind: Gauge, Help: "The last change of access that the node has applied. Compare nodes: the highest is where all should be."},
		{Name: "latchkey_access_changes_applied_total", Kind: Counter, Help: "Changes of access applied to memory one by one."},
		{Name: "latchkey_memory_dropped_total", Kind: Counter, Help: "How often the node forgot everything: at its start, after a lease that had run out, and when it was too far behind."},
		{Name: "latchkey_barrier_wait_seconds", Kind: Histogram, Labels: "complete", Help: "How long changes of access waited until every node had applied them; not complete: the request was cut short.", buckets: waitSeconds},

		{Name: "latchkey_usage_flush_rows", Kind: Histogram, Help: "Rows of usage that were written at once.", buckets: counts},
		{Name: "latchkey_usage_flush_seconds", Kind: Histogram, Labels: "result", Help: "How long writing usage took: ok, or failed and kept for the next time.", buckets: waitSeconds},
		{Name: "latchkey_usage_flush_lag_seconds", Kind: Gauge, Help: "How long ago all usage was last written. About 1 while all is well."},
		{Name: "latchkey_usage_waiting_rows", Kind: Gauge, Help: "Rows of usage that wait to be written."},
		{Name: "latchkey_usage_dropped_rows_total", Kind: Counter, Help: "Rows of usage lost because too many waited."},
		{Name: "latchkey_event_group_size", Kind: Histogram, Help: "Single events of concurrent requests that shared a commit.", buckets: counts},
		{Name: "latchkey_event_waiting", Kind: Gauge, Help: "Single events that wait for a commit."},

		{Name: "latchkey_body_bytes", Kind: Gauge, Help: "Bytes of request bodies that the data plane has in memory, apart from small ones. More than --body-memory is refused."},

		{Name: "latchkey_db_connections", Kind: Gauge, Labels: "pool state", Help: "Connections to PostgreSQL, in_use or idle. Pools: main (the data), lookups (verification and health), beats (the lease)."},
		{Name: "latchkey_db_connections_max", Kind: Gauge, Labels: "pool", Help: "How many connections the pool may have."},
		{Name: "latchkey_db_connection_waits_total", Kind: Counter, Labels: "pool", Help: "How often work waited for a free connection."},
		{Name: "latchkey_db_connection_wait_seconds_total", Kind: Counter, Labels: "pool", Help: "How long work waited for free connections, in all."},

		{Name: "latchkey_graphql_root_fields_total", Kind: Counter, Labels: "type field", Help: "Root fields that operations asked for, by the schema's names (Query, Mutation)."},
		{Name: "latchkey_graphql_errors_total", Kind: Counter, Labels: "code", Help: "GraphQL errors answered, by extensions.code."},
	}
}
