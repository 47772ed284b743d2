package graph

import (
	"context"
	"mime"
	"net/http"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/session"
)

// The media types of answers. With the newer one the status tells whether the
// operation ran; with plain JSON it is 200 for every well-formed request.
const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
)

// transport is GraphQL over HTTP by POST, and by nothing else: no GET, so nothing
// that a link could do.
type transport struct {
	operations *executor.Executor
	sessions   *session.Service
	cookies    session.Cookies
	address    *allowlist.ClientAddress
	log        zerolog.Logger
	watch      *Watch
}

// ServeHTTP implements http.Handler.
func (t *transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(graphql.StartOperationTrace(r.Context()), deadline)
	defer cancel()
	w.Header().Set("Cache-Control", "no-store")
	params, status, err := readRequest(w, r)
	if err != nil {
		t.watch.failed(refuse(w, r, status, err))
		return
	}
	own, err := t.identify(ctx, w, r)
	if err != nil {
		t.failed(w, r, err)
		return
	}
	t.execute(withRequest(ctx, own), w, r, params)
}

// execute runs the operation and answers with what came of it.
func (t *transport) execute(ctx context.Context, w http.ResponseWriter, r *http.Request, params *graphql.RawParams) {
	op, wrong := t.operations.CreateOperationContext(ctx, params)
	if wrong != nil {
		status := http.StatusOK
		if answerType(r) == responseJSON {
			status = http.StatusBadRequest
		}
		answerWith(w, r, status, t.operations.DispatchError(graphql.WithOperationContext(ctx, op), first(wrong)))
		return
	}
	httpserver.SetRoute(ctx, operationRoute(op.Operation))
	t.watch.asked(op.Operation.SelectionSet)
	responses, ctx := t.operations.DispatchOperation(ctx, op)
	if answered := responses(ctx); answered != nil {
		answerWith(w, r, http.StatusOK, answered)
		return
	}
	t.failed(w, r, errTooLate)
}

// identify finds out who asks, and from where.
func (t *transport) identify(ctx context.Context, w http.ResponseWriter, r *http.Request) (own *request, err error) {
	own = &request{writer: w, token: t.cookies.Token(r), userAgent: r.UserAgent()}
	own.address, _ = t.address.Of(r.RemoteAddr, r.Header)
	httpserver.SetClient(ctx, own.address)
	own.signed, own.signedIn, err = t.sessions.Lookup(ctx, own.token)
	return own, err
}

// failed answers an error from before the operation began.
func (t *transport) failed(w http.ResponseWriter, r *http.Request, err error) {
	f := asFault(err)
	status := http.StatusServiceUnavailable
	if f.Kind == fault.Internal {
		status = http.StatusInternalServerError
		t.log.Error().Err(err).Str("request_id", httpserver.RequestID(r.Context())).Msg("a request failed")
	}
	t.watch.failed(refuse(w, r, status, f))
}

// readRequest reads the operation; status is that of the answer when err is not nil.
func readRequest(w http.ResponseWriter, r *http.Request) (params *graphql.RawParams, status int, err error) {
	media, parameters, mediaErr := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(parameters["charset"])
	switch {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		return nil, http.StatusMethodNotAllowed, fault.New(fault.MethodNotAllowed, "METHOD_NOT_ALLOWED", "GraphQL is asked with POST here.")
	case answerType(r) == "":
		return nil, http.StatusNotAcceptable, fault.New(fault.NotAcceptable, "NOT_ACCEPTABLE", "Answers are application/graphql-response+json or application/json.")
	case mediaErr != nil || media != plainJSON || charset != "" && charset != "utf-8":
		return nil, http.StatusUnsupportedMediaType, fault.New(fault.UnsupportedMedia, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.")
	}
	params, err = decode(w, r)
	if f, ok := fault.As(err); ok && f.Kind == fault.TooLarge {
		return nil, http.StatusRequestEntityTooLarge, f
	}
	return params, http.StatusBadRequest, err
}

// answerType is the media type that the client wants: of those it names the first
// that exists here, and "" for none.
func answerType(r *http.Request) string {
	accept := r.Header.Values("Accept")
	if len(accept) == 0 {
		return plainJSON
	}
	for wanted := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, parameters, err := mime.ParseMediaType(wanted)
		charset := strings.ToLower(parameters["charset"])
		if err != nil || strings.Trim(parameters["q"], "0.") == "" && parameters["q"] != "" || charset != "" && charset != "utf-8" {
			continue
		}
		switch media {
		case responseJSON, plainJSON:
			return media
		case "*/*", "application/*":
			return plainJSON
		}
	}
	return ""
}

// first keeps the errors that help; a query may be wrong in a thousand places.
func first(errs gqlerror.List) gqlerror.List {
	return errs[:min(len(errs), 10)]
}

// refuse answers a request whose operation never began, and returns what it told.
func refuse(w http.ResponseWriter, r *http.Request, status int, err error) *gqlerror.Error {
	e := &gqlerror.Error{}
	e.Message, e.Extensions = tell(asFault(err), httpserver.RequestID(r.Context()))
	answerWith(w, r, status, &graphql.Response{Errors: gqlerror.List{e}})
	return e
}
