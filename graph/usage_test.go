package graph_test

import (
	"encoding/base64"
	"fmt"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"latchkey/internal/receipt"
	"latchkey/internal/store"
)

// lastCall is after everything has been set up.
var lastCall = today.Add(time.Minute)

// innerIDs are the ids that a key's public id carries.
func (w *world) innerIDs(public string) (workspace, key uuid.UUID) {
	w.t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(public, "key_"))
	w.must(err)
	return uuid.UUID(raw[:16]), uuid.UUID(raw[16:])
}

// called counts calls of a key from an address, as a node would have flushed them.
func (w *world) called(public, outcome, address string, n int64) {
	w.t.Helper()
	workspace, key := w.innerIDs(public)
	from := store.Source{Workspace: workspace, Key: key, Day: today.Truncate(24 * time.Hour), Kind: store.FromAddress, Source: address, LastSeen: lastCall}
	batch := store.UsageBatch{Counts: []store.Count{{
		Workspace: workspace, Key: key, Hour: today.Truncate(time.Hour), Operation: "users.get", Access: "read", Outcome: outcome, Calls: n,
	}}}
	if outcome == "2xx" {
		from.Calls = n
		batch.Uses = []store.Use{{Workspace: workspace, Key: key, At: lastCall, Address: netip.MustParseAddr(address), UserAgent: "sync/1", Operation: "users.get"}}
	} else {
		from.Refusals = n
	}
	batch.Sources = []store.Source{from}
	w.must(w.store.FlushUsage(w.t.Context(), batch))
}

func TestUsage(t *testing.T) {
	w := newWorld(t)
	busy, idle, foreign := w.createKey(w.acme), w.createKey(w.acme), w.createKey(w.other)
	w.called(busy, "2xx", "192.0.2.1", 3_000_000_000) // more than GraphQL has numbers for
	w.called(idle, "wrong_scope", "192.0.2.2", 2)
	w.called(foreign, "2xx", "192.0.2.3", 7)

	ask := func(by string) answer {
		return w.good("VIEWER", `query ($w: ID, $k: ID!, $by: UsageGroup!) { workspace(id: $w) {
			usage(range: {}, groupBy: $by) { from to calls refusals truncated rows { group apiKey { id name } calls refusals lastSeen } }
			apiKey(id: $k) { usage(range: {from: "2026-05-04T00:00:00Z", to: "2026-05-05T00:00:00Z"}, groupBy: $by) { calls refusals rows { group } } lastUse { clientIp userAgent } }
		} }`, map[string]any{"w": w.acme, "k": idle, "by": by})
	}
	for by, want := range map[string][]string{
		"HOUR": {"2026-05-04T13:00:00Z"}, "DAY": {"2026-05-04"}, "OPERATION": {"users.get"}, "OUTCOME": {"2xx", "wrong_scope"},
		"ADDRESS": {"192.0.2.1", "192.0.2.2"}, "USER_AGENT": {}, "KEY": {busy, idle},
	} {
		a := ask(by)
		rows, _ := a.at("workspace.usage.rows").([]any)
		groups := []string{}
		for i := range rows {
			groups = append(groups, a.text(fmt.Sprintf("workspace.usage.rows.%d.group", i)))
			if id := a.text(fmt.Sprintf("workspace.usage.rows.%d.apiKey.id", i)); by == "KEY" && id != want[i] || by != "KEY" && id != "" {
				t.Errorf("%s: key %q", by, id)
			}
		}
		if fmt.Sprint(groups) != fmt.Sprint(want) {
			t.Errorf("%s: %q, want %q", by, groups, want)
		}
		if by != "USER_AGENT" && (a.at("workspace.usage.calls") != float64(1<<31-1) || a.at("workspace.apiKey.usage.refusals") != 2.0 || a.at("workspace.apiKey.usage.calls") != 0.0) {
			t.Errorf("%s: %s", by, a.raw)
		}
	}
	for _, wrong := range []string{`range: {from: "2026-05-04T10:00:00Z", to: "2026-05-04T09:00:00Z"}, groupBy: DAY`, `range: {from: "now"}, groupBy: DAY`, `range: {}, groupBy: WEEK`} {
		if a := w.ask("VIEWER", `{ workspace(slug: "acme") { usage(`+wrong+`) { calls } } }`, nil); a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: %s", wrong, a.raw)
		}
	}
}

