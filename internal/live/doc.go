// Package live tells the screens that are open that something of their workspace
// has changed, so that they load it again. It tells what kind of thing, and of a key
// which one; never a value. It knows nobody's permission: package graph asks for
// that before it passes anything on.
//
// # How
//
// Triggers on the tables of the settings notify ('latchkey_watch', see the migration
// that has the procedure watch). PostgreSQL hands a notification over when its
// transaction commits and drops it when that rolls back, so whoever loads after a
// change was told sees it, whichever node made it. Each admin node listens on one
// connection of its own. [Feed.Run] owns it, and passes what it hears on to the
// watches ([Feed.Watch]) of that workspace.
//
// # Time, concurrency
//
// A watch holds at most [mostPending] different changes that nobody has taken yet.
// When more come, it forgets them and holds one that says that everything may have
// changed. So a slow stream costs little, holds nobody up, and misses nothing.
// Usage, which changes all the time, is told at most once in [Options.UsageEvery].
//
// # What dies
//
// While PostgreSQL cannot be reached nothing is told. The connection is tried by a
// ping every few seconds, and made anew; then every watch is told that everything may
// have changed. When Run ends, so do all watches.
package live
