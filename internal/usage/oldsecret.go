package usage

import (
	"context"

	"github.com/google/uuid"

	"latchkey/internal/store"
)

// oldSecrets is what came of secrets that a rotation has given an end, by their ids.
type oldSecrets map[uuid.UUID]store.SecretUse

func (o oldSecrets) count(call *Call) {
	if call.OldSecret == uuid.Nil {
		return
	}
	use := store.SecretUse{Secret: call.OldSecret, Last: store.Use{Workspace: call.Workspace}}
	if call.Refused {
		use.Refusals = 1
	} else {
		use.Last = store.Use{Workspace: call.Workspace, At: call.At, Address: call.Address, UserAgent: call.UserAgent, Operation: call.Operation}
	}
	o.add(use)
}

// add joins what is known of a secret. Past maxRows secrets, new ones are dropped.
func (o oldSecrets) add(use store.SecretUse) {
	known, ok := o[use.Secret]
	if !ok && len(o) >= maxRows {
		return
	}
	use.Refusals += known.Refusals
	if known.Last.At.After(use.Last.At) {
		use.Last = known.Last
	}
	o[use.Secret] = use
}

// flushOld writes what was collected of old secrets; what cannot be written is
// collected again.
func (c *Counter) flushOld(ctx context.Context) {
	c.mu.Lock()
	full := c.old
	c.old = oldSecrets{}
	c.mu.Unlock()
	if len(full) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, flushTimeout)
	defer cancel()
	uses := make([]store.SecretUse, 0, len(full))
	for _, use := range full {
		use.Last.UserAgent = clean(use.Last.UserAgent)
		uses = append(uses, use)
	}
	if err := c.store.FlushSecretUses(ctx, uses); err != nil {
		c.log.Warn().Err(err).Int("rows", len(uses)).Msg("uses of old secrets are kept for the next flush")
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, use := range full {
			c.old.add(use)
		}
	}
}
