package apikey

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"strings"
	"sync"
)

// MinPepperKey is the least number of bytes of a pepper's key.
const MinPepperKey = 32

const maxPepperID = 32

// Hash is how a secret is stored: HMAC-SHA-256 of its full text, and which
// pepper keyed it. Hashes are equal when == says so.
type Hash struct {
	PepperID string
	Sum      [sha256.Size]byte
}

// Pepper is a named key that only servers hold. The key is captured by the
// pool's constructor and shows in nothing that prints a Pepper.
type Pepper struct {
	ID   string
	macs *sync.Pool // of *mac
}

// mac carries its own result, so that hashing allocates nothing.
type mac struct {
	hash.Hash
	sum [sha256.Size]byte
}

// NewPepper makes a pepper. The id is 1 to 32 of a-z, 0-9 and -, the key at
// least 32 bytes; the pepper keeps its own copy. Errors never hold either: whoever
// swaps the two must not find the key in a log.
func NewPepper(id string, key []byte) (Pepper, error) {
	if id == "" || len(id) > maxPepperID || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return Pepper{}, fmt.Errorf("a pepper's id must be 1 to %d of a-z, 0-9 and -", maxPepperID)
	}
	if len(key) < MinPepperKey {
		return Pepper{}, fmt.Errorf("a pepper's key must have at least %d bytes; this one has %d", MinPepperKey, len(key))
	}
	key = bytes.Clone(key)
	return Pepper{ID: id, macs: &sync.Pool{New: func() any { return &mac{Hash: hmac.New(sha256.New, key)} }}}, nil
}

// Hash returns the hash of s under p.
func (p Pepper) Hash(s Secret) Hash {
	m := p.macs.Get().(*mac)
	defer p.macs.Put(m)
	m.Write(s.bytes())
	m.Sum(m.sum[:0])
	m.Reset()
	return Hash{PepperID: p.ID, Sum: m.sum}
}

// Peppers are all peppers that live: the first mints, the others still verify.
// They are made by [NewPeppers]; there is no use for the zero Peppers.
type Peppers struct {
	list []Pepper
}

// NewPeppers returns peppers in this order. There must be one, and no id twice.
func NewPeppers(list ...Pepper) (Peppers, error) {
	if len(list) == 0 {
		return Peppers{}, errors.New("there must be at least one pepper")
	}
	seen := make(map[string]bool, len(list))
	for i, p := range list {
		if seen[p.ID] {
			return Peppers{}, fmt.Errorf("pepper %d has the id of an earlier one", i+1)
		}
		seen[p.ID] = true
	}
	return Peppers{list: append([]Pepper(nil), list...)}, nil
}

// Mint returns the hash under the first pepper, the one to store.
func (p Peppers) Mint(s Secret) Hash { return p.list[0].Hash(s) }

// All returns the hash under each pepper, the first first.
func (p Peppers) All(s Secret) []Hash {
	all := make([]Hash, len(p.list))
	for i, pepper := range p.list {
		all[i] = pepper.Hash(s)
	}
	return all
}

// IDs returns the id of each pepper, the first first.
func (p Peppers) IDs() []string {
	ids := make([]string, len(p.list))
	for i, pepper := range p.list {
		ids[i] = pepper.ID
	}
	return ids
}
