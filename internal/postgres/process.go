package postgres

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// process is a running child. err may be read once done is closed.
type process struct {
	cmd  *exec.Cmd
	tail tail
	done chan struct{}
	err  error
}

// run starts cmd. When this process dies, Linux sends the child deathSignal.
// The kernel ties that to the thread that created the child, so one goroutine
// keeps its thread from start to end. What the child prints goes to log, if any.
func run(cmd *exec.Cmd, deathSignal syscall.Signal, log io.Writer) (*process, error) {
	p := &process{cmd: cmd, done: make(chan struct{})}
	cmd.Stdout = &p.tail
	if log != nil {
		cmd.Stdout = io.MultiWriter(&p.tail, log)
	}
	cmd.Stderr = cmd.Stdout
	// A grandchild that outlives the child keeps its output open.
	cmd.WaitDelay = 5 * time.Second
	dieWithParent(cmd.SysProcAttr, deathSignal)
	started := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err == nil {
			p.err = cmd.Wait()
			close(p.done)
		}
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("starting %s: %w", cmd.Path, err)
	}
	return p, nil
}

// wait returns when the child has ended, killing it when ctx ends first.
func (p *process) wait(ctx context.Context) error {
	select {
	case <-p.done:
	case <-ctx.Done():
		_ = p.cmd.Process.Kill()
		<-p.done
		return ctx.Err()
	}
	if p.err != nil {
		return fmt.Errorf("%s: %w: %s", p.cmd.Path, p.err, p.tail.lastLines())
	}
	return nil
}

// tail keeps the end of what is written to it.
type tail struct {
	mu  sync.Mutex
	end []byte
}

const tailBytes = 4 << 10

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.end = append(t.end, b...)
	if over := len(t.end) - tailBytes; over > 0 {
		t.end = append(t.end[:0], t.end[over:]...)
	}
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.end)
}

// lastLines is short enough for an error message.
func (t *tail) lastLines() string {
	lines := strings.Split(strings.TrimSpace(t.String()), "\n")
	return strings.Join(lines[max(0, len(lines)-8):], "\n")
}
