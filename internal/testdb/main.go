package testdb

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"testing"
	"time"
)

// shared is the process's one server. It is package state because Go gives
// TestMain no other way to hand something to tests.
var shared = &lazyServer{}

// lazyServer starts at most once, and never after it was stopped.
type lazyServer struct {
	mu      sync.Mutex
	managed bool // Main will stop it
	stopped bool
	server  *server
	err     error
}

// Main runs the package's tests, stops the server and exits.
func Main(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	shared.mu.Lock()
	shared.managed = true
	shared.mu.Unlock()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	finished := make(chan struct{})
	defer close(finished)
	go func() {
		select {
		case s := <-signals:
			shared.stop()
			os.Exit(128 + int(s.(syscall.Signal)))
		case <-finished:
		}
	}()
	defer shared.stop()
	return m.Run()
}

// get starts the server unless it runs. A start that failed is not tried again.
func (l *lazyServer) get() (*server, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case !l.managed:
		return nil, fmt.Errorf("call testdb.Main from the package's TestMain first")
	case l.stopped:
		return nil, fmt.Errorf("the test server has been stopped")
	case l.server == nil && l.err == nil:
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute) // a seed may have to be made
		defer cancel()
		l.server, l.err = newServer(ctx)
	}
	return l.server, l.err
}

func (l *lazyServer) stop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.stopped = true
	if l.server != nil {
		if err := l.server.close(); err != nil {
			fmt.Fprintln(os.Stderr, "testdb:", err)
		}
		l.server = nil
	}
}
