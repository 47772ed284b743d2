package workspace

import (
	"errors"
	"strings"
	"testing"
)

func TestParseSlug(t *testing.T) {
	for text, ok := range map[string]bool{
		"acme": true, "a": true, "4": true, "a-b": true, strings.Repeat("x", 40): true,
		"": false, "-a": false, "a-": false, "Acme": false, "a_b": false, "a b": false, "ü": false, "a\n": false,
		strings.Repeat("x", 41): false,
	} {
		got, err := ParseSlug(text)
		if ok && (err != nil || got != text) || !ok && !errors.Is(err, ErrSlugInvalid) {
			t.Errorf("ParseSlug(%q) = %q, %v", text, got, err)
		}
	}
}

func TestParseName(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
		err  error
	}{
		{"  Zażółć 🦊 ", "Zażółć 🦊", nil},
		{strings.Repeat("ż", 100), strings.Repeat("ż", 100), nil},
		{strings.Repeat("ż", 101), "", ErrNameTooLong},
		{" \t ", "", ErrNameEmpty},
		{"two\nlines", "", ErrNameInvalid},
		{"nul\x00", "", ErrNameInvalid},
		{"bad \xff", "", ErrNameInvalid},
		{"line\u2028separator", "", ErrNameInvalid},
	} {
		if got, err := ParseName(c.text); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseName(%q) = %q, %v", c.text, got, err)
		}
	}
}
