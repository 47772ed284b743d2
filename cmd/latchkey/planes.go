package main

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"latchkey/dashboard"
	"latchkey/graph"
	"latchkey/graph/graphiql"
	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/live"
	"latchkey/internal/metrics"
	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/shared"
	"latchkey/internal/receipt"
	"latchkey/internal/records"
	"latchkey/internal/rest"
	"latchkey/internal/rest/openapi"
	"latchkey/internal/session"
	"latchkey/internal/tracing"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

// planes builds the servers of both planes on what they share.
type planes struct {
	service
	stores       stores
	installation uuid.UUID
	clients      *allowlist.ClientAddress
	access       *httpserver.AccessLog // nil: none
	scheme       apikey.Scheme
	secure       *tls.Config      // nil: plain HTTP
	dataAt       string           // where the data plane listens, when this process serves it
	metrics      *metrics.Metrics // nil: none
	tracer       *tracing.Tracer  // nil: none
}

// errBodyMemory: the largest body has 8 MiB, and half of the memory must have room for it.
var errBodyMemory = errors.New("--body-memory is at least 16 (MiB): half of it is for one workspace, and a batch of events may have 8")

// read reads the settings that are more than values.
func (p *planes) read() (err error) {
	if p.scheme, err = p.prefixes.scheme(); err != nil {
		return err
	}
	if p.clients, err = p.clientAddress(); err != nil {
		return err
	}
	if p.BodyMemory != 0 && p.BodyMemory < 16 {
		return errBodyMemory
	}
	for plane, addr := range map[string]string{"admin": p.adminAddr, "data": p.dataAddr} {
		if err := p.mayListen(plane, addr); err != nil && p.serves(plane) {
			return err
		}
	}
	p.secure, err = p.tls()
	return err
}

// listenData is the server of the data plane, listening, and what runs behind it.
func (p planes) listenData(ctx context.Context) (*httpserver.Server, []func(context.Context), error) {
	rehasher := verify.NewRehasher(p.stores.main, p.notRehashed)
	verifier := verify.New(verify.Config{Source: p.stores.lookups, Scheme: p.scheme, Peppers: p.peppers, Rehasher: rehasher})
	node := cluster.NewNode(p.stores.beats, p.databaseURL, verifier, p.log)
	verifier.Follow(node)
	counter := usage.New(p.stores.main, p.log)
	limiter, closeLimiter, err := p.limiter(ctx)
	if err != nil {
		return nil, nil, err
	}
	recorder := records.NewRecorder(p.stores.main)
	bodies := httpserver.NewBudget(cmp.Or(int64(p.BodyMemory)<<20, rest.DefaultBodies))
	p.watchNode(node, verifier, counter, recorder, limiter)
	p.metrics.Read("latchkey_body_bytes", number(bodies.Held))
	handler := rest.NewHandler(rest.Config{
		Verifier: verifier, Store: p.stores.main, Recorder: recorder, Usage: counter, ClientAddress: p.clients, BaseDomain: p.BaseDomain, Log: p.log,
		Barrier: p.barrier(), Receipts: receipt.NewSealer(p.receiptKeys, p.installation), Limiter: limiter, Bodies: bodies,
		Watch: rest.Watch{Verified: p.metrics.Verified, Limited: p.metrics.Limited, Refused: p.metrics.Refused},
	})
	health := httpserver.Health(p.log, map[string]httpserver.Check{"postgresql": p.stores.lookups.Ping, "lease": node.Ready},
		map[string]httpserver.State{"limits": func() any { return limiter.Status() }})
	server := p.server("data", p.dataAddr, split(health, openapi.Handler(), handler), rest.Panicked)
	if err := notFree("--data-addr", server.Listen(ctx)); err != nil {
		closeLimiter()
		return nil, nil, err
	}
	uncount := func(ctx context.Context) { <-ctx.Done(); closeLimiter() }
	follow := func(ctx context.Context) { node.Run(ctx, nodeName(server.Addr())) }
	return server, []func(context.Context){follow, recorder.Run, counter.Run, rehasher.Run, uncount}, nil
}

// limiter counts calls, in Redis when one is named.
func (p planes) limiter(ctx context.Context) (l *ratelimit.Limiter, closeLimiter func(), err error) {
	if p.RedisURL == "" {
		return ratelimit.NewLimiter(nil, nil), func() {}, nil
	}
	counts, err := shared.Open(p.RedisURL, p.installation, shared.Options{Deadline: p.RedisTimeout})
	if err != nil {
		return nil, nil, err
	}
	l = ratelimit.NewLimiter(counts, func(down bool, cause error) {
		if down {
			p.log.Warn().Err(cause).Msg("Redis does not answer: this node counts its calls by itself until it does")
			return
		}
		p.log.Info().Msg("Redis answers again: limits hold over all nodes")
	})
	l.Check(ctx)
	return l, func() { _ = counts.Close() }, nil // nothing is left to lose
}

// split keeps the API's paths out of a ServeMux, which would redirect some of them.
func split(health, reference, api http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/healthz", "/readyz":
			health.ServeHTTP(w, r)
		case "/docs", "/docs/", "/openapi.yaml", "/openapi.json":
			reference.ServeHTTP(w, r)
		default:
			api.ServeHTTP(w, r)
		}
	})
}

