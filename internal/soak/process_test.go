package soak_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

// process is a running `latchkey serve`.
type process struct {
	cmd    *exec.Cmd
	said   *output
	addr   string // of its plane
	done   chan struct{}
	paused atomic.Bool
}

// serve starts one plane and returns when it listens. The process is killed when
// the test ends before it.
func serve(ctx context.Context, t *testing.T, program, plane, databaseURL, peppers string) (*process, error) {
	p := &process{
		cmd: exec.Command(program, "serve", "--planes", plane, "--"+plane+"-addr", "127.0.0.1:0",
			"--peppers-file", peppers, "--receipt-keys-file", peppers, "--second-factor-keys-file", peppers, "--audit-keys-file", peppers, "--access-log", "off"),
		said: &output{ready: make(chan ready, 1)}, done: make(chan struct{}),
	}
	p.cmd.Env = append(clean(os.Environ()), "LATCHKEY_DATABASE_URL="+databaseURL,
		"LATCHKEY_LOSSY_DATABASE=true") // the tests' server does not fsync
	p.cmd.Stderr = p.said
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = p.cmd.Wait() // how it ended is judged by who ended it
		close(p.done)
	}()
	t.Cleanup(func() {
		p.kill()
		if t.Failed() {
			t.Logf("%s plane, pid %d, said:\n%s", plane, p.cmd.Process.Pid, p.said.last())
		}
	})
	select {
	case at := <-p.said.ready:
		p.addr = at.Data + at.Admin // one of them is empty
		return p, nil
	case <-p.done:
		return nil, fmt.Errorf("the %s plane did not start: %s", plane, p.said.last())
	case <-ctx.Done():
		return nil, fmt.Errorf("starting the %s plane: %w", plane, ctx.Err())
	}
}

func (p *process) kill() {
	_ = p.cmd.Process.Kill() // also ends one that is paused; one that has ended stays so
	<-p.done
}

func (p *process) pause() error {
	p.paused.Store(true)
	return p.cmd.Process.Signal(syscall.SIGSTOP)
}

func (p *process) resume() error {
	p.paused.Store(false)
	return p.cmd.Process.Signal(syscall.SIGCONT)
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

// output keeps the last of what a process says, and finds in it where it listens.
type output struct {
	mu    sync.Mutex
	b     []byte
	found bool
	ready chan ready
}

type ready struct{ Message, Admin, Data string }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.b = append(o.b, p...)
	for line := range bytes.Lines(o.b) {
		var r ready
		if !o.found && json.Unmarshal(line, &r) == nil && r.Message == "ready" {
			o.found = true
			o.ready <- r
		}
	}
	const kept = 8192
	o.b = o.b[max(0, len(o.b)-kept):]
	return len(p), nil
}

func (o *output) last() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return string(o.b)
}
