package cluster

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"
	"github.com/rs/zerolog"

	"latchkey/internal/store"
)

// Memory is what a node forgets when access changes. It is an interface because
// verification must know neither PostgreSQL nor this package.
type Memory interface {
	// Forget drops what is known of a key, or of a whole workspace when key is
	// uuid.Nil, and keeps reads in flight from bringing it back.
	Forget(workspace, key uuid.UUID)
	// ForgetAll drops everything, in the same manner.
	ForgetAll()
}

// Node is this process as one that serves the data plane.
type Node struct {
	id      uuid.UUID
	name    string
	store   *store.Store
	url     string
	memory  Memory
	log     zerolog.Logger
	lease   lease
	lasts   time.Duration // what a beat extends the lease by: Lease, except in tests
	every   time.Duration // between beats that nothing asked for
	applied *int64        // of the last beat; owned by Run
	epoch   atomic.Int64
	beats   atomic.Bool // whether the last beat succeeded, so that only changes are logged
	heard   atomic.Pointer[time.Time]
	counts  Counts
}

// Counts is what a node has done since its start.
type Counts struct {
	Beats   atomic.Int64 // that succeeded
	Failed  atomic.Int64 // beats that did not
	Changes atomic.Int64 // applied one by one
	Dropped atomic.Int64 // how often everything was forgotten
}

// NewNode returns a node of a new random id. st should have connections of its
// own, so that a busy data plane does not delay beats; url is for LISTEN.
func NewNode(st *store.Store, url string, memory Memory, log zerolog.Logger) *Node {
	n := &Node{id: uuid.New(), store: st, url: url, memory: memory, log: log, lasts: Lease, every: BeatEvery}
	n.beats.Store(true)
	n.heard.Store(new(time.Now()))
	return n
}

// ErrNoLease is why a node is not ready: it cannot follow changes.
var ErrNoLease = errors.New("cluster: no lease: changes of access cannot be followed")

// Trusted reports whether memory may be believed at now, a plain time.Now().
func (n *Node) Trusted(now time.Time) bool { return n.lease.running(now) }

// Ready returns an error while the node has no lease.
func (n *Node) Ready(context.Context) error {
	if !n.Trusted(time.Now()) {
		return ErrNoLease
	}
	return nil
}

// Epoch returns the last change of access that was applied.
func (n *Node) Epoch() int64 { return n.epoch.Load() }

// Counts returns this node's, which go on.
func (n *Node) Counts() *Counts { return &n.counts }

// BeatAge returns for how long nothing was heard of changes: since the last beat that
// succeeded was sent, or since the start.
func (n *Node) BeatAge() time.Duration { return time.Since(*n.heard.Load()) }

// Run beats until ctx ends, then gives the lease back. It owns the listener, and
// is called once. name is how operators know the process.
func (n *Node) Run(ctx context.Context, name string) {
	n.name = name
	listener := pq.NewListener(n.url, 100*time.Millisecond, BeatEvery, nil)
	defer listener.Close() // there is nothing left to do about it
	go func() {
		// Returns when the channel is listened to, over reconnections, or at Close.
		if err := listener.Listen(Channel); err != nil && ctx.Err() == nil {
			n.log.Warn().Err(err).Msg("cannot listen for changes; they arrive with the next beat")
		}
	}()
	tick := time.NewTicker(n.every)
	defer tick.Stop()
	prune := time.NewTicker(pruning)
	defer prune.Stop()
	for n.follow(ctx); ; n.follow(ctx) {
		select {
		case <-ctx.Done():
			n.leave(ctx)
			return
		case <-prune.C:
			if err := n.store.PruneCluster(ctx); err != nil {
				n.log.Warn().Err(err).Msg("old changes are still kept")
			}
		case <-tick.C:
		case <-listener.NotificationChannel():
		}
	}
}

// follow beats until there is nothing new to acknowledge.
func (n *Node) follow(ctx context.Context) {
	for ctx.Err() == nil && n.beat(ctx) {
	}
}

// beat is one exchange with PostgreSQL; news tells whether it brought changes.
func (n *Node) beat(ctx context.Context) (news bool) {
	sent := time.Now()
	changes, epoch, err := n.store.Beat(ctx, n.id, n.name, n.applied, n.lasts)
	n.report(err)
	if err != nil {
		n.counts.Failed.Add(1)
		return false
	}
	missed := n.applied == nil || epoch-*n.applied != int64(len(changes))
	if missed || !n.lease.running(time.Now()) {
		n.memory.ForgetAll()
		n.counts.Dropped.Add(1)
	} else {
		for _, c := range changes {
			n.memory.Forget(c.Workspace, c.Key)
		}
		n.counts.Changes.Add(int64(len(changes)))
	}
	news = n.applied == nil || epoch != *n.applied
	n.applied = &epoch
	n.epoch.Store(epoch)
	n.lease.extend(sent, n.lasts)
	n.heard.Store(&sent)
	n.counts.Beats.Add(1)
	return news
}

// report logs when beats begin to fail, and when they succeed again.
func (n *Node) report(err error) {
	switch was := n.beats.Swap(err == nil); {
	case was && err != nil:
		n.log.Error().Err(err).Msg("cannot follow changes of access; without a lease every request asks PostgreSQL")
	case !was && err == nil:
		n.log.Info().Msg("following changes of access again")
	}
}

// leave ends the lease here first, then in PostgreSQL. To try for longer than a lease
// is pointless: by then it has run out by itself.
func (n *Node) leave(ctx context.Context) {
	n.lease.end()
	n.memory.ForgetAll()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), Lease)
	defer cancel()
	if err := n.store.Leave(ctx, n.id); err != nil {
		n.log.Warn().Err(err).Msg("the lease runs out by itself")
	}
}
