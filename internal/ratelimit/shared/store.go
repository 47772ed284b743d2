package shared

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"
	"github.com/redis/go-redis/v9/maintnotifications"

	"latchkey/internal/ratelimit"
)

// Deadline is how long a call waits for Redis, unless the options say otherwise.
const Deadline = 100 * time.Millisecond

//go:embed take.lua
var takeSource string

// quiet keeps the client from writing to standard error by itself. Its logger is the
// process's, and may only be set before there is a client.
var quiet = sync.OnceFunc(logging.Disable)

var errDeadline = errors.New("the time to wait for Redis must be positive")

var errURL = errors.New("the Redis URL cannot be read: it is like redis://user:password@host:6379/0, rediss:// for TLS, or unix:///path")

// Store is the limits of one installation in Redis.
type Store struct {
	client   *redis.Client
	take     *redis.Script
	prefix   string
	deadline time.Duration
}

// Options of a store; the zero value is for production.
type Options struct {
	Deadline time.Duration // 0: Deadline
}

// Open returns a store. It connects with the first call.
func Open(url string, installation uuid.UUID, o Options) (*Store, error) {
	quiet()
	options, err := redis.ParseURL(url)
	if err != nil {
		return nil, errURL // the cause may quote the password
	}
	if o.Deadline < 0 {
		return nil, errDeadline
	}
	if o.Deadline == 0 {
		o.Deadline = Deadline
	}
	options.ClientName = "latchkey"
	options.Protocol, options.DisableIdentity = 2, true
	options.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	options.MaxRetries, options.DialerRetries = -1, 1
	options.ContextTimeoutEnabled = true
	options.DialTimeout, options.ReadTimeout, options.WriteTimeout, options.PoolTimeout = o.Deadline, o.Deadline, o.Deadline, o.Deadline
	return &Store{redis.NewClient(options), redis.NewScript(takeSource), "latchkey:" + installation.String() + ":{", o.Deadline}, nil
}

// Close ends the connections.
func (s *Store) Close() error { return s.client.Close() }

// Take implements [ratelimit.Store].
func (s *Store) Take(ctx context.Context, c ratelimit.Call) (ratelimit.Verdict, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.deadline)
	defer cancel()
	keys, args := s.question(c)
	answer, err := s.take.Run(ctx, s.client, keys, args...).Int64Slice()
	if err != nil {
		return ratelimit.Verdict{}, fmt.Errorf("counting a call in Redis: %w", err)
	}
	if len(answer) != 2+2*len(keys) {
		return ratelimit.Verdict{}, fmt.Errorf("counting a call in Redis: %d numbers came back for %d limits", len(answer), len(keys))
	}
	return ratelimit.Judge(c, statesOf(c.Limits, answer[2:]), answer[0], answer[1] == 1), nil
}

// question is what the script is asked: only about limits that there are.
func (s *Store) question(c ratelimit.Call) (keys []string, args []any) {
	args = append(make([]any, 0, 5), look(c.Look))
	workspace := s.prefix + c.Workspace.String() + "}:"
	if l := c.Limits.Key; !l.None() {
		keys, args = append(keys, workspace+c.Key.String()+":"+l.String()), append(args, l.Calls, micros(l))
	}
	if l := c.Limits.Workspace; !l.None() {
		keys, args = append(keys, workspace+l.String()), append(args, l.Calls, micros(l))
	}
	return keys, args
}

func look(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}

func micros(l ratelimit.Limit) string { return strconv.FormatInt(l.Seconds, 10) + "000000" }

// statesOf reads what the script returns of the limits that there are.
func statesOf(l ratelimit.Limits, numbers []int64) (s ratelimit.States) {
	if !l.Key.None() {
		s.Key, numbers = ratelimit.State{Whole: numbers[0], Part: numbers[1]}, numbers[2:]
	}
	if !l.Workspace.None() {
		s.Workspace = ratelimit.State{Whole: numbers[0], Part: numbers[1]}
	}
	return s
}
