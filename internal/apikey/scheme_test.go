package apikey_test

import (
	"bytes"
	"crypto/rand"
	_ "embed"
	"errors"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
)

const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// vectors pins the format for other programs: prefix, random part, secret.
//
//go:embed testdata/vectors.tsv
var vectors string

func eachVector(t testing.TB, do func(prefix, random, secret string)) {
	t.Helper()
	count := 0
	for line := range strings.Lines(vectors) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		do(f[0], f[1], f[2])
		count++
	}
	if count < 5 {
		t.Fatalf("only %d vectors", count)
	}
}

func scheme(t testing.TB, prefix string, also ...string) apikey.Scheme {
	t.Helper()
	s, err := apikey.NewScheme(prefix, also...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mint(t testing.TB, s apikey.Scheme) apikey.Secret {
	t.Helper()
	secret, err := s.Mint(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

// randomFor gives the bytes from which Mint makes this random part.
func randomFor(part string) *bytes.Reader {
	block := make([]byte, 64)
	for i := range part {
		block[i] = byte(strings.IndexByte(base62, part[i]))
	}
	return bytes.NewReader(block)
}

func TestVectors(t *testing.T) {
	eachVector(t, func(prefix, random, text string) {
		s := scheme(t, prefix)
		minted, err := s.Mint(randomFor(random))
		if err != nil || minted.Reveal() != text {
			t.Errorf("Mint of %s%s = %q, %v; want %q", prefix, random, minted.Reveal(), err, text)
		}
		parsed, err := s.Parse(text)
		if err != nil || parsed.Reveal() != text {
			t.Errorf("Parse(%q) = %q, %v", text, parsed.Reveal(), err)
		}
		if want := prefix + "…" + random[len(random)-4:]; minted.Hint() != want || parsed.Hint() != want {
			t.Errorf("hints %q and %q, want %q", minted.Hint(), parsed.Hint(), want)
		}
	})
}

func TestNewScheme(t *testing.T) {
	for _, c := range []struct {
		prefix string
		also   []string
		ok     bool
	}{
		{"lk_", nil, true},
		{"ab", nil, true},
		{"12345678", nil, true},
		{"longest_", []string{"lk_", "old_"}, true},
		{"lk", []string{"lk_"}, true}, // _ is never random
		{"lk", []string{"lka_"}, true},
		{"", nil, false},
		{"a", nil, false},
		{"123456789", nil, false},
		{"LK_", nil, false},
		{"lk-", nil, false},
		{"lké", nil, false},
		{"lk_", []string{""}, false},
		{"lk_", []string{"lk_"}, false},
		{"lk", []string{"lk2"}, false},
		{"lk_2", []string{"lk_"}, false},
	} {
		if _, err := apikey.NewScheme(c.prefix, c.also...); (err == nil) != c.ok {
			t.Errorf("NewScheme(%q, %q): %v", c.prefix, c.also, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	s := scheme(t, "lk_")
	good := "lk_LatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchke1s08R6"
	for name, text := range map[string]string{
		"empty":            "",
		"prefix only":      "lk_",
		"too short":        good[:63],
		"too long":         good + "0",
		"space before":     " " + good[:63],
		"foreign prefix":   "acme_PositivePositivePositivePositivePositivePositivePosit1BdxLH",
		"prefix in caps":   "LK_" + good[3:],
		"wrong checksum":   good[:63] + "7",
		"other alphabet":   good[:30] + "-" + good[31:],
		"underscore later": good[:30] + "_" + good[31:],
		"two-byte letter":  good[:30] + "é" + good[32:],
		"NUL":              good[:30] + "\x00" + good[31:],
		"case of a letter": good[:3] + "l" + good[4:],
	} {
		secret, err := s.Parse(text)
		if err != error(apikey.ErrMalformed) || !secret.IsZero() {
			t.Errorf("%s: Parse(%q) = %v", name, text, err)
		}
	}
	if f, _ := fault.As(apikey.ErrMalformed); f.Kind != fault.Unauthenticated || f.Message != "Invalid token." {
		t.Errorf("callers would be told %+v", f)
	}
}

func TestOldPrefixesAreRead(t *testing.T) {
	old, other := scheme(t, "lka_"), scheme(t, "zz_")
	s := scheme(t, "lk", "lka_")
	for _, c := range []struct {
		from apikey.Scheme
		ok   bool
	}{{s, true}, {old, true}, {other, false}} {
		minted := mint(t, c.from)
		parsed, err := s.Parse(minted.Reveal())
		if (err == nil) != c.ok {
			t.Errorf("Parse(%s): %v", minted.Hint(), err)
		}
		if c.ok && parsed.Hint() != minted.Hint() {
			t.Errorf("hint became %q, was %q", parsed.Hint(), minted.Hint())
		}
	}
	if got := mint(t, s).Hint(); !strings.HasPrefix(got, "lk…") {
		t.Errorf("minted under an old prefix: %s", got)
	}
}

func TestMintNeedsGoodRandomness(t *testing.T) {
	s := scheme(t, "lk_")
	broken := errors.New("no entropy")
	if _, err := s.Mint(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("failing source: %v", err)
	}
	if _, err := s.Mint(strings.NewReader("too little")); err == nil {
		t.Error("a source that runs dry is accepted")
	}
	if _, err := s.Mint(bytes.NewReader(bytes.Repeat([]byte{255}, 1<<16))); err == nil {
		t.Error("a source of nothing but 255 is accepted")
	}
}

// Every byte value that is used must stand for its character equally often; a
// plain remainder would favour the first eight.
func TestMintIsUnbiased(t *testing.T) {
	s := scheme(t, "lk_")
	count := map[byte]int{}
	for b := range 256 {
		block := append([]byte{byte(b)}, make([]byte, 127)...)
		secret, err := s.Mint(bytes.NewReader(block))
		if err != nil {
			t.Fatal(err)
		}
		if b < 248 {
			count[secret.Reveal()[3]]++
		} else if secret.Reveal()[3] != '0' {
			t.Errorf("byte %d was not thrown away", b)
		}
	}
	for i := range base62 {
		if count[base62[i]] != 4 {
			t.Errorf("%c comes from %d bytes, want 4", base62[i], count[base62[i]])
		}
	}
}

func TestEveryMintedSecretParsesAndNoOneCharacterChangeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		prefix := rapid.StringMatching(`[a-z0-9_]{2,8}`).Draw(t, "prefix")
		s, err := apikey.NewScheme(prefix)
		if err != nil {
			t.Fatal(err)
		}
		part := rapid.StringOfN(rapid.RuneFrom([]rune(base62)), 58-len(prefix), 58-len(prefix), -1).Draw(t, "random")
		secret, err := s.Mint(randomFor(part))
		if err != nil {
			t.Fatal(err)
		}
		text := secret.Reveal()
		if !strings.HasPrefix(text, prefix+part) || len(text) != apikey.Length {
			t.Fatalf("minted %q", text)
		}
		if _, err := s.Parse(text); err != nil {
			t.Fatalf("%q does not parse", text)
		}
		at := rapid.IntRange(0, 63).Draw(t, "at")
		to := rapid.SampledFrom([]byte(base62+"_")).Draw(t, "to")
		changed := text[:at] + string(to) + text[at+1:]
		if _, err := s.Parse(changed); err == nil && changed != text {
			t.Fatalf("%q parses, and so does %q", text, changed)
		}
	})
}

func TestFindInText(t *testing.T) {
	s := scheme(t, "lk_", "ab")
	a, b := mint(t, s).Reveal(), mint(t, scheme(t, "ab")).Reveal()
	wrong := a[:63] + map[bool]string{true: "1", false: "0"}[a[63] == '0']
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"nothing":           {"no key here", nil},
		"empty":             {"", nil},
		"alone":             {a, []string{a}},
		"in JSON":           {`{"key":"` + a + `"}`, []string{a}},
		"after \\n":         {`first\n` + a + `\nlast`, []string{a}},
		"in an assignment":  {"KEY_" + a + "_END", []string{a}},
		"side by side":      {a + b + a, []string{a, b, a}},
		"over two lines":    {a[:30] + "\n" + a[30:], nil},
		"wrong checksum":    {wrong, nil},
		"cut short":         {a[:63], nil},
		"prefix before it":  {"lk_lk_" + a, []string{a}},
		"wrong one, then a": {"abababab" + b, []string{b}},
	} {
		var got []string
		for _, secret := range s.Find([]byte(c.text)) {
			got = append(got, secret.Reveal())
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

func TestFoundSecretsOwnTheirMemory(t *testing.T) {
	s := scheme(t, "lk_")
	text := mint(t, s).Reveal()
	buffer := []byte(text)
	found := s.Find(buffer)
	clear(buffer)
	if len(found) != 1 || found[0].Reveal() != text {
		t.Error("a found secret changed with the text it was found in")
	}
}

func TestExpressionFindsWhatIsMinted(t *testing.T) {
	if got := scheme(t, "lk_").Expression(); got != "lk_[0-9A-Za-z]{61}" {
		t.Errorf("published as %q", got)
	}
	s := scheme(t, "lk_", "old")
	expression := regexp.MustCompilePOSIX(s.Expression())
	for _, from := range []apikey.Scheme{s, scheme(t, "old")} {
		text := mint(t, from).Reveal()
		if got := expression.FindString("Authorization: Token " + text + "\r\n"); got != text {
			t.Errorf("%s found %q", expression, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	eachVector(f, func(_, random, secret string) { f.Add(secret, []byte(random), uint8(7), byte('x')) })
	f.Add("", bytes.Repeat([]byte{255}, 200), uint8(0), byte(0))
	s := scheme(f, "lk_", "acme_", "k1")
	f.Fuzz(func(t *testing.T, text string, random []byte, at uint8, to byte) {
		if secret, err := s.Parse(text); err == nil {
			checkSecret(t, s, secret, text, at, to)
		}
		if secret, err := s.Mint(bytes.NewReader(random)); err == nil {
			checkSecret(t, s, secret, secret.Reveal(), at, to)
		}
	})
}

func checkSecret(t *testing.T, s apikey.Scheme, secret apikey.Secret, text string, at uint8, to byte) {
	t.Helper()
	if secret.Reveal() != text {
		t.Fatalf("%q reveals %q", text, secret.Reveal())
	}
	if again, err := s.Parse(text); err != nil || again.Hint() != secret.Hint() {
		t.Fatalf("%q: hint %q, then %q (%v)", text, secret.Hint(), again.Hint(), err)
	}
	changed := []byte(text)
	changed[int(at)%len(changed)] = to
	if _, err := s.Parse(string(changed)); err == nil && string(changed) != text {
		t.Fatalf("%q parses, and so does %q", text, changed)
	}
	if found := s.Find([]byte("x" + text)); len(found) != 1 || found[0].Reveal() != text {
		t.Fatalf("%q is not found", text)
	}
}

func TestParseAllocatesNothing(t *testing.T) {
	s := scheme(t, "lk_", "old_")
	text := mint(t, s).Reveal()
	if n := testing.AllocsPerRun(100, func() { _, _ = s.Parse(text) }); n != 0 {
		t.Errorf("a good secret costs %v allocations", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = s.Parse(text[:63] + "_") }); n > 1 {
		t.Errorf("a bad secret costs %v allocations", n-1)
	}
}

func BenchmarkParse(b *testing.B) {
	s := scheme(b, "lk_")
	text := mint(b, s).Reveal()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}
