package allowlist

import (
	"fmt"
	"net/netip"
	"time"

	"github.com/gaissmai/bart"
	"github.com/google/uuid"
)

// MaxEntries is the most entries that a workspace's list may have.
const MaxEntries = 1000

// Entry is one line of the list.
type Entry struct {
	ID        uuid.UUID
	Range     netip.Prefix // canonical
	ExpiresAt time.Time    // zero: never. At this instant it matches no more
}

// List answers whether an address is on it. The nil List is off.
type List struct {
	table bart.Table[*node]
}

// node is an entry and the next wider one that covers it.
type node struct {
	entry Entry
	wider *node
}

// Compile makes the list of entries. It refuses what validation should have
// kept out: ranges that are not canonical, duplicates, and too many entries.
func Compile(entries []Entry) (*List, error) {
	if len(entries) > MaxEntries {
		return nil, fmt.Errorf("compiling an allowlist: %d entries, at most %d", len(entries), MaxEntries)
	}
	l := new(List)
	for _, e := range entries {
		if !isCanonical(e.Range) {
			return nil, fmt.Errorf("compiling an allowlist: entry %s: %s is not canonical", e.ID, e.Range)
		}
		if _, ok := l.table.Get(e.Range); ok {
			return nil, fmt.Errorf("compiling an allowlist: entry %s: %s is on it twice", e.ID, e.Range)
		}
		l.table.Insert(e.Range, &node{entry: e})
	}
	for p, n := range l.table.All() {
		for wider, w := range l.table.Supernets(p) {
			if wider != p {
				n.wider = w
				break
			}
		}
	}
	return l, nil
}

// Active reports whether the list is on: whether it has an entry, be it expired.
func (l *List) Active() bool { return l != nil && l.table.Size() > 0 }

// Check returns the most specific entry that addr matches and that has not
// expired at now. The invalid address matches nothing.
func (l *List) Check(addr netip.Addr, now time.Time) (Entry, bool) {
	if !l.Active() || !addr.IsValid() {
		return Entry{}, false
	}
	n, _ := l.table.Lookup(addr.Unmap().WithZone(""))
	for ; n != nil; n = n.wider {
		if n.entry.ExpiresAt.IsZero() || now.Before(n.entry.ExpiresAt) {
			return n.entry, true
		}
	}
	return Entry{}, false
}
