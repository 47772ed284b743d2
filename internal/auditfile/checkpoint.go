package auditfile

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
)

// Checkpoint says how far a chain goes.
type Checkpoint struct {
	Head audit.Chain
	At   time.Time // when the head was read; in whole microseconds, UTC
	Key  string    // the id of the key that signs
}

// errCheckpoint says that a line is no checkpoint.
var errCheckpoint = errors.New("this is not the checkpoint line of an export")

const (
	checkpointKind = "latchkey-audit-checkpoint"
	timeFormat     = "2006-01-02T15:04:05.000000Z"

	checkpointOpens  = `{"checkpoint":`
	signatureOpens   = `,"signature":"`
	signatureEncoded = 88 // characters of 64 bytes in base64
	objectCloses     = `"}`
)

// wireCheckpoint is a checkpoint in the order of its members.
type wireCheckpoint struct {
	Kind      string     `json:"kind"`
	V         int        `json:"v"`
	Workspace *uuid.UUID `json:"workspace"` // null: the operator's chain
	Seq       int64      `json:"seq"`
	Head      string     `json:"head"`
	At        string     `json:"at"`
	Key       string     `json:"key"`
}

// canonical returns the bytes that are signed.
func (c Checkpoint) canonical() []byte {
	w := wireCheckpoint{checkpointKind, 1, orNull(c.Head.Workspace), c.Head.Seq, hex.EncodeToString(c.Head.Hash[:]),
		c.At.UTC().Truncate(time.Microsecond).Format(timeFormat), c.Key}
	text, err := json.Marshal(w)
	if err != nil {
		panic(err) // numbers, ids and texts are always JSON
	}
	return text
}

func orNull(id uuid.UUID) *uuid.UUID {
	if id == uuid.Nil {
		return nil
	}
	return &id
}

// Sign returns the line of a checkpoint of a chain's head, signed with the first key.
func (k Keys) Sign(head audit.Chain, at time.Time) []byte {
	signer := k.list[0]
	body := Checkpoint{head, at, signer.id}.canonical()
	line := append([]byte(checkpointOpens), body...)
	line = append(line, signatureOpens...)
	line = base64.StdEncoding.AppendEncode(line, signer.sign(body))
	return append(line, objectCloses+"\n"...)
}

// signed is a checkpoint with its signature, which nobody has checked yet.
type signed struct {
	Checkpoint
	signature []byte
}

// parseCheckpoint reads a line, without its end, and no other form of the same.
func parseCheckpoint(line []byte) (s signed, err error) {
	cut := len(line) - len(signatureOpens) - signatureEncoded - len(objectCloses)
	if cut < 0 || !bytes.HasPrefix(line, []byte(checkpointOpens)) {
		return signed{}, errCheckpoint
	}
	body, rest := line[len(checkpointOpens):max(cut, len(checkpointOpens))], line[cut:]
	encoded := rest[len(signatureOpens) : len(signatureOpens)+signatureEncoded]
	if s.signature, err = base64.StdEncoding.Strict().DecodeString(string(encoded)); err != nil {
		return signed{}, errCheckpoint
	}
	if s.Checkpoint, err = parseBody(body); err != nil || !bytes.Equal(s.line(), line) {
		return signed{}, errCheckpoint
	}
	return s, nil
}

func (s signed) line() []byte {
	line := append([]byte(checkpointOpens), s.canonical()...)
	line = base64.StdEncoding.AppendEncode(append(line, signatureOpens...), s.signature)
	return append(line, objectCloses...)
}

func parseBody(body []byte) (c Checkpoint, err error) {
	var w wireCheckpoint
	if json.Unmarshal(body, &w) != nil || w.V != 1 || w.Seq < 0 || !validID(w.Key) {
		return Checkpoint{}, errCheckpoint
	}
	if w.Workspace != nil {
		c.Head.Workspace = *w.Workspace
	}
	c.Head.Seq, c.Key = w.Seq, w.Key
	var okHash bool
	c.Head.Hash, okHash = parseHash([]byte(w.Head))
	if c.At, err = time.Parse(timeFormat, w.At); err != nil || !okHash {
		return Checkpoint{}, errCheckpoint
	}
	return c, nil
}

// by returns the key that made the signature; ok is false when it is none of keys.
func (s signed) by(keys []PublicKey) (by PublicKey, ok bool) {
	at := slices.IndexFunc(keys, func(k PublicKey) bool { return ed25519.Verify(k.bytes[:], s.canonical(), s.signature) })
	if at < 0 {
		return PublicKey{}, false
	}
	return keys[at], true
}

// parseHash reads 64 small hexadecimal digits.
func parseHash(text []byte) (h audit.Hash, ok bool) {
	if len(text) != hex.EncodedLen(len(h)) || bytes.ContainsFunc(text, func(r rune) bool { return (r < '0' || r > '9') && (r < 'a' || r > 'f') }) {
		return audit.Hash{}, false
	}
	_, err := hex.Decode(h[:], text)
	return h, err == nil
}
