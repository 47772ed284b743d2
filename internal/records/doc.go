// Package records is the workspace's own data: contacts (the published API calls
// them users), what else has standard fields and custom attributes, and events. It
// holds values, the rules for them, and the queries.
//
// A [Kind] says of one kind of record where it is kept and what fields it has; finding,
// listing, narrowing, creating, updating and deleting are written once, for all kinds.
// Columns are hand-written SQL with one prepared statement for each use, since these
// are the hottest statements there are; ent has no part in them.
//
// No rule here knows a version of the API. The REST plane turns a body into a
// [Patch], whose values are JSON as it was decoded (nil, bool, string,
// json.Number, []any, map[string]any), and this package converts them: a standard
// field that cannot be converted is an error, a custom attribute that cannot be is
// left out and reported.
//
// # Time and concurrency
//
// Writes take a [store.Tx] and reads a [store.View]; nothing outlives either. A write
// of one record takes two round trips: it reads the record with all definitions, and
// writes all of it in one statement that commits by itself, provided that the record's
// version is still the one that was read ([store.Store.Write]). When it is not, or when
// there is more to write than the record, the same work runs in a transaction that
// locks the record first. Either way no writer loses a field of another.
// [Kind.Upsert] makes one record however many callers ask at once. New attributes of one workspace and
// resource are defined one transaction at a time, always before a contact is
// locked, so that their limit is exact and nobody waits in a circle. The clock is
// the transaction's.
//
// A field that holds another record's id can be written by that record's custom id
// ([link]), which is looked up first and not locked: foreign keys refuse what has gone
// meanwhile. What is linked in tables of its own is written by steps, which lock what
// they name against deletion.
//
// Triggers count the records of the larger kinds in record_count, so that a list that
// nothing narrows knows its exact length at once. Lists are in the order of ids;
// a contact's timeline is in the order of time, and costs what that contact has done.
//
// A product event locks its product when it brings other values, so that the latest
// event's stay however events come at once. A page view counts itself for its contact
// in the same statement. Where PostgreSQL itself changes a record, because a contact
// that it names was deleted, the record's version moves as well.
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
