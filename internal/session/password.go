package session

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"runtime"
	"time"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"latchkey/internal/fault"
)

// Password is what a person types to prove who they are. It prints as "[password]"
// everywhere, and only this package reads it. The zero Password is the empty text.
type Password struct{ text *string }

// NewPassword takes a password over from where it was typed.
func NewPassword(text string) Password { return Password{&text} }

// Format writes the redacted form under every verb.
func (Password) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, "[password]") }

// MarshalText returns the redacted form.
func (Password) MarshalText() ([]byte, error) { return []byte("[password]"), nil }

// normal makes the same characters the same bytes, whichever keyboard typed them.
func (p Password) normal() string {
	if p.text == nil {
		return ""
	}
	return norm.NFC.String(*p.text)
}

// errBusy is told when too many passwords are waiting to be verified.
var errBusy = fault.New(fault.Unavailable, "UNAVAILABLE", "Too many people are signing in right now. Try again in a moment.").After(2)

// patience is how long a verification waits for its turn.
const patience = 5 * time.Second

// params cost about 30 ms and 19 MiB for each verification. A stored hash names
// the parameters it was made with, so these may change.
func params() *argon2id.Params {
	return &argon2id.Params{Memory: 19 << 10, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}
}

// weakParams cost next to nothing, and protect as much.
func weakParams() *argon2id.Params {
	return &argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
}

// passwords makes and verifies hashes, only so many at once.
type passwords struct {
	turns  chan struct{}
	params *argon2id.Params
	dummy  string // the hash of a password that nobody knows
}

func newPasswords(p *argon2id.Params) (*passwords, error) {
	dummy, err := argon2id.CreateHash(rand.Text(), p)
	if err != nil {
		return nil, fmt.Errorf("hashing: %w", err)
	}
	return &passwords{turns: make(chan struct{}, runtime.GOMAXPROCS(0)), params: p, dummy: dummy}, nil
}

// inTurn runs f when it is its turn, or returns errBusy.
func (p *passwords) inTurn(ctx context.Context, f func() error) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	select {
	case p.turns <- struct{}{}:
	case <-ctx.Done():
		return errBusy.Because(ctx.Err())
	}
	defer func() { <-p.turns }()
	return f()
}

// matches reports whether the password has the hash. An empty hash, of an
// account that does not exist, takes as long and never matches.
func (p *passwords) matches(ctx context.Context, password Password, hash string) (match bool, err error) {
	exists := hash != ""
	if !exists {
		hash = p.dummy
	}
	err = p.inTurn(ctx, func() (err error) {
		match, err = argon2id.ComparePasswordAndHash(password.normal(), hash)
		return err
	})
	return match && exists, err
}

// hash hashes a new password, which checkPassword has found good.
func (p *passwords) hash(ctx context.Context, password Password) (hash string, err error) {
	err = p.inTurn(ctx, func() (err error) {
		hash, err = argon2id.CreateHash(password.normal(), p.params)
		return err
	})
	return hash, err
}
