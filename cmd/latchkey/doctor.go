package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/auditfile"
	"latchkey/internal/doctor"
	"latchkey/internal/ratelimit"
	"latchkey/internal/ratelimit/shared"
	"latchkey/internal/receipt"
	"latchkey/internal/secondfactor"
)

// doctorCommand takes the settings of serve, from the same environment, and needs none
// of them: what is missing is a finding.
type doctorCommand struct {
	settings
	DatabaseURL  string   `env:"LATCHKEY_DATABASE_URL" placeholder:"URL" help:"As of serve."`
	PeppersFile  string   `env:"LATCHKEY_PEPPERS_FILE" placeholder:"FILE" help:"As of serve."`
	ReceiptKeys  string   `name:"receipt-keys-file" env:"LATCHKEY_RECEIPT_KEYS_FILE" placeholder:"FILE" help:"As of serve."`
	SecondFactor string   `name:"second-factor-keys-file" env:"LATCHKEY_SECOND_FACTOR_KEYS_FILE" placeholder:"FILE" help:"As of serve."`
	AuditKeys    string   `name:"audit-keys-file" env:"LATCHKEY_AUDIT_KEYS_FILE" placeholder:"FILE" help:"As of serve."`
	LostPeppers  []string `env:"LATCHKEY_LOST_PEPPERS" placeholder:"ID" help:"As of serve."`
	Planes       []string `env:"LATCHKEY_PLANES" default:"admin,data" enum:"admin,data" help:"As of serve."`
	AdminAddr    string   `env:"LATCHKEY_ADMIN_ADDR" default:":8080" help:"As of serve."`
	DataAddr     string   `env:"LATCHKEY_DATA_ADDR" default:":8081" help:"As of serve."`
	JSON         bool     `name:"json" help:"Print JSON instead of lines."`

	Now func() time.Time `kong:"-"` // nil: time.Now
}

// Run prints every finding, and fails when one of them does.
func (c *doctorCommand) Run(ctx context.Context, to console) error {
	all := c.findings(ctx)
	if err := c.print(to.out, all); err != nil {
		return err
	}
	if n := doctor.Failed(all); n > 0 {
		return fmt.Errorf("%d of %d checks failed", n, len(all))
	}
	return nil
}

// findings are all of them: first the settings', then the database's.
func (c *doctorCommand) findings(ctx context.Context) []doctor.Finding {
	all := doctor.Run(ctx, c.checks())
	database := doctor.Database{URL: c.DatabaseURL, Now: c.Now, Admin: slices.Contains(c.Planes, "admin"), Pool: c.MaxConnections + 6, Peppers: slices.Concat(c.pepperIDs(), c.LostPeppers)}
	if err := database.Open(); err != nil {
		return append(all, doctor.Finding{Check: "database", Verdict: doctor.Fail, Says: fmt.Sprintf("PostgreSQL cannot be asked: %v.", err), Do: "Set LATCHKEY_DATABASE_URL to what serve uses."})
	}
	defer database.Close()
	return append(all, doctor.Run(ctx, database.Checks())...)
}

func (c *doctorCommand) print(out io.Writer, all []doctor.Finding) error {
	if !c.JSON {
		return doctor.Print(out, all)
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(all)
}

// checks are those of the settings: a line for each.
func (c *doctorCommand) checks() []doctor.Check {
	look := func(name string, f func() []doctor.Finding) doctor.Check {
		return doctor.Check{Name: name, Look: func(context.Context) []doctor.Finding { return f() }}
	}
	return []doctor.Check{
		doctor.KeyFile{Name: "peppers", Flag: "--peppers-file", Path: c.PeppersFile, Parse: parses(apikey.ParsePeppers)}.Check(),
		doctor.KeyFile{Name: "receipt keys", Flag: "--receipt-keys-file", Path: c.ReceiptKeys, Parse: parses(receipt.ParseKeys)}.Check(),
		doctor.KeyFile{Name: "2nd factor keys", Flag: "--second-factor-keys-file", Path: c.SecondFactor, Optional: !slices.Contains(c.Planes, "admin"), Parse: parses(secondfactor.ParseKeys)}.Check(),
		doctor.KeyFile{Name: "audit keys", Flag: "--audit-keys-file", Path: c.AuditKeys, Optional: !slices.Contains(c.Planes, "admin"), Parse: parses(auditfile.ParseKeys)}.Check(),
		look("key files", c.lookAtFiles),
		look("prefixes", c.lookAtPrefixes),
		look("addresses", c.lookAtAddresses),
		look("proxies", c.lookAtProxies),
		look("cookies", c.lookAtCookies),
		c.lookAtTLS(),
		look("metrics", c.lookAtMetrics),
		{Name: "redis", Look: c.lookAtRedis},
		{Name: "mail", Look: c.lookAtMail},
		{Name: "traces", Look: c.lookAtTraces},
	}
}

func (c *doctorCommand) pepperIDs() []string {
	peppers, err := readPeppers(c.PeppersFile)
	if err != nil {
		return nil // the file's own check says so
	}
	return peppers.IDs()
}

// lookAtFiles: a key that serves two purposes is one leak for both.
func (c *doctorCommand) lookAtFiles() []doctor.Finding {
	seen := map[string]string{}
	for _, path := range []string{c.PeppersFile, c.ReceiptKeys, c.SecondFactor, c.AuditKeys} {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue // its own check says so
		}
		if other, twice := seen[string(raw)]; twice {
			return doctor.Warning(fmt.Sprintf("%s and %s hold the same keys: who reads one can use the other.", other, path), "Make a file for each purpose.")
		}
		seen[string(raw)] = path
	}
	return doctor.Fine("Each purpose has keys of its own.")
}

