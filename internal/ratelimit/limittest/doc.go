// Package limittest is for tests of rate limits: what every ratelimit.Store must do
// ([Conforms]), and a Redis to do it with ([StartRedis]).
//
// The suite goes by real clocks. Where time must not matter, its limits give back so
// slowly that no call comes back while it runs; where it matters, the calls let through are
// compared with the time that was measured around them.
//
// A Redis belongs to its test: it listens on a loopback port of its own, keeps nothing on disk,
// and is killed, by its process, when the test ends. Without the program the test fails.
package limittest
