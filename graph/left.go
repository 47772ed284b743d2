package graph

import (
	"context"
	"slices"
	"sync"

	"github.com/google/uuid"

	"latchkey/graph/model"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
)

// left remembers, for one request, which people have left a workspace: however many
// keys are shown, one statement finds it out for all that are listed together.
type left struct {
	mu    sync.Mutex
	known map[[2]uuid.UUID]bool // by workspace and person
}

// creators is the person who created a key; none when it was not a person.
func creators(k apikey.Key) []uuid.UUID {
	if k.CreatedBy.Kind != caller.Member || k.CreatedBy.ID == uuid.Nil {
		return nil
	}
	return []uuid.UUID{k.CreatedBy.ID}
}

// listedTogether lets the keys of a page be looked at together.
func listedTogether(edges []*model.APIKeyEdge) {
	var all []uuid.UUID
	for _, e := range edges {
		all = append(all, e.Node.Creators...)
	}
	for _, e := range edges {
		if len(e.Node.Creators) > 0 {
			e.Node.Creators = append(e.Node.Creators, all...)
		}
	}
}

// CreatorHasLeft implements the field.
func (r inKey) CreatorHasLeft(ctx context.Context, obj *model.APIKey) (*bool, error) {
	of, _ := workspaceOfID(obj.ID)
	who := callerIn(ctx, of)
	if len(obj.Creators) == 0 || who.Kind() != caller.Member {
		return nil, nil
	}
	memory := &requestOf(ctx).left
	memory.mu.Lock()
	defer memory.mu.Unlock()
	if gone, known := memory.known[[2]uuid.UUID{of, obj.Creators[0]}]; known {
		return &gone, nil
	}
	people := slices.Clone(obj.Creators)
	slices.SortFunc(people, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	found, err := r.admin.HaveLeft(ctx, who, slices.Compact(people))
	if err != nil {
		return nil, err
	}
	if memory.known == nil {
		memory.known = map[[2]uuid.UUID]bool{}
	}
	for person, gone := range found {
		memory.known[[2]uuid.UUID{of, person}] = gone
	}
	return new(found[obj.Creators[0]]), nil
}
