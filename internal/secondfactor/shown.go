package secondfactor

import (
	"fmt"
	"io"
)

// hidden is bytes that no printing reaches: reflection cannot call a function. nil
// is none.
type hidden func() []byte

func hide(raw []byte) hidden { return func() []byte { return raw } }

func (h hidden) reveal() []byte {
	if h == nil {
		return nil
	}
	return h()
}

const redacted = "[secret]"

// Format writes the redacted form under every verb.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// MarshalText returns the redacted form.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Shown is a text that its person is shown once and that is not kept: an app's
// secret, or a recovery code. It prints as "[secret]" everywhere. The zero Shown is
// none.
type Shown struct{ text hidden }

// IsZero reports whether there is no text.
func (s Shown) IsZero() bool { return s.text == nil }

// Reveal returns the text. It is the only way out, meant for the payload of the
// mutation that made it.
func (s Shown) Reveal() string { return string(s.text.reveal()) }

// Format writes the redacted form under every verb.
func (Shown) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// MarshalText returns the redacted form.
func (Shown) MarshalText() ([]byte, error) { return []byte(redacted), nil }
