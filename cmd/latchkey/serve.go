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

	"latchkey/graph"
	"latchkey/internal/apikey"
	"latchkey/internal/auditfile"
	"latchkey/internal/cluster"
	"latchkey/internal/httpserver"
	"latchkey/internal/mail"
	"latchkey/internal/postgres"
	"latchkey/internal/receipt"
	"latchkey/internal/secondfactor"
	"latchkey/internal/store"
)

type serveCommand struct {
	settings
	DatabaseURL  string   `required:"" env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"PostgreSQL as latchkey_app, or as latchkey_data for a node that serves only the data plane."`
	PeppersFile  string   `required:"" env:"LATCHKEY_PEPPERS_FILE" placeholder:"FILE" help:"The peppers that secrets are hashed under, one id and base64 key a line; the first mints. All nodes share it."`
	ReceiptKeys  string   `name:"receipt-keys-file" required:"" env:"LATCHKEY_RECEIPT_KEYS_FILE" placeholder:"FILE" help:"The keys that refusal receipts are sealed under, one id and base64 key a line; the first seals. All nodes share it."`
	AuditKeys    string   `name:"audit-keys-file" env:"LATCHKEY_AUDIT_KEYS_FILE" placeholder:"FILE" help:"The keys that exports of the audit are signed with, one id and base64 seed a line; the first signs. The admin plane needs it."`
	SecondFactor string   `name:"second-factor-keys-file" env:"LATCHKEY_SECOND_FACTOR_KEYS_FILE" placeholder:"FILE" help:"The keys that people's second factors are sealed under, one id and base64 key a line; the first seals. The admin plane needs it, and all of its processes share it."`
	LostPeppers  []string `env:"LATCHKEY_LOST_PEPPERS" placeholder:"ID" help:"Peppers that are lost for good: start without them, and refuse the keys that need them."`
	Planes       []string `env:"LATCHKEY_PLANES" default:"admin,data" enum:"admin,data" help:"What to serve: ${enum}."`
	AdminAddr    string   `env:"LATCHKEY_ADMIN_ADDR" default:":8080" help:"Where the admin plane listens; port 0 takes a free one."`
	DataAddr     string   `env:"LATCHKEY_DATA_ADDR" default:":8081" help:"Where the data plane listens; port 0 takes a free one."`
	Documents    string   `name:"trusted-documents" env:"LATCHKEY_TRUSTED_DOCUMENTS" placeholder:"FILE" help:"Run only the GraphQL documents in this file, a JSON object of SHA-256 and text, unless --explore is there too."`
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
	documents, err := readDocuments(c.Documents)
	if err != nil {
		return err
	}
	auditKeys, err := c.auditKeys()
	if err != nil {
		return err
	}
	var factorKeys secondfactor.Keys
	if slices.Contains(c.Planes, "admin") {
		if c.SecondFactor == "" {
			return errors.New("the admin plane needs --second-factor-keys-file (LATCHKEY_SECOND_FACTOR_KEYS_FILE)")
		}
		if factorKeys, err = readSecondFactorKeys(c.SecondFactor); err != nil {
			return err
		}
	}
	log := c.logger(os.Stderr)
	return serve(ctx, service{
		settings: c.settings, databaseURL: c.DatabaseURL, peppers: peppers, receiptKeys: receiptKeys, factorKeys: factorKeys, auditKeys: auditKeys, lostPeppers: c.LostPeppers, planes: c.Planes,
		adminAddr: c.AdminAddr, dataAddr: c.DataAddr, explore: c.Explore, documents: documents, log: log,
		ready: func(at addresses) error {
			log.Info().Str("admin", at.admin).Str("data", at.data).Str("metrics", at.metrics).Msg("ready")
			return nil
		},
	})
}

// readDocuments reads the trusted documents; nil when no file is named.
func readDocuments(file string) (*graph.Documents, error) {
	if file == "" {
		return nil, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("--trusted-documents: %w", err)
	}
	defer f.Close() // it was only read
	documents, err := graph.ReadDocuments(f)
	if err != nil {
		return nil, fmt.Errorf("--trusted-documents: %s: %w", file, err)
	}
	return documents, nil
}

// auditKeys reads them where they are needed.
func (c *serveCommand) auditKeys() (auditfile.Keys, error) {
	switch {
	case c.AuditKeys != "":
		return readAuditKeys(c.AuditKeys)
	case slices.Contains(c.Planes, "admin"):
		return auditfile.Keys{}, errors.New("the admin plane needs --audit-keys-file (LATCHKEY_AUDIT_KEYS_FILE), the keys that exports of the audit are signed with: " +
			"make one with a line of an id, a space, and the output of `openssl rand -base64 32`")
	}
	return auditfile.Keys{}, nil
}

