package main

import (
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/uuid"
	_ "github.com/lib/pq" // the driver

	"latchkey/internal/caller"
	"latchkey/internal/doctor"
	"latchkey/internal/postgres"
	"latchkey/internal/store"
	"latchkey/internal/testdb"
)

// patient is an installation on a PostgreSQL of its own, which tests may break.
type patient struct {
	*testing.T
	super    *sql.DB
	server   *testdb.Own
	app      string
	dir      string
	peppers  string
	receipts string
	factors  string
	smtp     string // a mail server's URL
	otlp     string // a collector's
}

func newPatient(t *testing.T) *patient {
	t.Helper()
	p := &patient{T: t, dir: t.TempDir(), server: testdb.Start(t, postgres.Options{})}
	p.app, p.super = p.server.AppURL, p.server.Open(t, p.server.SuperURL)
	p.peppers, p.receipts, p.factors = p.keys("peppers"), p.keys("receipts"), p.keys("factors")
	collector := httptest.NewServer(&receiver{})
	t.Cleanup(collector.Close)
	p.smtp, p.otlp = mailServer(t), collector.URL
	return p
}

// keys makes a file of keys.
func (p *patient) keys(name string) string {
	path := filepath.Join(p.dir, name)
	must(p.T, os.WriteFile(path, []byte("k "+base64.StdEncoding.EncodeToString(random(32))+"\n"), 0o600))
	return path
}

func (p *patient) exec(statements string) {
	p.Helper()
	for statement := range strings.SplitSeq(statements, ";") {
		if _, err := p.super.ExecContext(p.Context(), "SET search_path = latchkey; "+statement); err != nil {
			p.Fatalf("%s: %v", statement, err)
		}
	}
}

func (p *patient) command() *doctorCommand {
	return &doctorCommand{
		settings: settings{prefixes: prefixes{Prefix: "lk_"}, ClientAddressHeader: "X-Forwarded-For", MaxConnections: 8, MetricsAddr: "127.0.0.1:0", OTLPEndpoint: p.otlp,
			mailing: mailing{SMTPURL: p.smtp, MailFrom: "latchkey@example.com"}, providers: providers{PublicURL: "http://127.0.0.1"}},
		DatabaseURL: p.app, PeppersFile: p.peppers, ReceiptKeys: p.receipts, SecondFactor: p.factors, AuditKeys: p.keys("audit"), Planes: []string{"admin", "data"}, AdminAddr: "127.0.0.1:0", DataAddr: "127.0.0.1:0",
	}
}

// found are the findings of the worst verdicts, by check.
func (p *patient) found(c *doctorCommand) map[string]doctor.Finding {
	p.Helper()
	worst := map[string]doctor.Finding{}
	for _, f := range c.findings(p.Context()) {
		if (f.Verdict == doctor.OK) != (f.Do == "") {
			p.Errorf("%s is %s and says to do %q", f.Check, f.Verdict, f.Do)
		}
		if was, ok := worst[f.Check]; !ok || was.Verdict == doctor.OK || f.Verdict == doctor.Fail {
			worst[f.Check] = f
		}
	}
	return worst
}

