package rest

import (
	"io"
	"time"
)

// verifyEvery is how long a verification counts while a body comes in.
const verifyEvery = time.Second

// verifiedBody is a body whose sender is verified again while it comes in, so that
// a slow one does not outlive a change of access. What comes after a verification
// has become old is handed on only once there is a new one.
type verifiedBody struct {
	io.ReadCloser
	verify  func() error
	now     func() time.Time
	at      time.Time // of the last verification
	refused error     // what a later verification said; it ends the body
}

func (b *verifiedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	now := b.now()
	if now.Sub(b.at) < verifyEvery {
		return n, err
	}
	if b.refused = b.verify(); b.refused != nil {
		return 0, b.refused
	}
	b.at = now
	return n, err
}

// receive reads the body of a request that was verified at a time. What the last
// verification found is what the operation goes by.
func (c *call) receive(secret string, at time.Time) (err error) {
	body := &verifiedBody{ReadCloser: c.r.Body, now: c.now, at: at, verify: func() (err error) {
		c.pass, err = c.verify(secret)
		return err
	}}
	c.r.Body = body
	if c.body, err = readBody(c.w, c.r); body.refused != nil {
		return body.refused
	}
	return err
}
