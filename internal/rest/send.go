package rest

import (
	"net/http"
	"strconv"
)

// Values of headers that all requests share; their capacity is their length, so
// that an Add copies them.
var (
	// varies is what an answer depends on besides its URL: the version, the
	// compression, and whose workspace it is.
	varies = []string{"Accept, Accept-Encoding, Authorization, X-API-Key"}
	// noStore is for all that has no ETag, and for what answers a change: a
	// workspace's data stays in no cache.
	noStore = []string{"no-store"}
	// revalidated is for single records: the client's own cache may keep one, and
	// must ask each time, so that a key that has ended sees nothing more.
	revalidated = []string{"private, no-cache"}
	inGzip      = []string{"gzip"}
)

// send sends an answer whole, compressed where the client takes it so and it pays.
// Errors are not, so that the length of a 401 tells nothing.
func (c *call) send(answer reply) {
	header := c.w.Header()
	header["Vary"], header["Cache-Control"] = varies, noStore
	if header[etag] != nil && !c.changes() {
		header["Cache-Control"] = revalidated
	}
	if len(answer.body) > 0 && header["Content-Type"] == nil {
		header.Set("Content-Type", "application/json")
	}
	if answer.status < http.StatusBadRequest && wantsGzip(c.r.Header["Accept-Encoding"], len(answer.body)) {
		z := c.gzips.get()
		defer c.gzips.put(z)
		answer.body = z.compress(answer.body)
		header["Content-Encoding"] = inGzip
		if tag := header[etag]; tag != nil {
			header[etag] = []string{gzipped(tag[0])}
		}
	}
	if answer.status != http.StatusNoContent && answer.status != http.StatusNotModified {
		header.Set("Content-Length", strconv.Itoa(len(answer.body)))
	}
	c.w.WriteHeader(answer.status)
	_, _ = c.w.Write(answer.body) // a client that has gone does not matter
}
