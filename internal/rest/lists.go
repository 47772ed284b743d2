package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// lists are the lists that users are put on.
var lists = published(resource[records.List]{
	kind: records.Lists,
	members: []member[records.List]{
		{"id", "id", "", func(w *writer, l *records.List) { w.integer(l.ID) }},
		{"name", "name", "name", func(w *writer, l *records.List) { w.text(l.Name) }},
		{"description", "description", "description", func(w *writer, l *records.List) { w.text(l.Description) }},
	},
	closed: true,
})

func listOperations() []operation {
	return []operation{
		{"lists.list", "list", apikey.Read, methods(get), "lists/", listed, lists.list},
		{"lists.create", "list", apikey.Write, methods(post), "lists/", listed, lists.create},
		{"lists.get", "list", apikey.Read, methods(get), "lists/{id}/", listed, lists.get},
		{"lists.update", "list", apikey.Write, methods(put, patch), "lists/{id}/", listed, lists.update},
		{"lists.delete", "list", apikey.Delete, methods(remove), "lists/{id}/", listed, lists.delete},
		{"lists.users", "user", apikey.Read, methods(get), "lists/{id}/users/", listed, usersOnList},
	}
}

func usersOnList(c *call) (reply, error) { return within(c, lists, users, records.OnList) }

// addToList puts the user of the path on a list.
func addToList(c *call) (reply, error) {
	ref, list, err := listIn(c)
	if err != nil {
		return reply{}, err
	}
	return c.matching(users.locked(c, ref), func() (reply, error) {
		var user int64
		err := c.write(func(ctx context.Context, tx *store.Tx) (err error) {
			user, err = records.AddToList(ctx, tx, ref, list)
			return err
		})
		return identified(http.StatusOK, user), err
	})
}

// removeFromList takes the user of the path off a list. Taking it off where it is not
// succeeds.
func removeFromList(c *call) (reply, error) {
	ref, list, err := listIn(c)
	if err != nil {
		return reply{}, err
	}
	return c.matching(users.locked(c, ref), func() (reply, error) {
		return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error {
			return records.RemoveFromList(ctx, tx, ref, list)
		})
	})
}

func listIn(c *call) (ref records.Ref, list int64, err error) {
	if ref, err = c.ref(); err != nil {
		return ref, 0, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return ref, 0, err
	}
	value, err := required(body, "list")
	if err != nil {
		return ref, 0, err
	}
	list, err = wholeIn("list", value)
	return ref, list, err
}

func writeLists(w *writer, lists []records.ListRef) {
	w.open('[')
	for _, l := range lists {
		w.open('{')
		w.name("id")
		w.integer(l.ID)
		w.name("name")
		w.text(l.Name)
		w.name("description")
		w.text(l.Description)
		w.close('}')
	}
	w.close(']')
}
