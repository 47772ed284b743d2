// Command csvsync is what one would run every night to bring a file of customers into
// a workspace: each line becomes a user, or updates the one that has its custom id, and
// is noted on the user's timeline as an event.
//
//	LATCHKEY_URL=http://localhost:8081 LATCHKEY_KEY=lk_… csvsync customers.csv
//
// The key needs the scope Write Only, and nothing else is asked of it. The first line of the
// file names the fields; "custom_id" must be among them. Whatever may be over in a moment
// (429, 503, another 5xx, a connection that breaks) is tried again, after as long as the
// answer says or a while that grows. An Idempotency-Key of the file's content and line goes
// with each request, so that nothing happens twice: not when an answer was lost, and not
// when the whole run is started again the same day.
//
// It knows the API and nothing of Latchkey's insides; it would work the same from anywhere.
package main
