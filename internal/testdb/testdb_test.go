package testdb

import (
	"database/sql"
	"testing"
)

func TestMain(m *testing.M) { Main(m) }

func TestTwoDatabasesDoNotSeeEachOther(t *testing.T) {
	one, two := New(t), New(t)
	if one.Name == two.Name {
		t.Fatal("both tests got the same database")
	}
	execute(t, one.Open(t, one.OwnerURL), "CREATE TABLE mine AS SELECT 1 AS n")
	if _, err := two.Open(t, two.OwnerURL).ExecContext(t.Context(), "SELECT FROM mine"); err == nil {
		t.Error("one database's table is in the other")
	}
}

func execute(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

func TestTheTemplateIsMigratedOnce(t *testing.T) {
	for range 3 {
		db := New(t)
		var migrations int
		query := "SELECT count(*) FROM latchkey.goose_db_version WHERE version_id > 0"
		if err := db.Open(t, db.AppURL).QueryRowContext(t.Context(), query).Scan(&migrations); err != nil || migrations == 0 {
			t.Errorf("a clone has %d migrations, %v", migrations, err)
		}
	}
	if n := running(t).migrated.Load(); n > 1 {
		t.Errorf("migrated %d times", n)
	}
}

func TestEveryRoleIsUnderTheFences(t *testing.T) {
	db := New(t)
	for want, url := range map[string]string{ownerRole: db.OwnerURL, appRole: db.AppURL, dataRole: db.DataURL} {
		var name string
		var above bool
		err := db.Open(t, url).QueryRowContext(t.Context(),
			`SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user`).Scan(&name, &above)
		if err != nil || name != want || above {
			t.Errorf("%s: logged in as %q, above row-level security: %v, %v", want, name, above, err)
		}
	}
}

func TestNewEmptyHasNoSchema(t *testing.T) {
	db := NewEmpty(t)
	var schemas int
	err := db.Open(t, db.OwnerURL).QueryRowContext(t.Context(),
		`SELECT count(*) FROM pg_namespace WHERE nspname = 'latchkey'`).Scan(&schemas)
	if err != nil || schemas != 0 {
		t.Errorf("%d schemas, %v", schemas, err)
	}
	execute(t, db.Open(t, db.OwnerURL), "CREATE SCHEMA latchkey")
}

func TestALeakedConnectionDoesNotKeepADatabase(t *testing.T) {
	if running(t).cluster == nil {
		t.Skip("only a superuser may end the connections of other roles")
	}
	var name string
	t.Run("leaks", func(t *testing.T) {
		db := New(t)
		name = db.Name
		leaked, err := sql.Open("postgres", db.AppURL)
		if err != nil {
			t.Fatal(err)
		}
		execute(t, leaked, "SELECT 1")
	})
	s := running(t)
	admin, err := sql.Open("postgres", s.admin.String())
	if err != nil {
		t.Fatal(err)
	}
	defer admin.Close()
	var left int
	if err := admin.QueryRowContext(t.Context(), `SELECT count(*) FROM pg_database WHERE datname = $1`, name).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d databases left, %v", left, err)
	}
}

func BenchmarkNew(b *testing.B) {
	New(b) // starts the server and migrates the template
	for b.Loop() {
		New(b)
	}
}
