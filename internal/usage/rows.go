package usage

import (
	"net/netip"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

const (
	maxRows   = 100_000
	flushRows = 10_000 // of a statement, apart from those of its last key
	maxAgent  = 256    // bytes of a user agent that are kept
)

// keyID names a key.
type keyID struct{ workspace, key uuid.UUID }

// rows is what one flush writes.
type rows struct {
	keys    map[keyID]*tally
	size    int // how many rows there are in all
	dropped int // that there was no room for
}

func newRows() *rows { return &rows{keys: map[keyID]*tally{}} }

// tally is what is known of one key. Of its sources, a kind's room is kept apart.
// Most calls are like the one before, so the rows of that one are at hand.
type tally struct {
	counts    map[slot]*count
	addresses map[address]*seen
	agents    map[agent]*seen
	use       store.Use // zero: none

	slot    slot
	count   *count // of slot; nil: there was no call yet, or no room for it
	address address
	from    *seen // of address
	agent   agent
	by      *seen // of agent
}

// slot is a row of counts, without its key.
type slot struct {
	hour               int64 // Unix hours
	operation, outcome string
}

type count struct {
	calls  int64
	access string
}

type address struct {
	day   int64 // Unix days
	addr  netip.Addr
	other bool
}

type agent struct {
	day  int64
	text string
}

// seen is how often a source called, and when last.
type seen struct {
	calls, refusals int64
	last            time.Time
}

// call adds one call. One like others before costs no allocation.
func (r *rows) call(c *Call) {
	t := r.tally(keyID{c.Workspace, c.Key})
	if t == nil {
		return
	}
	hour := c.At.Unix() / 3600
	if s := (slot{hour, c.Operation, c.Outcome}); t.count == nil || t.slot != s {
		t.slot, t.count = s, r.counted(t, s, c.Access)
	}
	if a := (address{day: hour / 24, addr: c.Address.Unmap().WithZone("")}); t.from == nil || t.address != a {
		t.address, t.from = a, r.from(t, a)
	}
	if a := (agent{hour / 24, c.UserAgent}); t.by == nil || t.agent != a {
		a.text = clean(a.text)
		t.agent, t.by = a, r.by(t, a)
	}
	t.count.add(1)
	t.from.add(c.Refused, c.At)
	t.by.add(c.Refused, c.At)
	if !c.Refused && t.use.At.Before(c.At) {
		t.use = store.Use{Workspace: c.Workspace, Key: c.Key, At: c.At, Address: c.Address, UserAgent: t.agent.text, Operation: c.Operation}
	}
}

// tally finds what is known of a key; nil when there is no room for one more.
func (r *rows) tally(k keyID) *tally {
	t := r.keys[k]
	if t == nil && r.grow() {
		t = &tally{counts: map[slot]*count{}, addresses: map[address]*seen{}, agents: map[agent]*seen{}}
		r.keys[k] = t
	}
	return t
}

// grow makes room for one more row, if there is any.
func (r *rows) grow() bool {
	if r.size >= maxRows {
		r.dropped++
		return false
	}
	r.size++
	return true
}

// counted finds a row of counts; nil when there is no room for one more.
func (r *rows) counted(t *tally, s slot, access string) *count {
	n := t.counts[s]
	if n == nil && r.grow() {
		n = &count{access: access}
		t.counts[s] = n
	}
	return n
}

// from finds an address, or all the others when there are too many.
func (r *rows) from(t *tally, a address) *seen {
	if t.addresses[a] == nil && len(t.addresses) >= store.FromAddress.Room() {
		a = address{day: a.day, other: true}
	}
	return find(r, t.addresses, a)
}

// by finds a user agent, or all the others when there are too many.
func (r *rows) by(t *tally, a agent) *seen {
	if t.agents[a] == nil && len(t.agents) >= store.FromUserAgent.Room() {
		a.text = store.OtherSources
	}
	return find(r, t.agents, a)
}

// find finds a source; nil when there is no room for one more.
func find[K comparable](r *rows, sources map[K]*seen, k K) *seen {
	s := sources[k]
	if s == nil && r.grow() {
		s = new(seen)
		sources[k] = s
	}
	return s
}

// The methods of nil are for calls that there was no room for.

func (n *count) add(calls int64) {
	if n != nil {
		n.calls += calls
	}
}

func (s *seen) add(refused bool, at time.Time) {
	switch {
	case s == nil:
	case refused:
		s.join(seen{refusals: 1, last: at})
	default:
		s.join(seen{calls: 1, last: at})
	}
}

func (s *seen) join(other seen) {
	if s == nil {
		return
	}
	s.calls += other.calls
	s.refusals += other.refusals
	if s.last.Before(other.last) {
		s.last = other.last
	}
}

// join adds what other rows have.
func (r *rows) join(old *rows) {
	for id, from := range old.keys {
		t := r.tally(id)
		if t == nil {
			continue
		}
		for s, n := range from.counts {
			r.counted(t, s, n.access).add(n.calls)
		}
		for a, n := range from.addresses {
			r.from(t, a).join(*n)
		}
		for a, n := range from.agents {
			r.by(t, a).join(*n)
		}
		if t.use.At.Before(from.use.At) {
			t.use = from.use
		}
	}
}

// split is the rows in parts that one statement can write each.
func (r *rows) split() (parts []*rows) {
	part := newRows()
	for id, t := range r.keys {
		part.keys[id] = t
		if part.size += 1 + len(t.counts) + len(t.addresses) + len(t.agents); part.size >= flushRows {
			parts = append(parts, part)
			part = newRows()
		}
	}
	if len(part.keys) > 0 {
		parts = append(parts, part)
	}
	return parts
}

// batch is the rows as the store takes them.
func (r *rows) batch() (b store.UsageBatch) {
	for id, t := range r.keys {
		for s, n := range t.counts {
			b.Counts = append(b.Counts, store.Count{Workspace: id.workspace, Key: id.key, Hour: time.Unix(s.hour*3600, 0),
				Operation: s.operation, Outcome: s.outcome, Access: n.access, Calls: n.calls})
		}
		for a, s := range t.addresses {
			b.Sources = append(b.Sources, s.source(id, a.day, store.FromAddress, a.text()))
		}
		for a, s := range t.agents {
			b.Sources = append(b.Sources, s.source(id, a.day, store.FromUserAgent, a.text))
		}
		if !t.use.At.IsZero() {
			b.Uses = append(b.Uses, t.use)
		}
	}
	return b
}

func (s *seen) source(id keyID, day int64, kind store.SourceKind, text string) store.Source {
	return store.Source{Workspace: id.workspace, Key: id.key, Day: time.Unix(day*86400, 0), Kind: kind, Source: text,
		Calls: s.calls, Refusals: s.refusals, LastSeen: s.last}
}

// text is the address as it is kept: canonical, as the allowlist has it.
func (a address) text() string {
	switch {
	case a.other:
		return store.OtherSources
	case !a.addr.IsValid():
		return ""
	}
	return a.addr.String()
}

// clean makes a user agent fit for text in PostgreSQL: bounded, valid, no NUL.
func clean(agent string) string {
	if len(agent) <= maxAgent && isPlain(agent) {
		return agent
	}
	agent = agent[:min(len(agent), maxAgent)]
	out := make([]rune, 0, len(agent))
	for _, r := range agent {
		if r >= ' ' && r != utf8.RuneError && r != 0x7f {
			out = append(out, r)
		}
	}
	return string(out)
}

// isPlain reports whether text is printable ASCII, which most are.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}
