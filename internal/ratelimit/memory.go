package ratelimit

import (
	"context"
	"sync"
	"time"

	"github.com/google/uuid"
)

// How much is kept: about 30 MB when every shard is full.
const (
	shards       = 64
	statesAShard = 4096
	sweepFirst   = 256 // a shard with fewer states is not swept
)

// Memory keeps states in this process. Both limits of a call are in the shard of
// its workspace, so that one lock covers them.
type Memory struct {
	now   func() int64 // microseconds, which never go back
	shard [shards]shard
}

type shard struct {
	sync.Mutex
	states  map[place]*State
	none    State // of every limit that there is not
	sweepAt int   // how many states there are when those of whole limits are dropped
}

// place is where a state is found. The size of the limit is part of it, so that a
// changed limit begins whole.
type place struct {
	id    uuid.UUID // of the key or the workspace
	limit Limit
}

// NewMemory returns an empty memory that goes by the monotonic clock.
func NewMemory() *Memory {
	began := time.Now()
	return newMemory(func() int64 { return time.Since(began).Microseconds() })
}

func newMemory(now func() int64) *Memory {
	m := &Memory{now: now}
	for i := range m.shard {
		m.shard[i].states, m.shard[i].sweepAt = map[place]*State{}, sweepFirst
	}
	return m
}

// Take implements [Store]. It never fails.
func (m *Memory) Take(_ context.Context, c Call) (Verdict, error) {
	s := &m.shard[c.Workspace[len(c.Workspace)-1]%shards]
	s.Lock()
	defer s.Unlock()
	now := m.now()
	if len(s.states) >= s.sweepAt {
		s.sweep(now)
	}
	key, workspace := s.find(c.Key, c.Limits.Key), s.find(c.Workspace, c.Limits.Workspace)
	states, ok := States{*key, *workspace}, true
	if !c.Look {
		states, ok = c.Limits.Step(states, now)
		*key, *workspace = states.Key, states.Workspace
	}
	return Judge(c, states, now, ok), nil
}

// find returns the state at a place, for as long as the lock is held.
func (s *shard) find(id uuid.UUID, l Limit) *State {
	if l.None() {
		return &s.none
	}
	at := place{id, l}
	state := s.states[at]
	if state == nil {
		state = new(State)
		s.states[at] = state
	}
	return state
}

// sweep drops the states of limits that are whole again, and, when the shard is
// full of others, one in eight of those: they begin whole. The next sweep is due
// when there are twice as many states as it leaves.
func (s *shard) sweep(now int64) {
	for at, state := range s.states {
		if !state.beyond(now) {
			delete(s.states, at)
		}
	}
	for at := range s.states {
		if len(s.states) <= statesAShard*7/8 {
			break
		}
		delete(s.states, at)
	}
	s.sweepAt = min(max(2*len(s.states), sweepFirst), statesAShard)
}
