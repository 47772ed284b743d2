package graph

import (
	"context"
	"net/http"
	"net/netip"

	"github.com/google/uuid"

	"latchkey/internal/caller"
	"latchkey/internal/session"
)

// request is what resolvers know of the HTTP request they belong to. The fields
// of a query only read it; what changes it is a mutation, signIn and signOut among them, and
// so runs alone.
type request struct {
	writer    http.ResponseWriter // for the cookie; nothing has been written yet
	token     session.Token
	challenge session.Token // of a sign-in that waits for its second factor
	signed    session.Signed
	signedIn  bool
	address   netip.Addr // the client's; invalid when it could not be established
	userAgent string
}

type requestKey struct{}

func withRequest(ctx context.Context, r *request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// requestOf returns the request of ctx, and outside of one a request of nobody.
func requestOf(ctx context.Context) *request {
	if r, ok := ctx.Value(requestKey{}).(*request); ok {
		return r
	}
	return &request{}
}

// callerIn is the person who is signed in as a caller in a workspace: a member, or
// staff who look at what the field of ctx is about. For others it is the zero Caller,
// which may do nothing.
func callerIn(ctx context.Context, workspace uuid.UUID) caller.Caller {
	r := requestOf(ctx)
	who, member := r.signed.In(workspace, r.address)
	if !member {
		who, _ = r.signed.Looking(workspace, lookOf(ctx), r.address)
	}
	return who
}
