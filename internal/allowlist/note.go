package allowlist

import (
	"strings"
	"unicode/utf8"

	"latchkey/internal/text"
)

// MaxNote is the most characters that an entry's note may have.
const MaxNote = 200

// ParseNote returns the note without the white space around it. It may be empty.
func ParseNote(given string) (string, error) {
	note := strings.TrimSpace(given)
	switch {
	case !text.OneLine(note):
		return "", ErrNoteInvalid
	case utf8.RuneCountInString(note) > MaxNote:
		return "", ErrNoteTooLong
	}
	return note, nil
}
