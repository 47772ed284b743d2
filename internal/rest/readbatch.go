package rest

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// readBatch reads the events of a body while it comes in. What is kept is what is
// recorded of at most [maxBatch] events. An error is the whole batch's.
func (c *call) readBatch() ([]batched, error) {
	media := c.media()
	lines := media == "application/x-ndjson" || media == "application/ndjson" || media == "application/jsonl"
	if !lines && !isJSON(media) {
		return nil, errMedia
	}
	var body io.Reader = bytes.NewReader(c.body)
	if c.stream == nil {
		var err error
		if body, err = c.openBody(maxBatchBody); err != nil {
			return nil, err
		}
	}
	var err error
	b := batch{version: c.version}
	if lines {
		err = b.readLines(body)
	} else {
		err = b.readDocument(body)
	}
	if err == nil && len(b.events) == 0 {
		err = errNoEvents
	}
	return b.events, err
}

// batch is what was read so far. Of equal names the last one wins, as everywhere.
type batch struct {
	version version
	events  []batched
}

// newDecoder leaves the check of UTF-8 to others: it would refuse escaped halves of
// surrogate pairs as well.
func newDecoder(r io.Reader) *jsontext.Decoder {
	return jsontext.NewDecoder(r, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
}

// add adds an event, or what is wrong with it.
func (b *batch) add(sent *sentEvent, wrong error) error {
	if len(b.events) == maxBatch {
		return errManyEvents
	}
	next := batched{err: wrong}
	if wrong == nil {
		next.event, next.err = sent.event(b.version)
	}
	b.events = append(b.events, next)
	return nil
}

// readLines reads NDJSON: an event a line. What is wrong with a line is wrong with
// its event alone.
func (b *batch) readLines(body io.Reader) error {
	lines := bufio.NewScanner(body)
	lines.Buffer(make([]byte, 0, 16<<10), maxBatchBody+1) // no line is longer than the body
	text := &bytes.Buffer{}
	d := newDecoder(text)
	for lines.Scan() {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		text.Reset()
		text.Write(line)
		d.Reset(text, d.Options())
		if err := b.add(readLine(d, line)); err != nil {
			return err
		}
	}
	return lines.Err()
}

func readLine(d *jsontext.Decoder, line []byte) (*sentEvent, error) {
	if !utf8.Valid(line) {
		return nil, errNoUTF8
	}
	sent, wrong, err := readEvent(d)
	if err != nil {
		return nil, errNoLine.Because(err)
	}
	if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, errNoLine.Because(err)
	}
	return sent, wrong
}

// readDocument reads {"events": […]} to its end.
func (b *batch) readDocument(body io.Reader) error {
	d := newDecoder(&unicodeReader{from: body})
	switch d.PeekKind() {
	case jsontext.KindInvalid:
		if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
			return toldAs(err, errNoJSON)
		}
		return nil // an empty body
	case jsontext.KindBeginObject:
	default:
		if err := d.SkipValue(); err != nil {
			return toldAs(err, errNoJSON)
		}
		return errNoDict
	}
	if err := b.readMembers(d); err != nil {
		return toldAs(err, errNoJSON)
	}
	switch _, err := d.ReadToken(); {
	case err == nil:
		return errNoJSON
	case !errors.Is(err, io.EOF):
		return toldAs(err, errNoJSON)
	}
	return nil
}

func (b *batch) readMembers(d *jsontext.Decoder) error {
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for d.PeekKind() == jsontext.KindString {
		name, err := d.ReadToken()
		switch {
		case err != nil:
			return err
		case name.String() != "events" || d.PeekKind() == jsontext.KindNull:
			err = d.SkipValue()
		case d.PeekKind() != jsontext.KindBeginArray:
			if err = d.SkipValue(); err == nil {
				err = errNoList
			}
		default:
			err = b.readList(d)
		}
		if err != nil {
			return err
		}
	}
	_, err := d.ReadToken() // the object's end
	return err
}

func (b *batch) readList(d *jsontext.Decoder) error {
	b.events = nil // of equal names the last one wins
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for {
		switch d.PeekKind() {
		case jsontext.KindInvalid, jsontext.KindEndArray:
			_, err := d.ReadToken()
			return err
		}
		sent, wrong, err := readEvent(d)
		if err != nil {
			return err
		}
		if err := b.add(sent, wrong); err != nil {
			return err
		}
	}
}

// unicodeReader passes on what is UTF-8.
type unicodeReader struct {
	from io.Reader
	rest []byte // the beginning of a character that may go on
}

func (u *unicodeReader) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	text := p[:n]
	if len(u.rest) > 0 {
		text = append(u.rest, text...)
	}
	if utf8.Valid(text) {
		u.rest = nil
		return n, err
	}
	whole := len(text)
	for cut := 1; cut < utf8.UTFMax && cut <= len(text); cut++ {
		if utf8.RuneStart(text[len(text)-cut]) {
			whole = len(text) - cut
			break
		}
	}
	if err == io.EOF || utf8.FullRune(text[whole:]) || !utf8.Valid(text[:whole]) {
		return 0, errNoUTF8
	}
	u.rest = bytes.Clone(text[whole:])
	return n, err
}
