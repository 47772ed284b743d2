package graph_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// with is a copy of an input with some of it replaced; nil is null.
func with(input map[string]any, changes map[string]any) map[string]any {
	copied := map[string]any{}
	for _, m := range []map[string]any{input, changes} {
		for k, v := range m {
			copied[k] = v
		}
	}
	return copied
}

// TestBadInput gives each mutation one wrong thing, and expects its own code, the
// field that is wrong, and nothing changed.
func TestBadInput(t *testing.T) {
	w := newWorld(t)
	mine := w.own(w.acme, "acme")
	listed := w.good("OWNER", `query ($id: ID) { workspace(id: $id) { ipAllowlist { entries { edges { node { range } } } } } }`,
		map[string]any{"id": w.acme}).text("workspace.ipAllowlist.entries.edges.0.node.range")
	entry := func(over map[string]any) map[string]any {
		return map[string]any{"entries": []any{with(map[string]any{"range": "192.0.2.1"}, over)}}
	}
	long := strings.Repeat("x", 300)
	for _, c := range []struct {
		mutation string
		over     map[string]any
		want     string // a user error's code, or that of an error
		field    string
	}{
		{"createWorkspace", map[string]any{"slug": "No Slug"}, "SLUG_INVALID", "slug"},
		{"createWorkspace", map[string]any{"slug": "other"}, "SLUG_TAKEN", "slug"},
		{"createWorkspace", map[string]any{"name": long}, "NAME_TOO_LONG", "name"},
		{"createWorkspace", map[string]any{"timeZone": "Mars/Olympus"}, "TIME_ZONE_UNKNOWN", "timeZone"},
		{"createWorkspace", map[string]any{"timeZone": "Local"}, "TIME_ZONE_UNKNOWN", "timeZone"},

		{"updateWorkspace", map[string]any{"name": " "}, "NAME_EMPTY", "name"},
		{"updateWorkspace", map[string]any{"timeZone": "Mars/Olympus"}, "TIME_ZONE_UNKNOWN", "timeZone"},
		{"updateWorkspace", map[string]any{"longestLifetimeDays": 0}, "POLICY_DAYS_INVALID", "longestLifetimeDays"},
		{"updateWorkspace", map[string]any{"disableUnusedAfterDays": 3651}, "POLICY_DAYS_INVALID", "disableUnusedAfterDays"},
		{"updateWorkspace", map[string]any{"disableUnusedAfterDays": "30"}, "BAD_USER_INPUT", ""},
		{"updateWorkspace", map[string]any{"expectedVersion": 2}, "CONFLICT", "expectedVersion"},
		{"updateWorkspace", map[string]any{"workspaceId": mine.key}, "NOT_FOUND", ""},

		{"createApiKey", map[string]any{"name": ""}, "NAME_EMPTY", "name"},
		{"createApiKey", map[string]any{"name": " \t "}, "NAME_EMPTY", "name"},
		{"createApiKey", map[string]any{"name": long}, "NAME_TOO_LONG", "name"},
		{"createApiKey", map[string]any{"name": "two\nlines"}, "NAME_INVALID", "name"},
		{"createApiKey", map[string]any{"expiresOn": "2026-05-04"}, "DAY_IN_PAST", "expiresOn"}, // over in Auckland
		{"createApiKey", map[string]any{"expiresOn": "2026-02-30"}, "DAY_UNKNOWN", "expiresOn"},
		{"createApiKey", map[string]any{"expiresOn": "tomorrow"}, "DAY_MALFORMED", "expiresOn"},
		{"createApiKey", map[string]any{"expiresOn": ""}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"expiresOn": 20261130}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"scope": "EVERYTHING"}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"scope": nil}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"name": true}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"name": []any{"a"}}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"name": 7}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"colour": "red"}, "BAD_USER_INPUT", ""},
		{"createApiKey", map[string]any{"workspaceId": "acme"}, "NOT_FOUND", ""},
		{"createApiKey", map[string]any{"workspaceId": strings.ToUpper(w.acme)}, "NOT_FOUND", ""},
		{"createApiKey", map[string]any{"idempotencyKey": long}, "IDEMPOTENCY_KEY_INVALID", "idempotencyKey"},

		{"updateApiKey", map[string]any{"name": long}, "NAME_TOO_LONG", "name"},
		{"updateApiKey", map[string]any{"expiresOn": "2020-01-01"}, "DAY_IN_PAST", "expiresOn"},
		{"updateApiKey", map[string]any{"scope": "NONE"}, "BAD_USER_INPUT", ""},
		{"updateApiKey", map[string]any{"expectedVersion": 2}, "CONFLICT", "expectedVersion"},
		{"updateApiKey", map[string]any{"expectedVersion": 99999999999}, "BAD_USER_INPUT", ""},
		{"updateApiKey", map[string]any{"id": mine.entry}, "NOT_FOUND", ""},

		{"revokeApiKey", map[string]any{"reason": "BOREDOM"}, "BAD_USER_INPUT", ""},
		{"revokeApiKey", map[string]any{"note": strings.Repeat("x", 501)}, "NOTE_TOO_LONG", "note"},
		{"revokeApiKey", map[string]any{"id": ""}, "NOT_FOUND", ""},

		{"revokeAllApiKeys", map[string]any{"slug": "other"}, "SLUG_MISMATCH", "slug"},
		{"revokeAllApiKeys", map[string]any{"reason": "BOREDOM"}, "BAD_USER_INPUT", ""},
		{"revokeAllApiKeys", map[string]any{"note": strings.Repeat("x", 501)}, "NOTE_TOO_LONG", "note"},

		{"startApiKeyRotation", map[string]any{"keepOldFor": -1}, "OVERLAP_INVALID", "keepOldFor"},
		{"startApiKeyRotation", map[string]any{"keepOldFor": 30*86_400 + 1}, "OVERLAP_INVALID", "keepOldFor"},
		{"startApiKeyRotation", map[string]any{"keepOldFor": "1 day"}, "BAD_USER_INPUT", ""},
		{"startApiKeyRotation", map[string]any{"id": mine.rotating}, "ROTATION_UNDER_WAY", ""},
		{"startApiKeyRotation", map[string]any{"idempotencyKey": long}, "IDEMPOTENCY_KEY_INVALID", "idempotencyKey"},
		{"finishApiKeyRotation", map[string]any{"id": mine.key}, "NO_ROTATION", ""},
		{"cancelApiKeyRotation", map[string]any{"id": mine.key}, "NO_ROTATION", ""},
		{"setApiKeyDisabled", map[string]any{"expectedVersion": 9}, "CONFLICT", "expectedVersion"},
		{"setApiKeyDisabled", map[string]any{"disabled": nil}, "BAD_USER_INPUT", ""},

		{"addIpAllowlistEntries", entry(map[string]any{"range": "010.0.0.1"}), "ADDRESS_LEADING_ZERO", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": "1.2.3.4/33"}), "RANGE_LENGTH_TOO_LONG", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": "fe80::1%eth0"}), "ADDRESS_ZONE", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": "::ffff:10.0.0.0/90"}), "RANGE_MAPPED_TOO_WIDE", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": "localhost"}), "ADDRESS_HOSTNAME", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": ""}), "ADDRESS_EMPTY", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": listed}), "ALREADY_ON_LIST", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"range": "0.0.0.0/0"}), "WOULD_ALLOW_EVERYONE", "entries 0 range"},
		{"addIpAllowlistEntries", entry(map[string]any{"note": long}), "NOTE_TOO_LONG", "entries 0 note"},
		{"addIpAllowlistEntries", entry(map[string]any{"expiresAt": "2020-01-01T00:00:00Z"}), "EXPIRY_IN_PAST", "entries 0 expiresAt"},
		{"addIpAllowlistEntries", entry(map[string]any{"expiresAt": "soon"}), "BAD_USER_INPUT", ""},
		{"addIpAllowlistEntries", map[string]any{"entries": []any{}}, "NOTHING_GIVEN", "entries"},
		{"addIpAllowlistEntries", map[string]any{"entries": []any{map[string]any{"range": "192.0.2.1"}, map[string]any{"range": "192.0.2.1/32"}}}, "ALREADY_ON_LIST", "entries 1 range"},

		{"updateIpAllowlistEntry", map[string]any{"note": long}, "NOTE_TOO_LONG", "note"},
		{"updateIpAllowlistEntry", map[string]any{"expectedVersion": 0}, "CONFLICT", "expectedVersion"},
		{"removeIpAllowlistEntries", map[string]any{"mayTurnOff": false}, "WOULD_TURN_OFF", "ids"},
		{"removeIpAllowlistEntries", map[string]any{"mayTurnOff": "true"}, "BAD_USER_INPUT", ""},
		{"removeIpAllowlistEntries", map[string]any{"ids": []any{}}, "NOTHING_GIVEN", "ids"},
		{"removeIpAllowlistEntries", map[string]any{"ids": []any{mine.entry, mine.key}}, "NOT_FOUND", ""},
	} {
		t.Run(fmt.Sprint(c.mutation, " ", c.want), func(t *testing.T) {
			op := operations["Mutation."+c.mutation](mine)
			op.variables["i"] = with(op.variables["i"].(map[string]any), c.over)
			before := w.audited()
			a := w.ask("OWNER", op.query, op.variables)
			if got := append(a.userErrors(), a.code()); got[0] != c.want || len(got) > 1 && got[1] != "" {
				t.Fatalf("got %v, want %s: %s", got, c.want, a.raw)
			}
			if c.field != "" {
				checkField(t, a, c.mutation, strings.Fields(c.field))
			}
			if after := w.audited(); after != before {
				t.Errorf("%d events, before %d", after, before)
			}
		})
	}
}

