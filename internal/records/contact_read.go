package records

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/lib/pq"

	"latchkey/internal/store"
)

// Find returns one contact and the definitions of all attributes, in one round trip.
func Find(ctx context.Context, v *store.View, ref Ref) (c Contact, definitions []Attribute, err error) {
	var a columns
	err = v.QueryRow(ctx, findContact[ref.column], v.Caller().Workspace(), ref.value, contactResource).Scan(append(c.columns(), a.columns()...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return c, nil, ErrNotFound
	}
	if err != nil {
		return c, nil, fmt.Errorf("reading a contact: %w", err)
	}
	return c, a.rows(), nil
}

// findContact is a contact by each column of a [Ref], followed by the columns of
// the definitions.
var findContact = func() map[string]string {
	statements := map[string]string{}
	for _, column := range []string{"id", "custom_id", "user_key"} {
		statements[column] = `SELECT c.id, c.user_key, c.created_at, c.updated_at, c.attributes, c.` + strings.Join(Fields(), ", c.") + `,
			a.ids, a.names, a.stds, a.types, a.descriptions
			FROM contact c, (SELECT array_agg(id ORDER BY id) ids, array_agg(name ORDER BY id) names, array_agg(name_std ORDER BY id) stds,
				array_agg(value_type ORDER BY id) types, array_agg(description ORDER BY id) descriptions
				FROM attribute WHERE workspace_id = $1 AND resource = $3) a
			WHERE c.workspace_id = $1 AND c.` + column + ` = $2`
	}
	return statements
}()

// columns is a table of definitions, column by column; empty when there are none.
type columns struct {
	ids                              pq.Int64Array
	names, stds, types, descriptions pq.StringArray
}

func (a *columns) columns() []any { return []any{&a.ids, &a.names, &a.stds, &a.types, &a.descriptions} }

func (a *columns) rows() []Attribute {
	all := make([]Attribute, len(a.ids))
	for i := range all {
		all[i] = Attribute{a.ids[i], a.names[i], a.stds[i], Type(a.types[i]), a.descriptions[i]}
	}
	return all
}

var selectContact = `SELECT id, user_key, created_at, updated_at, attributes, ` + strings.Join(Fields(), ", ") + ` FROM contact WHERE workspace_id = $1`

// find returns one contact, locked as lock says.
func find(ctx context.Context, v *store.View, ref Ref, lock string) (c Contact, err error) {
	err = v.QueryRow(ctx, selectContact+` AND `+ref.column+` = $2`+lock, v.Caller().Workspace(), ref.value).Scan(c.columns()...)
	if errors.Is(err, sql.ErrNoRows) {
		return c, ErrNotFound
	}
	if err != nil {
		return c, fmt.Errorf("reading a contact: %w", err)
	}
	return c, nil
}

// columns is where a row of [selectContact] goes.
func (c *Contact) columns() []any {
	to := []any{&c.ID, &c.UserKey, &c.CreatedAt, &c.UpdatedAt, &c.Attributes}
	for i := range fields {
		to = append(to, fields[i].at(c))
	}
	return to
}

// Filter narrows a list of contacts. The zero Filter is all of them.
type Filter struct {
	Email         string // the whole address, in any case
	EmailContains string // a part of one, in any case
	PhoneNumber   string
}

func (f Filter) conditions() conditions {
	var c conditions
	if f.Email != "" {
		c.add(`email_key = ?`, fold(f.Email))
	}
	if f.EmailContains != "" {
		c.add(`strpos(email_key, ?) > 0`, fold(f.EmailContains))
	}
	if f.PhoneNumber != "" {
		c.add(`phone_number = ?`, f.PhoneNumber)
	}
	return c
}

// List returns a page of contacts by id.
func List(ctx context.Context, v *store.View, f Filter, at Position) (Page[Contact], error) {
	scan := func(rows *sql.Rows) (c Contact, err error) { return c, rows.Scan(c.columns()...) }
	return list(ctx, v, "contact", selectContact, f.conditions(), at, scan, func(c Contact) int64 { return c.ID })
}
