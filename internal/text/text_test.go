package text_test

import (
	"testing"

	"latchkey/internal/text"
)

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
