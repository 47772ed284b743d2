package ratelimit

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"latchkey/internal/fault"
)

// The largest limit. The arithmetic of the step stays within int64, and within the
// 53 bits of Redis' numbers, up to here.
const (
	MaxCalls   = 1_000_000
	MaxSeconds = 86_400
)

// Limit is how many calls are let through at once, and in how many seconds as many
// are given back. The zero Limit is none. Others have 1 to MaxCalls and MaxSeconds.
type Limit struct{ Calls, Seconds int64 }

// Limits are those of a call.
type Limits struct{ Key, Workspace Limit }

// Default returns what a new workspace has.
func Default() Limits { return Limits{Limit{6000, 60}, Limit{18000, 60}} }

// None reports whether there is no limit.
func (l Limit) None() bool { return l == Limit{} }

// window is in microseconds.
func (l Limit) window() int64 { return l.Seconds * 1_000_000 }

// String is what Parse reads.
func (l Limit) String() string {
	if l.None() {
		return "none"
	}
	return strconv.FormatInt(l.Calls, 10) + "/" + strconv.FormatInt(l.Seconds, 10) + "s"
}

// ErrInvalid is what is wrong with the text of a limit.
var ErrInvalid = fault.New(fault.Invalid, "LIMIT_INVALID", fmt.Sprintf(
	"A limit is a number of calls and a time, like 6000/60s, or none: 1 to %d calls in a whole number of seconds up to 24h.", MaxCalls))

// Parse reads a limit like 6000/60s or 100000/1h, or none.
func Parse(text string) (Limit, error) {
	if text == "none" {
		return Limit{}, nil
	}
	calls, every, _ := strings.Cut(text, "/")
	n, err := strconv.ParseInt(calls, 10, 64)
	if err != nil || n < 1 || n > MaxCalls || calls[0] == '+' {
		return Limit{}, ErrInvalid
	}
	d, err := time.ParseDuration(every)
	if err != nil || d < time.Second || d > MaxSeconds*time.Second || d%time.Second != 0 {
		return Limit{}, ErrInvalid
	}
	return Limit{n, int64(d / time.Second)}, nil
}
