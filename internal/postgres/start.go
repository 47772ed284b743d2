package postgres

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Options of a private server.
type Options struct {
	// DataDir is made when it does not exist; its parent directory too. The
	// files DataDir.lock and DataDir.password are kept beside it.
	DataDir string
	// Port on 127.0.0.1; 0 means a free one.
	Port int
	// Ephemeral trades durability for speed: fsync, full_page_writes and
	// synchronous_commit are off. For tests only.
	Ephemeral bool
	// MaxConnections is 100 when 0.
	MaxConnections int
	// Settings are further settings of postgresql.conf, by name. They are
	// visible to other users of the machine.
	Settings map[string]string
	// Log gets what the server prints; nil drops it. Writes come from one
	// goroutine at a time.
	Log io.Writer
	// ProgramsDir is where to look for initdb and postgres; "" means where Find looks.
	ProgramsDir string
	// Download is where to get the programs when they are not found; nil means nowhere.
	Download *Download
}

// startTimeout bounds one Start after initdb, recovery from a crash included.
const startTimeout = 90 * time.Second

// Start runs PostgreSQL on a data directory and returns when it answers. The
// caller stops it with Stop; it does not end with ctx.
func Start(ctx context.Context, o Options) (_ *Server, err error) {
	if o.DataDir, err = filepath.Abs(o.DataDir); err != nil {
		return nil, fmt.Errorf("making the data directory's path absolute: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(o.DataDir), 0o755); err != nil {
		return nil, saying(ErrDirectory, "The directory for PostgreSQL's data, %s, cannot be made.", filepath.Dir(o.DataDir)).Because(err)
	}
	lock, err := lockDir(o.DataDir)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			lock.Close()
		}
	}()
	s, err := prepare(ctx, o)
	if err != nil {
		return nil, err
	}
	if err := s.start(ctx); err != nil {
		return nil, err
	}
	go s.watch(lock)
	return s, nil
}

// prepare leaves a data directory that nobody runs on.
func prepare(ctx context.Context, o Options) (*Server, error) {
	major, err := clusterMajor(o.DataDir)
	if err != nil {
		return nil, err
	}
	programs, err := locate(ctx, o, major)
	if err != nil {
		return nil, err
	}
	who, err := accountFor(o.DataDir)
	if err != nil {
		return nil, err
	}
	if major == 0 {
		err = initCluster(ctx, o, programs, who)
	} else {
		err = who.checkReach(ctx, programs, o.DataDir)
	}
	if err != nil {
		return nil, err
	}
	password, err := readPassword(o.DataDir)
	if err != nil {
		return nil, err
	}
	if err := stopLeftover(ctx, o.DataDir); err != nil {
		return nil, err
	}
	return &Server{opts: o, programs: programs, who: who, password: password, done: make(chan struct{})}, nil
}

// locate finds the programs that can read a data directory of this major
// version (0: a new one), and downloads them when that is allowed.
func locate(ctx context.Context, o Options, major int) (Programs, error) {
	dirs := []string{o.ProgramsDir}
	if o.ProgramsDir == "" {
		dirs = places(ctx)
	}
	p, notFound := find(ctx, dirs, major)
	if notFound == nil || o.Download == nil {
		return p, notFound
	}
	p, err := Fetch(ctx, *o.Download)
	if err != nil {
		return p, err
	}
	if major != 0 && p.Major != major {
		return p, notFound
	}
	return p, nil
}

// start tries until the server answers, ctx or the timeout ends, or an attempt
// fails for a reason that waiting does not cure.
func (s *Server) start(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	for {
		err := s.attempt(ctx)
		if err == nil || !s.curable() {
			return err
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-ctx.Done():
			return err
		}
	}
}

// attempt starts the server once and waits until it answers or ends.
func (s *Server) attempt(ctx context.Context) (err error) {
	if s.port = s.opts.Port; s.port == 0 {
		if s.port, err = freePort(); err != nil {
			return err
		}
	}
	// A killed parent means nobody waits for the data any more: a fast
	// shutdown keeps it, an immediate one does when it is thrown away anyway.
	deathSignal := syscall.SIGINT
	if s.opts.Ephemeral {
		deathSignal = syscall.SIGQUIT
	}
	s.proc, err = run(s.who.command(s.opts.DataDir, s.programs.path("postgres"), s.arguments()...), deathSignal, s.opts.Log)
	if err != nil {
		return saying(ErrStart, "PostgreSQL's programs in %s cannot be run.", s.programs.Dir).Because(err)
	}
	if err := s.ready(ctx); err != nil {
		_ = s.proc.cmd.Process.Signal(syscall.SIGQUIT)
		s.reap()
		return saying(ErrStart, "PostgreSQL did not start on port %d with the data in %s. Its last words: %s",
			s.port, s.opts.DataDir, s.proc.tail.lastLines()).Because(err)
	}
	return nil
}

// curable tells whether the last attempt failed because a free port was taken in
// between, or because processes of a killed postmaster are still ending.
func (s *Server) curable() bool {
	if s.proc == nil {
		return false
	}
	words := s.proc.tail.String()
	return s.opts.Port == 0 && strings.Contains(words, "could not bind") ||
		strings.Contains(words, "pre-existing shared memory block")
}

func (s *Server) arguments() []string {
	settings := map[string]string{
		"listen_addresses":        "127.0.0.1",
		"unix_socket_directories": "", // paths may be longer than a socket's name may be
		"port":                    strconv.Itoa(s.port),
		"max_connections":         strconv.Itoa(cmp.Or(s.opts.MaxConnections, 100)),
		"logging_collector":       "off",
		"log_destination":         "stderr",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
	}
	if s.opts.Ephemeral {
		for _, name := range []string{"fsync", "full_page_writes", "synchronous_commit"} {
			settings[name] = "off"
		}
	}
	for name, value := range s.opts.Settings {
		settings[name] = value
	}
	args := []string{"-D", s.opts.DataDir}
	for name, value := range settings {
		args = append(args, "-c", name+"="+value)
	}
	return args
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("finding a free port: %w", err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
