package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	_ "github.com/lib/pq" // the driver "postgres"
)

// Server is a running private PostgreSQL.
type Server struct {
	opts     Options
	programs Programs
	who      *account
	password string
	port     int
	proc     *process
	done     chan struct{}
}

// SuperuserURL connects as the superuser to the database postgres. It holds
// the password: keep it out of logs.
func (s *Server) SuperuserURL() string { return localURL(s.port, s.password) }

// Port is the one it listens on, at 127.0.0.1.
func (s *Server) Port() int { return s.port }

// PID is the postmaster's, for tests that kill or freeze it.
func (s *Server) PID() int { return s.proc.cmd.Process.Pid }

// Programs tells which PostgreSQL runs.
func (s *Server) Programs() Programs { return s.programs }

// Done is closed when the server has ended, stopped or not. The data directory
// may be started on again then.
func (s *Server) Done() <-chan struct{} { return s.done }

// Err tells why the server ended by itself: nil while it runs, and after an
// orderly shutdown.
func (s *Server) Err() error {
	select {
	case <-s.done:
	default:
		return nil
	}
	if s.proc.err == nil {
		return nil
	}
	return fmt.Errorf("PostgreSQL ended (%w); its last words: %s", s.proc.err, s.proc.tail.lastLines())
}

// Stop shuts the server down, disconnecting its clients. What is running then is
// rolled back. When ctx ends first (or after 30 seconds), the server is stopped
// at once, recovers at its next start, and Stop returns an error. Stopping
// a server that has ended does nothing.
func (s *Server) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	s.signal(syscall.SIGINT)
	select {
	case <-s.done:
		return nil
	case <-ctx.Done():
	}
	s.signal(syscall.SIGQUIT)
	s.reap()
	<-s.done
	return fmt.Errorf("PostgreSQL did not shut down in time and was stopped at once: %w", ctx.Err())
}

// signal ignores a server that has ended.
func (s *Server) signal(sig syscall.Signal) { _ = s.proc.cmd.Process.Signal(sig) }

// reap waits for the process to end, and kills it when it does not. A process
// that is stopped (SIGSTOP) needs this.
func (s *Server) reap() {
	select {
	case <-s.proc.done:
	case <-time.After(10 * time.Second):
		s.signal(syscall.SIGKILL)
		<-s.proc.done
	}
}

// watch frees the data directory when the server has ended.
func (s *Server) watch(lock *os.File) {
	<-s.proc.done
	lock.Close()
	close(s.done)
}

// ready waits until the server answers. A server that ends is noticed at once. It is
// asked when it says that it is ready: while it starts, it makes a process for each
// connection just to refuse it.
func (s *Server) ready(ctx context.Context) error {
	db, err := sql.Open("postgres", s.SuperuserURL())
	if err != nil {
		return fmt.Errorf("opening the superuser's connection: %w", err)
	}
	defer db.Close()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	err = errors.New("it does not say that it is ready")
	for {
		if s.saysReady() {
			if err = db.PingContext(ctx); err == nil {
				return nil
			}
		}
		select {
		case <-s.proc.done:
			return errors.New("it ended")
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-tick.C:
		}
	}
}

// saysReady reads the file in which a postmaster tells how far it is: its process id in
// the first line, its state in the eighth (src/include/utils/pidfile.h).
func (s *Server) saysReady() bool {
	content, err := os.ReadFile(filepath.Join(s.opts.DataDir, "postmaster.pid"))
	lines := strings.Split(string(content), "\n")
	return err == nil && len(lines) >= 8 && lines[0] == strconv.Itoa(s.proc.cmd.Process.Pid) && strings.TrimSpace(lines[7]) == "ready"
}
