package main

import (
	"context"
	"net/http"

	"github.com/google/uuid"

	"latchkey/graph"
	"latchkey/graph/graphiql"
	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/receipt"
	"latchkey/internal/rest"
	"latchkey/internal/session"
	"latchkey/internal/store"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

// planes builds the servers of both planes on what they share.
type planes struct {
	service
	store        *store.Store
	installation uuid.UUID
	lookups      *store.Store
	clients      *allowlist.ClientAddress
	access       *httpserver.AccessLog
	scheme       apikey.Scheme
}

// data is the server of the data plane.
func (p planes) data(v *verify.Verifier, n *cluster.Node, c *usage.Counter) *httpserver.Server {
	handler := rest.NewHandler(rest.Config{
		Verifier: v, Store: p.store, Usage: c, ClientAddress: p.clients, BaseDomain: p.BaseDomain, Log: p.log,
		Barrier: cluster.NewBarrier(p.store), Receipts: receipt.NewSealer(p.receiptKeys, p.installation),
	})
	health := httpserver.Health(p.log, map[string]httpserver.Check{"postgresql": p.lookups.Ping, "lease": n.Ready})
	return p.server("data", p.dataAddr, split(health, handler), rest.Panicked)
}

// split keeps the API's paths out of a ServeMux, which would redirect some of them.
func split(health, api http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/healthz", "/readyz":
			health.ServeHTTP(w, r)
		default:
			api.ServeHTTP(w, r)
		}
	})
}

// useCases are those of the admin plane. They hold no state.
func (p planes) useCases() *admin.Service {
	return admin.New(p.store, cluster.NewBarrier(p.store), p.scheme, p.peppers,
		admin.Options{Receipts: receipt.NewOpener(p.receiptKeys, p.installation)})
}

// listenAdmin is the server of the admin plane, listening.
func (p planes) listenAdmin(ctx context.Context) (*httpserver.Server, error) {
	sessions, err := session.New(p.store, session.Options{})
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", graph.NewHandler(graph.Config{
		Admin:         p.useCases(),
		Sessions:      sessions,
		Address:       p.clients,
		PlainHTTP:     p.plainHTTP,
		Introspection: p.explore,
		Log:           p.log,
	}))
	if p.explore {
		mux.Handle("/graphiql/", graphiql.Handler("/graphql"))
	}
	health := httpserver.Health(p.log, map[string]httpserver.Check{"postgresql": p.lookups.Ping})
	mux.Handle("/healthz", health)
	mux.Handle("/readyz", health)
	server := p.server("admin", p.adminAddr, mux, graph.Panicked)
	return server, server.Listen(ctx)
}

func (p planes) server(plane, addr string, handler http.Handler, panicked http.HandlerFunc) *httpserver.Server {
	return httpserver.New(httpserver.Config{
		Plane: plane, Addr: addr, Log: p.log,
		Handler: httpserver.Chain(handler, httpserver.Options{
			Plane: plane, Log: p.log, AccessLog: p.access, Panicked: panicked,
			Headers: httpserver.SecurityHeaders{ReferrerPolicy: "no-referrer", FrameOptions: "SAMEORIGIN"},
		}),
	})
}
