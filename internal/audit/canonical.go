package audit

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"
)

// timeFormat writes whole microseconds, which is what PostgreSQL keeps.
const timeFormat = "2006-01-02T15:04:05.000000Z"

// Canonical returns the bytes that e is kept as. Text that is not UTF-8 comes
// out with U+FFFD in place of what is wrong.
func (e Event) Canonical() []byte {
	b := append([]byte(nil), `{"v":1,"workspace":`...)
	b = appendID(b, e.Workspace)
	b = append(b, `,"seq":`...)
	b = strconv.AppendInt(b, e.Seq, 10)
	b = append(b, `,"id":`...)
	b = appendID(b, e.ID)
	b = append(b, `,"at":"`...)
	b = e.At.UTC().Truncate(time.Microsecond).AppendFormat(b, timeFormat)
	b = append(b, `","actor":`...)
	b = appendWho(b, string(e.Actor.Kind), e.Actor.ID, e.Actor.Label)
	b = append(b, `,"address":`...)
	b = appendText(b, addressText(e))
	b = append(b, `,"action":`...)
	b = appendText(b, string(e.Action))
	b = append(b, `,"target":`...)
	b = appendWho(b, string(e.Target.Kind), e.Target.ID, string(e.Target.Label))
	b = append(b, `,"before":`...)
	b = appendValues(b, e.Before)
	b = append(b, `,"after":`...)
	b = appendValues(b, e.After)
	return append(b, '}')
}

func addressText(e Event) string {
	if !e.Address.IsValid() {
		return ""
	}
	return e.Address.String()
}

// appendID writes an id, and null for none.
func appendID(b []byte, id uuid.UUID) []byte {
	if id == uuid.Nil {
		return append(b, "null"...)
	}
	return appendText(b, id.String())
}

func appendWho(b []byte, kind string, id uuid.UUID, label string) []byte {
	b = append(b, `{"kind":`...)
	b = appendText(b, kind)
	b = append(b, `,"id":`...)
	b = appendID(b, id)
	b = append(b, `,"label":`...)
	b = appendText(b, label)
	return append(b, '}')
}

func appendValues(b []byte, values Values) []byte {
	b = append(b, '{')
	for i, v := range values {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, string(v.Name))
		b = append(b, ':')
		b = appendText(b, string(v.Text))
	}
	return append(b, '}')
}

// appendText writes a JSON string and escapes only what JSON demands: the quote,
// the backslash and the control characters, the latter always as \u00xx.
func appendText(b []byte, text string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range strings.ToValidUTF8(text, string(utf8.RuneError)) {
		switch {
		case r == '"', r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&0xf])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}

// indexedLabel is how many characters of a label can be looked for.
const indexedLabel = 200

// Indexed is the form in which a target's label can be looked for: as it stands in
// the canonical bytes, between its quotes, up to 200 characters of it.
func Indexed(label Text) string {
	quoted := string(appendText(nil, string(label)))
	inside := []rune(quoted[1 : len(quoted)-1])
	return string(inside[:min(len(inside), indexedLabel)])
}
