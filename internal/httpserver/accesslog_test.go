package httpserver

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"

	"github.com/rs/zerolog"
)

func TestAccessLogSaysWhatHappenedAndNothingTheClientSent(t *testing.T) {
	var out sink
	log := NewAccessLog(&out, zerolog.Nop())
	h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		SetRoute(r.Context(), "users.get")
		SetClient(r.Context(), netip.MustParseAddr("2001:db8::7"))
		w.WriteHeader(http.StatusEarlyHints)
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.WriteString(w, "12345")
	}), Options{Plane: "data", AccessLog: log})

	_, url, stop := start(t, Config{Handler: h})
	r, err := http.NewRequestWithContext(t.Context(), "CANARY", url+"/canary/canary?canary=canary", strings.NewReader("canary"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Authorization", "X-API-Key", "Cookie", "User-Agent", "Referer", "X-Canary"} {
		r.Header.Set(name, "canary")
	}
	r.Header.Set("X-Request-Id", "canary canary")
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}

	if strings.Contains(strings.ToLower(out.String()), "canary") {
		t.Errorf("the log holds what the client sent: %s", &out)
	}
	line := decodeLines(t, out.String())[0]
	for field, want := range map[string]any{
		"plane": "data", "method": "OTHER", "route": "users.get", "status": 418.0, "bytes": 5.0, "client": "2001:db8::7",
	} {
		if line[field] != want {
			t.Errorf("%s is %v, want %v", field, line[field], want)
		}
	}
	for _, field := range []string{"time", "duration_us", "request_id"} {
		if line[field] == nil {
			t.Errorf("%s is missing: %s", field, &out)
		}
	}
}

func TestAccessLogOfUnnamedSilentAndAbortedRequests(t *testing.T) {
	var out sink
	log := NewAccessLog(&out, zerolog.Nop())
	mux := http.NewServeMux()
	mux.HandleFunc("GET /things/{id}", func(http.ResponseWriter, *http.Request) {})
	mux.HandleFunc("GET /abort", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
	h := Chain(mux, Options{AccessLog: log})
	for _, path := range []string{"/things/7", "/abort", "/nothing"} {
		serve(h, httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil))
	}
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	lines := decodeLines(t, out.String())
	for i, want := range []struct {
		route   string
		status  float64
		aborted any
	}{{"GET /things/{id}", 200, nil}, {"GET /abort", 0, true}, {"", 404, nil}} {
		if lines[i]["route"] != want.route || lines[i]["status"] != want.status || lines[i]["aborted"] != want.aborted {
			t.Errorf("line %d is %v, want %v", i, lines[i], want)
		}
	}
}

func TestAccessLogLosesNothingAtClose(t *testing.T) {
	const writers, each = 4, 1500 // about 1 MB: more than one flush, less than the bound
	var out sink
	log := NewAccessLog(&out, zerolog.Nop())
	h := Chain(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), Options{AccessLog: log})
	var all sync.WaitGroup
	for range writers {
		all.Go(func() {
			for range each {
				h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil))
			}
		})
	}
	all.Wait()
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	ids := map[any]bool{}
	for _, line := range decodeLines(t, out.String()) {
		ids[line["request_id"]] = true
	}
	if len(ids) != writers*each {
		t.Errorf("%d requests in the log, want %d", len(ids), writers*each)
	}
}

// stalled is a disk that takes nothing until it is released.
type stalled struct {
	release chan struct{}
	sink
}

func (s *stalled) Write(p []byte) (int, error) {
	<-s.release
	return s.sink.Write(p)
}

func TestAccessLogNeitherWaitsForAStalledDiskNorGrowsWithoutBound(t *testing.T) {
	disk := &stalled{release: make(chan struct{})}
	log := NewAccessLog(disk, zerolog.Nop())
	line := []byte(`{"filler":"` + strings.Repeat("x", 1<<10) + "\"}\n")
	const wrote = 3 * maxPending / (1 << 10)
	for range wrote { // would never end, if it waited
		if _, err := (lines{log}).Write(line); err != nil {
			t.Fatal(err)
		}
	}
	close(disk.release)
	if err := log.Close(); err != nil {
		t.Fatal(err)
	}
	kept, lost := 0, 0
	for _, fields := range decodeLines(t, disk.String()) {
		if n, ok := fields["lost"].(float64); ok {
			lost += int(n)
		} else {
			kept++
		}
	}
	if lost == 0 || kept == 0 || kept+lost != wrote {
		t.Errorf("%d kept and %d lost, of %d", kept, lost, wrote)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestAccessLogTellsOfABrokenDisk(t *testing.T) {
	var operator sink
	log := NewAccessLog(broken{}, zerolog.New(&operator))
	if _, err := (lines{log}).Write([]byte("{}\n")); err != nil {
		t.Fatal(err)
	}
	if err := log.Close(); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("Close: %v", err)
	}
	if !strings.Contains(operator.String(), "no space left") {
		t.Errorf("the operator was not told: %s", &operator)
	}
}