// checkField expects the user error to name the field, and nothing else in the payload.
func checkField(t *testing.T, a answer, mutation string, want []string) {
	t.Helper()
	got := []string{}
	path, _ := a.at(mutation + ".userErrors.0.field").([]any)
	for _, step := range path {
		got = append(got, step.(string))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("field %q, want %q", got, want)
	}
	for name, value := range a.at(mutation).(map[string]any) {
		if name != "userErrors" && value != nil && value != false {
			t.Errorf("%s is %v beside user errors", name, value)
		}
	}
}

// audited counts the events of acme.
func (w *world) audited() int {
	w.t.Helper()
	n, _ := w.good("OWNER", `query ($id: ID) { workspace(id: $id) { auditEvents { totalCount } } }`, map[string]any{"id": w.acme}).
		at("workspace.auditEvents.totalCount").(float64)
	return int(n)
}

const wholeKey = `id name scope status hint expiresOn expiresAt createdAt createdBy { kind id label } version lastUse { at clientIp userAgent operation }
	revokedAt revocationReason revocationNote`

func TestAKeysLife(t *testing.T) {
	w := newWorld(t)
	create := func(name, idempotency string) answer {
		return w.ask("DEVELOPER", `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey { `+wholeKey+` } secret replayed propagation { nodes waitedMs complete } userErrors { code } } }`,
			map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": name, "scope": "READ_ONLY", "expiresOn": "2026-05-05", "idempotencyKey": idempotency}})
	}
	made := create(" Zürich 🚀 ", "once")
	secret, id := made.text("createApiKey.secret"), made.text("createApiKey.apiKey.id")
	if len(secret) != 64 || made.at("createApiKey.replayed") != false || made.at("createApiKey.propagation.complete") != true {
		t.Fatal(made.raw)
	}
	for path, want := range map[string]any{
		"name": "Zürich 🚀", "scope": "READ_ONLY", "status": "ACTIVE", "expiresOn": "2026-05-05", "expiresAt": "2026-05-05T12:00:00Z",
		"createdBy.label": "DEVELOPER@example.com", "createdBy.kind": "MEMBER", "version": 1.0, "lastUse": nil, "revokedAt": nil,
	} {
		if got := made.at("createApiKey.apiKey." + path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
	if again := create(" Zürich 🚀 ", "once"); again.at("createApiKey.replayed") != true || again.at("createApiKey.secret") != nil || again.text("createApiKey.apiKey.id") != id {
		t.Errorf("replayed: %s", again.raw)
	}
	if other := create("Another name", "once"); !reflect.DeepEqual(other.userErrors(), []string{"IDEMPOTENCY_MISMATCH"}) {
		t.Errorf("other input: %s", other.raw)
	}

	update := func(over map[string]any) answer {
		return w.good("DEVELOPER", `mutation ($i: UpdateApiKeyInput!) { updateApiKey(input: $i) { apiKey { expiresOn expiresAt version name } userErrors { code } } }`,
			map[string]any{"i": with(map[string]any{"id": id}, over)})
	}
	if a := update(map[string]any{"expectedVersion": 1, "name": "Zurich"}); a.text("updateApiKey.apiKey.expiresOn") != "2026-05-05" || a.at("updateApiKey.apiKey.version") != 2.0 {
		t.Errorf("leaving the day out changed it: %s", a.raw)
	}
	if a := update(map[string]any{"expectedVersion": 2, "expiresOn": nil}); a.at("updateApiKey.apiKey.expiresOn") != nil || a.at("updateApiKey.apiKey.expiresAt") != nil {
		t.Errorf("null is not never: %s", a.raw)
	}

	for _, reason := range []string{"LEAKED", "UNUSED"} {
		a := w.good("DEVELOPER", `mutation ($i: RevokeApiKeyInput!) { revokeApiKey(input: $i) { apiKey { status revocationReason revokedAt } propagation { complete } userErrors { code } } }`,
			map[string]any{"i": map[string]any{"id": id, "reason": reason}})
		if a.text("revokeApiKey.apiKey.status") != "REVOKED" || a.text("revokeApiKey.apiKey.revocationReason") != "LEAKED" {
			t.Error(a.raw)
		}
	}
	events := w.good("ADMIN", `query ($id: ID, $k: ID) { workspace(id: $id) { auditEvents(filter: {targetId: $k}) { edges { node { seq action clientIp actor { label } target { id label } before { name text } after { name text } } } } } }`,
		map[string]any{"id": w.acme, "k": id})
	for i, want := range []string{"api_key.revoked", "api_key.updated", "api_key.updated", "api_key.created"} {
		if got := events.text(fmt.Sprintf("workspace.auditEvents.edges.%d.node.action", i)); got != want {
			t.Errorf("event %d is %q, want %q", i, got, want)
		}
	}
	if events.text("workspace.auditEvents.edges.0.node.target.id") != id || events.text("workspace.auditEvents.edges.0.node.clientIp") != "127.0.0.1" {
		t.Error(events.raw)
	}
	w.keptSecret(secret, made, events)
}

// keptSecret looks for a secret where it must not be.
func (w *world) keptSecret(secret string, made answer, others ...answer) {
	w.t.Helper()
	if strings.Count(made.raw, secret) != 1 {
		w.t.Error("the secret is not there once")
	}
	for _, a := range others {
		if strings.Contains(a.raw, secret) {
			w.t.Errorf("an answer has the secret: %s", a.raw)
		}
	}
	if strings.Contains(w.log.String(), secret) || strings.Contains(w.log.String(), password) {
		w.t.Error("the log has a secret")
	}
	if w.db.SuperURL == "" {
		return
	}
	super := w.db.Open(w.t, w.db.SuperURL)
	rows, err := super.QueryContext(w.t.Context(), `SELECT tablename FROM pg_tables WHERE schemaname = 'latchkey'`)
	w.must(err)
	defer rows.Close()
	for rows.Next() {
		var table string
		w.must(rows.Scan(&table))
		var found int
		w.must(super.QueryRowContext(w.t.Context(), fmt.Sprintf(
			`SELECT count(*) FROM latchkey.%s r WHERE position($1 IN r::text) > 0 OR position(encode($1::bytea, 'hex') IN r::text) > 0`, table), secret).Scan(&found))
		if found > 0 {
			w.t.Errorf("table %s has the secret", table)
		}
	}
	w.must(rows.Err())
}

func TestTheAllowlistsLife(t *testing.T) {
	w := newWorld(t)
	change := func(mutation, input string, in map[string]any) answer {
		return w.good("DEVELOPER", fmt.Sprintf(`mutation ($i: %s!) { %s(input: $i) { ipAllowlist { active entries { totalCount edges { node { id range note expiresAt version createdBy { label } } } }
			check(address: "198.51.100.9") { allowed address entry { range } } } entries { id range note version expiresAt } replayed userErrors { code message } } }`, input, mutation), map[string]any{"i": in})
	}
	a := change("addIpAllowlistEntries", "AddIpAllowlistEntriesInput", map[string]any{"workspaceId": w.acme, "entries": []any{
		map[string]any{"range": "::ffff:198.51.100.0/120", "note": "Office", "expiresAt": "2026-06-01T00:00:00+02:00"},
		map[string]any{"range": "2001:db8::/48"},
	}})
	const list = "addIpAllowlistEntries.ipAllowlist."
	if a.at(list+"active") != true || a.at(list+"check.allowed") != true || a.text(list+"check.entry.range") != "198.51.100.0/24" ||
		a.text("addIpAllowlistEntries.entries.0.expiresAt") != "2026-05-31T22:00:00Z" || a.at(list+"entries.totalCount") != 2.0 {
		t.Fatal(a.raw)
	}
	first, second := a.text("addIpAllowlistEntries.entries.0.id"), a.text("addIpAllowlistEntries.entries.1.id")
	u := change("updateIpAllowlistEntry", "UpdateIpAllowlistEntryInput", map[string]any{"id": first, "expectedVersion": 1, "note": "Old office", "expiresAt": nil})
	if u.text("updateIpAllowlistEntry.entries.0.note") != "Old office" || u.at("updateIpAllowlistEntry.entries.0.version") != 2.0 {
		t.Error(u.raw)
	}
	r := change("removeIpAllowlistEntries", "RemoveIpAllowlistEntriesInput", map[string]any{"workspaceId": w.acme, "ids": []any{first}})
	if r.at("removeIpAllowlistEntries.ipAllowlist.check.allowed") != false || r.at("removeIpAllowlistEntries.ipAllowlist.check.entry") != nil {
		t.Error(r.raw)
	}
	r = change("removeIpAllowlistEntries", "RemoveIpAllowlistEntriesInput", map[string]any{"workspaceId": w.acme, "ids": []any{second, second}, "mayTurnOff": true})
	if r.at("removeIpAllowlistEntries.ipAllowlist.active") != false || r.at("removeIpAllowlistEntries.ipAllowlist.check.allowed") != true {
		t.Error(r.raw)
	}
	if a := w.ask("OWNER", `query ($id: ID) { workspace(id: $id) { ipAllowlist { check(address: "10.0.0.0/8") { allowed } } } }`, map[string]any{"id": w.acme}); a.code() != "BAD_USER_INPUT" {
		t.Error(a.raw)
	}
}

func TestANewWorkspaceIsItsMakers(t *testing.T) {
	w := newWorld(t)
	in := map[string]any{"i": map[string]any{"slug": "new-one", "name": "New one", "timeZone": "America/Havana", "idempotencyKey": "k"}}
	for _, replayed := range []bool{false, true} {
		a := w.good("STRANGER", `mutation ($i: CreateWorkspaceInput!) { createWorkspace(input: $i) { workspace { id slug timeZone viewerRole ipAllowlist { active } apiKeys { totalCount } } replayed userErrors { code } } }`, in)
		if a.at("createWorkspace.replayed") != replayed || a.text("createWorkspace.workspace.viewerRole") != "OWNER" || a.at("createWorkspace.workspace.apiKeys.totalCount") != 0.0 {
			t.Error(a.raw)
		}
	}
	if a := w.good("STRANGER", `{ workspace(slug: "new-one") { name } }`, nil); a.text("workspace.name") != "New one" {
		t.Error(a.raw)
	}
	if a := w.good("OWNER", `{ workspace(slug: "new-one") { name } }`, nil); a.at("workspace") != nil {
		t.Errorf("somebody else sees it: %s", a.raw)
	}
}

func TestLists(t *testing.T) {
	w := newWorld(t)
	for i := range 5 {
		w.good("OWNER", `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey { id } userErrors { code } } }`,
			map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": fmt.Sprint("Key ", i), "scope": "ALL"}})
	}
	const list = `query ($id: ID, $first: Int, $after: String, $filter: ApiKeyFilter, $by: ApiKeyOrder) { workspace(id: $id) {
		apiKeys(first: $first, after: $after, filter: $filter, orderBy: $by) { edges { node { name } } pageInfo { hasNextPage endCursor } totalCount } } }`
	ask := func(over map[string]any) answer {
		return w.ask("VIEWER", list, with(map[string]any{"id": w.acme}, over))
	}
	var names []string
	byName := map[string]any{"field": "NAME", "direction": "ASC"}
	var after any
	for more := true; more; {
		a := ask(map[string]any{"first": 2, "after": after, "by": byName})
		edges, _ := a.at("workspace.apiKeys.edges").([]any)
		for i := range edges {
			names = append(names, a.text(fmt.Sprintf("workspace.apiKeys.edges.%d.node.name", i)))
		}
		more, after = a.at("workspace.apiKeys.pageInfo.hasNextPage") == true, a.at("workspace.apiKeys.pageInfo.endCursor")
	}
	if want := []string{"Key 0", "Key 1", "Key 2", "Key 3", "Key 4"}; !reflect.DeepEqual(names, want) {
		t.Errorf("got %q", names)
	}
	if a := ask(map[string]any{"filter": map[string]any{"search": "KEY 3", "status": "ACTIVE", "scope": "ALL"}}); a.at("workspace.apiKeys.totalCount") != 1.0 {
		t.Error(a.raw)
	}
	for _, wrong := range []map[string]any{{"first": 0}, {"first": -1}, {"first": 101}, {"after": "no cursor"}, {"first": 1 << 40}, {"filter": map[string]any{"status": "ALIVE"}},
		{"filter": map[string]any{"expiresBefore": "2026-02-30"}}, {"filter": map[string]any{"unusedSince": "long ago"}}} {
		if a := ask(wrong); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%v: %s", wrong, a.raw)
		}
	}
	for _, q := range []string{`{ workspace { id } }`, `{ workspace(id: "` + uuid.NewString() + `", slug: "acme") { id } }`} {
		if a := w.ask("OWNER", q, nil); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: %s", q, a.raw)
		}
	}
}
