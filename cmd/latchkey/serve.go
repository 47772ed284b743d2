package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"sync"

	"github.com/rs/zerolog"
	"golang.org/x/sync/errgroup"

	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/store"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

type serveCommand struct {
	settings
	DatabaseURL string   `required:"" env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_app, or as latchkey_data for a node that serves only the data plane."`
	PeppersFile string   `required:"" env:"LATCHKEY_PEPPERS_FILE" placeholder:"FILE" help:"The peppers that secrets are hashed under, one id and base64 key a line; the first mints. All nodes share it."`
	Planes      []string `env:"LATCHKEY_PLANES" default:"admin,data" enum:"admin,data" help:"What to serve: ${enum}."`
	AdminAddr   string   `env:"LATCHKEY_ADMIN_ADDR" default:":8080" help:"Where the admin plane listens; port 0 takes a free one."`
	DataAddr    string   `env:"LATCHKEY_DATA_ADDR" default:":8081" help:"Where the data plane listens; port 0 takes a free one."`
	Explore     bool     `env:"LATCHKEY_EXPLORE" help:"Serve GraphiQL on the admin plane, and let its schema be read."`
}

// Run serves until ctx ends.
func (c *serveCommand) Run(ctx context.Context) error {
	peppers, err := readPeppers(c.PeppersFile)
	if err != nil {
		return err
	}
	log := c.logger(os.Stderr)
	return serve(ctx, service{
		settings: c.settings, databaseURL: c.DatabaseURL, peppers: peppers, planes: c.Planes,
		adminAddr: c.AdminAddr, dataAddr: c.DataAddr, explore: c.Explore, log: log,
		ready: func(at addresses) error {
			log.Info().Str("admin", at.admin).Str("data", at.data).Msg("ready")
			return nil
		},
	})
}

// service is all that serving needs.
type service struct {
	settings
	databaseURL string
	peppers     apikey.Peppers
	planes      []string
	adminAddr   string
	dataAddr    string
	explore     bool
	log         zerolog.Logger
	ready       func(addresses) error // is called once, when both planes answer
}

// addresses are where the planes listen, host:port; "" for one that is not served.
type addresses struct{ admin, data string }

func (s service) serves(plane string) bool { return slices.Contains(s.planes, plane) }

// serve runs the planes until ctx ends, then lets requests finish, flushes usage,
// gives the lease back, and closes what it opened, in this order.
func serve(ctx context.Context, s service) (err error) {
	scheme, err := s.scheme()
	if err != nil {
		return err
	}
	clients, err := s.clientAddress()
	if err != nil {
		return err
	}

	st, err := store.Open(ctx, s.databaseURL, store.Options{MaxConns: s.MaxConnections})
	if err != nil {
		return err
	}
	defer st.Close() // nothing is left to lose
	control, err := store.Open(ctx, s.databaseURL, store.Options{MaxConns: 2})
	if err != nil {
		return err
	}
	defer control.Close() // as above

	sink, closeSink, err := s.accessLog()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeSink()) }()
	var access *httpserver.AccessLog
	if sink != nil {
		access = httpserver.NewAccessLog(sink, s.log)
		defer func() { err = errors.Join(err, access.Close()) }()
	}

	// What runs behind the planes ends after them.
	behind, stop := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()

	p := planes{service: s, store: st, clients: clients, access: access, scheme: scheme}
	var servers []*httpserver.Server
	var at addresses
	if s.serves("data") {
		verifier := verify.New(verify.Config{Source: st, Scheme: scheme, Peppers: s.peppers})
		node := cluster.NewNode(control, s.databaseURL, nodeName(s.dataAddr), verifier, s.log)
		verifier.Follow(node)
		running.Go(func() { node.Run(behind) })
		counter := usage.New(st, s.log)
		running.Go(func() { counter.Run(behind) })
		server := p.data(verifier, node, counter)
		if err := server.Listen(ctx); err != nil {
			return err
		}
		at.data = server.Addr().String()
		servers = append(servers, server)
	}
	if s.serves("admin") {
		server, err := p.listenAdmin(ctx)
		if err != nil {
			return err
		}
		at.admin = server.Addr().String()
		servers = append(servers, server)
	}

	group, ctx := errgroup.WithContext(ctx)
	for _, server := range servers {
		group.Go(func() error { return server.Run(ctx) })
	}
	group.Go(func() error { return s.ready(at) })
	return group.Wait()
}

// nodeName is how operators tell nodes apart.
func nodeName(addr string) string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	_, port, err := net.SplitHostPort(addr)
	if err != nil {
		return host
	}
	return fmt.Sprintf("%s:%s pid %d", host, port, os.Getpid())
}
