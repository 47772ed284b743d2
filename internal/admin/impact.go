package admin

import (
	"cmp"
	"context"
	"net/netip"
	"slices"
	"strconv"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// How much of an impact is told apart. The sums are of everything.
const (
	MaxImpactedKeys      = 100
	MaxImpactedAddresses = 20 // of a key
)

// Impact is what a change of the allowlist would have meant for the calls of the
// last 30 days: those that were accepted, whose address the list lets through as it
// is and would not after the change. Keys that are revoked are left out.
type Impact struct {
	RefusedCalls int64
	Keys         []ImpactedKey // those that call most
	MoreKeys     int           // that Keys has no room for
	UnknownCalls int64         // of addresses that were not kept apart, when the change could refuse any
}

// ImpactedKey is a key with calls that would be refused.
type ImpactedKey struct {
	Key           apikey.Key
	RefusedCalls  int64
	Addresses     []ImpactedAddress // those that call most
	MoreAddresses int               // that Addresses has no room for
}

// ImpactedAddress is an address that would be refused.
type ImpactedAddress struct {
	Address  string // "" when it could not be established
	Calls    int64
	LastSeen time.Time
}

// PreviewAllowlist is a change of the allowlist that is only thought of.
type PreviewAllowlist struct {
	Add    []string
	Remove []uuid.UUID
}

// PreviewAllowlist returns what a change of the allowlist would mean.
func (s *Service) PreviewAllowlist(ctx context.Context, who caller.Caller, in PreviewAllowlist) (out Impact, err error) {
	switch err := who.Require(caller.AllowlistRead); {
	case err != nil:
		return Impact{}, err
	case len(in.Add) > allowlist.MaxEntries:
		return Impact{}, errTooMany.On("add")
	case len(in.Remove) > allowlist.MaxEntries:
		return Impact{}, errTooMany.On("remove")
	}
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		before, _, err := v.Entries(ctx, nil, allowlist.MaxEntries)
		if err != nil {
			return err
		}
		after, err := in.apply(before)
		if err != nil {
			return err
		}
		out, err = v.impact(ctx, before, after)
		return err
	})
	if err != nil {
		return Impact{}, err
	}
	return out, nil
}

// apply returns the list after the change. A range that is on it stays as it is.
func (in PreviewAllowlist) apply(before []workspace.AllowlistEntry) ([]workspace.AllowlistEntry, error) {
	removed := make(map[uuid.UUID]bool, len(in.Remove))
	for _, id := range in.Remove {
		removed[id] = true
	}
	after := slices.DeleteFunc(slices.Clone(before), func(e workspace.AllowlistEntry) bool { return removed[e.ID] })
	if len(before)-len(after) != len(removed) {
		return nil, errNoEntry
	}
	var wrong fault.Fields
	listed := make(map[netip.Prefix]bool, len(after))
	for _, e := range after {
		listed[e.Range] = true
	}
	for i, text := range in.Add {
		added, err := allowlist.ParseRange(text)
		if err == nil && listed[added] {
			err = errAlreadyOnList
		}
		wrong.Add(fault.On(err, "add", strconv.Itoa(i)))
		listed[added] = true
		after = append(after, workspace.AllowlistEntry{ID: uuid.New(), Range: added})
	}
	if err := wrong.Err(); err != nil {
		return nil, err
	}
	if len(after) > allowlist.MaxEntries {
		return nil, errListFull.On("add")
	}
	return after, nil
}

// impactOf is what a change that was made means; nil when that cannot be told.
func (s *Service) impactOf(ctx context.Context, who caller.Caller, before, after []workspace.AllowlistEntry) *Impact {
	var out Impact
	err := s.view(ctx, who, func(ctx context.Context, v *look) (err error) {
		out, err = v.impact(ctx, before, after)
		return err
	})
	if err != nil {
		return nil
	}
	return &out
}

