// Package verify is the hot path: may this secret do this, from here, now?
//
// It answers from memory, in this order, so that what is cheap and what an
// attacker can send comes first: form and checksum of the secret, memory, the
// limit on distinct unknown secrets of an address, PostgreSQL, the key's state,
// the workspace's state, the client's address, the scope.
//
// # What makes memory safe
//
// Memory is believed only while the node holds a lease (package cluster), and a
// change of access is forgotten before it is acknowledged. A read of PostgreSQL
// enters memory only if nothing that it concerns was forgotten since it began,
// and requests that arrive after something was forgotten never join a read that
// began before. Without a lease every request reads PostgreSQL by itself; when
// that cannot answer, the request is refused as unavailable, never accepted.
//
// Instants (the end of the day of expire, a superseded secret's end, an entry's
// expiry) are judged on every request against the clock, never when an entry is
// filled. So time alone closes a door, without any message.
//
// # Memory and concurrency
//
// Entries are immutable once they are in memory. Their number is bounded; a
// full shard drops any one of its entries, which costs a read, nothing else.
// Secrets are not kept: an entry is found by SHA-256 over a random key of this
// process and the secret. A hit takes one shared lock, allocates nothing and logs
// nothing.
//
// # Peppers
//
// A read that finds a secret under an older pepper hands it to a [Rehasher], which
// stores it under the one that mints, after the request. Being a change of access,
// that makes every node read the secret once more; both hashes are asked for, so
// it is found at any time.
//
// This package knows neither PostgreSQL nor HTTP; it reads through [Source].
package verify
