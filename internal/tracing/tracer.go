package tracing

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// The bounds of what waits for the collector.
const (
	maxWaiting  = 4096 // spans
	sendTimeout = 10 * time.Second
)

var errEndpoint = errors.New("the OTLP endpoint is not of the form http://host:4318 or https://host:4318")

// Options of a tracer.
type Options struct {
	Endpoint string // the collector's base URL; spans go to v1/traces below it
	Version  string // of this program
	// Trusted says whose traceparent continues a trace: only that of proxies in front,
	// for a client could else choose which requests are sampled, and join others' traces.
	Trusted func(remoteAddr string) bool
	// Changed is told when the collector stops answering, and when it is back.
	Changed func(down bool, cause error)
}

// Tracer makes spans. It is safe for concurrent use.
type Tracer struct {
	provider *sdktrace.TracerProvider
	tracer   trace.Tracer
	trusted  func(string) bool
}

// Open starts what sends. It does not connect before there is something to send.
func Open(ctx context.Context, o Options) (*Tracer, error) {
	options, err := sending(o.Endpoint)
	if err != nil {
		return nil, err
	}
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, fmt.Errorf("preparing to send traces: %w", err)
	}
	what, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "latchkey"), attribute.String("service.version", o.Version)),
		resource.WithHost(), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("describing this process to traces: %w", err)
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithResource(what),
		sdktrace.WithBatcher(&reporting{SpanExporter: exporter, changed: o.Changed}, sdktrace.WithMaxQueueSize(maxWaiting), sdktrace.WithExportTimeout(sendTimeout)))
	return &Tracer{provider, provider.Tracer("latchkey"), o.Trusted}, nil
}

// Close sends what is left, until ctx ends, and stops.
func (t *Tracer) Close(ctx context.Context) error { return t.provider.Shutdown(ctx) }

// reporting keeps the exporter's trouble off standard error, and tells of changes only.
type reporting struct {
	sdktrace.SpanExporter
	changed func(bool, error)
	down    atomic.Bool
}

// ExportSpans implements sdktrace.SpanExporter. What could not be sent is dropped.
func (r *reporting) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	err := r.SpanExporter.ExportSpans(ctx, spans)
	if down := err != nil; r.down.Swap(down) != down {
		r.changed(down, err)
	}
	return nil
}

// Answer is what is told of a request at its end.
type Answer struct {
	Plane, Operation, RequestID string
	Workspace                   uuid.UUID // uuid.Nil: none
	Status                      int       // 0: it was cut off
}

// Request begins the span of a request; what it returns ends it.
func (t *Tracer) Request(ctx context.Context, r *http.Request) (context.Context, func(Answer)) {
	if t.trusted(r.RemoteAddr) {
		ctx = propagation.TraceContext{}.Extract(ctx, propagation.HeaderCarrier(r.Header))
	}
	ctx, span := t.tracer.Start(ctx, "request", trace.WithSpanKind(trace.SpanKindServer))
	return ctx, func(a Answer) {
		if a.Operation == "" {
			a.Operation = "none"
		}
		span.SetName(a.Operation)
		span.SetAttributes(attribute.String("latchkey.plane", a.Plane), attribute.String("latchkey.operation", a.Operation),
			attribute.String("latchkey.request_id", a.RequestID), attribute.Int("http.response.status_code", a.Status))
		if a.Workspace != uuid.Nil {
			span.SetAttributes(attribute.String("latchkey.workspace_id", a.Workspace.String()))
		}
		if a.Status == 0 || a.Status >= 500 {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Statement is a span below that of ctx, if that is recorded: statements of nobody's
// request would be traces of their own.
func (t *Tracer) Statement(ctx context.Context, text string) func(error) {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return func(error) {}
	}
	_, span := t.tracer.Start(ctx, name(text), trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.String("db.system.name", "postgresql")))
	return func(err error) {
		if err != nil {
			span.SetStatus(codes.Error, "") // an error's text may quote values
		}
		span.End()
	}
}

// Barrier is a span for waiting until every node has applied a change.
func (t *Tracer) Barrier(ctx context.Context) func(nodes int, complete bool) {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return func(int, bool) {}
	}
	_, span := t.tracer.Start(ctx, "barrier")
	return func(nodes int, complete bool) {
		span.SetAttributes(attribute.Int("latchkey.nodes", nodes), attribute.Bool("latchkey.complete", complete))
		span.End()
	}
}
