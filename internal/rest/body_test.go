package rest

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/internal/fault"
	"latchkey/internal/records"
)

func TestParseObject(t *testing.T) {
	for body, want := range map[string]error{
		"":                               nil,
		" \n":                            nil,
		`{"a":1}`:                        nil,
		`{"a":1} `:                       nil,
		`{"a":1} x`:                      errNoJSON,
		`{"a":1}}`:                       errNoJSON,
		`{`:                              errNoJSON,
		`[1]`:                            errNoDict,
		`null`:                           errNoDict,
		"{\"a\":\"\xff\"}":               errNoUTF8,
		strings.Repeat(`{"a":`, 65):      errDeep,
		manyNames(10_000):                errNames,
		manyValues(100_001):              nil,
		manyValues(100_002):              errValues,
		`{"a":"` + `{[:\":{[` + `"}`:     nil,
		`{"a":` + nested(63, "[]") + `}`: nil,
	} {
		if _, err := parseObject([]byte(body)); !errors.Is(err, want) || (want == nil) != (err == nil) {
			t.Errorf("%.40q: %v, want %v", body, err, want)
		}
	}
	got, err := parseObject([]byte(`{"a":1,"a":12345678901234567890.10}`))
	if err != nil || got["a"] != json.Number("12345678901234567890.10") {
		t.Errorf("%v, %v: want the last of equal names, as it was written", got, err)
	}
}

func manyValues(n int) string { return `{"a":[` + strings.Repeat("1,", n-1) + `1]}` }

func nested(depth int, brackets string) string {
	return strings.Repeat(brackets[:1], depth) + strings.Repeat(brackets[1:], depth)
}

// Any body is parsed or refused as wrong input, and what is written back is JSON.
func FuzzJSONBody(f *testing.F) {
	for _, body := range badBodies() {
		if len(body) < 4096 {
			f.Add([]byte(body), true)
		}
	}
	f.Add([]byte(`{"email":"a@b.c","gender":2,"Favourite Colour":"x","custom_name":1,"timestamp":1.5,"data":{"a":[1e5]}}`), false)
	f.Fuzz(func(t *testing.T, body []byte, second bool) {
		c := &call{version: v1}
		if second {
			c.version = v2
		}
		object, err := parseObject(body)
		if err != nil {
			onlyInvalid(t, err)
			return
		}
		b, err := users.bind(c, object)
		onlyInvalid(t, err)
		w := newWriter()
		written := &records.Written[records.Contact]{Stored: []records.Stored{{Name: string(body), Value: object}}}
		users.echo(b, written).writeRecord(w, c.version)
		if !json.Valid(w.b) || !utf8.Valid(w.b) {
			t.Errorf("not JSON: %q", w.b)
		}
		var faults fault.Fields
		sentIn(object, c.version).bind(&faults)
		onlyInvalid(t, faults.Err())
	})
}

func onlyInvalid(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	for _, f := range faultsOf(err) {
		if f.Kind != fault.Invalid {
			t.Errorf("kind %d: %v", f.Kind, err)
		}
	}
}

func TestAppendString(t *testing.T) {
	for _, s := range []string{"", "plain", `"\` + "\n\r\t\x00\x1f", "zażółć 🎉 \u2028", "a\xffb", "\xed\xa0\x80"} {
		var back string
		if err := json.Unmarshal(appendString(nil, s), &back); err != nil || back != strings.ToValidUTF8(s, "\ufffd") && utf8.ValidString(s) {
			t.Errorf("%q: %q, %v", s, back, err)
		}
	}
}
