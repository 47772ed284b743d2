package records

import (
	"slices"
	"strings"
	"time"
)

// Base is what every record has.
type Base struct {
	ID                   int64
	Version              int64 // counts its writes, from 1
	Attributes           Values
	CreatedAt, UpdatedAt time.Time
}

// Kind is one kind of record: where it is kept, its standard fields, and what a new
// one is. Kinds are tables: whatever holds for all records is written once, for
// Kind, and what differs is in the few values of a kind.
type Kind[T any] struct {
	table    string
	resource string // its name in the table of attributes' definitions; "": it has no custom attributes
	unique   string // the field whose values belong to one record each; "": custom_id
	base     func(*T) *Base
	fields   []field[T]
	assigned []column[T]    // given once, when a record is made
	derived  []column[T]    // computed anew on every write
	shown    []column[T]    // read along, from other tables: at is where they go
	links    []link[T]      // fields that can be written by the custom id of what they name
	blank    func() T       // a record of which nothing is known
	born     func(*T)       // assigns what a record is given once, if anything
	rule     func(*T) error // what must hold of all fields together, and what follows from them, if anything
	counted  bool           // by record_count
	// What narrows lists besides fields, by name; the SQL is constants of this package.
	narrows map[string]func(c *conditions, value string) error
	sql     statements
}

// column is one that integrations do not write by name. source is the expression
// that it is read from where that is not the column itself; r is the record's row.
type column[T any] struct {
	name, source string
	at           func(*T) any
	value        func(*T) any
	follows      bool // from the record's own fields: whoever writes them reads it anew
}

// statements are a kind's, as texts: one prepared statement each, whatever a
// request names.
type statements struct {
	columns string            // of a record, in the order of [Kind.columns]
	find    map[string]string // by the column of a [Ref]: record and definitions
	insert  string            // these return what PostgreSQL makes of a record
	update  string
}

// prepared writes the statements of a kind, which is complete but for them.
func prepared[T any](k Kind[T]) *Kind[T] {
	columns := []string{"r.id", "r.version", "r.created_at", "r.updated_at"}
	if k.resource != "" {
		columns = append(columns, "r.attributes")
	}
	for _, c := range slices.Concat(k.assigned, k.shown) {
		columns = append(columns, c.expression())
	}
	for i := range k.fields {
		columns = append(columns, "r."+k.fields[i].name)
	}
	k.sql.columns = strings.Join(columns, ", ")

	changing := []string{"updated_at"}
	if k.resource != "" {
		changing = append(changing, "attributes")
	}
	for _, c := range k.derived {
		changing = append(changing, c.name)
	}
	changing = append(changing, k.Fields()...)
	once := []string{"created_at"}
	for _, c := range k.assigned {
		once = append(once, c.name)
	}
	// Custom attributes come back as jsonb spells them, which is how a read shows them.
	returned := "r.id, r.version"
	if k.resource != "" {
		returned += ", r.attributes"
	}
	for _, c := range k.shown {
		if c.follows {
			returned += ", " + c.expression()
		}
	}
	k.sql.insert = `INSERT INTO ` + k.table + ` AS r (workspace_id, ` + strings.Join(slices.Concat(once, changing), ", ") + `)
		VALUES (` + placeholders(1, 1+len(once)+len(changing)) + `) ON CONFLICT DO NOTHING RETURNING ` + returned
	k.sql.update = `UPDATE ` + k.table + ` AS r SET version = version + 1, (` + strings.Join(changing, ", ") + `) = ROW (` + placeholders(4, len(changing)+3) + `)
		WHERE workspace_id = $1 AND id = $2 AND version = $3 RETURNING ` + returned
	k.sql.find = map[string]string{}
	for _, by := range references {
		k.sql.find[by] = k.findBy(by)
	}
	return &k
}

// findBy selects one record by a column, followed by the definitions of its
// attributes, in one row: its first column is NULL where there is no such record.
func (k *Kind[T]) findBy(column string) string {
	return `SELECT ` + k.sql.columns + `, a.* FROM (` + aggregated("$3") + `) a
		LEFT JOIN ` + k.table + ` r ON r.workspace_id = $1 AND r.` + column + ` = $2`
}

func (c *column[T]) expression() string {
	if c.source != "" {
		return c.source
	}
	return "r." + c.name
}

// columns is where a row of statements.columns goes.
func (k *Kind[T]) columns(t *T) []any {
	b := k.base(t)
	to := []any{present{&b.ID}, &b.Version, &b.CreatedAt, &b.UpdatedAt}
	if k.resource != "" {
		to = append(to, &b.Attributes)
	}
	for _, c := range k.assigned {
		to = append(to, c.at(t))
	}
	for _, c := range k.shown {
		to = append(to, c.at(t))
	}
	for i := range k.fields {
		to = append(to, k.fields[i].at(t))
	}
	return to
}

// returned is where a row goes that a write returns.
func (k *Kind[T]) returned(t *T) []any {
	b := k.base(t)
	to := []any{&b.ID, &b.Version}
	if k.resource != "" {
		to = append(to, &b.Attributes)
	}
	for _, c := range k.shown {
		if c.follows {
			to = append(to, c.at(t))
		}
	}
	return to
}

// once is what a record is made with, in the order of the insert's columns.
func (k *Kind[T]) once(t *T) []any {
	row := []any{k.base(t).CreatedAt}
	for _, c := range k.assigned {
		row = append(row, c.value(t))
	}
	return row
}

// changing is what every write writes, in the order of the statements' columns.
func (k *Kind[T]) changing(t *T) []any {
	row := []any{k.base(t).UpdatedAt}
	if k.resource != "" {
		row = append(row, k.base(t).Attributes)
	}
	for _, c := range k.derived {
		row = append(row, c.value(t))
	}
	for i := range k.fields {
		row = append(row, k.fields[i].value(t))
	}
	return row
}

// Base returns what a record has in common with all others.
func (k *Kind[T]) Base(t *T) *Base { return k.base(t) }

// Fields returns the names of the standard fields that may be written.
func (k *Kind[T]) Fields() []string {
	names := make([]string, len(k.fields))
	for i := range k.fields {
		names[i] = k.fields[i].name
	}
	return names
}

func (k *Kind[T]) field(name string) *field[T] {
	for i := range k.fields {
		if k.fields[i].name == name {
			return &k.fields[i]
		}
	}
	return nil
}
