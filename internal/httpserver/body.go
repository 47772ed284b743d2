package httpserver

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"latchkey/internal/fault"
)

// LimitBody makes reading more than limit bytes of the request's body fail with
// a fault of kind TooLarge. A body that announces more fails at the first read,
// before any of it is taken.
func LimitBody(w http.ResponseWriter, r *http.Request, limit int64) {
	// net/http closes the connection of a body that is too large, when it is
	// given its own writer.
	if st, ok := w.(*request); ok {
		w = st.ResponseWriter
	}
	body := &limitedBody{ReadCloser: http.MaxBytesReader(w, r.Body, limit), limit: limit}
	body.announced = r.ContentLength > limit
	r.Body = body
}

type limitedBody struct {
	io.ReadCloser
	limit     int64
	announced bool // more than the limit
}

func (b *limitedBody) Read(p []byte) (int, error) {
	if b.announced {
		return 0, tooLarge(b.limit)
	}
	n, err := b.ReadCloser.Read(p)
	if over := (*http.MaxBytesError)(nil); errors.As(err, &over) {
		err = tooLarge(b.limit)
	}
	return n, err
}

// LimitReader returns r with reading more than limit bytes failing as [LimitBody]
// says. It is for bodies that grow while they are decoded.
func LimitReader(r io.Reader, limit int64) io.Reader { return &limitedReader{r, limit, limit} }

type limitedReader struct {
	io.Reader
	limit, left int64
}

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, tooLarge(l.limit)
	}
	// One byte more than there may be, to see whether there is one.
	n, err := l.Reader.Read(p[:min(int64(len(p)), l.left+1)])
	if l.left -= int64(n); l.left < 0 {
		return n - 1, tooLarge(l.limit)
	}
	return n, err
}

func tooLarge(limit int64) error {
	message := fmt.Sprintf("The request body is over the limit of %s; send less at a time.", size(limit))
	return fault.New(fault.TooLarge, "BODY_TOO_LARGE", message)
}

func size(n int64) string {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
