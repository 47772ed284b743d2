package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"latchkey/internal/testdb"
)

// The commands of docker-compose.yml, as they stand there, against a local
// PostgreSQL: only where they listen and the database's host are this machine's.
// (deploy's tests run its script for an empty PostgreSQL.)
func TestTheCommandsOfCompose(t *testing.T) {
	t.Parallel()
	services := composeServices(t)
	db := testdb.NewEmpty(t)
	dir := t.TempDir()
	peppers := filepath.Join(dir, "peppers") // the other keys look the same, so one file does for all
	must(t, os.WriteFile(peppers, []byte("p1 "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))

	early := start(t, []string{"LATCHKEY_DATABASE_URL=" + db.AppURL, "LATCHKEY_PEPPERS_FILE=" + peppers, "LATCHKEY_RECEIPT_KEYS_FILE=" + peppers, "LATCHKEY_SECOND_FACTOR_KEYS_FILE=" + peppers,
		"LATCHKEY_AUDIT_KEYS_FILE=" + peppers}, services["admin"]...)
	if code := early.exit(); code != 1 || !strings.Contains(early.out.String(), "latchkey migrate") {
		t.Errorf("before the migration serve exits with %d and says %q", code, early.out)
	}
	for _, again := range []string{"The schema went from version 0", "is at version"} {
		migrate := start(t, []string{"LATCHKEY_OWNER_DATABASE_URL=" + db.OwnerURL}, services["migrate"]...)
		if code := migrate.exit(); code != 0 || !strings.Contains(migrate.out.String(), again) {
			t.Errorf("migrate exits with %d and says %q", code, migrate.out)
		}
	}
	for name, url := range map[string]string{"admin": db.AppURL, "data": db.DataURL} {
		serving := start(t, []string{"LATCHKEY_DATABASE_URL=" + url, "LATCHKEY_PEPPERS_FILE=" + peppers, "LATCHKEY_RECEIPT_KEYS_FILE=" + peppers, "LATCHKEY_SECOND_FACTOR_KEYS_FILE=" + peppers,
			"LATCHKEY_AUDIT_KEYS_FILE=" + peppers}, services[name]...)
		var at string
		serving.until("it was ready", func() bool { at = listening(serving.out.String(), name); return at != "" })
		serving.until("it followed changes", func() bool { return get(t, "http://"+at+"/readyz") == http.StatusOK })
		serving.interrupt()
		if code := serving.exit(); code != 0 {
			t.Errorf("%s: stopped with exit code %d", name, code)
		}
	}
}

func TestServeRefusesTheWrongRole(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	peppers := filepath.Join(t.TempDir(), "peppers")
	must(t, os.WriteFile(peppers, []byte("p1 "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))
	for url, want := range map[string]string{db.OwnerURL: "owns the schema", db.SuperURL: "superuser"} {
		p := start(t, nil, "serve", "--insecure-http", "--database-url", url, "--peppers-file", peppers, "--receipt-keys-file", peppers, "--second-factor-keys-file", peppers, "--audit-keys-file", peppers)
		if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), want) {
			t.Errorf("exit code %d, and it said %q", code, p.out)
		}
	}
}

// The tests' server does not fsync, which only the tests' own setting lets pass.
func TestServeRefusesAServerThatLosesData(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	peppers := filepath.Join(t.TempDir(), "peppers")
	must(t, os.WriteFile(peppers, []byte("p1 "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))
	p := start(t, []string{"LATCHKEY_LOSSY_DATABASE=false"}, "serve", "--insecure-http", "--database-url", db.AppURL, "--peppers-file", peppers, "--receipt-keys-file", peppers, "--second-factor-keys-file", peppers, "--audit-keys-file", peppers)
	if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), "fsync = off") || !strings.Contains(p.out.String(), "ALTER SYSTEM SET") {
		t.Errorf("exit code %d, and it said %q", code, p.out)
	}
}

// composeServices returns the arguments of each service, listening on free ports.
func composeServices(t *testing.T) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile("../../docker-compose.yml")
	must(t, err)
	var file struct {
		Services map[string]struct {
			Command []string `yaml:"command"`
		} `yaml:"services"`
	}
	must(t, yaml.Unmarshal(raw, &file))
	commands := map[string][]string{}
	for name, s := range file.Services {
		args := slices.Clone(s.Command)
		for i, a := range args {
			if a == ":8080" || a == ":8081" {
				args[i] = "127.0.0.1:0"
			}
		}
		commands[name] = args
	}
	return commands
}

// listening finds where a plane listens in what the process logged.
func listening(log, plane string) string {
	lines := bufio.NewScanner(strings.NewReader(log))
	for lines.Scan() {
		var line map[string]any
		if json.Unmarshal(lines.Bytes(), &line) == nil && line["message"] == "ready" {
			return line[plane].(string)
		}
	}
	return ""
}
