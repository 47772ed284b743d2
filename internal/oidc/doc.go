// Package oidc is how Latchkey asks OpenID Connect providers who somebody is. What
// that means for people and their sessions is package session's; HTTP here is only
// what goes to providers.
//
// # One sign-in
//
// [Provider.Begin] says where to send the browser: the authorization code flow,
// with a state, a nonce and PKCE (S256), all random and remembered by the caller in
// [Flow]. [Provider.Finish] exchanges the code that comes back, verifies the ID token
// (signature, issuer, audience, expiry, nonce; coreos/go-oidc), asks the UserInfo
// endpoint for what the token leaves out, and returns an [Identity]. An identity is
// its issuer and subject; the e-mail address in it is for people to read, and
// nobody is ever found by it.
//
// # Time, concurrency, failure
//
// A Provider is safe for concurrent use. What it discovers is kept for an hour,
// asked for once however many wait, and kept on when it cannot be asked for anew;
// keys are fetched when a token names one that is not known. Every request to a
// provider has a deadline and a bound on its answer. A provider that does not
// answer is [ErrDown]: it keeps nobody from signing in by password or with another.
package oidc
