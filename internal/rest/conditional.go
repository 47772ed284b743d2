package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/store"
)

var (
	errPrecondition = fault.New(fault.PreconditionFailed, "PRECONDITION_FAILED",
		"The record is not what the request is conditional on. Read it again.")
	errUnconditional = fault.New(fault.PreconditionFailed, "PRECONDITION_FAILED",
		"What this operation changes is not one record with an ETag. Send it without If-Match and If-None-Match.")
)

// tagged gives an answer that shows one record, as a read shows it, its ETag. A
// Write Only key gets none.
func (c *call) tagged(r reply) reply {
	if !c.writeOnly() {
		c.w.Header()[etag] = []string{etagOf(r.body)}
	}
	return r
}

// single answers a read of one record: in full, or not at all to a client that
// has it already.
func (c *call) single(r reply) (reply, error) {
	current := etagOf(r.body)
	if match := c.r.Header[ifMatch]; len(match) > 0 && !parseTags(match).strong(current) {
		return reply{}, errPrecondition
	}
	if none := c.r.Header[ifNoneMatch]; len(none) > 0 {
		if sent, has := parseTags(none).weak(current); has {
			current, r = sent, reply{status: http.StatusNotModified}
		}
	}
	c.w.Header()[etag] = []string{current}
	return r, nil
}

// matching runs change if the record that the path names meets the request's
// conditions. shown locks the record until the transaction ends and encodes it as
// a read in the request's version shows it.
func (c *call) matching(shown func(context.Context, *store.Tx) ([]byte, error), change func() (reply, error)) (reply, error) {
	if !c.conditional() {
		return change()
	}
	return c.whole(func() (reply, error) {
		_, err := c.join(func(ctx context.Context, tx *store.Tx) error {
			body, err := shown(ctx, tx)
			if err == nil && !c.met(etagOf(body)) {
				err = errPrecondition
			}
			return err
		})
		if err != nil {
			return reply{}, err
		}
		c.checked = true
		return change()
	})
}

// conditional reports whether the request wants to change something under a condition.
func (c *call) conditional() bool {
	return c.changes() && len(c.r.Header[ifMatch])+len(c.r.Header[ifNoneMatch]) > 0
}

// met reports whether a change's conditions hold for a record with this ETag.
func (c *call) met(current string) bool {
	match, none := c.r.Header[ifMatch], c.r.Header[ifNoneMatch]
	if len(match) > 0 && !parseTags(match).strong(current) {
		return false
	}
	_, has := parseTags(none).weak(current)
	return !has
}

// changes reports whether the operation changes the workspace's records.
func (c *call) changes() bool {
	return c.operation.access == apikey.Write || c.operation.access == apikey.Delete
}