func TestKeysByTheirUse(t *testing.T) {
	w := newWorld(t)
	used := w.createKey(w.acme)
	unused := w.createKey(w.acme)
	w.called(used, "2xx", "192.0.2.1", 1)
	owner := w.good("OWNER", `{ me { id } }`, nil).text("me.id")
	admin := w.good("ADMIN", `{ me { id } }`, nil).text("me.id")
	for name, c := range map[string]struct {
		filter map[string]any
		want   []string
	}{
		"unused":             {map[string]any{"unusedSince": "2026-05-04T13:00:30Z"}, []string{unused}},
		"of an owner":        {map[string]any{"createdBy": owner, "unusedSince": "2026-05-04T13:00:30Z"}, []string{unused}},
		"of an admin":        {map[string]any{"createdBy": admin}, nil},
		"of nobody":          {map[string]any{"createdBy": "nobody"}, nil},
		"of the nil id":      {map[string]any{"createdBy": uuid.Nil.String()}, nil},
		"with a near end":    {map[string]any{"expiresBefore": "2027-01-01"}, nil},
		"by their last use":  {map[string]any{}, []string{used, unused}},
		"none of the filter": {nil, []string{used, unused}},
	} {
		a := w.good("VIEWER", `query ($w: ID, $f: ApiKeyFilter) { workspace(id: $w) { apiKeys(filter: $f, orderBy: {field: LAST_USED_AT, direction: DESC}) { edges { node { id } } totalCount } } }`,
			map[string]any{"w": w.acme, "f": c.filter})
		var got []string
		for i := range a.at("workspace.apiKeys.edges").([]any) {
			got = append(got, a.text(fmt.Sprintf("workspace.apiKeys.edges.%d.node.id", i)))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) || a.at("workspace.apiKeys.totalCount") != float64(len(c.want)) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestTheImpactOfAnAllowlist(t *testing.T) {
	w := newWorld(t)
	key := w.createKey(w.acme)
	w.called(key, "2xx", "192.0.2.1", 5)
	w.called(key, "2xx", "198.51.100.1", 2)
	const impact = `refusedCalls moreKeys unknownCalls keys { apiKey { id name } refusedCalls moreAddresses addresses { address calls lastSeen } }`
	check := func(a answer, at string) {
		t.Helper()
		if a.at(at+".refusedCalls") != 2.0 || a.text(at+".keys.0.apiKey.id") != key || a.text(at+".keys.0.addresses.0.address") != "198.51.100.1" || a.at(at+".keys.0.addresses.0.calls") != 2.0 {
			t.Error(a.raw)
		}
	}
	preview := func(add, remove []any) answer {
		return w.ask("VIEWER", `query ($w: ID, $add: [String!], $remove: [ID!]) { workspace(id: $w) { ipAllowlist { active preview(add: $add, remove: $remove) { `+impact+` } } } }`,
			map[string]any{"w": w.acme, "add": add, "remove": remove})
	}
	office := []any{"192.0.2.0/24"}
	planned := preview(office, nil)
	check(planned, "workspace.ipAllowlist.preview")
	if planned.at("workspace.ipAllowlist.active") != false {
		t.Errorf("a preview changed the list: %s", planned.raw)
	}
	done := w.good("DEVELOPER", `mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { entries { id } impact { `+impact+` } userErrors { code } } }`,
		map[string]any{"i": map[string]any{"workspaceId": w.acme, "entries": []any{map[string]any{"range": office[0]}}}})
	check(done, "addIpAllowlistEntries.impact")
	entry := done.text("addIpAllowlistEntries.entries.0.id")
	if a := preview(nil, []any{entry}); a.at("workspace.ipAllowlist.preview.refusedCalls") != 0.0 {
		t.Errorf("turning the list off refuses: %s", a.raw)
	}
	for _, c := range []struct {
		add, remove []any
		code        string
	}{{office, nil, "BAD_USER_INPUT"}, {[]any{"nonsense"}, nil, "BAD_USER_INPUT"}, {nil, []any{key}, "NOT_FOUND"}} {
		if a := preview(c.add, c.remove); a.code() != c.code {
			t.Errorf("%v: %s", c, a.raw)
		}
	}
}

func TestRefusalsAreExplained(t *testing.T) {
	w := newWorld(t)
	id := w.createKey(w.acme)
	workspace, key := w.innerIDs(id)
	explain := func(who, in, receipt string) answer {
		return w.ask(who, `query ($s: String, $r: String!) { workspace(slug: $s) { explainRefusal(receipt: $r) {
			at reason sentence setting apiKey { id name } operation clientIp scope accessNeeded requestId } } }`, map[string]any{"s": in, "r": receipt})
	}
	refused := receipt.Receipt{At: today, Workspace: workspace, Key: key, Reason: "wrong_scope", Operation: "users.delete", Address: netip.MustParseAddr("192.0.2.1"),
		Scope: "READ_ONLY", Access: "delete", RequestID: "request-1"}
	mine := w.seal(refused)
	a := explain("VIEWER", "acme", `{"error": "…", "receipt": "`+mine+`"}`)
	const at = "workspace.explainRefusal."
	for path, want := range map[string]any{
		"at": "2026-05-04T13:00:00Z", "reason": "WRONG_SCOPE", "setting": "SCOPE", "apiKey.id": id, "operation": "users.delete", "clientIp": "192.0.2.1",
		"scope": "READ_ONLY", "accessNeeded": "DELETE", "requestId": "request-1",
	} {
		if got := a.at(at + path); got != want {
			t.Errorf("%s is %v, want %v: %s", path, got, want, a.raw)
		}
	}
	// Without a workspace it opens for everyone who has one, and says what they sent.
	for who, slug := range map[string]string{"VIEWER": "acme", "STRANGER": "other"} {
		if a := explain(who, slug, w.receipt("")); a.text(at+"reason") != "NO_CREDENTIALS" || a.text(at+"setting") != "NONE" || a.at(at+"apiKey") != nil || a.at(at+"accessNeeded") != nil {
			t.Errorf("%s: %s", who, a.raw)
		}
	}
	refused.At = today.AddDate(0, 0, -31)
	old := w.seal(refused)
	if a := explain("VIEWER", "acme", old); a.code() != "BAD_USER_INPUT" || !strings.Contains(a.raw, "30 days") {
		t.Errorf("an old one: %s", a.raw)
	}
	garbage := explain("STRANGER", "other", "garbage")
	for name, text := range map[string]string{"foreign": mine, "old and foreign": old, "changed": mine[:300] + strings.Map(swap, mine[300:]), "none": ""} {
		if a := explain("STRANGER", "other", text); a.raw != garbage.raw || a.code() != "BAD_USER_INPUT" {
			t.Errorf("%s: %s, garbage: %s", name, a.raw, garbage.raw)
		}
	}
}

// swap replaces letters of a receipt with others.
func swap(r rune) rune {
	if r == 'a' {
		return 'b'
	}
	return 'a'
}
