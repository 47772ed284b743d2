package records

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// Type is what values a custom attribute has.
type Type string

// The types.
const (
	Boolean  Type = "boolean"
	Integer  Type = "integer"
	Float    Type = "float"
	String   Type = "string"
	Date     Type = "date"
	Datetime Type = "datetime"
	Fixed    Type = "fixed"
	JSON     Type = "json"
)

const (
	maxString = 256      // characters of a string attribute
	maxJSON   = 64 << 10 // bytes of a json attribute, and of an event's data
)

// DatetimeLayout is how datetimes are written: UTC with microseconds.
const DatetimeLayout = "2006-01-02T15:04:05.000000Z"

// Values are custom attributes as JSON, by the id of their attribute.
type Values map[int64]json.RawMessage

// Scan implements sql.Scanner for the jsonb column.
func (v *Values) Scan(column any) error {
	text, ok := column.([]byte)
	if !ok {
		return fmt.Errorf("records: attributes of type %T", column)
	}
	*v = nil
	if string(text) == "{}" {
		return nil
	}
	return json.Unmarshal(text, v)
}

// Value implements driver.Valuer for the jsonb column.
func (v Values) Value() (driver.Value, error) {
	if len(v) == 0 {
		return "{}", nil
	}
	text, err := json.Marshal(map[int64]json.RawMessage(v))
	return string(text), err
}

// maxAttributes is the most bytes of a record's custom attributes together.
const maxAttributes = 512 << 10

// merge sets the values of from in v; null removes. Values of attributes that were
// deleted stay where they are: whoever writes may know fewer definitions than another did.
func (v *Values) merge(from Values) error {
	if *v == nil {
		*v = Values{}
	}
	for id, value := range from {
		if value == nil {
			delete(*v, id)
			continue
		}
		(*v)[id] = value
	}
	size := 0
	for _, value := range *v {
		size += len(value)
	}
	if size > maxAttributes {
		return fault.New(fault.Invalid, "ATTRIBUTES_TOO_LARGE", "The custom attributes of one record can have 512 KiB together.")
	}
	return nil
}

// inferred is the type that fits a decoded value.
func inferred(value any) Type {
	switch v := value.(type) {
	case bool:
		return Boolean
	case json.Number:
		if _, err := strconv.ParseInt(v.String(), 10, 64); err == nil {
			return Integer
		}
		return Float
	case string:
		return String
	}
	return JSON
}

// convert turns a decoded value into what is stored; null gives nil. ok is false
// when it cannot be of the attribute's type, or is none of its choices.
func (a *Attribute) convert(value any) (text json.RawMessage, ok bool) {
	if text, ok = a.Type.convert(value); !ok || value == nil || a.Type != Fixed || len(a.Choices) == 0 {
		return text, ok
	}
	several, isList := value.([]any)
	if !isList {
		return text, slices.Contains(a.Choices, textOf(value))
	}
	for _, choice := range several {
		if !slices.Contains(a.Choices, textOf(choice)) {
			return nil, false
		}
	}
	return text, a.Several
}

func textOf(value any) string {
	text, _ := toText(value)
	return text
}

// convert turns a decoded value into what is stored; null gives nil. ok is false
// when it cannot be of the type.
func (t Type) convert(value any) (text json.RawMessage, ok bool) {
	if value == nil {
		return nil, true
	}
	switch t {
	case Boolean:
		is, ok := toBool(value)
		return strconv.AppendBool(nil, is), ok
	case Integer:
		n, ok := toInteger(value)
		return strconv.AppendInt(nil, n, 10), ok
	case Float:
		return convertFloat(value)
	case Date:
		at, ok := toInstant(value)
		return quoted(at.Format(time.DateOnly)), ok
	case Datetime:
		at, ok := toInstant(value)
		return quoted(at.Format(DatetimeLayout)), ok
	case JSON:
		text, ok := toJSON(value)
		return text, ok && len(text) <= maxJSON
	case Fixed:
		if choices, several := value.([]any); several {
			text, ok := toJSON(choices)
			return text, ok && len(text) <= maxJSON
		}
	}
	return convertString(value)
}

func convertFloat(value any) (json.RawMessage, bool) {
	f, ok := toFloat(value)
	if !ok {
		return nil, false
	}
	text, err := json.Marshal(f)
	return text, err == nil
}

// convertString writes booleans as the published API does, and composite values
// as JSON.
func convertString(value any) (json.RawMessage, bool) {
	var text string
	switch v := value.(type) {
	case bool:
		text = "False"
		if v {
			text = "True"
		}
	case []any, map[string]any:
		encoded, ok := toJSON(v)
		if !ok {
			return nil, false
		}
		text = string(encoded)
	default:
		text, _ = toText(v)
	}
	return quoted(text), checkText(text, maxString) == nil && utf8.ValidString(text)
}

// quoted is a text as a JSON string.
func quoted(text string) json.RawMessage {
	encoded, _ := toJSON(text)
	return encoded
}
