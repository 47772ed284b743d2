// Package openapi describes the data plane, in OpenAPI 3.1, and serves that
// description: as /openapi.yaml, as /openapi.json, and as a page for people, /docs.
//
// # The document
//
// It is written by hand, one *.yaml file per resource; 00-openapi.yaml has what all
// share. The files are merged in the order of their names ([Embedded]): objects
// member by member, lists one after the other, and nothing may be said twice. What
// a part does not have to write out is put in when they are merged (document.go):
//
//   - x-latchkey-common: entries of parameters, responses and headers of success that
//     every operation has which the entry concerns: by access, answered-with (a header
//     of success), of-record (whether the path names one), and unless it is in except.
//   - x-latchkey-like: an operation that is another method's of its path. Its id is
//     that one's with the method at its end.
//
// What stays in the document, for whoever reads it by program:
//
//   - x-latchkey-access, of an operation: read, write, delete or own. Its operationId
//     is its name in the table of package rest.
//   - x-latchkey-version and x-latchkey-scope, of a schema: which version of the API it
//     belongs to, and that it is what a Write Only key gets. A body that differs is
//     anyOf such schemas. Examples whose name begins with v1 or v2 are of that version.
//   - x-latchkey-queries, of an operation: ways to ask.
//
// The tests of package rest compare the document with its table of operations and
// with every answer that they get, and send every example.
//
// # The page
//
// It is rendered here, once, from a template: what npm has for it wants inline
// styles or megabytes of script, and shows neither access nor versions. It is one
// file whose style and script its Content-Security-Policy names by hash; the script
// is for searching only. There is no place to type a key into.
//
// # Time, concurrency, failure
//
// What is served is made when it is first asked for and never changes. It needs no
// database, and may be served to any number of requests at once.
package openapi
