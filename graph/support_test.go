package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"latchkey/internal/receipt"
)

const (
	startSupport = `mutation ($i: StartSupportSessionInput!) { startSupportSession(input: $i) {
		supportSession { id status reason ticket endsAt lapsesAt version } replayed userErrors { code message field } } }`
	endSupport     = `mutation ($id: ID!) { endSupportSession(input: {id: $id}) { supportSession { status endedBy { kind label } } userErrors { code } } }`
	approveSupport = `mutation ($id: ID!) { approveSupportSession(input: {id: $id}) { supportSession { status endsAt decidedBy { label } } userErrors { code } } }`
	refuseSupport  = `mutation ($id: ID!) { refuseSupportSession(input: {id: $id}) { supportSession { status } userErrors { code } } }`
	demandApproval = `mutation ($w: ID!, $v: Int!, $is: Boolean!) { updateWorkspace(input: {workspaceId: $w, expectedVersion: $v, supportApprovalRequired: $is}) {
		workspace { version supportApprovalRequired } userErrors { code } } }`
	keysOfAcme = `query ($id: ID) { workspace(id: $id) { viewerRole supportSession { status endsAt } apiKeys { edges { node { name } } } } }`
)

func (w *world) start(who string, input map[string]any) answer {
	w.t.Helper()
	for name, value := range map[string]any{"workspaceId": w.acme, "reason": "They cannot connect", "minutes": 30} {
		if _, given := input[name]; !given {
			input[name] = value
		}
	}
	return w.ask(who, startSupport, map[string]any{"i": input})
}

// events are the actions and details of what the audit of acme says of support, the oldest first.
func (w *world) supportEvents() (all []string) {
	w.t.Helper()
	a := w.good("OWNER", `query ($id: ID) { workspace(id: $id) { auditEvents(first: 100) { edges { node { action actor { kind label } after { name text } } } } } }`,
		map[string]any{"id": w.acme})
	edges, _ := a.at("workspace.auditEvents.edges").([]any)
	for _, e := range edges {
		node := answer{Data: e.(map[string]any)}
		line := node.text("node.action") + " " + node.text("node.actor.kind") + " " + node.text("node.actor.label")
		if node.text("node.action") == "support.looked" {
			line += " " + node.text("node.after.0.text")
		}
		if strings.HasPrefix(line, "support.") {
			all = append(all, line)
		}
	}
	slices.Reverse(all)
	return all
}

