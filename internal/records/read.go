package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"latchkey/internal/store"
)

// Found is one record with the definitions of all attributes of its kind.
type Found[T any] struct {
	Record     T
	Attributes []Attribute
}

// Find returns one record, in one round trip. Without it there is [ErrNotFound],
// and the definitions all the same.
func (k *Kind[T]) Find(ctx context.Context, v *store.View, ref Ref) (f Found[T], err error) {
	rows, err := v.Query(ctx, k.sql.find[ref.column], v.Caller().Workspace(), ref.value, k.resource)
	if err != nil {
		return f, fmt.Errorf("reading a %s: %w", k.table, err)
	}
	defer rows.Close() // Err tells
	if !rows.Next() {
		return f, fmt.Errorf("reading a %s: %w", k.table, errors.Join(rows.Err(), sql.ErrNoRows))
	}
	var definitions columns
	to := k.columns(&f.Record)
	err = rows.Scan(append(to, definitions.columns()...)...)
	if errors.Is(err, ErrNotFound) {
		for i := range to {
			to[i] = ignored{}
		}
		err = rows.Scan(append(to, definitions.columns()...)...)
		f.Attributes = definitions.rows()
		return f, errors.Join(err, ErrNotFound)
	}
	if err != nil {
		return f, fmt.Errorf("reading a %s: %w", k.table, err)
	}
	f.Attributes = definitions.rows()
	return f, rows.Err()
}

// present is where the id of a record goes that may be absent.
type present struct{ id *int64 }

// Scan implements sql.Scanner.
func (p present) Scan(column any) error {
	id, ok := column.(int64)
	if !ok {
		return ErrNotFound
	}
	*p.id = id
	return nil
}

// ignored is where columns go that nobody wants.
type ignored struct{}

// Scan implements sql.Scanner.
func (ignored) Scan(any) error { return nil }

// Lock keeps others from changing or deleting a record until tx ends.
func (k *Kind[T]) Lock(ctx context.Context, tx *store.Tx, ref Ref) error {
	_, err := k.id(ctx, &tx.View, ref, " FOR NO KEY UPDATE")
	return err
}

// lock returns one record as it is now, which nobody else changes until tx ends.
func (k *Kind[T]) lock(ctx context.Context, tx *store.Tx, ref Ref) (t T, err error) {
	err = tx.QueryRow(ctx, `SELECT `+k.sql.columns+` FROM `+k.table+` r WHERE r.workspace_id = $1 AND r.`+ref.column+` = $2 FOR NO KEY UPDATE OF r`,
		tx.Caller().Workspace(), ref.value).Scan(k.columns(&t)...)
	if errors.Is(err, sql.ErrNoRows) {
		return t, ErrNotFound
	}
	if err != nil {
		return t, fmt.Errorf("reading a %s: %w", k.table, err)
	}
	return t, nil
}

// ID returns the id of a record that exists; lock is "" or a locking clause.
func (k *Kind[T]) id(ctx context.Context, v *store.View, ref Ref, lock string) (id int64, err error) {
	err = v.QueryRow(ctx, `SELECT id FROM `+k.table+` WHERE workspace_id = $1 AND `+ref.column+` = $2`+lock, v.Caller().Workspace(), ref.value).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, ErrNotFound
	}
	if err != nil {
		return 0, fmt.Errorf("reading a %s: %w", k.table, err)
	}
	return id, nil
}

// List returns a page of records by id, and the definitions of their attributes.
func (k *Kind[T]) List(ctx context.Context, v *store.View, f *Filter[T], at Position) (p Page[T], definitions []Attribute, err error) {
	if k.resource != "" {
		if definitions, err = Attributes(ctx, v, k.resource); err != nil {
			return p, nil, err
		}
	}
	var where conditions
	if err := f.conditions(&where, definitions); err != nil {
		return p, nil, err
	}
	q := query{from: k.table, columns: k.sql.columns, counted: k.counted}
	p, err = list(ctx, v, q, where, at, func(rows *sql.Rows) (t T, err error) { return t, rows.Scan(k.columns(&t)...) },
		func(t *T) int64 { return k.base(t).ID })
	return p, definitions, err
}
