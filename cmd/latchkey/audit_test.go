package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/audit"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// What an operator and an auditor do: print the public key, export, verify, export what
// came since, and verify that against the earlier file.
func TestTheAuditIsExportedAndVerified(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	st, err := store.Open(t.Context(), db.AppURL, store.Options{})
	must(t, err)
	defer st.Close()
	who := caller.OfOperator(uuid.New(), "test")
	_, err = db.Open(t, db.SuperURL).ExecContext(t.Context(), `INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ($1, 'acme', 'Acme', 'UTC')`, who.Workspace())
	must(t, err)
	must(t, st.InWorkspace(t.Context(), who, func(ctx context.Context, tx *store.Tx) error {
		for range 700 {
			if _, err := tx.Audit(ctx, audit.Event{At: tx.Now(), Action: audit.KeyCreated, Actor: who.Actor()}); err != nil {
				return err
			}
		}
		return nil
	}))
	_, err = st.AppendOperatorEvent(t.Context(), audit.Event{At: time.Now(), Action: audit.SignedIn}, func(audit.Chain) error { return nil })
	must(t, err)
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	must(t, os.WriteFile(file("keys"), []byte("a1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"), 0o600))
	env := []string{"LATCHKEY_DATABASE_URL=" + db.AppURL, "LATCHKEY_AUDIT_KEYS_FILE=" + file("keys")}
	flags := map[string][]string{"verify": nil, "key": {"--audit-keys-file", file("keys")}, "export": {"--audit-keys-file", file("keys"), "--database-url", db.AppURL}}
	started := map[string]bool{} // each subcommand once as a process, with its settings in the environment
	does := func(code int, want string, args ...string) (said string) {
		t.Helper()
		var got int
		if command := append([]string{"audit"}, args...); started[args[0]] {
			got, said = here(t, append(command, flags[args[0]]...)...)
		} else {
			p := start(t, env, command...)
			got, said, started[args[0]] = p.exit(), p.out.String(), true
		}
		if got != code || !strings.Contains(said, want) {
			t.Errorf("audit %v exits with %d and says %q; want %d and %q", args, got, said, code, want)
		}
		return said
	}
	must(t, os.WriteFile(file("public"), []byte(does(0, "a1 ", "key")), 0o600))

	does(0, "up to event 701", "export", "--workspace", "acme", "--output", file("one"))
	does(1, "exists", "export", "--workspace", "acme", "--output", file("one"))
	does(0, "events 1 to 701 of workspace "+who.Workspace().String(), "verify", file("one"), "--public-key", file("public"))
	does(1, "of workspace "+who.Workspace().String(), "verify", file("one"), "--public-key", file("public"), "--workspace", uuid.NewString())
	does(0, "up to event 702", "export", "--workspace", who.Workspace().String(), "--after", "701", "--output", file("two"))
	does(0, "events 702 to 702", "verify", file("two"), "--public-key", file("public"), "--since", file("one"))
	does(1, "line 1: missing", "verify", file("two"), "--public-key", file("public"))
	does(0, "the operator's chain", "verify", exported(t, does, file("operator"), "--operator"), "--public-key", file("public"))
	does(1, "of the operator's chain", "verify", file("operator"), "--public-key", file("public"), "--since", file("one"))
	does(2, "CSV", "verify", exported(t, does, file("csv"), "--workspace", "acme", "--format", "csv"), "--public-key", file("public"))

	whole, err := os.ReadFile(file("one"))
	must(t, err)
	must(t, os.WriteFile(file("changed"), []byte(strings.Replace(string(whole), `"seq":500,`, `"seq":501,`, 1)), 0o600))
	does(1, "line 500:", "verify", file("changed"), "--public-key", file("public"))
	does(1, "wrong signature", "verify", file("one"), "--public-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
	does(2, "neither a public key", "verify", file("one"), "--public-key", "nothing")
	does(2, "no such file", "verify", file("nothing"), "--public-key", file("public"))
	does(2, "--public-key", "verify", file("one"))
	does(1, "no workspace", "export", "--workspace", "nobody", "--output", file("none"))
	does(1, "goes on after the number", "export", "--workspace", "acme", "--after", "9999", "--output", file("none"))
	if exists(file("none")) {
		t.Error("an export that failed left a file")
	}
}

func exported(t *testing.T, does func(int, string, ...string) string, path string, args ...string) string {
	t.Helper()
	does(0, "up to event", append([]string{"export", "--output", path}, args...)...)
	return path
}

func TestTheAdminPlaneNeedsAuditKeys(t *testing.T) {
	t.Parallel()
	db := testdb.New(t)
	keys := filepath.Join(t.TempDir(), "keys")
	must(t, os.WriteFile(keys, []byte("a1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"), 0o600))
	p := start(t, nil, "serve", "--planes", "admin", "--database-url", db.AppURL, "--peppers-file", keys, "--receipt-keys-file", keys)
	if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), "--audit-keys-file") || !strings.Contains(p.out.String(), "openssl rand") {
		t.Errorf("exit code %d, and it said %q", code, p.out)
	}
}
