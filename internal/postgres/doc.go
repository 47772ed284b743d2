// Package postgres finds or starts a PostgreSQL for development and tests, and
// applies Latchkey's roles and migrations to any PostgreSQL.
//
// # A private server
//
// [Start] runs one postgres on a data directory as a child of this process,
// on 127.0.0.1 only and without a unix socket. The programs come from
// [Find], or are downloaded by [Fetch] where that is allowed. A new directory
// is made beside its final place and renamed when initdb is done, so that an
// interrupted first start leaves nothing half-made. PostgreSQL refuses to run
// as root: root runs it as the user who owns the data directory, or as
// postgres or nobody for a new one. The superuser's password is random and
// lives in DataDir.password (mode 0600); it is never on a command line.
//
// # Who else may be there
//
// DataDir.lock is locked for as long as a server runs, and the kernel unlocks
// it when its process dies. So a second Start on the directory says that it is
// in use; and whoever holds the lock and still finds a live postmaster knows
// that its parent is gone, and stops it first. A process id is signalled only
// after it was seen to be a postgres of that very directory.
//
// # When something dies
//
// The child has its own process group, so a terminal's Ctrl-C reaches only the
// Go process, which then stops it in order. When the Go process is killed,
// Linux stops the child too; elsewhere the next Start does. When the
// server dies, [Server.Done] closes and [Server.Err] quotes its last words;
// nothing restarts it here. Start again on the same directory and port brings
// it back, waiting for what a killed postmaster left behind.
//
// # Time and concurrency
//
// Every wait ends with its context or after a bound of its own. A Server may be
// used from several goroutines. [Migrate] takes a session lock in the
// database and [EnsureRoles] one per transaction, so both may run at once from
// several processes.
//
// The package needs a unix: it relies on users, process groups and flock.
package postgres
