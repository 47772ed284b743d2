package postgres

import (
	"testing"

	"github.com/pressly/goose/v3"

	"latchkey/ent/migrations"
)

// Developers go back and forth between schemas; operators only go up.
func TestMigrationsCanBeTakenBack(t *testing.T) {
	s := withRoles(t, &log{}, "secret")
	url, err := withParameter(ownerURL(t, s, "secret"), "search_path", migrations.Schema)
	if err != nil {
		t.Fatal(err)
	}
	db := open(t, url)
	if err := makeSchema(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, migrations.FS, goose.WithLogger(goose.NopLogger()))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := provider.Up(t.Context()); err != nil {
			t.Fatal("up:", err)
		}
		if _, err := provider.DownTo(t.Context(), 0); err != nil {
			t.Fatal("down:", err)
		}
		var left int
		err := db.QueryRow(`SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'v', 'S')
				AND relname NOT LIKE 'goose%') + (SELECT count(*) FROM pg_proc WHERE pronamespace = $1::regnamespace)`, migrations.Schema).Scan(&left)
		if err != nil || left != 0 {
			t.Errorf("%d tables, views, sequences and functions are left, %v", left, err)
		}
	}
}
