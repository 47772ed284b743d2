package receipt

import (
	"encoding/base32"
	"strings"
	"unicode"

	"golang.org/x/crypto/chacha20poly1305"
)

// Where things are in the bytes of a receipt.
const (
	version = 1

	nonceAt  = len(header{})
	sealedAt = nonceAt + chacha20poly1305.NonceSizeX
	rawSize  = sealedAt + plainSize + chacha20poly1305.Overhead
)

const (
	prefix   = "lkr_"
	alphabet = "abcdefghijklmnopqrstuvwxyz234567"

	// Length is the number of characters of every receipt.
	Length = len(prefix) + rawSize/5*8
)

// maxPasted is in bytes. It has room for an answer with everything around it,
// and bounds the work on a text that holds no receipt.
const maxPasted = 64 << 10

var (
	encoding = base32.NewEncoding(alphabet).WithPadding(base32.NoPadding)
	blank    = new(raw).text()
)

// header is what stands in clear: the version, and the key's id padded with zeros.
type header [1 + maxKeyID]byte

func headerOf(keyID string) (h header) {
	h[0] = version
	copy(h[1:], keyID)
	return h
}

// raw is a receipt as bytes.
type raw [rawSize]byte

func (r *raw) text() string {
	var text [Length]byte
	copy(text[:], prefix)
	encoding.Encode(text[len(prefix):], r[:])
	return string(text[:])
}

// parseRaw reads the receipt in text. Without one it takes the same steps to
// zeros, which no key has sealed.
func parseRaw(text string) *raw {
	found, ok := Find(text)
	if !ok {
		found = blank
	}
	r := new(raw)
	// It has the right length and the right characters, so it decodes.
	_, _ = encoding.Decode(r[:], []byte(found[len(prefix):]))
	return r
}

// Find returns the first text in pasted that has the form of a receipt, for
// example from the JSON of a whole answer. White space, line breaks and invisible
// characters that mail and chat programs put into it are left out. Whether it is
// authentic shows when it is opened. It looks at the first 64 KiB.
func Find(pasted string) (found string, ok bool) {
	const size = Length - len(prefix)
	rest := strings.Map(visible, pasted[:min(len(pasted), maxPasted)])
	for {
		_, after, more := strings.Cut(rest, prefix)
		if !more {
			return "", false
		}
		if len(after) >= size && strings.Trim(after[:size], alphabet) == "" {
			return prefix + after[:size], true
		}
		rest = after
	}
}

// visible is for [strings.Map], which drops negative runes.
func visible(c rune) rune {
	if unicode.IsSpace(c) || c > unicode.MaxASCII && unicode.Is(unicode.Cf, c) {
		return -1
	}
	return c
}