func TestStaffLookIntoAWorkspaceInSightOfItsPeople(t *testing.T) {
	w := newWorld(t)
	w.createKey(w.acme)
	id := map[string]any{"id": w.acme}
	if a := w.ask("STAFF", keysOfAcme, id); a.at("workspace") != nil || len(a.Errors) > 0 {
		t.Fatalf("without a session: %s", a.raw)
	}
	started := w.start("STAFF", map[string]any{"ticket": "T-7"})
	if started.text("startSupportSession.supportSession.status") != "OPEN" || started.text("startSupportSession.supportSession.endsAt") == "" {
		t.Fatalf("started: %s", started.raw)
	}
	for range 2 {
		a := w.good("STAFF", keysOfAcme, id)
		if a.at("workspace.viewerRole") != nil || a.text("workspace.supportSession.status") != "OPEN" || a.text("workspace.apiKeys.edges.0.node.name") != "A key" {
			t.Fatalf("with a session: %s", a.raw)
		}
	}
	if a := w.good("VIEWER", keysOfAcme, id); a.at("workspace.supportSession") != nil {
		t.Errorf("a member looks through a session: %s", a.raw)
	}
	seen := w.good("VIEWER", `query ($id: ID) { workspace(id: $id) { supportSessions(filter: {status: OPEN}) { totalCount edges { node { id reason ticket staff { kind label } } } } } }`, id)
	if n, _ := seen.at("workspace.supportSessions.totalCount").(float64); n != 2 || !strings.Contains(seen.raw, `"ticket":"T-7","staff":{"kind":"SUPPORT","label":"STAFF@example.com"}`) {
		t.Errorf("members see %s", seen.raw)
	}
	session := map[string]any{"id": started.text("startSupportSession.supportSession.id")}
	ended := w.good("ADMIN", endSupport, session)
	if ended.text("endSupportSession.supportSession.status") != "ENDED" || ended.text("endSupportSession.supportSession.endedBy.label") != "ADMIN@example.com" {
		t.Errorf("ended: %s", ended.raw)
	}
	if a := w.ask("STAFF", keysOfAcme, id); a.at("workspace") != nil {
		t.Errorf("after its end: %s", a.raw)
	}
	w.good("STAFF", endSupport, session)
	want := []string{
		"support.started SUPPORT STAFF@example.com", "support.looked SUPPORT STAFF@example.com WORKSPACE",
		"support.looked SUPPORT STAFF@example.com API_KEYS", "support.ended MEMBER ADMIN@example.com",
	}
	if got := w.supportEvents(); !slices.Equal(got, want) {
		t.Errorf("the audit says\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnOwnerLetsStaffIn(t *testing.T) {
	w := newWorld(t)
	w.good("OWNER", demandApproval, map[string]any{"w": w.acme, "v": 1, "is": true})
	if a := w.ask("ADMIN", demandApproval, map[string]any{"w": w.acme, "v": 2, "is": false}); a.code() != "FORBIDDEN" {
		t.Errorf("an admin does without approval: %s", a.raw)
	}
	ask := func() map[string]any {
		t.Helper()
		a := w.start("STAFF", map[string]any{})
		if a.text("startSupportSession.supportSession.status") != "PENDING_APPROVAL" || a.text("startSupportSession.supportSession.lapsesAt") == "" {
			t.Fatalf("asked: %s", a.raw)
		}
		return map[string]any{"id": a.text("startSupportSession.supportSession.id")}
	}
	first := ask()
	if a := w.ask("STAFF", keysOfAcme, map[string]any{"id": w.acme}); a.at("workspace") != nil {
		t.Errorf("before approval: %s", a.raw)
	}
	if a := w.start("STAFF", map[string]any{}); !slices.Equal(a.userErrors(), []string{"SUPPORT_SESSION_UNDER_WAY"}) {
		t.Errorf("asked twice: %s", a.raw)
	}
	waiting := w.good("STAFF", `{ support { sessions { status workspaceSlug } } }`, nil)
	if waiting.text("support.sessions.0.status") != "PENDING_APPROVAL" || waiting.text("support.sessions.0.workspaceSlug") != "acme" {
		t.Errorf("the console shows %s", waiting.raw)
	}
	w.good("OWNER", refuseSupport, first)
	w.good("OWNER", refuseSupport, first)
	if a := w.ask("OWNER", approveSupport, first); !slices.Equal(a.userErrors(), []string{"SUPPORT_SESSION_OVER"}) {
		t.Errorf("approved what was refused: %s", a.raw)
	}
	second := ask()
	for range 2 {
		a := w.good("OWNER", approveSupport, second)
		if a.text("approveSupportSession.supportSession.status") != "OPEN" || a.text("approveSupportSession.supportSession.decidedBy.label") != "OWNER@example.com" {
			t.Errorf("approved: %s", a.raw)
		}
	}
	w.good("STAFF", keysOfAcme, map[string]any{"id": w.acme})
	if a := w.ask("OWNER", refuseSupport, second); !slices.Equal(a.userErrors(), []string{"SUPPORT_SESSION_RUNS"}) {
		t.Errorf("refused what runs: %s", a.raw)
	}
	if got := w.supportEvents(); !slices.Equal(got[:4], []string{
		"support.requested SUPPORT STAFF@example.com", "support.refused MEMBER OWNER@example.com",
		"support.requested SUPPORT STAFF@example.com", "support.approved MEMBER OWNER@example.com",
	}) {
		t.Errorf("the audit says %q", got)
	}
}

func TestARequestForSupportIsChecked(t *testing.T) {
	w := newWorld(t)
	for want, input := range map[string]map[string]any{
		"REASON_EMPTY":    {"reason": "  "},
		"REASON_INVALID":  {"reason": strings.Repeat("x", 501)},
		"TICKET_INVALID":  {"ticket": "two\nlines"},
		"MINUTES_INVALID": {"minutes": 61},
	} {
		if a := w.start("STAFF", input); !slices.Equal(a.userErrors(), []string{want}) {
			t.Errorf("%v: %s", input, a.raw)
		}
	}
	if a := w.start("STAFF", map[string]any{"workspaceId": uuid.NewString()}); a.code() != "NOT_FOUND" {
		t.Errorf("a workspace that is none: %s", a.raw)
	}
	w.stale("STAFF")
	if a := w.start("STAFF", map[string]any{}); a.code() != "REAUTHENTICATION_REQUIRED" {
		t.Errorf("with an old sign-in: %s", a.raw)
	}
	w.cookies["STAFF"] = w.signIn("STAFF")
	first := w.start("STAFF", map[string]any{"idempotencyKey": "k"})
	again := w.start("STAFF", map[string]any{"idempotencyKey": "k"})
	if again.at("startSupportSession.replayed") != true || again.text("startSupportSession.supportSession.id") != first.text("startSupportSession.supportSession.id") {
		t.Errorf("a retry: %s", again.raw)
	}
	if a := w.start("STAFF", map[string]any{"idempotencyKey": "k", "minutes": 31}); !slices.Equal(a.userErrors(), []string{"IDEMPOTENCY_MISMATCH"}) {
		t.Errorf("the key for another request: %s", a.raw)
	}
	w.inWorkspace(w.acme, fmt.Sprintf(`INSERT INTO latchkey.member (workspace_id, id, person_id, role) VALUES ('%s', gen_random_uuid(), '%s', 'VIEWER')`, w.acme, w.ids["STAFF"]))
	if a := w.start("STAFF", map[string]any{}); !slices.Equal(a.userErrors(), []string{"STAFF_IS_MEMBER"}) {
		t.Errorf("a member: %s", a.raw)
	}
}

func TestStaffExplainRefusalsWhereASessionRuns(t *testing.T) {
	w := newWorld(t)
	const explain = `query ($w: ID, $r: String!) { workspace(id: $w) { explainRefusal(receipt: $r) { reason apiKey { id } } } }`
	for who, of := range map[string]string{"their own": w.acme, "nobody's": ""} {
		a := w.ask("SUPPORT", explain, map[string]any{"w": w.acme, "r": w.receipt(of)})
		if a.text("workspace.explainRefusal.reason") == "" {
			t.Errorf("%s receipt: %s", who, a.raw)
		}
	}
	foreign := w.ask("SUPPORT", explain, map[string]any{"w": w.acme, "r": w.receipt(w.other)})
	if garbage := w.ask("SUPPORT", explain, map[string]any{"w": w.acme, "r": "lkr_" + strings.Repeat("a", receipt.Length-4)}); foreign.raw != garbage.raw || foreign.code() != "BAD_USER_INPUT" {
		t.Errorf("another workspace's receipt: %s\ngarbage: %s", foreign.raw, garbage.raw)
	}
	if got := w.supportEvents(); !slices.Contains(got, "support.looked SUPPORT SUPPORT@example.com REFUSALS") {
		t.Errorf("the audit says %q", got)
	}
}

func TestTenantsAreFound(t *testing.T) {
	w := newWorld(t)
	w.inWorkspace(w.other, fmt.Sprintf(`UPDATE latchkey.workspace SET name = 'łódź  First Bank' WHERE id = '%s'`, w.other))
	w.addEntry(w.acme)
	key := w.createKey(w.acme)
	w.inWorkspace(w.acme, `UPDATE latchkey.api_key_secret SET hint = 'lk_…Q7xZ'`) // random letters may be the beginning of a name
	hint := w.good("OWNER", `query ($w: ID, $id: ID!) { workspace(id: $w) { apiKey(id: $id) { hint } } }`, map[string]any{"w": w.acme, "id": key}).text("workspace.apiKey.hint")
	tail := strings.TrimPrefix(hint, "lk_…")
	search := func(text string) answer {
		return w.ask("STAFF", `query ($s: String!) { support { tenants(search: $s) { totalCount pageInfo { hasNextPage }
			edges { node { slug members keys activeKeys allowlistEntries suspendedAt } } } } }`, map[string]any{"s": text})
	}
	for text, want := range map[string]string{
		"acme": "acme", " ACM": "acme", "łó": "other", "first b": "other", "BANK": "other", "ban k": "", "irst": "", "%": "", "oth": "other",
		"owner@EXAMPLE.com": "acme", "stranger@example.com": "other", "own@example.com": "", "a workspace": "acme",
		hint: "acme", "lk_..." + tail: "acme", "…" + tail: "acme", tail: "acme", "zz_…" + tail: "",
		w.receipt(w.other): "other", `{"receipt": "` + w.receipt(w.acme) + `"}`: "acme",
	} {
		a := search(text)
		if got := a.text("support.tenants.edges.0.node.slug"); got != want || a.code() != "" {
			t.Errorf("%q finds %q, want %q: %s", text, got, want, a.raw)
		}
	}
	counted := search("acme").raw
	if want := `"totalCount":1,"pageInfo":{"hasNextPage":false},"edges":[{"node":{"slug":"acme","members":4,"keys":1,"activeKeys":1,"allowlistEntries":1,"suspendedAt":null}}]`; !strings.Contains(counted, want) {
		t.Errorf("%s\nwant %s", counted, want)
	}
	secret := w.good("OWNER", `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { secret userErrors { code } } }`,
		map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": "Another", "scope": "ALL"}}).text("createApiKey.secret")
	for name, text := range map[string]string{
		"nothing": " ", "a secret": secret, "too much": strings.Repeat("x", 101), "two lines\x00": "a\x00b",
		"garbage": "lkr_" + strings.Repeat("a", receipt.Length-4), "a receipt of nobody": w.receipt(""),
	} {
		if a := search(text); a.code() != "BAD_USER_INPUT" || strings.Contains(a.raw, secret) {
			t.Errorf("%s: %s", name, a.raw)
		}
	}
	var searches, secrets int
	w.must(w.app.QueryRowContext(t.Context(), `SELECT count(*), count(*) FILTER (WHERE strpos(convert_from(body, 'UTF8'), $1) > 0) FROM latchkey.operator_event WHERE action = 'support.searched'`, secret).
		Scan(&searches, &secrets))
	if searches != 21 || secrets != 0 {
		t.Errorf("the operator's chain has %d searches, %d with a secret", searches, secrets)
	}
}

func TestTenantsComeInPages(t *testing.T) {
	w := newWorld(t)
	want := []string{}
	for i := range 105 {
		id, slug := uuid.NewString(), fmt.Sprintf("tenant-%03d-tenant", i)
		w.inWorkspace(id, fmt.Sprintf(`INSERT INTO latchkey.workspace (id, slug, name, time_zone) VALUES ('%s', '%s', 'Tenant', 'UTC')`, id, slug))
		want = append(want, slug)
	}
	var got []string
	after := any(nil)
	for range 10 {
		a := w.good("STAFF", `query ($after: String) { support { tenants(search: "tenant", first: 50, after: $after) {
			totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } } }`, map[string]any{"after": after})
		if a.at("support.tenants.totalCount") != nil {
			t.Errorf("more than 100 were counted: %s", a.raw)
		}
		edges, _ := a.at("support.tenants.edges").([]any)
		for i := range edges {
			got = append(got, a.text(fmt.Sprintf("support.tenants.edges.%d.node.slug", i)))
		}
		if a.at("support.tenants.pageInfo.hasNextPage") != true {
			break
		}
		after = a.at("support.tenants.pageInfo.endCursor")
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%d tenants came, each once? %v", len(got), len(slices.Compact(got)) == len(got))
	}
}
