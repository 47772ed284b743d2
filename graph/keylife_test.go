package graph_test

import (
	"fmt"
	"reflect"
	"testing"
)

func TestARotation(t *testing.T) {
	w := newWorld(t)
	id := w.createKey(w.acme)
	const rotated = `apiKey { id status hint rotation { startedAt oldSecretValidUntil oldSecretHint oldSecretLastUse { at } } supersededRefusals }`
	start := func(over map[string]any) answer {
		return w.ask("DEVELOPER", `mutation ($i: StartApiKeyRotationInput!) { startApiKeyRotation(input: $i) { `+rotated+` secret replayed propagation { complete } userErrors { code } } }`,
			map[string]any{"i": with(map[string]any{"id": id, "keepOldFor": 3_600, "idempotencyKey": "once"}, over)})
	}
	end := func(mutation, input string) answer {
		return w.good("DEVELOPER", fmt.Sprintf(`mutation ($i: %s!) { %s(input: $i) { %s propagation { complete } userErrors { code } } }`, input, mutation, rotated),
			map[string]any{"i": map[string]any{"id": id}})
	}
	old := w.good("VIEWER", `query ($w: ID, $id: ID!) { workspace(id: $w) { apiKey(id: $id) { hint rotation { startedAt } } } }`, map[string]any{"w": w.acme, "id": id})

	started := start(nil)
	secret := started.text("startApiKeyRotation.secret")
	const at = "startApiKeyRotation.apiKey."
	if len(secret) != 64 || started.at("startApiKeyRotation.propagation.complete") != true || started.text(at+"status") != "ROTATING" ||
		started.text(at+"hint") == old.text("workspace.apiKey.hint") || started.text(at+"rotation.oldSecretHint") != old.text("workspace.apiKey.hint") ||
		started.text(at+"rotation.startedAt") != "2026-05-04T13:00:00Z" || started.text(at+"rotation.oldSecretValidUntil") != "2026-05-04T14:00:00Z" {
		t.Fatal(started.raw)
	}
	again := start(nil)
	if again.at("startApiKeyRotation.replayed") != true || again.at("startApiKeyRotation.secret") != nil || again.text(at+"status") != "ROTATING" {
		t.Errorf("replayed: %s", again.raw)
	}
	if other := start(map[string]any{"keepOldFor": 0}); !reflect.DeepEqual(other.userErrors(), []string{"IDEMPOTENCY_MISMATCH"}) {
		t.Errorf("other input: %s", other.raw)
	}
	cancelled := end("cancelApiKeyRotation", "CancelApiKeyRotationInput")
	if cancelled.text("cancelApiKeyRotation.apiKey.hint") != old.text("workspace.apiKey.hint") || cancelled.at("cancelApiKeyRotation.apiKey.rotation") != nil {
		t.Error(cancelled.raw)
	}
	second := start(map[string]any{"idempotencyKey": "twice"})
	finished := end("finishApiKeyRotation", "FinishApiKeyRotationInput")
	if finished.text("finishApiKeyRotation.apiKey.hint") != second.text(at+"hint") || finished.text("finishApiKeyRotation.apiKey.status") != "ACTIVE" {
		t.Error(finished.raw)
	}
	w.keptSecret(secret, started, again, cancelled, second, finished)
	w.keptSecret(second.text("startApiKeyRotation.secret"), second, finished)
}

func TestDisablingAndRevokingAll(t *testing.T) {
	w := newWorld(t)
	id := w.createKey(w.acme)
	w.createKey(w.acme)
	for _, c := range []struct {
		disabled bool
		status   string
		at       any
	}{{true, "DISABLED", "2026-05-04T13:00:00Z"}, {true, "DISABLED", "2026-05-04T13:00:00Z"}, {false, "ACTIVE", nil}} {
		a := w.good("DEVELOPER", `mutation ($i: SetApiKeyDisabledInput!) { setApiKeyDisabled(input: $i) { apiKey { status disabledAt } propagation { complete } userErrors { code } } }`,
			map[string]any{"i": map[string]any{"id": id, "disabled": c.disabled}})
		if a.text("setApiKeyDisabled.apiKey.status") != c.status || a.at("setApiKeyDisabled.apiKey.disabledAt") != c.at {
			t.Error(a.raw)
		}
	}
	for _, revoked := range []float64{2, 0} {
		op := operations["Mutation.revokeAllApiKeys"](ids{workspace: w.acme, slug: "acme"})
		if a := w.good("OWNER", op.query, op.variables); a.at("revokeAllApiKeys.revoked") != revoked || a.at("revokeAllApiKeys.propagation.complete") != true {
			t.Errorf("want %v: %s", revoked, a.raw)
		}
	}
	for _, mutation := range []string{"setApiKeyDisabled", "startApiKeyRotation"} {
		op := operations["Mutation."+mutation](ids{key: id})
		if a := w.ask("OWNER", op.query, op.variables); !reflect.DeepEqual(a.userErrors(), []string{"KEY_REVOKED"}) {
			t.Error(a.raw)
		}
	}
}

