package httpserver

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience bounds every wait of the tests. It is long, since none of them waits
// that long unless something is broken.
const patience = 20 * time.Second

// sink is a buffer that goroutines may share.
type sink struct {
	mu   sync.Mutex
	text strings.Builder
}

func (s *sink) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

func (s *sink) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// lines decodes a log of JSON lines.
func decodeLines(t *testing.T, text string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range strings.Lines(text) {
		var fields map[string]any
		if err := json.Unmarshal([]byte(line), &fields); err != nil {
			t.Fatalf("not JSON: %q: %v", line, err)
		}
		all = append(all, fields)
	}
	return all
}

// wait receives from c or fails.
func wait[T any](t *testing.T, c <-chan T, what string) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(patience):
		t.Fatalf("%s did not happen within %s", what, patience)
		panic("unreachable")
	}
}

// start runs a server on a free port. stop ends it and returns what Run returned.
func start(t *testing.T, c Config) (s *Server, url string, stop func() error) {
	t.Helper()
	c.Addr, c.Plane = "127.0.0.1:0", "test"
	s = New(c)
	if err := s.Listen(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	stop = sync.OnceValue(func() error {
		cancel()
		return wait(t, ended, "the end of Run")
	})
	t.Cleanup(func() { _ = stop() })
	return s, "http://" + s.Addr().String(), stop
}

func get(t *testing.T, url string) (status int, body string, err error) {
	t.Helper()
	client := http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true}}
	res, err := client.Get(url)
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = res.Body.Close() }()
	b, err := io.ReadAll(res.Body)
	return res.StatusCode, string(b), err
}
