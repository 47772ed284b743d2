package receipt

import (
	"crypto/rand"

	"github.com/google/uuid"
)

// Sealer makes receipts.
type Sealer struct {
	key    key
	header header
	data   []byte // associated
}

// NewSealer returns a sealer that uses the first of keys, for the installation
// whose id this is.
func NewSealer(keys Keys, installation uuid.UUID) *Sealer {
	first := keys.list[0]
	h := headerOf(first.id)
	return &Sealer{key: first, header: h, data: associated(h, installation)}
}

// Seal returns the text of r. It fails only when r has a reason, scope or access
// that no receipt can have, or no reason: a mistake in the program.
func (s *Sealer) Seal(r Receipt) (string, error) {
	sealed := new(raw)
	copy(sealed[:], s.header[:])
	nonce := sealed[nonceAt:sealedAt]
	_, _ = rand.Read(nonce) // never fails: it ends the process instead
	plain, err := r.appendPlain(sealed[sealedAt:sealedAt])
	if err != nil {
		return "", err
	}
	s.key.aead().Seal(plain[:0], nonce, plain, s.data)
	return sealed.text(), nil
}

// associated is what a receipt is bound to.
func associated(h header, installation uuid.UUID) []byte {
	return append(h[:], installation[:]...)
}
