package rest

import (
	"net/http"

	"latchkey/internal/fault"
	"latchkey/internal/records"
)

// searchUsers finds one user by e-mail address or key, and pages of users by anything else.
func searchUsers(c *call) (reply, error) {
	switch {
	case c.email("email") != "":
		return c.usersLike("email", c.email("email"), !truthy(c.query.Get("many")))
	case c.unslashed("key") != "":
		return users.one(c, records.ByKey(c.unslashed("key")))
	case c.unslashed("user_key") != "":
		return users.one(c, records.ByKey(c.unslashed("user_key")))
	case c.phone() != "" && c.version == v1:
		return c.usersLike("phone_number", c.phone(), true)
	case !users.narrowed(c):
		return reply{}, missing("email")
	}
	return users.list(c)
}

// usersLike answers with the first user, or with as many as a page has, as a bare array.
func (c *call) usersLike(field, value string, first bool) (reply, error) {
	f := records.Contacts.Filter()
	if err := f.Field(field, records.Exact, value); err != nil {
		return reply{}, fault.On(err, field)
	}
	at := records.Position{Size: records.MaxPageSize}
	if first {
		at.Size = 1
	}
	page, attributes, err := users.page(c, f, at)
	if err == nil && first && len(page.Items) == 0 {
		err = records.ErrNotFound
	}
	if err != nil {
		return reply{}, err
	}
	w := newWriter()
	if first {
		users.show(&page.Items[0], attributes).writeRecord(w, c.version)
		return c.single(reply{http.StatusOK, w.b})
	}
	w.open('[')
	for i := range page.Items {
		users.show(&page.Items[i], attributes).writeRecord(w, c.version)
	}
	w.close(']')
	return reply{http.StatusOK, w.b}, nil
}

func searchUsersByCustomID(c *call) (reply, error) {
	for _, name := range []string{"user_id", "custom_id"} {
		if id := c.query.Get(name); id != "" {
			return users.one(c, records.ByCustomID(id))
		}
	}
	return reply{}, missing(users.nameOf(c.version, "custom_id"))
}
