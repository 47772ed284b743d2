package live

import (
	"sync"

	"github.com/google/uuid"
)

// mostPending is how many changes a watch holds.
const mostPending = 32

// Watch is told what changes in one workspace.
type Watch struct {
	feed      *Feed
	workspace uuid.UUID
	news      chan struct{} // holds at most one wish to be taken
	ended     chan struct{}

	mu      sync.Mutex
	pending []Change // all different
}

// Watch begins to watch a workspace; ok is false when the feed has ended. Whatever is
// committed after it has returned is told. Close it.
func (f *Feed) Watch(workspace uuid.UUID) (w *Watch, ok bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ended {
		return nil, false
	}
	w = &Watch{feed: f, workspace: workspace, news: make(chan struct{}, 1), ended: make(chan struct{})}
	if f.watches[workspace] == nil {
		f.watches[workspace] = map[*Watch]struct{}{}
	}
	f.watches[workspace][w] = struct{}{}
	return w, true
}

// Close ends the watch.
func (w *Watch) Close() {
	w.feed.mu.Lock()
	defer w.feed.mu.Unlock()
	watches := w.feed.watches[w.workspace]
	delete(watches, w)
	if len(watches) == 0 {
		delete(w.feed.watches, w.workspace)
		delete(w.feed.used, w.workspace)
	}
}

// Ended is closed when the feed has ended: nothing is told any more.
func (w *Watch) Ended() <-chan struct{} { return w.ended }

// News is ready when there is something to take.
func (w *Watch) News() <-chan struct{} { return w.news }

// Take returns what has changed since it was last called, each change once. After one
// of kind Everything the others say nothing new.
func (w *Watch) Take() []Change {
	w.mu.Lock()
	defer w.mu.Unlock()
	taken := w.pending
	w.pending = nil
	return taken
}

// add never blocks.
func (w *Watch) add(c Change) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, p := range w.pending {
		if p == c || p.Kind == Everything {
			return
		}
	}
	if c.Kind == Everything || len(w.pending) >= mostPending {
		w.pending = w.pending[:0]
		c = Change{Kind: Everything}
	}
	w.pending = append(w.pending, c)
	select {
	case w.news <- struct{}{}:
	default:
	}
}
