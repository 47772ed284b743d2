package apikey_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const good = "lk_LatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchkeyLatchke1s08R6"

func TestDiagnose(t *testing.T) {
	s := scheme(t, "lk_", "lk_old_")
	for name, c := range map[string]struct{ text, says string }{
		"well-formed":     {good, ""},
		"an older prefix": {mint(t, scheme(t, "lk_old_")).Reveal(), ""},
		"nothing":         {"", "no text"},
		"a sentence":      {"my key is secret", "prefix"},
		"another prefix":  {"sk_" + good[3:], "does not begin with lk_ or lk_old_"},
		"cut short":       {good[:63], "63 characters"},
		"only a prefix":   {"lk_", "3 characters"},
		"too long":        {good + "0", "65 characters"},
		"a stray quote":   {good[:10] + `"` + good[11:], "character 11"},
		"a letter beyond": {good[:10] + "é" + good[12:], "character 11"},
		"broken UTF-8":    {good[:63] + "\xff", "character 64"},
		"a typing error":  {strings.Replace(good, "L", "M", 1), "checksum"},
		"other case":      {"lk_" + strings.ToUpper(good[3:]), "checksum"},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Diagnose(c.text)
			if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("said %v, want %q", err, c.says)
			}
		})
	}
}

func TestDiagnoseAgreesWithParse(t *testing.T) {
	s := scheme(t, "lk_", "lk_old_")
	rapid.Check(t, func(t *rapid.T) {
		changed := []byte(good)
		for range rapid.IntRange(0, 2).Draw(t, "changes") {
			changed[rapid.IntRange(0, len(changed)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		text := string(changed) + rapid.SampledFrom([]string{"", "", "x"}).Draw(t, "tail")
		_, err := s.Parse(text)
		if wrong := s.Diagnose(text); (wrong == nil) != (err == nil) {
			t.Fatalf("Diagnose says %v, Parse %v", wrong, err)
		}
	})
}
