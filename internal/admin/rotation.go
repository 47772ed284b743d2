package admin

import (
	"context"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/fault"
)

// How long the old secret of a rotation works when it is not said, and at most.
const (
	DefaultOverlap = 24 * time.Hour
	MaxOverlap     = 30 * 24 * time.Hour
)

// What is wrong with a rotation.
var (
	errRotationUnderWay = fault.New(fault.Conflict, "ROTATION_UNDER_WAY",
		"This key is being rotated already: it has an old and a new secret. Finish or cancel that rotation first.")
	errNoRotation = fault.New(fault.Conflict, "NO_ROTATION",
		"This key is not being rotated: it has one secret. The rotation may have ended by itself, or been finished or cancelled by somebody else.")
	errOverlap = fault.New(fault.Invalid, "OVERLAP_INVALID", "The old secret may go on for 0 seconds to 30 days.").On("keepOldFor")
)

// StartRotation is the input of a rotation.
type StartRotation struct {
	ID             uuid.UUID
	KeepOldFor     *time.Duration // nil: DefaultOverlap; 0: the old secret ends now
	IdempotencyKey string         `json:"-"`
}

// StartRotation gives a key a new secret, which is returned here and never again.
// The old one works until its time is over, or the rotation is finished. All else
// of the key stays as it is, its version too.
func (s *Service) StartRotation(ctx context.Context, who caller.Caller, in StartRotation) (out CreatedKey, err error) {
	if err := who.Require(caller.APIKeysWrite); err != nil {
		return CreatedKey{}, err
	}
	secret, err := s.scheme.Mint(s.random)
	if err != nil {
		return CreatedKey{}, err
	}
	hash := s.peppers.Mint(secret)
	propagation, err := s.change(ctx, who, func(ctx context.Context, c *change) error {
		_, replayed, err := c.once(ctx, "startApiKeyRotation", in.IdempotencyKey, in, in.ID)
		switch {
		case err != nil:
			return err
		case replayed:
			key, err := c.key(ctx, in.ID)
			out = CreatedKey{Key: key, Replayed: true}
			return err
		}
		key, err := c.startRotation(ctx, in, hash, secret.Hint())
		out = CreatedKey{Key: key, Secret: secret}
		return err
	})
	if err != nil {
		return CreatedKey{}, err
	}
	out.Propagation = propagation
	return out, nil
}

func (c *change) startRotation(ctx context.Context, in StartRotation, hash apikey.Hash, hint string) (apikey.Key, error) {
	overlap := DefaultOverlap
	if in.KeepOldFor != nil {
		overlap = in.KeepOldFor.Truncate(time.Microsecond)
	}
	old, ok, err := c.LockKey(ctx, in.ID)
	switch {
	case err != nil || !ok:
		return old, orNotFound(err, errNoKey)
	case !old.RevokedAt.IsZero():
		return old, errKeyRevoked
	case c.rotating(old):
		return old, errRotationUnderWay
	case overlap < 0 || overlap > MaxOverlap:
		return old, errOverlap
	}
	until := c.now.Add(overlap)
	if err := c.StartRotation(ctx, old, hash, hint, c.now, until); err != nil {
		return old, err
	}
	return c.rotated(ctx, old, audit.RotationStarted, audit.Value{Name: "oldSecretValidUntil", Text: audit.Text(until.Format(time.RFC3339))})
}

// FinishRotation ends the old secret of a rotation now.
func (s *Service) FinishRotation(ctx context.Context, who caller.Caller, id uuid.UUID) (ChangedKey, error) {
	return s.endRotation(ctx, who, id, audit.RotationFinished, (*change).finish)
}

// CancelRotation ends the new secret of a rotation now, and goes on with the old one.
func (s *Service) CancelRotation(ctx context.Context, who caller.Caller, id uuid.UUID) (ChangedKey, error) {
	return s.endRotation(ctx, who, id, audit.RotationCancelled, (*change).cancel)
}

func (c *change) finish(ctx context.Context, id uuid.UUID) error {
	return c.FinishRotation(ctx, id, c.now)
}

func (c *change) cancel(ctx context.Context, id uuid.UUID) error {
	return c.CancelRotation(ctx, id, c.now)
}

func (s *Service) endRotation(ctx context.Context, who caller.Caller, id uuid.UUID, what audit.Action,
	end func(*change, context.Context, uuid.UUID) error,
) (ChangedKey, error) {
	return s.changeKey(ctx, who, id, func(ctx context.Context, c *change, old apikey.Key) (apikey.Key, error) {
		switch {
		case !old.RevokedAt.IsZero():
			return old, errKeyRevoked
		case !c.rotating(old):
			return old, errNoRotation
		}
		if err := end(c, ctx, id); err != nil {
			return old, err
		}
		return c.rotated(ctx, old, what)
	})
}

func (c *change) rotating(k apikey.Key) bool { return c.now.Before(k.RotatingUntil) }

// rotated returns the key with the secrets that it has now, and records what was done.
func (c *change) rotated(ctx context.Context, old apikey.Key, what audit.Action, more ...audit.Value) (apikey.Key, error) {
	key, err := c.key(ctx, old.ID)
	if err != nil {
		return old, err
	}
	before := audit.Values{{Name: "hint", Text: audit.Text(old.Hint)}}
	after := append(audit.Values{{Name: "hint", Text: audit.Text(key.Hint)}}, more...)
	return key, c.record(ctx, what, keyTarget(key), before, after)
}
