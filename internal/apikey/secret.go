package apikey

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"unsafe"
)

// Length is the number of characters of every secret.
const Length = 64

// redacted stands for a secret wherever one is printed.
const redacted = "[secret]"

// Secret is the full text that an integration sends. It prints as "[secret]"
// everywhere. The zero Secret is no secret: it reveals "".
//
// The pointer has no type that reflection could follow, and costs no copy of
// the text, which a closure or a second pointer would.
type Secret struct {
	_      [0]func()      // not comparable: == would compare addresses. Compare hashes
	text   unsafe.Pointer // to Length bytes, never written to: they may be a string's
	prefix int            // length of the prefix
}

// newSecret takes text over; nobody may write to it any more.
func newSecret(text *[Length]byte, prefix int) Secret {
	return Secret{text: unsafe.Pointer(text), prefix: prefix}
}

// IsZero reports whether s is no secret.
func (s Secret) IsZero() bool { return s.text == nil }

// Reveal returns the full text, for the payload of the mutation that minted the
// secret.
func (s Secret) Reveal() string { return string(s.bytes()) }

// CopyTo copies the full text of a secret that was parsed or minted into dst, for
// verification, which hashes it there without an allocation.
func (s Secret) CopyTo(dst *[Length]byte) { copy(dst[:], s.bytes()) }

// Hint returns what may be shown later: the prefix, an ellipsis and the last
// four random characters.
func (s Secret) Hint() string {
	if s.IsZero() {
		return ""
	}
	text := s.bytes()
	return string(text[:s.prefix]) + "…" + string(text[checksumAt-4:checksumAt])
}

// bytes returns the text in place; nobody may write to it.
func (s Secret) bytes() []byte {
	if s.IsZero() {
		return nil
	}
	return (*[Length]byte)(s.text)[:]
}

// String returns the redacted form.
func (Secret) String() string { return redacted }

// GoString returns the redacted form.
func (Secret) GoString() string { return redacted }

// Format writes the redacted form under every verb.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// MarshalText returns the redacted form.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// MarshalJSON returns the redacted form as a JSON string. Loggers that encode
// values as JSON come through here too.
func (Secret) MarshalJSON() ([]byte, error) { return []byte(`"` + redacted + `"`), nil }

// Value refuses: a secret is never stored.
func (Secret) Value() (driver.Value, error) {
	return nil, errors.New("apikey: a secret is never stored; store its hash")
}
