package main

import (
	"context"
	"net/http"
	"time"

	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/metrics"
	"latchkey/internal/ratelimit"
	"latchkey/internal/records"
	"latchkey/internal/tracing"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

// This file connects what the parts count with what operators watch. The parts know
// neither Prometheus nor each other.

// newMetrics returns nil when nobody asks for any.
func (s service) newMetrics() *metrics.Metrics {
	if s.MetricsAddr == "" {
		return nil
	}
	return metrics.New()
}

// listenMetrics is the server of /metrics, listening. It is none of the planes': what it
// says is the operator's alone.
func (p planes) listenMetrics(ctx context.Context) (*httpserver.Server, error) {
	server := httpserver.New(httpserver.Config{Plane: "metrics", Addr: p.MetricsAddr, Log: p.log, Handler: p.metrics.Handler()})
	return server, notFree("--metrics-addr", server.Listen(ctx))
}

// openTracer returns nil when nobody asks for traces.
func (p planes) openTracer(ctx context.Context) (*tracing.Tracer, error) {
	if p.OTLPEndpoint == "" {
		return nil, nil
	}
	version, _ := metrics.Build()
	return tracing.Open(ctx, tracing.Options{Endpoint: p.OTLPEndpoint, Version: version, Trusted: p.clients.FromTrusted, Changed: func(down bool, cause error) {
		if down {
			p.log.Warn().Err(cause).Msg("the collector of traces does not answer: traces are dropped until it does")
			return
		}
		p.log.Info().Msg("the collector of traces answers again")
	}})
}

// flushTraces is how long the end of the process waits for the collector.
const flushTraces = 5 * time.Second

// closeTracer sends what is left.
func (p planes) closeTracer(ctx context.Context) {
	if p.tracer == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushTraces)
	defer cancel()
	if err := p.tracer.Close(ctx); err != nil {
		p.log.Warn().Err(err).Msg("the last traces were not sent")
	}
}

// watchStatements returns nil when nobody watches.
func (p planes) watchStatements() func(context.Context, string) func(error) {
	if p.tracer == nil {
		return nil
	}
	return p.tracer.Statement
}

// watchRequests returns nil when nobody watches.
func (p planes) watchRequests(plane string) httpserver.Watch {
	if p.metrics == nil && p.tracer == nil {
		return nil
	}
	return func(ctx context.Context, r *http.Request) (context.Context, func(httpserver.Answer)) {
		ended := func(tracing.Answer) {}
		if p.tracer != nil && r.URL.Path != "/readyz" && r.URL.Path != "/healthz" {
			ctx, ended = p.tracer.Request(ctx, r)
		}
		return ctx, func(a httpserver.Answer) {
			p.metrics.Request(plane, a.Route, a.Status, a.Took)
			ended(tracing.Answer{Plane: plane, Operation: a.Route, RequestID: a.RequestID, Workspace: a.Workspace, Status: a.Status})
		}
	}
}

// barrier is where changes of access wait.
func (p planes) barrier() *cluster.Barrier {
	return cluster.NewBarrier(p.stores.main, func(ctx context.Context) func(cluster.Propagation) {
		ended := func(int, bool) {}
		if p.tracer != nil {
			ended = p.tracer.Barrier(ctx)
		}
		return func(way cluster.Propagation) {
			p.metrics.Waited(way.Waited, way.Complete)
			ended(way.Nodes, way.Complete)
		}
	})
}

func (p planes) watchPools() {
	p.metrics.Pool("main", p.stores.main.Stats)
	p.metrics.Pool("lookups", p.stores.lookups.Stats)
	p.metrics.Pool("beats", p.stores.beats.Stats)
}

// watchNode makes what is read of a data-plane node at each scrape.
func (p planes) watchNode(node *cluster.Node, verifier *verify.Verifier, counter *usage.Counter, recorder *records.Recorder, limiter *ratelimit.Limiter) {
	m := p.metrics
	counter.Watch(m.Flushed)
	recorder.Watch(m.Grouped)
	m.Read("latchkey_verification_memory_misses_total", number(verifier.Misses().Absent.Load), "absent")
	m.Read("latchkey_verification_memory_misses_total", number(verifier.Misses().NoLease.Load), "no_lease")
	m.Read("latchkey_lease_held", func() float64 { return yes(node.Ready(context.Background()) == nil) })
	m.Read("latchkey_lease_beat_age_seconds", func() float64 { return node.BeatAge().Seconds() })
	m.Read("latchkey_lease_beats_total", number(node.Counts().Beats.Load), "ok")
	m.Read("latchkey_lease_beats_total", number(node.Counts().Failed.Load), "failed")
	m.Read("latchkey_epoch_applied", number(node.Epoch))
	m.Read("latchkey_access_changes_applied_total", number(node.Counts().Changes.Load))
	m.Read("latchkey_memory_dropped_total", number(node.Counts().Dropped.Load))
	m.Read("latchkey_usage_flush_lag_seconds", func() float64 { return counter.Lag().Seconds() })
	m.Read("latchkey_usage_waiting_rows", number(counter.Waiting))
	m.Read("latchkey_usage_dropped_rows_total", number(counter.Dropped))
	m.Read("latchkey_event_waiting", number(recorder.Waiting))
	if p.RedisURL != "" {
		m.Read("latchkey_rate_limit_shared_up", func() float64 { return yes(limiter.Status().Over == "nodes") })
		m.Read("latchkey_rate_limit_outages_total", func() float64 { return float64(limiter.Status().Outages) })
		m.Read("latchkey_rate_limit_alone_total", func() float64 { return float64(limiter.Status().Alone) })
	}
}

func number[T int | int64](f func() T) func() float64 { return func() float64 { return float64(f()) } }

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
