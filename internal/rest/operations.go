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
	manner   manner
	serve    func(*call) (reply, error)
}

// manner is how the requests of an operation come.
type manner int

const (
	listed   manner = iota // from where the workspace's allowlist says
	anywhere               // from anywhere, for what can only take access away
	streamed               // as listed, with a body that the operation reads by itself as it comes in
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
