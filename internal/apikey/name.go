package apikey

import (
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
	"latchkey/internal/text"
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
func ParseName(given string) (string, error) {
	name := strings.TrimSpace(given)
	switch {
	case !text.OneLine(name):
		return "", ErrNameInvalid
	case name == "":
		return "", ErrNameEmpty
	case utf8.RuneCountInString(name) > MaxName:
		return "", ErrNameTooLong
	}
	return name, nil
}

// FoldName returns a name in the form that names are searched and ordered by:
// case-folded, and the same however its accents were typed.
func FoldName(name string) string {
	return text.Fold(name)
}
