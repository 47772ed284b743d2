package admin

import (
	"fmt"
	"time"

	"latchkey/internal/apikey"
	"latchkey/internal/ratelimit"
	"latchkey/internal/receipt"
)

// why says in a sentence or two why a request was refused and what to do, and
// which setting that is about. key and limits are as they are now, key or nil; what
// they were then stands in the receipt only.
func why(r receipt.Receipt, key *apikey.Key, limits ratelimit.Limits) (setting, sentence string) {
	name := nameOf(key)
	switch r.Reason {
	case "no_credentials":
		return SettingNone, "The request carried no API key, or more than one. Send exactly one, as \"Authorization: Token <key>\"."
	case "malformed":
		return SettingNone, "What was sent as the API key is not one: its form or its checksum is wrong, as when a character is mistyped or cut off. Copy the whole key again."
	case "unknown":
		return SettingNone, "The API key is well-formed and nobody's here. Check that it was made in this installation and copied to the right system."
	case "guessing":
		return SettingNone, "Too many different unknown API keys came from " + addressOf(r) + ". Stop what sends them, and wait a minute."
	case "superseded":
		return SettingRotation, name + " was rotated, and the request came with a secret that the rotation had ended." + current(key) + " Give the integration the current secret, or rotate the key again."
	case "revoked":
		return SettingRevocation, name + " was revoked" + revocation(key) + ", which is final. Create a new key and give it to the integration."
	case "disabled":
		return SettingDisabled, name + " was disabled." + sinceThen(key, apikey.Disabled, "Enable it again to let it work.")
	case "expired":
		return SettingDayOfExpire, name + " was past its day of expire." + day(key)
	case "other_host":
		return SettingNone, name + " was sent to the host of another workspace. Send it to this workspace's own host."
	case "suspended":
		return SettingSuspended, "The workspace was suspended, and with it all its keys. Ask whoever runs this installation to resume it."
	case "wrong_address":
		return SettingIPAllowlist, name + " was used from " + addressOf(r) + ", which was not on the workspace's IP allowlist. Add that address, or a range with it, if the integration belongs there."
	case "no_address":
		return SettingIPAllowlist, "The workspace's IP allowlist is on, and the address that " + name + " was used from could not be established. Ask whoever runs this installation to check its trusted proxies."
	case "wrong_scope":
		return SettingScope, fmt.Sprintf("%s had the scope %s, and this operation needs %s access.%s Give the key a scope that allows it, or use another key.",
			name, scopeName(r.Scope), r.Access, scopeNow(r, key))
	case "conditional":
		return SettingScope, fmt.Sprintf("%s had the scope %s, and the request carried a conditional header (such as If-Match), whose answer would tell what is stored. Leave that header out, or give the key the scope All.",
			name, scopeName(r.Scope))
	case "key_limit":
		return SettingKeyLimit, name + " made more requests than a key of this workspace may." + limitNow(limits.Key) + slower
	case "workspace_limit":
		return SettingWorkspaceLimit, name + " was held up because all keys of the workspace together made more requests than they may." + limitNow(limits.Workspace) + slower
	}
	return SettingNone, "The request was refused for a reason that this version does not know. Update the admin plane to the version of the data plane."
}

const slower = " Send fewer, spread over time: each answer says in its RateLimit header how many are left. Whoever runs this installation can change the limit."

// limitNow says what a limit is by now.
func limitNow(l ratelimit.Limit) string {
	if l.None() {
		return " There is no such limit any more."
	}
	return fmt.Sprintf(" The limit is %d requests, which come back evenly over %d seconds.", l.Calls, l.Seconds)
}

// nameOf begins a sentence about a key.
func nameOf(key *apikey.Key) string {
	if key == nil {
		return "The API key"
	}
	return fmt.Sprintf("The API key %q (%s)", key.Name, key.Hint)
}

func addressOf(r receipt.Receipt) string {
	if !r.Address.IsValid() {
		return "an address that could not be established"
	}
	return r.Address.String()
}

func current(key *apikey.Key) string {
	if key == nil {
		return ""
	}
	return " Its current secret is " + key.Hint + "."
}

func revocation(key *apikey.Key) string {
	if key == nil || key.RevokedAt.IsZero() {
		return ""
	}
	text := fmt.Sprintf(" on %s with the reason %s", key.RevokedAt.Format(time.DateOnly), key.RevocationReason)
	if key.RevocationNote != "" {
		text += fmt.Sprintf(" (%q)", key.RevocationNote)
	}
	return text
}

// sinceThen says what to do, unless the key is not in that status any more.
func sinceThen(key *apikey.Key, then apikey.Status, do string) string {
	switch {
	case key == nil:
		return ""
	case key.Status == then:
		return " " + do
	case key.Status == apikey.Revoked:
		return " Since then it was revoked, which is final: create a new key."
	}
	return " Since then that has changed: repeat the request."
}

func day(key *apikey.Key) string {
	if key == nil || key.ExpiresOn.IsZero() || key.Status != apikey.Expired {
		return sinceThen(key, apikey.Expired, "")
	}
	return " It is " + key.ExpiresOn.String() + " now. Give the key a later day to let it work."
}

func scopeNow(r receipt.Receipt, key *apikey.Key) string {
	if key == nil || string(key.Scope) == r.Scope {
		return ""
	}
	return " It has the scope " + scopeName(string(key.Scope)) + " now."
}

// scopeName is a scope as settings screens call it.
func scopeName(scope string) string {
	switch apikey.Scope(scope) {
	case apikey.ReadOnly:
		return "Read Only"
	case apikey.WriteOnly:
		return "Write Only"
	case apikey.All:
		return "All"
	}
	return scope
}
