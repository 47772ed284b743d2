package deploy_test

import (
	"bytes"
	"context"
	"database/sql"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/lib/pq"

	"latchkey/internal/postgres"
)

// passwords are those of the roles, with what a shell or SQL could trip over.
var passwords = map[string]string{
	"LATCHKEY_OWNER_PASSWORD": "owner-Secret1",
	"LATCHKEY_APP_PASSWORD":   `app-'Secret2"`,
	"LATCHKEY_DATA_PASSWORD":  `data-$Secret3\`,
}

func TestInitPreparesAnEmptyServer(t *testing.T) {
	var log bytes.Buffer
	s := startPostgres(t, &log)
	namesWhatIsMissing(t, s)
	for range 2 { // the second run changes nothing
		if out, err := initScript(t, s, passwords).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}

	owner := connect(t, s, "latchkey_owner", passwords["LATCHKEY_OWNER_PASSWORD"])
	if _, to, err := postgres.Migrate(t.Context(), owner.url); err != nil || to != postgres.Latest() {
		t.Fatalf("migrating as owner reached %d: %v", to, err)
	}
	app := connect(t, s, "latchkey_app", passwords["LATCHKEY_APP_PASSWORD"])
	data := connect(t, s, "latchkey_data", passwords["LATCHKEY_DATA_PASSWORD"])
	var people int
	if err := app.QueryRowContext(t.Context(), "SELECT count(*) FROM person").Scan(&people); err != nil {
		t.Errorf("the application cannot read people: %v", err)
	}
	if err := data.QueryRowContext(t.Context(), "SELECT count(*) FROM person").Scan(&people); err == nil {
		t.Error("a node of the data plane can read people")
	}
	if err := connect(t, s, "latchkey_app", "wrong").PingContext(t.Context()); err == nil {
		t.Error("a wrong password was accepted")
	}

	if err := s.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log.String(), "CREATE ROLE") {
		t.Error("the server's log holds no statements, so it proves nothing")
	}
	if strings.Contains(log.String(), "Secret") {
		t.Error("the server's log holds a password")
	}
}

// namesWhatIsMissing runs it without one of its settings, which makes nothing.
func namesWhatIsMissing(t *testing.T, s *postgres.Server) {
	t.Helper()
	for missing := range passwords {
		some := map[string]string{}
		for name, value := range passwords {
			if name != missing {
				some[name] = value
			}
		}
		out, err := initScript(t, s, some).CombinedOutput()
		if err == nil || !strings.Contains(string(out), missing) {
			t.Errorf("without %s: %v: %s", missing, err, out)
		}
	}
	if n := roles(t, s); n != 0 {
		t.Errorf("without all of its settings it made %d roles", n)
	}
}

// roles counts those of ours that there are.
func roles(t *testing.T, s *postgres.Server) (n int) {
	t.Helper()
	super, err := sql.Open("postgres", s.SuperuserURL())
	if err != nil {
		t.Fatal(err)
	}
	defer super.Close() //nolint:errcheck // it only read
	if err := super.QueryRowContext(t.Context(), `SELECT count(*) FROM pg_roles WHERE rolname LIKE 'latchkey%'`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func startPostgres(t *testing.T, log *bytes.Buffer) *postgres.Server {
	t.Helper()
	dir, err := os.MkdirTemp("", "latchkey-deploy-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o711); err != nil { // for an unprivileged user
		t.Fatal(err)
	}
	s, err := postgres.Start(t.Context(), postgres.Options{DataDir: filepath.Join(dir, "data"), Ephemeral: true, Log: log,
		Settings: map[string]string{"log_statement": "all"}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Stop(context.Background()) })
	return s
}

// initScript is the very script that the image runs, pointed at s.
func initScript(t *testing.T, s *postgres.Server, env map[string]string) *exec.Cmd {
	t.Helper()
	superuser, err := url.Parse(s.SuperuserURL())
	if err != nil {
		t.Fatal(err)
	}
	password, _ := superuser.User.Password()
	cmd := exec.CommandContext(t.Context(), "bash", "postgres/init.sh")
	cmd.Env = []string{
		"PATH=" + s.Programs().Dir + ":" + os.Getenv("PATH"), // psql
		"PGHOST=127.0.0.1", "PGPORT=" + strconv.Itoa(s.Port()), "PGPASSWORD=" + password,
		"POSTGRES_USER=" + superuser.User.Username(),
		"LATCHKEY_ROLES_SQL=../ent/migrations/roles.sql",
	}
	for name, value := range env {
		cmd.Env = append(cmd.Env, name+"="+value)
	}
	return cmd
}

type connection struct {
	*sql.DB
	url string
}

func connect(t *testing.T, s *postgres.Server, role, password string) connection {
	t.Helper()
	inDatabase, err := postgres.WithDatabase(s.SuperuserURL(), "latchkey")
	if err != nil {
		t.Fatal(err)
	}
	asRole, err := postgres.WithUser(inDatabase, role, password)
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("postgres", asRole)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return connection{db, asRole}
}
