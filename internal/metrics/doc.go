// Package metrics is what a node tells Prometheus. It knows nothing of Latchkey's
// other packages: cmd/latchkey hands its methods to them as functions, and gives it
// functions to read what they count by themselves. So no package depends on
// Prometheus, and a node that is not asked for metrics has none.
//
// # Names and labels
//
// [Catalogue] is the one list of names, labels and what they mean: metrics are made
// from it, and the tests compare the operators' page with it. A label's value is always one of a list in the
// program (an operation of the table, a root field of the schema, a reason, a code),
// never what a client sent, so that the number of series does not depend on traffic.
//
// # Off
//
// The nil *Metrics counts nothing, and all methods may be called on it. Verification from
// memory is not touched either way: hits are the verifications less the misses,
// which alone are counted, behind a read of PostgreSQL.
//
// # Concurrency and failure
//
// Everything is safe for concurrent use. What is read at a scrape is read
// from atomics or under a short lock, and asks nobody on the network, so a scrape
// answers while PostgreSQL does not.
package metrics
