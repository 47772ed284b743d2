// Package httpserver is the plumbing that both planes share: a server that
// stops gracefully, request ids, the access log, recovered panics, limits of
// bodies, and health. It knows neither plane: what an error looks like, which
// route was taken and whose address the client has are told to it.
//
// A [Server] owns one listener. [Chain] shows all middleware in their order,
// outermost first, and keeps what they know about a request in one struct that
// is the request's context and its response writer at once: one allocation
// where five context values would take ten. The struct is not pooled, because a
// context may outlive its request (a shared database read, a timer), and a
// recycled one would then answer with the next caller's request id.
//
// Time: a connection that sends its header too slowly is cut after
// ReadHeaderTimeout. Reading the body and answering together have
// RequestTimeout; a handler that streams extends it with [ExtendDeadline] each
// time it got on. Shutdown refuses new connections at once and lets requests
// finish within ShutdownTimeout, then cuts them.
//
// Concurrency: requests run at once; [SetRoute] and [SetClient] belong to the
// goroutine that serves the request. The access log has one goroutine, ended by
// [AccessLog.Close]. When its disk stalls, lines wait in a bounded buffer; when
// that is full they are counted as lost and the count is logged, so that
// requests never wait for a disk. Nothing is lost while the disk keeps up, nor by Close.
//
// Logs hold no header, path, query or body: these may carry a customer's data
// or a secret.
package httpserver
