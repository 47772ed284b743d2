package cluster

import (
	"sync/atomic"
	"time"
)

// lease is until when a node may trust its memory. Reading it costs no lock.
type lease struct {
	until atomic.Pointer[time.Time] // with both clocks' readings; nil: never had one
}

// running reports whether the lease runs at now by both clocks. now must come
// from time.Now, unchanged, so that it has both readings.
func (l *lease) running(now time.Time) bool {
	until := l.until.Load()
	return until != nil && now.Before(*until) && now.UnixNano() < until.UnixNano()
}

// extend makes the lease run for d from a reading of both clocks.
func (l *lease) extend(from time.Time, d time.Duration) {
	until := from.Add(d)
	l.until.Store(&until)
}

func (l *lease) end() { l.until.Store(nil) }
