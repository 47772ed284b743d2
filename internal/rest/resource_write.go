package rest

import (
	"context"
	"net/http"

	"latchkey/internal/records"
	"latchkey/internal/store"
)

// create makes a record of the body.
func (res *resource[T]) create(c *call) (reply, error) {
	b, err := res.parse(c)
	if err != nil {
		return reply{}, err
	}
	return res.written(c, http.StatusCreated, b, func(ctx context.Context, tx *store.Tx) (records.Written[T], error) {
		return res.kind.Create(ctx, tx, b.patch)
	})
}

// update changes what the body has of the record that the path names.
func (res *resource[T]) update(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	b, err := res.parse(c)
	if err != nil {
		return reply{}, err
	}
	return c.matching(res.locked(c, ref), func() (reply, error) {
		return res.written(c, http.StatusOK, b, func(ctx context.Context, tx *store.Tx) (records.Written[T], error) {
			return res.kind.Update(ctx, tx, ref, b.patch)
		})
	})
}

// upsert updates the record that has the body's custom id, or creates it.
func (res *resource[T]) upsert(c *call) (b *binding[T], written records.Written[T], err error) {
	if b, err = res.parse(c); err != nil {
		return b, written, err
	}
	if b.patch.CustomID() == "" {
		return b, written, missing(res.nameOf(c.version, "custom_id"))
	}
	written, err = res.save(c, b, func(ctx context.Context, tx *store.Tx) (records.Written[T], error) {
		return res.kind.Upsert(ctx, tx, b.patch)
	})
	return b, written, err
}

// updateOrCreate is upsert, answered with the id and whether the record is new.
func (res *resource[T]) updateOrCreate(c *call) (reply, error) {
	_, written, err := res.upsert(c)
	if err != nil {
		return reply{}, err
	}
	return made(createdStatus(written.Created), res.kind.Base(&written.Record).ID, written.Created), nil
}

func createdStatus(created bool) int {
	if created {
		return http.StatusCreated
	}
	return http.StatusOK
}

// delete deletes the record that the path names.
func (res *resource[T]) delete(c *call) (reply, error) {
	ref, err := c.ref()
	if err != nil {
		return reply{}, err
	}
	return c.matching(res.locked(c, ref), func() (reply, error) {
		return reply{status: http.StatusNoContent}, c.writeOne(func(ctx context.Context, tx *store.Tx) error {
			return res.kind.Delete(ctx, tx, ref)
		})
	})
}

// written runs a write and answers with the record; a Write Only key sees of it what
// it sent.
func (res *resource[T]) written(c *call, status int, b *binding[T], f func(context.Context, *store.Tx) (records.Written[T], error)) (reply, error) {
	written, err := res.save(c, b, f)
	if err != nil {
		return reply{}, err
	}
	return res.answer(c, status, b, &written), nil
}

func (res *resource[T]) answer(c *call, status int, b *binding[T], written *records.Written[T]) reply {
	record := res.show(&written.Record, written.Attributes)
	if c.writeOnly() {
		record = res.echo(b, written)
	}
	w := newWriter()
	record.writeRecord(w, c.version)
	return c.tagged(reply{status, w.b})
}

// save runs a write of a record, and reports what it left out. Faults name fields as
// the body does.
func (res *resource[T]) save(c *call, b *binding[T], f func(context.Context, *store.Tx) (records.Written[T], error)) (written records.Written[T], err error) {
	err = c.writeOne(func(ctx context.Context, tx *store.Tx) (err error) {
		written, err = f(ctx, tx)
		return err
	})
	if err == nil {
		c.reportIgnored(append(b.ignored, written.Ignored...)...)
	}
	return written, b.renamed(err)
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

// identified is an answer that says no more than an id.
func identified(status int, id int64) reply {
	w := newWriter()
	w.open('{')
	w.name("id")
	w.integer(id)
	w.close('}')
	return reply{status, w.b}
}
