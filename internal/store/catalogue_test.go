package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lib/pq"

	"latchkey/internal/testdb"
)

// global are the tables that belong to no workspace. Whoever adds one says why here.
var global = map[string]string{
	"person":            "a person may belong to several workspaces",
	"session":           "belongs to a person",
	"identity":          "belongs to a person",
	"totp":              "belongs to a person",
	"recovery_code":     "belongs to a person",
	"sign_in_challenge": "a person's sign-in that waits",
	"sign_up":           "people who are not yet any",
	"password_reset":    "belongs to a person",
	"email_change":      "belongs to a person",
	"mail_outbox":       "what waits to be mailed for people and workspaces alike; it holds no text and no token",
	"operator_event":    "what happened outside of any workspace",
	"epoch":             "one row that counts changes of access",
	"installation":      "one row with the id that receipts are bound to",
	"node":              "processes, which serve all workspaces",
	"goose_db_version":  "the schema's version",
}

func TestEveryTableIsFencedOrKnownAsGlobal(t *testing.T) {
	db := testdb.New(t)
	owner := db.Open(t, db.OwnerURL)
	rows, err := owner.QueryContext(t.Context(), `
		SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
		       EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid),
		       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'workspace_id')
		FROM pg_class c WHERE c.relnamespace = 'latchkey'::regnamespace AND c.relkind IN ('r', 'p')`)
	must(t, err)
	defer rows.Close() // rows.Err is read below
	seen := 0
	for rows.Next() {
		var table string
		var enabled, forced, policy, tenant bool
		must(t, rows.Scan(&table, &enabled, &forced, &policy, &tenant))
		_, isGlobal := global[table]
		switch fenced := enabled && forced && policy; {
		case tenant && !fenced:
			t.Errorf("%s has workspace_id, and row-level security is not both enabled and forced with a policy", table)
		case !tenant && !fenced && !isGlobal:
			t.Errorf("%s has neither a fence nor a reason to be global", table)
		case isGlobal && (tenant || fenced):
			t.Errorf("%s is listed as global and is not", table)
		}
		seen++
	}
	must(t, rows.Err())
	if seen < 15 {
		t.Errorf("only %d tables were seen", seen)
	}
}

// across is the closed list of functions that see several workspaces: by name,
// the purpose's role, and who may call it.
var across = []string{
	"access_barrier latchkey_cluster latchkey_app,latchkey_data",
	"access_changed latchkey_cluster ",
	"browser_use_flush latchkey_usage latchkey_app,latchkey_data",
	"cluster_prune latchkey_cluster latchkey_app,latchkey_data",
	"end_presented latchkey_possession latchkey_app,latchkey_data",
	"idempotency_drop latchkey_retention latchkey_app",
	"invitation_of latchkey_signin latchkey_app",
	"lookup_secret latchkey_lookup latchkey_app,latchkey_data",
	"lookup_workspace latchkey_lookup latchkey_app,latchkey_data",
	"memberships_of latchkey_signin latchkey_app",
	"node_beat latchkey_cluster latchkey_app,latchkey_data",
	"node_leave latchkey_cluster latchkey_app,latchkey_data",
	"nodes latchkey_cluster latchkey_app",
	"person_renamed latchkey_signin ",
	"presented_audit_head latchkey_possession latchkey_app,latchkey_data",
	"presented_secret latchkey_possession latchkey_app,latchkey_data",
	"rehash_secret latchkey_lookup latchkey_app,latchkey_data",
	"retention_drop latchkey_retention latchkey_app",
	"secret_use_flush latchkey_usage latchkey_app,latchkey_data",
	"secrets_by_pepper latchkey_lookup latchkey_app,latchkey_data",
	"secrets_under latchkey_lookup latchkey_app",
	"staff_sees latchkey_support_fence latchkey_staff",
	"support_matches latchkey_support_search ",
	"support_sessions_of latchkey_support_search latchkey_app",
	"support_tenants latchkey_support_search latchkey_app",
	"unused_keys latchkey_sweep latchkey_app",
	"usage_flush latchkey_usage latchkey_app,latchkey_data",
	"usage_roll_up latchkey_retention latchkey_app",
	"workspace_of_slug latchkey_lookup latchkey_app",
	"workspace_terms latchkey_support_search ",
}

