// Package schema describes the rows for ent. The SQL in ent/migrations makes the
// tables; a test fails when the two differ in columns, types, nullability or
// unique indexes. Composite keys and foreign keys, policies and grants exist in
// SQL alone, so there are no edges here.
//
// Every tenant's row has the mixin [tenant], the second of the fences: it reads
// the workspace from the context's scope (package scope) by itself, whatever the
// connection was set to.
package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"github.com/google/uuid"
)

// table names a row's table; ours are singular.
func table(name string) []schema.Annotation {
	return []schema.Annotation{entsql.Table(name)}
}

func id() ent.Field     { return field.UUID("id", uuid.UUID{}).Immutable() }
func number() ent.Field { return field.Int64("id").Immutable() }

func version() ent.Field { return field.Int32("version").Default(1) }

// createdBy names who made a row: the person, if it was one, and how people read it.
func createdBy() []ent.Field {
	return []ent.Field{
		field.Time("created_at").Immutable(),
		field.UUID("created_by_id", uuid.UUID{}).Optional().Nillable().Immutable(),
		field.Text("created_by_label").Immutable(),
	}
}

// sqlType is the column type where ent would choose another.
func sqlType(name string) map[string]string { return map[string]string{dialect.Postgres: name} }
