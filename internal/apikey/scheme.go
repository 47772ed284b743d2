package apikey

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strconv"
	"strings"
	"unsafe"

	"latchkey/internal/fault"
)

// DefaultPrefix is the prefix of secrets when the operator chooses none.
const DefaultPrefix = "lk_"

const (
	minPrefix, maxPrefix = 2, 8
	checksumLength       = 6
	checksumAt           = Length - checksumLength

	// base62 is the alphabet of the random part and the checksum, by digit value.
	base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)

// ErrMalformed is the answer to every text that cannot be a secret. Callers are
// told the same of an unknown secret, hence its code; compare with == to tell
// the two apart.
var ErrMalformed = fault.New(fault.Unauthenticated, "INVALID_TOKEN", "Invalid token.")

// Scheme is how secrets look: which prefix mints, and which are read. It is
// made by [NewScheme]; the zero Scheme reads nothing and must not mint.
type Scheme struct {
	prefixes []string // the first mints
}

// NewScheme returns the scheme that mints secrets with prefix and also reads
// those that begin with one of alsoAccept. A prefix is 2 to 8 of a-z, 0-9 and _.
// Two prefixes whose secrets could be confused are refused.
func NewScheme(prefix string, alsoAccept ...string) (Scheme, error) {
	var s Scheme
	for _, p := range append([]string{prefix}, alsoAccept...) {
		if !validPrefix(p) {
			return Scheme{}, fmt.Errorf("the secret prefix %q must be %d to %d of a-z, 0-9 and _", p, minPrefix, maxPrefix)
		}
		for _, other := range s.prefixes {
			if confusable(p, other) {
				return Scheme{}, fmt.Errorf("the secret prefixes %q and %q cannot be told apart: end the shorter with _, or drop one", other, p)
			}
		}
		s.prefixes = append(s.prefixes, p)
	}
	return s, nil
}

func validPrefix(p string) bool {
	return len(p) >= minPrefix && len(p) <= maxPrefix && strings.Trim(p, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// confusable reports whether one text could be read under either prefix: the
// longer continues the shorter with characters that a random part may hold.
func confusable(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && allBase62([]byte(rest))
}

// Mint makes a secret from random bytes, every random part equally likely.
func (s Scheme) Mint(random io.Reader) (Secret, error) {
	prefix := s.prefixes[0]
	text, err := appendRandom(append(make([]byte, 0, Length), prefix...), random)
	if err != nil {
		return Secret{}, fmt.Errorf("minting a secret: %w", err)
	}
	sum := checksum(text)
	return newSecret((*[Length]byte)(append(text, sum[:]...)), len(prefix)), nil
}

// appendRandom fills text up to the checksum. Bytes that would favour some
// characters (one in 32) are thrown away, so a source that gives hardly
// anything else is broken and not worth waiting for.
func appendRandom(text []byte, random io.Reader) ([]byte, error) {
	const fair = byte(256 / len(base62) * len(base62))
	var block [Length]byte
	for range 16 {
		if _, err := io.ReadFull(random, block[:]); err != nil {
			return nil, fmt.Errorf("reading random bytes: %w", err)
		}
		for _, b := range block {
			if b >= fair {
				continue
			}
			text = append(text, base62[int(b)%len(base62)])
			if len(text) == checksumAt {
				return text, nil
			}
		}
	}
	return nil, errors.New("the source of random bytes is broken")
}

// checksum is the CRC-32 (IEEE) of body in base62, most significant digit
// first, padded with 0.
func checksum(body []byte) (digits [checksumLength]byte) {
	sum := crc32.ChecksumIEEE(body)
	for i := checksumLength - 1; i >= 0; i-- {
		digits[i] = base62[sum%uint32(len(base62))]
		sum /= uint32(len(base62))
	}
	return digits
}

// Parse reads a secret, or answers [ErrMalformed]. It allocates nothing: the
// secret shares text's memory.
func (s Scheme) Parse(text string) (Secret, error) {
	if len(text) != Length {
		return Secret{}, ErrMalformed
	}
	// A string's bytes cannot be had without a copy in any other way. They are
	// only ever read.
	return s.parse((*[Length]byte)(unsafe.Slice(unsafe.StringData(text), Length)))
}

func (s Scheme) parse(text *[Length]byte) (Secret, error) {
	prefix, ok := s.prefixOf(text)
	if !ok || checksum(text[:checksumAt]) != [checksumLength]byte(text[checksumAt:]) {
		return Secret{}, ErrMalformed
	}
	return newSecret(text, prefix), nil
}

// prefixOf returns the length of the one prefix after which the rest of text is
// base62.
func (s Scheme) prefixOf(text *[Length]byte) (length int, ok bool) {
	for _, p := range s.prefixes {
		if string(text[:len(p)]) == p && allBase62(text[len(p):]) {
			return len(p), true
		}
	}
	return 0, false
}

func allBase62(text []byte) bool {
	for _, c := range text {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// Expression is the published regular expression that finds secrets of the
// scheme in any text (RE2, PCRE and POSIX extended read it alike). It has no
// word boundaries: a secret after an escaped line break in a log, \nlk_…, must
// be found, and the checksum tells chance hits apart.
func (s Scheme) Expression() string {
	each := make([]string, len(s.prefixes))
	for i, p := range s.prefixes {
		each[i] = p + "[0-9A-Za-z]{" + strconv.Itoa(Length-len(p)) + "}"
	}
	if len(each) == 1 {
		return each[0]
	}
	return "(" + strings.Join(each, "|") + ")"
}

// Find returns the well-formed secrets in text, in order, each as often as it
// occurs. They do not share text's memory.
func (s Scheme) Find(text []byte) []Secret {
	var found []Secret
	for len(text) >= Length {
		secret, err := s.parse((*[Length]byte)(text))
		if err != nil {
			text = text[1:]
			continue
		}
		found = append(found, newSecret((*[Length]byte)(bytes.Clone(text[:Length])), secret.prefix))
		text = text[Length:]
	}
	return found
}
