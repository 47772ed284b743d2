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
	// PlainHTTP is for development, where browsers reach the listener without
	// HTTPS on a loopback address. Without it the session's cookie is Secure.
	PlainHTTP bool
	// Introspection also turns on the suggestions in errors.
	Introspection bool
	Log           zerolog.Logger // failures of ours
	Watch         Watch
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
	cookies := session.Cookies{PlainHTTP: c.PlainHTTP}
	schema := exec.NewExecutableSchema(exec.Config{
		Resolvers:  &resolver{admin: c.Admin, sessions: c.Sessions, cookies: cookies},
		Directives: directives(),
		Complexity: costs(),
	})
	operations := executor.New(schema)
	operations.SetQueryCache(lru.New[*ast.QueryDocument](keptQueries))
	operations.SetParserTokenLimit(maxTokens)
	operations.SetDisableSuggestion(!c.Introspection)
	operations.SetErrorPresenter(c.Watch.present(presenter(c.Log)))
	operations.SetRecoverFunc(recovered(c.Log))
	operations.Use(&limits{introspection: c.Introspection})

	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c.Watch.failed(refuse(w, r, http.StatusForbidden, fault.New(fault.Forbidden, "CROSS_ORIGIN", "Pages of other sites may not use this API.")))
	}))
	return guard.Handler(&transport{operations, c.Sessions, cookies, c.Address, c.Log, &c.Watch})
}

// recovered logs a panic of a resolver; the client is told INTERNAL.
func recovered(log zerolog.Logger) func(context.Context, any) error {
	return func(ctx context.Context, cause any) error {
		log.Error().Str("request_id", httpserver.RequestID(ctx)).Str("panic", fmt.Sprint(cause)).
			Bytes("stack", debug.Stack()).Msg("a resolver panicked")
		return fault.New(fault.Internal, codeInternal, "a resolver panicked")
	}
}