func TestWorkAcrossWorkspacesIsAClosedList(t *testing.T) {
	db := testdb.New(t)
	owner := db.Open(t, db.OwnerURL)
	got := column(t, owner, `
		SELECT p.proname || ' ' || r.rolname || ' ' || COALESCE((
		           SELECT string_agg(g.rolname, ',' ORDER BY g.rolname) FROM aclexplode(p.proacl) a JOIN pg_roles g ON g.oid = a.grantee
		           WHERE a.grantee <> p.proowner), '')
		FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
		WHERE p.pronamespace = 'latchkey'::regnamespace AND p.prosecdef ORDER BY p.proname`)
	if !slices.Equal(got, across) {
		t.Errorf("functions that see several workspaces:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(across, "\n"))
	}
	for what, query := range map[string]string{
		"functions without a pinned search_path": `SELECT proname FROM pg_proc WHERE pronamespace = 'latchkey'::regnamespace AND prosecdef
			AND NOT COALESCE(proconfig @> ARRAY['search_path=latchkey, pg_temp'], false)`,
		"functions that PUBLIC may call": `SELECT proname FROM pg_proc p WHERE pronamespace = 'latchkey'::regnamespace
			AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))`,
		"purpose roles that could log in or pass the fences": `SELECT DISTINCT r.rolname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
			WHERE p.prosecdef AND p.pronamespace = 'latchkey'::regnamespace AND (r.rolcanlogin OR r.rolsuper OR r.rolbypassrls OR r.rolname !~ '^latchkey_')`,
		"purpose roles that may make things in the schema": `SELECT rolname FROM pg_roles
			WHERE rolname ~ '^latchkey_' AND rolname <> 'latchkey_owner' AND has_schema_privilege(oid, 'latchkey', 'CREATE')`,
		"policies of purpose roles that are not theirs alone": `SELECT polname FROM pg_policy WHERE polname <> 'tenant' AND cardinality(polroles) <> 1`,
	} {
		if found := column(t, owner, query); len(found) > 0 {
			t.Errorf("%s: %v", what, found)
		}
	}
}

// The list that people read says the same: functions, their roles, and the files that call them.
func TestTheClosedListIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../ARCHITECTURE.md")
	must(t, err)
	_, list, _ := strings.Cut(string(text), "**Work across workspaces is a closed list**")
	_, list, _ = strings.Cut(list, "|---|---|---|---|\n")
	list, _, _ = strings.Cut(list, "\n\n")
	named := regexp.MustCompile("`([^`]+)`")
	var documented, want []string
	callers := map[string]string{}
	for _, line := range across {
		function, rest, _ := strings.Cut(line, " ")
		role, may, _ := strings.Cut(rest, " ")
		want, callers[function] = append(want, function+" "+role), may
	}
	for row := range strings.Lines(list) {
		cells := strings.Split(row, "|")
		role, file := named.FindStringSubmatch(cells[2])[1], named.FindStringSubmatch(cells[4])
		for _, function := range named.FindAllStringSubmatch(cells[3], -1) {
			documented = append(documented, function[1]+" "+role)
			if !strings.Contains(callers[function[1]], "latchkey_app") {
				continue // triggers, policies and other functions call it
			}
			source, err := os.ReadFile(filepath.Join("..", file[1]))
			must(t, err)
			if !strings.Contains(string(source), function[1]) {
				t.Errorf("%s does not call %s", file[1], function[1])
			}
		}
	}
	slices.Sort(documented)
	if !slices.Equal(documented, want) {
		t.Errorf("ARCHITECTURE.md lists\n%s\nwant\n%s", strings.Join(documented, "\n"), strings.Join(want, "\n"))
	}
}

