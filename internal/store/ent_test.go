package store_test

import (
	"database/sql"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/field"
	"github.com/lib/pq"

	"latchkey/ent/gen"
	"latchkey/ent/schema"
	"latchkey/internal/testdb"
)

var rows = []ent.Interface{
	schema.APIKey{}, schema.APIKeySecret{}, schema.AllowlistEntry{}, schema.Attribute{}, schema.AuditEvent{},
	schema.Contact{}, schema.Event{}, schema.EventName{}, schema.Member{}, schema.MutationReplay{},
	schema.OperatorEvent{}, schema.Person{}, schema.Session{}, schema.Workspace{},
}

// SQL is the truth: what ent knows of columns, types, nullability and unique indexes is what the
// migrations made. Primary and foreign keys, defaults, checks and plain indexes are SQL's alone.
func TestEntDescribesTheTables(t *testing.T) {
	db := testdb.New(t)
	owner := db.Open(t, db.OwnerURL)
	for _, row := range rows {
		name := tableOf(t, row)
		if found := differences(described(row), made(t, owner, name)); len(found) > 0 {
			t.Errorf("%s: ent and SQL differ:\n%s", name, strings.Join(found, "\n"))
		}
	}
}

func TestEveryRowOfEntIsCompared(t *testing.T) {
	var compared, known []string
	for _, row := range rows {
		compared = append(compared, reflect.TypeOf(row).Name())
	}
	for f := range reflect.TypeFor[gen.Client]().Fields() {
		if strings.HasSuffix(f.Type.String(), "."+f.Name+"Client") {
			known = append(known, f.Name)
		}
	}
	slices.Sort(known)
	if slices.Sort(compared); !slices.Equal(compared, known) {
		t.Errorf("compared are %v, and ent has %v", compared, known)
	}
}

// shape says what there is: columns by name, and unique indexes as "unique (a, b)", each with what it is.
type shape map[string]string

// differences compares what ent knows with what SQL has; "" is what one of them lacks.
func differences(ent, sql shape) (found []string) {
	all := maps.Clone(ent)
	maps.Copy(all, sql)
	for _, what := range slices.Sorted(maps.Keys(all)) {
		if ent[what] != sql[what] {
			found = append(found, fmt.Sprintf("%s is %q in ent and %q in SQL", what, ent[what], sql[what]))
		}
	}
	return found
}

func tableOf(t *testing.T, row ent.Interface) string {
	for _, a := range row.Annotations() {
		if a, ok := a.(*entsql.Annotation); ok && a.Table != "" {
			return a.Table
		}
	}
	t.Fatalf("%T names no table", row)
	return ""
}

func described(row ent.Interface) shape {
	fields, indexes := row.Fields(), row.Indexes()
	for _, m := range row.Mixin() {
		fields, indexes = append(fields, m.Fields()...), append(indexes, m.Indexes()...)
	}
	s := shape{}
	for _, f := range fields {
		d := f.Descriptor()
		s[d.Name] = columnOf(sqlTypeOf(d), d.Optional)
		if d.Unique {
			s[uniqueOf(d.Name)] = "index"
		}
	}
	for _, i := range indexes {
		if d := i.Descriptor(); d.Unique {
			s[uniqueOf(d.Fields...)] = "index"
		}
	}
	return s
}

// sqlTypeOf is how PostgreSQL calls the type that a field is read and written as.
func sqlTypeOf(d *field.Descriptor) string {
	if own := d.SchemaType[dialect.Postgres]; own != "" {
		return own
	}
	types := map[field.Type]string{
		field.TypeBool: "boolean", field.TypeInt16: "smallint", field.TypeInt32: "integer", field.TypeInt64: "bigint",
		field.TypeString: "text", field.TypeBytes: "bytea", field.TypeTime: "timestamp with time zone",
		field.TypeUUID: "uuid", field.TypeJSON: "jsonb",
	}
	return types[d.Info.Type]
}

func made(t *testing.T, owner *sql.DB, table string) shape {
	s := shape{}
	var name, kind string
	var nullable bool
	each(t, owner, `SELECT attname, format_type(atttypid, atttypmod), NOT attnotnull
		FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`, table,
		func() { s[name] = columnOf(kind, nullable) }, &name, &kind, &nullable)
	var columns []string
	each(t, owner, `SELECT ARRAY(SELECT pg_get_indexdef(indexrelid, n, true) FROM generate_series(1, indnkeyatts) n ORDER BY n)
		FROM pg_index WHERE indrelid = $1::regclass AND indisunique AND NOT indisprimary`, table,
		func() { s[uniqueOf(columns...)] = "index" }, pq.Array(&columns))
	return s
}

// each reads rows about a table of the schema latchkey into dest, one after another.
func each(t *testing.T, owner *sql.DB, query, table string, read func(), dest ...any) {
	rows, err := owner.QueryContext(t.Context(), query, "latchkey."+table)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		must(t, rows.Scan(dest...))
		read()
	}
	must(t, rows.Err())
}

func columnOf(kind string, nullable bool) string {
	if nullable {
		return kind + ", nullable"
	}
	return kind
}

func uniqueOf(columns ...string) string { return "unique (" + strings.Join(columns, ", ") + ")" }
