package receipt_test

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"latchkey/internal/receipt"
)

// secret is a recognisable key of 32 bytes, in base64.
func secret(seed byte) string { return base64.StdEncoding.EncodeToString(secretBytes(seed)) }

func secretBytes(seed byte) []byte {
	k := make([]byte, 32)
	for i := range k {
		k[i] = seed*31 + byte(i)*7
	}
	return k
}

func keys(t testing.TB, file string) receipt.Keys {
	t.Helper()
	k, err := receipt.ParseKeys(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestParseKeysRefusesWithoutShowingKeys(t *testing.T) {
	one, two := secret(1), secret(2)
	for name, c := range map[string]struct{ text, says string }{
		"empty":                 {"", "at least one"},
		"comments only":         {"# a\n\n#b", "at least one"},
		"no id":                 {one, "line 1"},
		"swapped":               {"a " + one + "\n" + two + " b", "line 2"},
		"three words":           {"a " + one + " retired", "line 1"},
		"another word":          {"a " + one + "\nb " + two + " expired 2026-10-01", "line 2"},
		"no such day":           {"a " + one + "\nb " + two + " retired 2026-02-30", "day of retirement"},
		"key as the day":        {"a " + one + "\nb " + two + " retired " + one, "day of retirement"},
		"not base64":            {"\na " + one[:20] + "!" + one[21:], "line 2"},
		"unpadded":              {"a " + strings.TrimRight(one, "="), "line 1"},
		"short key":             {"a " + one[:40], "32 bytes"},
		"long key":              {"a " + base64.StdEncoding.EncodeToString(make([]byte, 33)), "32 bytes"},
		"long id":               {"2026-11-24-ab " + one, "id must be"},
		"id of other letters":   {"Käse " + one, "id must be"},
		"the same id":           {"a " + one + "\nb " + two + "\na " + two, "line 3"},
		"the first is retired":  {"a " + one + " retired 2026-10-01\nb " + two, "line 1"},
		"larger than sane":      {"# " + strings.Repeat(one, 5000), "after line 0"},
		"more keys than anyone": {many(101), "line 101"},
	} {
		_, err := receipt.ParseKeys(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q in it", name, err, c.says)
		}
		if err != nil && (strings.Contains(err.Error(), one[5:15]) || strings.Contains(err.Error(), two[5:15])) {
			t.Errorf("%s: the error shows a key: %v", name, err)
		}
	}
	broken := errors.New("disk on fire")
	if _, err := receipt.ParseKeys(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("unreadable: %v", err)
	}
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d %s\n", i, secret(byte(i)))
	}
	return b.String()
}

func TestKeysPrintNoKey(t *testing.T) {
	k := keys(t, "a "+secret(1))
	raw := secretBytes(1)
	for name, v := range map[string]any{
		"keys": k, "pointer": &k, "sealer": receipt.NewSealer(k, installation), "opener": receipt.NewOpener(k, installation),
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%x", "%s", "%q", "%d"} {
			out := fmt.Sprintf(verb, v)
			for _, trace := range []string{
				secret(1)[5:15], string(raw[4:12]), fmt.Sprintf("%x", raw[4:12]), strings.Trim(fmt.Sprint(raw[4:12]), "[]"),
				strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%#v", raw[4:12]), "[]byte{"), "}"),
			} {
				if strings.Contains(out, trace) {
					t.Errorf("%s under %s shows the key as %q", name, verb, trace)
				}
			}
		}
	}
}

func TestKeysOverTheirLife(t *testing.T) {
	at := time.Date(2026, 10, 1, 9, 0, 0, 0, time.UTC)
	old := receipt.NewSealer(keys(t, "old "+secret(1)), installation)
	for _, c := range []struct {
		name, file string
		sealed     time.Time
		now        string
		err        error
	}{
		{"the only key", "old " + secret(1), at, "2026-10-01", nil},
		{"windows line ends, comments, spaces", "# keys\r\n\r\n  old\t" + secret(1) + "  \r\n# end", at, "2026-10-01", nil},
		{"no longer the first", "new " + secret(2) + "\nold " + secret(1), at, "2026-10-30", nil},
		{"not yet known here", "new " + secret(2), at, "2026-10-01", receipt.ErrUnreadable},
		{"another key of its id", "old " + secret(2), at, "2026-10-01", receipt.ErrUnreadable},
		{"retired today", retired("2026-10-01"), at, "2026-10-01", nil},
		{"sealed on the day of retirement", retired("2026-10-01"), at, "2026-10-31", nil},
		{"sealed after it, at the last place on earth where it was that day", retired("2026-10-01"), at.Add(26 * time.Hour), "2026-11-01", nil},
		{"retired and forgotten", retired("2026-10-01"), at.Add(48 * time.Hour), "2026-11-02", receipt.ErrUnreadable},
		{"retired so long ago that its age is not told", retired("2026-10-01"), at, "2027-01-01", receipt.ErrUnreadable},
	} {
		now, err := time.Parse(time.DateOnly, c.now)
		if err != nil {
			t.Fatal(err)
		}
		text := seal(t, old, receipt.Receipt{At: c.sealed, Reason: "revoked"})
		_, err = receipt.NewOpener(keys(t, c.file), installation).Open(text, now)
		if !errors.Is(err, c.err) {
			t.Errorf("%s: %v, want %v", c.name, err, c.err)
		}
	}
}

// retired is a file in which the old key was retired on day.
func retired(day string) string {
	return "new " + secret(2) + "\nold " + secret(1) + " retired " + day
}
