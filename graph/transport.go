package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/session"
)

// transport is GraphQL over HTTP, by POST and, for what only reads, by GET.
type transport struct {
	operations *executor.Executor
	sessions   *session.Service
	cookies    session.Cookies
	address    *allowlist.ClientAddress
	admission  *admission
	log        zerolog.Logger
	watch      *Watch
}

// ServeHTTP implements http.Handler. What needs no statement comes first, so that
// a request which is refused has cost next to nothing.
func (t *transport) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	own := &request{writer: w, token: t.cookies.Token(r), challenge: t.cookies.Challenge(r), userAgent: r.UserAgent()}
	own.address, _ = t.address.Of(r.RemoteAddr, r.Header)
	httpserver.SetClient(r.Context(), own.address)
	if err := t.admission.address(r.Context(), own.address); err != nil {
		t.refuse(w, r, http.StatusTooManyRequests, err)
		return
	}
	params, status, err := readRequest(w, r)
	if err != nil {
		t.refuse(w, r, status, err)
		return
	}
	if op := t.prepare(w, r, params); op != nil {
		t.admit(w, r, own, op)
	}
}

// prepare parses and checks the operation. It is nil when that was answered already.
func (t *transport) prepare(w http.ResponseWriter, r *http.Request, params *graphql.RawParams) *graphql.OperationContext {
	ctx := graphql.StartOperationTrace(r.Context())
	op, wrong := t.operations.CreateOperationContext(ctx, params)
	if wrong != nil {
		status := http.StatusOK
		if answerType(r) == responseJSON {
			status = http.StatusBadRequest
		}
		answerWith(w, r, status, t.operations.DispatchError(graphql.WithOperationContext(ctx, op), first(wrong)))
		return nil
	}
	httpserver.SetRoute(ctx, operationRoute(op.Operation))
	t.watch.asked(op.Operation.SelectionSet)
	if r.Method == http.MethodGet && op.Operation.Operation == ast.Mutation {
		w.Header().Set("Allow", http.MethodPost)
		t.refuse(w, r, http.StatusMethodNotAllowed, errMutationByGet)
		return nil
	}
	return op
}

// admit finds out who asks, and runs the operation when they have not asked too much.
func (t *transport) admit(w http.ResponseWriter, r *http.Request, own *request, op *graphql.OperationContext) {
	ctx, cancel := context.WithTimeout(withRequest(r.Context(), own), deadline)
	defer cancel()
	var err error
	if own.signed, own.signedIn, err = t.sessions.Lookup(ctx, own.token); err != nil {
		t.failed(w, r, err)
		return
	}
	leave, err := t.admission.enter(ctx, own)
	if err != nil {
		t.refuse(w, r, http.StatusTooManyRequests, err)
		return
	}
	defer leave()
	responses, ctx := t.operations.DispatchOperation(ctx, op)
	if answered := responses(ctx); answered != nil {
		answerWith(w, r, http.StatusOK, answered)
		return
	}
	t.failed(w, r, errTooLate)
}

// failed answers an error from before the operation began.
func (t *transport) failed(w http.ResponseWriter, r *http.Request, err error) {
	f := asFault(err)
	status := http.StatusServiceUnavailable
	if f.Kind == fault.Internal {
		status = http.StatusInternalServerError
		t.log.Error().Err(err).Str("request_id", httpserver.RequestID(r.Context())).Msg("a request failed")
	}
	t.refuse(w, r, status, f)
}

// first keeps the errors that help; a query may be wrong in a thousand places.
func first(errs gqlerror.List) gqlerror.List {
	return errs[:min(len(errs), 10)]
}

// refuse is refuse, and tells who watches.
func (t *transport) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	t.watch.refused(err)
	refuse(w, r, status, err)
}
