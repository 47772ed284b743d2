package tracing

import (
	"context"
	"fmt"
	"net/url"

	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
)

// Reach sends the collector a request without spans, once, to see whether it takes one. It goes
// where, and with the headers that, those of a [Tracer] do.
func Reach(ctx context.Context, endpoint string) error {
	options, err := sending(endpoint)
	if err != nil {
		return err
	}
	client := otlptracehttp.NewClient(append(options, otlptracehttp.WithRetry(otlptracehttp.RetryConfig{}))...)
	if err := client.Start(ctx); err != nil {
		return fmt.Errorf("preparing to send traces: %w", err)
	}
	defer client.Stop(context.WithoutCancel(ctx)) //nolint:errcheck // nothing is left to lose
	return client.UploadTraces(ctx, nil)
}

// sending is how the exporter sends to a collector's base URL.
func sending(endpoint string) ([]otlptracehttp.Option, error) {
	at, err := url.Parse(endpoint)
	if err != nil || at.Scheme != "http" && at.Scheme != "https" || at.Host == "" {
		return nil, errEndpoint
	}
	return []otlptracehttp.Option{
		otlptracehttp.WithEndpointURL(at.JoinPath("v1", "traces").String()),
		otlptracehttp.WithCompression(otlptracehttp.GzipCompression), otlptracehttp.WithTimeout(sendTimeout),
	}, nil
}
