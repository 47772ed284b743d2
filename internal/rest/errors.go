package rest

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/verify"
)

// statuses is the one table from faults to HTTP.
var statuses = map[fault.Kind]int{
	fault.Internal:         http.StatusInternalServerError,
	fault.Invalid:          http.StatusBadRequest,
	fault.NotFound:         http.StatusNotFound,
	fault.Conflict:         http.StatusConflict,
	fault.Unauthenticated:  http.StatusUnauthorized,
	fault.Reauthenticate:   http.StatusUnauthorized,
	fault.Forbidden:        http.StatusForbidden,
	fault.RateLimited:      http.StatusTooManyRequests,
	fault.TooLarge:         http.StatusRequestEntityTooLarge,
	fault.UnsupportedMedia: http.StatusUnsupportedMediaType,
	fault.NotAcceptable:    http.StatusNotAcceptable,
	fault.MethodNotAllowed: http.StatusMethodNotAllowed,
	fault.Unavailable:      http.StatusServiceUnavailable,
}

var (
	errInternal    = fault.New(fault.Internal, "INTERNAL", "Something went wrong on our side. Tell us the request_id.")
	errConditional = fault.New(fault.Forbidden, "INSUFFICIENT_SCOPE", "You do not have permission to perform this action.")
)

// failed is the answer to an error.
func (c *call) failed(err error) reply {
	faults := faultsOf(err)
	f := faults[0]
	if f.Kind == fault.Internal {
		c.config.Log.Error().Err(err).Str("request_id", httpserver.RequestID(c.r.Context())).Msg("a request failed")
	}
	status := statuses[f.Kind]
	h := c.w.Header()
	if status == http.StatusUnauthorized {
		h.Set("Www-Authenticate", "Token")
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
	if refusal := refusalOf(err); refusal != nil {
		return []*fault.Error{refusal.Fault()}
	}
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
	if f.Kind == fault.Invalid {
		writeFields(w, faults)
	}
	if f.Kind != fault.Invalid || problem {
		w.name("detail")
		w.text(detail(f))
	}
	w.name("code")
	w.text(code(faults))
	c.explain(w, refusal)
	w.name("request_id")
	w.text(httpserver.RequestID(c.r.Context()))
	w.close('}')
	return w.b
}

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

// explain adds what helps with a refusal. It is the place of the receipt.
func (c *call) explain(w *writer, refusal *verify.Refusal) {
	switch {
	case refusal == nil:
	case refusal.Reason == verify.WrongScope:
		w.name("scope")
		w.text(refusal.Scope.String())
		w.name("access_needed")
		w.text(c.operation.access.String())
	case refusal.Reason == verify.WrongAddress || refusal.Reason == verify.NoAddress:
		w.name("client_ip")
		if !c.address.IsValid() {
			w.null()
			return
		}
		w.text(c.address.String())
	}
}
