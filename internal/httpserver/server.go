package httpserver

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/rs/zerolog"
)

// maxHeaderBytes bounds the request line and the headers of a request.
const maxHeaderBytes = 32 << 10

// Config is what a [Server] needs. Zero durations mean the default beside them.
type Config struct {
	Plane   string // names the server in errors and logs
	Addr    string // host:port; port 0 lets the system choose
	Handler http.Handler
	Log     zerolog.Logger
	TLS     *tls.Config // nil: plain HTTP

	ReadHeaderTimeout time.Duration // 5 s, for the request line and headers
	RequestTimeout    time.Duration // 30 s, for the body and the answer, unless extended; then the request's context ends
	IdleTimeout       time.Duration // 90 s, between requests of a connection
	ShutdownTimeout   time.Duration // 10 s, for requests in flight at shutdown
}

// Server serves one handler on one listener.
type Server struct {
	plane    string
	addr     string
	grace    time.Duration
	http     *http.Server
	listener net.Listener
}

// New prepares a server; it opens nothing yet.
func New(c Config) *Server {
	requestTimeout := cmp.Or(c.RequestTimeout, 30*time.Second)
	return &Server{
		plane: c.Plane,
		addr:  c.Addr,
		grace: cmp.Or(c.ShutdownTimeout, 10*time.Second),
		http: &http.Server{
			Handler:           c.Handler,
			TLSConfig:         c.TLS.Clone(), // net/http changes it, and planes share one
			ReadHeaderTimeout: cmp.Or(c.ReadHeaderTimeout, 5*time.Second),
			ReadTimeout:       requestTimeout,
			WriteTimeout:      requestTimeout,
			IdleTimeout:       cmp.Or(c.IdleTimeout, 90*time.Second),
			MaxHeaderBytes:    maxHeaderBytes,
			ErrorLog:          log.New(errorLog{c.Log, c.Plane}, "", 0),
		},
	}
}

// Listen opens the listener, so that [Server.Addr] is known and an address in
// use is told before anything else is started. It is called once, before Run.
func (s *Server) Listen(ctx context.Context) error {
	var lc net.ListenConfig
	l, err := lc.Listen(ctx, "tcp", s.addr)
	if err != nil {
		return fmt.Errorf("listening for the %s plane: %w", s.plane, err)
	}
	s.listener = l
	return nil
}

// Addr is the address listened on, and nil before Listen.
func (s *Server) Addr() net.Addr {
	if s.listener == nil {
		return nil
	}
	return s.listener.Addr()
}

// Run listens unless that was done, and serves until ctx ends. Then it refuses
// new connections, lets the requests in flight finish, and returns nil; or cuts
// them at the end of the shutdown's time and returns an error. Requests do not
// inherit ctx: its end asks them to finish, not to stop.
func (s *Server) Run(ctx context.Context) error {
	if s.listener == nil {
		if err := s.Listen(ctx); err != nil {
			return err
		}
	}
	failed := make(chan error, 1)
	go func() { failed <- s.serve() }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving the %s plane: %w", s.plane, err)
	case <-ctx.Done():
	}
	err := s.shutdown()
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, fmt.Errorf("serving the %s plane: %w", s.plane, served))
	}
	return err
}

func (s *Server) serve() error {
	if s.http.TLSConfig != nil {
		return s.http.ServeTLS(s.listener, "", "") // the configuration has the certificate
	}
	return s.http.Serve(s.listener)
}

func (s *Server) shutdown() error {
	ctx, cancel := context.WithTimeout(context.Background(), s.grace)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("requests of the %s plane were cut at shutdown: %w", s.plane, err), s.http.Close())
	}
	return nil
}

// ExtendDeadline gives the request another d, from now, to be read and
// answered. A handler that streams calls it each time it got on, so that a slow
// but living stream is not cut and a dead one is.
func ExtendDeadline(w http.ResponseWriter, d time.Duration) error {
	c := http.NewResponseController(w)
	until := time.Now().Add(d)
	return errors.Join(c.SetReadDeadline(until), c.SetWriteDeadline(until))
}
