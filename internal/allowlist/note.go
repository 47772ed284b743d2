package allowlist

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxNote is the most characters that an entry's note may have.
const MaxNote = 200

// ParseNote returns the note without the white space around it. It may be empty.
func ParseNote(text string) (string, error) {
	note := strings.TrimSpace(text)
	switch {
	case !utf8.ValidString(note) || strings.ContainsFunc(note, breaksLine):
		return "", ErrNoteInvalid
	case utf8.RuneCountInString(note) > MaxNote:
		return "", ErrNoteTooLong
	}
	return note, nil
}

// breaksLine reports whether r is a control character or one of Unicode's two
// separators that act like a line break.
func breaksLine(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}
