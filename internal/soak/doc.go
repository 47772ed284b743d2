// Package soak proves with real processes what docs/revocation.md promises: once a
// change of access has returned, no request that starts afterwards is decided by
// the old rules, on any node. It holds tests only; `make soak` runs them for long.
//
// # What runs
//
// A private PostgreSQL, one `latchkey serve --planes admin` and three `--planes
// data`, built with the race detector. Twelve workers ask the nodes without a
// break, over keep-alive connections, with the keys of several workspaces. Five
// lanes change access, at once: they revoke a key, take reading from a key's
// scope, add the first entry of an allowlist, remove the entry that lets the
// workers in, and suspend a workspace with `latchkey workspace suspend`; then
// they give it all back. Meanwhile nodes are paused, killed and replaced, their
// feed is cut, and PostgreSQL is stopped and started.
//
// # How it is judged
//
// Each key has a rule: accepted or refused. A lane takes the rule away before it
// sends a change, and sets the new one when the successful answer has arrived. A
// worker reads its clock and the rule before it sends a request, and the rule
// again when the answer is there. If it is the same one, the request began after
// the change had returned and ended before the next was sent, so exactly that
// rule must have decided it. 503 and broken connections decide nothing; that
// they stay rare while nothing is disturbed is demanded as well.
//
// A change whose answer did not arrive, or was an outage, is made again until it
// succeeds, and counts from then on.
//
// # What drives it
//
// Phases are driven by counted answers, never by elapsed time: every node must
// have decided about every key, from memory, before access changes, and again
// before the next phase. What happens when follows from a seed, which is printed;
// LATCHKEY_SOAK_SEED repeats it, LATCHKEY_SOAK_ROUNDS says how often each change
// is made. How processes interleave does not follow from it.
//
// # Whether it can fail
//
// A second program is built with an overlay, in which the verifier trusts its memory whether a lease runs or not. The test
// demands that the same disturbance finds requests accepted under old rules then.
//
// Processes that a test started end with it, also when it fails. It ends by
// itself before go test's own timeout would leave them behind.
package soak
