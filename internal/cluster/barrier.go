package cluster

import (
	"context"
	"time"

	"latchkey/internal/store"
)

// Propagation is how far a committed change of access has come.
type Propagation struct {
	Nodes    int           // that held a lease when the change was committed
	Waited   time.Duration // for all of them to acknowledge it, or for their leases to run out
	Complete bool          // false only when the request was cut short
}

// Watch is told when somebody begins to wait, and returns what is told how that went.
type Watch func(ctx context.Context) func(Propagation)

// Barrier waits for acknowledgements. It is safe for concurrent use.
type Barrier struct {
	store *store.Store
	watch []Watch
}

// NewBarrier returns a barrier over the nodes of st's database. Watches must be quick
// and safe for concurrent use.
func NewBarrier(st *store.Store, watch ...Watch) *Barrier { return &Barrier{st, watch} }

// Wait is called after a commit that changed access. It returns when every node
// that holds a lease has applied all changes committed so far; or when one lease
// and a margin have passed, which is always enough, whether PostgreSQL answers or
// not; or, incomplete, when ctx ends. It never fails: the change is committed.
func (b *Barrier) Wait(ctx context.Context) Propagation {
	var tell []func(Propagation)
	for _, w := range b.watch {
		tell = append(tell, w(ctx))
	}
	p := b.wait(ctx)
	for _, t := range tell {
		t(p)
	}
	return p
}

func (b *Barrier) wait(ctx context.Context) Propagation {
	start := time.Now()
	outlasted := time.NewTimer(Lease + margin)
	defer outlasted.Stop()
	asking, stop := context.WithCancel(ctx)
	defer stop()
	nodes := make(chan int, 1) // how many there are, as soon as that is known
	acknowledged := make(chan struct{})
	go func() {
		if b.ask(asking, nodes) {
			close(acknowledged)
		}
	}()
	p := Propagation{Complete: true}
	select {
	case <-acknowledged:
	case <-outlasted.C:
	case <-ctx.Done():
		p.Complete = false
	}
	select {
	case p.Nodes = <-nodes:
	default:
	}
	p.Waited = time.Since(start)
	return p
}

// ask polls until no live node is behind, and reports whether that was reached
// before ctx ended.
func (b *Barrier) ask(ctx context.Context, nodes chan<- int) bool {
	var target *int64
	pause := time.Millisecond
	for ctx.Err() == nil {
		current, live, behind, err := b.store.AccessBarrier(ctx, target)
		if err == nil && target == nil {
			target = &current
			nodes <- live
		}
		if err == nil && behind == 0 {
			return true
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
		pause = min(pause*3/2, 20*time.Millisecond)
	}
	return false
}