// changeWorkspace asks for an edit of acme at the version that it has.
func (w *world) changeWorkspace(who string, over map[string]any) answer {
	w.t.Helper()
	version := w.good("VIEWER", `query ($id: ID) { workspace(id: $id) { version } }`, map[string]any{"id": w.acme}).at("workspace.version")
	return w.ask(who, `mutation ($i: UpdateWorkspaceInput!) { updateWorkspace(input: $i) {
		workspace { name timeZone longestLifetimeDays disableUnusedAfterDays version viewerRole suspendedAt }
		impact { stops { id } moreStops starts { id } moreStarts disables { id } moreDisables outlive { id } moreOutlive } propagation { complete } userErrors { code message field } } }`,
		map[string]any{"i": with(map[string]any{"workspaceId": w.acme, "expectedVersion": version}, over)})
}

func TestAKeyPolicy(t *testing.T) {
	w := newWorld(t)
	forever := w.createKey(w.acme)
	if a := w.changeWorkspace("ADMIN", map[string]any{"longestLifetimeDays": 30}); a.code() != "FORBIDDEN" {
		t.Errorf("an admin: %s", a.raw)
	}
	if a := w.changeWorkspace("ADMIN", map[string]any{"name": "Acme"}); a.text("updateWorkspace.workspace.name") != "Acme" || a.text("updateWorkspace.workspace.viewerRole") != "ADMIN" {
		t.Error(a.raw)
	}
	a := w.changeWorkspace("OWNER", map[string]any{"longestLifetimeDays": 30})
	if a.at("updateWorkspace.workspace.longestLifetimeDays") != 30.0 || a.at("updateWorkspace.workspace.disableUnusedAfterDays") != nil ||
		a.text("updateWorkspace.impact.outlive.0.id") != forever || a.text("updateWorkspace.workspace.name") != "Acme" {
		t.Error(a.raw)
	}
	op := operations["Mutation.createApiKey"](ids{workspace: w.acme})
	if a := w.ask("OWNER", op.query, op.variables); !reflect.DeepEqual(a.userErrors(), []string{"LIFETIME_TOO_LONG"}) {
		t.Error(a.raw)
	}
	if a := w.changeWorkspace("OWNER", map[string]any{"disableUnusedAfterDays": 90}); a.at("updateWorkspace.workspace.longestLifetimeDays") != 30.0 || a.at("updateWorkspace.workspace.disableUnusedAfterDays") != 90.0 {
		t.Errorf("leaving one out changed it: %s", a.raw)
	}
	if a := w.changeWorkspace("OWNER", map[string]any{"longestLifetimeDays": nil}); a.at("updateWorkspace.workspace.longestLifetimeDays") != nil || a.at("updateWorkspace.workspace.disableUnusedAfterDays") != 90.0 {
		t.Errorf("null is not any: %s", a.raw)
	}
	mine := w.good("VIEWER", `{ me { memberships { workspace { name disableUnusedAfterDays } } } }`, nil)
	const at = "me.memberships.0.workspace."
	if mine.text(at+"name") != "Acme" || mine.at(at+"disableUnusedAfterDays") != 90.0 {
		t.Error(mine.raw)
	}
}

func TestAChangeThatStopsKeysIsConfirmed(t *testing.T) {
	w := newWorld(t)
	if a := w.changeWorkspace("ADMIN", map[string]any{"timeZone": "Pacific/Honolulu"}); a.text("updateWorkspace.workspace.timeZone") != "Pacific/Honolulu" {
		t.Fatal(a.raw)
	}
	op := operations["Mutation.createApiKey"](ids{workspace: w.acme})
	op.variables["i"] = with(op.variables["i"].(map[string]any), map[string]any{"expiresOn": "2026-05-04"}) // over in Auckland
	id := w.good("OWNER", op.query, op.variables).text("createApiKey.apiKey.id")

	before := w.audited()
	back := map[string]any{"timeZone": "Pacific/Auckland"}
	a := w.changeWorkspace("ADMIN", back)
	if !reflect.DeepEqual(a.userErrors(), []string{"CONFIRMATION_NEEDED"}) || a.text("updateWorkspace.impact.stops.0.id") != id ||
		a.at("updateWorkspace.impact.moreStops") != 0.0 || a.at("updateWorkspace.workspace") != nil || a.at("updateWorkspace.propagation") != nil || w.audited() != before {
		t.Errorf("unconfirmed: %s", a.raw)
	}
	a = w.changeWorkspace("ADMIN", with(back, map[string]any{"confirm": true}))
	if a.text("updateWorkspace.workspace.timeZone") != "Pacific/Auckland" || a.text("updateWorkspace.impact.stops.0.id") != id || a.at("updateWorkspace.propagation.complete") != true {
		t.Errorf("confirmed: %s", a.raw)
	}
	if a := w.good("VIEWER", `query ($w: ID, $id: ID!) { workspace(id: $w) { timeZone apiKey(id: $id) { status } } }`, map[string]any{"w": w.acme, "id": id}); a.text("workspace.apiKey.status") != "EXPIRED" || a.text("workspace.timeZone") != "Pacific/Auckland" {
		t.Error(a.raw)
	}
}
