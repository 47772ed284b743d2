// Package scalar is how the GraphQL scalars are read and written. What cannot be
// read is a fault that says how to write it; the days and instants themselves are
// judged by the use cases. Pure.
package scalar

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/secondfactor"
	"latchkey/internal/session"
)

// What is wrong with a value.
var (
	ErrString  = fault.New(fault.Invalid, "BAD_INPUT", "Write text, in quotes.")
	ErrBoolean = fault.New(fault.Invalid, "BAD_INPUT", "Write true or false.")
	ErrInt     = fault.New(fault.Invalid, "BAD_INPUT", "Write a whole number from -2147483648 to 2147483647.")
	ErrDate    = fault.New(fault.Invalid, "BAD_INPUT", "Write the day as text, YYYY-MM-DD.")
	ErrTime    = fault.New(fault.Invalid, "BAD_INPUT", "Write the time as RFC 3339 has it, for example 2026-11-30T22:59:59Z.")
)

// MarshalString writes text.
func MarshalString(v string) graphql.Marshaler { return graphql.MarshalString(v) }

// UnmarshalString reads text, and takes nothing else for it.
func UnmarshalString(v any) (string, error) {
	text, ok := v.(string)
	if !ok {
		return "", ErrString
	}
	return text, nil
}

// MarshalBoolean writes true or false.
func MarshalBoolean(v bool) graphql.Marshaler { return graphql.MarshalBoolean(v) }

// UnmarshalBoolean reads true or false, and takes nothing else for it.
func UnmarshalBoolean(v any) (bool, error) {
	b, ok := v.(bool)
	if !ok {
		return false, ErrBoolean
	}
	return b, nil
}

// MarshalInt writes a number. What is over 32 bits, which GraphQL has no type
// for, is written as the largest that it has.
func MarshalInt(v int) graphql.Marshaler {
	return graphql.MarshalInt(max(math.MinInt32, min(math.MaxInt32, v)))
}

// UnmarshalInt reads a number of 32 bits.
func UnmarshalInt(v any) (int, error) {
	var text string
	switch v := v.(type) {
	case json.Number:
		text = v.String()
	case int64:
		text = strconv.FormatInt(v, 10)
	case int:
		text = strconv.Itoa(v)
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return 0, ErrInt
	}
	return int(n), nil
}

// MarshalSecret writes a secret in full, and null for none. It is the one place
// where the secret of a key leaves the server.
func MarshalSecret(v apikey.Secret) graphql.Marshaler {
	if v.IsZero() {
		return graphql.Null
	}
	return graphql.MarshalString(v.Reveal())
}

// UnmarshalSecret refuses: no input of this API is a secret.
func UnmarshalSecret(any) (apikey.Secret, error) {
	return apikey.Secret{}, errors.New("scalar: a secret is never read")
}

// MarshalLink writes a link in full, and null for none.
func MarshalLink(v session.Link) graphql.Marshaler {
	if v.IsZero() {
		return graphql.Null
	}
	return graphql.MarshalString(v.Reveal())
}

// UnmarshalLink refuses: no input of this API is a link.
func UnmarshalLink(any) (session.Link, error) {
	return session.Link{}, errors.New("scalar: a link is never read")
}

// MarshalShown writes what its person is shown once in full, and null for none.
func MarshalShown(v secondfactor.Shown) graphql.Marshaler {
	if v.IsZero() {
		return graphql.Null
	}
	return graphql.MarshalString(v.Reveal())
}

// UnmarshalShown refuses: what is shown once is made here and never read.
func UnmarshalShown(any) (secondfactor.Shown, error) {
	return secondfactor.Shown{}, errors.New("scalar: what is shown once is never read")
}

// MarshalDate writes a day, which is YYYY-MM-DD already.
func MarshalDate(v string) graphql.Marshaler { return graphql.MarshalString(v) }

// UnmarshalDate reads the text of a day without judging it.
func UnmarshalDate(v any) (string, error) {
	text, _ := v.(string)
	if text == "" { // which further in means never, and here is said by null
		return "", ErrDate
	}
	return text, nil
}

// MarshalTime writes an instant in UTC.
func MarshalTime(v time.Time) graphql.Marshaler {
	return graphql.MarshalString(v.UTC().Format(time.RFC3339Nano))
}

// UnmarshalTime reads an instant.
func UnmarshalTime(v any) (time.Time, error) {
	text, _ := v.(string)
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Time{}, ErrTime
	}
	return t, nil
}
