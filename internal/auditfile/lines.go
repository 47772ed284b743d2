package auditfile

import (
	"bufio"
	"errors"
	"io"
)

// What is wrong with a line before it is read.
var (
	errLong     = errors.New("the line is longer than any line of an export")
	errUnclosed = errors.New("the last line has no end")
)

// lines reads a file line by line.
type lines struct {
	in     *bufio.Reader
	number int64 // of the line that was read last, from 1
	buffer []byte
}

func newLines(r io.Reader) *lines { return &lines{in: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next line without its end, valid until the call after; io.EOF
// after the last one.
func (l *lines) next() ([]byte, error) {
	l.buffer = l.buffer[:0]
	for {
		part, err := l.in.ReadSlice('\n')
		if len(l.buffer) == 0 && (len(part) > 0 || err == nil) {
			l.number++
		}
		if len(l.buffer)+len(part) > MaxLine {
			return nil, errLong
		}
		l.buffer = append(l.buffer, part...)
		switch {
		case err == nil:
			return l.buffer[:len(l.buffer)-1], nil
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(l.buffer) > 0:
			return l.buffer, errUnclosed
		}
		return nil, err
	}
}
