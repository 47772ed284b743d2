package graph_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"latchkey/graph/exec"
)

// mostStatements is what a screen may cost, its session's included.
const mostStatements = 8

// screens are queries of screens that the dashboard's own documents do not have.
var screens = map[string]string{
	"keys with hints and usage": `query ($workspace: ID!, $first: Int!) { workspace(id: $workspace) { apiKeys(first: $first) { totalCount edges { node {
		id name status rotation { startedAt oldSecretLastUse { at } } createdBy { label } hints { code } } } } } }`,
	"usage of each key": `query ($workspace: ID!, $first: Int!, $range: UsageRange!, $by: UsageGroup!) { workspace(id: $workspace) { apiKeys(first: $first) { edges { node {
		id usage(range: $range, groupBy: $by) { calls } } } } } }`,
	"usage by key": `query ($workspace: ID!, $range: UsageRange!) { workspace(id: $workspace) { usage(range: $range, groupBy: KEY) { calls rows { calls apiKey { name } } } } }`,
	"the audit log": `query ($workspace: ID!, $first: Int!) { workspace(id: $workspace) { auditEvents(first: $first) { totalCount edges { node {
		id at action actor { label } target { label } before { name } after { name text } } } } } }`,
	"members": `query ($workspace: ID!, $first: Int!) { workspace(id: $workspace) {
		members(first: $first) { totalCount edges { node { id personId name email role joinedAt version isViewer } } }
		invitations(first: $first) { totalCount edges { node { id email role invitedBy { label } createdAt expiresAt isExpired } } } } }`,
	"support sessions": `query ($workspace: ID!, $first: Int!) { workspace(id: $workspace) { supportSessions(first: $first) { totalCount edges { node { id staff { label } status reason endsAt } } } } }`,
	"the workspace":    `query ($workspace: ID!) { workspace(id: $workspace) { slug name timeZone version suspendedAt longestLifetimeDays disableUnusedAfterDays viewerRole } }`,
}

// tenants is the console's search, of people of staff.
const tenants = `{ support { tenants(search: "w", first: 100) { totalCount edges { node { id slug name members keys activeKeys allowlistEntries } } } } }`

// What a screen costs does not grow with its rows.
func TestScreensCostFewStatementsWhateverTheyShow(t *testing.T) {
	w := newWorld(t)
	all := w.screens()
	for name, query := range screens {
		all[name] = query
	}
	key := w.createKey(w.acme)
	w.rotatingKey(w.acme)
	w.use(key)
	w.addEntry(w.acme)
	cost := func() map[string]int64 {
		costs := map[string]int64{}
		for name, query := range all {
			variables := w.variables(query, key)
			before := w.ran.Load()
			if a := w.ask("OWNER", query, variables); len(a.Errors) > 0 {
				t.Fatalf("%s: %s", name, a.raw)
			}
			costs[name] = w.ran.Load() - before
		}
		before := w.ran.Load()
		if a := w.ask("STAFF", tenants, nil); len(a.Errors) > 0 {
			t.Fatal(a.raw)
		}
		costs["tenants"] = w.ran.Load() - before
		return costs
	}
	w.ask("STAFF", tenants, nil) // signs in
	few := cost()
	w.fill(100)
	for name, many := range cost() {
		if many != few[name] || many > mostStatements {
			t.Errorf("%s: %d statements with a row or two and %d with 100, and at most %d are allowed", name, few[name], many, mostStatements)
		}
	}
}

