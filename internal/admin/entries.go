package admin

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/allowlist"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

// What is wrong with a change of the allowlist.
var (
	errNothing       = fault.New(fault.Invalid, "NOTHING_GIVEN", "Give at least one entry.")
	errTooMany       = fault.New(fault.Invalid, "TOO_MANY_ENTRIES", "Give at most 1,000 entries at a time.")
	errAlreadyOnList = fault.New(fault.Conflict, "ALREADY_ON_LIST", "This address or range is already on the list.")
	errEveryone      = fault.New(fault.Conflict, "WOULD_ALLOW_EVERYONE", "This range is every address there is. Confirm that everyone is meant (confirmEveryone).")
	errListFull      = fault.New(fault.Conflict, "ALLOWLIST_FULL", "The list has at most 1,000 entries. Remove some, or join neighbouring ranges.").On("entries")
	errTurnOff       = fault.New(fault.Conflict, "WOULD_TURN_OFF",
		"Without an entry the list is off, and every address may use the workspace's keys. Confirm that this is meant (mayTurnOff).").On("ids")
	errExpiryPast = fault.New(fault.Invalid, "EXPIRY_IN_PAST", "Choose a time in the future, or none.")
	errExpiryFar  = fault.New(fault.Invalid, "EXPIRY_TOO_FAR", "Choose a time before the year 10000, or none.")
)

// ChangedAllowlist is what a change of the allowlist did.
type ChangedAllowlist struct {
	Entries     []workspace.AllowlistEntry // that were added or edited, as they are now
	Replayed    bool
	Impact      *Impact // nil: the change is made, and what it means could not be told
	Propagation cluster.Propagation
}

// parseExpiry reads when an entry stops to match; nil is never.
func (c *change) parseExpiry(at *time.Time) (time.Time, error) {
	switch {
	case at == nil:
		return time.Time{}, nil
	case !at.After(c.now):
		return time.Time{}, errExpiryPast
	case at.UTC().Year() > 9999:
		return time.Time{}, errExpiryFar
	}
	return at.UTC().Truncate(time.Microsecond), nil
}

// UpdateEntry is an edit of an entry. What is nil stays as it is; another range
// is another entry.
type UpdateEntry struct {
	ID              uuid.UUID
	ExpectedVersion int
	Note            *string
	ExpiresAt       **time.Time // a pointer to nil: never
}

// UpdateEntry edits an entry.
func (s *Service) UpdateEntry(ctx context.Context, who caller.Caller, in UpdateEntry) (ChangedAllowlist, error) {
	if err := who.Require(caller.AllowlistWrite); err != nil {
		return ChangedAllowlist{}, err
	}
	return s.changeAllowlist(ctx, who, func(ctx context.Context, c *change) (out ChangedAllowlist, err error) {
		found, err := c.EntriesOf(ctx, []uuid.UUID{in.ID})
		if err != nil || len(found) == 0 {
			return out, orNotFound(err, errNoEntry)
		}
		if err := newerVersion(in.ExpectedVersion, found[0].Version); err != nil {
			return out, err
		}
		edited, err := c.updateEntry(ctx, found[0], in)
		return ChangedAllowlist{Entries: []workspace.AllowlistEntry{edited}}, err
	})
}

func (c *change) updateEntry(ctx context.Context, old workspace.AllowlistEntry, in UpdateEntry) (workspace.AllowlistEntry, error) {
	var wrong fault.Fields
	var err error
	e := old
	if in.Note != nil {
		e.Note, err = allowlist.ParseNote(*in.Note)
		wrong.Add(fault.On(c.prose(*in.Note, err), "note"))
	}
	if in.ExpiresAt != nil && !sameInstant(*in.ExpiresAt, old.ExpiresAt) {
		e.ExpiresAt, err = c.parseExpiry(*in.ExpiresAt)
		wrong.Add(fault.On(err, "expiresAt"))
	}
	if err := wrong.Err(); err != nil {
		return old, err
	}
	before, after := audit.Changes(entryValues(old), entryValues(e))
	if len(after) == 0 {
		return old, nil
	}
	if e, err = c.SaveEntry(ctx, e); err != nil {
		return old, err
	}
	target := audit.Target{Kind: audit.AllowlistEntry, ID: e.ID, Label: audit.Text(allowlist.Text(e.Range))}
	return e, c.record(ctx, audit.EntryUpdated, target, before, after)
}

