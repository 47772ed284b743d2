// Package audit is the record of changes as values: the event, the bytes it is
// kept as, and the hash chain that makes a later change of the record visible.
//
// # Bytes
//
// An [Event] is kept as its canonical bytes, [Event.Canonical]: one JSON object with
// all members in one fixed order, no white space, and one way to escape. They are
// what is hashed, so they are stored as bytes; a jsonb column would write them
// anew. [Parse] reads nothing but canonical bytes, so that two readers can never
// take one record for two different events.
//
// # Chain
//
// Each workspace has a chain, and the operator has one for what belongs to no
// workspace (its events carry uuid.Nil). A record's hash is SHA-256 over the
// hash before it (32 zero bytes for the first) followed by its bytes. Sequence
// number and workspace are inside the bytes, so a record can neither move within
// its chain nor into another. [Verify] finds what was changed, left out, moved or
// brought in. Two things no chain can show by itself: that its end was cut off,
// and that everything from some record on was made anew by someone who can
// write the hashes too. Both show when the head is compared with one that was
// noted down earlier.
//
// # What never gets in
//
// All that an event says in words is a [Text], which the use case chose field by
// field. What is secret (an API key's secret, a password, a session's token) is a
// struct that prints redacted and converts to no text, so what would put one into
// an event does not compile. internal/arch keeps it so: it knows who may reveal a
// secret, and refuses a plain string that is named for one.
//
// Nothing here reads the clock, keeps state or does I/O. A [Chain] belongs to one
// goroutine; all else are values. Who appends to a stored chain holds a lock
// from reading its head to committing the next record (package store).
package audit
