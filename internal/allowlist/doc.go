// Package allowlist holds the workspace's IP allowlist as values: addresses and
// ranges as people write them ([ParseAddress], [ParseRange]), the compiled
// list that is asked on every request ([List]), and who the caller is behind
// proxies ([ClientAddress]).
//
// Every address here is canonical: an IPv4 address is never written as IPv6
// (::ffff:1.2.3.4), nothing has a zone, a range has no bits set beyond its
// length. So equal means ==, and a list of IPv4 ranges matches a caller that
// arrived on a dual-stack socket.
//
// A list is on exactly when it has an entry. An expired entry matches nothing
// and still counts: time never opens the list. A caller whose address cannot be
// established matches nothing.
//
// Nothing here reads the clock, resolves names or depends on anything that could
// die. Lists and client addresses are immutable once made, and may be shared
// between goroutines.
package allowlist