// fill adds n more of what lists show: keys that were used and some of them rotating, entries, events,
// members, invitations and workspaces.
func (w *world) fill(n int) {
	w.t.Helper()
	w.inWorkspace(w.acme, fmt.Sprintf(`
		WITH keys AS (INSERT INTO latchkey.api_key (workspace_id, id, name, name_key, scope, created_at, created_by_label)
			SELECT '%[1]s', gen_random_uuid(), 'Key ' || n, 'key ' || n, 'ALL', '2026-05-01', 'a test' FROM generate_series(1, %[2]d) n RETURNING id),
		secrets AS (INSERT INTO latchkey.api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at)
			SELECT '%[1]s', gen_random_uuid(), id, 'p1', sha256(id::text::bytea), 'lk_…abcd', '2026-05-01' FROM keys RETURNING key_id),
		old AS (INSERT INTO latchkey.api_key_secret (workspace_id, id, key_id, pepper_id, hash, hint, created_at, valid_until)
			SELECT '%[1]s', gen_random_uuid(), key_id, 'p1', sha256(('old' || key_id)::bytea), 'lk_…abce', '2026-05-01', '2026-06-01' FROM secrets)
		INSERT INTO latchkey.allowlist_entry (workspace_id, id, range, note, created_at, created_by_label)
		SELECT '%[1]s', gen_random_uuid(), '203.0.113.' || n || '/32', '', '2026-05-01', 'a test' FROM generate_series(1, %[2]d) n`, w.acme, n))
	w.inWorkspace(w.acme, fmt.Sprintf(`SELECT latchkey.usage_flush(array_agg(k.workspace_id), array_agg(k.id), array_agg('2026-05-04 13:00Z'::timestamptz), array_agg('users.list'::text),
			array_agg('2xx'::text), array_agg('read'::text), array_agg(1::bigint),
			array_agg(k.workspace_id), array_agg(k.id), array_agg('2026-05-04'::date), array_agg('address'::text), array_agg('198.51.100.7'::text), array_agg(1::bigint), array_agg(0::bigint), array_agg('2026-05-04 13:00Z'::timestamptz),
			array_agg(k.workspace_id), array_agg(k.id), array_agg('2026-05-04 13:00Z'::timestamptz), array_agg(''::text), array_agg('a client'::text), array_agg('users.list'::text))
		FROM latchkey.api_key k WHERE k.workspace_id = '%s'`, w.acme))
	for range n {
		w.addEntry(w.acme)
		w.newMember(w.acme)
		id := uuid.NewString()
		w.inWorkspace(id, fmt.Sprintf(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ('%[1]s', 'w-%[1]s', 'W', 'UTC')`, id))
	}
}

// screens are the queries of the dashboard, with their fragments.
func (w *world) screens() map[string]string {
	w.t.Helper()
	var text strings.Builder
	w.must(filepath.WalkDir(filepath.Join("..", "dashboard", "src"), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".graphql" {
			return err
		}
		document, err := os.ReadFile(path)
		text.Write(document)
		return err
	}))
	schema := exec.NewExecutableSchema(exec.Config{}).Schema()
	document, wrong := gqlparser.LoadQueryWithRules(schema, text.String(), rules.NewDefaultRules())
	if len(wrong) > 0 {
		w.t.Fatal(wrong)
	}
	all := map[string]string{}
	for _, o := range document.Operations {
		if o.Operation != ast.Query {
			continue
		}
		var alone strings.Builder
		used := map[string]*ast.FragmentDefinition{}
		spreads(o.SelectionSet, used)
		one := &ast.QueryDocument{Operations: ast.OperationList{o}}
		for _, f := range used {
			one.Fragments = append(one.Fragments, f)
		}
		formatter.NewFormatter(&alone).FormatQueryDocument(one)
		all["the dashboard's "+o.Name] = alone.String()
	}
	if len(all) < 3 {
		w.t.Errorf("the dashboard has only %d queries", len(all))
	}
	return all
}

// spreads collects the fragments that a selection uses.
func spreads(set ast.SelectionSet, used map[string]*ast.FragmentDefinition) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			spreads(s.SelectionSet, used)
		case *ast.InlineFragment:
			spreads(s.SelectionSet, used)
		case *ast.FragmentSpread:
			used[s.Name] = s.Definition
			spreads(s.Definition.SelectionSet, used)
		}
	}
}

// variables are values for those that a query needs, by their names and types.
func (w *world) variables(query, key string) map[string]any {
	w.t.Helper()
	document, wrong := gqlparser.LoadQueryWithRules(exec.NewExecutableSchema(exec.Config{}).Schema(), query, rules.NewDefaultRules())
	if len(wrong) > 0 {
		w.t.Fatalf("%s: %v", query, wrong)
	}
	values := map[string]any{}
	for _, v := range document.Operations[0].VariableDefinitions {
		if !v.Type.NonNull {
			continue
		}
		byName := map[string]any{
			"workspace": w.acme, "slug": "acme", "id": key, "first": 100, "range": map[string]any{}, "by": "DAY", "search": "w", "person": uuid.NewString(), "token": "an unknown one", "address": "192.0.2.1", "receipt": w.receipt(w.acme),
		}
		value, known := byName[v.Variable]
		if !known {
			w.t.Fatalf("say here what $%s is in this query: %s", v.Variable, query)
		}
		values[v.Variable] = value
	}
	return values
}
