// Package store is PostgreSQL: the roles, the only way to a tenant's rows, and
// the settings' rows. (The workspace's own data is in package records, on top of
// this one.)
//
// # The way in
//
// [Store.InWorkspace] runs a transaction inside one workspace, [Store.Write] runs
// single statements that change something without one, [Store.View] single statements
// that read; all need a caller that some authenticated origin made. Inside, three things name the workspace independently of each
// other: the caller, ent's mixin (which reads the context's scope), and the
// connection, whose setting row-level security compares with. Composite foreign
// keys are the fourth fence.
//
// Work across workspaces is a closed list, which ARCHITECTURE.md has and a test compares
// with the database: each is one call of a SECURITY DEFINER function that belongs to a role
// made for that purpose.
//
// # Time, concurrency, failure
//
// A Store is safe for concurrent use. Waiting for a connection ends with the
// caller's context or after [PoolTimeout]; a statement, once sent, is not
// cancelled with the request (cancelling costs a connection and a third of the
// speed) but by statement_timeout and, when PostgreSQL hangs, by the socket's
// deadline. Transactions that lose a serialization conflict or a deadlock run
// again, up to three times, so the function given may run more than once and must
// change nothing but the database. When PostgreSQL cannot be reached the error is
// a fault of kind Unavailable; whether a transaction whose COMMIT broke off has
// happened is unknown, and it is never repeated by itself.
package store
