package httpserver

import (
	"context"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/google/uuid"
)

// request is what the middleware knows of one request. It is the request's
// context, so that [RequestID] finds it, and the response writer, so that the
// status and size of the answer are seen.
type request struct {
	context.Context // of net/http: ends when the client goes
	http.ResponseWriter

	id     [1]string // as the header's value: one string without another slice
	route  string    // a pattern or an operation's name, never a path
	client netip.Addr
	start  time.Time

	mu        sync.Mutex // of workspace: the fields of a query may tell at once whose they are
	workspace uuid.UUID

	status int   // 0 until the header is written
	bytes  int64 // of the body
}

type requestKey struct{}

// Value returns the request itself to this package, and else what net/http put
// into the context.
func (r *request) Value(key any) any {
	if _, ok := key.(requestKey); ok {
		return r
	}
	return r.Context.Value(key)
}

func requestOf(ctx context.Context) *request {
	r, _ := ctx.Value(requestKey{}).(*request)
	return r
}

// RequestID is the id of the request that ctx belongs to, and "" outside of one.
func RequestID(ctx context.Context) string {
	if r := requestOf(ctx); r != nil {
		return r.id[0]
	}
	return ""
}

// SetRoute names the request in the access log: by the operation's name or the
// route's pattern, never by a path, which may hold a customer's data. It does
// nothing outside of [Chain].
func SetRoute(ctx context.Context, route string) {
	if r := requestOf(ctx); r != nil {
		r.route = route
	}
}

// SetClient tells the access log the client's address, as the plane established it.
func SetClient(ctx context.Context, addr netip.Addr) {
	if r := requestOf(ctx); r != nil {
		r.client = addr
	}
}

// SetWorkspace tells whose request it is, as soon as that is known.
func SetWorkspace(ctx context.Context, workspace uuid.UUID) {
	if r := requestOf(ctx); r != nil {
		r.mu.Lock()
		r.workspace = workspace
		r.mu.Unlock()
	}
}

// WriteHeader notes the status; informational answers come before it.
func (r *request) WriteHeader(status int) {
	if r.status == 0 && (status >= 200 || status == http.StatusSwitchingProtocols) {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts what was sent.
func (r *request) Write(b []byte) (int, error) {
	r.commit()
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// FlushError sends what was written so far.
func (r *request) FlushError() error {
	r.commit()
	return http.NewResponseController(r.ResponseWriter).Flush()
}

// Flush is FlushError for code that knows http.Flusher only.
func (r *request) Flush() { _ = r.FlushError() }

// Unwrap lets http.ResponseController set deadlines and hijack.
func (r *request) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (r *request) commit() {
	if r.status == 0 {
		r.status = http.StatusOK
	}
}
