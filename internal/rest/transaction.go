package rest

import (
	"context"
	"maps"
	"net/http"

	"latchkey/internal/store"
)

// work is what a request does in the database.
type work func(context.Context, *store.Tx) error

// whole runs serve in one transaction, which everything that it reads and writes
// joins, and which ends before anything is sent. serve may run again after a lost
// conflict: headers of an attempt that came to nothing are forgotten with it.
func (c *call) whole(serve func() (reply, error)) (answer reply, err error) {
	if c.inside != nil {
		return serve()
	}
	w := c.w
	defer func() { c.w, c.inside = w, nil }()
	err = c.config.Store.InWorkspace(c.r.Context(), c.pass.Caller, func(ctx context.Context, tx *store.Tx) (err error) {
		c.w = draft{w, http.Header{}}
		c.inside = func(f work) error { return f(ctx, tx) }
		answer, err = serve()
		return err
	})
	if err == nil {
		maps.Copy(w.Header(), c.w.Header())
	}
	return answer, err
}

// join runs f in the transaction of the whole request, if it has one. Whatever a
// request does in the database passes here first.
func (c *call) join(f work) (joined bool, err error) {
	if c.inside == nil {
		return false, nil
	}
	return true, c.inside(f)
}

// joinWrite is join for what changes something. A condition that nobody has
// checked by then is not met: the client counts on it.
func (c *call) joinWrite(f work) (joined bool, err error) {
	if c.conditional() && !c.checked {
		return true, errUnconditional
	}
	return c.join(f)
}

// draft collects the headers of an answer that may yet come to nothing.
type draft struct {
	http.ResponseWriter
	header http.Header
}

// Header implements http.ResponseWriter.
func (d draft) Header() http.Header { return d.header }
