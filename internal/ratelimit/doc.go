// Package ratelimit decides whether a call is one too many: one pure step, the
// places where its state lives, and how limits are told over HTTP.
//
// # The step
//
// GCRA (the generic cell rate algorithm): a [Limit] of n calls in w seconds lets n
// calls through at once, and gives one back every w/n seconds. All that is kept of
// it is the instant at which it is whole again ([State]); a call puts that instant
// w/n later, and is refused where that would be more than w from now. So no span of
// time t sees more than n + t·n/w calls, wherever it begins. [Limit.Step] states the
// contract. It is exact: w/n microseconds are seldom a whole number, so an instant
// is microseconds and a remainder of n-ths, and nothing is ever rounded.
//
// A call has two limits, its key's and its workspace's, and is counted by both or
// by neither: what is refused costs nothing ([Limits.Step]).
//
// A state belongs to a limit of one size. One that is changed begins whole.
//
// # Where states live
//
// [Store] is the seam. [Memory] holds them in this process. Package shared holds
// them in Redis, for all nodes together. Package limittest is what both must do.
// [Limiter] is what callers use: it asks the shared store when there is one, and
// decides by memory when there is none or it fails.
//
// # When the shared store dies
//
// A call is never refused for it, and waits for it no longer than the store's own
// deadline. After a failure nobody asks for [retryAfter]; then one call tries, and
// the others go on without, until one has succeeded. Meanwhile each node limits by
// itself. It knows what it let through before, for it counts that all the time; so
// whatever the shared store does, N nodes together let through at most N times the
// limit, and once more the limit when the store comes back without what it knew.
//
// # Time, concurrency, memory
//
// Each store has a clock of its own, and only differences count. Memory's is
// monotonic; Redis' may be set, and a state that lies further ahead than its
// limit allows, because the clock went back, counts as one that is just used up. All types
// are safe for concurrent use, and no goroutine runs here. Memory is bounded; what is
// whole again is dropped first.
package ratelimit
