package graph_test

import (
	"slices"
	"strings"
	"testing"
)

// takesRecent are the mutations that mint secrets or widen access; what each of
// them does in operations does so.
var takesRecent = strings.Fields(`
	createApiKey startApiKeyRotation
	addIpAllowlistEntries updateIpAllowlistEntry removeIpAllowlistEntries
	inviteMember updateMemberRole changePassword askEmailChange
	approveSupportSession
	startTotpEnrollment confirmTotpEnrollment disableTotp regenerateRecoveryCodes linkIdentity unlinkIdentity
`)

// stale makes the session of one of the people one that began too long ago.
func (w *world) stale(who string) {
	w.t.Helper()
	w.cookie(who)
	_, err := w.app.ExecContext(w.t.Context(), `UPDATE latchkey.session SET authenticated_at = authenticated_at - interval '16 minutes'
		WHERE person_id = (SELECT id FROM latchkey.person WHERE email = $1)`, who+"@example.com")
	w.must(err)
}

func TestWhatTakesARecentSignIn(t *testing.T) {
	w := newWorld(t)
	demanded := map[string]bool{}
	for _, name := range takesRecent {
		demanded["Mutation."+name] = true
	}
	for name, build := range operations {
		if slices.Contains(renewing, name) && !demanded[name] {
			continue
		}
		op := build(w.own(w.acme, "acme"))
		w.stale("OWNER")
		if got, raw := w.outcome("OWNER", op); (got == "REAUTHENTICATION_REQUIRED") != demanded[name] {
			t.Errorf("%s with an old sign-in: %s: %s", name, got, raw)
		}
		w.cookies["OWNER"] = w.signIn("OWNER")
	}
}

// Where it depends on the input, what widens takes a recent sign-in and what narrows does not.
func TestWideningTakesARecentSignIn(t *testing.T) {
	w := newWorld(t)
	update := func(input map[string]any) operation {
		return mutate("updateApiKey", "UpdateApiKeyInput", "apiKey { version }", input)
	}
	disable := func(id string, disabled bool) operation {
		return mutate("setApiKeyDisabled", "SetApiKeyDisabledInput", "apiKey { status }", map[string]any{"id": id, "disabled": disabled})
	}
	settings := func(input map[string]any) operation {
		input["workspaceId"], input["confirm"] = w.acme, true
		return mutate("updateWorkspace", "UpdateWorkspaceInput", "workspace { version }", input)
	}
	key := w.createKey(w.acme)
	w.stale("OWNER")
	const again = "REAUTHENTICATION_REQUIRED"
	for _, c := range []struct {
		what string
		op   operation
		want string
	}{
		{"an earlier day", update(map[string]any{"id": key, "expectedVersion": 1, "expiresOn": "2026-12-31"}), "ok"},
		{"a later day", update(map[string]any{"id": key, "expectedVersion": 2, "expiresOn": "2027-01-01"}), again},
		{"no day", update(map[string]any{"id": key, "expectedVersion": 2, "expiresOn": nil}), again},
		{"a narrower scope", update(map[string]any{"id": key, "expectedVersion": 2, "scope": "READ_ONLY"}), "ok"},
		{"another scope", update(map[string]any{"id": key, "expectedVersion": 3, "scope": "WRITE_ONLY"}), again},
		{"a wider scope", update(map[string]any{"id": key, "expectedVersion": 3, "scope": "ALL"}), again},
		{"what stays as it is", update(map[string]any{"id": key, "expectedVersion": 3, "scope": "READ_ONLY"}), "ok"},
		{"an old version", update(map[string]any{"id": key, "expectedVersion": 1, "scope": "ALL"}), "CONFLICT"},
		{"disabling", disable(key, true), "ok"},
		{"enabling", disable(key, false), again},
		{"a new name", settings(map[string]any{"expectedVersion": 1, "name": "Another name"}), "ok"},
		{"another time zone", settings(map[string]any{"expectedVersion": 2, "timeZone": "Europe/Warsaw"}), again},
		{"the key policy", settings(map[string]any{"expectedVersion": 2, "longestLifetimeDays": 30}), again},
	} {
		if got, raw := w.outcome("OWNER", c.op); got != c.want {
			t.Errorf("%s with an old sign-in: %s, want %s: %s", c.what, got, c.want, raw)
		}
	}
}

const reauthenticate = `mutation ($i: ReauthenticateInput!) { reauthenticate(input: $i) { me { email recentUntil } userErrors { code message field } } }`

func TestReauthenticatingReplacesTheCookie(t *testing.T) {
	w := newWorld(t)
	w.stale("OWNER")
	give := func(password string) answer {
		return w.ask("OWNER", reauthenticate, map[string]any{"i": map[string]any{"password": password}})
	}
	if a := give("not the password"); strings.Join(a.userErrors(), "") != "WRONG_PASSWORD" || a.header.Get("Set-Cookie") != "" {
		t.Errorf("a wrong password: %s", a.raw)
	}
	a := give(password)
	if a.text("reauthenticate.me.recentUntil") != "2026-05-04T13:15:00Z" {
		t.Fatalf("got %s", a.raw)
	}
	old := w.cookies["OWNER"]
	w.cookies["OWNER"] = w.setCookie(a)
	w.createKey(w.acme)
	w.cookies["OWNER"] = old
	if a := w.good("OWNER", `{ me { id } }`, nil); a.at("me") != nil {
		t.Error("the old cookie goes on")
	}
}
