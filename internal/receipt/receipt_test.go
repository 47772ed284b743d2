package receipt_test

import (
	"bytes"
	"encoding/base32"
	"encoding/json"
	"errors"
	"net/netip"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/receipt"
)

var (
	installation = uuid.MustParse("5b0c8a3e-9d1f-4a57-b6c2-0e4f7d918a36")
	noon         = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
)

// full is a receipt with every field as long as it can be.
func full() receipt.Receipt {
	return receipt.Receipt{
		At: noon, Workspace: uuid.MustParse("0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"), Key: uuid.MustParse("f1e2d3c4-b5a6-4978-8a9b-0c1d2e3f4a5b"),
		Reason: "wrong_scope", Operation: strings.Repeat("users_by_id", 5)[:46], Address: netip.MustParseAddr("2001:db8::17"),
		Scope: "READ_ONLY", Access: "write", RequestID: strings.Repeat("request-", 8),
	}
}

func pair(t testing.TB) (*receipt.Sealer, *receipt.Opener) {
	t.Helper()
	k := keys(t, "2026-11 "+secret(1))
	return receipt.NewSealer(k, installation), receipt.NewOpener(k, installation)
}

func seal(t interface {
	Helper()
	Fatal(args ...any)
}, s *receipt.Sealer, r receipt.Receipt) string {
	t.Helper()
	text, err := s.Seal(r)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func receipts() *rapid.Generator[receipt.Receipt] {
	return rapid.Custom(func(t *rapid.T) receipt.Receipt {
		id := func(label string) uuid.UUID {
			return uuid.UUID(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, label))
		}
		r := receipt.Receipt{
			At:        noon.Add(-time.Duration(rapid.Int64Range(0, int64(30*24*time.Hour/time.Millisecond)).Draw(t, "ago")) * time.Millisecond),
			Workspace: id("workspace"), Key: id("key"),
			Reason:    rapid.SampledFrom(receipt.Reasons()).Draw(t, "reason"),
			Operation: rapid.StringN(-1, -1, 46).Draw(t, "operation"),
			Scope:     rapid.SampledFrom([]string{"", "READ_ONLY", "WRITE_ONLY", "ALL"}).Draw(t, "scope"),
			Access:    rapid.SampledFrom([]string{"", "read", "write", "delete", "own"}).Draw(t, "access"),
			RequestID: rapid.StringN(-1, -1, 64).Draw(t, "request id"),
		}
		switch address := id("address"); rapid.IntRange(0, 3).Draw(t, "kind of address") {
		case 1:
			r.Address = netip.AddrFrom4([4]byte(address[:4]))
		case 2:
			r.Address = netip.AddrFrom16(address)
		case 3:
			r.Address = netip.AddrFrom16(netip.AddrFrom4([4]byte(address[:4])).As16())
		}
		return r
	})
}

func TestWhatIsSealedComesBack(t *testing.T) {
	sealer, opener := pair(t)
	form := regexp.MustCompile(`^lkr_[a-z2-7]{360}$`)
	rapid.Check(t, func(t *rapid.T) {
		want := receipts().Draw(t, "receipt")
		text := seal(t, sealer, want)
		if len(text) != receipt.Length || !form.MatchString(text) {
			t.Fatalf("%q has %d characters", text, len(text))
		}
		if got, err := opener.Open(text, noon); err != nil || got != want {
			t.Fatalf("sealed %+v, opened %+v, %v", want, got, err)
		}
	})
}

func TestLengthDoesNotTellTheKey(t *testing.T) {
	for _, id := range []string{"a", "2026-11", "twelve-chars"} {
		if text := seal(t, receipt.NewSealer(keys(t, id+" "+secret(1)), installation), full()); len(text) != receipt.Length {
			t.Errorf("under %q: %d characters", id, len(text))
		}
	}
}

