// Package admin is the settings screens as use cases: API keys, the IP allowlist,
// the audit, the workspace.
//
// # A change
//
// Every method asks for the caller's permission first. A change is one
// transaction: it locks the workspace's row, checks all inputs and reports every
// wrong one at once (fault.Fields, each with the path of its field below the
// input), writes, and appends the audit event last. Lock order is workspace,
// audit chain, epoch; the last is taken by the database itself inside COMMIT.
// So changes of one workspace's settings happen one after another, and what a
// change has read stays true until it is committed.
//
// After the commit it waits at the barrier until every node that serves the data
// plane knows (package cluster). Edits that change nothing and replays of earlier
// requests write nothing and wait all the same: when a method has returned
// without an error, what it says is true everywhere.
//
// # Retries and lost updates
//
// An idempotency key is kept for 24 hours beside what the mutation made. A replay
// finds it, and is answered with the same object, without the secret, which
// nobody can show again. An edit names the version that it started from, and
// another one is a CONFLICT.
//
// # Absent and foreign
//
// An id of another workspace is invisible here, so it is answered as an absent
// one, word for word.
//
// # Rotation
//
// A rotating key has a current secret and an old one with an end to come. Nodes
// judge that end by their own clocks, request by request, so an overlap ends
// without a write. One that is ended by hand ends long ago instead, which no clock
// can be behind. Secrets that have ended stay as rows: they are refused as what
// they are, and counted. The workspace's lock keeps a key from two rotations.
//
// # Policy
//
// The longest lifetime binds days of expire when they are given and never
// afterwards. Unused keys are disabled by a sweep, which finds candidates across
// workspaces and then makes an ordinary change in each, as Latchkey itself; what it
// goes by, counted uses, is a second old or, while a node is cut off, as old as that,
// hence a day of grace. An edit of the workspace that stops keys, or starts them,
// lists them and wants to be confirmed.
//
// # Time and failure
//
// A change reads the clock once, after it got the lock. Days of expire are judged
// in the workspace's zone. A Service is safe for concurrent use and holds no
// state. When PostgreSQL cannot be reached, methods fail with UNAVAILABLE; a
// change whose COMMIT broke off may have happened, which is what idempotency keys
// and versions are for. Once a change is committed, nothing turns it into an
// error: a barrier that was cut short says so in the propagation.
package admin
