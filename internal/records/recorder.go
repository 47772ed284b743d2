package records

import (
	"context"
	"fmt"
	"sync"
	"time"

	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// The bounds of a recorder.
const (
	flushers   = 2    // statements at a time: one is on its way to the disk while another one works
	maxGroup   = 512  // events of a statement
	maxWaiting = 4096 // events that wait for one
)

// Recorder lets single events of concurrent requests share a commit. What arrives
// while the last statement runs goes into the next one, so that nobody waits for
// company: an event that is alone is recorded at once.
type Recorder struct {
	store   *store.Store
	patient time.Duration // how long an event waits for a place in the queue
	queue   chan *waiting
	ended   chan struct{} // closed when Run has returned
	grouped func(events int)
}

// waiting is an event that somebody waits for.
type waiting struct {
	given context.Context // its end before the flush takes the event back
	event store.EventOf
	done  chan result // has room for the one result
}

type result struct {
	store.Recorded
	err error
}

// NewRecorder returns a recorder that works while [Recorder.Run] does.
func NewRecorder(st *store.Store) *Recorder {
	return &Recorder{store: st, patient: store.PoolTimeout, queue: make(chan *waiting, maxWaiting), ended: make(chan struct{}),
		grouped: func(int) {}}
}

// Watch names who is told how many events share each commit. It is called before Run.
func (r *Recorder) Watch(grouped func(events int)) { r.grouped = grouped }

// Waiting returns how many events wait for a commit.
func (r *Recorder) Waiting() int { return len(r.queue) }

// Run records until ctx ends and nobody waits any more. It is called once.
func (r *Recorder) Run(ctx context.Context) {
	defer close(r.ended)
	var all sync.WaitGroup
	for range flushers {
		all.Go(func() { r.serve(ctx) })
	}
	all.Wait()
}

func (r *Recorder) serve(ctx context.Context) {
	for {
		first, ok := r.next(ctx)
		if !ok {
			return
		}
		r.flush(context.WithoutCancel(ctx), r.gather(first))
	}
}

// next waits for an event. After the end of ctx it takes what is left.
func (r *Recorder) next(ctx context.Context) (*waiting, bool) {
	select {
	case w := <-r.queue:
		return w, true
	case <-ctx.Done():
	}
	select {
	case w := <-r.queue:
		return w, true
	default:
		return nil, false
	}
}

// gather takes what waits already. Who has given up meanwhile is left out.
func (r *Recorder) gather(first *waiting) []*waiting {
	group := make([]*waiting, 0, 1+min(len(r.queue), maxGroup))
	for next := first; ; {
		if err := next.given.Err(); err != nil {
			next.done <- result{err: err}
		} else {
			group = append(group, next)
		}
		if len(group) == maxGroup {
			return group
		}
		select {
		case next = <-r.queue:
		default:
			return group
		}
	}
}

// flush records a group and tells everybody. When the statement fails, and not
// because PostgreSQL cannot serve just now, each event is left to itself.
func (r *Recorder) flush(ctx context.Context, group []*waiting) {
	recorded, err := r.together(ctx, group)
	if store.TimedOut(err) {
		err = store.ErrUnavailable.Because(err)
	}
	_, told := fault.As(err)
	for i, w := range group {
		switch {
		case told:
			w.done <- result{err: err}
		case err != nil:
			w.done <- result{Recorded: store.Recorded{ID: store.Alone}}
		default:
			w.done <- result{Recorded: recorded[i]}
		}
	}
}

func (r *Recorder) together(ctx context.Context, group []*waiting) (all []store.Recorded, err error) {
	// No handler's recovery reaches this goroutine; one bad event must not end the process.
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("recording events together: %v", cause)
		}
	}()
	if len(group) == 0 {
		return nil, nil
	}
	r.grouped(len(group))
	events := make([]store.EventOf, len(group))
	for i, w := range group {
		events[i] = w.event
	}
	return r.store.RecordTogether(ctx, events)
}

// Record stores an event of the contact, in a commit that it may share with others,
// and returns its id and whether it is the first of its name. When ctx ends before
// the answer, the event may be recorded or not.
func (r *Recorder) Record(ctx context.Context, who caller.Caller, to Ref, e *NewEvent) (id int64, defined bool, err error) {
	w := &waiting{given: ctx, event: store.EventOf{Caller: who, Event: e.row(to)}, done: make(chan result, 1)}
	if err := r.enqueue(ctx, w); err != nil {
		return 0, false, err
	}
	got := r.wait(ctx, w)
	switch {
	case got.err != nil:
		return 0, false, got.err
	case got.ID == store.Alone:
		return r.alone(ctx, who, to, e)
	}
	o := outcome(got.Recorded)
	return o.ID, o.Defined, o.Err
}

func (r *Recorder) enqueue(ctx context.Context, w *waiting) error {
	select {
	case r.queue <- w:
		return nil
	default:
	}
	full := time.NewTimer(r.patient)
	defer full.Stop()
	select {
	case r.queue <- w:
		return nil
	case <-full.C:
		return store.ErrUnavailable
	case <-r.ended:
		return store.ErrUnavailable
	case <-ctx.Done():
		return ctx.Err()
	}
}

// wait returns the result. After the recorder has ended nobody takes the event any more.
func (r *Recorder) wait(ctx context.Context, w *waiting) result {
	select {
	case got := <-w.done:
		return got
	case <-ctx.Done():
		return result{err: ctx.Err()}
	case <-r.ended:
	}
	select {
	case got := <-w.done:
		return got
	default:
		return result{err: store.ErrUnavailable}
	}
}

// alone records an event in a transaction of its own.
func (r *Recorder) alone(ctx context.Context, who caller.Caller, to Ref, e *NewEvent) (id int64, defined bool, err error) {
	err = r.store.InWorkspace(ctx, who, func(ctx context.Context, tx *store.Tx) (err error) {
		id, defined, err = Record(ctx, tx, to, e)
		return err
	})
	return id, defined, err
}
