package limittest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// startWithin is how long Redis may take to answer.
const startWithin = 20 * time.Second

// Redis is a server of a test's own.
type Redis struct {
	URL  string
	port int
	dir  string
	cmd  *exec.Cmd // nil: it does not run
	out  *bytes.Buffer
}

// StartRedis starts a Redis that ends with the test.
func StartRedis(t testing.TB) *Redis {
	t.Helper()
	r := &Redis{dir: t.TempDir()}
	t.Cleanup(r.Kill)
	var err error
	for range 10 { // the port may be taken between the look and the start
		r.port = quietPort(t)
		r.URL = fmt.Sprintf("redis://127.0.0.1:%d/0", r.port)
		if err = r.start(t.Context()); err == nil {
			return r
		}
	}
	t.Fatal(err)
	return nil
}

// Start starts it again, on the same port and with nothing in it.
func (r *Redis) Start(t testing.TB) {
	t.Helper()
	if err := r.start(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// Kill ends it at once, like a crash.
func (r *Redis) Kill() {
	if r.cmd == nil {
		return
	}
	_ = r.cmd.Process.Kill() // also when it has ended by itself
	_ = r.cmd.Wait()         // how it ended is known
	r.cmd = nil
}

func (r *Redis) start(ctx context.Context) error {
	program, err := exec.LookPath("redis-server")
	if err != nil {
		return fmt.Errorf("these tests need Redis (Debian's package redis-server): %w", err)
	}
	cmd := exec.Command(program, "--bind", "127.0.0.1", "--port", strconv.Itoa(r.port), "--dir", r.dir,
		"--save", "", "--appendonly", "no", "--daemonize", "no")
	r.out = &bytes.Buffer{}
	cmd.Stdout, cmd.Stderr = r.out, r.out
	if err := cmd.Start(); err != nil {
		return err
	}
	r.cmd = cmd
	if err := r.answers(ctx); err != nil {
		r.Kill()
		return fmt.Errorf("starting Redis: %w: %s", err, r.out)
	}
	return nil
}

// answers waits until the server is there, and it is ours.
func (r *Redis) answers(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startWithin)
	defer cancel()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		pid, err := r.pid(ctx)
		switch {
		case err == nil && pid == r.cmd.Process.Pid:
			return nil
		case err == nil:
			return fmt.Errorf("on its port answers process %d", pid)
		}
		select {
		case <-ctx.Done():
			return err
		case <-tick.C:
		}
	}
}

// pid asks whoever listens on the port for its process.
func (r *Redis) pid(ctx context.Context) (pid int, err error) {
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(r.port)))
	if err != nil {
		return 0, err
	}
	defer conn.Close() //nolint:errcheck // nothing is left to lose
	if err := conn.SetDeadline(time.Now().Add(time.Second)); err != nil {
		return 0, err
	}
	if _, err := conn.Write([]byte("INFO server\r\n")); err != nil {
		return 0, err
	}
	answer := make([]byte, 8192)
	for n := 0; n < len(answer); {
		more, err := conn.Read(answer[n:])
		if err != nil {
			return 0, err
		}
		n += more
		if _, after, found := bytes.Cut(answer[:n], []byte("process_id:")); found && bytes.Contains(after, []byte("\r\n")) {
			line, _, _ := bytes.Cut(after, []byte("\r\n"))
			return strconv.Atoi(string(line))
		}
	}
	return 0, fmt.Errorf("it does not say which process it is")
}

// quietPort is free, and none that the kernel gives to outgoing connections: those
// could take it while Redis is stopped.
func quietPort(t testing.TB) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(10000) //nolint:gosec // any will do
		if l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port)); err == nil {
			if err := l.Close(); err == nil {
				return port
			}
		}
	}
	t.Fatal("no port is free")
	return 0
}
