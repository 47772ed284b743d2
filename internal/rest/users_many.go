package rest

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// massStandard are the standard fields that many users can be given at once, by the
// names of either version.
var massStandard = []string{
	"assigned_to", "city", "company_id", "company_custom_id", "country", "email", "facebook_url", "first_name", "gender", "google_url", "gravatar_url",
	"last_name", "linkedin_url", "notifications", "phone_number", "region", "score", "status", "timezone", "twitter_url", "unsubscribed", "custom_id", "user_id",
}

// maxMass is the most users that one request changes.
const maxMass = 1000

// massStandardFields gives many users one value of a standard field.
func massStandardFields(c *call) (reply, error) {
	return massUpdate(c, func(name string) error {
		if !slices.Contains(massStandard, name) || !users.taken(c.version, name) {
			return fault.New(fault.Invalid, "INVALID", "This field cannot be updated for many users.")
		}
		return nil
	})
}

// massAttributes gives many users one value of a custom attribute.
func massAttributes(c *call) (reply, error) {
	return massUpdate(c, func(name string) error {
		if users.taken(c.version, name) {
			return fault.New(fault.Invalid, "INVALID", "This is not a custom attribute.")
		}
		return nil
	})
}

func massUpdate(c *call, check func(name string) error) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	var faults fault.Fields
	refs, err := c.refsIn(body, "ids", maxMass)
	faults.Add(err)
	name, err := attributeIn(body)
	if err == nil {
		err = fault.On(check(name), "attribute")
	}
	faults.Add(err)
	if _, sent := body["value"]; !sent {
		faults.Add(missing("value"))
	}
	if err := faults.Err(); err != nil {
		return reply{}, err
	}
	b, err := users.bind(c, map[string]any{name: body["value"]})
	if err != nil {
		return reply{}, fault.On(err, "value")
	}
	return acknowledged(), fault.On(c.write(func(ctx context.Context, tx *store.Tx) error {
		return c.updateAll(ctx, tx, refs, b)
	}), "value")
}

// updateAll updates those of the users that exist, in the order of refs.
func (c *call) updateAll(ctx context.Context, tx *store.Tx, refs []records.Ref, b *binding[records.Contact]) error {
	for _, ref := range refs {
		written, err := records.Contacts.Update(ctx, tx, ref, b.patch)
		switch {
		case errors.Is(err, records.ErrNotFound):
			continue
		case err != nil:
			return err
		}
		c.reportIgnored(append(b.ignored, written.Ignored...)...)
	}
	return nil
}

// refsIn reads a list of users, by assigned ids or, below users-by-id, by custom ids;
// sorted, so that those who change the same users do not wait in a circle.
func (c *call) refsIn(body map[string]any, name string, most int) ([]records.Ref, error) {
	list, ok := body[name].([]any)
	if !ok || len(list) == 0 || len(list) > most {
		return nil, fault.New(fault.Invalid, "INVALID", "Send a list of 1 to "+strconv.Itoa(most)+" ids.").On(name)
	}
	if c.operation.byCustomID() {
		texts := make([]string, len(list))
		for i, item := range list {
			var err error
			if texts[i], err = textIn(name, item); err != nil {
				return nil, err
			}
		}
		slices.Sort(texts)
		return refsOf(slices.Compact(texts), records.ByCustomID), nil
	}
	ids := make([]int64, len(list))
	for i, item := range list {
		var err error
		if ids[i], err = wholeIn(name, item); err != nil {
			return nil, err
		}
	}
	slices.Sort(ids)
	return refsOf(slices.Compact(ids), records.ByID), nil
}

func refsOf[K any](keys []K, ref func(K) records.Ref) []records.Ref {
	refs := make([]records.Ref, len(keys))
	for i, key := range keys {
		refs[i] = ref(key)
	}
	return refs
}

// mergeUsers makes several users one.
func mergeUsers(c *call) (reply, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	name := "users_list"
	if body[name] == nil && body["user_list"] != nil {
		name = "user_list"
	}
	var faults fault.Fields
	parent, err := wholeIn("parent", body["parent"])
	faults.Add(err)
	list, _ := body[name].([]any)
	if len(list) == 0 || len(list) > records.MaxMerged {
		faults.Add(fault.New(fault.Invalid, "INVALID", "Send a list of 1 to 100 ids.").On(name))
	}
	others := make([]int64, len(list))
	for i := 0; i < len(list) && faults.Err() == nil; i++ {
		others[i], err = wholeIn(name, list[i])
		faults.Add(err)
	}
	if err := faults.Err(); err != nil {
		return reply{}, err
	}
	return reply{200, []byte(`{"success":true}`)}, c.write(func(ctx context.Context, tx *store.Tx) error {
		return records.Merge(ctx, tx, parent, others)
	})
}

// wholeIn is an id in a body, also as a text.
func wholeIn(name string, value any) (int64, error) {
	text, _ := value.(string)
	if number, is := value.(json.Number); is {
		text = number.String()
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fault.New(fault.Invalid, "INVALID", "A valid integer is required.").On(name)
	}
	return n, nil
}

// textIn is a text in a body, also as a number.
func textIn(name string, value any) (string, error) {
	switch value := value.(type) {
	case string:
		return value, nil
	case json.Number:
		return value.String(), nil
	}
	return "", fault.New(fault.Invalid, "INVALID", "Not a valid string.").On(name)
}
