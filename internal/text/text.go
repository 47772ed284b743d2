// Package text is what all texts that people write for others to read have in
// common, whatever they are about: names, notes. Each package that keeps such a
// text has its own limits and sentences; what a line is, is said here once.
//
// Pure, and without state.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold is what texts are searched, ordered and compared by, however their letters
// are cased and composed.
func Fold(s string) string { return norm.NFC.String(cases.Fold().String(norm.NFC.String(s))) }

// OneLine reports whether s is valid UTF-8 and one line: without control
// characters, and without Unicode's two separators that act like a line break.
func OneLine(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
	})
}
