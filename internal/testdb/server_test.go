package testdb

import (
	"strings"
	"testing"
)

// private starts a server beside the shared one, for tests that change its roles, from
// the seed in dir, or from nothing.
func private(t *testing.T, dir string) *server {
	t.Helper()
	s, err := newPrivate(t.Context(), place(), dir, thrifty())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestAnExternalServerNeedsNoSuperuser(t *testing.T) {
	s := private(t, seeds())
	if err := s.settle(t.Context(), "settled"); err != nil { // else the template would be there already
		t.Fatal(err)
	}
	owner, app, data, super := s.owner.String(), s.app.String(), s.data.String(), s.admin.String()
	base := withDatabase(s.owner, "postgres")

	refuse(t, "may not make databases", base, app, data)
	s.execute(t, t.Context(), "ALTER ROLE latchkey_owner CREATEDB")
	refuse(t, "set LATCHKEY_DATABASE_URL too", base, "", data)
	refuse(t, "set LATCHKEY_DATA_DATABASE_URL too", base, app, "")
	refuse(t, "is a superuser", super, app, data)
	refuse(t, `["nobody_knows"] are missing`, base, withUser(s.app, "nobody_knows", "x").String(), data)

	external, err := newExternal(t.Context(), owner, app, data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := external.close(); err != nil {
			t.Error(err)
		}
	})
	for range 2 {
		external.template = "" // as another process that finds it there
		template, err := external.templated(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		db := external.create(t, template)
		execute(t, db.Open(t, db.AppURL), "SELECT FROM latchkey.goose_db_version")
		if db.SuperURL != "" || db.Cluster() != nil {
			t.Error("an external server has a superuser or a cluster")
		}
	}
	if n := external.migrated.Load(); n != 1 {
		t.Errorf("migrated %d times", n)
	}
}

func refuse(t *testing.T, sentence, owner, app, data string) {
	t.Helper()
	_, err := newExternal(t.Context(), owner, app, data)
	if err == nil || !strings.Contains(err.Error(), sentence) {
		t.Errorf("got %v, want a sentence with %q", err, sentence)
	}
}
