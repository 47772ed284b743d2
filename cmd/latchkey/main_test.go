package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"latchkey/internal/oidc/oidctest"
	"latchkey/internal/testdb"
)

// asLatchkey makes the test's own program behave as latchkey, so that the tests
// run the real thing, under the race detector, without building it again.
const asLatchkey = "BEHAVE_AS_LATCHKEY=1"

// lossy lets latchkey serve from the tests' servers, which do not fsync.
const lossy = "LATCHKEY_LOSSY_DATABASE=true"

func TestMain(m *testing.M) {
	if slices.Contains(os.Environ(), asLatchkey) {
		os.Exit(realMain(os.Args[1:]))
	}
	oidctest.Main()
	testdb.Main(m)
}

// process is a running latchkey.
type process struct {
	t    *testing.T
	cmd  *exec.Cmd
	out  *output
	done chan struct{}
	err  error // valid when done is closed
}

// start runs latchkey. It is killed when the test ends before it.
func start(t *testing.T, env []string, args ...string) *process {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	p := &process{t: t, cmd: exec.Command(self, args...), out: &output{}, done: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = p.out, p.out
	p.cmd.Env = append(append(clean(os.Environ()), asLatchkey, lossy), env...)
	must(t, p.cmd.Start())
	go func() { p.err = p.cmd.Wait(); close(p.done) }()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		<-p.done
		if t.Failed() {
			t.Logf("latchkey %s said:\n%s", strings.Join(args, " "), p.out)
		}
	})
	return p
}

// here runs a command that ends by itself in this process: what a test asks of it again and again
// costs no start then. What it must be told is on the command line. The same test, or another one,
// runs the command as a process, too.
func here(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	var out output
	code = execute(t.Context(), console{&out, &out}, args)
	return code, out.String()
}

// clean drops settings of whoever runs the tests.
func clean(env []string) (kept []string) {
	for _, e := range env {
		if !strings.HasPrefix(e, "LATCHKEY_") {
			kept = append(kept, e)
		}
	}
	return kept
}

// exit waits for the end and returns the exit code.
func (p *process) exit() int {
	p.t.Helper()
	select {
	case <-p.done:
	case <-time.After(60 * time.Second):
		p.t.Fatal("it did not end")
	}
	if failed := (*exec.ExitError)(nil); p.err != nil && !errors.As(p.err, &failed) {
		p.t.Fatal(p.err)
	}
	return p.cmd.ProcessState.ExitCode()
}

// interrupt is Ctrl-C.
func (p *process) interrupt() { _ = p.cmd.Process.Signal(syscall.SIGINT) }

// until waits for a condition, and fails early when the process ends.
func (p *process) until(what string, ok func() bool) {
	p.t.Helper()
	deadline := time.After(90 * time.Second)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-p.done:
			p.t.Fatalf("it ended before %s", what)
		case <-deadline:
			p.t.Fatalf("it took too long until %s", what)
		case <-tick.C:
		}
	}
}

// output collects what a process says.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// run runs a program to its end, within ten minutes.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
