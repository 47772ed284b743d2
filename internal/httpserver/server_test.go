package httpserver

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/rs/zerolog"
)

func TestShutdownFinishesRequestsInFlightAndRefusesNewOnes(t *testing.T) {
	entered, release, refusing := make(chan struct{}), make(chan struct{}), make(chan struct{})
	s, url, stop := start(t, Config{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-release
		_, _ = io.WriteString(w, "whole")
	})})
	s.http.RegisterOnShutdown(func() { close(refusing) })

	answer := make(chan string, 1)
	go func() {
		_, body, err := get(t, url)
		answer <- body + errorText(err)
	}()
	wait(t, entered, "the request")
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	wait(t, refusing, "the shutdown")
	if _, err := net.DialTimeout("tcp", s.Addr().String(), patience); err == nil {
		t.Error("a connection was accepted after the shutdown had begun")
	}
	close(release)
	if got := wait(t, answer, "the answer"); got != "whole" {
		t.Errorf("the request in flight got %q", got)
	}
	if err := wait(t, stopped, "the end"); err != nil {
		t.Errorf("Run: %v", err)
	}
}

func TestShutdownCutsRequestsThatDoNotFinish(t *testing.T) {
	entered := make(chan struct{})
	_, url, stop := start(t, Config{ShutdownTimeout: time.Millisecond, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-r.Context().Done()
	})})
	answer := make(chan error, 1)
	go func() {
		_, _, err := get(t, url)
		answer <- err
	}()
	wait(t, entered, "the request")
	if err := stop(); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Run: %v, want a deadline's error", err)
	}
	if err := wait(t, answer, "the cut"); err == nil {
		t.Error("the request that was cut looks like a whole answer")
	}
}

func TestAddressInUseIsAnErrorOfListen(t *testing.T) {
	s, _, _ := start(t, Config{Handler: http.NotFoundHandler()})
	other := New(Config{Plane: "data", Addr: s.Addr().String()})
	if err := other.Run(t.Context()); err == nil || !strings.Contains(err.Error(), "data plane") {
		t.Errorf("error %v, want one that names the plane", err)
	}
	if other.Addr() != nil {
		t.Error("a server that does not listen has an address")
	}
}

func TestSlowAndHugeHeadersAreCut(t *testing.T) {
	for name, sent := range map[string]string{
		"half a header": "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
		"huge header":   "GET / HTTP/1.1\r\nHost: x\r\nX-Huge: " + strings.Repeat("a", 2*maxHeaderBytes) + "\r\n\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			reached := make(chan struct{}, 1)
			s, _, _ := start(t, Config{ReadHeaderTimeout: 30 * time.Millisecond, Handler: http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
				reached <- struct{}{}
			})})
			conn, err := net.DialTimeout("tcp", s.Addr().String(), patience)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = conn.Close() }()
			if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(conn, sent); err != nil {
				t.Fatal(err)
			}
			answer, err := io.ReadAll(conn) // ends only when the server closes
			if timeout := net.Error(nil); errors.As(err, &timeout) && timeout.Timeout() {
				t.Fatal("the connection was left open")
			}
			if strings.Contains(string(answer), " 200 ") || len(reached) > 0 {
				t.Errorf("the request was served: %q", answer)
			}
		})
	}
}

// The timeout has passed when the handler starts, so only an extension lets it answer.
func TestOnlyAnExtendedDeadlineLetsAStreamGoOn(t *testing.T) {
	answer := func(t *testing.T, extend bool) (string, error) {
		h := Chain(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if extend {
				if err := ExtendDeadline(w, patience); err != nil {
					t.Errorf("ExtendDeadline: %v", err)
				}
			}
			_, _ = io.WriteString(w, "streamed")
		}), Options{})
		_, url, _ := start(t, Config{RequestTimeout: time.Nanosecond, Handler: h})
		_, body, err := get(t, url)
		return body, err
	}
	if body, err := answer(t, false); err == nil {
		t.Errorf("an answer after its deadline: %q", body)
	}
	if body, err := answer(t, true); err != nil || body != "streamed" {
		t.Errorf("an extended stream: %q, %v", body, err)
	}
}

func TestErrorsOfNetHTTPDoNotQuoteClients(t *testing.T) {
	for message, kept := range map[string]bool{
		"http: panic serving 192.0.2.1:99: lk_secret\n": false,
		"http: invalid byte in header lk_secret":        false,
		"http: Accept error: too many open files":       true,
	} {
		var out sink
		l := errorLog{zerolog.New(&out), "admin"}
		if _, err := l.Write([]byte(message)); err != nil {
			t.Fatal(err)
		}
		line := decodeLines(t, out.String())[0]
		if (line["message"] == message) != kept {
			t.Errorf("%q was logged as %q", message, line["message"])
		}
		if line["plane"] != "admin" || strings.Contains(out.String(), "lk_secret") {
			t.Errorf("line %s", out.String())
		}
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
