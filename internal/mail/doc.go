// Package mail sends plain-text mails: by SMTP, or (in development) by printing
// them. It knows nothing of what they are about, keeps nothing, and tries once:
// what waits, and what is tried again, is in PostgreSQL (store.Mail) and its
// sender's (package session) to decide.
//
// A [Message] has one recipient, and cannot smuggle headers in: a line break in its
// address or subject is refused before anything is opened, and the library writes
// every other character encoded. There is no HTML, no picture and nothing that
// tells when it was read.
//
// [SMTP] is safe for concurrent use and opens a connection for each message, which
// are few. Off loopback it demands TLS (smtps://, or STARTTLS before anything is
// said about the mail or its sender), whatever the server offers. Every wait ends
// with the context or after 15 seconds. A failure that will be the same the next
// time, such as an address that the server does not know, is [ErrRefused].
package mail
