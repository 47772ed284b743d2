package httpserver

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/google/uuid"
	"github.com/rs/zerolog"
)

// Options is what the middleware needs to know of a plane.
type Options struct {
	Plane     string
	Log       zerolog.Logger // panics
	AccessLog *AccessLog     // nil means none
	Headers   SecurityHeaders
	// Panicked writes the plane's answer for a bug. Nothing has been written
	// when it is called, and headers that the handler had set are gone.
	Panicked http.HandlerFunc
	// Watch is told when a request begins, and returns the context to serve it in and
	// what is told how it was answered. nil means nobody.
	Watch Watch
}

// Watch looks at one request and returns a context below ctx. What it returns besides is
// called by the same goroutine.
type Watch func(ctx context.Context, r *http.Request) (context.Context, func(Answer))

// Answer is what became of a request.
type Answer struct {
	Route     string // as in the access log; "": no route was taken
	RequestID string
	Workspace uuid.UUID // uuid.Nil while it is not known
	Status    int       // 0: none was sent
	Took      time.Duration
}

// Chain puts the middleware around a plane's handler. A request passes them
// from the last line to the first.
func Chain(handler http.Handler, o Options) http.Handler {
	h := secured(handler, o.Headers)
	h = recovered(h, secured(o.Panicked, o.Headers), o)
	h = logged(h, o)
	h = watched(h, o.Watch)
	h = identified(h)
	return h
}

// requestIDHeader is in canonical form, so that it can be used as a map key.
const requestIDHeader = "X-Request-Id"

// identified gives the request its id and the struct that the others share.
func identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		st := &request{Context: r.Context(), ResponseWriter: w, start: time.Now()}
		st.id[0] = requestID(r.Header[requestIDHeader])
		w.Header()[requestIDHeader] = st.id[:]
		next.ServeHTTP(st, r.WithContext(st))
	})
}

// requestID returns the one id that the client sent, if it can stand in a log
// line and a header as it is; else it mints one. Ids are names, not secrets, yet
// random, so that they do not tell how many requests others make.
func requestID(sent []string) string {
	if len(sent) == 1 && validRequestID(sent[0]) {
		return sent[0]
	}
	var raw [16]byte
	binary.LittleEndian.PutUint64(raw[:8], rand.Uint64())
	binary.LittleEndian.PutUint64(raw[8:], rand.Uint64())
	return hex.EncodeToString(raw[:])
}

// maxRequestID is one short of a secret's length: an integration that sends its
// secret here by mistake must not find it in our log.
const maxRequestID = 63

func validRequestID(id string) bool {
	if len(id) < 1 || len(id) > maxRequestID {
		return false
	}
	for _, c := range []byte(id) {
		switch {
		case '0' <= c && c <= '9', 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', c == '_', c == '-':
		default:
			return false
		}
	}
	return true
}

// logged writes the access log line, also when the handler panics.
func logged(next http.Handler, o Options) http.Handler {
	if o.AccessLog == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		aborted := true
		defer func() { o.AccessLog.record(o.Plane, r, aborted) }()
		next.ServeHTTP(w, r)
		aborted = false
	})
}

// watched tells of the request, also when the handler panics.
func watched(next http.Handler, watch Watch) http.Handler {
	if watch == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		st := requestOf(r.Context())
		ctx, answered := watch(st.Context, r)
		st.Context = ctx
		aborted := true
		defer func() {
			if !aborted {
				st.commit()
			}
			answered(Answer{Route: st.routeOf(r), RequestID: st.id[0], Workspace: st.workspace, Status: st.status, Took: time.Since(st.start)})
		}()
		next.ServeHTTP(w, r)
		aborted = false
	})
}

// recovered turns a panic into the plane's answer. When the answer has begun,
// the connection is aborted instead, so that the client does not take half of
// it for the whole.
func recovered(next, panicked http.Handler, o Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			st := requestOf(r.Context())
			o.Log.Error().Str("plane", o.Plane).Str("request_id", st.id[0]).Str("route", st.routeOf(r)).
				Str("panic", fmt.Sprint(cause)).Bytes("stack", debug.Stack()).Msg("a handler panicked")
			if st.status != 0 {
				panic(http.ErrAbortHandler)
			}
			clear(w.Header())
			w.Header()[requestIDHeader] = st.id[:]
			panicked.ServeHTTP(w, r)
		}()
		next.ServeHTTP(w, r)
	})
}

// SecurityHeaders are sent with every answer; an empty one is left out.
// X-Content-Type-Options: nosniff is always sent.
type SecurityHeaders struct {
	ReferrerPolicy string
	FrameOptions   string
	// StrictTransport makes browsers come by HTTPS alone, to this host and whatever its ports.
	StrictTransport string
}

// secured sets the headers before the handler runs, which may replace them.
func secured(next http.Handler, s SecurityHeaders) http.Handler {
	// The slices are shared by all requests: their capacity is 1, so that a
	// handler's Add copies them.
	nosniff, referrer, frame, strict := []string{"nosniff"}, []string{s.ReferrerPolicy}, []string{s.FrameOptions}, []string{s.StrictTransport}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h["X-Content-Type-Options"] = nosniff
		if s.ReferrerPolicy != "" {
			h["Referrer-Policy"] = referrer
		}
		if s.FrameOptions != "" {
			h["X-Frame-Options"] = frame
		}
		if s.StrictTransport != "" {
			h["Strict-Transport-Security"] = strict
		}
		next.ServeHTTP(w, r)
	})
}
