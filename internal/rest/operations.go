package rest

import (
	"net/http"
	"slices"
	"strings"

	"latchkey/internal/apikey"
)

// operation is one thing that integrations can do.
type operation struct {
	name     string // stable: in logs, metrics and usage
	resource string
	access   apikey.Access
	methods  []string
	path     string // below /api/public/, with its trailing slash
	from     origin
	serve    func(*call) (reply, error)
}

// streams reports whether the operation reads its body by itself, as it comes in.
func (o *operation) streams() bool { return o.name == "events.record_batch" }

// origin is where the requests of an operation may come from.
type origin bool

const (
	listed   origin = false // what the workspace's allowlist says
	anywhere origin = true  // for what can only take access away
)

// byCustomID reports whether an operation names records by the ids that clients chose.
func (o *operation) byCustomID() bool { return strings.Contains(o.path, "-by-id/") }

const (
	get    = http.MethodGet
	post   = http.MethodPost
	put    = http.MethodPut
	patch  = http.MethodPatch
	remove = http.MethodDelete
)

func methods(m ...string) []string { return m }

// operations is the table: the operations of all resources, each listed where its
// resource is. Where one path is a pattern and another is literal, the literal one
// wins; a custom id has the methods that the literal path lacks.
func operations() []operation {
	return slices.Concat(
		keyOperations(),
		userOperations(),
		eventOperations(),
		companyOperations(),
		dealOperations(),
		pipelineOperations(),
		attributeOperations(),
		tagOperations(),
		listOperations(),
		segmentOperations(),
		productOperations(),
		productEventOperations(),
		siteViewOperations(),
		timelineOperations(),
		activityOperations(),
		ticketOperations(),
	)
}
