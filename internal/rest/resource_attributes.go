package rest

import (
	"context"
	"net/http"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// setAttribute sets one attribute, or standard field, by name.
func (res *resource[T]) setAttribute(c *call) (reply, error) {
	return res.change(c, acknowledged(), func(body map[string]any) (map[string]any, error) {
		name, err := attributeIn(body)
		if _, sent := body["value"]; err == nil && !sent {
			err = missing("value")
		}
		return map[string]any{name: body["value"]}, err
	})
}

// setAttributes sets any number. Its answer is empty, and not even JSON: that is
// how the published API answers.
func (res *resource[T]) setAttributes(c *call) (reply, error) {
	return res.change(c, reply{status: http.StatusOK}, func(body map[string]any) (map[string]any, error) { return body, nil })
}

// removeAttribute unsets one. Unsetting what is not set succeeds.
func (res *resource[T]) removeAttribute(c *call) (reply, error) {
	return res.change(c, acknowledged(), func(body map[string]any) (map[string]any, error) {
		name, err := attributeIn(body)
		return map[string]any{name: nil}, err
	})
}

func attributeIn(body map[string]any) (string, error) {
	value, err := required(body, "attribute")
	if err != nil {
		return "", err
	}
	name, ok := value.(string)
	if !ok {
		return "", fault.New(fault.Invalid, "INVALID", "Not a valid string.").On("attribute")
	}
	return name, nil
}

// change updates the record of the path with what members makes of the body.
func (res *resource[T]) change(c *call, done reply, members func(map[string]any) (map[string]any, error)) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	changes, err := members(body)
	if err != nil {
		return reply{}, err
	}
	b, err := res.bind(c, changes)
	if err != nil {
		return reply{}, err
	}
	return c.matching(res.locked(c, ref), func() (reply, error) {
		_, err := res.save(c, b, func(ctx context.Context, tx *store.Tx) (records.Written[T], error) {
			return res.kind.Update(ctx, tx, ref, b.patch)
		})
		return done, err
	})
}
