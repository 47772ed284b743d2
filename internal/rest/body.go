package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// The bounds of a body.
const (
	maxBody  = 1 << 20 // bytes
	maxDepth = 64      // of objects and arrays in each other
	maxNames = 10_000  // of members, in all objects together

	// maxValues is how many values follow others, in objects and arrays. Decoded, one of two
	// bytes takes some fifty.
	maxValues = 100_000
)

var (
	errMedia  = fault.New(fault.UnsupportedMedia, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type in request. Send JSON, as application/json.")
	errNoJSON = parseError("The request body is not valid JSON.")
	errNoUTF8 = parseError("The request body is not UTF-8.")
	errDeep   = parseError("The request body is nested too deeply: at most 64 objects and arrays in each other.")
	errNames  = parseError("The request body has too many members: at most 10,000.")
	errValues = parseError("The request body has too many values: at most 100,000.")
	errNoDict = fault.New(fault.Invalid, "INVALID", "Invalid data. Expected a JSON object.")
)

func parseError(sentence string) *fault.Error {
	return fault.New(fault.Invalid, "PARSE_ERROR", sentence)
}

// readBody reads the body whole: that of an operation that would stream as it is, any
// other of at most maxBody bytes, as JSON by its declaration or without any.
func (c *call) readBody() ([]byte, error) {
	limit := int64(maxBody)
	if c.operation.manner == streamed {
		limit = maxBatchBody
	}
	stream, err := c.openBody(limit)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(stream)
	if err != nil {
		return nil, err
	}
	if len(body) > 0 && c.operation.manner != streamed && !isJSON(c.media()) {
		return nil, errMedia
	}
	return body, nil
}

// media is what the body declares to be, "" when it says nothing and "?" when it
// is nothing that is read here, whatever its bytes are.
func (c *call) media() string {
	declared := c.r.Header.Get("Content-Type")
	if declared == "" {
		return ""
	}
	media, parameters, err := mime.ParseMediaType(declared)
	charset := parameters["charset"]
	if err != nil || charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "utf8") {
		return "?"
	}
	return media
}

func isJSON(media string) bool {
	return media == "" || media == "application/json" || strings.HasSuffix(media, "+json")
}

// parseObject decodes a body that is one JSON object; an empty one has no
// members. Numbers stay as they are written, and of equal names the last one wins.
func parseObject(body []byte) (map[string]any, error) {
	if len(bytes.TrimSpace(body)) == 0 {
		return map[string]any{}, nil
	}
	if !utf8.Valid(body) {
		return nil, errNoUTF8
	}
	v, err := parseValue(body)
	if err != nil {
		return nil, err
	}
	object, ok := v.(map[string]any)
	if !ok {
		return nil, errNoDict
	}
	return object, nil
}

// parseValue decodes one JSON value, of bounded depth and size.
func parseValue(text []byte) (v any, err error) {
	if err := bounded(text); err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return nil, errNoJSON.Because(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errNoJSON
	}
	return v, nil
}

// bounded checks depth, members and values before anything is built of them. What is not
// JSON may pass; the parser finds that.
func bounded(body []byte) error {
	depth, names, values := 0, 0, 0
	for i := 0; i < len(body); i++ {
		switch body[i] {
		case '"':
			for i++; i < len(body) && body[i] != '"'; i++ {
				if body[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			if depth++; depth > maxDepth {
				return errDeep
			}
		case '}', ']':
			depth--
		case ':':
			if names++; names > maxNames {
				return errNames
			}
		case ',':
			if values++; values > maxValues {
				return errValues
			}
		}
	}
	return nil
}
