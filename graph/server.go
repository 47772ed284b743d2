package graph

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/exec"
	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/live"
	"latchkey/internal/session"
)

// deadline is how long a request may take.
const deadline = 10 * time.Second

// keptQueries is how many parsed queries are kept.
const keptQueries = 200

// Config is what the admin API needs.
type Config struct {
	Admin    *admin.Service
	Sessions *session.Service
	Address  *allowlist.ClientAddress // decides whose word on the client's address counts
	Live     *live.Feed               // what subscriptions are told; whoever made it runs it
	// PlainHTTP is for development, where browsers reach the listener without
	// HTTPS on a loopback address. Without it the session's cookie is Secure.
	PlainHTTP bool
	// Introspection also turns on the suggestions in errors.
	Introspection bool
	Documents     *Documents // that clients may name; nil: none
	OnlyDocuments bool       // no others run
	// APIURL is where the integrations of a workspace reach the data plane; "" when nobody has said.
	APIURL    func(slug string) string
	Admission Admission
	Streams   Streams
	Log       zerolog.Logger // failures of ours
	Watch     Watch
}

// Watch is told what operations ask for and what goes wrong, by names of the schema.
// Its functions must be quick and safe for concurrent use; nil tells nobody.
type Watch struct {
	Asked  func(kind, field string) // a root field: of "Query" or "Mutation"
	Failed func(code string)        // an error that was answered
}

func (w *Watch) fill() {
	if w.Asked == nil {
		w.Asked = func(string, string) {}
	}
	if w.Failed == nil {
		w.Failed = func(string) {}
	}
}

// NewHandler serves the API at whichever path it is mounted on.
func NewHandler(c Config) http.Handler {
	c.Watch.fill()
	cookies, streams := session.Cookies{PlainHTTP: c.PlainHTTP}, c.Streams.orDefault()
	schema := exec.NewExecutableSchema(exec.Config{
		Resolvers:  &resolver{admin: c.Admin, sessions: c.Sessions, cookies: cookies, apiURL: c.APIURL, live: c.Live, streams: streams},
		Directives: directives(),
		Complexity: costs(),
	})
	operations := executor.New(schema)
	known := lru.New[*ast.QueryDocument](keptQueries)
	operations.SetQueryCache(known)
	operations.SetParserTokenLimit(maxTokens)
	operations.SetDisableSuggestion(!c.Introspection)
	operations.SetDefaultRulesFn(rulesFor(c.Introspection))
	operations.SetErrorPresenter(c.Watch.present(presenter(c.Log)))
	operations.SetRecoverFunc(recovered(c.Log))
	operations.Use(shape{known})
	operations.Use(&limits{introspection: c.Introspection})

	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, errOtherSite)
		c.Watch.refused(errOtherSite)
	}))
	return guard.Handler(&transport{
		operations: operations, schema: schema.Schema(), sessions: c.Sessions, cookies: cookies, address: c.Address,
		admission: newAdmission(c.Admission, streams), bodies: httpserver.NewBudget(maxBodies), streams: streams,
		documents: c.Documents, only: c.OnlyDocuments, log: c.Log, watch: &c.Watch,
	})
}

// recovered logs a panic of a resolver; the client is told INTERNAL.
func recovered(log zerolog.Logger) func(context.Context, any) error {
	return func(ctx context.Context, cause any) error {
		log.Error().Str("request_id", httpserver.RequestID(ctx)).Str("panic", fmt.Sprint(cause)).
			Bytes("stack", debug.Stack()).Msg("a resolver panicked")
		return fault.New(fault.Internal, codeInternal, "a resolver panicked")
	}
}
