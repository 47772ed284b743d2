package rest

import (
	"context"
	"encoding/json"
	"strconv"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// addMember makes the user that the body names a member of the company of the path.
func addMember(c *call) (reply, error) { return c.membership(records.AddMember) }

// removeMember ends a membership. Ending what is not succeeds.
func removeMember(c *call) (reply, error) { return c.membership(records.RemoveMember) }

func (c *call) membership(change func(context.Context, *store.Tx, records.Ref, records.Ref) error) (reply, error) {
	company, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return reply{}, err
	}
	user, err := memberIn(body)
	if err != nil {
		return reply{}, err
	}
	return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error { return change(ctx, tx, company, user) })
}

// memberIn is the user that a body names by assigned id, which may come as a string,
// or else by custom id.
func memberIn(body map[string]any) (records.Ref, error) {
	if id := body["user_id"]; id != nil && id != "" {
		return assigned("user_id", textIn(id))
	}
	customID, err := required(body, "user_custom_id")
	if err != nil {
		return records.Ref{}, missing("user_id")
	}
	text := textIn(customID)
	if text == "" {
		return records.Ref{}, fault.New(fault.Invalid, "INVALID", "Not a valid string.").On("user_custom_id")
	}
	return records.ByCustomID(text), nil
}

// textIn is the text of a string or number, and "" of anything else.
func textIn(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	}
	return ""
}

// joinCompany makes a user a member of a company too: v1 calls the id that the client
// chose company_id, v2 the assigned one. Null and "" say nothing.
func joinCompany(b *binding[records.Contact], value any) error {
	if b.version == v1 {
		return joinByCustomID(b, "company_id", value)
	}
	if value == nil || value == "" {
		return nil
	}
	ref, err := assigned("company_id", textIn(value))
	if err == nil {
		b.also("company_id", records.Joining(ref))
	}
	return err
}

func joinCompanyByCustomID(b *binding[records.Contact], value any) error {
	return joinByCustomID(b, "company_custom_id", value)
}

func joinByCustomID(b *binding[records.Contact], name string, value any) error {
	if value == nil || value == "" {
		return nil
	}
	text := textIn(value)
	if text == "" {
		return fault.New(fault.Invalid, "INVALID", "Not a valid string.")
	}
	b.also(name, records.Joining(records.ByCustomID(text)))
	return nil
}

// writeMemberships writes the companies of a user, the same in both versions.
func writeMemberships(w *writer, all records.Memberships) {
	w.open('[')
	for i := range all {
		w.open('{')
		w.name("id")
		w.integer(all[i].ID)
		w.name("name")
		w.text(all[i].Name)
		w.name("member_since")
		w.time(all[i].Since)
		w.close('}')
	}
	w.close(']')
}

func memberOf(f *records.Filter[records.Contact], value string) error {
	id, err := idIn(value)
	if err == nil {
		records.MembersOf(f, records.ByID(id))
	}
	return err
}

func memberOfCustomID(f *records.Filter[records.Contact], value string) error {
	records.MembersOf(f, records.ByCustomID(value))
	return nil
}

// idIn is the assigned id that a parameter holds.
func idIn(value string) (int64, error) {
	id, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return 0, fault.New(fault.Invalid, "INVALID", "A valid integer is required.")
	}
	return id, nil
}

// ofContact are the filters of what belongs to a user: by assigned id, by custom id,
// and by the key of the visitor's cookie.
func ofContact[T any](narrow func(*records.Filter[T], records.Ref)) map[string]filter[T] {
	by := func(ref func(string) records.Ref) filter[T] {
		return func(f *records.Filter[T], value string) error {
			narrow(f, ref(value))
			return nil
		}
	}
	return map[string]filter[T]{
		"user_id": func(f *records.Filter[T], value string) error {
			id, err := idIn(value)
			if err == nil {
				narrow(f, records.ByID(id))
			}
			return err
		},
		"user_custom_id": by(records.ByCustomID),
		"userkey":        by(records.ByKey),
		"user_key":       by(records.ByKey),
	}
}
