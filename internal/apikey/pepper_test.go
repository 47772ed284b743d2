package apikey_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"

	"latchkey/internal/apikey"
)

// key is a recognisable 32-byte key.
func key(seed byte) []byte {
	k := make([]byte, 32)
	for i := range k {
		k[i] = seed*31 + byte(i)*7
	}
	return k
}

func pepper(t testing.TB, id string, seed byte) apikey.Pepper {
	t.Helper()
	p, err := apikey.NewPepper(id, key(seed))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func peppers(t testing.TB, list ...apikey.Pepper) apikey.Peppers {
	t.Helper()
	p, err := apikey.NewPeppers(list...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestHashIsHMACOfTheFullText(t *testing.T) {
	secret, err := scheme(t, "lk_").Parse("lk_LatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchke1s08R6")
	if err != nil {
		t.Fatal(err)
	}
	k := []byte("0123456789abcdef0123456789abcdef")
	p, err := apikey.NewPepper("first", k)
	if err != nil {
		t.Fatal(err)
	}
	const want = "b240d298f027a16bddd1265cf19c40044f1598ef615ca6aca3ed8533b509e860"
	if got := p.Hash(secret); hex.EncodeToString(got.Sum[:]) != want || got.PepperID != "first" {
		t.Errorf("hash is %x under %q, want %s", got.Sum, got.PepperID, want)
	}
	clear(k)
	if got := p.Hash(secret); hex.EncodeToString(got.Sum[:]) != want {
		t.Error("the pepper changed with the caller's slice")
	}
}

func TestPeppersInOrder(t *testing.T) {
	secret := mint(t, scheme(t, "lk_"))
	p := peppers(t, pepper(t, "new", 1), pepper(t, "old", 2), pepper(t, "older", 3))
	if got := p.IDs(); !slices.Equal(got, []string{"new", "old", "older"}) {
		t.Errorf("ids %q", got)
	}
	all := p.All(secret)
	if len(all) != 3 || all[0] != p.Mint(secret) {
		t.Fatalf("the first of %d hashes is not the minting one", len(all))
	}
	for i, h := range all {
		m := hmac.New(sha256.New, key(byte(i+1)))
		m.Write([]byte(secret.Reveal()))
		if !hmac.Equal(h.Sum[:], m.Sum(nil)) || h.PepperID != p.IDs()[i] {
			t.Errorf("hash %d is wrong", i)
		}
	}
}

func TestPeppersHashConcurrently(t *testing.T) {
	s := scheme(t, "lk_")
	p := peppers(t, pepper(t, "a", 1))
	var wg sync.WaitGroup
	for range 8 {
		secret := mint(t, s)
		want := p.Mint(secret)
		wg.Go(func() {
			for range 200 {
				if p.Mint(secret) != want {
					t.Error("two goroutines mixed their hashes")
					return
				}
			}
		})
	}
	wg.Wait()
}

func TestNewPepper(t *testing.T) {
	for _, c := range []struct {
		id   string
		size int
		ok   bool
	}{
		{"a", 32, true},
		{"2026-11", 64, true},
		{strings.Repeat("x", 32), 32, true},
		{strings.Repeat("x", 33), 32, false},
		{"", 32, false},
		{"Upper", 32, false},
		{"under_score", 32, false},
		{"é", 32, false},
		{"a", 31, false},
		{"a", 0, false},
	} {
		if _, err := apikey.NewPepper(c.id, make([]byte, c.size)); (err == nil) != c.ok {
			t.Errorf("NewPepper(%q, %d bytes): %v", c.id, c.size, err)
		}
	}
}

func TestNewPeppersRefuses(t *testing.T) {
	if _, err := apikey.NewPeppers(); err == nil {
		t.Error("no pepper at all is accepted")
	}
	if _, err := apikey.NewPeppers(pepper(t, "a", 1), pepper(t, "b", 2), pepper(t, "a", 3)); err == nil {
		t.Error("two peppers of one id are accepted")
	}
}

func TestPepperPrintsNoKey(t *testing.T) {
	p := pepper(t, "a", 1)
	text := string(key(1))
	shown := append(traces(text), text, base64.StdEncoding.EncodeToString([]byte(text)))
	for name, v := range map[string]any{
		"value": p, "pointer": &p, "list": peppers(t, p), "unexported field": struct{ p apikey.Pepper }{p},
	} {
		out := prints(t, v)
		for _, trace := range shown {
			if strings.Contains(out, trace) {
				t.Errorf("%s: printing shows the key as %q", name, trace)
			}
		}
	}
}

func TestParsePeppers(t *testing.T) {
	one, two := base64.StdEncoding.EncodeToString(key(1)), base64.StdEncoding.EncodeToString(key(2))
	got, err := apikey.ParsePeppers(strings.NewReader("# minting\r\nnew " + one + "\r\n\r\n  old\t" + two + "  \n# end"))
	if err != nil {
		t.Fatal(err)
	}
	secret := mint(t, scheme(t, "lk_"))
	want := peppers(t, pepper(t, "new", 1), pepper(t, "old", 2))
	if !slices.Equal(got.All(secret), want.All(secret)) {
		t.Error("the file means other peppers")
	}
}

func TestParsePeppersRefusesWithoutShowingKeys(t *testing.T) {
	k := base64.StdEncoding.EncodeToString(key(1))
	for name, c := range map[string]struct{ text, says string }{
		"empty":            {"", "at least one"},
		"comments only":    {"# a\n\n#b", "at least one"},
		"no id":            {k, "line 1"},
		"swapped":          {"a " + k + "\n" + k + " b", "line 2"},
		"three words":      {"a " + k + " b", "line 1"},
		"not base64":       {"\na " + k[:20] + "!" + k[21:], "line 2"},
		"unpadded":         {"a " + strings.TrimRight(k, "="), "line 1"},
		"short key":        {"a " + k[:40], "at least 32 bytes"},
		"twice":            {"a " + k + "\nb " + k + "\na " + k, "pepper 3"},
		"larger than sane": {strings.Repeat("# "+k+"\n", 2000), "longer than"},
	} {
		_, err := apikey.ParsePeppers(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q in it", name, err, c.says)
		}
		if err != nil && strings.Contains(err.Error(), k[5:15]) {
			t.Errorf("%s: the error shows the key: %v", name, err)
		}
	}
	broken := errors.New("disk on fire")
	if _, err := apikey.ParsePeppers(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("unreadable: %v", err)
	}
}

func BenchmarkMint(b *testing.B) {
	p, secret := peppers(b, pepper(b, "a", 1)), mint(b, scheme(b, "lk_"))
	var last apikey.Hash
	b.ReportAllocs()
	for b.Loop() {
		last = p.Mint(secret)
	}
	if bytes.Equal(last.Sum[:], make([]byte, 32)) {
		b.Fatal("no hash")
	}
}
