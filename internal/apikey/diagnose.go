package apikey

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Diagnose says which part of a text keeps it from being a secret, and nil when
// Parse accepts it. It is for people at a terminal, never for callers of the API:
// those are told the same of every wrong text. The error holds no part of the text.
func (s Scheme) Diagnose(text string) error {
	prefix, ok := s.beginningOf(text)
	switch at := strings.IndexFunc(text[len(prefix):], isOutside62); {
	case text == "":
		return errors.New("there is no text")
	case !ok:
		return fmt.Errorf("the prefix is wrong: it does not begin with %s", strings.Join(s.prefixes, " or "))
	case at >= 0:
		return fmt.Errorf("character %d is wrong: after %s there are only 0-9, A-Z and a-z",
			utf8.RuneCountInString(text[:len(prefix)+at])+1, prefix)
	case len(text) != Length:
		return fmt.Errorf("the length is wrong: it has %d characters, and a secret has %d", len(text), Length)
	}
	if _, err := s.Parse(text); err != nil {
		return fmt.Errorf("the checksum is wrong: the last %d characters do not follow from those before them, so at least one is mistyped or missing", checksumLength)
	}
	return nil
}

// beginningOf returns the prefix that text begins with. When there are several, as
// with lk_ and lk_old_, it is the longest.
func (s Scheme) beginningOf(text string) (prefix string, ok bool) {
	for _, p := range s.prefixes {
		if strings.HasPrefix(text, p) && len(p) > len(prefix) {
			prefix, ok = p, true
		}
	}
	return prefix, ok
}

func isOutside62(r rune) bool { return !strings.ContainsRune(base62, r) }
