package secondfactor_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/secondfactor"
)

// The vectors of RFC 6238, appendix B, of which six digits are the last six.
func TestCodesAreThoseOfTheRFC(t *testing.T) {
	s, err := secondfactor.ParseSecret([]byte("12345678901234567890"))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[int64]string{
		59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130",
	} {
		if got := s.Code(time.Unix(at, 0)); got != want {
			t.Errorf("at %d: %s, want %s", at, got, want)
		}
	}
}

// A clock may be a step off, and no more; and what matches names its step.
func TestWhichCodesAreRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := secondfactor.NewSecret()
		now := time.Unix(rapid.Int64Range(1_000_000, 4_000_000_000).Draw(t, "now"), 0)
		off := rapid.IntRange(-4, 4).Draw(t, "steps")
		made := now.Add(time.Duration(off) * 30 * time.Second)
		step, ok := s.Match(s.Code(made), now)
		if near := off >= -1 && off <= 1; ok != near && !collides(s, made, now) {
			t.Errorf("%d steps off: %v", off, ok)
		} else if ok && near && step != made.Unix()/30 && !collides(s, made, now) {
			t.Errorf("step %d, want %d", step, made.Unix()/30)
		}
	})
}

// collides reports whether by chance another step near now has the same code.
func collides(s secondfactor.Secret, made, now time.Time) bool {
	for off := -1; off <= 1; off++ {
		at := now.Add(time.Duration(off) * 30 * time.Second)
		if at.Unix()/30 != made.Unix()/30 && s.Code(at) == s.Code(made) {
			return true
		}
	}
	return false
}

func TestWhatIsNoCode(t *testing.T) {
	s, now := secondfactor.NewSecret(), time.Unix(1_800_000_000, 0)
	code := s.Code(now)
	if _, ok := s.Match(code[:3]+" "+code[3:], now); !ok {
		t.Error("a space in a code does harm")
	}
	for _, text := range []string{"", code[:5], code + "0", "0" + code, "abcdef", "１２３４５６"} {
		if _, ok := s.Match(text, now); ok {
			t.Errorf("%q is a code", text)
		}
	}
	if _, ok := (secondfactor.Secret{}).Match((secondfactor.Secret{}).Code(now), now); ok {
		t.Error("no secret has a code")
	}
}

func TestTheURIIsWhatAppsRead(t *testing.T) {
	s := secondfactor.NewSecret()
	u, err := url.Parse(s.URI("Latchkey: a & b", "ada+x@example.com").Reveal())
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	if u.Scheme != "otpauth" || u.Host != "totp" || u.Path != "/Latchkey  a & b:ada+x@example.com" || q.Get("issuer") != "Latchkey  a & b" ||
		q.Get("secret") != s.Text().Reveal() || q.Get("digits") != "6" || q.Get("period") != "30" || q.Get("algorithm") != "SHA1" {
		t.Errorf("%s: %v", u, q)
	}
}

func TestRecoveryCodes(t *testing.T) {
	codes, hashes := secondfactor.NewRecoveryCodes()
	seen := map[string]bool{}
	for i, c := range codes {
		text := c.Reveal()
		seen[text] = true
		for _, typed := range []string{text, strings.ToLower(text), strings.ReplaceAll(text, "-", " "), strings.ReplaceAll(text, "-", ""),
			strings.NewReplacer("O", "0", "I", "1", "B", "8").Replace(text)} {
			if !bytes.Equal(secondfactor.RecoveryHash(typed), hashes[i]) {
				t.Errorf("%q is not %q", typed, text)
			}
		}
		if bytes.Equal(secondfactor.RecoveryHash(text[1:]), hashes[i]) || len(text) != 24 {
			t.Errorf("%q", text)
		}
	}
	if len(seen) != secondfactor.RecoveryCodes {
		t.Errorf("%d different codes", len(seen))
	}
}

func keys(t *testing.T, lines ...string) secondfactor.Keys {
	t.Helper()
	k, err := secondfactor.ParseKeys(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func line(id string, fill byte) string {
	return id + " " + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{fill}, 32))
}

