// Package rest is the data plane: the REST API that integrations call with a key.
//
// [operations] is the one table of what there is: methods, path, access, handler.
// The router, the check of scopes, the names in logs and usage, and the tests of
// tenancy are driven by it; what is not in it does not exist. [Handler.answer] shows
// everything that a request passes, in order.
//
// The API has two versions, which are two views of the same values. A [resource] says
// what the members of a kind of record are called in each; a request's body becomes a
// records.Patch (bind.go), a record becomes JSON (encode.go), and only these know
// versions. What all resources can do is written once (resource_*.go); each resource's
// own file has its members, its operations, and what only it can do. Answers are
// written by appending to a buffer, and sent whole: an error never follows half an answer.
//
// A body is read through stream.go: under its limit, out of gzip, and with the key
// verified again whenever a second has passed; an answer that comes before the end of
// a body closes the connection. A batch of events (events_batch.go) is decoded as it
// comes in, and stored in one statement once all of it is there.
//
// A Write Only key is answered with what its own request carried: the encoder
// gets the patch instead of stored values, so there is nothing that could slip out.
//
// # Refusals
//
// Every 401, 403 and 429 is a [verify.Refusal] and carries a receipt (errors.go), in
// which the workspace's people read why. A caller learns less: what is an invalid
// token looks the same whatever is wrong with it, every 401 has one length, and the
// work behind them is the same. A receipt that cannot be sealed is left out and
// logged; the request is refused all the same.
//
// Limits (limits.go) come after verification: a call that it refuses is not counted, and
// one that the limits refuse has come no further. They are told with every answer
// to a key that works.
//
// # Retries and conditions
//
// A request with an Idempotency-Key, and a change under If-Match or If-None-Match,
// runs in one transaction as a whole ([call.whole], transaction.go): what its
// operation reads and writes joins that ([call.join]), and its answer waits, headers
// included, until it has committed. idempotency.go claims the key with an advisory
// lock that ends with the transaction, and keeps the answer in it. Since the
// transaction stands open meanwhile, an operation must have read its body before.
//
// conditional.go gives an operation on one record its ETag: reads end with
// [call.single], changes that show the record with [call.tagged], and changes begin
// with [call.matching]. A change under conditions that has not passed there is
// refused, so that none is passed over.
//
// DELETE me/ (me_delete.go) is the one change of settings on this plane, and the one
// operation that any address may use: it can only take access away. It answers when
// every node knows, by the same barrier as the admin plane.
//
// # Time, concurrency, failure
//
// A [Handler] has no state that changes, its spare compressors aside (single events wait
// in its records.Recorder, which somebody else runs and ends after the server), and is
// safe for concurrent use. A request
// is bounded by the server's deadlines, the body's limits and the store's
// timeouts. When PostgreSQL is gone, requests are answered with 503 and
// Retry-After; usage is counted in memory and never holds a request up.
package rest
