package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/testdb"
)

// dir is a data directory that PostgreSQL's own user can reach.
func dataDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "latchkey-dev-")
	must(t, err)
	must(t, os.Chmod(dir, 0o755))
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func startDev(t *testing.T, dir string) (*process, ready) {
	t.Helper()
	path := filepath.Join(dir, readyFile)
	stale, _ := os.ReadFile(path) // there is one after a kill, until the next run takes it away
	p := start(t, []string{"LATCHKEY_DATA_DIR=" + dir, "LATCHKEY_ADMIN_ADDR=127.0.0.1:0"}, "dev", "--data-addr", "127.0.0.1:0")
	var content []byte
	p.until("it was ready", func() bool {
		content, _ = os.ReadFile(path)
		return len(content) > 0 && !bytes.Equal(content, stale)
	})
	var r ready
	must(t, json.Unmarshal(content, &r))
	return p, r
}

// A fresh machine: the README's command, the quickstart, and what they leave behind.
func TestDevRunsTheMainJob(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	p, first := startDev(t, dir)
	for _, url := range []string{first.AdminURL + "/readyz", first.DataURL + "/readyz", first.AdminURL + "/graphiql/", first.AdminURL + "/"} {
		p.until(url+" answered", func() bool { return get(t, url) == http.StatusOK })
	}
	if out := run(t, "../../examples/quickstart.sh", dir); !strings.Contains(out, "All of it worked.") {
		t.Errorf("quickstart said:\n%s", out)
	}
	pasted(t, p.out.String(), first.Password)

	// Its address is taken, too; but that it runs already is what helps.
	second := start(t, nil, "dev", "--data-dir", dir, "--admin-addr", strings.TrimPrefix(first.AdminURL, "http://"))
	if code := second.exit(); code != 1 || !strings.Contains(second.out.String(), "already runs on "+dir) || !strings.Contains(second.out.String(), first.AdminURL) {
		t.Errorf("a second start exits with %d and says %q", code, second.out)
	}

	p.interrupt()
	if code := p.exit(); code != 0 {
		t.Errorf("Ctrl-C: exit code %d", code)
	}
	if exists(filepath.Join(dir, readyFile)) || exists(filepath.Join(dir, "postgres", "postmaster.pid")) {
		t.Error("after Ctrl-C something still looks as if it ran")
	}
	secretsNowhere(t, p.out.String(), dir)

	again, r := startDev(t, dir)
	if r.WorkspaceID != first.WorkspaceID || r.Password != first.Password {
		t.Errorf("after a restart the workspace is %s, was %s", r.WorkspaceID, first.WorkspaceID)
	}
	takenBack(t, dir, r)
	if out := run(t, shorter(t, "../../examples", 60), dir); !strings.Contains(out, "All of it worked.") {
		t.Errorf("the second quickstart said:\n%s", out)
	}

	must(t, again.cmd.Process.Kill())
	again.exit()
	last, r := startDev(t, dir)
	last.until("dev.json led to it after a kill", func() bool { return get(t, r.AdminURL+"/readyz") == http.StatusOK })
	inTheWay(t, dir)
	last.interrupt()
	if code := last.exit(); code != 0 {
		t.Errorf("Ctrl-C: exit code %d", code)
	}
}

// shorter is the quickstart in folder with only so many contacts.
func shorter(t *testing.T, folder string, contacts int) (script string) {
	t.Helper()
	short := t.TempDir()
	script = filepath.Join(short, "quickstart.sh")
	content, err := os.ReadFile(filepath.Join(folder, "quickstart.sh"))
	must(t, err)
	must(t, os.WriteFile(script, content, 0o700))
	content, err = os.ReadFile(filepath.Join(folder, "contacts.ndjson"))
	must(t, err)
	lines := bytes.SplitAfterN(content, []byte("\n"), contacts+1)
	must(t, os.WriteFile(filepath.Join(short, "contacts.ndjson"), bytes.Join(lines[:contacts], nil), 0o600))
	return script
}

// pasted runs the command that dev prints, as who pastes it into bash. Before its standard
// input begins are the arguments of curl, which others on the machine can read.
func pasted(t *testing.T, printed, password string) {
	t.Helper()
	_, command, _ := strings.Cut(printed, "Try it:\n")
	command, _, _ = strings.Cut(command, "\n\n")
	arguments, _, _ := strings.Cut(command, "<<<")
	if strings.Contains(arguments, password) {
		t.Errorf("the password is an argument: %s", arguments)
	}
	if out := run(t, "bash", "-c", command); !strings.Contains(out, `"me":{"name":"Acme Owner"}`) {
		t.Errorf("what dev prints to try it answers %s", out)
	}
}

// fails is what a quickstart says that goes on with line, which fails, when it has added its first entry.
func fails(t *testing.T, dir, line string) string {
	t.Helper()
	script := shorter(t, "../../examples", 60)
	content, err := os.ReadFile(script)
	must(t, err)
	const first = "\nallow 203.0.113.0/24\n"
	must(t, os.WriteFile(script, bytes.Replace(content, []byte(first), []byte(first+line+"\n"), 1), 0o700))
	out, err := exec.CommandContext(t.Context(), script, dir).CombinedOutput()
	if err == nil {
		t.Errorf("it goes on after %s and says:\n%s", line, out)
	}
	return string(out)
}

