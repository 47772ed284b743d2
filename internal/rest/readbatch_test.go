package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"latchkey/internal/fault"
)

func TestABatchIsReadAsItIsWritten(t *testing.T) {
	const good = `{"user_id":1,"name":"x"}`
	many := func(n int) string { return `{"events":[` + strings.Repeat(good+",", n-1) + good + `]}` }
	for body, want := range map[string]struct {
		events int
		err    error
	}{
		"":                                   {0, nil},
		" \n":                                {0, nil},
		`{}`:                                 {0, nil},
		`{"events":null}`:                    {0, nil},
		`{"events":[]}`:                      {0, nil},
		`{"events":[` + good + `]} `:         {1, nil},
		`{"a":[{}],"events":[` + good + `]}`: {1, nil},
		`{"\u0065vents":[` + good + `]}`:     {1, nil},
		`{"events":[1,` + good + `],"events":[` + good + `]}`: {1, nil},
		many(maxBatch):                     {maxBatch, nil},
		many(maxBatch+1) + "and no JSON":   {maxBatch, errManyEvents}, // reading has stopped there
		`[` + good + `]`:                   {0, errNoDict},
		`{"events":{}}`:                    {0, errNoList},
		`{"events":[` + good + `]}}`:       {1, errNoJSON},
		`{"events":[` + good + `]} {}`:     {1, errNoJSON},
		`{"events":[` + good + `,]}`:       {1, errNoJSON},
		`{"events":[` + good:               {1, errNoJSON},
		`{"events"}`:                       {0, errNoJSON},
		"{\"events\":[{\"x\":\"\xff\"}]}":  {0, errNoUTF8},
		"{\"events\":[{\"x\":\"\xc5\"}]}":  {0, errNoUTF8},
		"{\"events\":[{\"x\":\"żółć🎉\"}]}": {1, nil},
		`{"events":[{"data":` + strings.Repeat(`{"a":`, 70) + `1` + strings.Repeat(`}`, 70) + `}]}`: {1, nil},
	} {
		for how, reader := range map[string]io.Reader{"at once": strings.NewReader(body), "byte by byte": iotest.OneByteReader(strings.NewReader(body))} {
			if len(body) > 10_000 && how != "at once" {
				continue
			}
			b := &batch{version: v2}
			err := b.readDocument(reader)
			if !errors.Is(err, want.err) || (err == nil) != (want.err == nil) || len(b.events) != want.events {
				t.Errorf("%.60q %s: %d events, %v; want %d, %v", body, how, len(b.events), err, want.events, want.err)
			}
		}
	}
}

func TestLinesAreReadEachByItself(t *testing.T) {
	lines := []string{
		`{"user_id": 1, "name": "x"}`, ``, "  \r", `{`, `{"user_id": 1, "name": "x"} {}`, "{\"name\": \"\xff\"}", `[]`,
		`{"user_id": 1, "name": "x", "data": {"a": "` + strings.Repeat("x", 70_000) + `"}}`, `{"user_id": 1, "name": "x"}`,
	}
	want := []error{nil, errNoLine, errNoLine, errNoUTF8, errNoDict, fault.New(fault.Invalid, "INVALID", ""), nil}
	b := &batch{version: v2}
	must(t, b.readLines(strings.NewReader(strings.Join(lines, "\n"))))
	if len(b.events) != len(want) {
		t.Fatalf("%d events", len(b.events))
	}
	for i, e := range b.events {
		if several := (fault.Fields)(nil); errors.As(e.err, &several) {
			e.err = several[0]
		}
		if !errors.Is(e.err, want[i]) || (e.err == nil) != (want[i] == nil) {
			t.Errorf("event %d: %v, want %v", i, e.err, want[i])
		}
	}
	b = &batch{version: v2}
	if err := b.readLines(strings.NewReader(strings.Repeat("1\n", maxBatch+1))); !errors.Is(err, errManyEvents) || len(b.events) != maxBatch {
		t.Errorf("%d events, %v", len(b.events), err)
	}
}

// Whatever the body: the decoder of batches finds the events that encoding/json
// finds, and reads each as a request for it alone is read.
func FuzzBatch(f *testing.F) {
	for _, body := range badBodies() {
		if len(body) < 4096 {
			f.Add([]byte(`{"events":[` + body + `]}`))
			f.Add([]byte(body))
		}
	}
	for _, body := range []string{
		`{"events":[{"client":1,"name":"x","timestamp":1.5,"data":{"a":[1e5]}},{"user_id":"2","n\u0061me":"\ud83c\udf89","data":{"\ud800":"é"}}]}`,
		`{"events":[{"user_custom_id":"c","name":"x","name":"y","data":{"a":1,"a":2}, "data": {}, "other":[{"name":"z"}]}], "events": [1]}`,
	} {
		f.Add([]byte(body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		b := &batch{version: v2}
		err := b.readDocument(iotest.HalfReader(bytes.NewReader(body)))
		onlyInvalid(t, err)
		for _, e := range b.events {
			onlyInvalid(t, e.err)
		}
		var object map[string]json.RawMessage
		var list []json.RawMessage
		if json.Unmarshal(body, &object) != nil || !utf8.Valid(body) {
			if err == nil && len(b.events) > 0 {
				t.Errorf("%q is no JSON object in UTF-8, and has events", body)
			}
			return
		}
		if json.Unmarshal(object["events"], &list) != nil || err != nil {
			return
		}
		if len(list) != len(b.events) && len(list) > 0 {
			t.Errorf("%q: %d events of %d", body, len(b.events), len(list))
		}
		for _, raw := range list {
			asByItself(t, raw)
		}
	})
}

func asByItself(t *testing.T, raw []byte) {
	t.Helper()
	got, wrong, err := readEvent(newDecoder(bytes.NewReader(raw)))
	if err != nil {
		t.Errorf("%q is JSON, and not read: %v", raw, err)
		return
	}
	object, refused := parseObject(raw)
	if refused != nil || wrong != nil {
		if (refused == nil) && (wrong != nil) {
			t.Errorf("%q is refused in a batch alone: %v", raw, wrong)
		}
		return
	}
	if plain, is := got.data.(plainData); is {
		got.data, err = parseValue([]byte(plain))
		must(t, err)
	}
	if want := sentIn(object, v2); !reflect.DeepEqual(got, want) {
		t.Errorf("%q in a batch: %+v; by itself: %+v", raw, got, want)
	}
}