func TestWhatDoesNotFitIsCut(t *testing.T) {
	sealer, opener := pair(t)
	r := full()
	r.At = noon.Add(999_999).In(time.FixedZone("", 3600))
	r.Operation, r.RequestID = r.Operation[:45]+"éé", r.RequestID+"more"
	r.Address = netip.MustParseAddr("fe80::1%eth0")
	got, err := opener.Open(seal(t, sealer, r), noon)
	want := full()
	want.Operation, want.Address = want.Operation[:45], netip.MustParseAddr("fe80::1")
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestSealRefusesWhatNoReceiptCanSay(t *testing.T) {
	sealer, _ := pair(t)
	for name, change := range map[string]func(r *receipt.Receipt){
		"no reason":         func(r *receipt.Receipt) { r.Reason = "" },
		"an unknown reason": func(r *receipt.Receipt) { r.Reason = "mood" },
		"an unknown scope":  func(r *receipt.Receipt) { r.Scope = "read_only" },
		"an unknown access": func(r *receipt.Receipt) { r.Access = "peek" },
	} {
		r := full()
		change(&r)
		if text, err := sealer.Seal(r); err == nil || text != "" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

// letters is how receipts are written, stated here a second time on purpose.
var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func TestEveryBitCounts(t *testing.T) {
	sealer, opener := pair(t)
	text := seal(t, sealer, full())
	for i := range len(text) * 8 {
		flipped := []byte(text)
		flipped[i/8] ^= 1 << (i % 8)
		unreadable(t, opener, string(flipped))
	}
	raw, err := letters.DecodeString(text[4:])
	if err != nil || len(raw) != 225 {
		t.Fatalf("%d bytes, %v", len(raw), err)
	}
	for i := range len(raw) * 8 {
		raw[i/8] ^= 1 << (i % 8)
		unreadable(t, opener, "lkr_"+letters.EncodeToString(raw))
		raw[i/8] ^= 1 << (i % 8)
	}
}

// unreadable demands the one answer that reveals nothing.
func unreadable(t *testing.T, opener *receipt.Opener, text string) {
	t.Helper()
	if got, err := opener.Open(text, noon); err != error(receipt.ErrUnreadable) || got != (receipt.Receipt{}) {
		t.Errorf("%q: %+v, %v", text, got, err)
	}
}

func TestGarbageIsUnreadable(t *testing.T) {
	sealer, opener := pair(t)
	text := seal(t, sealer, full())
	foreign := receipt.NewSealer(keys(t, "2026-11 "+secret(1)), uuid.MustParse("5b0c8a3e-9d1f-4a57-b6c2-0e4f7d918a37"))
	for _, garbage := range []string{
		"", " ", "lkr_", "hello", text[:len(text)-1], text[1:], strings.ToUpper(text), strings.Replace(text, "lkr_", "lk_", 1),
		text[:100] + "1" + text[101:], text[:100] + "é" + text[102:], "lkr_" + strings.Repeat("a", 360), strings.Repeat("\xff", 364),
		strings.Repeat(" ", 64<<10) + text, // beyond where anyone looks
		seal(t, foreign, full()),
		seal(t, receipt.NewSealer(keys(t, "2026-11 "+secret(2)), installation), full()),
		seal(t, receipt.NewSealer(keys(t, "other "+secret(1)), installation), full()),
	} {
		unreadable(t, opener, garbage)
	}
}

func TestAge(t *testing.T) {
	sealer, opener := pair(t)
	const limit = 30 * 24 * time.Hour
	for _, c := range []struct {
		ago time.Duration
		err error
	}{
		{-time.Hour, nil}, {0, nil}, {limit, nil}, {limit + time.Millisecond, receipt.ErrTooOld}, {100 * limit, receipt.ErrTooOld},
	} {
		r := full()
		r.At = noon.Add(-c.ago)
		got, err := opener.Open(seal(t, sealer, r), noon)
		if !errors.Is(err, c.err) || got != r {
			t.Errorf("%s ago: %+v, %v, want %v", c.ago, got, err, c.err)
		}
	}
	r := full()
	r.At = noon.Add(-100 * limit)
	text := seal(t, sealer, r)
	unreadable(t, opener, text[:200]+other(text[200])+text[201:])
}

// other is a character of receipts that is not c.
func other(c byte) string {
	if c == 'a' {
		return "b"
	}
	return "a"
}

func TestPastedReceiptsOpen(t *testing.T) {
	sealer, opener := pair(t)
	text := seal(t, sealer, full())
	answer, err := json.MarshalIndent(map[string]string{"detail": "Invalid token.", "receipt": text, "request_id": "7f3a"}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	nested, err := json.Marshal(string(answer))
	if err != nil {
		t.Fatal(err)
	}
	for name, pasted := range map[string]string{
		"as it is":                      text,
		"with space around":             "\r\n\t " + text + "\u00a0\n",
		"broken into lines":             text[:2] + "\r\n    " + text[2:76] + "\n" + text[76:152] + " " + text[152:],
		"with invisible characters":     "\ufeff" + text[:50] + "\u200b" + text[50:99] + "\u00ad" + text[99:],
		"in the answer":                 string(answer),
		"in the answer as a string":     string(nested),
		"in a sentence":                 "My receipt (it begins with lkr_) is " + text + ". Why?",
		"after one that was cut short":  text[:300] + ", " + text,
		"after a prefix and its spaces": "lkr_ " + text,
	} {
		if found, ok := receipt.Find(pasted); !ok || found != text {
			t.Errorf("%s: found %q, %t", name, found, ok)
		}
		if got, err := opener.Open(pasted, noon); err != nil || got != full() {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for _, none := range []string{"", "lkr_", string(answer[:100]), strings.Repeat("lkr_", 200), strings.Repeat("lkr_a ", 200)} {
		if found, ok := receipt.Find(none); ok || found != "" {
			t.Errorf("found %q in %q", found, none)
		}
	}
}

func TestSealedTwiceIsNotTheSame(t *testing.T) {
	sealer, _ := pair(t)
	const nonceAt, nonceSize, times = 13, 24, 1000
	seen := map[string]bool{}
	for range times {
		raw, err := letters.DecodeString(seal(t, sealer, full())[4:])
		if err != nil {
			t.Fatal(err)
		}
		seen[string(raw[nonceAt:nonceAt+nonceSize])] = true
	}
	if len(seen) != times {
		t.Errorf("%d nonces in %d receipts", len(seen), times)
	}
}

func TestTextTellsOnlyVersionAndKeyID(t *testing.T) {
	sealer, _ := pair(t)
	r := full()
	text := seal(t, sealer, r)
	raw, err := letters.DecodeString(text[4:])
	if err != nil {
		t.Fatal(err)
	}
	if clear := "\x01" + "2026-11" + "\x00\x00\x00\x00\x00"; !bytes.HasPrefix(raw, []byte(clear)) {
		t.Errorf("it begins with %q, want %q", raw[:13], clear)
	}
	address := r.Address.As16()
	for name, part := range map[string][]byte{
		"workspace": r.Workspace[:], "key": r.Key[:], "operation": []byte(r.Operation), "address": address[:],
		"request id": []byte(r.RequestID), "reason": []byte(r.Reason), "installation": installation[:], "zeros": make([]byte, 8),
	} {
		if part = part[:8]; bytes.Contains(raw, part) || strings.Contains(text, string(part)) {
			t.Errorf("the %s can be read", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	sealer, opener := pair(f)
	text := seal(f, sealer, full())
	for _, seed := range []string{
		text, text[:200] + "\n" + text[200:], `{"receipt":"` + text + `"}`, text[:300], "lkr_" + strings.Repeat("a", 360),
		"lkr_", "", "\xff\xfe", "lkr_lkr_" + text[4:], strings.Repeat("\u200b", 400),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, pasted string) {
		found, ok := receipt.Find(pasted)
		if ok && len(found) != receipt.Length || !ok && found != "" {
			t.Fatalf("found %q", found)
		}
		got, err := opener.Open(pasted, noon)
		switch {
		case found == text:
			if err != nil || got != full() {
				t.Fatalf("%+v, %v", got, err)
			}
		case err == nil && !ok:
			t.Fatalf("opened without a receipt: %+v", got)
		case err != nil && (err != error(receipt.ErrUnreadable) || got != (receipt.Receipt{})):
			t.Fatalf("%+v, %v", got, err)
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	sealer, opener := pair(b)
	r := full()
	var text string
	b.ReportAllocs()
	for b.Loop() {
		text = seal(b, sealer, r)
	}
	if _, err := opener.Open(text, noon); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkOpen prints how long each kind of failure takes beside success.
func BenchmarkOpen(b *testing.B) {
	k := keys(b, "2026-11 "+secret(1)+"\nold "+secret(2)+" retired 2026-01-01")
	opener := receipt.NewOpener(k, installation)
	sealed := func(file string, installation uuid.UUID) string {
		return seal(b, receipt.NewSealer(keys(b, file), installation), full())
	}
	good := sealed("2026-11 "+secret(1), installation)
	for _, c := range []struct {
		name, text string
		err        error
	}{
		{"good", good, nil},
		{"garbage", strings.Repeat("x", receipt.Length), receipt.ErrUnreadable},
		{"tampered", good[:200] + other(good[200]) + good[201:], receipt.ErrUnreadable},
		{"foreign", sealed("2026-11 "+secret(1), uuid.UUID{1}), receipt.ErrUnreadable},
		{"unknown-key", sealed("new "+secret(3), installation), receipt.ErrUnreadable},
		{"retired-key", sealed("old "+secret(2), installation), receipt.ErrUnreadable},
	} {
		b.Run(c.name, func(b *testing.B) {
			var err error
			for b.Loop() {
				_, err = opener.Open(c.text, noon)
			}
			if !errors.Is(err, c.err) {
				b.Fatal(err)
			}
		})
	}
}