// Each thing is broken for real, is named with what to do, and is fine again when it is mended.
func TestTheDoctorFindsWhatIsBroken(t *testing.T) {
	t.Parallel()
	p := newPatient(t)
	for name, f := range p.found(p.command()) {
		slow := name == "database" && f.Verdict == doctor.Warn // as a busy machine may be
		if f.Verdict != doctor.OK && name != "standby" && !slow {
			t.Fatalf("a new installation: %+v", f)
		}
	}
	if p.found(p.command())["standby"].Verdict != doctor.Warn {
		t.Error("without a standby there is no warning")
	}
	for _, broken := range []struct {
		check     string
		verdict   doctor.Verdict
		says      string // a part of what is said, or of what to do
		harm, fix string // SQL
		with      func(*doctorCommand)
	}{
		{"database", doctor.Fail, "pg_hba.conf", "", "", func(c *doctorCommand) { c.DatabaseURL, _ = postgres.WithUser(p.app, "latchkey_app", "wrong") }},
		{"database", doctor.Fail, "no database is named", "", "", func(c *doctorCommand) { c.DatabaseURL = "" }},
		{"role", doctor.Fail, "superuser", "", "", func(c *doctorCommand) { c.DatabaseURL = p.server.SuperURL }},
		{"role", doctor.Fail, "owns", "", "", func(c *doctorCommand) { c.DatabaseURL = p.server.OwnerURL }},
		{"role", doctor.Fail, "admin plane", "", "", func(c *doctorCommand) { c.DatabaseURL = p.server.DataURL }},
		{"role", doctor.Warn, "latchkey_data", "", "", func(c *doctorCommand) { c.Planes = []string{"data"} }},
		{"role", doctor.Fail, "BYPASSRLS", "ALTER ROLE latchkey_app BYPASSRLS", "ALTER ROLE latchkey_app NOBYPASSRLS", nil},
		{"durability", doctor.Fail, "synchronous_commit", "ALTER ROLE latchkey_app SET synchronous_commit = off", "ALTER ROLE latchkey_app RESET synchronous_commit", nil},
		{"timeouts", doctor.Warn, "idle_session_timeout", "ALTER ROLE latchkey_app SET idle_session_timeout = '1min'", "ALTER ROLE latchkey_app RESET idle_session_timeout", nil},
		{"connections", doctor.Fail, "max_connections", "", "", func(c *doctorCommand) { c.MaxConnections = 5000 }},
		{"migrations", doctor.Fail, "latchkey migrate", "DELETE FROM goose_db_version WHERE version_id = (SELECT max(version_id) FROM goose_db_version)",
			"INSERT INTO goose_db_version (version_id, is_applied) VALUES (" + strconv.FormatInt(postgres.Latest(), 10) + ", true)", nil},
		{"migrations", doctor.Fail, "newer program", "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, true)", "DELETE FROM goose_db_version WHERE version_id = 99999", nil},
		{"roles", doctor.Fail, "latchkey_lookup", "ALTER ROLE latchkey_lookup LOGIN", "ALTER ROLE latchkey_lookup NOLOGIN", nil},
		{"roles", doctor.Fail, "latchkey_sweep", "ALTER ROLE latchkey_sweep RENAME TO swept", "ALTER ROLE swept RENAME TO latchkey_sweep", nil},
		{"row security", doctor.Fail, "contact", "ALTER TABLE contact NO FORCE ROW LEVEL SECURITY", "ALTER TABLE contact FORCE ROW LEVEL SECURITY", nil},
		{"row security", doctor.Fail, "deal", "ALTER TABLE deal DISABLE ROW LEVEL SECURITY", "ALTER TABLE deal ENABLE ROW LEVEL SECURITY", nil},
		{"functions", doctor.Fail, "lookup_secret", "GRANT EXECUTE ON FUNCTION lookup_secret TO PUBLIC", "REVOKE EXECUTE ON FUNCTION lookup_secret FROM PUBLIC", nil},
		{"functions", doctor.Fail, "unused_keys", "ALTER FUNCTION unused_keys OWNER TO latchkey_owner", "ALTER FUNCTION unused_keys OWNER TO latchkey_sweep", nil},
		{"grants", doctor.Fail, "latchkey_app may DELETE audit_event", "GRANT DELETE ON audit_event TO latchkey_app", "REVOKE DELETE ON audit_event FROM latchkey_app", nil},
		{"feed", doctor.Fail, "api_key", "ALTER TABLE api_key DISABLE TRIGGER access_changed", "ALTER TABLE api_key ENABLE TRIGGER access_changed", nil},
		{"connection", doctor.Fail, "transaction pooler", "", "", func(c *doctorCommand) { c.DatabaseURL = pooler(t, p.app) }},
		{"clock", doctor.Warn, "NTP", "", "", func(c *doctorCommand) { c.Now = func() time.Time { return time.Now().Add(20 * time.Second) } }},
		{"clock", doctor.Fail, "NTP", "", "", func(c *doctorCommand) { c.Now = func() time.Time { return time.Now().Add(-time.Minute) } }},
		{"needed peppers", doctor.Fail, "lost. serve refuses to start", secretUnder("lost"), "DELETE FROM workspace", nil},
		{"nodes", doctor.Fail, "older than the node", "INSERT INTO node (id, name, lease_until, applied_epoch) VALUES (gen_random_uuid(), 'ahead', now() + interval '1 hour', 1000000)", "DELETE FROM node", nil},
		{"audit", doctor.Fail, "taken out", "INSERT INTO operator_event (id, seq, at, action, body, hash) VALUES (gen_random_uuid(), 1000, now(), 'X', '', decode(repeat('00', 32), 'hex'))",
			"ALTER TABLE operator_event DISABLE TRIGGER USER; DELETE FROM operator_event; ALTER TABLE operator_event ENABLE TRIGGER USER", nil},
		{"peppers", doctor.Fail, "cannot be found", "", "", func(c *doctorCommand) { c.PeppersFile += ".not" }},
		{"peppers", doctor.Fail, "No file is named", "", "", func(c *doctorCommand) { c.PeppersFile = "" }},
		{"peppers", doctor.Fail, "open to every user", "", "", (func(c *doctorCommand) {
			c.PeppersFile = p.file("open", "k "+base64.StdEncoding.EncodeToString(random(32)), 0o644)
		})},
		{"peppers", doctor.Fail, "does not look random", "", "", (func(c *doctorCommand) {
			c.PeppersFile = p.file("weak", "k "+base64.StdEncoding.EncodeToString(make([]byte, 32)), 0o600)
		})},
		{"receipt keys", doctor.Fail, "not what it should be", "", "", func(c *doctorCommand) { c.ReceiptKeys = p.file("short", "k c2hvcnQ=", 0o600) }},
		{"2nd factor keys", doctor.Fail, "--second-factor-keys-file", "", "", func(c *doctorCommand) { c.SecondFactor = "" }},
		{"audit keys", doctor.Fail, "--audit-keys-file", "", "", func(c *doctorCommand) { c.AuditKeys = "" }},
		{"key files", doctor.Warn, "same keys", "", "", func(c *doctorCommand) { c.ReceiptKeys = c.PeppersFile }},
		{"prefixes", doctor.Fail, "--prefix", "", "", func(c *doctorCommand) { c.Prefix = "No good" }},
		{"addresses", doctor.Fail, "--data-addr", "", "", func(c *doctorCommand) { c.DataAddr = "nowhere" }},
		{"proxies", doctor.Fail, "--trusted-proxies", "", "", func(c *doctorCommand) { c.TrustedProxies = []string{"one"} }},
		{"proxies", doctor.Fail, "anyone can claim", "", "", func(c *doctorCommand) { c.TrustedProxies = []string{"0.0.0.0/1", "128.0.0.0/1"} }},
		{"cookies", doctor.Warn, "plain HTTP", "", "", func(c *doctorCommand) { c.AdminAddr, c.InsecureHTTP = ":8080", true }},
		{"certificate", doctor.Fail, "would serve plain HTTP", "", "", func(c *doctorCommand) { c.DataAddr = ":8081" }},
		{"certificate", doctor.Fail, "clients ask for latchkey.example.com", "", "", func(c *doctorCommand) {
			c.TLSCert, c.TLSKey, c.PublicURL = filepath.Join(p.dir, "cert.pem"), filepath.Join(p.dir, "key.pem"), "https://latchkey.example.com"
			selfSigned(t, c.TLSCert, c.TLSKey)
		}},
		{"mail", doctor.Fail, "--smtp-url", "", "", func(c *doctorCommand) { c.SMTPURL = "smtp://127.0.0.1:1" }},
		{"mail", doctor.Fail, "--mail-from", "", "", func(c *doctorCommand) { c.MailFrom = "" }},
		{"mail", doctor.Warn, "nobody can be invited", "", "", func(c *doctorCommand) { c.SMTPURL = "" }},
		{"traces", doctor.Fail, "--otlp-endpoint", "", "", func(c *doctorCommand) { c.OTLPEndpoint = p.otlp + "/elsewhere" }},
		{"metrics", doctor.Warn, "where the public comes", "", "", func(c *doctorCommand) { c.MetricsAddr = ":9090" }},
		{"redis", doctor.Fail, "--redis-timeout", "", "", func(c *doctorCommand) { c.RedisURL, c.RedisTimeout = "redis://127.0.0.1:1", 1e9 }},
	} {
		c := p.command()
		if broken.with != nil {
			broken.with(c)
		}
		if broken.harm != "" {
			p.exec(broken.harm)
		}
		f := p.found(c)[broken.check]
		if f.Verdict != broken.verdict || !strings.Contains(f.Says+f.Do, broken.says) {
			t.Errorf("%s %s: %+v, want %s with %q", broken.check, broken.harm, f, broken.verdict, broken.says)
		}
		if broken.fix != "" {
			p.exec(broken.fix)
			if f := p.found(p.command())[broken.check]; f.Verdict != doctor.OK {
				t.Errorf("after %s: %+v", broken.fix, f)
			}
		}
	}
	p.restore()
	p.settings()
	p.output()
}

