// Package secondfactor is the proof of a sign-in besides the password, as values:
// one-time codes of an authenticator app, the recovery codes for when the phone is
// lost, and the keys that the app's secrets are kept under. It is pure: who signs
// in, how often they may try, and what is stored is package session's.
//
// # One-time codes
//
// A [Secret] is 160 random bits that the app and the server share. A code is what
// RFC 6238 makes of it and of the time: SHA-1, six digits, steps of 30 seconds. It
// is a dozen lines over crypto/hmac, tested with the RFC's own vectors; libraries
// tell whether a code is right, and what single use needs is which step it is of.
// A code of the step before and of the step after is right too, for clocks that
// differ and for the time that typing takes. That each works once is the store's
// part: [Secret.Match] returns the step, and no step up to the last one used counts.
//
// # Recovery codes
//
// Ten of 100 random bits each. So much cannot be guessed, which is why their
// SHA-256 is enough to keep ([RecoveryHash]).
//
// # Sealing
//
// Secrets must be read back, so they are sealed rather than hashed:
// XChaCha20-Poly1305 under [Keys] that come from a file of the operator's, the
// first of which seals. What a box is for and whose it is are its associated data,
// so that a row that is copied to another person opens for nobody. [Keys] prints
// none of its bytes, and neither do [Secret] and [Shown].
//
// # Time, concurrency, failure
//
// Values are immutable and safe to share; the time is an argument. Whoever loses
// the keys' file loses the enrolments, and nothing else: people sign in with a
// recovery code, or the operator turns their second factor off.
package secondfactor
