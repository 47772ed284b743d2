package rest

import (
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/httpserver"
)

const (
	// reverifyEvery is how long bytes of a body are taken on one verification.
	reverifyEvery = time.Second
	// maxUpload is how long a body that streams may take, as long as it gets on: each
	// second of it that brought something extends the request by progressTimeout.
	maxUpload       = 5 * time.Minute
	progressTimeout = 30 * time.Second
)

var (
	errCutBody  = parseError("The request body ended too soon.")
	errNoGzip   = parseError("The request body is not valid gzip, as its Content-Encoding says.")
	errEncoding = fault.New(fault.UnsupportedMedia, "UNSUPPORTED_MEDIA_TYPE", "Unsupported content encoding in request. Send the body as it is, or with gzip.")
)

// openBody returns the body as it comes in, decoded, of at most limit bytes both as
// it was sent and as it is, and counted as what is in memory until the request ends.
// What reading it returns besides io.EOF may be told.
func (c *call) openBody(limit int64) (io.Reader, error) {
	body, err := c.openLimited(limit)
	if err != nil {
		return nil, err
	}
	c.drawn = c.config.Bodies.Draw(c.pass.Caller.Workspace(), body)
	return c.drawn, nil
}

func (c *call) openLimited(limit int64) (io.Reader, error) {
	httpserver.LimitBody(c.w, c.r, limit)
	begun := c.now()
	c.stream = &verified{ReadCloser: c.r.Body, call: c, begun: begun, last: begun}
	c.r.Body = c.stream
	switch encoding := strings.ToLower(c.r.Header.Get("Content-Encoding")); {
	case encoding == "" || encoding == "identity" || c.r.ContentLength == 0:
		return told{c.r.Body, errCutBody}, nil
	case encoding != "gzip" && encoding != "x-gzip" || len(c.r.Header["Content-Encoding"]) > 1:
		c.w.Header().Set("Accept-Encoding", "gzip")
		return nil, errEncoding
	}
	unzipped, err := gzip.NewReader(told{c.r.Body, errCutBody})
	switch {
	case errors.Is(err, io.EOF): // nothing at all
		return strings.NewReader(""), nil
	case err != nil:
		return nil, toldAs(err, errNoGzip)
	}
	return told{httpserver.LimitReader(unzipped, limit), errNoGzip}, nil
}

// verified verifies the key again while a body comes in, so that what is taken of it
// was sent by a key that was valid at most a second before.
type verified struct {
	io.ReadCloser
	call        *call
	begun, last time.Time
	ended       bool // all of it was read
}

func (v *verified) Read(p []byte) (int, error) {
	n, err := v.ReadCloser.Read(p)
	v.ended = err == io.EOF
	now := v.call.now()
	if now.Sub(v.last) < reverifyEvery {
		return n, err
	}
	v.last = now
	if err := v.call.verifyAgain(); err != nil {
		v.ended = false
		return 0, err
	}
	if n > 0 && v.call.operation.manner == streamed && now.Sub(v.begun) < maxUpload {
		// What cannot be extended ends when it would have.
		_ = httpserver.ExtendDeadline(v.call.w, progressTimeout)
	}
	return n, err
}

// verifyAgain decides anew about the request that is being read.
func (c *call) verifyAgain() error {
	secret, err := credential(c.r.Header)
	if err != nil {
		return err
	}
	pass, err := c.verify(secret)
	if err == nil {
		c.pass = pass
	}
	return err
}

// told is a reader whose failures are all ones that the client may be told.
type told struct {
	io.Reader
	otherwise *fault.Error // of what has no fault yet
}

func (t told) Read(p []byte) (int, error) {
	n, err := t.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = toldAs(err, t.otherwise)
	}
	return n, err
}

// toldAs leaves faults and refusals as they are.
func toldAs(err error, otherwise *fault.Error) error {
	if _, known := fault.As(err); known || refusalOf(err) != nil {
		return err
	}
	return otherwise.Because(err)
}
