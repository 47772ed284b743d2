package apikey

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxPepperFile is in bytes, far above any file that makes sense.
const maxPepperFile = 64 << 10

// ParsePeppers reads one pepper a line, "id base64key", the first one the one
// that mints. Empty lines and lines that begin with # are comments. Errors name
// the line and never show what is on it.
func ParsePeppers(r io.Reader) (Peppers, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxPepperFile+1))
	if err != nil {
		return Peppers{}, fmt.Errorf("reading peppers: %w", err)
	}
	if len(text) > maxPepperFile {
		return Peppers{}, fmt.Errorf("the peppers are longer than %d bytes", maxPepperFile)
	}
	var list []Pepper
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		pepper, err := parsePepper(line)
		if err != nil {
			return Peppers{}, fmt.Errorf("peppers, line %d: %w", number, err)
		}
		list = append(list, pepper)
	}
	return NewPeppers(list...)
}

func parsePepper(line string) (Pepper, error) {
	fields := strings.Fields(line)
	if len(fields) != 2 {
		return Pepper{}, errors.New("expected an id, a space and a key in base64")
	}
	key, err := base64.StdEncoding.DecodeString(fields[1])
	if err != nil {
		return Pepper{}, errors.New("the key is not base64 (with the characters + and /, padded with =)")
	}
	return NewPepper(fields[0], key)
}
