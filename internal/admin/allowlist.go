package admin

import (
	"context"
	"net/netip"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

// AllowlistPage is a part of the workspace's IP allowlist, in the order in which
// entries were added.
type AllowlistPage struct {
	Active      bool // the list is on: it has an entry
	Edges       []EntryEdge
	HasNextPage bool
	EndCursor   string // "" when there are no edges
	Total       int    // of the whole list
}

// EntryEdge is an entry in the list.
type EntryEdge struct {
	Cursor string
	Entry  workspace.AllowlistEntry
}

// Allowlist returns a page of the IP allowlist.
func (s *Service) Allowlist(ctx context.Context, who caller.Caller, page Page) (out AllowlistPage, err error) {
	if err := who.Require(caller.AllowlistRead); err != nil {
		return AllowlistPage{}, err
	}
	size, err := page.size()
	if err != nil {
		return AllowlistPage{}, err
	}
	after, err := page.in(entryList, isInstant)
	if err != nil {
		return AllowlistPage{}, err
	}
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		found, total, err := v.Entries(ctx, entryPosition(after), size+1)
		found, out.HasNextPage = cut(found, size)
		out.Active, out.Total, out.Edges = total > 0, total, make([]EntryEdge, len(found))
		for i, e := range found {
			out.EndCursor = cursor{entryList, e.CreatedAt.Format(time.RFC3339Nano), e.ID}.String()
			out.Edges[i] = EntryEdge{out.EndCursor, e}
		}
		return err
	})
	if err != nil {
		return AllowlistPage{}, err
	}
	return out, nil
}

func entryPosition(c *cursor) *store.EntryPosition {
	if c == nil {
		return nil
	}
	at, err := time.Parse(time.RFC3339Nano, c.Value)
	if err != nil {
		panic(err) // Page.in has read it
	}
	return &store.EntryPosition{CreatedAt: at, ID: c.ID}
}

// AddressCheck is whether an address may use the workspace's keys.
type AddressCheck struct {
	Address string // canonical
	Allowed bool
	Entry   *workspace.AllowlistEntry // the most specific one that allows it; nil when none does, or the list is off
}

// CheckAddress tells what the allowlist says of an address now.
func (s *Service) CheckAddress(ctx context.Context, who caller.Caller, text string) (check AddressCheck, err error) {
	if err := who.Require(caller.AllowlistRead); err != nil {
		return AddressCheck{}, err
	}
	address, err := allowlist.ParseAddress(text)
	if err != nil {
		return AddressCheck{}, fault.On(err, "address")
	}
	err = s.store.View(ctx, who, func(ctx context.Context, v *store.View) error {
		entries, _, err := v.Entries(ctx, nil, allowlist.MaxEntries)
		if err != nil {
			return err
		}
		check, err = checkAddress(entries, address, s.clock())
		return err
	})
	return check, err
}

func checkAddress(entries []workspace.AllowlistEntry, address netip.Addr, now time.Time) (AddressCheck, error) {
	byID := make(map[uuid.UUID]*workspace.AllowlistEntry, len(entries))
	for i, e := range entries {
		byID[e.ID] = &entries[i]
	}
	list, err := compile(entries)
	if err != nil {
		return AddressCheck{}, err
	}
	match, matched := list.Check(address, now)
	return AddressCheck{Address: address.String(), Allowed: matched || !list.Active(), Entry: byID[match.ID]}, nil
}
