package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"
)

const changes = `subscription ($w: ID!) { workspaceChanges(workspaceId: $w) { kind apiKeyId } }`

// stream is one that is open, as a client reads it.
type stream struct {
	t        testing.TB
	response *http.Response
	lines    *bufio.Scanner
	close    func()
}

// open sends an operation and asks for a stream. Close it.
func (w *world) open(who, query string, variables map[string]any) *stream {
	w.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	w.must(err)
	ctx, cancel := context.WithTimeout(w.t.Context(), 30*time.Second)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, strings.NewReader(string(body)))
	w.must(err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	if c := w.cookie(who); c != nil {
		r.AddCookie(c)
	}
	response, err := http.DefaultClient.Do(r)
	w.must(err)
	s := &stream{w.t, response, bufio.NewScanner(response.Body), func() { cancel(); _ = response.Body.Close() }}
	w.t.Cleanup(s.close)
	return s
}

// follow opens a stream of a workspace's changes, and waits until it lives.
func (w *world) follow(who, workspace string) *stream {
	w.t.Helper()
	<-w.live.Ready()
	s := w.open(who, changes, map[string]any{"w": workspace})
	if event, data := s.event(); event != "" {
		w.t.Fatalf("the stream did not open: %s %s", event, data)
	}
	return s
}

// event reads the next event; that of a beat is "", and at the end it is "end".
func (s *stream) event() (name, data string) {
	for s.lines.Scan() {
		line := s.lines.Text()
		switch {
		case strings.HasPrefix(line, ":"):
			if s.lines.Scan(); name == "" {
				return "", ""
			}
		case strings.HasPrefix(line, "event: "):
			name = strings.TrimPrefix(line, "event: ")
		case strings.HasPrefix(line, "data:"):
			data = strings.TrimPrefix(strings.TrimPrefix(line, "data:"), " ")
		case line == "" && name != "":
			return name, data
		}
	}
	return "end", ""
}

// next reads the next event that is no beat.
func (s *stream) next() (name, data string) {
	for {
		if name, data = s.event(); name != "" {
			return name, data
		}
	}
}

// until reads changes until one is of a kind, and returns its key.
func (s *stream) until(kind string) (key string) {
	s.t.Helper()
	for {
		name, data := s.next()
		var told struct {
			Data struct {
				WorkspaceChanges struct{ Kind, APIKeyID string }
			}
		}
		if name != "next" || json.Unmarshal([]byte(data), &told) != nil || told.Data.WorkspaceChanges.Kind == "" {
			s.t.Fatalf("instead of %s came %s %s", kind, name, data)
		}
		if told.Data.WorkspaceChanges.Kind == kind {
			return told.Data.WorkspaceChanges.APIKeyID
		}
	}
}

// ends reads until the stream says that nothing follows.
func (s *stream) ends() {
	s.t.Helper()
	for {
		switch name, data := s.next(); name {
		case "next":
		case "complete":
			if name, _ := s.next(); name != "end" {
				s.t.Errorf("after the end came %s", name)
			}
			return
		default:
			s.t.Fatalf("the stream broke off: %s %s", name, data)
		}
	}
}

// opened is ask for a subscription: what it answers first. That is a change of acme when it is acme's
// that opens, which is made here: a beat would not say that it has opened, an error may come after it.
func (w *world) opened(who, query string, variables map[string]any) (a answer) {
	w.t.Helper()
	s := w.open(who, query, variables)
	defer s.close()
	a.status, a.header = s.response.StatusCode, s.response.Header
	w.inWorkspace(w.acme, `UPDATE latchkey.workspace SET version = version`)
	name, data := s.next()
	a.raw = name + data
	w.must(json.Unmarshal([]byte(data), &a))
	return a
}
