package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/rs/zerolog"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/httpserver"
	"latchkey/internal/receipt"
)

// settings are what serve and dev have in common.
type settings struct {
	prefixes
	transport
	mailing
	providers
	BaseDomain          string   `env:"LATCHKEY_BASE_DOMAIN" placeholder:"DOMAIN" help:"Hosts below it carry a workspace's slug (acme.DOMAIN), and then only that workspace's keys work on them."`
	APIURL              string   `name:"api-url" env:"LATCHKEY_API_URL" placeholder:"URL" help:"Where integrations reach the data plane, as the dashboard shows it to them. Left out, it is the workspace's host below --base-domain."`
	TrustedProxies      []string `env:"LATCHKEY_TRUSTED_PROXIES" placeholder:"RANGE" help:"Addresses and ranges of the proxies in front, whose word on the client's address is believed."`
	ClientAddressHeader string   `env:"LATCHKEY_CLIENT_ADDRESS_HEADER" default:"X-Forwarded-For" help:"The one header that trusted proxies write the client's address into."`
	AccessLog           string   `env:"LATCHKEY_ACCESS_LOG" default:"-" help:"The file where each request leaves a line of JSON; - is standard output, off is nowhere."`
	LogLevel            string   `env:"LATCHKEY_LOG_LEVEL" default:"info" enum:"debug,info,warn,error" help:"The least important messages that are logged: ${enum}."`
	MaxConnections      int      `env:"LATCHKEY_MAX_CONNECTIONS" default:"8" help:"Connections to PostgreSQL for what is asked of the data, besides seven that verify keys and follow changes."`
	BodyMemory          int      `env:"LATCHKEY_BODY_MEMORY" default:"64" help:"MiB of request bodies that the data plane has in memory at once, half of them of one workspace: at least 16. What is beyond that is answered with 503."`

	RedisURL     string        `env:"LATCHKEY_REDIS_URL" placeholder:"URL" help:"Redis or Valkey (redis://, rediss://, unix://) in which rate limits are counted, so that they hold over all nodes together. Without it they hold for each node."`
	RedisTimeout time.Duration `env:"LATCHKEY_REDIS_TIMEOUT" default:"100ms" help:"How long a request waits for Redis before this node counts by itself."`

	MetricsAddr  string `env:"LATCHKEY_METRICS_ADDR" placeholder:"ADDR" help:"Where /metrics answers Prometheus, for example 127.0.0.1:9090: never where the public comes. Without it nothing is measured."`
	OTLPEndpoint string `name:"otlp-endpoint" env:"LATCHKEY_OTLP_ENDPOINT,OTEL_EXPORTER_OTLP_ENDPOINT" placeholder:"URL" help:"Where OpenTelemetry traces are sent to, by OTLP over HTTP, for example http://127.0.0.1:4318. Without it there are none."`

	// LossyDatabase is for tests alone, whose servers do not keep what they confirm.
	LossyDatabase bool `hidden:"" env:"LATCHKEY_LOSSY_DATABASE"`
}

// prefixes are how secrets begin.
type prefixes struct {
	Prefix       string   `env:"LATCHKEY_PREFIX" default:"${prefix}" help:"What new secrets begin with: 2 to 8 of a-z, 0-9 and _."`
	AcceptPrefix []string `env:"LATCHKEY_ACCEPT_PREFIX" placeholder:"PREFIX" help:"Prefixes of older secrets that still work."`
}

func (p prefixes) scheme() (apikey.Scheme, error) {
	if _, err := apikey.NewScheme(p.Prefix); err != nil {
		return apikey.Scheme{}, fmt.Errorf("--prefix: %w", err)
	}
	scheme, err := apikey.NewScheme(p.Prefix, p.AcceptPrefix...)
	if err != nil {
		return apikey.Scheme{}, fmt.Errorf("--accept-prefix: %w", err)
	}
	return scheme, nil
}

func (s settings) clientAddress() (*allowlist.ClientAddress, error) {
	// An environment variable that is set to nothing is one empty text.
	named := slices.DeleteFunc(slices.Clone(s.TrustedProxies), func(text string) bool { return text == "" })
	trusted, err := allowlist.ParseTrusted(named)
	if err != nil {
		// No fault any more: of one, only its own sentence is printed, without the flag and the value.
		return nil, fmt.Errorf("--trusted-proxies: %v", err)
	}
	clients, err := allowlist.NewClientAddress(s.ClientAddressHeader, trusted)
	if err != nil {
		return nil, fmt.Errorf("--trusted-proxies and --client-address-header: %w", err)
	}
	return clients, nil
}

// logger writes to out, for programs to read unless it is a person's terminal.
func (s settings) logger(out io.Writer) zerolog.Logger {
	level, err := zerolog.ParseLevel(s.LogLevel)
	if err != nil {
		level = zerolog.InfoLevel // the enum above lets no other through
	}
	if f, ok := out.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			out = zerolog.ConsoleWriter{Out: out}
		}
	}
	return zerolog.New(out).Level(level).With().Timestamp().Logger()
}

// openAccessLog opens the access log; nil when there is none. closeLog writes what
// waits, and closes what was opened.
func (s settings) openAccessLog(log zerolog.Logger) (access *httpserver.AccessLog, closeLog func() error, err error) {
	switch s.AccessLog {
	case "off":
		return nil, func() error { return nil }, nil
	case "-":
		access = httpserver.NewAccessLog(os.Stdout, log)
		return access, access.Close, nil
	}
	f, err := os.OpenFile(s.AccessLog, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o640)
	if err != nil {
		return nil, nil, fmt.Errorf("opening the access log: %w", err)
	}
	access = httpserver.NewAccessLog(f, log)
	return access, func() error { return errors.Join(access.Close(), f.Close()) }, nil
}

// readReceiptKeys reads the file that holds them.
func readReceiptKeys(path string) (receipt.Keys, error) {
	return readKeys("receipt keys", path, receipt.ParseKeys)
}

// readPeppers reads the file that holds them.
func readPeppers(path string) (apikey.Peppers, error) {
	return readKeys("peppers", path, apikey.ParsePeppers)
}

// readKeys reads a file of keys, one id and key a line.
func readKeys[T any](what, path string, parse func(io.Reader) (T, error)) (keys T, err error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return keys, fmt.Errorf("there is no %s file %s: make one with a line of an id, a space, and the output of `openssl rand -base64 32`", what, path)
	}
	if err != nil {
		return keys, fmt.Errorf("opening the %s file: %w", what, err)
	}
	defer f.Close() // it was only read
	if keys, err = parse(f); err != nil {
		return keys, fmt.Errorf("reading the %s file %s: %w", what, path, err)
	}
	return keys, nil
}
