package admin

import (
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

// SweepUnused disables the keys that went unused for longer than their workspace's
// policy allows, and returns how many these were. Each workspace is a change of its
// own, by Latchkey itself; one that fails does not keep the others from theirs. Any
// number of processes may sweep at the same time: what one has disabled, the other
// finds disabled. It ends early when ctx does.
func (s *Service) SweepUnused(ctx context.Context) (disabled int, err error) {
	var failed []error
	var at store.UnusedKey
	for ctx.Err() == nil {
		found, err := s.store.UnusedKeys(ctx, s.clock(), at)
		if err != nil {
			return disabled, errors.Join(append(failed, err)...)
		}
		if len(found) == 0 {
			break
		}
		at = found[len(found)-1]
		for of, keys := range byWorkspace(found) {
			n, err := s.sweepWorkspace(ctx, of, keys)
			disabled += n
			if err != nil {
				failed = append(failed, fmt.Errorf("workspace %s: %w", of, err))
			}
		}
	}
	return disabled, errors.Join(append(failed, ctx.Err())...)
}

func byWorkspace(found []store.UnusedKey) map[uuid.UUID][]uuid.UUID {
	keys := map[uuid.UUID][]uuid.UUID{}
	for _, f := range found {
		keys[f.Workspace] = append(keys[f.Workspace], f.Key)
	}
	return keys
}

// sweepWorkspace disables those keys of one workspace that still count as unused,
// judged under its lock.
func (s *Service) sweepWorkspace(ctx context.Context, of uuid.UUID, keys []uuid.UUID) (disabled int, err error) {
	_, err = s.change(ctx, caller.OfSystem(of, "Latchkey, which disables unused keys"), func(ctx context.Context, c *change) error {
		n := 0
		for _, id := range keys {
			done, err := c.sweepKey(ctx, id)
			if err != nil {
				return err
			}
			if done {
				n++
			}
		}
		disabled = n
		return nil
	})
	if err != nil {
		return 0, err
	}
	return disabled, nil
}

func (c *change) sweepKey(ctx context.Context, id uuid.UUID) (disabled bool, err error) {
	if _, ok := unusedBefore(c.workspace, c.now); !ok {
		return false, nil
	}
	key, ok, err := c.LockKey(ctx, id)
	if err != nil || !ok || !c.workspace.Policy.Unused(key, c.now) {
		return false, err
	}
	_, err = c.setDisabled(ctx, key, true, audit.Value{Name: "unusedForDays", Text: daysText(c.workspace.Policy.DisableUnusedAfterDays)})
	return err == nil, err
}
