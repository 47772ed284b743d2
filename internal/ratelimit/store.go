package ratelimit

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Call is what is counted.
type Call struct {
	Workspace, Key uuid.UUID
	Limits         Limits
	Look           bool // only ask how the limits stand: the call is not counted, nor refused
}

// Name is that of a limit.
type Name string

// The limits of a call.
const (
	OfKey       Name = "key"
	OfWorkspace Name = "workspace"
)

// Verdict is what becomes of a call.
type Verdict struct {
	Key, Workspace Standing      // after the call
	Refused        Name          // the limit that refused it; "" when it was let through
	Wait           time.Duration // of a refused call, until it would be let through
}

// Store keeps the states of limits. Take is atomic: calls at the same time are
// counted one after another. An error means that the call was not decided; it may
// have been counted.
type Store interface {
	Take(ctx context.Context, c Call) (Verdict, error)
}

// Judge is the verdict on a call at now, from the states after it.
func Judge(c Call, after States, now int64, ok bool) Verdict {
	v := Verdict{Key: c.Limits.Key.standing(after.Key, now), Workspace: c.Limits.Workspace.standing(after.Workspace, now)}
	if ok || c.Look {
		return v
	}
	v.refuse(OfKey, v.Key)
	v.refuse(OfWorkspace, v.Workspace)
	return v
}

// refuse names the limit, when it is used up, unless one that takes longer was.
func (v *Verdict) refuse(name Name, s Standing) {
	if !s.Limit.None() && s.Left == 0 && s.More > v.Wait {
		v.Refused, v.Wait = name, s.More
	}
}

// RetryAfter is Wait in whole seconds, rounded up.
func (v Verdict) RetryAfter() int { return int(seconds(v.Wait)) }

// seconds rounds up.
func seconds(d time.Duration) int64 { return int64((d + time.Second - 1) / time.Second) }
