package receipt

import (
	"bytes"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestLayoutTakesNothingButItsOwn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Receipt{
			At: time.UnixMilli(rapid.Int64().Draw(t, "at")), Reason: rapid.SampledFrom(Reasons()).Draw(t, "reason"),
			Operation: rapid.String().Draw(t, "operation"), RequestID: rapid.String().Draw(t, "request id"),
		}
		plain, err := r.appendPlain(nil)
		if err != nil || len(plain) != plainSize {
			t.Fatalf("%d bytes, %v", len(plain), err)
		}
		at := rapid.IntRange(0, plainSize-1).Draw(t, "byte")
		plain[at] = rapid.Byte().Draw(t, "value")
		checkPlain(t, plain)
	})
}

func TestLayoutRefuses(t *testing.T) {
	r := Receipt{Reason: "revoked", Operation: "users.get", RequestID: "r"}
	good, err := r.appendPlain(nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(b []byte) []byte{
		"short":                  func(b []byte) []byte { return b[1:] },
		"long":                   func(b []byte) []byte { return append(b, 0) },
		"no reason":              func(b []byte) []byte { b[40] = 0; return b },
		"an unknown reason":      func(b []byte) []byte { b[40] = byte(len(Reasons()) + 1); return b },
		"an unknown scope":       func(b []byte) []byte { b[41] = 4; return b },
		"an unknown access":      func(b []byte) []byte { b[42] = 5; return b },
		"an unknown address":     func(b []byte) []byte { b[43] = 5; return b },
		"IPv4 that is none":      func(b []byte) []byte { b[43] = 4; return b },
		"an address without any": func(b []byte) []byte { b[59] = 1; return b },
		"a long operation":       func(b []byte) []byte { b[60] = maxOperation + 1; return b },
		"a long request id":      func(b []byte) []byte { b[107] = 255; return b },
		"text after its end":     func(b []byte) []byte { b[106] = 'x'; return b },
	} {
		if got, err := parsePlain(change(bytes.Clone(good))); err == nil || got != (Receipt{}) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, reason := range Reasons() {
		r := Receipt{At: time.UnixMilli(1_790_000_000_000), Reason: reason, Operation: "users.update_or_create", Scope: "ALL", Access: "own", RequestID: "7f3a"}
		plain, err := r.appendPlain(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(plain)
	}
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{0xff}, plainSize))
	f.Fuzz(func(t *testing.T, plain []byte) { checkPlain(t, plain) })
}

// checkPlain demands that what can be read is written as the same bytes.
func checkPlain(t interface {
	Fatalf(format string, args ...any)
}, plain []byte) {
	r, err := parsePlain(plain)
	if err != nil {
		return
	}
	if again, err := r.appendPlain(nil); err != nil || !bytes.Equal(again, plain) {
		t.Fatalf("%x was read as %+v, which is %x, %v", plain, r, again, err)
	}
}