func (c *doctorCommand) lookAtPrefixes() []doctor.Finding {
	if _, err := c.scheme(); err != nil {
		return doctor.Failure(err.Error(), "Correct --prefix or --accept-prefix.")
	}
	return doctor.Fine("New secrets begin with %s.", c.Prefix)
}

func (c *doctorCommand) lookAtAddresses() (all []doctor.Finding) {
	for _, a := range []struct{ flag, addr string }{{"--admin-addr", c.AdminAddr}, {"--data-addr", c.DataAddr}, {"--metrics-addr", c.MetricsAddr}} {
		if a.addr == "" {
			continue
		}
		if _, err := net.ResolveTCPAddr("tcp", a.addr); err != nil {
			all = append(all, doctor.Failure(fmt.Sprintf("%s is %q, where nothing can listen: %v.", a.flag, a.addr, err), "Write it as host:port, or :port.")...)
		}
	}
	if len(all) == 0 {
		return doctor.Fine("Listeners have addresses that can be.")
	}
	return all
}

func (c *doctorCommand) lookAtProxies() []doctor.Finding {
	clients, err := c.clientAddress()
	if err != nil {
		return doctor.Failure(err.Error(), "Correct --trusted-proxies or --client-address-header.")
	}
	for _, anybody := range []string{"203.0.113.1:1", "[2001:db8::1]:1"} {
		if clients.FromTrusted(anybody) {
			return doctor.Failure("Everybody is a trusted proxy: anyone can claim any address, and the IP allowlist keeps out nobody.", "Name only the proxies in --trusted-proxies.")
		}
	}
	if len(c.TrustedProxies) == 0 {
		return doctor.Fine("No proxy is trusted: a client's address is that of its connection.")
	}
	return doctor.Fine("The client's address is believed from %d ranges of proxies, in %s.", len(c.TrustedProxies), c.ClientAddressHeader)
}

func (c *doctorCommand) lookAtCookies() []doctor.Finding {
	if c.InsecureHTTP && slices.Contains(c.Planes, "admin") && !loopback(c.AdminAddr) {
		return doctor.Warning("The admin plane sends cookies over plain HTTP, to other machines: anyone on the way can take a session.", "Put TLS before it, and take --insecure-http away.")
	}
	return doctor.Fine("Sessions' cookies do not leave this machine without TLS.")
}

func (c *doctorCommand) lookAtMetrics() []doctor.Finding {
	switch {
	case c.MetricsAddr == "":
		return doctor.Warning("Nothing is measured.", "Set --metrics-addr to a loopback or internal address, and let Prometheus ask there.")
	case !internal(c.MetricsAddr):
		return doctor.Warning(fmt.Sprintf("/metrics listens on %s, which may be where the public comes.", c.MetricsAddr), "Bind it to a loopback or internal address, or close the port to others.")
	}
	return doctor.Fine("/metrics listens on %s.", c.MetricsAddr)
}

func (c *doctorCommand) lookAtRedis(ctx context.Context) []doctor.Finding {
	if c.RedisURL == "" {
		return doctor.Fine("Rate limits hold for each node by itself.")
	}
	counts, err := shared.Open(c.RedisURL, uuid.Nil, shared.Options{Deadline: c.RedisTimeout})
	if err != nil {
		return doctor.Failure(err.Error(), "Correct --redis-url.")
	}
	defer counts.Close() //nolint:errcheck // nothing is left to lose
	if _, err := counts.Take(ctx, ratelimit.Call{Limits: ratelimit.Default(), Look: true}); err != nil {
		return doctor.Failure(fmt.Sprintf("Redis does not answer within %s: %v. Until it does, every node counts by itself.", c.RedisTimeout, err), "Look whether it runs, and at --redis-url and --redis-timeout.")
	}
	return doctor.Fine("Redis answers: rate limits hold over all nodes.")
}

func parses[T any](parse func(io.Reader) (T, error)) func(io.Reader) error {
	return func(r io.Reader) error { _, err := parse(r); return err }
}

// loopback reports whether only this machine reaches an address.
func loopback(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip, notIP := netip.ParseAddr(host)
	return err == nil && (host == "localhost" || notIP == nil && ip.IsLoopback())
}

// internal reports whether an address is one that the public does not reach.
func internal(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	ip, notIP := netip.ParseAddr(host)
	return loopback(addr) || err == nil && notIP == nil && (ip.IsPrivate() || ip.IsLinkLocalUnicast())
}
