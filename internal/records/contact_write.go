package records

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Written is what a write of a contact came to.
type Written struct {
	Contact    Contact
	Created    bool
	Attributes []Attribute // all definitions
	Stored     []Stored    // the custom attributes of this request
	Ignored    []string    // names of custom attributes whose values were left out
}

// Create makes a contact.
func Create(ctx context.Context, tx *store.Tx, p *Patch) (Written, error) {
	r, err := resolve(ctx, tx, p)
	if err != nil {
		return Written{}, err
	}
	w, made, err := insert(ctx, tx, p, r)
	if err == nil && !made {
		err = errTaken
	}
	return w, err
}

// Update changes what p names of one contact.
func Update(ctx context.Context, tx *store.Tx, ref Ref, p *Patch) (Written, error) {
	r, err := resolve(ctx, tx, p)
	if err != nil {
		return Written{}, err
	}
	return update(ctx, tx, ref, p, r)
}

// upsertAttempts bounds how often a contact may appear and vanish under [Upsert].
const upsertAttempts = 5

// Upsert updates the contact that has the custom id of p, or creates it.
func Upsert(ctx context.Context, tx *store.Tx, p *Patch) (Written, error) {
	r, err := resolve(ctx, tx, p)
	if err != nil {
		return Written{}, err
	}
	for range upsertAttempts {
		w, err := update(ctx, tx, ByCustomID(p.CustomID()), p, r)
		if !errors.Is(err, ErrNotFound) {
			return w, err
		}
		if w, made, err := insert(ctx, tx, p, r); made || err != nil {
			return w, err
		}
	}
	return Written{}, fault.New(fault.Conflict, "CONFLICT", "The record is being created and deleted at the same time. Try again.")
}

// Lock keeps others from changing or deleting a contact until the transaction ends.
func Lock(ctx context.Context, tx *store.Tx, ref Ref) error {
	var id int64
	err := tx.QueryRow(ctx, `SELECT id FROM contact WHERE workspace_id = $1 AND `+ref.column+` = $2 FOR NO KEY UPDATE`,
		tx.Caller().Workspace(), ref.value).Scan(&id)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case err != nil:
		return fmt.Errorf("locking a contact: %w", err)
	}
	return nil
}

// Delete removes a contact and its events.
func Delete(ctx context.Context, tx *store.Tx, ref Ref) error {
	result, err := tx.Exec(ctx, `DELETE FROM contact WHERE workspace_id = $1 AND `+ref.column+` = $2`, tx.Caller().Workspace(), ref.value)
	if err != nil {
		return fmt.Errorf("deleting a contact: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrNotFound)
	}
	return nil
}

// insert reports made false, and no error, when the custom id is taken.
func insert(ctx context.Context, tx *store.Tx, p *Patch, r resolution) (w Written, made bool, err error) {
	c := newContact(now(tx))
	c.UserKey = newUserKey()
	if err := c.change(p, r); err != nil {
		return w, false, err
	}
	err = tx.QueryRow(ctx, insertContact, append([]any{tx.Caller().Workspace(), c.UserKey, c.CreatedAt}, c.row()...)...).Scan(&c.ID, &c.Attributes)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return w, false, nil
	case err != nil:
		return w, false, fmt.Errorf("creating a contact: %w", err)
	}
	return r.written(c, true), true, nil
}

func update(ctx context.Context, tx *store.Tx, ref Ref, p *Patch, r resolution) (Written, error) {
	c, err := find(ctx, &tx.View, ref, " FOR NO KEY UPDATE")
	if err != nil {
		return Written{}, err
	}
	if err := c.change(p, r); err != nil {
		return Written{}, err
	}
	c.UpdatedAt = now(tx)
	err = tx.QueryRow(ctx, updateContact, append([]any{tx.Caller().Workspace(), c.ID}, c.row()...)...).Scan(&c.Attributes)
	switch {
	case store.Violates(err, "contact_workspace_id_custom_id_key"):
		return Written{}, errTaken
	case err != nil:
		return Written{}, fmt.Errorf("updating a contact: %w", err)
	}
	return r.written(c, false), nil
}

// maxAttributes is the most bytes of a contact's custom attributes together.
const maxAttributes = 512 << 10

func (c *Contact) change(p *Patch, r resolution) error {
	p.Apply(c)
	c.Attributes.merge(r.values)
	size := 0
	for _, value := range c.Attributes {
		size += len(value)
	}
	if size > maxAttributes {
		return fault.New(fault.Invalid, "ATTRIBUTES_TOO_LARGE", "The custom attributes of one record can have 512 KiB together.")
	}
	return nil
}

func (r resolution) written(c Contact, created bool) Written {
	return Written{Contact: c, Created: created, Attributes: r.definitions, Stored: r.stored, Ignored: r.ignored}
}

// now is the transaction's time, as exact as PostgreSQL keeps it.
func now(tx *store.Tx) time.Time { return tx.Now().UTC().Truncate(time.Microsecond) }

// row is what changes of a contact, in the order of [changing].
func (c *Contact) row() []any {
	row := []any{c.UpdatedAt, c.emailKey(), c.Attributes}
	for i := range fields {
		row = append(row, value(fields[i].at(c)))
	}
	return row
}

// value is what a pointer of [field.at] points at, for a statement.
func value(at any) any {
	switch p := at.(type) {
	case *string:
		return *p
	case **string:
		return *p
	case *Gender:
		return int64(*p)
	case *Status:
		return int64(*p)
	case *int64:
		return *p
	case **int64:
		return *p
	case *bool:
		return *p
	case **time.Time:
		return *p
	}
	return nil
}

// The statements that write a contact, all columns at once: one prepared
// statement each, whatever a request names. They return custom attributes as
// they are stored, since jsonb spells numbers and objects in its own way.
var (
	changing      = append([]string{"updated_at", "email_key", "attributes"}, Fields()...)
	insertContact = `INSERT INTO contact (workspace_id, user_key, created_at, ` + strings.Join(changing, ", ") + `)
		VALUES (` + placeholders(1, len(changing)+3) + `) ON CONFLICT (workspace_id, custom_id) DO NOTHING RETURNING id, attributes`
	updateContact = `UPDATE contact SET (` + strings.Join(changing, ", ") + `) = ROW (` + placeholders(3, len(changing)+2) + `)
		WHERE workspace_id = $1 AND id = $2 RETURNING attributes`
)

func placeholders(first, last int) string {
	var b strings.Builder
	for n := first; n <= last; n++ {
		if n > first {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "$%d", n)
	}
	return b.String()
}

const (
	base62     = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	userKeyLen = 12
)

// newUserKey draws 12 characters of base62, each as likely as any other.
func newUserKey() string {
	var key [userKeyLen]byte
	for n := 0; n < userKeyLen; {
		var random [userKeyLen]byte
		_, _ = rand.Read(random[:]) // never fails
		for _, b := range random {
			if b < 4*62 && n < userKeyLen {
				key[n] = base62[b%62]
				n++
			}
		}
	}
	return string(key[:])
}
