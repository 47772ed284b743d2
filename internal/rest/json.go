package rest

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"latchkey/internal/records"
)

// writer appends JSON to a buffer, without reflection. Commas come by themselves:
// a value follows another exactly when the last byte opens nothing.
type writer struct{ b []byte }

func newWriter() *writer { return &writer{make([]byte, 0, 1024)} }

func (w *writer) separate() {
	if len(w.b) == 0 {
		return
	}
	switch w.b[len(w.b)-1] {
	case '{', '[', ':':
	default:
		w.b = append(w.b, ',')
	}
}

// open begins an object ('{') or an array ('[').
func (w *writer) open(bracket byte) { w.separate(); w.b = append(w.b, bracket) }

// close ends it.
func (w *writer) close(bracket byte) { w.b = append(w.b, bracket) }

// fill appends space, which means nothing in JSON.
func (w *writer) fill(n int) { w.b = append(w.b, strings.Repeat(" ", max(n, 0))...) }

// name begins a member of an object.
func (w *writer) name(name string) { w.text(name); w.b = append(w.b, ':') }

func (w *writer) null()              { w.raw("null") }
func (w *writer) integer(n int64)    { w.separate(); w.b = strconv.AppendInt(w.b, n, 10) }
func (w *writer) boolean(is bool)    { w.separate(); w.b = strconv.AppendBool(w.b, is) }
func (w *writer) text(s string)      { w.separate(); w.b = appendString(w.b, s) }
func (w *writer) time(t time.Time)   { w.separate(); w.b = appendTime(w.b, t) }
func (w *writer) raw(encoded string) { w.separate(); w.b = append(w.b, encoded...) }

// optional writes what p points at, or null.
func optional[T any](p *T, write func(T), w *writer) {
	if p == nil {
		w.null()
		return
	}
	write(*p)
}

// decoded writes a value of a request's body as it was sent.
func (w *writer) decoded(v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		w.null() // impossible: it was decoded from JSON
		return
	}
	w.raw(string(bytes.TrimRight(b.Bytes(), "\n")))
}

func appendTime(b []byte, t time.Time) []byte {
	b = append(b, '"')
	b = t.UTC().AppendFormat(b, records.DatetimeLayout)
	return append(b, '"')
}

const hexadecimal = "0123456789abcdef"

// appendString writes s as a JSON string. What is not UTF-8 becomes U+FFFD.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		size := 1
		if c >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(s[i:]); r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
		}
		b = append(b, s[start:i]...)
		b = appendEscaped(b, c)
		i += size
		start = i
	}
	return append(append(b, s[start:]...), '"')
}

func appendEscaped(b []byte, c byte) []byte {
	switch {
	case c == '"' || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\t':
		return append(b, '\\', 't')
	case c == '\r':
		return append(b, '\\', 'r')
	case c >= utf8.RuneSelf:
		return append(b, "\\ufffd"...)
	}
	return append(b, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&15])
}
