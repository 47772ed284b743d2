package records

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"time"
)

// maxNumber is the most characters of a number: more than any float64 or int64
// needs, and little enough for PostgreSQL's numeric.
const maxNumber = 400

// toText converts strings and numbers.
func toText(v any) (string, bool) {
	switch v := v.(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), len(v) <= maxNumber
	}
	return "", false
}

// numeral is the text of a number, or of a string that may hold one.
func numeral(v any) (string, bool) {
	text, ok := toText(v)
	text = strings.TrimSpace(text)
	return text, ok && text != "" && len(text) <= maxNumber
}

// toInteger converts whole numbers, also those written as 5.0 or "5".
func toInteger(v any) (int64, bool) {
	text, ok := numeral(v)
	if !ok {
		return 0, false
	}
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	f, ok := toFloat(v)
	if !ok || f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		return 0, false
	}
	return int64(f), true
}

// toFloat converts finite numbers, also as strings.
func toFloat(v any) (float64, bool) {
	text, ok := numeral(v)
	if !ok || strings.ContainsAny(text, "xX_nN") { // Go's hexadecimal, underscores, inf and nan
		return 0, false
	}
	f, err := strconv.ParseFloat(text, 64)
	return f, err == nil
}

// toBool converts booleans, 0 and 1, and the usual words for them.
func toBool(v any) (is, ok bool) {
	if b, isBool := v.(bool); isBool {
		return b, true
	}
	text, _ := numeral(v)
	switch strings.ToLower(text) {
	case "true", "t", "1", "yes", "y", "on":
		return true, true
	case "false", "f", "0", "no", "n", "off":
		return false, true
	}
	return false, false
}

// layouts are the spellings of an instant; without an offset they mean UTC.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00",
	"2006-01-02 15:04:05.999999999", "2006-01-02T15:04:05.999999999-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", time.DateOnly,
}

// toInstant converts ISO 8601 texts and UNIX seconds, to whole microseconds of
// the years 1 to 9999.
func toInstant(v any) (time.Time, bool) {
	text, ok := numeral(v)
	if !ok {
		return time.Time{}, false
	}
	if seconds, isNumber := toFloat(v); isNumber {
		return unix(seconds)
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil {
			t = t.UTC().Truncate(time.Microsecond)
			return t, t.Year() >= 1 && t.Year() <= 9999
		}
	}
	return time.Time{}, false
}

func unix(seconds float64) (time.Time, bool) {
	const first, last = -62135596800, 253402300800 // the years 1 and 10000
	if seconds < first || seconds >= last {
		return time.Time{}, false
	}
	whole, part := math.Modf(seconds)
	return time.Unix(int64(whole), int64(math.Round(part*1e6))*1000).UTC(), true
}

// toJSON writes a decoded value. ok is false for what PostgreSQL's jsonb cannot
// hold (null characters, and numbers out of all range), and for numbers that
// would grow far beyond what was sent, since jsonb writes 1e300 with all its zeros.
func toJSON(v any) (text []byte, ok bool) {
	zeros := 0
	if !storable(v, &zeros) || zeros > maxJSON {
		return nil, false
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, false
	}
	return bytes.TrimRight(b.Bytes(), "\n"), true
}

// storable adds to zeros what the exponents of numbers will be written as.
func storable(v any, zeros *int) bool {
	switch v := v.(type) {
	case string:
		return !strings.ContainsRune(v, 0)
	case json.Number:
		return storableNumber(v, zeros)
	case []any:
		for _, item := range v {
			if !storable(item, zeros) {
				return false
			}
		}
	case map[string]any:
		for name, item := range v {
			if strings.ContainsRune(name, 0) || !storable(item, zeros) {
				return false
			}
		}
	}
	return true
}

// storableNumber refuses what is beyond a float64: too large, or not zero and yet
// zero as one.
func storableNumber(n json.Number, zeros *int) bool {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(n.String()), "e")
	f, ok := toFloat(n)
	if !ok || f == 0 && strings.Trim(mantissa, "-0.") != "" {
		return false
	}
	if power, err := strconv.Atoi(exponent); err == nil && f != 0 {
		*zeros += max(power, -power)
	}
	return exponent == "" || f != 0
}
