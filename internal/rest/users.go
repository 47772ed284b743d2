package rest

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

func getUser(c *call) (reply, error) {
	ref, err := c.contact()
	if err != nil {
		return reply{}, err
	}
	return c.oneUser(ref)
}

func (c *call) oneUser(ref records.Ref) (reply, error) {
	var body []byte
	err := c.read(func(ctx context.Context, v *store.View) (err error) {
		body, err = c.shownUser(ctx, v, ref)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return c.single(reply{http.StatusOK, body})
}

// shownUser is what a read of a user shows.
func (c *call) shownUser(ctx context.Context, v *store.View, ref records.Ref) ([]byte, error) {
	contact, attributes, err := records.Find(ctx, v, ref)
	if err != nil {
		return nil, err
	}
	w := newWriter()
	c.writeUser(w, &user{Contact: &contact, definitions: attributes})
	return w.b, nil
}

// lockedUser is shownUser of a user that stays so until the transaction ends.
func (c *call) lockedUser(ref records.Ref) func(context.Context, *store.Tx) ([]byte, error) {
	return func(ctx context.Context, tx *store.Tx) ([]byte, error) {
		if err := records.Lock(ctx, tx, ref); err != nil {
			return nil, err
		}
		return c.shownUser(ctx, &tx.View, ref)
	}
}

func listUsers(c *call) (reply, error) {
	if err := servedFilters(c.query); err != nil {
		return reply{}, err
	}
	return c.pageOfUsers(records.Filter{
		Email: c.email("email"), EmailContains: c.email("email__contains"), PhoneNumber: c.phone(),
	})
}

func (c *call) pageOfUsers(f records.Filter) (reply, error) {
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	page, attributes, err := c.findUsers(f, at)
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, func(w *writer, contact *records.Contact) {
		c.writeUser(w, &user{Contact: contact, definitions: attributes})
	}), nil
}

func (c *call) findUsers(f records.Filter, at records.Position) (page records.Page[records.Contact], attributes []records.Attribute, err error) {
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		if page, err = records.List(ctx, v, f, at); err != nil {
			return err
		}
		attributes, err = records.Attributes(ctx, v)
		return err
	})
	return page, attributes, err
}

func searchUsers(c *call) (reply, error) {
	if err := servedFilters(c.query); err != nil {
		return reply{}, err
	}
	switch {
	case c.email("email__contains") != "":
		return c.pageOfUsers(records.Filter{EmailContains: c.email("email__contains")})
	case c.email("email") != "":
		many := slices.Contains([]string{"true", "1", "yes"}, strings.ToLower(c.query.Get("many")))
		return c.someUsers(records.Filter{Email: c.email("email")}, many)
	case c.unslashed("key") != "":
		return c.oneUser(records.ByKey(c.unslashed("key")))
	case c.unslashed("user_key") != "":
		return c.oneUser(records.ByKey(c.unslashed("user_key")))
	case c.phone() != "" && c.version == v2:
		return c.pageOfUsers(records.Filter{PhoneNumber: c.phone()})
	case c.phone() != "":
		return c.someUsers(records.Filter{PhoneNumber: c.phone()}, false)
	}
	return reply{}, missing("email")
}

// someUsers answers with the first user, or with as many as a page has, as a bare
// array.
func (c *call) someUsers(f records.Filter, many bool) (reply, error) {
	at := records.Position{Size: 1}
	if many {
		at.Size = records.MaxPageSize
	}
	page, attributes, err := c.findUsers(f, at)
	if err == nil && !many && len(page.Items) == 0 {
		err = records.ErrNotFound
	}
	if err != nil {
		return reply{}, err
	}
	w := newWriter()
	if !many {
		c.writeUser(w, &user{Contact: &page.Items[0], definitions: attributes})
		return c.single(reply{http.StatusOK, w.b})
	}
	w.open('[')
	for i := range page.Items {
		c.writeUser(w, &user{Contact: &page.Items[i], definitions: attributes})
	}
	w.close(']')
	return reply{http.StatusOK, w.b}, nil
}

func searchUsersByCustomID(c *call) (reply, error) {
	for _, name := range []string{"user_id", "custom_id"} {
		if id := c.query.Get(name); id != "" {
			return c.oneUser(records.ByCustomID(id))
		}
	}
	return reply{}, missing(c.version.customIDName())
}

func createUser(c *call) (reply, error) {
	b, err := c.parseUser()
	if err != nil {
		return reply{}, err
	}
	return c.writtenUser(http.StatusCreated, b, func(ctx context.Context, tx *store.Tx) (records.Written, error) {
		return records.Create(ctx, tx, &b.patch)
	})
}

func updateUser(c *call) (reply, error) {
	ref, err := c.contact()
	if err != nil {
		return reply{}, err
	}
	b, err := c.parseUser()
	if err != nil {
		return reply{}, err
	}
	return c.matching(c.lockedUser(ref), func() (reply, error) {
		return c.writtenUser(http.StatusOK, b, func(ctx context.Context, tx *store.Tx) (records.Written, error) {
			return records.Update(ctx, tx, ref, &b.patch)
		})
	})
}

func (c *call) parseUser() (*binding, error) {
	body, err := parseObject(c.body)
	if err != nil {
		return nil, err
	}
	return c.bindUser(body)
}

// writtenUser runs a write and answers with the user; a Write Only key sees of it
// what it sent.
func (c *call) writtenUser(status int, b *binding, f func(context.Context, *store.Tx) (records.Written, error)) (reply, error) {
	written, err := c.save(b, f)
	if err != nil {
		return reply{}, err
	}
	u := &user{Contact: &written.Contact, definitions: written.Attributes}
	if c.writeOnly() {
		u = echo(b, written)
	}
	w := newWriter()
	c.writeUser(w, u)
	return c.tagged(reply{status, w.b}), nil
}

// save runs a write of a contact, and reports what it left out.
func (c *call) save(b *binding, f func(context.Context, *store.Tx) (records.Written, error)) (written records.Written, err error) {
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		written, err = f(ctx, tx)
		return err
	})
	if err == nil {
		c.reportIgnored(append(b.ignored, written.Ignored...)...)
	}
	return written, err
}

func upsertUser(c *call) (reply, error) {
	b, err := c.parseUser()
	if err != nil {
		return reply{}, err
	}
	if b.patch.CustomID() == "" {
		return reply{}, missing(c.version.customIDName())
	}
	written, err := c.save(b, func(ctx context.Context, tx *store.Tx) (records.Written, error) {
		return records.Upsert(ctx, tx, &b.patch)
	})
	if err != nil {
		return reply{}, err
	}
	status := http.StatusOK
	if written.Created {
		status = http.StatusCreated
	}
	return made(status, written.Contact.ID, written.Created), nil
}

// made is the answer of what may or may not create a record.
func made(status int, id int64, created bool) reply {
	w := newWriter()
	w.open('{')
	w.name("created")
	w.boolean(created)
	w.name("id")
	w.integer(id)
	w.close('}')
	return reply{status, w.b}
}

func deleteUser(c *call) (reply, error) {
	ref, err := c.contact()
	if err != nil {
		return reply{}, err
	}
	return c.matching(c.lockedUser(ref), func() (reply, error) {
		return reply{status: http.StatusNoContent}, c.write(func(ctx context.Context, tx *store.Tx) error {
			return records.Delete(ctx, tx, ref)
		})
	})
}
