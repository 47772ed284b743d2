package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/rs/zerolog"
	"golang.org/x/sync/errgroup"

	"latchkey/internal/apikey"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
	"latchkey/internal/usage"
	"latchkey/internal/verify"
)

type serveCommand struct {
	settings
	DatabaseURL  string   `required:"" env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_app, or as latchkey_data for a node that serves only the data plane."`
	PeppersFile  string   `required:"" env:"LATCHKEY_PEPPERS_FILE" placeholder:"FILE" help:"The peppers that secrets are hashed under, one id and base64 key a line; the first mints. All nodes share it."`
	ReceiptKeys  string   `name:"receipt-keys-file" required:"" env:"LATCHKEY_RECEIPT_KEYS_FILE" placeholder:"FILE" help:"The keys that refusal receipts are sealed under, one id and base64 key a line; the first seals. All nodes share it."`
	LostPeppers  []string `env:"LATCHKEY_LOST_PEPPERS" placeholder:"ID" help:"Peppers that are lost for good: start without them, and refuse the keys that need them."`
	Planes       []string `env:"LATCHKEY_PLANES" default:"admin,data" enum:"admin,data" help:"What to serve: ${enum}."`
	AdminAddr    string   `env:"LATCHKEY_ADMIN_ADDR" default:":8080" help:"Where the admin plane listens; port 0 takes a free one."`
	DataAddr     string   `env:"LATCHKEY_DATA_ADDR" default:":8081" help:"Where the data plane listens; port 0 takes a free one."`
	InsecureHTTP bool     `env:"LATCHKEY_INSECURE_HTTP" help:"Let the admin plane's cookies go over plain HTTP. Only for a machine of your own: without TLS anyone on the way can take a session."`
	Explore      bool     `env:"LATCHKEY_EXPLORE" help:"Serve GraphiQL on the admin plane, and let its schema be read."`
}

// Run serves until ctx ends.
func (c *serveCommand) Run(ctx context.Context) error {
	peppers, err := readPeppers(c.PeppersFile)
	if err != nil {
		return err
	}
	receiptKeys, err := readReceiptKeys(c.ReceiptKeys)
	if err != nil {
		return err
	}
	log := c.logger(os.Stderr)
	return serve(ctx, service{
		settings: c.settings, databaseURL: c.DatabaseURL, peppers: peppers, receiptKeys: receiptKeys, lostPeppers: c.LostPeppers, planes: c.Planes,
		adminAddr: c.AdminAddr, dataAddr: c.DataAddr, explore: c.Explore, plainHTTP: c.InsecureHTTP, log: log,
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
	receiptKeys receipt.Keys
	lostPeppers []string // ids
	planes      []string
	adminAddr   string
	dataAddr    string
	explore     bool
	plainHTTP   bool // browsers reach the admin plane without TLS
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
	// Verification and beats have connections of their own, and less patience: neither
	// may wait behind what one workspace asks of its data.
	lookups, err := store.Open(ctx, s.databaseURL, store.Options{MaxConns: 4, Patience: 3 * time.Second})
	if err != nil {
		return err
	}
	defer lookups.Close() // as above
	control, err := store.Open(ctx, s.databaseURL, store.Options{MaxConns: 1, Patience: cluster.Lease})
	if err != nil {
		return err
	}
	defer control.Close() // as above
	if err := s.needNoOtherPepper(ctx, st); err != nil {
		return err
	}

	installation, err := st.Installation(ctx)
	if err != nil {
		return err
	}

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

	p := planes{service: s, store: st, installation: installation, lookups: lookups, clients: clients, access: access, scheme: scheme}
	var servers []*httpserver.Server
	var at addresses
	if s.serves("data") {
		rehasher := verify.NewRehasher(st, s.notRehashed)
		running.Go(func() { rehasher.Run(behind) })
		verifier := verify.New(verify.Config{Source: lookups, Scheme: scheme, Peppers: s.peppers, Rehasher: rehasher})
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
		running.Go(func() { retain(behind, st, s.log) })
		running.Go(func() { sweep(behind, p.useCases(), s.log) })
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
