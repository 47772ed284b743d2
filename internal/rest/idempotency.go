package rest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"strconv"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

const (
	idempotencyKey     = "Idempotency-Key"
	idempotentReplayed = "Idempotent-Replayed"
	maxIdempotencyKey  = 255 // characters
	whileInProgress    = 1   // seconds after which a retry may find the answer
)

var (
	errIdempotencyKey = fault.New(fault.Invalid, "IDEMPOTENCY_KEY_INVALID",
		"Send one Idempotency-Key, of 1 to 255 printable ASCII characters.").On(idempotencyKey)
	errInProgress = fault.New(fault.Conflict, "IDEMPOTENCY_IN_PROGRESS",
		"A request with this Idempotency-Key is being answered. Try again in a moment.").After(whileInProgress)
	errMismatch = fault.New(fault.Mismatch, "IDEMPOTENCY_MISMATCH",
		"Another request was sent with this Idempotency-Key. Send this one with a key of its own.")
	errNotKept = fault.New(fault.Conflict, "IDEMPOTENCY_ANSWER_TOO_LARGE",
		"A request with this Idempotency-Key has succeeded. Its answer was too large to be kept.")
)

// once serves a request at most once when it carries an idempotency key: what the
// first one was answered is kept in the transaction in which it did its work, and
// given again to the others. Only success is kept.
func (c *call) once() (reply, error) {
	key, err := c.idempotencyKey()
	switch {
	case err != nil:
		return reply{}, err
	case key == "":
		return c.operation.serve(c)
	}
	return c.whole(func() (reply, error) {
		kept, replayed, err := c.answered(key)
		if err != nil || replayed {
			return kept, err
		}
		answer, err := c.operation.serve(c)
		if err != nil || answer.status/100 != 2 {
			return answer, err
		}
		return answer, c.keep(key, answer)
	})
}

// idempotencyKey is the one that the request carries; "" when it has none, or only reads.
func (c *call) idempotencyKey() (string, error) {
	sent := c.r.Header[idempotencyKey]
	if len(sent) == 0 || !c.changes() {
		return "", nil
	}
	if len(sent) > 1 || len(sent[0]) < 1 || len(sent[0]) > maxIdempotencyKey {
		return "", errIdempotencyKey
	}
	for i := range len(sent[0]) {
		if sent[0][i] < ' ' || sent[0][i] > '~' {
			return "", errIdempotencyKey
		}
	}
	return sent[0], nil
}

// answered returns what the first request with the key was answered, if it was
// this one.
func (c *call) answered(key string) (answer reply, replayed bool, err error) {
	var kept store.Answer
	_, err = c.join(func(ctx context.Context, tx *store.Tx) error {
		alone, err := tx.Claim(ctx, key)
		if err == nil && !alone {
			err = errInProgress
		}
		if err == nil {
			kept, replayed, err = tx.Answered(ctx, key)
		}
		return err
	})
	switch {
	case err != nil || !replayed:
		return reply{}, false, err
	case !bytes.Equal(kept.Fingerprint, c.fingerprint()):
		return reply{}, false, errMismatch
	case kept.Cut:
		return reply{}, false, errNotKept
	}
	header := c.w.Header()
	maps.Copy(header, kept.Header)
	header.Set(idempotentReplayed, "true")
	return reply{kept.Status, kept.Body}, true, nil
}

func (c *call) keep(key string, answer reply) error {
	_, err := c.join(func(ctx context.Context, tx *store.Tx) error {
		return tx.Keep(ctx, key, store.Answer{
			Fingerprint: c.fingerprint(), Status: answer.status, Header: c.w.Header(), Body: answer.body,
		})
	})
	return err
}

// fingerprint tells requests apart that are not repetitions of each other, and
// the scopes that a key had: an answer is for who might ask for it now. One under other
// conditions is another one: the answer to the first says nothing about them.
func (c *call) fingerprint() []byte {
	parts := [][]byte{
		[]byte(c.operation.name), []byte(strconv.Itoa(int(c.version))), []byte(c.r.URL.EscapedPath()), []byte(c.r.URL.RawQuery), c.body,
		[]byte(c.pass.Credential.Scope),
	}
	for _, name := range []string{ifMatch, ifNoneMatch} {
		for _, condition := range c.r.Header[name] {
			parts = append(parts, []byte(name), []byte(condition))
		}
	}
	sum := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		sum.Write(size[:])
		sum.Write(part)
	}
	return sum.Sum(nil)
}
