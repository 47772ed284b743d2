// Package records is the workspace's own data: contacts (the published API calls
// them users), their custom attributes, and events. It holds values, the rules
// for them, and the queries.
//
// No rule here knows a version of the API. The REST plane turns a body into a
// [Patch], whose values are JSON as it was decoded (nil, bool, string,
// json.Number, []any, map[string]any), and this package converts them: a standard
// field that cannot be converted is an error, a custom attribute that cannot be is
// left out and reported.
//
// # Time and concurrency
//
// Writes take a [store.Tx] and reads a [store.View]; nothing outlives either. A
// write locks the contact's row and then writes all of it, so two writers of one
// contact follow each other and none loses a field of the other. [Upsert] makes one
// contact however many callers ask at once. New attributes of one workspace and
// resource are defined one transaction at a time, always before a contact is
// locked, so that their limit is exact and nobody waits in a circle. The clock is
// the transaction's.
//
// Single events go through a [Recorder], in which those of concurrent requests share
// a commit, whatever their workspaces; it is run by whoever made it, and records what
// waits before it ends. [RecordAll] records many events of one request. In both, an
// event that cannot be recorded with the others (its contact is being deleted, or
// PostgreSQL refuses it) gets a transaction of its own, so that nobody else's event
// waits or fails with it.
//
// # Failure
//
// Wrong input is a fault of kind Invalid, what is absent (or in another workspace,
// which is the same thing) of kind NotFound. Failures of PostgreSQL pass through
// from package store, which says what callers are told. A write that fails leaves
// nothing behind, new attributes included: the transaction is rolled back.
package records
