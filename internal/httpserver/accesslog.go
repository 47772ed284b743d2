package httpserver

import (
	"cmp"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/rs/zerolog"
)

const (
	flushBytes = 64 << 10 // write when this much waits
	flushEvery = time.Second
	maxPending = 4 << 20 // lose lines rather than hold more, or wait
)

// AccessLog writes one JSON line per request to a sink, behind a buffer.
type AccessLog struct {
	sink    io.Writer
	log     zerolog.Logger // for the operator: the sink's trouble
	encoder zerolog.Logger // writes lines into pending

	mu      sync.Mutex
	pending []byte
	lost    int // lines since the last flush
	closed  bool

	full chan struct{} // asks for a flush; holds at most one wish
	stop chan struct{}
	done chan error // the writer's first error, at its end
}

// NewAccessLog starts the goroutine that writes to sink; [AccessLog.Close] ends
// it. Trouble with sink goes to log. One access log may serve both planes.
func NewAccessLog(sink io.Writer, log zerolog.Logger) *AccessLog {
	l := &AccessLog{
		sink:    sink,
		log:     log,
		pending: make([]byte, 0, 2*flushBytes),
		full:    make(chan struct{}, 1),
		stop:    make(chan struct{}),
		done:    make(chan error, 1),
	}
	l.encoder = zerolog.New(lines{l})
	go l.run()
	return l
}

// Close writes what waits, ends the goroutine, and returns the first error of
// the sink, which stays open. It is called once, after the servers that use the
// log have stopped; later lines are dropped.
func (l *AccessLog) Close() error {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	close(l.stop)
	return <-l.done
}

func (l *AccessLog) run() {
	tick := time.NewTicker(flushEvery)
	defer tick.Stop()
	var first error
	writing := make([]byte, 0, 2*flushBytes)
	for {
		var last bool
		select {
		case <-tick.C:
		case <-l.full:
		case <-l.stop:
			last = true
		}
		var err error
		writing, err = l.flush(writing)
		first = cmp.Or(first, err)
		if last {
			l.done <- first
			return
		}
	}
}

// flush swaps the buffers and writes the full one; it returns that, emptied.
func (l *AccessLog) flush(empty []byte) ([]byte, error) {
	l.mu.Lock()
	writing, lost := l.pending, l.lost
	l.pending, l.lost = empty, 0
	l.mu.Unlock()
	if lost > 0 {
		writing = fmt.Appendf(writing, `{"level":"warn","message":"the access log fell behind","lost":%d}`+"\n", lost)
	}
	if len(writing) == 0 {
		return writing, nil
	}
	_, err := l.sink.Write(writing)
	if err != nil {
		err = fmt.Errorf("writing the access log: %w", err)
		l.log.Error().Err(err).Msg("lines of the access log are lost")
	}
	return writing[:0], err
}

// lines takes what zerolog encoded: one whole line per Write.
type lines struct{ *AccessLog }

func (l lines) Write(line []byte) (int, error) {
	l.mu.Lock()
	if l.closed || len(l.pending)+len(line) > maxPending {
		l.lost++
		l.mu.Unlock()
		return len(line), nil
	}
	l.pending = append(l.pending, line...)
	flush := len(l.pending) >= flushBytes
	l.mu.Unlock()
	if flush {
		select {
		case l.full <- struct{}{}:
		default:
		}
	}
	return len(line), nil
}

// record writes the line of one request. aborted says that the handler did not
// return, so that the client may have got a part only.
func (l *AccessLog) record(plane string, r *http.Request, aborted bool) {
	st := requestOf(r.Context())
	if !aborted {
		st.commit() // as net/http does for a handler that wrote nothing
	}
	var when, client [64]byte
	e := l.encoder.Log().
		Bytes("time", st.start.UTC().Truncate(time.Millisecond).AppendFormat(when[:0], time.RFC3339Nano)).
		Str("plane", plane).
		Str("method", method(r.Method)).
		Str("route", st.routeOf(r)).
		Int("status", st.status).
		Int64("bytes", st.bytes).
		Int64("duration_us", time.Since(st.start).Microseconds()).
		Str("request_id", st.id[0])
	if st.client.IsValid() {
		e = e.Bytes("client", st.client.AppendTo(client[:0]))
	}
	if aborted {
		e = e.Bool("aborted", true)
	}
	e.Send()
}

// routeOf is what the handler named the request, else the pattern of
// http.ServeMux that matched, else nothing.
func (r *request) routeOf(req *http.Request) string { return cmp.Or(r.route, req.Pattern) }

// method keeps methods that a client made up out of the log.
func method(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "OTHER"
}
