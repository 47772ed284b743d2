package rest

import (
	"context"
	"net/http"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// tags are the tags of the workspace.
var tags = published(resource[records.Tag]{
	kind: records.Tags,
	members: []member[records.Tag]{
		{"id", "id", "", func(w *writer, t *records.Tag) { w.integer(t.ID) }},
		{"name", "name", "name", func(w *writer, t *records.Tag) { w.text(t.Name) }},
	},
	closed: true,
})

func tagOperations() []operation {
	return []operation{
		{"tags.list", "tag", apikey.Read, methods(get), "tags/", listed, tags.list},
		{"tags.create", "tag", apikey.Write, methods(post), "tags/", listed, defineTag},
		{"tags.get", "tag", apikey.Read, methods(get), "tags/{id}/", listed, tags.get},
		{"tags.update", "tag", apikey.Write, methods(put, patch), "tags/{id}/", listed, tags.update},
		{"tags.delete", "tag", apikey.Delete, methods(remove), "tags/{id}/", listed, tags.delete},
		{"tags.users", "user", apikey.Read, methods(get), "tags/{id}/users/", listed, taggedUsers},
		{"tags.companies", "company", apikey.Read, methods(get), "tags/{id}/companies/", listed, taggedCompanies},
	}
}

// defineTag answers with the tag of the name, which is made when there is none.
func defineTag(c *call) (reply, error) {
	b, err := tags.parse(c)
	if err != nil {
		return reply{}, err
	}
	var written records.Written[records.Tag]
	err = c.write(func(ctx context.Context, tx *store.Tx) (err error) {
		written.Record, written.Created, err = records.Define(ctx, tx, b.patch)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return tags.answer(c, createdStatus(written.Created), b, &written), nil
}

func taggedUsers(c *call) (reply, error) { return within(c, tags, users, records.Under) }

func taggedCompanies(c *call) (reply, error) { return within(c, tags, companies, records.Under) }

// within answers with a page of the records of a kind that belong to the record of the path.
func within[T, R any](c *call, of *resource[T], res *resource[R], narrow func(*records.Filter[R], int64)) (reply, error) {
	id, err := c.id()
	if err != nil {
		return reply{}, err
	}
	f, err := res.filter(c)
	if err != nil {
		return reply{}, err
	}
	err = c.read(func(ctx context.Context, v *store.View) error {
		_, err := of.kind.Find(ctx, v, records.ByID(id))
		return err
	})
	if err != nil {
		return reply{}, err
	}
	narrow(f, id)
	return res.listed(c, f)
}

// linkTags puts the record under the tags of a body.
func linkTags[T any](b *binding[T], value any) error {
	if value == nil {
		return nil
	}
	names, err := records.TagNames(value)
	if err == nil {
		b.patch.SetTags(names)
	}
	return err
}

// addTag puts the record of the path under a tag, which is defined as needed.
func (res *resource[T]) addTag(c *call) (reply, error) {
	return res.tag(c, "name", func(value any) ([]string, error) { return records.TagNames([]any{value}) })
}

// addTags puts it under several.
func (res *resource[T]) addTags(c *call) (reply, error) {
	return res.tag(c, "tag_names", records.TagNames)
}

func (res *resource[T]) tag(c *call, member string, parse func(any) ([]string, error)) (reply, error) {
	ref, names, err := tagsIn(c, member, parse)
	if err != nil {
		return reply{}, err
	}
	return c.matching(res.locked(c, ref), func() (reply, error) {
		var added int64
		err := c.write(func(ctx context.Context, tx *store.Tx) (err error) {
			added, err = res.kind.AddTags(ctx, tx, ref, names)
			return err
		})
		return tagAdded(added, member, names), err
	})
}

func tagAdded(added int64, member string, names []string) reply {
	w := newWriter()
	w.open('{')
	w.name("created")
	w.boolean(added > 0)
	if member == "name" {
		w.name("tag")
		w.open('{')
		w.name("name")
		w.text(names[0])
		w.close('}')
	}
	w.close('}')
	return reply{http.StatusOK, w.b}
}

// removeTag takes the record of the path from under a tag. Taking it from where it is
// not succeeds.
func (res *resource[T]) removeTag(c *call) (reply, error) {
	ref, names, err := tagsIn(c, "name", func(value any) ([]string, error) { return records.TagNames([]any{value}) })
	if err != nil {
		return reply{}, err
	}
	return c.matching(res.locked(c, ref), func() (reply, error) {
		return acknowledged(), c.write(func(ctx context.Context, tx *store.Tx) error {
			return res.kind.RemoveTag(ctx, tx, ref, names[0])
		})
	})
}

func tagsIn(c *call, member string, parse func(any) ([]string, error)) (ref records.Ref, names []string, err error) {
	if ref, err = c.ref(); err != nil {
		return ref, nil, err
	}
	body, err := parseObject(c.body)
	if err != nil {
		return ref, nil, err
	}
	value, err := required(body, member)
	if err != nil {
		return ref, nil, err
	}
	names, err = parse(value)
	if err == nil && len(names) == 0 {
		err = fault.New(fault.Invalid, "REQUIRED", "This field is required.")
	}
	return ref, names, fault.On(err, member)
}

func writeTags(w *writer, tags []records.TagRef) {
	w.open('[')
	for _, t := range tags {
		w.open('{')
		w.name("id")
		w.integer(t.ID)
		w.name("name")
		w.text(t.Name)
		w.close('}')
	}
	w.close(']')
}
