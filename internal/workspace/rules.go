package workspace

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
	"latchkey/internal/text"
)

// MaxName is the most characters that a workspace's name may have.
const MaxName = 100

// What is wrong with a workspace's slug or name.
var (
	ErrSlugInvalid = fault.New(fault.Invalid, "SLUG_INVALID",
		"A slug has 1 to 40 of a-z, 0-9 and -, and begins and ends with a letter or digit.")
	ErrNameEmpty   = fault.New(fault.Invalid, "NAME_EMPTY", "Give the workspace a name.")
	ErrNameTooLong = fault.New(fault.Invalid, "NAME_TOO_LONG", "A name has at most 100 characters.")
	ErrNameInvalid = fault.New(fault.Invalid, "NAME_INVALID", "A name is one line of text, without control characters.")
)

var slug = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$`)

// ParseSlug returns the slug as it was given.
func ParseSlug(text string) (string, error) {
	if !slug.MatchString(text) {
		return "", ErrSlugInvalid
	}
	return text, nil
}

// ParseName returns a workspace's name without the white space around it.
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
