package rest

import (
	"context"
	"strconv"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/records"
	"latchkey/internal/store"
)

// read runs f inside the key's workspace.
func (c *call) read(f func(context.Context, *store.View) error) error {
	joined, err := c.join(func(ctx context.Context, tx *store.Tx) error { return f(ctx, &tx.View) })
	if joined {
		return err
	}
	return c.config.Store.View(c.r.Context(), c.pass.Caller, f)
}

// write runs f in a transaction inside the key's workspace.
func (c *call) write(f func(context.Context, *store.Tx) error) error {
	if joined, err := c.joinWrite(f); joined {
		return err
	}
	return c.config.Store.InWorkspace(c.r.Context(), c.pass.Caller, f)
}

// writeOne is write for one change, which needs no transaction where one statement is
// enough.
func (c *call) writeOne(f func(context.Context, *store.Tx) error) error {
	if joined, err := c.joinWrite(f); joined {
		return err
	}
	return c.config.Store.Write(c.r.Context(), c.pass.Caller, f)
}

// now is the time by the handler's clock.
func (c *call) now() time.Time { return c.config.Now() }

// ref is the record that the path names, by assigned or custom id.
func (c *call) ref() (records.Ref, error) {
	if c.operation.byCustomID() {
		return records.ByCustomID(c.values[0]), nil
	}
	id, err := c.id()
	return records.ByID(id), err
}

// id is the assigned id in the path. What is no such id is nobody's.
func (c *call) id() (int64, error) {
	id, err := strconv.ParseInt(c.values[0], 10, 64)
	if err != nil || id < 1 || c.values[0][0] == '+' {
		return 0, records.ErrNotFound
	}
	return id, nil
}

// required is a member that must be there, on behalf of a body.
func required(body map[string]any, name string) (any, error) {
	value := body[name]
	if value == nil || value == "" {
		return nil, missing(name)
	}
	return value, nil
}

func missing(name string) error {
	return fault.New(fault.Invalid, "REQUIRED", "This field is required.").On(name)
}

// acknowledged is the answer to a write that has nothing to tell.
func acknowledged() reply { return reply{200, []byte(`{"status":"ok"}`)} }
