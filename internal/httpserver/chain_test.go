package httpserver

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/rs/zerolog"
)

func TestRequestIDs(t *testing.T) {
	minted := regexp.MustCompile(`^[0-9a-f]{32}$`)
	for name, c := range map[string]struct {
		sent []string
		kept bool
	}{
		"none":              {nil, false},
		"good":              {[]string{"aZ09_-"}, true},
		"longest":           {[]string{strings.Repeat("x", 63)}, true},
		"empty":             {[]string{""}, false},
		"too long":          {[]string{strings.Repeat("x", 64)}, false},
		"space":             {[]string{"a b"}, false},
		"breaks a log line": {[]string{"a\"}\n{"}, false},
		"not ASCII":         {[]string{"ä"}, false},
		"two":               {[]string{"a", "a"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			var inside string
			h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { inside = RequestID(r.Context()) }), Options{})
			r := httptest.NewRequest(http.MethodGet, "/", nil)
			r.Header[requestIDHeader] = c.sent
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if got := w.Header().Values("X-Request-Id"); len(got) != 1 || got[0] != inside {
				t.Fatalf("header %q, context %q", got, inside)
			}
			if c.kept && inside != c.sent[0] {
				t.Errorf("%q became %q", c.sent[0], inside)
			}
			if !c.kept && !minted.MatchString(inside) {
				t.Errorf("%q was kept as %q", c.sent, inside)
			}
		})
	}
	if first, second := requestID(nil), requestID(nil); first == second {
		t.Error("two requests share an id")
	}
	if id := RequestID(t.Context()); id != "" {
		t.Errorf("outside of a request there is an id: %q", id)
	}
}

type keyOfNextPlane struct{}

func TestContextKeepsWhatNetHTTPPutThere(t *testing.T) {
	ctx, cancel := context.WithCancel(context.WithValue(t.Context(), keyOfNextPlane{}, "kept"))
	h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		derived, stop := context.WithCancel(r.Context())
		defer stop()
		if derived.Value(keyOfNextPlane{}) != "kept" || RequestID(derived) == "" {
			t.Error("values are lost")
		}
		cancel()
		wait(t, derived.Done(), "the end of the request's context")
	}), Options{})
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, http.MethodGet, "/", nil))
}

func TestPanics(t *testing.T) {
	for name, c := range map[string]struct {
		handler  http.HandlerFunc
		status   int // 0: the connection is cut
		body     string
		answered int // calls of Panicked
	}{
		"before writing": {func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Set-Cookie", "half=done")
			panic("broken")
		}, 500, "sorry", 1},
		"after writing": {func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.WriteString(w, "half")
			panic("broken")
		}, 0, "", 0},
		"no panic": {func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "fine") }, 200, "fine", 0},
	} {
		t.Run(name, func(t *testing.T) {
			var log sink
			answered := 0
			h := Chain(c.handler, Options{Plane: "data", Log: zerolog.New(&log), Panicked: func(w http.ResponseWriter, r *http.Request) {
				answered++
				http.Error(w, "sorry", http.StatusInternalServerError)
			}})
			w := httptest.NewRecorder()
			cut := serve(h, w, httptest.NewRequest(http.MethodGet, "/", nil))

			if answered != c.answered || cut != (c.status == 0) {
				t.Errorf("Panicked was called %d times, cut %t", answered, cut)
			}
			if c.status != 0 && (w.Code != c.status || strings.TrimSpace(w.Body.String()) != c.body) {
				t.Errorf("answer %d %q, want %d %q", w.Code, w.Body, c.status, c.body)
			}
			if w.Header().Get("Set-Cookie") != "" {
				t.Error("a header of the broken handler came through")
			}
			if w.Header().Get("X-Request-Id") == "" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("headers are missing: %v", w.Header())
			}
			if name == "no panic" {
				return
			}
			line := decodeLines(t, log.String())[0]
			if line["panic"] != "broken" || line["request_id"] != w.Header().Get("X-Request-Id") || !strings.Contains(line["stack"].(string), "chain_test.go") {
				t.Errorf("log line %v", line)
			}
		})
	}
}

func TestAbortIsNotAPanic(t *testing.T) {
	var log sink
	h := Chain(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }), Options{Log: zerolog.New(&log)})
	if !serve(h, httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil)) {
		t.Error("the abort did not reach net/http")
	}
	if log.String() != "" {
		t.Errorf("it was logged: %s", &log)
	}
}

// serve reports whether the handler aborted the connection.
func serve(h http.Handler, w http.ResponseWriter, r *http.Request) (cut bool) {
	defer func() {
		if v := recover(); v != nil {
			if err, ok := v.(error); !ok || !errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			cut = true
		}
	}()
	h.ServeHTTP(w, r)
	return false
}

func TestSecurityHeadersAreAsGivenAndMayBeReplaced(t *testing.T) {
	h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/own" {
			w.Header().Set("X-Frame-Options", "SAMEORIGIN")
			w.Header().Add("Referrer-Policy", "origin")
		}
	}), Options{Headers: SecurityHeaders{ReferrerPolicy: "no-referrer", FrameOptions: "DENY"}})
	headers := func(path string) http.Header {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w.Header()
	}
	if own := headers("/own"); own.Get("X-Frame-Options") != "SAMEORIGIN" || len(own.Values("Referrer-Policy")) != 2 {
		t.Errorf("a handler's own headers: %v", own)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"} {
		if got := headers("/").Values(name); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q once", name, got, want)
		}
	}
}

func TestStreamsAreFlushedThroughTheChain(t *testing.T) {
	received := make(chan struct{})
	h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "first")
		w.(http.Flusher).Flush()
		wait(t, received, "the first part's arrival")
		_, _ = io.WriteString(w, "last")
	}), Options{})
	_, url, _ := start(t, Config{Handler: h})
	res, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	part := make([]byte, len("first"))
	if _, err := io.ReadFull(res.Body, part); err != nil || string(part) != "first" {
		t.Fatalf("%q, %v", part, err)
	}
	close(received)
	if rest, err := io.ReadAll(res.Body); err != nil || string(rest) != "last" {
		t.Errorf("%q, %v", rest, err)
	}
}
