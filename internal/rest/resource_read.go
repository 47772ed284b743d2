package rest

import (
	"context"
	"net/http"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// get answers with the record that the path names.
func (res *resource[T]) get(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	return res.one(c, ref)
}

// one answers with one record.
func (res *resource[T]) one(c *call, ref records.Ref) (reply, error) {
	var body []byte
	err := c.read(func(ctx context.Context, v *store.View) (err error) {
		body, err = res.shown(ctx, c, v, ref)
		return err
	})
	if err != nil {
		return reply{}, err
	}
	return c.single(reply{http.StatusOK, body})
}

// shown is what a read of a record shows.
func (res *resource[T]) shown(ctx context.Context, c *call, v *store.View, ref records.Ref) ([]byte, error) {
	found, err := res.kind.Find(ctx, v, ref)
	if err != nil {
		return nil, err
	}
	w := newWriter()
	res.show(&found.Record, found.Attributes).writeRecord(w, c.version)
	return w.b, nil
}

// locked is shown of a record that stays so until the transaction ends.
func (res *resource[T]) locked(c *call, ref records.Ref) func(context.Context, *store.Tx) ([]byte, error) {
	return func(ctx context.Context, tx *store.Tx) ([]byte, error) {
		if err := res.kind.Lock(ctx, tx, ref); err != nil {
			return nil, err
		}
		return res.shown(ctx, c, &tx.View, ref)
	}
}

// list answers with a page of the records that the query asks for.
func (res *resource[T]) list(c *call) (reply, error) {
	f, err := res.filter(c)
	if err != nil {
		return reply{}, err
	}
	return res.listed(c, f)
}

// listed answers with the page of a filtered list that the query asks for.
func (res *resource[T]) listed(c *call, f *records.Filter[T]) (reply, error) {
	at, err := c.position()
	if err != nil {
		return reply{}, err
	}
	page, attributes, err := res.page(c, f, at)
	if err != nil {
		return reply{}, err
	}
	return envelope(c, page, func(w *writer, record *T) { res.show(record, attributes).writeRecord(w, c.version) }), nil
}

func (res *resource[T]) page(c *call, f *records.Filter[T], at records.Position) (page records.Page[T], attributes []records.Attribute, err error) {
	err = c.read(func(ctx context.Context, v *store.View) (err error) {
		page, attributes, err = res.kind.List(ctx, v, f, at)
		return err
	})
	return page, attributes, err
}
