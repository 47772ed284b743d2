package testdb

import (
	"syscall"
	"testing"

	"latchkey/internal/postgres"
)

// A test may kill a server of its own and start it again, also in another way: it is found at the
// same URLs, with what it kept.
func TestAServerOfItsOwnMayBeKilled(t *testing.T) {
	own := Start(t, postgres.Options{})
	if err := postgres.CheckDurable(t.Context(), own.AppURL); err != nil {
		t.Error(err)
	}
	execute(t, own.Open(t, own.OwnerURL), "CREATE TABLE latchkey.mine AS SELECT 1 AS n")
	if err := syscall.Kill(own.Server.PID(), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-own.Server.Done()
	own.Options.Settings = map[string]string{"fsync": "off"}
	if err := own.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	execute(t, own.Open(t, own.OwnerURL), "SELECT n FROM latchkey.mine")
	for url, want := range map[string]string{own.OwnerURL: ownerRole, own.AppURL: appRole, own.DataURL: dataRole, own.SuperURL: "postgres"} {
		var role, fsync string
		var newest int64
		err := own.Open(t, url).QueryRowContext(t.Context(),
			`SELECT current_user, current_setting('fsync'), max(version_id) FROM latchkey.goose_db_version`).Scan(&role, &fsync, &newest)
		if err != nil || role != want || fsync != "off" || newest != postgres.Latest() {
			t.Errorf("as %s: %v, role %s, fsync %s, schema %d", want, err, role, fsync, newest)
		}
	}
}
