package secondfactor

import (
	"bufio"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/google/uuid"
	"golang.org/x/crypto/chacha20poly1305"
)

const (
	maxKeyID = 12
	maxKeys  = 100 // so that a wrong file does not become a long list
)

// ErrNotOpened is returned for a box that its key did not seal for this purpose
// and person, or that was changed.
var ErrNotOpened = errors.New("secondfactor: what is stored was not sealed under the key that it names, or not for this person")

// Keys are what secrets are sealed under, the first the one that seals. They are
// made by [ParseKeys] and print none of their bytes. The zero Keys seal nothing.
type Keys struct{ list []key }

// key keeps its AEAD behind a function: printing one would show its bytes.
type key struct {
	id   string
	aead func() cipher.AEAD
}

// Purpose is what a box is for: one that was made for another does not open.
type Purpose string

// ForTOTP is the secret of an authenticator app.
const ForTOTP Purpose = "latchkey totp"

// Sealed is a box and the id of the key that opens it.
type Sealed struct {
	Key string
	Box []byte // nonce and ciphertext
}

// ParseKeys reads one key a line, "id base64key": an id of 1 to 12 of a-z, 0-9
// and -, and 32 bytes. The first seals, all of them open. Empty lines and lines
// that begin with # are comments. Errors name the line and never show what is on it.
func ParseKeys(r io.Reader) (keys Keys, err error) {
	number := 0
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		number++
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := keys.add(line); err != nil {
			return Keys{}, fmt.Errorf("second-factor keys, line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return Keys{}, fmt.Errorf("reading second-factor keys after line %d: %w", number, err)
	}
	if len(keys.list) == 0 {
		return Keys{}, errors.New("there must be at least one second-factor key")
	}
	return keys, nil
}

func (k *Keys) add(line string) error {
	id, encoded, ok := strings.Cut(line, " ")
	if !ok || len(strings.Fields(line)) != 2 {
		return errors.New("expected an id, a space and a key in base64")
	}
	if id == "" || len(id) > maxKeyID || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return fmt.Errorf("a key's id must be 1 to %d of a-z, 0-9 and -", maxKeyID)
	}
	if _, taken := k.find(id); taken {
		return errors.New("an earlier key has the same id")
	}
	if len(k.list) == maxKeys {
		return fmt.Errorf("there are more than %d keys", maxKeys)
	}
	secret, err := base64.StdEncoding.DecodeString(strings.TrimSpace(encoded))
	if err != nil {
		return errors.New("the key is not base64 (with the characters + and /, padded with =)")
	}
	if len(secret) != chacha20poly1305.KeySize {
		return fmt.Errorf("a key must have %d bytes; this one has %d", chacha20poly1305.KeySize, len(secret))
	}
	aead, err := chacha20poly1305.NewX(secret)
	if err != nil {
		return fmt.Errorf("making a key: %w", err)
	}
	k.list = append(k.list, key{id, func() cipher.AEAD { return aead }})
	return nil
}

// IDs returns the keys' ids, the one that seals first.
func (k Keys) IDs() []string {
	ids := make([]string, len(k.list))
	for i, one := range k.list {
		ids[i] = one.id
	}
	return ids
}

// IsZero reports whether there are no keys.
func (k Keys) IsZero() bool { return len(k.list) == 0 }

// Seal closes plain for a purpose and whose it is. It fails only without keys.
func (k Keys) Seal(p Purpose, of uuid.UUID, plain []byte) (Sealed, error) {
	if k.IsZero() {
		return Sealed{}, errors.New("secondfactor: there are no keys to seal with")
	}
	first := k.list[0]
	nonce := make([]byte, chacha20poly1305.NonceSizeX, chacha20poly1305.NonceSizeX+len(plain)+chacha20poly1305.Overhead)
	_, _ = rand.Read(nonce) // never fails: the program would end instead
	return Sealed{first.id, first.aead().Seal(nonce, nonce, plain, associated(p, of))}, nil
}

// Open returns what was sealed for the same purpose and person. The error says
// which key is missing, or is [ErrNotOpened].
func (k Keys) Open(p Purpose, of uuid.UUID, s Sealed) ([]byte, error) {
	with, ok := k.find(s.Key)
	switch {
	case !ok:
		return nil, fmt.Errorf("secondfactor: there is no key %q", s.Key)
	case len(s.Box) < chacha20poly1305.NonceSizeX:
		return nil, ErrNotOpened
	}
	nonce, box := s.Box[:chacha20poly1305.NonceSizeX], s.Box[chacha20poly1305.NonceSizeX:]
	plain, err := with.aead().Open(nil, nonce, box, associated(p, of))
	if err != nil {
		return nil, ErrNotOpened
	}
	return plain, nil
}

func (k Keys) find(id string) (key, bool) {
	for _, one := range k.list {
		if one.id == id {
			return one, true
		}
	}
	return key{}, false
}

// associated is what a box is bound to: the purpose ends where the 16 bytes of
// the id begin, so that no two pairs are alike.
func associated(p Purpose, of uuid.UUID) []byte { return append([]byte(p), of[:]...) }