// sameInstant reports whether a given expiry is the one there is, which may be over.
func sameInstant(given *time.Time, kept time.Time) bool {
	return given == nil && kept.IsZero() || given != nil && given.Truncate(time.Microsecond).Equal(kept)
}

// RemoveEntries is the removal of entries.
type RemoveEntries struct {
	IDs        []uuid.UUID
	MayTurnOff bool // the list may become empty, and so turn off
}

// RemoveEntries removes all of the entries, or none. An id given twice is one.
func (s *Service) RemoveEntries(ctx context.Context, who caller.Caller, in RemoveEntries) (ChangedAllowlist, error) {
	switch err := who.Require(caller.AllowlistWrite); {
	case err != nil:
		return ChangedAllowlist{}, err
	case len(in.IDs) == 0:
		return ChangedAllowlist{}, errNothing.On("ids")
	case len(in.IDs) > allowlist.MaxEntries:
		return ChangedAllowlist{}, errTooMany.On("ids")
	}
	ids := slices.Clone(in.IDs)
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	ids = slices.Compact(ids)
	return s.changeAllowlist(ctx, who, func(ctx context.Context, c *change) (out ChangedAllowlist, err error) {
		return out, c.removeEntries(ctx, ids, in.MayTurnOff)
	})
}

func (c *change) removeEntries(ctx context.Context, ids []uuid.UUID, mayTurnOff bool) error {
	found, err := c.EntriesOf(ctx, ids)
	if err != nil || len(found) != len(ids) {
		return orNotFound(err, errNoEntry)
	}
	switch n, err := c.CountEntries(ctx); {
	case err != nil:
		return err
	case n == len(ids) && !mayTurnOff:
		return errTurnOff
	}
	if err := c.RemoveEntries(ctx, ids); err != nil {
		return err
	}
	return c.record(ctx, audit.EntriesRemoved, listTarget(found), listValues(found), nil)
}

// changeAllowlist lets f change the list, and tells what that means. The impact is
// added up after the commit: it may read a lot, and must neither hold the
// workspace's lock nor undo the change when it fails.
func (s *Service) changeAllowlist(ctx context.Context, who caller.Caller,
	f func(context.Context, *change) (ChangedAllowlist, error),
) (out ChangedAllowlist, err error) {
	var before, after []workspace.AllowlistEntry
	propagation, err := s.change(ctx, who, func(ctx context.Context, c *change) (err error) {
		if before, _, err = c.Entries(ctx, nil, allowlist.MaxEntries); err != nil {
			return err
		}
		if out, err = f(ctx, c); err != nil {
			return err
		}
		after, _, err = c.Entries(ctx, nil, allowlist.MaxEntries)
		return err
	})
	if err != nil {
		return ChangedAllowlist{}, err
	}
	out.Propagation = propagation
	out.Impact = s.impactOf(ctx, who, before, after)
	return out, nil
}

// entryValues is what may be edited of an entry, for the audit.
func entryValues(e workspace.AllowlistEntry) audit.Values {
	return audit.Values{{Name: "note", Text: audit.Text(e.Note)}, {Name: "expiresAt", Text: instant(e.ExpiresAt)}}
}

// listValues is several entries, for the audit: the note of each range, and its
// expiry when it has one.
func listValues(entries []workspace.AllowlistEntry) (values audit.Values) {
	for _, e := range entries {
		text := audit.Text(allowlist.Text(e.Range))
		values = append(values, audit.Value{Name: text, Text: audit.Text(e.Note)})
		if !e.ExpiresAt.IsZero() {
			values = append(values, audit.Value{Name: text + " expiresAt", Text: instant(e.ExpiresAt)})
		}
	}
	return values
}

func listTarget(entries []workspace.AllowlistEntry) audit.Target {
	if len(entries) == 1 {
		return audit.Target{Kind: audit.AllowlistEntry, ID: entries[0].ID, Label: audit.Text(allowlist.Text(entries[0].Range))}
	}
	return audit.Target{Kind: audit.Allowlist, Label: audit.Text(fmt.Sprintf("%d entries", len(entries)))}
}

// instant writes a time, and "" for none.
func instant(t time.Time) audit.Text {
	if t.IsZero() {
		return ""
	}
	return audit.Text(t.Format(time.RFC3339Nano))
}
