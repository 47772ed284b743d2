package graph

import (
	"cmp"
	"context"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
)

// eventStream is the media type of server-sent events.
const eventStream = "text/event-stream"

var errNoStream = fault.New(fault.NotAcceptable, "NOT_ACCEPTABLE", "Subscriptions answer as text/event-stream: ask for that in Accept.")

// Streams is how subscriptions are served. Zero fields mean the default beside them.
type Streams struct {
	AtOnce     int           // open at once: 2,000
	AtOnceEach int           // and of these, each person's, or each address's when nobody is signed in: 20
	Longest    time.Duration // how long one runs: an hour
	BeatEvery  time.Duration // how often it shows that it lives: 15 s; less than takenWithin
	CheckEvery time.Duration // how often it is asked whether it may go on, besides at each change: 10 s
}

func (s Streams) orDefault() Streams {
	return Streams{
		AtOnce: cmp.Or(s.AtOnce, 2_000), AtOnceEach: cmp.Or(s.AtOnceEach, 20), Longest: cmp.Or(s.Longest, time.Hour),
		BeatEvery: cmp.Or(s.BeatEvery, 15*time.Second), CheckEvery: cmp.Or(s.CheckEvery, 10*time.Second),
	}
}

// takenWithin is how long a client may take for a part of a stream; then it is gone. It
// is far longer than the time between beats, of which a busy server may miss some: the
// server's reading runs against it too, and so it is what ends a stream that nobody feeds.
const takenWithin = 45 * time.Second

// events writes server-sent events. It is safe for concurrent use.
type events struct {
	w  http.ResponseWriter
	mu sync.Mutex
}

// begin sends the header, by which the client sees that the stream is open.
func (e *events) begin() error {
	h := e.w.Header()
	h.Set("Content-Type", eventStream)
	h.Set("X-Accel-Buffering", "no") // proxies would keep events back
	e.w.WriteHeader(http.StatusOK)
	return e.send(":\n\n")
}

// send sends a part of the stream at once.
func (e *events) send(parts ...string) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	// A writer without deadlines, as in tests, is as good.
	_ = httpserver.ExtendDeadline(e.w, takenWithin)
	for _, part := range parts {
		if _, err := io.WriteString(e.w, part); err != nil {
			return err
		}
	}
	return http.NewResponseController(e.w).Flush()
}

// next sends an answer: JSON, which has no line breaks.
func (e *events) next(answered *graphql.Response) error {
	return e.send("event: next\ndata: ", string(text(answered)), "\n\n")
}

// complete says that nothing follows.
func (e *events) complete() { _ = e.send("event: complete\ndata:\n\n") }

// stream sends what comes of an operation, until that ends or the client has gone.
func (t *transport) stream(ctx context.Context, w http.ResponseWriter, responses graphql.ResponseHandler) {
	ctx, cancel := context.WithCancel(ctx)
	out := &events{w: w}
	var beating sync.WaitGroup
	defer beating.Wait()
	defer cancel()
	if out.begin() != nil {
		return
	}
	beating.Go(func() { out.live(ctx, t.streams.BeatEvery, cancel) })
	for {
		answered := responses(ctx)
		if answered == nil {
			break
		}
		if out.next(answered) != nil {
			return
		}
	}
	out.complete()
}

// live shows at each beat that the stream lives, until ctx ends. A client that is gone ends it.
func (e *events) live(ctx context.Context, beat time.Duration, gone func()) {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if e.send(":\n\n") != nil {
				gone()
				return
			}
		}
	}
}
