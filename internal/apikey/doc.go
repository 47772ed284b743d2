// Package apikey holds what an API key is made of, as values: the secret and
// the scheme that mints and reads it, the peppers that hash it, its scope, its
// day of expire and its status.
//
// A secret is a prefix, random base62 characters and a CRC-32 of both, 64
// characters in all ([Scheme]). The checksum is public: it turns a typing
// mistake away without a database read and proves nothing else. What
// authenticates is the random part, of at least 49 characters (291 bits).
//
// The full text of a [Secret] leaves only by [Secret.Reveal] and [Secret.CopyTo], which
// one package each may call (an architecture test says which). It is held behind
// an untyped pointer, so that even reflection that goes around its methods (fmt
// does, for unexported fields and for bad verbs) shows an address and not the
// text. At rest there is only its [Hash], HMAC-SHA-256 under a [Pepper] whose key lives in
// a closure.
//
// A key works through the end of its day of expire in its workspace's time
// zone. Only the [Day] is kept; [Day.Ends] derives the instant from the time
// zone database, which is embedded in the program and gives way to the
// system's when there is one. Nothing here reads the clock: who asks says what
// time it is.
//
// Everything is a value or is immutable after its constructor, depends on
// nothing that could die, and may be shared between goroutines.
package apikey
