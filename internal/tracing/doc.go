// Package tracing sends OpenTelemetry traces by OTLP over HTTP: a span for each request,
// with its statements and its wait for the nodes below it. Like package metrics it knows
// no other package of ours: cmd/latchkey hands its methods to them as functions.
//
// # What a span says
//
// The operation's name, the plane, the status, the request id and the workspace's id.
// A statement is named by its verb and its table or function. No path, header, key,
// query text or value is in a span, so the collector needs no more trust than a log.
//
// # Time and failure
//
// Spans wait in a bounded queue and are sent behind the requests. When the collector
// is away or slow, what finds no room is dropped: a request never waits for it. Operators are told
// once when sending begins to fail and once when it works again. [Tracer.Close] sends what is
// left, within its context's deadline.
//
// # Off
//
// Nobody calls this package then: the places that would are nil. The standard OTEL_
// variables for sampling, limits, resource attributes and the exporter's headers and
// certificates are respected.
package tracing
