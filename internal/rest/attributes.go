package rest

import (
	"context"
	"net/http"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// setAttribute sets one attribute, or standard field, by name.
func setAttribute(c *call) (reply, error) {
	return c.changeAttributes(acknowledged(), func(body map[string]any) (map[string]any, error) {
		name, err := attributeIn(body)
		if _, sent := body["value"]; err == nil && !sent {
			err = missing("value")
		}
		return map[string]any{name: body["value"]}, err
	})
}

// setAttributes sets any number. Its answer is empty, and not even JSON: that is
// how the published API answers.
func setAttributes(c *call) (reply, error) {
	return c.changeAttributes(reply{status: http.StatusOK}, func(body map[string]any) (map[string]any, error) { return body, nil })
}

// removeAttribute unsets one. Unsetting what is not set succeeds.
func removeAttribute(c *call) (reply, error) {
	return c.changeAttributes(acknowledged(), func(body map[string]any) (map[string]any, error) {
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

// changeAttributes updates the contact of the path with what members makes of the body.
func (c *call) changeAttributes(done reply, members func(map[string]any) (map[string]any, error)) (reply, error) {
	ref, err := c.contact()
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
	b, err := c.bindUser(changes)
	if err != nil {
		return reply{}, err
	}
	return c.matching(c.lockedUser(ref), func() (reply, error) {
		_, err := c.save(b, func(ctx context.Context, tx *store.Tx) (records.Written, error) {
			return records.Update(ctx, tx, ref, &b.patch)
		})
		return done, err
	})
}