// impact compares two lists over the addresses that were seen.
func (v *look) impact(ctx context.Context, before, after []workspace.AllowlistEntry) (Impact, error) {
	was, err := compile(before)
	if err != nil {
		return Impact{}, err
	}
	would, err := compile(after)
	if err != nil {
		return Impact{}, err
	}
	t := newToll()
	if tightens(before, after) {
		err = v.SeenSince(ctx, habitsSince(v.now), func(seen store.Seen) error {
			if seen.Address == store.OtherSources {
				t.unknown += seen.Calls
				return nil
			}
			addr, err := seenAddress(seen.Address)
			if err == nil && lets(was, addr, v.now) && !lets(would, addr, v.now) {
				t.add(seen)
			}
			return err
		})
	}
	if err != nil {
		return Impact{}, err
	}
	return v.told(ctx, t)
}

// tightens reports whether the list could refuse what it did not: it is turned on,
// or an entry of it is gone or was edited.
func tightens(before, after []workspace.AllowlistEntry) bool {
	if len(before) == 0 || len(after) == 0 {
		return len(after) > 0
	}
	kept := make(map[netip.Prefix]time.Time, len(after))
	for _, e := range after {
		kept[e.Range] = e.ExpiresAt
	}
	return slices.ContainsFunc(before, func(e workspace.AllowlistEntry) bool {
		expires, ok := kept[e.Range]
		return !ok || !expires.Equal(e.ExpiresAt)
	})
}

// seenAddress is the invalid address for one that could not be established.
func seenAddress(text string) (netip.Addr, error) {
	if text == "" {
		return netip.Addr{}, nil
	}
	return netip.ParseAddr(text)
}

// lets reports whether the list lets an address through, as verification decides.
func lets(l *allowlist.List, addr netip.Addr, now time.Time) bool {
	if !l.Active() {
		return true
	}
	_, matched := l.Check(addr, now)
	return matched
}

func compile(entries []workspace.AllowlistEntry) (*allowlist.List, error) {
	compiled := make([]allowlist.Entry, len(entries))
	for i, e := range entries {
		compiled[i] = allowlist.Entry{ID: e.ID, Range: e.Range, ExpiresAt: e.ExpiresAt}
	}
	return allowlist.Compile(compiled)
}

// toll is an impact while it is added up.
type toll struct {
	unknown int64
	keys    map[uuid.UUID]*ImpactedKey
}

func newToll() *toll { return &toll{keys: map[uuid.UUID]*ImpactedKey{}} }

// add adds an address of a key. Twice as many as are told apart are remembered.
func (t *toll) add(s store.Seen) {
	k := t.keys[s.Key]
	if k == nil {
		k = new(ImpactedKey)
		t.keys[s.Key] = k
	}
	k.RefusedCalls += s.Calls
	k.Addresses = append(k.Addresses, ImpactedAddress{s.Address, s.Calls, s.LastSeen})
	if len(k.Addresses) >= 2*MaxImpactedAddresses {
		k.trim()
	}
}

// trim keeps the addresses that call most.
func (k *ImpactedKey) trim() {
	slices.SortFunc(k.Addresses, func(a, b ImpactedAddress) int {
		return cmp.Or(cmp.Compare(b.Calls, a.Calls), cmp.Compare(a.Address, b.Address))
	})
	if more := len(k.Addresses) - MaxImpactedAddresses; more > 0 {
		k.Addresses, k.MoreAddresses = k.Addresses[:MaxImpactedAddresses], k.MoreAddresses+more
	}
}

// told is the impact as it is shown: the keys that call most, with their names.
func (v *look) told(ctx context.Context, t *toll) (out Impact, err error) {
	out.UnknownCalls = t.unknown
	ids := make([]uuid.UUID, 0, len(t.keys))
	for id, k := range t.keys {
		out.RefusedCalls += k.RefusedCalls
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int {
		return cmp.Or(cmp.Compare(t.keys[b].RefusedCalls, t.keys[a].RefusedCalls), slices.Compare(a[:], b[:]))
	})
	shown := ids[:min(len(ids), MaxImpactedKeys)]
	out.MoreKeys = len(ids) - len(shown)
	keys, err := v.keysOf(ctx, shown)
	for _, id := range shown {
		k := t.keys[id]
		k.Key = keys[id]
		k.trim()
		out.Keys = append(out.Keys, *k)
	}
	return out, err
}
