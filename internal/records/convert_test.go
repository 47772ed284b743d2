package records

import (
	"encoding/json"
	"testing"
	"time"
)

func TestInstants(t *testing.T) {
	for sent, want := range map[any]string{
		"2024-02-29T13:37:00Z":              "2024-02-29T13:37:00Z",
		"2024-02-29T13:37:00.1234567+02:00": "2024-02-29T11:37:00.123456Z",
		"2024-02-29 13:37:00":               "2024-02-29T13:37:00Z",
		"2024-02-29T13:37":                  "2024-02-29T13:37:00Z",
		"2024-02-29T13:37:00+0200":          "2024-02-29T11:37:00Z",
		"2024-02-29":                        "2024-02-29T00:00:00Z",
		"1700000000":                        "2023-11-14T22:13:20Z",
		json.Number("1700000000.25"):        "2023-11-14T22:13:20.25Z",
		json.Number("-1"):                   "1969-12-31T23:59:59Z",
		json.Number("1700000000000"):        "",
		json.Number("1e300"):                "",
		"2024-02-30":                        "",
		"0000-01-01T00:00:00Z":              "",
		"9999-12-31T23:59:59-01:00":         "",
		"yesterday":                         "",
		"":                                  "",
		true:                                "",
	} {
		got, ok := toInstant(sent)
		if text := got.Format(time.RFC3339Nano); ok != (want != "") || ok && text != want {
			t.Errorf("%v: %s, %v; want %q", sent, text, ok, want)
		}
	}
}

func TestToJSONRefusesWhatCannotBeStored(t *testing.T) {
	many := make([]any, 300)
	for i := range many {
		many[i] = json.Number("1e300")
	}
	for name, v := range map[string]any{
		"null characters":         "a\x00b",
		"null characters in keys": map[string]any{"\x00": 1},
		"too large":               json.Number("1e400"),
		"too small":               []any{json.Number("1e-400")},
		"zero with an exponent":   json.Number("0e99999999999"),
		"what grows":              many,
	} {
		if text, ok := toJSON(v); ok {
			t.Errorf("%s: %s", name, text)
		}
	}
	for _, text := range []string{`{"<&>":"ż\u2028"}`, `[1,1.50,-0,1e3,12345678901234567890]`} {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Fatal(err)
		}
		if _, ok := toJSON(v); !ok {
			t.Errorf("%s was refused", text)
		}
	}
}

func TestUserKeysAreOf62Characters(t *testing.T) {
	seen := map[rune]int{}
	for range 5000 {
		key := newUserKey()
		if len(key) != 12 {
			t.Fatalf("%q", key)
		}
		for _, c := range key {
			seen[c]++
		}
	}
	for _, c := range base62 {
		if n := seen[c]; n < 700 || n > 1250 { // 968 are expected, give or take 31
			t.Errorf("%c came %d times", c, n)
		}
	}
	if len(seen) != 62 {
		t.Errorf("%d different characters", len(seen))
	}
}
