package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	trace "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
)

// receiver is an OTLP collector as far as a node can tell.
type receiver struct {
	mu    sync.Mutex
	spans []*trace.Span
	told  strings.Builder // as text, in which ids, which are random, are letters
}

func (c *receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var sent collector.ExportTraceServiceRequest
	body, err := gzip.NewReader(r.Body)
	if err == nil {
		var text []byte
		if text, err = io.ReadAll(body); err == nil {
			err = proto.Unmarshal(text, &sent)
		}
		c.mu.Lock()
		c.told.WriteString(strings.ReplaceAll(protojson.Format(&sent), `\"`, `"`))
		c.mu.Unlock()
	}
	if err != nil || r.URL.Path != "/v1/traces" {
		http.Error(w, fmt.Sprint(r.URL.Path, err), http.StatusBadRequest)
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, resource := range sent.ResourceSpans {
		for _, scope := range resource.ScopeSpans {
			c.spans = append(c.spans, scope.Spans...)
		}
	}
	w.Header().Set("Content-Type", "application/x-protobuf")
}

// of returns the one span of a request that has this name.
func (c *receiver) of(t *testing.T, name string) *trace.Span {
	t.Helper()
	i := slices.IndexFunc(c.spans, func(s *trace.Span) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no span is called %s", name)
	}
	return c.spans[i]
}

func attributes(s *trace.Span) map[string]string {
	all := map[string]string{}
	for _, a := range s.Attributes {
		all[a.Key] = fmt.Sprint(a.Value.GetStringValue(), map[bool]any{true: a.Value.GetIntValue(), false: ""}[a.Value.GetStringValue() == ""])
	}
	return all
}

// A request's span has its statements below it, and nothing that a customer sent; all is
// there when the process has stopped.
func TestTraces(t *testing.T) {
	c := &receiver{}
	server := httptest.NewServer(c)
	t.Cleanup(server.Close)
	var w watched
	t.Run("traffic", func(t *testing.T) { // its end stops the node
		w = watch(t, func(s *service) { s.OTLPEndpoint = server.URL })
		api := "http://" + w.at.data + "/api/public/"
		key := []string{"Authorization", "Token " + w.all[0], "Content-Type", "application/json", "X-Request-Id", "request-1"}
		const parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
		w.send(http.MethodPost, api+"users/?q=canary", `{"user_id":"canary-id","city":"Canary"}`, append(key, "Traceparent", parent)...)
		w.send(http.MethodDelete, api+"me/", "", "Authorization", "Token "+w.all[1])
		w.graphql(`query Canary { me { email } }`)
	})
	request := c.of(t, "users.create")
	if got := attributes(request); got["latchkey.plane"] != "data" || got["latchkey.request_id"] != "request-1" || got["http.response.status_code"] != "201" || len(got["latchkey.workspace_id"]) != 36 {
		t.Errorf("the request's attributes are %v", got)
	}
	if got := fmt.Sprintf("%x-%x", request.TraceId, request.ParentSpanId); got != "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7" {
		t.Errorf("the trusted proxy's trace is continued as %s", got)
	}
	var below []string
	for _, s := range c.spans {
		if bytes.Equal(s.ParentSpanId, request.SpanId) {
			below = append(below, s.Name)
		}
	}
	if !slices.ContainsFunc(below, func(name string) bool { return strings.HasPrefix(name, "INSERT") || strings.Contains(name, "contact") }) {
		t.Errorf("below the request are %q, and no statement that writes", below)
	}
	if barrier := c.of(t, "barrier"); !bytes.Equal(barrier.ParentSpanId, c.of(t, "me.delete").SpanId) {
		t.Error("the barrier is not below the request that waited")
	}
	if got := attributes(c.of(t, "graphql query me")); got["latchkey.plane"] != "admin" {
		t.Errorf("the operation's attributes are %v", got)
	}
	for _, hidden := range []string{w.all[0], w.all[1], w.all[0][:20], "anary", "SELECT \"", " $1", "($1"} {
		if strings.Contains(c.told.String(), hidden) {
			t.Errorf("traces tell %q", hidden)
		}
	}
}

// A collector that takes connections and never answers costs requests nothing, nor does it
// hold up the end of the process for longer than its deadline.
func TestADeadCollectorHoldsUpNobody(t *testing.T) {
	asked, dead := make(chan struct{}, 100), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked <- struct{}{}; <-dead }))
	t.Cleanup(server.Close)
	t.Cleanup(func() { close(dead) })
	t.Run("traffic", func(t *testing.T) {
		w := watch(t, func(s *service) { s.OTLPEndpoint = server.URL })
		for i := range 1200 { // more than the exporter sends at once, so that it is stuck
			if status := w.send(http.MethodGet, "http://"+w.at.data+"/api/public/me/", "", "Authorization", "Token "+w.all[0]); status != http.StatusOK {
				t.Fatalf("request %d got %d", i, status)
			}
		}
		<-asked
		if status := w.send(http.MethodGet, "http://"+w.at.data+"/api/public/me/", "", "Authorization", "Token "+w.all[0]); status != http.StatusOK {
			t.Errorf("with the exporter stuck a request got %d", status)
		}
	})
}

func TestAnUntrustedTraceparentIsNotContinued(t *testing.T) {
	c := &receiver{}
	server := httptest.NewServer(c)
	t.Cleanup(server.Close)
	t.Run("traffic", func(t *testing.T) {
		w := watch(t, func(s *service) { s.OTLPEndpoint, s.TrustedProxies = server.URL, nil })
		w.send(http.MethodGet, "http://"+w.at.data+"/api/public/me/", "", "Traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00")
	})
	if got := c.of(t, "me.get"); len(got.ParentSpanId) > 0 || fmt.Sprintf("%x", got.TraceId) == "4bf92f3577b34da6a3ce929d0e0e4736" {
		t.Error("a client chose its own trace")
	}
}
