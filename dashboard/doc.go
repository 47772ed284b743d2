// Package dashboard serves the settings screens: a web app that asks nothing but
// the GraphQL admin API, and loads nothing from another origin.
//
// Its source is the TypeScript in src/. dist/ is built from it and from the npm
// packages that package-lock.json pins (make dashboard), and is committed, so that
// Go alone builds and runs Latchkey; CI builds it again and compares. README.md in
// this folder says how the app is made.
//
// # Serving
//
// Every path that names no file is the app's one page, because the app itself
// reads the address: a link into a settings screen works from outside. What is in
// assets/ carries the hash of its content in its name, is kept by browsers for
// good, and is a 404 when it is not there: after an upgrade an old page must not
// take the new page for a script. The app reloads itself then. Text is
// compressed when it is first asked for, and the result is kept.
//
// The page's Content-Security-Policy lets it run its own scripts and talk to its
// own origin. Style elements, which the component library makes, carry a nonce
// that is new with each page; so the page is never kept by anybody.
//
// # Time, concurrency, failure
//
// The handler depends on nothing: while PostgreSQL is gone it goes on showing the
// app, which then says that the API does not answer. It may serve any number of
// requests at once.
package dashboard
