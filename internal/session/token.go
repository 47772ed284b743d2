package session

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
)

// Token is what a browser proves its session with. It prints as "[token]"
// everywhere. The zero Token is none.
type Token struct{ text *string }

func newToken() Token {
	var raw [32]byte
	_, _ = rand.Read(raw[:]) // never fails: the program would end instead
	text := base64.RawURLEncoding.EncodeToString(raw[:])
	return Token{&text}
}

// ParseToken reads a cookie's value, or what stands in a link; what cannot be a token is none.
func ParseToken(text string) Token {
	if raw, err := base64.RawURLEncoding.Strict().DecodeString(text); err != nil || len(raw) != 32 {
		return Token{}
	}
	return Token{&text}
}

// IsZero reports whether there is no token.
func (t Token) IsZero() bool { return t.text == nil }

// Format writes the redacted form under every verb.
func (Token) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[token]") }

// MarshalText returns the redacted form.
func (Token) MarshalText() ([]byte, error) { return []byte("[token]"), nil }

// hash is how the token is stored.
func (t Token) hash() []byte {
	sum := sha256.Sum256([]byte(*t.text))
	return sum[:]
}
