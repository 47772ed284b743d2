package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
)

// endSecret ends the secret that the request came with, for good: the key itself
// when it has no other, else only that secret. It answers when every node knows.
// A request that comes too late is refused like any other with that secret.
func endSecret(c *call) (reply, error) {
	secret, err := credential(c.r.Header)
	if err != nil {
		return reply{}, err
	}
	hashes, err := c.config.Verifier.Hashes(secret)
	if err != nil {
		return reply{}, err
	}
	ended := false
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		ended, err = tx.EndPresented(ctx, hashes, func(p store.Presented) audit.Event {
			return endingOf(p, tx.Caller(), audit.Event{At: tx.Now()})
		})
		return err
	})
	if err != nil {
		return reply{}, err
	}
	c.config.Barrier.Wait(c.r.Context())
	if !ended {
		_, err = c.verify(secret)
	}
	return reply{status: http.StatusNoContent}, err
}

// endingOf fills in the event of a secret's end. It tells what a member's change
// tells, with the key itself as who did it.
func endingOf(p store.Presented, who caller.Caller, e audit.Event) audit.Event {
	e.Actor, e.Address = who.Actor(), who.Address()
	e.Target = audit.Target{Kind: audit.APIKey, ID: p.Key, Label: audit.Text(p.Name)}
	e.Before, e.After = audit.Values{{Name: "hint", Text: audit.Text(p.Left)}}, audit.Values{{Name: "hint", Text: audit.Text(p.Left)}}
	switch p.Ends {
	case store.FinishesRotation:
		e.Action = audit.RotationFinished
	case store.CancelsRotation:
		e.Action = audit.RotationCancelled
		e.Before = audit.Values{{Name: "hint", Text: audit.Text(p.Hint)}}
	case store.EndsKey:
		e.Action = audit.KeyRevoked
		e.Before = audit.Values{{Name: "status", Text: audit.Text(apikey.Active)}}
		e.After = audit.Values{
			{Name: "status", Text: audit.Text(apikey.Revoked)},
			{Name: "reason", Text: audit.Text(store.PossessionReason)},
			{Name: "note", Text: store.PossessionNote},
		}
	}
	return e
}
