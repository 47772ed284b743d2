// Package graphiql serves GraphiQL, the in-browser editor for the GraphQL
// admin API, from assets that are embedded in the binary: nothing is loaded
// from another origin.
//
// dist/ is built from the npm packages that package-lock.json pins (make
// graphiql) and is committed, so that Go alone builds and runs Latchkey. The
// page is allowed, by its Content-Security-Policy, to talk to its own origin
// and nowhere else, and to run its one script. It keeps what is typed in memory,
// because that may hold a password.
//
// The handler is immutable after Handler returns, holds no connection to
// anything, and may serve any number of requests at once.
package graphiql
