package rest

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"latchkey/internal/records"
)

// readEvent reads an event of a batch. wrong is what is wrong with this event alone,
// although it is JSON; after err nothing more can be read. It keeps nothing of what
// the decoder holds.
func readEvent(d *jsontext.Decoder) (sent *sentEvent, wrong, err error) {
	if d.PeekKind() != jsontext.KindBeginObject {
		return nil, errNoDict, d.SkipValue()
	}
	if _, err := d.ReadToken(); err != nil {
		return nil, nil, err
	}
	sent = &sentEvent{}
	for d.PeekKind() == jsontext.KindString {
		name, err := d.ReadValue()
		if err != nil {
			return nil, nil, err
		}
		member := sent.member(name)
		if member == nil {
			err = d.SkipValue()
		} else {
			var refused error
			refused, err = readMember(d, member, member == &sent.data)
			if refused != nil {
				wrong = refused
			}
		}
		if err != nil {
			return nil, nil, err
		}
	}
	_, err = d.ReadToken() // the object's end
	return sent, wrong, err
}

// member is where the value of a member goes, nil for one that does not matter.
func (s *sentEvent) member(quoted []byte) *any {
	if bytes.IndexByte(quoted, '\\') >= 0 {
		quoted = append(append([]byte{'"'}, unquoted(quoted)...), '"')
	}
	switch string(quoted) {
	case `"client"`:
		return &s.client
	case `"user_id"`:
		return &s.userID
	case `"user_custom_id"`:
		return &s.customID
	case `"name"`:
		return &s.name
	case `"timestamp"`:
		return &s.timestamp
	case `"data"`:
		return &s.data
	}
	return nil
}

// readMember reads a value as parseObject would. Data that can be stored as it is
// stays text.
func readMember(d *jsontext.Decoder, to *any, isData bool) (wrong, err error) {
	raw, err := d.ReadValue()
	if err != nil {
		return nil, err
	}
	switch raw.Kind() {
	case jsontext.KindNull:
		*to = nil
	case jsontext.KindTrue, jsontext.KindFalse:
		*to = raw.Kind() == jsontext.KindTrue
	case jsontext.KindNumber:
		*to = json.Number(raw)
	case jsontext.KindString:
		*to = unquoted(raw)
	default:
		if isData && raw[0] == '{' && records.Plain(raw) {
			*to = plainData(raw)
			return nil, nil
		}
		*to, wrong = parseValue(raw)
	}
	return wrong, nil
}

// unquoted is the text of a valid JSON string.
func unquoted(quoted []byte) string {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1])
	}
	var text string
	if err := json.Unmarshal(quoted, &text); err != nil {
		return strings.ToValidUTF8(string(quoted), "\ufffd") // impossible: it is valid
	}
	return text
}
