// Package receipt seals refusal receipts, the text in an answer that turned a
// request away, and opens them for the workspace's people. Nothing is stored
// per refusal: the receipt itself carries the facts, so that whoever floods the
// data plane fills no table.
//
// # Sealing
//
// XChaCha20-Poly1305 under keys of their own ([Keys], one file for all nodes).
// The nonce is random: at 24 bytes it does not repeat in practice, so nodes need
// no counter that they would have to share. The associated data is everything
// that stands in clear (version and key id) and the installation's id, which is
// nowhere in the text: a receipt of another installation does not open, even
// where somebody copied the keys file. [Sealer] and [Opener] work the associated
// data out once per key.
//
// # Form
//
//	lkr_ + base32(version 1 | key id 12 | nonce 24 | sealed plaintext 172 | tag 16)
//
// All numbers are bytes; the key id is padded with zeros. Every receipt has
// [Length] characters, whatever it says and whatever its key is called, so that
// its length tells nothing about the reason. Base32 in small letters, because a
// double click selects all of it, URLs and JSON carry it as it is, the standard
// library reads and writes it in time linear to its length, and 225 bytes fill
// 360 characters without a left-over bit: each text is the only one of its
// bytes. Base62 would save 50 characters in blocks of eight bytes and cost an
// encoder of our own; base64url has the hyphen, at which a double click stops.
//
// The plaintext has a fixed layout (layout.go). It never holds a path, a header
// or a body. The version stands for all of it, the tables of reasons, scopes and
// accesses aside: these only grow at their ends.
//
// # Opening
//
// What is not a receipt of this installation and of a live key is
// [ErrUnreadable], word for word the same whatever was wrong with it. It takes
// about the same time too: text of no receipt, and receipts of unknown and
// retired keys, are opened under a decoy, a key that nobody has. Only an
// authentic receipt can be [ErrTooOld], 30 days after its refusal.
//
// A receipt proves where it was made and not who may read it: whether the asker
// belongs to its workspace is the use case's question, and a foreign receipt, old
// or not, should be answered with ErrUnreadable.
//
// # Keys
//
// The first key of the file seals. To replace it, first append the new key on
// every node, then move it to the top, then mark the old one "retired" with the
// day's date; it may go 31 days later, when nothing that it sealed is young
// enough to be opened. A node that still sealed under the old key on the day of
// its retirement did no harm, in whatever time zone that day was written.
//
// # Assumptions
//
// The package depends on nothing that could die, except the system's source of
// random numbers, without which Go ends the process. It reads no clock: who asks
// says what time it is. Clocks of nodes may differ by minutes; a receipt from
// the future opens. Keys, Sealer and Opener are immutable after their
// constructors and may be shared between goroutines; receipts are values.
package receipt
