package secondfactor

import (
	"crypto/rand"
	"crypto/sha256"
	"strings"
)

// RecoveryCodes is how many a person has.
const RecoveryCodes = 10

const (
	recoveryLength = 20 // of A-Z and 2-7: 100 bits
	recoveryGroup  = 4
)

// NewRecoveryCodes makes a person's codes, and the hashes that are kept of them.
func NewRecoveryCodes() (codes []Shown, hashes [][]byte) {
	for range RecoveryCodes {
		text := rand.Text()[:recoveryLength]
		var groups []string
		for at := 0; at < recoveryLength; at += recoveryGroup {
			groups = append(groups, text[at:at+recoveryGroup])
		}
		codes = append(codes, Shown{hide([]byte(strings.Join(groups, "-")))})
		hashes = append(hashes, RecoveryHash(text))
	}
	return codes, hashes
}

// misread are characters that no code has, for what they were meant to be.
var misread = strings.NewReplacer("-", "", " ", "", "0", "O", "1", "I", "8", "B")

// RecoveryHash is what is kept of a code, however it was typed: small letters,
// missing or other hyphens and spaces, and 0, 1 and 8 for O, I and B do no harm.
func RecoveryHash(code string) []byte {
	const longest = 100 // bytes; what is longer is none
	if len(code) > longest {
		code = ""
	}
	sum := sha256.Sum256([]byte(misread.Replace(strings.ToUpper(code))))
	return sum[:]
}
