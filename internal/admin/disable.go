package admin

import (
	"context"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
)

// SetKeyDisabled stops a key, or lets it work again.
type SetKeyDisabled struct {
	ID              uuid.UUID
	ExpectedVersion int // 0: whichever there is
	Disabled        bool
}

// SetKeyDisabled disables or enables a key that is not revoked. For a key that is
// as it should be, nothing is recorded. Enabling takes a recent sign-in.
func (s *Service) SetKeyDisabled(ctx context.Context, who caller.Caller, in SetKeyDisabled) (ChangedKey, error) {
	return s.changeKey(ctx, who, in.ID, func(ctx context.Context, c *change, old apikey.Key) (apikey.Key, error) {
		if !old.RevokedAt.IsZero() {
			return old, errKeyRevoked
		}
		if in.ExpectedVersion != 0 {
			if err := newerVersion(in.ExpectedVersion, old.Version); err != nil {
				return old, err
			}
		}
		if in.Disabled != old.DisabledAt.IsZero() {
			return old, nil
		}
		if !in.Disabled {
			if err := who.RequireRecent(); err != nil {
				return old, err
			}
		}
		return c.setDisabled(ctx, old, in.Disabled)
	})
}

// setDisabled changes and records whether a key is disabled, and why.
func (c *change) setDisabled(ctx context.Context, old apikey.Key, disabled bool, why ...audit.Value) (apikey.Key, error) {
	what, key := audit.KeyEnabled, old
	if disabled {
		what, key.DisabledAt = audit.KeyDisabled, c.now
	} else {
		key.DisabledAt, key.EnabledAt = time.Time{}, c.now
	}
	key, err := c.SaveKey(ctx, key)
	if err != nil {
		return old, err
	}
	return key, c.record(ctx, what, keyTarget(key), c.statusOf(old), append(c.statusOf(key), why...))
}

func (c *change) statusOf(k apikey.Key) audit.Values {
	return audit.Values{{Name: "status", Text: audit.Text(k.As(c.zone, c.now).Status)}}
}
