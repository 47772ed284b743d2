// Package auditfile is an export of an audit chain as a file: how its lines are
// written, how its end is signed, and how it is verified without Latchkey's database.
//
// # NDJSON
//
// Every line is one JSON object, written in one way only, so that no two readers can
// take a line for different things. A line of an event holds the stored canonical
// bytes as they are, the hash of the record before it, and its own, which is SHA-256
// over the former (32 bytes) followed by the event's bytes. The last line of a whole
// export is a [Checkpoint]: how far the chain goes, its head's hash, when, and an
// Ed25519 signature over the checkpoint's bytes. A filtered export ends with a line
// that says so instead, for what a filter left out cannot be told from what somebody
// took out. A file without either last line was cut off.
//
// # CSV
//
// CSV is for spreadsheets: it has no hashes. What a spreadsheet would take for a
// formula gets an apostrophe before it. Its last record begins with "end", so that
// a part is not taken for the whole.
//
// # What verifying shows
//
// [Verify] reads a file of any length in the memory of its longest line. The chain of
// hashes shows what was changed, left out, moved, doubled or brought in; the signed
// head shows what was cut off, and a chain that someone without the key made anew. Who
// has both the database and the key can still sign another past; that shows against an
// older checkpoint ([Options].Since) which an auditor kept elsewhere.
//
// Everything here is a value or belongs to one goroutine; nothing reads the clock.
package auditfile
