package rest

import (
	"github.com/google/uuid"

	"latchkey/internal/ratelimit"
	"latchkey/internal/verify"
)

// The headers that tell limits, as net/http spells them.
const (
	policyHeader = "Ratelimit-Policy"
	limitHeader  = "Ratelimit"
)

// limit counts the call against the limits of its key and its workspace, and tells
// how they stand. What can only take access away is told and never counted: whoever
// floods with a leaked key must not keep its finder from ending it.
func (c *call) limit() error {
	key := c.pass.Credential
	v := c.take(c.pass.Workspace, key.Key, c.operation.manner == anywhere)
	if v.Refused == "" {
		if len(c.pass.Workspace.Policy) > 0 {
			c.config.Watch.Limited("allowed")
		}
		return nil
	}
	reason := verify.KeyLimit
	if v.Refused == ratelimit.OfWorkspace {
		reason = verify.WorkspaceLimit
	}
	c.config.Watch.Limited(string(reason))
	return &verify.Refusal{Reason: reason, Workspace: key.Workspace, Key: key.Key, RetryAfter: v.RetryAfter(), Within: c.pass.Workspace}
}

// tellLimits tells how the limits stand to who is refused with a key that works.
// Such a refusal is not counted.
func (c *call) tellLimits(refusal *verify.Refusal) {
	if refusal != nil && refusal.Within != nil {
		c.take(refusal.Within, refusal.Key, true)
	}
}

// take asks the limiter, and sets the headers by what it says.
func (c *call) take(w *verify.Workspace, key uuid.UUID, look bool) ratelimit.Verdict {
	if len(w.Policy) == 0 {
		return ratelimit.Verdict{}
	}
	v := c.config.Limiter.Take(c.r.Context(), ratelimit.Call{Workspace: w.ID, Key: key, Limits: w.Limits, Look: look})
	var buf [96]byte
	c.field[0] = string(v.AppendField(buf[:0]))
	h := c.w.Header()
	h[policyHeader], h[limitHeader] = w.Policy[:1:1], c.field[:]
	return v
}

// hideLimits takes the headers back: what is an invalid token by now tells nothing.
func (c *call) hideLimits() {
	h := c.w.Header()
	delete(h, policyHeader)
	delete(h, limitHeader)
}
