package receipt

import (
	"bufio"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	maxKeyID = 12

	// maxKeys keeps a wrong file from becoming a long list.
	maxKeys = 100

	// keptDays is how long a retired key opens receipts, counted from its day of
	// retirement: maxAge and one day more, so that what was sealed anywhere on
	// that day opens for as long as any receipt.
	keptDays = 31
)

// Keys are the keys of one installation, the first the one that seals. They are
// made by [ParseKeys] and print none of their bytes.
type Keys struct {
	list  []key
	decoy key // of this process; it has sealed nothing
}

// key keeps its AEAD behind functions: printing one would show its bytes.
type key struct {
	id    string
	aead  func() cipher.AEAD
	until time.Time // opens nothing from then on; zero: it is not retired
}

// ParseKeys reads one key a line, "id base64key", and after a key that is no
// longer in use "retired YYYY-MM-DD". Ids are 1 to 12 of a-z, 0-9 and -, keys 32
// bytes. A retired key opens receipts through the 31st day after that day, in
// UTC. The first key seals, so it cannot be retired. Empty lines and lines that
// begin with # are comments. Errors name the line and never show what is on it:
// whoever swaps the words must not find a key in a log.
func ParseKeys(r io.Reader) (Keys, error) {
	var keys Keys
	number := 0
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		number++
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, err := parseKey(line)
		if err == nil {
			err = keys.add(k)
		}
		if err != nil {
			return Keys{}, fmt.Errorf("receipt keys, line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return Keys{}, fmt.Errorf("reading receipt keys after line %d: %w", number, err)
	}
	if len(keys.list) == 0 {
		return Keys{}, errors.New("there must be at least one receipt key")
	}
	var err error
	keys.decoy, err = newKey("", random(chacha20poly1305.KeySize), time.Time{})
	return keys, err
}

func random(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.Read(b) // never fails: it ends the process instead
	return b
}

func (k *Keys) add(added key) error {
	switch {
	case len(k.list) == 0 && !added.until.IsZero():
		return errors.New("the first key seals receipts and must not be retired")
	case len(k.list) == maxKeys:
		return fmt.Errorf("there are more than %d keys", maxKeys)
	}
	for _, earlier := range k.list {
		if earlier.id == added.id {
			return errors.New("an earlier key has the same id")
		}
	}
	k.list = append(k.list, added)
	return nil
}

func parseKey(line string) (key, error) {
	fields := strings.Fields(line)
	if len(fields) != 2 && (len(fields) != 4 || fields[2] != "retired") {
		return key{}, errors.New(`expected an id and a key in base64, separated by a space, and perhaps "retired" and a day`)
	}
	id := fields[0]
	if len(id) > maxKeyID || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return key{}, fmt.Errorf("a key's id must be 1 to %d of a-z, 0-9 and -", maxKeyID)
	}
	secret, err := base64.StdEncoding.DecodeString(fields[1])
	if err != nil {
		return key{}, errors.New("the key is not base64 (with the characters + and /, padded with =)")
	}
	until := time.Time{}
	if len(fields) == 4 {
		day, err := time.Parse(time.DateOnly, fields[3])
		if err != nil {
			return key{}, errors.New("the day of retirement must be on the calendar and written as YYYY-MM-DD")
		}
		until = day.AddDate(0, 0, keptDays+1)
	}
	return newKey(id, secret, until)
}

func newKey(id string, secret []byte, until time.Time) (key, error) {
	if len(secret) != chacha20poly1305.KeySize {
		return key{}, fmt.Errorf("a key must have %d bytes; this one has %d", chacha20poly1305.KeySize, len(secret))
	}
	aead, err := chacha20poly1305.NewX(secret)
	if err != nil {
		return key{}, fmt.Errorf("making a receipt key: %w", err)
	}
	return key{id, func() cipher.AEAD { return aead }, until}, nil
}
