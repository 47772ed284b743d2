package records

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// The longest texts, in characters.
const (
	maxName  = 40
	maxShort = 64
	maxEmail = 254
	maxText  = 255
	maxURL   = 2048
	maxProse = 10_000
)

// checkText refuses what PostgreSQL cannot store, and what is too long.
func checkText(text string, most int) error {
	switch {
	case !utf8.ValidString(text):
		return invalid("Not a valid string: it is not UTF-8.")
	case strings.ContainsRune(text, 0):
		return invalid("Null characters are not allowed.")
	case utf8.RuneCountInString(text) > most:
		return invalid(fmt.Sprintf("Ensure this field has no more than %d characters.", most))
	}
	return nil
}

// mailbox asks for little: addresses of the world are odder than any pattern.
func mailbox(email string) error {
	at := strings.LastIndexByte(email, '@')
	if at < 1 || at == len(email)-1 || strings.ContainsAny(strings.TrimSpace(email), " \t\r\n") {
		return invalid("Enter a valid email address.")
	}
	return nil
}

func whole(v any) (int64, error) {
	n, ok := toInteger(v)
	if !ok {
		return 0, invalid("A valid integer is required.")
	}
	return n, nil
}

func truth(v any) (bool, error) {
	is, ok := toBool(v)
	if !ok {
		return false, invalid("Must be a valid boolean.")
	}
	return is, nil
}

func instant(v any) (time.Time, error) {
	t, ok := toInstant(v)
	if !ok {
		return t, invalid("Datetime has wrong format. Use an ISO 8601 date and time, such as 2024-02-29T13:37:00Z.")
	}
	return t, nil
}

// choose takes a choice by its number, counted from first, or by its name.
func choose[C ~int16](p *C, first C, names []string, v any) error {
	text, ok := toText(v)
	if !ok {
		return invalid("Not a valid choice: send its name or its number.")
	}
	if n, isNumber := toInteger(v); isNumber && n >= int64(first) && n < int64(first)+int64(len(names)) {
		*p = C(n) // bounded above
		return nil
	}
	for i, name := range names {
		if strings.EqualFold(text, name) {
			*p = first + C(i) // an index of a short list
			return nil
		}
	}
	return invalid(fmt.Sprintf("\"%s\" is not a valid choice.", shorten(text)))
}

// nameOf is the name of a choice, and "" of a number that is none.
func nameOf[C ~int16](c, first C, names []string) string {
	if c < first || int(c-first) >= len(names) {
		return ""
	}
	return names[c-first]
}

func shorten(text string) string {
	if utf8.RuneCountInString(text) > maxShort {
		return string([]rune(text)[:maxShort]) + "…"
	}
	return text
}

// invalid is a wrong value; whoever knows the field's name on the wire adds it.
func invalid(sentence string) *fault.Error { return fault.New(fault.Invalid, "INVALID", sentence) }
