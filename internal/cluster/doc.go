// Package cluster makes verification from memory safe: node leases, the change
// feed, and the barrier that a change of access waits at (docs/revocation.md).
//
// # A node
//
// A [Node] is one process that serves the data plane. Every [BeatEvery] one
// statement extends its lease in PostgreSQL and returns every change committed
// since the last one it applied. The node applies these to its memory first, then
// counts the lease, from a reading of its own clock taken before the statement was
// sent; so its idea of the lease ends no later than PostgreSQL's. When the answer
// comes after the lease ran out, or changes are missing, it forgets everything
// first. LISTEN only makes the next beat come sooner: a dead listener costs time,
// never truth.
//
// A beat that brought changes is followed by another one at once, which says so:
// that is the acknowledgement.
//
// # Order
//
// A beat extends the lease and reads the changes under a shared lock that every
// transaction changing access takes exclusively inside its COMMIT (migration
// 00003). Either the change is committed before the beat reads, and the beat
// returns it; or it commits afterwards, and the barrier, which asks after that
// commit, sees the lease. Without the lock there would be a third case: the
// change unseen by the beat and the lease not yet seen by the barrier.
//
// # Time
//
// Leases are measured by clocks that are only assumed to run at the same speed
// (within 10 % over two seconds). A node compares both the monotonic and the wall
// clock with its lease, since Linux's monotonic clock stands still while a machine
// is suspended and the wall clock does not. (CLOCK_BOOTTIME alone would say the
// same, at 275 ns a reading without vDSO in Go, more than the rest of a
// verification.)
//
// # Failure
//
// While PostgreSQL cannot be reached a node's lease runs out within two seconds,
// and Trusted says no: verification then asks PostgreSQL for every request, and
// fails when that cannot answer. A barrier that cannot ask waits for one lease and
// a margin, after which no node that missed the change trusts its memory.
package cluster

import "time"

// The times of the protocol. They are part of it: every node and barrier of one
// database must agree on them.
const (
	Lease     = 2 * time.Second
	BeatEvery = 500 * time.Millisecond
	margin    = 250 * time.Millisecond
	pruning   = time.Minute
)

// Channel is where PostgreSQL tells of changes.
const Channel = "latchkey_access"