// secretUnder makes a key with a secret under a pepper.
func secretUnder(pepper string) string {
	const id = "'5f8f9c1e-4a0b-4d5c-9e57-2f9d3a6b7c80'"
	return `INSERT INTO workspace (id, slug, name, time_zone) VALUES (` + id + `, 'acme', 'Acme', 'UTC');
		INSERT INTO api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label) VALUES (` + id + `, ` + id + `, 'A key', 'a key', 'ALL', now(), 'test');
		INSERT INTO api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at) VALUES (` + id + `, ` + id + `, ` + id + `, '` + pepper + `', decode(repeat('00', 32), 'hex'), 'lk_', now())`
}

// noMail is a session in which a mail is an error.
type noMail struct{}

func (noMail) Reset()                               {}
func (noMail) Logout() error                        { return nil }
func (noMail) Mail(string, *smtp.MailOptions) error { return errors.New("no mail is wanted") }
func (noMail) Rcpt(string, *smtp.RcptOptions) error { return errors.New("no mail is wanted") }
func (noMail) Data(io.Reader) error                 { return errors.New("no mail is wanted") }

// mailServer is one that takes no mail; it returns its URL.
func mailServer(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return noMail{}, nil }))
	server.Domain = "localhost"
	done := make(chan struct{})
	go func() { defer close(done); _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close(); <-done })
	return "smtp://" + listener.Addr().String()
}

