package admin

import (
	"context"
	"net/netip"
	"strconv"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

// AddEntries is the input of new entries.
type AddEntries struct {
	Entries         []EntryInput
	ConfirmEveryone bool
	IdempotencyKey  string `json:"-"`
}

// EntryInput is a new entry.
type EntryInput struct {
	Range     string
	Note      string
	ExpiresAt *time.Time // nil: never
}

// AddEntries adds all of the entries, or none.
func (s *Service) AddEntries(ctx context.Context, who caller.Caller, in AddEntries) (ChangedAllowlist, error) {
	switch err := who.Require(caller.AllowlistWrite); {
	case err != nil:
		return ChangedAllowlist{}, err
	case len(in.Entries) == 0:
		return ChangedAllowlist{}, errNothing.On("entries")
	case len(in.Entries) > allowlist.MaxEntries:
		return ChangedAllowlist{}, errTooMany.On("entries")
	}
	return s.changeAllowlist(ctx, who, func(ctx context.Context, c *change) (out ChangedAllowlist, err error) {
		batch, replayed, err := c.once(ctx, "addIpAllowlistEntries", in.IdempotencyKey, in, uuid.New())
		switch {
		case err != nil:
			return out, err
		case replayed:
			out.Replayed = true
			out.Entries, err = c.EntriesOf(ctx, entryIDs(batch, len(in.Entries)))
			return out, err
		}
		out.Entries, err = c.addEntries(ctx, batch, in)
		return out, err
	})
}

// entryIDs derives the ids of entries that are added together, so that a replay
// finds them by the one id it has kept.
func entryIDs(batch uuid.UUID, n int) []uuid.UUID {
	ids := make([]uuid.UUID, n)
	for i := range ids {
		ids[i] = uuid.NewSHA1(batch, strconv.AppendInt(nil, int64(i), 10))
	}
	return ids
}

func (c *change) addEntries(ctx context.Context, batch uuid.UUID, in AddEntries) ([]workspace.AllowlistEntry, error) {
	entries, err := c.parseEntries(ctx, in)
	if err != nil {
		return nil, err
	}
	switch n, err := c.CountEntries(ctx); {
	case err != nil:
		return nil, err
	case n+len(entries) > allowlist.MaxEntries:
		return nil, errListFull
	}
	for i, id := range entryIDs(batch, len(entries)) {
		entries[i].ID = id
	}
	if err := c.AddEntries(ctx, entries); err != nil {
		return nil, err
	}
	return entries, c.record(ctx, audit.EntriesAdded, listTarget(entries), nil, listValues(entries))
}

// parseEntries reads the entries, and reports all that is wrong with them.
func (c *change) parseEntries(ctx context.Context, in AddEntries) ([]workspace.AllowlistEntry, error) {
	var wrong fault.Fields
	entries := make([]workspace.AllowlistEntry, len(in.Entries))
	ranges := make([]netip.Prefix, 0, len(in.Entries))
	for i, input := range in.Entries {
		// A microsecond apart, so that they are listed in the order in which they were given.
		entries[i] = workspace.AllowlistEntry{Version: 1, CreatedAt: c.now.Add(time.Duration(i) * time.Microsecond), CreatedBy: c.Caller().Actor()}
		c.parseEntry(&entries[i], input, i, in.ConfirmEveryone, &wrong)
		if entries[i].Range.IsValid() {
			ranges = append(ranges, entries[i].Range)
		}
	}
	seen, err := c.Listed(ctx, ranges)
	if err != nil {
		return nil, err
	}
	for i, e := range entries {
		if e.Range.IsValid() && seen[e.Range] {
			wrong.Add(fault.On(errAlreadyOnList, "entries", strconv.Itoa(i), "range"))
		}
		seen[e.Range] = true
	}
	return entries, wrong.Err()
}

func (c *change) parseEntry(e *workspace.AllowlistEntry, input EntryInput, i int, everyone bool, wrong *fault.Fields) {
	field := func(err error, name string) { wrong.Add(fault.On(err, "entries", strconv.Itoa(i), name)) }
	var err error
	e.Range, err = allowlist.ParseRange(input.Range)
	field(err, "range")
	if allowlist.Everyone(e.Range) && !everyone {
		field(errEveryone, "range")
	}
	e.Note, err = allowlist.ParseNote(input.Note)
	field(c.prose(input.Note, err), "note")
	e.ExpiresAt, err = c.parseExpiry(input.ExpiresAt)
	field(err, "expiresAt")
}
