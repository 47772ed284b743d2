package graph

import (
	"slices"
	"sync"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
)

// lists are the lists of keys that a request has read. What is read further about
// one key of a list is read for all of them at once, so that what a screen costs does
// not grow with its rows.
type lists struct {
	mu   sync.Mutex
	keys [][]place
	read map[any]any
}

// place is a key in its workspace.
type place struct{ workspace, key uuid.UUID }

// add notes a list.
func (l *lists) add(keys []apikey.Key) {
	places := make([]place, len(keys))
	for i, k := range keys {
		places[i] = place{k.Workspace, k.ID}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.keys = append(l.keys, places)
}

// beside returns the keys of the list that a key is on, in its workspace; of a key on none itself.
func (l *lists) beside(at place) (ids []uuid.UUID) {
	for _, list := range l.keys {
		if slices.Contains(list, at) {
			for _, p := range list {
				if p.workspace == at.workspace {
					ids = append(ids, p.key)
				}
			}
			return ids
		}
	}
	return []uuid.UUID{at.key}
}

// reading is what was asked about the keys of a list.
type reading[Asked comparable] struct {
	workspace uuid.UUID
	first     uuid.UUID // of the list
	asked     Asked
}

// together runs read for all keys of the list that a key is on, once in a request
// for everything that is asked alike. V is part of what is asked.
func together[V any, Asked comparable](r *request, workspace, key uuid.UUID, asked Asked, read func([]uuid.UUID) (map[uuid.UUID]V, error)) (map[uuid.UUID]V, error) {
	r.lists.mu.Lock()
	ids := r.lists.beside(place{workspace, key})
	id := struct {
		reading[Asked]
		kind *V
	}{reading: reading[Asked]{workspace, ids[0], asked}}
	once, ok := r.lists.read[id].(func() (map[uuid.UUID]V, error))
	if !ok {
		once = sync.OnceValues(func() (map[uuid.UUID]V, error) { return read(ids) })
		if r.lists.read == nil {
			r.lists.read = map[any]any{}
		}
		r.lists.read[id] = once
	}
	r.lists.mu.Unlock()
	return once()
}
