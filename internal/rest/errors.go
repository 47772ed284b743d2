package rest

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// statuses is the one table from faults to HTTP.
var statuses = map[fault.Kind]int{
	fault.Internal:           http.StatusInternalServerError,
	fault.Invalid:            http.StatusBadRequest,
	fault.NotFound:           http.StatusNotFound,
	fault.Conflict:           http.StatusConflict,
	fault.Mismatch:           http.StatusUnprocessableEntity,
	fault.PreconditionFailed: http.StatusPreconditionFailed,
	fault.Unauthenticated:    http.StatusUnauthorized,
	fault.Reauthenticate:     http.StatusUnauthorized,
	fault.Forbidden:          http.StatusForbidden,
	fault.RateLimited:        http.StatusTooManyRequests,
	fault.TooLarge:           http.StatusRequestEntityTooLarge,
	fault.UnsupportedMedia:   http.StatusUnsupportedMediaType,
	fault.NotAcceptable:      http.StatusNotAcceptable,
	fault.MethodNotAllowed:   http.StatusMethodNotAllowed,
	fault.Unavailable:        http.StatusServiceUnavailable,
}

var errInternal = fault.New(fault.Internal, "INTERNAL", "Something went wrong on our side. Tell us the request_id.")

// errGivenUp is for a client that has hung up: nobody reads it, and nothing failed.
var errGivenUp = fault.New(fault.Unavailable, "UNAVAILABLE", "The request was given up before it was answered.")

// failed is the answer to an error.
func (c *call) failed(err error) reply {
	faults := faultsOf(err)
	f := faults[0]
	if f.Kind == fault.Internal || f == store.ErrUnavailable && store.TimedOut(err) {
		c.config.Log.Error().Err(err).Str("request_id", httpserver.RequestID(c.r.Context())).Msg("a request failed")
	}
	status := statuses[f.Kind]
	h := c.w.Header()
	if status == http.StatusUnauthorized {
		h.Set("Www-Authenticate", "Token")
		c.hideLimits()
	}
	if f.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(f.RetryAfter))
	}
	problem := wantsProblem(c.r.Header["Accept"])
	h.Set("Content-Type", "application/json")
	if problem {
		h.Set("Content-Type", "application/problem+json")
	}
	return reply{status, c.errorBody(status, faults, problem, refusalOf(err))}
}

// faultsOf returns what the caller may be told of an error: at least one fault, of
// one kind.
func faultsOf(err error) []*fault.Error {
	if several := (fault.Fields)(nil); errors.As(err, &several) && len(several) > 0 {
		for _, f := range several {
			if f.Kind != fault.Invalid {
				return faultsOf(f)
			}
		}
		return several
	}
	if f, ok := fault.As(err); ok && f.Kind != fault.Internal {
		return []*fault.Error{f}
	}
	if refusal := refusalOf(err); refusal != nil {
		return []*fault.Error{refusal.Fault()}
	}
	if store.TimedOut(err) { // in time nothing could be done, and nothing was
		return []*fault.Error{store.ErrUnavailable}
	}
	if errors.Is(err, context.Canceled) {
		return []*fault.Error{errGivenUp}
	}
	return []*fault.Error{errInternal}
}

func (c *call) errorBody(status int, faults []*fault.Error, problem bool, refusal *verify.Refusal) []byte {
	w := newWriter()
	w.open('{')
	if problem {
		w.name("type")
		w.text("about:blank")
		w.name("title")
		w.text(http.StatusText(status))
		w.name("status")
		w.integer(int64(status))
	}
	f := faults[0]
	writeFaults(w, faults, problem)
	c.explain(w, refusal)
	w.name("request_id")
	w.text(httpserver.RequestID(c.r.Context()))
	w.close('}')
	if status == http.StatusUnauthorized {
		w.fill(widest401 - len(detail(f)) - len(f.Code))
	}
	return w.b
}

// writeFaults writes what is wrong, and its code; of wrong input a sentence besides
// the fields only when that is asked for.
func writeFaults(w *writer, faults []*fault.Error, sentence bool) {
	f := faults[0]
	if f.Kind == fault.Invalid {
		writeFields(w, faults)
	}
	if f.Kind != fault.Invalid || sentence {
		w.name("detail")
		w.text(detail(f))
	}
	w.name("code")
	w.text(code(faults))
}

// widest401 is how much text the longest of the answers to a 401 has where they
// differ. The others are filled up with space after the document, so that the
// length of one does not tell which it is.
const widest401 = len("Invalid token header. Token string should not contain spaces.") + len("NOT_AUTHENTICATED")

// detail is the sentence for the caller.
func detail(f *fault.Error) string {
	if f.Kind == fault.RateLimited && f.RetryAfter > 0 {
		return "Request was throttled. Expected available in " + strconv.Itoa(f.RetryAfter) + " seconds."
	}
	return f.Message
}

// code is what all faults have in common.
func code(faults []*fault.Error) string {
	for _, f := range faults {
		if f.Code != faults[0].Code {
			return "invalid"
		}
	}
	return strings.ToLower(string(faults[0].Code))
}

// writeFields writes wrong input, field by field; what is about no field in
// particular stands under non_field_errors.
func writeFields(w *writer, faults []*fault.Error) {
	byField := map[string][]string{}
	for _, f := range faults {
		name := "non_field_errors"
		if len(f.Field) > 0 {
			name = strings.Join(f.Field, ".")
		}
		byField[name] = append(byField[name], f.Message)
	}
	names := make([]string, 0, len(byField))
	for name := range byField {
		names = append(names, name)
	}
	slices.Sort(names)
	w.name("errors")
	w.open('{')
	for _, name := range names {
		w.name(name)
		w.open('[')
		for _, message := range byField[name] {
			w.text(message)
		}
		w.close(']')
	}
	w.close('}')
}

// refusalOf returns the refusal that err is, or nil.
func refusalOf(err error) (r *verify.Refusal) {
	errors.As(err, &r)
	return r
}

// explain adds what helps with a refusal: what the caller may know, and the
// receipt for the workspace's people.
func (c *call) explain(w *writer, refusal *verify.Refusal) {
	if refusal == nil {
		return
	}
	switch refusal.Reason {
	case verify.WrongScope, verify.Conditional:
		w.name("scope")
		w.text(refusal.Scope.String())
		w.name("access_needed")
		w.text(refusal.Access.String())
	case verify.WrongAddress, verify.NoAddress:
		w.name("client_ip")
		if c.address.IsValid() {
			w.text(c.address.String())
		} else {
			w.null()
		}
	}
	if text := c.receipt(refusal); text != "" {
		w.name("receipt")
		w.text(text)
	}
}

// receipt seals what is known of a refusal. When that fails there is none, and the
// request is refused all the same.
func (c *call) receipt(refusal *verify.Refusal) string {
	text, err := c.config.Receipts.Seal(receipt.Receipt{
		At: time.Now(), Workspace: refusal.Workspace, Key: refusal.Key, Reason: string(refusal.Reason),
		Operation: c.operation.name, Address: c.address, Scope: refusal.Scope.String(), Access: refusal.Access.String(),
		RequestID: httpserver.RequestID(c.r.Context()),
	})
	if err != nil {
		c.config.Log.Error().Err(err).Str("request_id", httpserver.RequestID(c.r.Context())).Msg("a refusal has no receipt")
	}
	return text
}
