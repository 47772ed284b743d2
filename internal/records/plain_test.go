package records_test

import (
	"encoding/json"
	"strings"
	"testing"

	"latchkey/internal/records"
)

// What is plain is what SetData would store as well, value for value.
func FuzzPlain(f *testing.F) {
	for _, text := range []string{
		`{}`, `{"a": 12.50, "b": [true, null, "x"], "c": {"d": -1}}`, `{"a": "\u0000"}`, `{"a": "\ud800"}`, `{"a": "\"\\u0000"}`, `{"a": 1e400}`,
		`{"a": 1E5}`, `{"é": "ż\n"}`, `{"a":` + strings.Repeat("1", 50) + `}`, strings.Repeat(`{"a":`, 20) + "1" + strings.Repeat("}", 20), `{"a": "\\"}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var object map[string]any
		if !json.Valid(text) || json.Unmarshal(text, &object) != nil || object == nil || !records.Plain(text) {
			return
		}
		e := &records.NewEvent{}
		if err := e.SetData(decode(t, string(text))); err != nil {
			t.Errorf("%q is plain, and refused: %v", text, err)
		}
	})
}

func TestPlainIsCautious(t *testing.T) {
	for text, want := range map[string]bool{
		`{"a": 12.50, "b": [true, null, "x\n\\"], "c": {}}`: true, `{"a": "\u0041"}`: false, `{"a": 1e3}`: false, `{"a\u0000": 1}`: false,
		`{"a": "\\u0000"}`: true, `{"a":` + strings.Repeat("1", 41) + `}`: false, strings.Repeat(`[`, 17) + strings.Repeat(`]`, 17): false,
		`{"a": "` + strings.Repeat("x", 64<<10) + `"}`: false, `{"a": -0.5}`: true, `{"a": "1e9"}`: true,
	} {
		if records.Plain([]byte(text)) != want {
			t.Errorf("%.40s: plain is not %t", text, want)
		}
	}
}
