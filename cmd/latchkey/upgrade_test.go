package main

import (
	"database/sql"
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"
	"github.com/pressly/goose/v3"

	"latchkey/ent/migrations"
)

// next is a release's migration, as additions are made.
const next = `-- +goose Up
ALTER TABLE contact ADD COLUMN next_release text NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN next_release text;
ALTER TABLE workspace ADD COLUMN next_release integer NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN next_release text;
CREATE TABLE next_release (id uuid PRIMARY KEY);
`

// The operators' page on upgrades, step by step: a node that runs goes on while the next release's
// schema is made below it, and what starts then on a schema that is not its own refuses.
func TestANodeThatRunsGoesOnThroughAnUpgrade(t *testing.T) {
	t.Parallel()
	l := limit(t)
	audit := filepath.Join(t.TempDir(), "audit")
	must(t, os.WriteFile(audit, []byte("test "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))
	env := []string{"LATCHKEY_DATABASE_URL=" + l.url, "LATCHKEY_PEPPERS_FILE=" + l.keys, "LATCHKEY_RECEIPT_KEYS_FILE=" + l.keys,
		"LATCHKEY_SECOND_FACTOR_KEYS_FILE=" + l.keys, "LATCHKEY_AUDIT_KEYS_FILE=" + audit, "LATCHKEY_ADMIN_ADDR=127.0.0.1:0", "LATCHKEY_DATA_ADDR=127.0.0.1:0"}
	old := start(t, env, "serve")
	old.until("it was ready", func() bool { return listening(old.out.String(), "data") != "" })
	w := watched{limited: l, at: addresses{admin: listening(old.out.String(), "admin"), data: listening(old.out.String(), "data")}}
	old.until("it had a lease", func() bool { return get(t, "http://"+w.at.data+"/readyz") == http.StatusOK })
	works := func(when string) {
		t.Helper()
		users, key := "http://"+w.at.data+"/api/public/users/", []string{"Authorization", "Token " + l.all[0], "Content-Type", "application/json"}
		if status := w.send(http.MethodPost, users, `{"user_id":"`+uuid.NewString()+`"}`, key...); status != http.StatusCreated {
			t.Errorf("%s, writing: %d", when, status)
		}
		if status := w.send(http.MethodGet, users, "", key...); status != http.StatusOK {
			t.Errorf("%s, reading: %d", when, status)
		}
		if status := w.send(http.MethodGet, "http://"+w.at.data+"/api/public/me/", "", "Authorization", "Token "+l.key()); status != http.StatusOK {
			t.Errorf("%s, with a new key: %d", when, status)
		}
		w.graphql(`{ signUpOptions { mail } }`)
		w.graphql(`mutation { signIn(input: {email: "ada@example.com", password: "x"}) { userErrors { code } } }`)
	}
	refuses := func(say string, args ...string) {
		t.Helper()
		p := start(t, append(env, "LATCHKEY_OWNER_DATABASE_URL="+l.db.OwnerURL), args...)
		if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), say) {
			t.Errorf("%v exits with %d and says\n%s", args, code, p.out)
		}
	}
	works("before")
	owner := l.db.Open(t, l.db.OwnerURL)
	upgrade(t, owner)
	works("on the new schema")
	refuses("newer than", "serve")
	refuses("Use the newer program", "migrate")
	_, err := owner.ExecContext(t.Context(), `DELETE FROM goose_db_version WHERE version_id IN ($1, 99999)`, migrations.Latest())
	must(t, err)
	refuses("Run: latchkey migrate", "serve")
	old.interrupt()
	if code := old.exit(); code != 0 {
		t.Errorf("it stopped with %d", code)
	}
}

// upgrade applies the next release's migration, as its program would.
func upgrade(t *testing.T, owner *sql.DB) {
	t.Helper()
	provider, err := goose.NewProvider(goose.DialectPostgres, owner, fstest.MapFS{"99999_next.sql": {Data: []byte(next)}})
	must(t, err)
	_, err = provider.Up(t.Context())
	must(t, err)
}
