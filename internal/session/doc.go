// Package session is the people who are signed in to the dashboard: passwords,
// sessions and their cookie. It makes a caller out of a person in a workspace that
// they belong to ([Signed.In]).
//
// # Signing in
//
// Passwords are kept as argon2id. An address that nobody has costs a real
// verification too, against a hash of nothing that anybody knows, and gets the
// same answer as a wrong password. Verifications that run at once are as many as
// there are processors; others wait in a queue with a deadline, so that a flood
// of attempts costs patience and not memory. Attempts are limited by the
// client's address (IPv6: by its /64), by address and account together, and more
// widely by account alone, so that nobody at one address keeps a person out. Nor do
// many addresses, where the person has signed in before: that account at that address is
// limited by itself. All of this is in this process's memory, which is bounded: what was
// not seen for longest is forgotten first. An attempt that succeeds is given back.
//
// Who has a second factor (package secondfactor) gets no session for the password,
// but a challenge: a token in a cookie of its own, of which PostgreSQL has the
// SHA-256, good for five minutes and five attempts. Codes are used up by an UPDATE
// that only moves the last used step forward, and recovery codes by the DELETE of
// their row, each in the transaction that starts the session: of two browsers with one
// code one gets in. Attempts are limited like those of passwords. Reauthentication
// and changes of the factor take it too.
//
// # Providers
//
// Package oidc asks OpenID Connect providers who somebody is ([Service.StartProvider],
// [Service.Arrive]; [ProviderPages] are the addresses). An identity is its issuer and
// subject; people link theirs while they are signed in, and nobody is found by an e-mail
// address. A link begins with a mutation, which other sites cannot send, and ends only
// for the person who began it: a page of somebody else's cannot link its account to
// whoever visits. An invitation is accepted with an identity that nobody has ([Service.StartAcceptance])
// when the address that the provider has verified is the invited one: the address decides
// who may take the invitation, and nobody's account. What the browser keeps meanwhile is sealed in a cookie, so
// nothing is stored for those who never come back. Staff by a provider's word are
// staff in sessions that began with it alone.
//
// # Events
//
// Signing in and out are operator events, written with the session in one
// transaction. Failed attempts are not stored, because whoever makes them could
// fill the table; they show in the access log and in the limits.
//
// # Coming in
//
// An invitation, the confirmation of a sign-up and a new password come by a link with a
// random 256-bit token, bound to one address, used once, and expiring. Its hash alone is
// kept. What is to be mailed is a row (store.Mail), written in the transaction of what it
// tells about, that says what the mail is about and no more; [Service.RunMail] writes the
// mail, with a token that it makes then, and tries again until it is taken or the link
// would be over. So an acknowledged invitation survives a restart, and no copy of the
// database opens anything; and whether anybody has an address is found out only where the
// mail is sent, so that asking costs and answers the same for all. Mails are limited
// like attempts to sign in, by client, person, and kind and recipient.
//
// Another address of one's own ([Service.AskEmailChange]) works the same way: by a link to it, which
// takes the person who asked, signed in; the old address is told before and after, and a new
// password ends the wish.
//
// # A recent sign-in
//
// What mints secrets or widens access takes a sign-in of the last 15 minutes ([Recent]).
// [Service.Reauthenticate] renews it and the token, and never the day on which the
// session ends. Where it counts whatever the input, the SDL says so; where it depends
// on the input, the use cases ask their caller.
//
// # Sessions
//
// A session is a random 256-bit token in a cookie, of which PostgreSQL has the
// SHA-256. It ends after 12 hours without a request, or 14 days after signing
// in; one column holds the earlier of both, moved on at most once a minute. What
// has ended is refused by that column, and removed by later sign-ins. It begins under the
// person's lock, and only if what was shown is still so: a new password, or a second factor
// that is turned on, ends those who are about to come in too. A person's
// memberships are read with the session, on each request: who was removed from a
// workspace is out of it with the next one.
//
// # Time, concurrency, failure
//
// A Service is safe for concurrent use; whoever serves it runs [Service.RunMail], and
// ends it by its context. The clock
// is the process's. While PostgreSQL cannot be reached nobody is signed in: every
// method answers with a fault of kind Unavailable.
package session
