package auditfile

import (
	"bufio"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
)

const (
	maxKeyID = 12

	// maxKeys keeps a wrong file from becoming a long list.
	maxKeys = 100
)

// Keys are the keys that checkpoints are signed with, the first the one that signs.
// They are made by [ParseKeys] and print none of their bytes.
type Keys struct{ list []key }

// key keeps its private half behind a function: printing one would show its bytes.
type key struct {
	id     string
	public ed25519.PublicKey
	sign   func(message []byte) []byte
}

// PublicKey is the half of a key that verifies.
type PublicKey struct {
	ID    string // as its file names it; "" when it is not known
	bytes [ed25519.PublicKeySize]byte
}

// ParseKeys reads one key a line, "id base64seed". Ids are 1 to 12 of a-z, 0-9 and -,
// seeds 32 bytes. The first key signs; the others are only there for their public
// halves to be found. Empty lines and lines that begin with # are comments. Errors
// name the line and never show what is on it.
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
			return Keys{}, fmt.Errorf("audit keys, line %d: %w", number, err)
		}
	}
	if err := lines.Err(); err != nil {
		return Keys{}, fmt.Errorf("reading audit keys after line %d: %w", number, err)
	}
	if len(keys.list) == 0 {
		return Keys{}, errors.New("there must be at least one audit key")
	}
	return keys, nil
}

func (k *Keys) add(line string) error {
	id, encoded, ok := strings.Cut(line, " ")
	encoded = strings.TrimSpace(encoded)
	switch {
	case !ok || strings.ContainsAny(encoded, " \t"):
		return errors.New("expected an id, a space and a seed in base64")
	case !validID(id):
		return fmt.Errorf("a key's id must be 1 to %d of a-z, 0-9 and -", maxKeyID)
	case len(k.list) == maxKeys:
		return fmt.Errorf("there are more than %d keys", maxKeys)
	}
	for _, earlier := range k.list {
		if earlier.id == id {
			return errors.New("an earlier key has the same id")
		}
	}
	seed, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return errors.New("the seed is not base64 (with the characters + and /, padded with =)")
	}
	if len(seed) != ed25519.SeedSize {
		return fmt.Errorf("a seed must have %d bytes; this one has %d", ed25519.SeedSize, len(seed))
	}
	private := ed25519.NewKeyFromSeed(seed)
	k.list = append(k.list, key{id, private.Public().(ed25519.PublicKey), func(message []byte) []byte { return ed25519.Sign(private, message) }})
	return nil
}

func validID(id string) bool {
	return id != "" && len(id) <= maxKeyID && strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// IsZero reports whether there are none.
func (k Keys) IsZero() bool { return len(k.list) == 0 }

// Public returns the public halves, the one that signs first.
func (k Keys) Public() []PublicKey {
	all := make([]PublicKey, len(k.list))
	for i, one := range k.list {
		all[i] = PublicKey{one.id, [ed25519.PublicKeySize]byte(one.public)}
	}
	return all
}

// String is what [ParsePublicKey] reads: "id base64", and only the base64 of a key
// without an id.
func (p PublicKey) String() string {
	return strings.TrimSpace(p.ID + " " + base64.StdEncoding.EncodeToString(p.bytes[:]))
}

// ParsePublicKey reads a public key: 32 bytes in base64, after an id and a space or alone.
func ParsePublicKey(text string) (PublicKey, error) {
	fields := strings.Fields(text)
	if len(fields) == 1 {
		fields = []string{"", fields[0]}
	}
	if len(fields) != 2 || fields[0] != "" && !validID(fields[0]) {
		return PublicKey{}, errors.New("a public key is 32 bytes in base64, alone or after its id and a space")
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(fields[1])
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return PublicKey{}, errors.New("a public key is 32 bytes in base64: 44 characters, as `latchkey audit key` prints it")
	}
	return PublicKey{fields[0], [ed25519.PublicKeySize]byte(raw)}, nil
}
