package apikey

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// MaxName is the most characters that a key's name may have.
const MaxName = 100

// What is wrong with a name.
var (
	ErrNameEmpty   = fault.New(fault.Invalid, "NAME_EMPTY", "Give the key a name.")
	ErrNameTooLong = fault.New(fault.Invalid, "NAME_TOO_LONG", "A name has at most 100 characters.")
	ErrNameInvalid = fault.New(fault.Invalid, "NAME_INVALID", "A name is one line of text, without control characters.")
)

// ParseName returns the name without the white space around it.
func ParseName(text string) (string, error) {
	name := strings.TrimSpace(text)
	switch {
	case !utf8.ValidString(name) || strings.ContainsFunc(name, breaksLine):
		return "", ErrNameInvalid
	case name == "":
		return "", ErrNameEmpty
	case utf8.RuneCountInString(name) > MaxName:
		return "", ErrNameTooLong
	}
	return name, nil
}

// breaksLine reports whether r is a control character or one of Unicode's two
// separators that act like a line break.
func breaksLine(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}