// restore follows the operators' page, with an installation that has a workspace and a key, and
// looks at what came of it.
func (p *patient) restore() {
	p.Helper()
	st, err := store.Open(p.Context(), p.app, store.Options{MaxConns: 1})
	must(p.T, err)
	defer st.Close() //nolint:errcheck // nothing is left to lose
	o := operating{T: p.T, url: p.app, store: st, who: caller.OfOperator(uuid.New(), "test")}
	o.workspace(o.who, "acme")
	page, err := os.ReadFile("../../docs/operations.md")
	must(p.T, err)
	for _, part := range []string{"backup", "restore"} {
		_, after, ok := strings.Cut(string(page), "<!-- "+part+" -->\n```sh\n")
		commands, _, closed := strings.Cut(after, "```")
		if !ok || !closed {
			p.Fatalf("docs/operations.md does not say how to %s", part)
		}
		p.shell(commands)
	}
	c := p.command()
	c.DatabaseURL = strings.Replace(p.app, "/latchkey?", "/restored?", 1)
	for name, f := range p.found(c) {
		if f.Verdict == doctor.Fail {
			p.Errorf("%s of a restored database: %+v", name, f)
		}
	}
	restored, err := store.Open(p.Context(), c.DatabaseURL, store.Options{MaxConns: 1})
	must(p.T, err)
	defer restored.Close() //nolint:errcheck // as above
	if _, ok, err := restored.LookupWorkspace(p.Context(), o.who.Workspace()); err != nil || !ok {
		p.Errorf("the workspace was not restored: %v", err)
	}
}

