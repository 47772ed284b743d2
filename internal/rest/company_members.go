package rest

import (
	"context"

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
	return c.matching(companies.locked(c, company), func() (reply, error) {
		return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error { return change(ctx, tx, company, user) })
	})
}

// memberIn is the user that a body names by assigned id, which may come as a string,
// or else by custom id.
func memberIn(body map[string]any) (records.Ref, error) {
	if id := body["user_id"]; id != nil && id != "" {
		n, err := wholeIn("user_id", id)
		return records.ByID(n), err
	}
	if customID := body["user_custom_id"]; customID != nil && customID != "" {
		text, err := textIn("user_custom_id", customID)
		return records.ByCustomID(text), err
	}
	return records.Ref{}, missing("user_id")
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
	id, err := wholeIn("company_id", value)
	if err == nil {
		b.also("company_id", records.Joining(records.ByID(id)))
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
	text, err := textIn(name, value)
	if err == nil {
		b.also(name, records.Joining(records.ByCustomID(text)))
	}
	return err
}

// writeMemberships writes the companies of a user, the same in both versions.
func writeMemberships(w *writer, all []records.Membership) {
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
