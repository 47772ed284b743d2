package store_test

import (
	"fmt"
	"strings"
	"testing"

	atlas "ariga.io/atlas/sql/schema"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"

	"latchkey/ent/gen/migrate"
	"latchkey/internal/testdb"
)

// SQL is the truth: applied to an empty database, the migrations leave ent
// nothing to change in columns, types, nullability or unique indexes.
func TestEntDescribesTheTables(t *testing.T) {
	db := testdb.New(t)
	var differences []string
	record := func(next schema.Differ) schema.Differ {
		return schema.DiffFunc(func(current, desired *atlas.Schema) ([]atlas.Change, error) {
			changes, err := next.Diff(current, desired)
			for _, c := range changes {
				differences = append(differences, describe(c)...)
			}
			return nil, err
		})
	}
	drv := entsql.OpenDB(dialect.Postgres, db.Open(t, db.OwnerURL))
	m, err := schema.NewMigrate(drv, schema.WithDiffHook(record), schema.WithDropColumn(true), schema.WithDropIndex(true), schema.WithForeignKeys(false))
	must(t, err)
	must(t, m.Create(t.Context(), migrate.Tables...))
	if len(differences) > 0 {
		t.Errorf("ent and SQL differ:\n%s", strings.Join(differences, "\n"))
	}
}

// describe names what of a change matters here: primary and foreign keys are
// composite in SQL, and defaults, checks and plain indexes are SQL's alone.
func describe(c atlas.Change) (found []string) {
	switch c := c.(type) {
	case *atlas.AddTable:
		return []string{"SQL lacks table " + c.T.Name}
	case *atlas.ModifyTable:
		for _, part := range c.Changes {
			if s := describePart(part); s != "" {
				found = append(found, c.T.Name+": "+s)
			}
		}
		found = append(found, describeUnique(c)...)
	}
	return found
}

// describeUnique compares unique indexes by their columns: the names differ.
func describeUnique(c *atlas.ModifyTable) (found []string) {
	sides := map[string]string{}
	for _, part := range c.Changes {
		switch part := part.(type) {
		case *atlas.AddIndex:
			if part.I.Unique {
				sides[indexed(part.I)] += "ent"
			}
		case *atlas.DropIndex:
			if part.I.Unique {
				sides[indexed(part.I)] += "SQL"
			}
		}
	}
	for columns, only := range sides {
		if only == "ent" || only == "SQL" {
			found = append(found, fmt.Sprintf("%s: only %s has a unique index on %s", c.T.Name, only, columns))
		}
	}
	return found
}

func describePart(c atlas.Change) string {
	switch c := c.(type) {
	case *atlas.AddColumn:
		return "SQL lacks column " + c.C.Name
	case *atlas.DropColumn:
		return "ent lacks column " + c.C.Name
	case *atlas.ModifyColumn:
		if c.Change.Is(atlas.ChangeType) || c.Change.Is(atlas.ChangeNull) {
			return fmt.Sprintf("column %s is %s (null: %t) in SQL, %s (null: %t) in ent", c.From.Name,
				c.From.Type.Raw, c.From.Type.Null, c.To.Type.Raw, c.To.Type.Null)
		}
	}
	return ""
}

func indexed(i *atlas.Index) string {
	var names []string
	for _, p := range i.Parts {
		if p.C != nil {
			names = append(names, p.C.Name)
		}
	}
	return "(" + strings.Join(names, ", ") + ")"
}
