// Package oidctest is an OpenID Connect provider for tests, as a process of its own:
// the library's (zitadel/oidc) endpoints, over HTTP on a loopback address, with a page
// that asks nobody for a password and takes whom the test names. It is somebody
// else's implementation of the protocol, so that a mistake of ours is not made twice.
//
// A package's TestMain calls [Main] first: in a process that [Start] has started it
// serves until its standard input ends, as it does when the test's process dies, and
// does not return. A provider keeps everything in memory and is safe for concurrent use.
package oidctest
