package verify

import (
	"crypto/sha256"
	"sync"

	"github.com/google/uuid"
)

// How much is kept. A node that serves more keys at once than this works, with
// more reads.
const (
	shards        = 64
	entriesAShard = 4096
	maxUnknown    = 65536
	maxWorkspaces = 65536
	maxForgotten  = 4096
)

// sum is a secret's place in memory.
type sum [sha256.Size]byte

// memory is what a node knows. Reading an entry takes its shard's shared lock;
// everything that changes memory holds mu.
type memory struct {
	shard [shards]struct {
		sync.RWMutex
		entries map[sum]*entry
	}

	mu         sync.Mutex
	places     map[uuid.UUID]map[sum]uuid.UUID // by workspace: its secrets in memory, with their keys
	workspaces map[uuid.UUID]*Workspace
	unknown    map[sum]struct{} // well-formed secrets that are nobody's
	flights    map[sum]*flight
	forgotten  []concern // the latest, oldest first
	dropped    int       // how many concerns came before those in forgotten
}

// concern is something that was forgotten: a key, a workspace (no key), or
// everything (neither).
type concern struct{ workspace, key uuid.UUID }

func newMemory() *memory {
	m := &memory{
		places:     map[uuid.UUID]map[sum]uuid.UUID{},
		workspaces: map[uuid.UUID]*Workspace{},
		unknown:    map[sum]struct{}{},
		flights:    map[sum]*flight{},
	}
	for i := range m.shard {
		m.shard[i].entries = map[sum]*entry{}
	}
	return m
}

func (m *memory) entry(s *sum) *entry {
	shard := &m.shard[s[0]%shards]
	shard.RLock()
	e := shard.entries[*s]
	shard.RUnlock()
	return e
}

// isUnknown reports whether a secret is known to be nobody's.
func (m *memory) isUnknown(s sum) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, unknown := m.unknown[s]
	return unknown
}

// land ends a flight that began at since, and keeps what it brought unless that
// is older than something that was forgotten meanwhile.
func (m *memory) land(f *flight, s sum, since int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.flights[s] == f {
		delete(m.flights, s)
	}
	switch {
	case f.err != nil:
	case f.entry != nil:
		c := &f.entry.credential
		if !m.stale(since, c.Workspace, c.Key) {
			m.keep(s, f.entry)
		}
	case m.clock() == since:
		makeRoom(m.unknown, maxUnknown)
		m.unknown[s] = struct{}{}
	}
}

// forget drops what is known of a key, or of a workspace when key is uuid.Nil.
// A change may also have made a secret known that was not, and it is not known
// which: so the unknown ones are forgotten with any change.
func (m *memory) forget(workspace, key uuid.UUID) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for s, k := range m.places[workspace] {
		if key == uuid.Nil || k == key {
			m.remove(workspace, s)
		}
	}
	if key == uuid.Nil {
		delete(m.workspaces, workspace)
	}
	m.note(concern{workspace, key})
}

func (m *memory) forgetAll() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.shard {
		m.shard[i].Lock()
		clear(m.shard[i].entries)
		m.shard[i].Unlock()
	}
	clear(m.places)
	clear(m.workspaces)
	m.note(concern{})
}

// note remembers that c was forgotten, so that no read that began before brings
// it back, and lets no later request join such a read.
func (m *memory) note(c concern) {
	clear(m.unknown)
	clear(m.flights)
	if len(m.forgotten) == maxForgotten {
		half := maxForgotten / 2
		m.forgotten = append(m.forgotten[:0], m.forgotten[half:]...)
		m.dropped += half
	}
	m.forgotten = append(m.forgotten, c)
}

// clock counts what was forgotten so far. Callers hold mu.
func (m *memory) clock() int { return m.dropped + len(m.forgotten) }

// stale reports whether a read that began at since may be older than something
// that was forgotten of the key or workspace. Callers hold mu.
func (m *memory) stale(since int, workspace, key uuid.UUID) bool {
	if since < m.dropped {
		return true
	}
	for _, c := range m.forgotten[since-m.dropped:] {
		everything := c == concern{}
		if everything || c.workspace == workspace && (c.key == uuid.Nil || c.key == key) {
			return true
		}
	}
	return false
}

// keep puts an entry into memory. Callers hold mu.
func (m *memory) keep(s sum, e *entry) {
	shard := &m.shard[s[0]%shards]
	if len(shard.entries) >= entriesAShard {
		for other, old := range shard.entries {
			m.remove(old.credential.Workspace, other)
			break
		}
	}
	shard.Lock()
	shard.entries[s] = e
	shard.Unlock()
	c := &e.credential
	if m.places[c.Workspace] == nil {
		m.places[c.Workspace] = map[sum]uuid.UUID{}
	}
	m.places[c.Workspace][s] = c.Key
}

// remove takes an entry out of memory. Callers hold mu.
func (m *memory) remove(workspace uuid.UUID, s sum) {
	shard := &m.shard[s[0]%shards]
	shard.Lock()
	delete(shard.entries, s)
	shard.Unlock()
	if delete(m.places[workspace], s); len(m.places[workspace]) == 0 {
		delete(m.places, workspace)
	}
}

// makeRoom drops any one entry of a map that is full.
func makeRoom[K comparable, V any](m map[K]V, limit int) {
	if len(m) < limit {
		return
	}
	for k := range m {
		delete(m, k)
		return
	}
}
