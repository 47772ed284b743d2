package admin

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

// What hints look at.
const (
	habitDays     = 30 // how far back a key's use is looked at
	soonDays      = 14 // a key that ends within so many days expires soon
	manyAddresses = 20 // more addresses in a day than an integration usually has
)

// HintCode names a hint.
type HintCode string

// The hints.
const (
	AllOnlyReads    HintCode = "ALL_ONLY_READS"
	Unused          HintCode = "UNUSED_30_DAYS"
	ManyAddresses   HintCode = "MANY_ADDRESSES"
	ExpiresSoon     HintCode = "EXPIRES_SOON"
	UsedFromBrowser HintCode = "USED_FROM_BROWSER"
)

// KeyHint is something that the owner of a key may want to change.
type KeyHint struct {
	Code     HintCode
	Sentence string
}

// Hints returns what stands out about a key. One that is revoked has none, and
// one whose use is too short to tell from has none about its use.
func (s *Service) Hints(ctx context.Context, who caller.Caller, id uuid.UUID) ([]KeyHint, error) {
	all, err := s.HintsOf(ctx, who, []uuid.UUID{id})
	if err != nil {
		return nil, err
	}
	hints, ok := all[id]
	if !ok {
		return nil, errNoKey
	}
	return hints, nil
}

// HintsOf is Hints of several keys, at the cost of one. Keys that do not exist are left out.
func (s *Service) HintsOf(ctx context.Context, who caller.Caller, ids []uuid.UUID) (hints map[uuid.UUID][]KeyHint, err error) {
	if err := who.Require(caller.APIKeysRead); err != nil {
		return nil, err
	}
	err = s.view(ctx, who, func(ctx context.Context, v *look) error {
		keys, err := v.keysOf(ctx, ids)
		if err != nil {
			return err
		}
		habits, err := v.HabitsOf(ctx, ids, habitsSince(v.now))
		if err != nil {
			return err
		}
		hints = make(map[uuid.UUID][]KeyHint, len(keys))
		for id, key := range keys {
			hints[id] = hintsOf(key, habits[id], v.now)
		}
		return nil
	})
	return hints, err
}

// habitsSince is the first of the days that a key's use is looked at.
func habitsSince(now time.Time) time.Time { return store.KeptSince(now, habitDays-1) }

func hintsOf(key apikey.Key, habits store.KeyHabits, now time.Time) (hints []KeyHint) {
	if key.Status == apikey.Revoked {
		return nil
	}
	hint := func(stands bool, code HintCode, sentence string) {
		if stands {
			hints = append(hints, KeyHint{code, sentence})
		}
	}
	since := now.AddDate(0, 0, -habitDays)
	old := !key.CreatedAt.After(since)
	unused := key.LastUse == nil || key.LastUse.At.Before(since)
	hint(old && unused, Unused, "This key was not used for 30 days. If nothing needs it, revoke it.")
	hint(old && key.Scope == apikey.All && habits.OnlyReads, AllOnlyReads,
		"This key may do everything and has only read for 30 days. Read Only would do.")
	hint(habits.Addresses > manyAddresses, ManyAddresses, fmt.Sprintf(
		"This key was used from more than %d addresses in a day. Is it shared, or has it leaked?", manyAddresses))
	hint(habits.Page.At.After(since), UsedFromBrowser, fmt.Sprintf(
		"This key was used from a browser, last by a page of %q. Whoever opens the page has the key: call from your server, and rotate the key.", habits.Page.Origin))
	hint((key.Status == apikey.Active || key.Status == apikey.Rotating) && !key.ExpiresAt.IsZero() && key.ExpiresAt.Before(now.AddDate(0, 0, soonDays)),
		ExpiresSoon, fmt.Sprintf("This key expires within %d days.", soonDays))
	return hints
}
