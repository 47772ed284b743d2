package text_test

import (
	"testing"

	"latchkey/internal/text"
)

func TestFold(t *testing.T) {
	for _, same := range [][2]string{{"Zapier", "ZAPIER"}, {"Straße", "STRASSE"}, {"Zoë", "ZOE\u0308"}, {"ΣΊΣΥΦΟΣ", "σίσυφος"}} {
		if text.Fold(same[0]) != text.Fold(same[1]) {
			t.Errorf("%q and %q are found as different texts", same[0], same[1])
		}
	}
	if text.Fold("Zoe") == text.Fold("Zoë") {
		t.Error("an accent is no part of a letter")
	}
}

func TestOneLine(t *testing.T) {
	for s, want := range map[string]bool{
		"":                     true,
		"Zoë 🌸 محمد o’Neil":    true,
		"a\u200fb":             true, // marks of direction belong to a line
		"two\nlines":           false,
		"a\ttab":               false,
		"nul\x00":              false,
		"delete\x7f":           false,
		"next line\u0085":      false,
		"line separator\u2028": false,
		"paragraph\u2029":      false,
		"invalid \xff":         false,
	} {
		if got := text.OneLine(s); got != want {
			t.Errorf("OneLine(%q) = %t", s, got)
		}
	}
}