// takenBack: a quickstart that fails leaves no key that works. That its entry is gone, too, shows the next.
func takenBack(t *testing.T, dir string, at ready) {
	t.Helper()
	kept := filepath.Join(t.TempDir(), "header")
	if out := fails(t, dir, `cp "$work/auth" `+kept+"\nfail 'for a test'"); !strings.HasSuffix(out, "FAILED: for a test\n") {
		t.Errorf("it said:\n%s", out)
	}
	if status := run(t, "curl", "-sS", "-K", kept, "-o", os.DevNull, "-w", "%{http_code}", at.DataURL+"/api/public/me/"); status != "401" {
		t.Errorf("its key is answered with %s", status)
	}
}

// inTheWay: where the allowlist has an entry, the quickstart says so and creates nothing.
func inTheWay(t *testing.T, dir string) {
	t.Helper()
	fails(t, dir, "made=\nfail 'and takes nothing back'")
	if out := fails(t, dir, ""); !strings.Contains(out, "it has 203.0.113.0/24. Nothing was created.") || strings.Contains(out, "expires on") {
		t.Errorf("it said:\n%s", out)
	}
}

// secretsNowhere looks for anything of the form of a secret in what was logged, and
// in every file of the data directory: PostgreSQL's tables, its write-ahead log
// and its own log.
func secretsNowhere(t *testing.T, logged, dir string) {
	t.Helper()
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	if found := scheme.Find([]byte(logged)); len(found) > 0 {
		t.Errorf("%d secrets in the logs", len(found))
	}
	if !strings.Contains(logged, `"route":"users.create"`) {
		t.Error("the access log, which was searched, names no operation")
	}
	searched := 0
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if found := scheme.Find(content); len(found) > 0 {
			t.Errorf("%d secrets in %s", len(found), path)
		}
		if bytes.Contains(content, []byte("crm-00042-")) {
			searched++
		}
		return err
	}))
	if searched == 0 {
		t.Error("the contacts are in none of the files that were searched")
	}
}

// Who starts dev where something else listens is told at once: no PostgreSQL is made first.
func TestDevWithoutItsPort(t *testing.T) {
	t.Parallel()
	other, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer other.Close() //nolint:errcheck // nobody connects to it
	taken, dir := other.Addr().String(), t.TempDir()
	p := start(t, nil, "dev", "--data-dir", dir, "--admin-addr", taken, "--data-addr", "127.0.0.1:0")
	if code := p.exit(); code != 1 || !strings.Contains(p.out.String(), "--admin-addr: ") || !strings.Contains(p.out.String(), "address already in use") {
		t.Errorf("exit code %d, and it said %q", code, p.out)
	}
	free := fmt.Sprintf("127.0.0.1:%d", testdb.QuietPort(t))
	for flag, c := range map[string]devCommand{
		"--data-addr: ":                   {AdminAddr: "127.0.0.1:0", DataAddr: taken},
		"--metrics-addr: ":                {AdminAddr: "127.0.0.1:0", DataAddr: "127.0.0.1:0", settings: settings{MetricsAddr: taken}},
		"--data-addr: listen tcp " + free: {AdminAddr: free, DataAddr: free},
	} {
		c.DataDir, c.Prefix = dir, apikey.DefaultPrefix
		if err := c.Run(t.Context()); err == nil || !strings.Contains(err.Error(), flag) || !errors.Is(err, syscall.EADDRINUSE) {
			t.Errorf("%s%v", flag, err)
		}
	}
	if exists(filepath.Join(dir, "postgres")) || exists(filepath.Join(dir, "postgres.log")) {
		t.Error("PostgreSQL was started")
	}
	both := devCommand{AdminAddr: "127.0.0.1:0", DataAddr: "127.0.0.1:0"}
	must(t, both.addressesFree(t.Context()))
}

// Settings that cannot be are refused by name, with their value, before anything is made or started.
func TestDevReadsItsSettingsFirst(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	for _, c := range []struct{ flag, value, says string }{
		{"--prefix", "X", `--prefix: the secret prefix "X" must be`},
		{"--accept-prefix", "Y", `--accept-prefix: the secret prefix "Y" must be`},
		{"--trusted-proxies", "010.0.0.1", `--trusted-proxies: trusted proxy "010.0.0.1": Write the numbers`},
		{"--trusted-proxies", "0.0.0.0/0", "--trusted-proxies and --client-address-header: trusted proxies: 0.0.0.0/0 trusts everyone"},
		{"--client-address-header", "a b", `--client-address-header: "a b" is not the name`},
		{"--body-memory", "3", "--body-memory is at least 16"},
		{"--database-url", "postgres://localhost/a", "--database-url (LATCHKEY_DATABASE_URL) needs --owner-database-url"},
		{"--owner-database-url", "postgres://localhost/a", "--owner-database-url needs --database-url"},
	} {
		if code, said := here(t, "dev", "--data-dir", dir, c.flag, c.value); code != 1 || !strings.Contains(said, c.says) {
			t.Errorf("%s %s: exit code %d, and it said %q", c.flag, c.value, code, said)
		}
	}
	if exists(dir) {
		t.Error("a data directory was made")
	}
}

func get(t *testing.T, url string) int {
	t.Helper()
	r, err := http.Get(url) // our own server, under the test's deadline
	must(t, err)
	must(t, r.Body.Close())
	return r.StatusCode
}
