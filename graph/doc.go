// Package graph serves the GraphQL admin API that schema.graphql describes. It
// decides nothing: who someone is comes from package session, what they may do
// and what happens from package admin.
//
// # A request's way
//
// [NewHandler] refuses other sites' requests (CSRF), then [transport] counts the
// address, reads the body or, for a GET, the address, and has the operation parsed,
// validated and measured ([shape], [limits]): what is too much work has cost no
// statement. Only then does it find out who is signed in, and count them too
// ([admission]). The directives of the schema (can.go) check the session, the
// membership and the permission; a resolver, one file for each settings screen, is
// one call of a use case and a translation of its values. gqlgen's output is in exec
// and model and never edited; resolvers are plain Go that the compiler checks against
// exec's interfaces.
//
// GraphQL over HTTP is as its specification has it: the audit suite of the reference
// implementation is part of the tests.
//
// # Failures
//
// errors.go has the one table from kinds of fault to GraphQL: what a person can
// mend is data in the payload's userErrors, all else an error with a code. What is
// not of the schema's types is found by inputs.go, in documents and variables alike.
// An absent id, a malformed one and one of another workspace are word for word
// alike. What nobody foresaw is INTERNAL: its cause is logged with the request's
// id, which is all that the client gets.
//
// # The audit as a file
//
// [NewAuditExport] is the one door beside GraphQL (auditexport.go): the same people, ids
// and faults, and an answer of any length that is streamed. It holds no transaction and
// no connection while a client reads: each batch is a short statement, before which
// the session and the role are asked for again. An answer that cannot be finished is
// aborted.
//
// # Time, concurrency, what dies
//
// A handler is safe for concurrent use. A request has ten seconds; gqlgen resolves
// the fields of a query at the same time, and mutations one after the other. The
// cache of parsed queries is bounded by count, and its entries by the size that a
// query may have. While PostgreSQL cannot be reached every request of a signed-in
// browser is UNAVAILABLE.
package graph

//go:generate go tool gqlgen generate
//go:generate go run ./apidoc
