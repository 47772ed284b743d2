package records

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"latchkey/internal/fault"
	"latchkey/internal/store"
)

// Written is what a write of a record came to.
type Written[T any] struct {
	Found[T]
	Created bool
	Stored  []Stored // the custom attributes of this request
	Ignored []string // names of custom attributes whose values were left out
}

// Create makes a record. Like all writes of one record it needs no transaction where
// one statement is enough (store.Write).
func (k *Kind[T]) Create(ctx context.Context, tx *store.Tx, p *Patch[T]) (Written[T], error) {
	definitions, err := k.definitions(ctx, &tx.View)
	if err != nil {
		return Written[T]{}, err
	}
	r, err := k.resolve(ctx, tx, p, definitions)
	if err != nil {
		return Written[T]{}, err
	}
	w, made, err := k.insert(ctx, tx, p, r)
	if err == nil && !made {
		err = k.taken()
	}
	return w, err
}

// Update changes what p names of one record.
func (k *Kind[T]) Update(ctx context.Context, tx *store.Tx, ref Ref, p *Patch[T]) (Written[T], error) {
	found, err := k.Find(ctx, &tx.View, ref)
	if err != nil {
		return Written[T]{}, err
	}
	r, err := k.resolve(ctx, tx, p, found.Attributes)
	if err != nil {
		return Written[T]{}, err
	}
	return k.update(ctx, tx, ref, found.Record, p, r)
}

// upsertAttempts bounds how often a record may appear and vanish under Upsert.
const upsertAttempts = 5

// Upsert updates the record that has the custom id of p, or creates it.
func (k *Kind[T]) Upsert(ctx context.Context, tx *store.Tx, p *Patch[T]) (Written[T], error) {
	ref := ByCustomID(p.CustomID())
	p.adds = true
	for range upsertAttempts {
		found, err := k.Find(ctx, &tx.View, ref)
		absent := errors.Is(err, ErrNotFound)
		if err != nil && !absent {
			return Written[T]{}, err
		}
		r, err := k.resolve(ctx, tx, p, found.Attributes)
		if err != nil {
			return Written[T]{}, err
		}
		if absent {
			if w, made, err := k.insert(ctx, tx, p, r); made || err != nil {
				return w, err
			}
			continue
		}
		if w, err := k.update(ctx, tx, ref, found.Record, p, r); !errors.Is(err, ErrNotFound) {
			return w, err
		}
	}
	return Written[T]{}, fault.New(fault.Conflict, "CONFLICT", "The record is being created and deleted at the same time. Try again.")
}

// Delete removes a record and what belongs to it.
func (k *Kind[T]) Delete(ctx context.Context, tx *store.Tx, ref Ref) error {
	result, err := tx.Exec(ctx, `DELETE FROM `+k.table+` WHERE workspace_id = $1 AND `+ref.column+` = $2`, tx.Caller().Workspace(), ref.value)
	if err != nil {
		return fmt.Errorf("deleting a %s: %w", k.table, err)
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, ErrNotFound)
	}
	return nil
}

// insert reports made false, and no error, when the custom id is taken.
func (k *Kind[T]) insert(ctx context.Context, tx *store.Tx, p *Patch[T], r resolution) (w Written[T], made bool, err error) {
	t := k.blank()
	if k.born != nil {
		k.born(&t)
	}
	b := k.base(&t)
	b.Version, b.CreatedAt, b.UpdatedAt = 1, now(tx), now(tx)
	if err := k.change(&t, p, r); err != nil {
		return w, false, err
	}
	if err := p.alone(tx); err != nil {
		return w, false, err
	}
	args := append(append([]any{tx.Caller().Workspace()}, k.once(&t)...), k.changing(&t)...)
	err = tx.QueryRow(ctx, k.sql.insert, args...).Scan(k.returned(&t)...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return w, false, nil
	case err != nil:
		return w, false, k.refused("creating", err)
	}
	w, err = k.finish(ctx, tx, t, true, p, r)
	return w, err == nil, err
}

// update writes t, which was just read, unless it has changed since: then the caller
// of a transaction gets the record locked, and any other caller a transaction.
func (k *Kind[T]) update(ctx context.Context, tx *store.Tx, ref Ref, t T, p *Patch[T], r resolution) (w Written[T], err error) {
	if err := p.alone(tx); err != nil {
		return w, err
	}
	if !tx.Alone() {
		if t, err = k.lock(ctx, tx, ref); err != nil {
			return w, err
		}
	}
	b := k.base(&t)
	b.UpdatedAt = now(tx)
	if err := k.change(&t, p, r); err != nil {
		return w, err
	}
	args := append([]any{tx.Caller().Workspace(), b.ID, b.Version}, k.changing(&t)...)
	err = tx.QueryRow(ctx, k.sql.update, args...).Scan(k.returned(&t)...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return w, tx.Several() // it has changed since; whoever is in a transaction has locked it
	case err != nil:
		return w, k.refused("updating", err)
	}
	return k.finish(ctx, tx, t, false, p, r)
}

// finish runs what a patch does beside the record, and returns the record as it is then.
func (k *Kind[T]) finish(ctx context.Context, tx *store.Tx, t T, created bool, p *Patch[T], r resolution) (Written[T], error) {
	w := Written[T]{Found: Found[T]{t, r.definitions}, Created: created, Stored: r.stored, Ignored: r.ignored}
	if len(p.steps) == 0 {
		return w, nil
	}
	id := k.base(&t).ID
	for _, step := range p.steps {
		if err := step(ctx, tx, id, created); err != nil {
			return w, err
		}
	}
	var err error
	w.Record, err = k.lock(ctx, tx, ByID(id))
	return w, err
}

// touch locks a record that something else of is about to change, and counts that as a
// write of it.
func (k *Kind[T]) touch(ctx context.Context, tx *store.Tx, ref Ref) (id int64, err error) {
	err = tx.QueryRow(ctx, `UPDATE `+k.table+` SET version = version + 1, updated_at = $3 WHERE workspace_id = $1 AND `+ref.column+` = $2 RETURNING id`,
		tx.Caller().Workspace(), ref.value, now(tx)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, ErrNotFound
	}
	if err != nil {
		return 0, fmt.Errorf("locking a %s: %w", k.table, err)
	}
	return id, nil
}

// refused says of a violated constraint what the caller can do about it.
func (k *Kind[T]) refused(doing string, err error) error {
	if store.Violates(err, k.table+"_workspace_id_"+cmp.Or(k.unique, "custom_id")+"_key") {
		return k.taken()
	}
	for _, name := range k.Fields() {
		if store.Violates(err, k.table+"_workspace_id_"+name+"_fkey") {
			return errNoObject.On(name)
		}
	}
	return fmt.Errorf("%s a %s: %w", doing, k.table, err)
}

func (k *Kind[T]) change(t *T, p *Patch[T], r resolution) error {
	p.Apply(t)
	if err := k.base(t).Attributes.merge(r.values); err != nil {
		return err
	}
	if k.rule != nil {
		return k.rule(t)
	}
	return nil
}

// now is the transaction's time, as exact as PostgreSQL keeps it.
func now(tx *store.Tx) time.Time { return tx.Now().UTC().Truncate(time.Microsecond) }

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
