package live

import (
	"cmp"
	"context"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/rs/zerolog"
)

// The connection is dead when it says nothing for silence; a ping makes it speak.
const (
	pingEvery = 4 * time.Second
	silence   = 10 * time.Second
)

// Options of a feed; the zero value is for production.
type Options struct {
	UsageEvery time.Duration // how often usage is told at most; 0: 5 s
	PingEvery  time.Duration // how often PostgreSQL is made to speak; 0: 4 s
}

// Feed passes on what changes.
type Feed struct {
	url        string
	usageEvery time.Duration
	pingEvery  time.Duration
	log        zerolog.Logger
	ready      chan struct{}

	mu      sync.Mutex
	ended   bool
	watches map[uuid.UUID]map[*Watch]struct{} // by workspace
	used    map[uuid.UUID]struct{}            // watched workspaces whose usage is still to be told
}

// NewFeed returns a feed that listens to the database at url, as the application's role.
func NewFeed(url string, log zerolog.Logger, o Options) *Feed {
	return &Feed{
		url: url, log: log, usageEvery: cmp.Or(o.UsageEvery, 5*time.Second), pingEvery: cmp.Or(o.PingEvery, pingEvery),
		ready: make(chan struct{}), watches: map[uuid.UUID]map[*Watch]struct{}{}, used: map[uuid.UUID]struct{}{},
	}
}

// Ready is closed when the feed listens. A watch that began before is told then that
// everything may have changed.
func (f *Feed) Ready() <-chan struct{} { return f.ready }

// Run listens until ctx ends, then ends all watches. It is called once.
func (f *Feed) Run(ctx context.Context) {
	defer f.end()
	listener := pq.NewDialListener(dialer{}, f.url, 100*time.Millisecond, 2*time.Second, f.report)
	pinged := make(chan struct{})
	go func() { defer close(pinged); f.ping(ctx, listener) }()
	defer finish(listener, pinged)
	listening := make(chan error, 1)
	// Returns when the channel is listened to, over reconnections, or at Close.
	go func() { listening <- listener.Listen(channel) }()
	usage := time.NewTicker(f.usageEvery)
	defer usage.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case err := <-listening:
			if err != nil && ctx.Err() == nil {
				f.log.Error().Err(err).Msg("cannot listen for changes of settings; screens do not follow them")
			}
			f.tellAll() // of what changed since they began
			close(f.ready)
		case n := <-listener.NotificationChannel():
			f.hear(n)
		case <-usage.C:
			f.tellUsage()
		}
	}
}

// ping makes the connection speak until ctx ends. The answer comes behind all notifications
// before it, so whoever waits for it must not be who reads them.
func (f *Feed) ping(ctx context.Context, listener *pq.Listener) {
	tick := time.NewTicker(f.pingEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			_ = listener.Ping() // a dead connection is made anew by the listener
		}
	}
}

// finish closes the listener when nothing asks it any more; what it has heard is read until then,
// for a ping to have its answer.
func finish(listener *pq.Listener, pinged <-chan struct{}) {
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		<-pinged
		_ = listener.Close() // there is nothing left to do about it
	}()
	for heard := listener.NotificationChannel(); ; {
		select {
		case _, ok := <-heard:
			if !ok {
				heard = nil
			}
		case <-closed:
			return
		}
	}
}

// hear passes a notification on; nil says that the connection is a new one.
func (f *Feed) hear(n *pq.Notification) {
	if n == nil {
		f.tellAll()
		return
	}
	c, workspaces, ok := parse(n.Extra)
	if !ok {
		f.log.Warn().Str("payload", n.Extra).Msg("a notification that nobody here understands")
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, id := range workspaces {
		switch watches := f.watches[id]; {
		case len(watches) == 0:
		case c.Kind == Usage:
			f.used[id] = struct{}{}
		default:
			for w := range watches {
				w.add(c)
			}
		}
	}
}

func (f *Feed) tellUsage() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for id := range f.used {
		for w := range f.watches[id] {
			w.add(Change{Kind: Usage})
		}
	}
	clear(f.used)
}

// tellAll tells every watch that everything may have changed.
func (f *Feed) tellAll() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, watches := range f.watches {
		for w := range watches {
			w.add(Change{Kind: Everything})
		}
	}
}

func (f *Feed) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ended = true
	for _, watches := range f.watches {
		for w := range watches {
			close(w.ended)
		}
	}
	clear(f.watches)
}

// report logs how the connection fares.
func (f *Feed) report(event pq.ListenerEventType, err error) {
	switch event {
	case pq.ListenerEventDisconnected:
		f.log.Warn().Err(err).Msg("changes of settings are not heard of until PostgreSQL answers again")
	case pq.ListenerEventReconnected:
		f.log.Info().Msg("changes of settings are heard of again")
	}
}
