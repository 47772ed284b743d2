package admin

import (
	"context"
	"strconv"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/cluster"
	"latchkey/internal/fault"
	"latchkey/internal/workspace"
)

var errOtherSlug = fault.New(fault.Invalid, "SLUG_MISMATCH",
	"This is not the slug of the workspace. Type the slug to confirm that all of its keys end.").On("slug")

// RevokeAllKeys is the end of every key of a workspace. Slug repeats the
// workspace's, so that nobody does it to the wrong one.
type RevokeAllKeys struct {
	Slug   string
	Reason string
	Note   string // may have several lines
}

// RevokedAll is the outcome: how many keys were not revoked before.
type RevokedAll struct {
	Revoked     int
	Propagation cluster.Propagation
}

// RevokeAllKeys ends all keys for good. It is one change of access and one audit
// event, however many they are; keys that are revoked already keep their reason.
func (s *Service) RevokeAllKeys(ctx context.Context, who caller.Caller, in RevokeAllKeys) (out RevokedAll, err error) {
	if err := who.Require(caller.KeysRevokeAll); err != nil {
		return RevokedAll{}, err
	}
	out.Propagation, err = s.change(ctx, who, func(ctx context.Context, c *change) error {
		n, err := c.revokeAll(ctx, in)
		out.Revoked = n
		return err
	})
	if err != nil {
		return RevokedAll{}, err
	}
	return out, nil
}

func (c *change) revokeAll(ctx context.Context, in RevokeAllKeys) (int, error) {
	var wrong fault.Fields
	if in.Slug != c.workspace.Slug {
		wrong.Add(errOtherSlug)
	}
	reason, err := apikey.ParseRevocationReason(in.Reason)
	wrong.Add(fault.On(err, "reason"))
	note, err := c.revocationNote(in.Note)
	wrong.Add(err)
	if err := wrong.Err(); err != nil {
		return 0, err
	}
	switch n, err := c.LiveKeys(ctx); {
	case err != nil || n == 0:
		return 0, err
	}
	n, err := c.RevokeAllKeys(ctx, c.now, reason, note)
	if err != nil {
		return 0, err
	}
	return n, c.record(ctx, audit.AllKeysRevoked, workspaceTarget(c.workspace), nil, audit.Values{
		{Name: "keys", Text: audit.Text(strconv.Itoa(n))}, {Name: "reason", Text: audit.Text(reason)}, {Name: "note", Text: audit.Text(note)},
	})
}

func workspaceTarget(w workspace.Workspace) audit.Target {
	return audit.Target{Kind: audit.Workspace, ID: w.ID, Label: audit.Text(w.Slug)}
}