func TestSealing(t *testing.T) {
	ada, bob := uuid.New(), uuid.New()
	old := keys(t, line("a", 1))
	sealed, err := old.Seal(secondfactor.ForTOTP, ada, []byte("a secret"))
	if err != nil || sealed.Key != "a" || bytes.Contains(sealed.Box, []byte("a secret")) {
		t.Fatalf("%v, %v", sealed, err)
	}
	changed := secondfactor.Sealed{Key: "a", Box: bytes.Clone(sealed.Box)}
	changed.Box[30] ^= 1
	for _, c := range []struct {
		what   string
		keys   secondfactor.Keys
		p      secondfactor.Purpose
		of     uuid.UUID
		sealed secondfactor.Sealed
		opens  bool
	}{
		{"as it was sealed", old, secondfactor.ForTOTP, ada, sealed, true},
		{"when a newer key seals", keys(t, line("b", 2), line("a", 1)), secondfactor.ForTOTP, ada, sealed, true},
		{"under another person's id", old, secondfactor.ForTOTP, bob, sealed, false},
		{"for another purpose", old, "something else", ada, sealed, false},
		{"with other bytes under the same id", keys(t, line("a", 3)), secondfactor.ForTOTP, ada, sealed, false},
		{"without its key", keys(t, line("b", 1)), secondfactor.ForTOTP, ada, sealed, false},
		{"when it was changed", old, secondfactor.ForTOTP, ada, changed, false},
		{"when it is empty", old, secondfactor.ForTOTP, ada, secondfactor.Sealed{Key: "a"}, false},
	} {
		plain, err := c.keys.Open(c.p, c.of, c.sealed)
		if (err == nil) != c.opens || c.opens && string(plain) != "a secret" {
			t.Errorf("%s: %q, %v", c.what, plain, err)
		}
	}
	if _, err := (secondfactor.Keys{}).Seal(secondfactor.ForTOTP, ada, nil); err == nil {
		t.Error("sealed without keys")
	}
}

func TestWrongFilesOfKeys(t *testing.T) {
	good := line("a", 1)
	for text, want := range map[string]string{
		"":                          "at least one",
		"# nothing\n\n":             "at least one",
		good + "\n" + line("a", 2):  "line 2: an earlier key has the same id",
		"a":                         "expected an id",
		"a b c":                     "expected an id",
		"A" + good[1:]:              "a key's id must be",
		"abcdefghijklm " + good[2:]: "a key's id must be",
		"a not-base64":              "not base64",
		"a " + base64.StdEncoding.EncodeToString(make([]byte, 31)): "must have 32 bytes; this one has 31",
		strings.Repeat("x", 100_000):                               "after line 0",
	} {
		_, err := secondfactor.ParseKeys(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) || len(text) > 10 && strings.Contains(err.Error(), good[2:]) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

func TestNothingPrintsASecret(t *testing.T) {
	s := secondfactor.NewSecret()
	codes, _ := secondfactor.NewRecoveryCodes()
	k := keys(t, line("a", 'K'))
	holder := struct {
		inner  secondfactor.Secret
		codes  []secondfactor.Shown
		Public secondfactor.Shown
		keys   secondfactor.Keys
	}{s, codes, s.Text(), k}
	encoded, err := json.Marshal([]any{s, codes, holder})
	if err != nil {
		t.Fatal(err)
	}
	printed := fmt.Sprintf("%v %+v %#v %s %q %x", holder, holder, holder, codes, s, codes) + string(encoded)
	for _, secret := range []string{s.Text().Reveal(), codes[0].Reveal(), string(s.Bytes()), fmt.Sprintf("%x", s.Bytes()), "KKKK", "4b4b4b", "75, 75"} {
		if strings.Contains(printed, secret) {
			t.Errorf("%q is printed: %s", secret, printed)
		}
	}
	if _, err := k.Open(secondfactor.ForTOTP, uuid.New(), secondfactor.Sealed{Key: "a", Box: s.Bytes()}); !errors.Is(err, secondfactor.ErrNotOpened) {
		t.Error(err)
	}
}

func FuzzParseKeys(f *testing.F) {
	for _, seed := range []string{line("a", 1), "# c\n" + line("b-2", 9) + "\n", "a b", "a  " + line("a", 1)[2:], "\x00 \xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		k, err := secondfactor.ParseKeys(strings.NewReader(text))
		if err != nil {
			return
		}
		sealed, err := k.Seal(secondfactor.ForTOTP, uuid.Nil, []byte("x"))
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := k.Open(secondfactor.ForTOTP, uuid.Nil, sealed); err != nil || string(plain) != "x" {
			t.Fatal("what was sealed does not open")
		}
	})
}
