package secondfactor

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

const (
	secretSize = 20 // what SHA-1 makes use of
	digits     = 6
	step       = 30 * time.Second
	skew       = 1 // steps that a clock may be off, either way
)

// Secret is what an authenticator app and the server share. It prints as
// "[secret]" everywhere. The zero Secret has no codes.
type Secret struct{ raw hidden }

// NewSecret makes one.
func NewSecret() Secret {
	raw := make([]byte, secretSize)
	_, _ = rand.Read(raw) // never fails: the program would end instead
	return Secret{hide(raw)}
}

// ParseSecret takes the bytes of [Secret.Bytes] back.
func ParseSecret(raw []byte) (Secret, error) {
	if len(raw) != secretSize {
		return Secret{}, errors.New("secondfactor: this is not the secret of an authenticator app")
	}
	return Secret{hide(raw)}, nil
}

// Bytes are what is sealed.
func (s Secret) Bytes() []byte { return s.raw.reveal() }

// Text is how a person types the secret into their app.
func (s Secret) Text() Shown { return Shown{hide([]byte(s.base32()))} }

func (s Secret) base32() string {
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(s.raw.reveal())
}

// URI is what a QR code for the app says: issuer and account are how the app
// names it.
func (s Secret) URI(issuer, account string) Shown {
	issuer = strings.ReplaceAll(issuer, ":", " ") // which would end it
	query := "secret=" + s.base32() + "&issuer=" + strings.ReplaceAll(url.QueryEscape(issuer), "+", "%20") +
		fmt.Sprintf("&algorithm=SHA1&digits=%d&period=%d", digits, int(step.Seconds()))
	return Shown{hide([]byte("otpauth://totp/" + url.PathEscape(issuer) + ":" + url.PathEscape(account) + "?" + query))}
}

// Match reports whether code is one of now, and of which step. Spaces in it do no
// harm. All steps are compared, so that the time tells nothing.
func (s Secret) Match(code string, now time.Time) (of int64, ok bool) {
	code = strings.ReplaceAll(code, " ", "")
	current := now.Unix() / int64(step.Seconds())
	for n := current - skew; n <= current+skew; n++ {
		if subtle.ConstantTimeCompare([]byte(s.code(n)), []byte(code)) == 1 {
			of, ok = n, true
		}
	}
	return of, ok && s.raw != nil
}

// Code returns the code at a time, as the app shows it.
func (s Secret) Code(at time.Time) string { return s.code(at.Unix() / int64(step.Seconds())) }

// code is RFC 4226's truncation of the step's HMAC.
func (s Secret) code(n int64) string {
	mac := hmac.New(sha1.New, s.raw.reveal())
	_ = binary.Write(mac, binary.BigEndian, n) // a hash takes everything
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	return fmt.Sprintf("%0*d", digits, (binary.BigEndian.Uint32(sum[at:at+4])&0x7fffffff)%1_000_000)
}