// useCases are those of the admin plane. They hold no state.
func (p planes) useCases(sessions *session.Service) *admin.Service {
	return admin.New(p.stores.main, p.barrier(), p.scheme, p.peppers,
		admin.Options{Receipts: receipt.NewOpener(p.receiptKeys, p.installation), Sessions: sessions})
}

// adminPlane is what serves the admin plane: the server, listening; the sessions, whose
// mail somebody must send; and the feed that subscriptions follow: when it ends, they end.
type adminPlane struct {
	server   *httpserver.Server
	sessions *session.Service
	feed     *live.Feed
}

func (p planes) listenAdmin(ctx context.Context) (adminPlane, error) {
	sessions, listens, err := p.people(ctx)
	if err != nil {
		return adminPlane{}, err
	}
	feed := live.NewFeed(p.databaseURL, p.log, live.Options{})
	server := p.server("admin", p.adminAddr, p.adminPages(sessions, feed), graph.Panicked)
	if err := notFree("--admin-addr", server.Listen(ctx)); err != nil {
		return adminPlane{}, err
	}
	listens(server.Addr().String())
	return adminPlane{server, sessions, feed}, nil
}

// people are the sessions of those who sign in. listens tells them where the admin plane
// came to listen, which is where links lead when the operator names no other place.
func (p planes) people(ctx context.Context) (sessions *session.Service, listens func(addr string), err error) {
	site, err := siteOf(p.PublicURL)
	if err != nil {
		return nil, nil, err
	}
	providers, err := p.providers.at(site)
	if err != nil {
		return nil, nil, err
	}
	mailing, err := p.mailing.of(site, p.printed, p.log)
	if err != nil {
		return nil, nil, err
	}
	listens = func(string) {}
	if mailing.Site == nil && p.printed != nil {
		here := new(url.URL)
		mailing.Site = here
		listens = func(addr string) { *here = url.URL{Scheme: p.spoken(), Host: reachable(addr)} }
	}
	sessions, err = session.New(p.stores.main, session.Options{
		SecondFactorKeys: p.factorKeys, Providers: providers, SignUp: p.SignUp, Mail: mailing,
	})
	if err != nil {
		return nil, nil, err
	}
	return sessions, listens, sessions.CheckSecondFactors(ctx)
}

// adminPages are all that the admin plane serves.
func (p planes) adminPages(sessions *session.Service, feed *live.Feed) http.Handler {
	mux := http.NewServeMux()
	config := graph.Config{
		Admin:         p.useCases(sessions),
		Sessions:      sessions,
		Address:       p.clients,
		Live:          feed,
		PlainHTTP:     p.plainCookies(),
		Introspection: p.explore,
		Documents:     p.documents,
		OnlyDocuments: p.documents != nil && !p.explore,
		APIURL:        p.apiURL,
		Log:           p.log,
		Watch:         graph.Watch{Asked: p.metrics.Asked, Failed: p.metrics.Failed},
	}
	mux.Handle("/graphql", graph.NewHandler(config))
	mux.Handle("/audit/{file}", graph.NewAuditExport(config, p.auditKeys))
	mux.Handle("/auth/oidc/", p.providerPages(sessions, session.Cookies{PlainHTTP: p.plainCookies()}))
	if p.explore {
		mux.Handle("/graphiql/", graphiql.Handler("/graphql"))
	}
	health := httpserver.Health(p.log, map[string]httpserver.Check{"postgresql": p.stores.lookups.Ping}, nil)
	mux.Handle("/healthz", health)
	mux.Handle("/readyz", health)
	mux.Handle("/", dashboard.Handler())
	return mux
}

// apiURL is where the integrations of a workspace reach the data plane; "" when nobody has said.
func (p planes) apiURL(slug string) string {
	switch {
	case p.APIURL != "":
		return strings.TrimRight(p.APIURL, "/")
	case p.BaseDomain != "":
		return "https://" + slug + "." + p.BaseDomain
	case p.plainCookies() && p.dataAt != "":
		return p.spoken() + "://" + reachable(p.dataAt)
	}
	return ""
}

func (p planes) server(plane, addr string, handler http.Handler, panicked http.HandlerFunc) *httpserver.Server {
	return httpserver.New(httpserver.Config{
		Plane: plane, Addr: addr, Log: p.log, TLS: p.secure,
		Handler: httpserver.Chain(p.guarded(handler, p.clients.FromTrusted), httpserver.Options{
			Plane: plane, Log: p.log, AccessLog: p.access, Panicked: panicked, Watch: p.watchRequests(plane),
			Headers: httpserver.SecurityHeaders{ReferrerPolicy: "no-referrer", FrameOptions: "SAMEORIGIN", StrictTransport: p.strictTransport()},
		}),
	})
}

// notFree names the flag of an address that could not be listened on, unless err is nil.
func notFree(flag string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w: each plane and the metrics need an address where nothing else listens; port 0 takes a free one", flag, err)
}
