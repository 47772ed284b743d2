package records

import "crypto/rand"

const (
	base62     = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	userKeyLen = 12
)

// newUserKey draws 12 characters of base62, each as likely as any other.
func newUserKey() string {
	var key [userKeyLen]byte
	for n := 0; n < userKeyLen; {
		var random [userKeyLen]byte
		_, _ = rand.Read(random[:]) // never fails
		for _, b := range random {
			if b < 4*62 && n < userKeyLen {
				key[n] = base62[b%62]
				n++
			}
		}
	}
	return string(key[:])
}