// shell runs commands in the checkout's root, as whoever runs PostgreSQL would.
func (p *patient) shell(commands string) {
	p.Helper()
	u, err := url.Parse(p.server.SuperURL)
	must(p.T, err)
	password, _ := u.User.Password()
	cmd := exec.CommandContext(p.Context(), "bash", "-euo", "pipefail", "-c", "cd ../.. && BACKUPS="+p.dir+"\n"+commands)
	cmd.Env = append(os.Environ(), "PATH="+p.server.Server.Programs().Dir+":"+os.Getenv("PATH"), "PGHOST="+u.Hostname(), "PGPORT="+u.Port(), "PGUSER="+u.User.Username(), "PGPASSWORD="+password)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.Fatalf("%s%v: %s", commands, err, out)
	}
}

// settings of the server itself need another start.
func (p *patient) settings() {
	p.Helper()
	must(p.T, p.server.Server.Stop(p.Context()))
	p.server.Options.Settings = map[string]string{"fsync": "off", "full_page_writes": "off", "synchronous_standby_names": "one"}
	must(p.T, p.server.Restart(p.Context()))
	found := p.found(p.command())
	if f := found["durability"]; f.Verdict != doctor.Fail || !strings.Contains(f.Says, "fsync") {
		p.Errorf("with fsync off: %+v", f)
	}
	if f := found["standby"]; f.Verdict != doctor.OK || !strings.Contains(f.Says, "waits for one") {
		p.Errorf("with a synchronous standby: %+v", f)
	}
}

// output is what the process prints, and its exit code.
func (p *patient) output() {
	p.Helper()
	env := []string{"LATCHKEY_DATABASE_URL=" + p.app, "LATCHKEY_PEPPERS_FILE=" + p.peppers, "LATCHKEY_RECEIPT_KEYS_FILE=" + p.receipts, "LATCHKEY_SECOND_FACTOR_KEYS_FILE=" + p.factors}
	plain := start(p.T, env, "doctor")
	if code := plain.exit(); code != 1 || !strings.Contains(plain.out.String(), "fail  durability        fsync is off") || !strings.Contains(plain.out.String(), "→ ALTER SYSTEM SET fsync = on") {
		p.Errorf("it exits with %d and says\n%s", code, plain.out)
	}
	env[0] = "LATCHKEY_DATABASE_URL=" + pooler(p.T, p.app)
	pooled := start(p.T, append(env, "LATCHKEY_ADMIN_ADDR=127.0.0.1:0", "LATCHKEY_DATA_ADDR=127.0.0.1:0", "LATCHKEY_AUDIT_KEYS_FILE="+p.keys("audit")), "serve")
	if code := pooled.exit(); code != 1 || !strings.Contains(pooled.out.String(), "transaction pooler") {
		p.Errorf("behind a pooler serve exits with %d and says\n%s", code, pooled.out)
	}
	asJSON := start(p.T, env, "doctor", "--json")
	asJSON.exit()
	var all []doctor.Finding
	if err := json.NewDecoder(strings.NewReader(asJSON.out.String())).Decode(&all); err != nil || len(all) < 20 {
		p.Errorf("%d findings, %v in\n%s", len(all), err, asJSON.out)
	}
}

func (p *patient) file(name, content string, mode os.FileMode) string {
	p.Helper()
	path := filepath.Join(p.dir, name)
	must(p.T, os.WriteFile(path, []byte(content+"\n"), mode))
	must(p.T, os.Chmod(path, mode))
	return path
}
