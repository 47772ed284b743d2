package graph

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/graph/exec"
	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/live"
	"latchkey/internal/session"
)

// resolver is the root of all resolvers, which stand in one file for each
// settings screen.
type resolver struct {
	admin    *admin.Service
	sessions *session.Service
	cookies  session.Cookies
	live     *live.Feed
	streams  Streams
	apiURL   func(slug string) string
}

type (
	query       struct{ *resolver }
	mutation    struct{ *resolver }
	subscribed  struct{ *resolver }
	inWorkspace struct{ *resolver }
	inKey       struct{ *resolver }
	inAllowlist struct{ *resolver }
	inMe        struct{ *resolver }
	inSupport   struct{ *resolver }
)

// Query implements exec.ResolverRoot.
func (r *resolver) Query() exec.QueryResolver { return query{r} }

// Mutation implements exec.ResolverRoot.
func (r *resolver) Mutation() exec.MutationResolver { return mutation{r} }

// Subscription implements exec.ResolverRoot.
func (r *resolver) Subscription() exec.SubscriptionResolver { return subscribed{r} }

// Workspace implements exec.ResolverRoot.
func (r *resolver) Workspace() exec.WorkspaceResolver { return inWorkspace{r} }

// Me implements exec.ResolverRoot.
func (r *resolver) Me() exec.MeResolver { return inMe{r} }

// ApiKey implements exec.ResolverRoot.
//
//lint:ignore ST1003 the generated interface names it so
func (r *resolver) ApiKey() exec.ApiKeyResolver { return inKey{r} }

// IpAllowlist implements exec.ResolverRoot.
//
//lint:ignore ST1003 the generated interface names it so
func (r *resolver) IpAllowlist() exec.IpAllowlistResolver { return inAllowlist{r} }

// Support implements exec.ResolverRoot.
func (r *resolver) Support() exec.SupportResolver { return inSupport{r} }

// maxFirst is how much of a list comes at once.
const maxFirst = admin.MaxPage

func firstOf(first *int) int { return or(first, admin.DefaultPage) }

// page is the part of a list that is asked for.
func page(first *int, after *string) (admin.Page, error) {
	n := firstOf(first)
	if n < 1 || n > maxFirst {
		return admin.Page{}, fault.New(fault.Invalid, codeBadInput, fmt.Sprintf("Ask for 1 to %d at a time.", maxFirst)).On("first")
	}
	return admin.Page{First: n, After: or(after, "")}, nil
}

func pageInfo(more bool, end string) *model.PageInfo {
	return &model.PageInfo{HasNextPage: more, EndCursor: orNull(end)}
}

func propagation(p cluster.Propagation) *model.Propagation {
	return &model.Propagation{Nodes: p.Nodes, WaitedMs: float64(p.Waited) / float64(time.Millisecond), Complete: p.Complete}
}

func actor(a caller.Actor, of uuid.UUID) *model.Actor {
	shown := &model.Actor{Kind: model.ActorKind(a.Kind), Label: a.Label}
	switch {
	case a.ID == uuid.Nil:
	case a.Kind == caller.Key:
		shown.ID = new(publicID(keyID, of, a.ID))
	default:
		shown.ID = new(a.ID.String())
	}
	return shown
}

// or is what p points to, or the default when it is nil.
func or[T any](p *T, otherwise T) T {
	if p == nil {
		return otherwise
	}
	return *p
}

// orNull is a pointer to v, and null for the zero value.
func orNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}