// Functions that change the workspace of their statement see several as well, though
// each under its own policy; they run with the rights of who calls them.
func TestFunctionsThatChangeTheWorkspaceAreAClosedList(t *testing.T) {
	db := testdb.New(t)
	got := column(t, db.Open(t, db.OwnerURL), `SELECT proname || ' ' || prosecdef FROM pg_proc
		WHERE pronamespace = 'latchkey'::regnamespace AND (prosrc ~* 'set_config|SET +(LOCAL|SESSION)? *latchkey' OR array_to_string(proconfig, ',') ~ 'latchkey\.')`)
	if want := []string{"record_events_together false"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRightsOfTheRoles keeps the rights of each role as narrow as its work.
func TestRightsOfTheRoles(t *testing.T) {
	db := testdb.New(t)
	owner := db.Open(t, db.OwnerURL)
	for role, want := range map[string][]string{
		"latchkey_data": {
			"activity DELETE,INSERT,SELECT,UPDATE",
			"attribute DELETE,INSERT,SELECT,UPDATE",
			"company DELETE,INSERT,SELECT,UPDATE",
			"company_member DELETE,INSERT,SELECT,UPDATE",
			"company_tag DELETE,INSERT,SELECT,UPDATE",
			"contact DELETE,INSERT,SELECT,UPDATE",
			"contact_list DELETE,INSERT,SELECT,UPDATE",
			"contact_tag DELETE,INSERT,SELECT,UPDATE",
			"deal DELETE,INSERT,SELECT,UPDATE",
			"deal_participant DELETE,INSERT,SELECT,UPDATE",
			"deal_product DELETE,INSERT,SELECT,UPDATE",
			"deal_tag DELETE,INSERT,SELECT,UPDATE",
			"event DELETE,INSERT,SELECT,UPDATE",
			"event_id_seq USAGE",
			"event_name DELETE,INSERT,SELECT,UPDATE",
			"goose_db_version SELECT",
			"idempotent_answer INSERT,SELECT,UPDATE",
			"installation SELECT",
			"list DELETE,INSERT,SELECT,UPDATE",
			"loss_reason DELETE,INSERT,SELECT,UPDATE",
			"ping_hit DELETE,INSERT,SELECT,UPDATE",
			"pipeline DELETE,INSERT,SELECT,UPDATE",
			"product DELETE,INSERT,SELECT,UPDATE",
			"product_event DELETE,INSERT,SELECT,UPDATE",
			"record_count INSERT,SELECT,UPDATE",
			"segment DELETE,INSERT,SELECT,UPDATE",
			"stage DELETE,INSERT,SELECT,UPDATE",
			"tag DELETE,INSERT,SELECT,UPDATE",
			"ticket DELETE,INSERT,SELECT,UPDATE",
			"ticket_participant DELETE,INSERT,SELECT,UPDATE",
		},
		"latchkey_lookup":     {"live_secret SELECT"}, // apart from that, columns only
		"latchkey_signin":     nil,
		"latchkey_possession": {"audit_event INSERT"},
		"latchkey_sweep":      nil,
		"latchkey_retention":  {"idempotent_answer DELETE", "mutation_replay DELETE", "usage_day DELETE,INSERT,SELECT,UPDATE", "usage_hour DELETE,SELECT", "usage_source DELETE,SELECT"},
		"latchkey_usage":      {"api_key_browser_use INSERT,SELECT,UPDATE", "api_key_secret_use INSERT,SELECT,UPDATE", "api_key_use INSERT,SELECT,UPDATE", "usage_hour INSERT,SELECT,UPDATE", "usage_source INSERT,SELECT,UPDATE"},
		"latchkey_staff": { // apart from that, columns only
			"allowlist_entry SELECT",
			"api_key SELECT",
			"api_key_browser_use SELECT",
			"api_key_secret_use SELECT",
			"api_key_term SELECT",
			"api_key_use SELECT",
			"audit_event SELECT",
			"member SELECT",
			"record_count SELECT", // of what they see, by its policy
			"support_session SELECT",
			"usage_day SELECT",
			"usage_hour SELECT",
			"usage_source SELECT",
		},
		"latchkey_support_fence":  nil,
		"latchkey_support_search": {"support_session SELECT", "support_term DELETE,INSERT,SELECT"},
		"latchkey_cluster":        {"access_change DELETE,INSERT,SELECT", "epoch SELECT,UPDATE", "node DELETE,INSERT,SELECT,UPDATE"},
	} {
		got := column(t, owner, `SELECT c.relname || ' ' || string_agg(a.privilege_type, ',' ORDER BY a.privilege_type)
			FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
			WHERE c.relnamespace = 'latchkey'::regnamespace AND r.rolname = $1 GROUP BY c.relname ORDER BY c.relname`, role)
		if !slices.Equal(got, want) {
			t.Errorf("%s has %q, want %q", role, got, want)
		}
	}
	data := db.Open(t, db.DataURL)
	for _, table := range []string{"person", "session", "identity", "totp", "recovery_code", "sign_in_challenge", "sign_up", "password_reset", "email_change", "mail_outbox", "invitation", "audit_event", "operator_event", "api_key_secret", "access_change"} {
		_, err := data.ExecContext(t.Context(), `SELECT FROM `+table)
		if e := pq.As(err); e == nil || e.Code != "42501" {
			t.Errorf("a data-plane node reads %s: %v", table, err)
		}
	}
	app := db.Open(t, db.AppURL)
	for _, statement := range []string{"UPDATE audit_event SET action = ''", "DELETE FROM audit_event", "TRUNCATE audit_event", "DELETE FROM operator_event"} {
		_, err := app.ExecContext(t.Context(), statement)
		if e := pq.As(err); e == nil || e.Code != "42501" {
			t.Errorf("the application may %s: %v", statement, err)
		}
	}
}

// What staff may read at all is fenced by their sessions, on top of the tenant's
// fence; it is what their screens show, and never a secret's hash.
func TestWhatStaffReadIsFencedByTheirSessions(t *testing.T) {
	db := testdb.New(t)
	owner := db.Open(t, db.OwnerURL)
	const readable = `SELECT DISTINCT c.oid, c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE c.relnamespace = 'latchkey'::regnamespace AND c.relkind IN ('r', 'p', 'v')
		AND (has_table_privilege('latchkey_staff', c.oid, 'SELECT') OR has_column_privilege('latchkey_staff', c.oid, a.attnum, 'SELECT'))`
	want := []string{"allowlist_entry", "api_key", "api_key_browser_use", "api_key_secret", "api_key_secret_use", "api_key_term", "api_key_use", "audit_event",
		"member", "record_count", "support_session", "usage_day", "usage_hour", "usage_source", "workspace"}
	if got := column(t, owner, `SELECT relname FROM (`+readable+`) AS r ORDER BY 1`); !slices.Equal(got, want) {
		t.Errorf("staff read %q, want %q", got, want)
	}
	for what, query := range map[string]string{
		"tables that staff read without the fence of their sessions": `SELECT relname FROM (` + readable + `) AS r WHERE NOT EXISTS (
			SELECT FROM pg_policy p WHERE p.polrelid = r.oid AND NOT p.polpermissive AND p.polroles = ARRAY['latchkey_staff'::regrole::oid])`,
		"policies that let staff in": `SELECT polname FROM pg_policy WHERE polpermissive AND 'latchkey_staff'::regrole = ANY (polroles)`,
		"what staff write": `SELECT relname FROM pg_class c WHERE relnamespace = 'latchkey'::regnamespace AND relkind IN ('r', 'p', 'v')
			AND has_any_column_privilege('latchkey_staff', c.oid, 'INSERT, UPDATE, REFERENCES')`,
		"secrets that staff read": `SELECT attname FROM pg_attribute WHERE attrelid = 'latchkey.api_key_secret'::regclass AND attnum > 0
			AND attname IN ('hash', 'pepper_id') AND has_column_privilege('latchkey_staff', attrelid, attnum, 'SELECT')`,
		"roles that are staff without becoming it": `SELECT rolname FROM pg_roles WHERE rolname ~ '^latchkey_' AND rolname <> 'latchkey_staff'
			AND pg_has_role(oid, 'latchkey_staff', 'USAGE')`,
	} {
		if found := column(t, owner, query); len(found) > 0 {
			t.Errorf("%s: %v", what, found)
		}
	}
	if got := column(t, owner, `SELECT rolcanlogin::text || rolbypassrls || rolsuper FROM pg_roles WHERE rolname = 'latchkey_staff'`); !slices.Equal(got, []string{"falsefalsefalse"}) {
		t.Errorf("the role of staff may log in or pass fences: %v", got)
	}
}

// A migration that changes rows must take FORCE off: as the owner it changes
// nothing otherwise, and says nothing.
func TestABackfillReachesAllWorkspaces(t *testing.T) {
	db := testdb.New(t)
	st := open(t, db.AppURL)
	seed(t, st, "one")
	seed(t, st, "two")
	owner := db.Open(t, db.OwnerURL)
	const backfill = `UPDATE workspace SET name = 'filled'`
	if n := affected(t, owner, backfill); n != 0 {
		t.Errorf("under FORCE the owner changed %d rows", n)
	}
	tx, err := owner.BeginTx(t.Context(), nil)
	must(t, err)
	defer tx.Rollback() // after the commit it does nothing
	for _, step := range []string{`ALTER TABLE workspace NO FORCE ROW LEVEL SECURITY`, backfill, `SET CONSTRAINTS ALL IMMEDIATE`,
		`ALTER TABLE workspace FORCE ROW LEVEL SECURITY`} {
		_, err := tx.ExecContext(t.Context(), step)
		must(t, err)
	}
	must(t, tx.Commit())
	super := db.Open(t, db.SuperURL)
	if n := count(t, super, `SELECT count(*) FROM latchkey.workspace WHERE name = 'filled'`); n != 2 {
		t.Errorf("%d of 2 workspaces were filled", n)
	}
}

func column(t *testing.T, db *sql.DB, query string, args ...any) (values []string) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), query, args...)
	must(t, err)
	defer rows.Close() // rows.Err is returned below
	for rows.Next() {
		var v string
		must(t, rows.Scan(&v))
		values = append(values, v)
	}
	must(t, rows.Err())
	return values
}
