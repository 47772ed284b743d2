package graph

import (
	"context"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/rs/zerolog"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
	"latchkey/internal/session"
)

// transport is GraphQL over HTTP, by POST and, for what only reads, by GET.
type transport struct {
	operations *executor.Executor
	schema     *ast.Schema
	sessions   *session.Service
	cookies    session.Cookies
	address    *allowlist.ClientAddress
	admission  *admission
	bodies     *httpserver.Budget
	streams    Streams
	documents  *Documents
	only       bool // no others than these run
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
	httpserver.LimitBody(w, r, maxBody)
	body := t.bodies.Draw(addressID(own.address), r.Body)
	defer body.Release() // what was decoded of it has been used by then
	params, status, err := readRequest(w, r, body)
	if err != nil {
		t.refuse(w, r, status, err)
		return
	}
	op := t.prepare(w, r, params)
	switch {
	case op == nil:
		return
	case op.Operation.Operation == ast.Subscription && body.Size() > maxStreamBody:
		t.refuse(w, r, http.StatusRequestEntityTooLarge, errStream)
		return
	case op.Operation.Operation == ast.Subscription:
		body.Release()
	}
	t.admit(w, r, own, op)
}

// prepare parses and checks the operation. It is nil when that was answered already.
func (t *transport) prepare(w http.ResponseWriter, r *http.Request, params *asked) *graphql.OperationContext {
	ctx := graphql.StartOperationTrace(r.Context())
	var op *graphql.OperationContext
	var wrong gqlerror.List
	if unknown := t.documents.find(params, t.only); unknown != nil {
		op, wrong = &graphql.OperationContext{}, gqlerror.List{unknown}
	} else {
		op, wrong = t.operations.CreateOperationContext(ctx, &params.RawParams)
		if found := wrongVariables(t.schema, op.Operation, params.Variables); found != nil {
			wrong = found
		}
	}
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
	switch kind := op.Operation.Operation; {
	case r.Method == http.MethodGet && kind == ast.Mutation:
		w.Header().Set("Allow", http.MethodPost)
		t.refuse(w, r, http.StatusMethodNotAllowed, errMutationByGet)
		return nil
	case kind == ast.Subscription && answerType(r) != eventStream:
		t.refuse(w, r, http.StatusNotAcceptable, errNoStream)
		return nil
	}
	return op
}

// admit finds out who asks, and runs the operation when they have not asked too much.
func (t *transport) admit(w http.ResponseWriter, r *http.Request, own *request, op *graphql.OperationContext) {
	isStream := op.Operation.Operation == ast.Subscription
	longest, find := deadline, t.sessions.Lookup
	if isStream {
		longest, find = t.streams.Longest, t.sessions.Look
	}
	ctx, cancel := context.WithTimeout(withRequest(r.Context(), own), longest)
	defer cancel()
	var err error
	if own.signed, own.signedIn, err = find(ctx, own.token); err != nil {
		t.failed(w, r, err)
		return
	}
	leave, err := t.admission.enter(ctx, own, isStream)
	if err != nil {
		t.refuse(w, r, http.StatusTooManyRequests, err)
		return
	}
	defer leave()
	if op.Operation.Operation == ast.Query {
		ctx = admin.Reading(ctx)
	}
	responses, ctx := t.operations.DispatchOperation(ctx, op)
	if isStream {
		t.stream(ctx, w, responses)
		return
	}
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

// first keeps the errors that help.
func first(errs gqlerror.List) gqlerror.List {
	return errs[:min(len(errs), maxWrong)]
}

// refuse is refuse, and tells who watches.
func (t *transport) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	t.watch.refused(err)
	refuse(w, r, status, err)
}
