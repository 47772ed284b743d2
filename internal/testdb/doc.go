// Package testdb gives every test a PostgreSQL database of its own, with
// Latchkey's roles and schema, cloned from a template that is migrated once.
//
// A package that needs it says so in TestMain:
//
//	func TestMain(m *testing.M) { testdb.Main(m) }
//
// and then, in a test:
//
//	db := testdb.New(t)
//	app := db.Open(t, db.AppURL)
//
// # Where the server comes from
//
// With LATCHKEY_OWNER_DATABASE_URL set, it is that server; the owner needs
// CREATEDB and must be no superuser, LATCHKEY_DATABASE_URL and
// LATCHKEY_DATA_DATABASE_URL tell the passwords of the application's and the
// data plane's roles, and there is no superuser. Else each test process
// starts a private one (package postgres), which keeps nothing and does not
// fsync, at the first New: a run whose tests need no database pays nothing. Its
// files are in memory (/dev/shm) where that has 4 GiB of room and TMPDIR is not set.
//
// A test that breaks servers, or kills them, starts its own:
//
//	own := testdb.Start(t, postgres.Options{})
//
// Killed, it keeps what it has confirmed, unless its options say that it is ephemeral.
//
// They all begin as a copy of a seed: a server with the roles and the migrated template, which
// the first process of a user makes for all (in the user's cache directory, as
// latchkey-testdb, about 35 MB). Another migration, role or version of PostgreSQL makes
// another seed. One that nobody used for a week is removed, and all may be, at any time.
//
// # Time and concurrency
//
// New and Start may be called from parallel tests. Making a database is what most tests
// pay for, so the pool that does it stays open. A database is dropped at its test's
// end, unless the test failed. The private server is stopped when the tests
// are done, and on SIGINT or SIGTERM; one of Start's, at its test's end. A panic ends
// the process without a word, and a signal a test in the middle of it: then Linux stops
// the server, and the next run that starts one removes what was left.
package testdb
