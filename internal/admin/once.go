package admin

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// maxIdempotencyKey is the most characters that an idempotency key may have.
const maxIdempotencyKey = 255

// What is wrong with an idempotency key.
var (
	errIdempotencyKey = fault.New(fault.Invalid, "IDEMPOTENCY_KEY_INVALID", "An idempotency key has 1 to 255 characters of text.").On("idempotencyKey")
	errMismatch       = fault.New(fault.Conflict, "IDEMPOTENCY_MISMATCH",
		"This idempotency key was used for other input. Use a new key for a new request.").On("idempotencyKey")
)

// once makes sure that a mutation with an idempotency key is done once: result
// is what it is about to make, and the answer what an earlier one with the same
// key and input has made. Without a key (""), every call is the first.
func (c *change) once(ctx context.Context, mutation, key string, input any, result uuid.UUID) (uuid.UUID, bool, error) {
	if key == "" {
		return result, false, nil
	}
	this, err := replayOf(mutation, key, input, result)
	if err != nil {
		return uuid.Nil, false, err
	}
	this.At = c.now
	earlier, replayed, err := c.Once(ctx, this)
	if err != nil {
		return uuid.Nil, false, err
	}
	return earlier.Result, replayed, sameInput(earlier, this)
}

// replayOf is the record of a mutation, with the fingerprint of its input.
func replayOf(mutation, key string, input any, result uuid.UUID) (store.Replay, error) {
	if !utf8.ValidString(key) || utf8.RuneCountInString(key) > maxIdempotencyKey || strings.ContainsRune(key, 0) {
		return store.Replay{}, errIdempotencyKey
	}
	text, err := json.Marshal(input)
	if err != nil {
		return store.Replay{}, fmt.Errorf("taking the fingerprint of the input: %w", err)
	}
	sum := sha256.Sum256(text)
	return store.Replay{Mutation: mutation, Key: key, Fingerprint: sum[:], Result: result}, nil
}

func sameInput(a, b store.Replay) error {
	if !bytes.Equal(a.Fingerprint, b.Fingerprint) {
		return errMismatch
	}
	return nil
}
