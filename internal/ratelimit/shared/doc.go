// Package shared keeps the states of rate limits in one Redis, so that they hold
// over all nodes together. Valkey, and whatever else speaks Redis' protocol and runs
// its scripts, will do.
//
// # A call is one round trip
//
// One script (take.lua) steps both limits of a call, by Redis' own clock: the
// clocks of nodes do not matter. Redis runs scripts one after another, so calls of
// all nodes are counted exactly. The script is the step of package ratelimit once
// more, and the suite in limittest runs both through the same calls.
//
// # What is kept
//
// A string for each limit that is not whole, under
// latchkey:<installation>:{<workspace>}:<key>:<size of the limit>, without the key
// for that of the workspace. It expires by itself when the limit is whole, so nothing is
// ever cleaned up, and losing it means a limit that begins whole: Redis needs no
// persistence and no replica. The braces keep both limits of a call on one shard of a
// cluster's proxy. Nothing of a secret is in a name or value.
//
// # When Redis dies
//
// A call waits for Redis at most [Deadline], whatever state the network is in, and
// then fails; nothing is tried again. What to do then is ratelimit.Limiter's. A call that
// failed may have been counted. When the caller of the API hangs up, the call is
// counted all the same, so that nobody makes Redis look dead by hanging up.
//
// Redis' clock may be set: forward, and limits are whole too soon, once; back, and
// those in use are used up for at most their own time, once.
//
// A Store is safe for concurrent use. Close ends its connections.
package shared
