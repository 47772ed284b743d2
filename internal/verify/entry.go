package verify

import (
	"time"

	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/workspace"
)

// entry is a known secret with all that decides about it.
type entry struct {
	credential apikey.Credential
	workspace  *Workspace
	ends       time.Time // the instant at which the day of expire is over; zero: never
}

func newEntry(c apikey.Credential, w *Workspace) *entry {
	e := &entry{credential: c, workspace: w}
	if !c.Expires.IsZero() {
		e.ends = c.Expires.Ends(w.Zone)
	}
	return e
}

func newWorkspace(a workspace.Access) (*Workspace, error) {
	list, err := allowlist.Compile(a.Allowlist)
	if err != nil {
		return nil, err
	}
	w := &Workspace{Access: a, list: list}
	if policy := a.Limits.Policy(); policy != "" {
		w.Policy = []string{policy}
	}
	return w, nil
}

// judge returns why the request is refused, or "" when it is accepted. The
// key's own state comes first: whoever holds a dead key learns nothing of what
// else would have stopped it.
func (e *entry) judge(r Request, now time.Time) Reason {
	c, w := &e.credential, e.workspace
	switch {
	case !c.ValidUntil.IsZero() && !now.Before(c.ValidUntil):
		return Superseded
	case c.Revoked:
		return Revoked
	case c.Disabled:
		return Disabled
	case !e.ends.IsZero() && !now.Before(e.ends):
		return Expired
	case r.Host != "" && r.Host != w.Slug:
		return OtherHost
	case w.Suspended:
		return Suspended
	}
	if w.list.Active() && !r.AnyAddress {
		if !r.Address.IsValid() {
			return NoAddress
		}
		if _, ok := w.list.Check(r.Address, now); !ok {
			return WrongAddress
		}
	}
	if !c.Scope.Allows(r.Access) {
		return WrongScope
	}
	return ""
}

// refusal is for a request with a known secret.
func (e *entry) refusal(why Reason, needed apikey.Access) *Refusal {
	r := &Refusal{Reason: why, Workspace: e.credential.Workspace, Key: e.credential.Key}
	switch why {
	case Superseded:
		r.OldSecret = e.credential.Secret
	case WrongScope:
		r.Scope, r.Access = e.credential.Scope, needed
		r.Within = e.workspace
	case Suspended, WrongAddress, NoAddress:
		r.Within = e.workspace
	}
	return r
}