// service is all that serving needs.
type service struct {
	settings
	databaseURL string
	peppers     apikey.Peppers
	receiptKeys receipt.Keys
	auditKeys   auditfile.Keys    // zero without the admin plane
	factorKeys  secondfactor.Keys // zero without the admin plane
	lostPeppers []string          // ids
	planes      []string
	adminAddr   string
	dataAddr    string
	explore     bool
	documents   *graph.Documents // nil: all run
	printed     *mail.Printer    // writes mails down where no server is named; nil: none are sent then
	log         zerolog.Logger
	ready       func(addresses) error // is called once, when both planes answer
}

// addresses are where the planes and metrics listen, host:port; "" for one that is not served.
type addresses struct{ admin, data, metrics string }

func (s service) serves(plane string) bool { return slices.Contains(s.planes, plane) }

// serve runs the planes until ctx ends, then lets requests finish, flushes usage,
// gives the lease back, and closes what it opened, in this order.
func serve(ctx context.Context, s service) (err error) {
	p := planes{service: s, metrics: s.newMetrics()}
	if err := p.read(); err != nil {
		return err
	}
	if !s.LossyDatabase {
		if err := postgres.CheckDurable(ctx, s.databaseURL); err != nil {
			return err
		}
	}
	if p.tracer, err = p.openTracer(ctx); err != nil {
		return err
	}
	defer p.closeTracer(ctx)
	stores, err := openStores(ctx, s, p.watchStatements())
	if err != nil {
		return err
	}
	defer stores.close()
	if err := s.needNoOtherPepper(ctx, stores.main); err != nil {
		return err
	}
	if p.installation, err = stores.main.Installation(ctx); err != nil {
		return err
	}
	p.stores = stores
	p.watchPools()

	var closeLog func() error
	if p.access, closeLog, err = s.openAccessLog(s.log); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeLog()) }()

	// What runs behind the planes ends after them.
	behind, stop := context.WithCancel(context.WithoutCancel(ctx))
	var running sync.WaitGroup
	defer running.Wait()
	defer stop()

	var servers []*httpserver.Server
	feed := func(context.Context) {} // ends with the servers, so that streams do
	var at addresses
	if s.serves("data") {
		server, run, err := p.listenData(ctx)
		if err != nil {
			return err
		}
		for _, r := range run {
			running.Go(func() { r(behind) })
		}
		servers, at.data = append(servers, server), server.Addr().String()
		p.dataAt = at.data
	}
	if s.serves("admin") {
		plane, err := p.listenAdmin(ctx)
		if err != nil {
			return err
		}
		feed = plane.feed.Run
		running.Go(func() { plane.sessions.RunMail(behind) })
		running.Go(func() { retain(behind, stores.main, s.log) })
		running.Go(func() { sweep(behind, p.useCases(plane.sessions), s.log) })
		servers, at.admin = append(servers, plane.server), plane.server.Addr().String()
	}

	if p.metrics != nil {
		server, err := p.listenMetrics(ctx)
		if err != nil {
			return err
		}
		servers, at.metrics = append(servers, server), server.Addr().String()
	}

	group, ctx := errgroup.WithContext(ctx)
	for _, server := range servers {
		group.Go(func() error { return server.Run(ctx) })
	}
	group.Go(func() error { feed(ctx); return nil })
	group.Go(func() error { return s.ready(at) })
	return group.Wait()
}

// stores are the connections to PostgreSQL, by what may not wait for what:
// neither verification nor beats stand behind what one workspace asks of its data,
// and both have less patience.
type stores struct {
	main    *store.Store
	lookups *store.Store // verification and health
	beats   *store.Store // the lease
}

// patience is how long a statement may take. A PostgreSQL that hangs is given up within the 10 s
// that the admin API has for an answer (half as long again).
const patience = 6500 * time.Millisecond

func openStores(ctx context.Context, s service, watch func(context.Context, string) func(error)) (all stores, err error) {
	for _, open := range []struct {
		at      **store.Store
		options store.Options
	}{
		{&all.main, store.Options{MaxConns: s.MaxConnections, Patience: patience, Statement: watch, People: s.serves("admin")}},
		{&all.lookups, store.Options{MaxConns: 4, Patience: 3 * time.Second, Statement: watch}},
		{&all.beats, store.Options{MaxConns: 1, Patience: cluster.Lease}},
	} {
		if *open.at, err = store.Open(ctx, s.databaseURL, open.options); err != nil {
			all.close()
			return stores{}, err
		}
	}
	return all, nil
}

// close closes what was opened; nothing is left to lose then.
func (s stores) close() {
	for _, st := range []*store.Store{s.beats, s.lookups, s.main} {
		if st != nil {
			_ = st.Close()
		}
	}
}

// nodeName is how operators tell nodes apart.
func nodeName(at net.Addr) string {
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	_, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return host
	}
	return fmt.Sprintf("%s:%s pid %d", host, port, os.Getpid())
}
