package graph_test

import (
	"fmt"

	"github.com/google/uuid"
)

// ids are what an operation is about.
type ids struct{ workspace, slug, key, rotating, entry, receipt, support, member, invitation string }

// operation is a document that uses one field, and its variables.
type operation struct {
	query     string
	variables map[string]any
}

// operations use every field that decides who may, one each.
var operations = map[string]func(ids) operation{
	"Query.me": func(ids) operation {
		return operation{query: `{ me { id email name isStaff memberships { role workspace { slug } } } }`}
	},
	"Query.workspace": func(i ids) operation {
		return operation{`query ($id: ID) { workspace(id: $id) { id slug name timeZone viewerRole } }`, map[string]any{"id": i.workspace}}
	},
	"Query.auditActions": func(ids) operation { return operation{query: `{ auditActions { name sentence } }`} },
	"Workspace.apiKeys":  inside(`apiKeys(first: 5) { edges { cursor node { id name } } pageInfo { hasNextPage endCursor } totalCount }`),
	"Workspace.apiKey": func(i ids) operation {
		return operation{`query ($w: ID, $id: ID!) { workspace(id: $w) { apiKey(id: $id) { id name status } } }`, map[string]any{"w": i.workspace, "id": i.key}}
	},
	"Workspace.ipAllowlist": inside(`ipAllowlist { active }`),
	"IpAllowlist.entries":   inside(`ipAllowlist { entries(first: 5) { edges { cursor node { id range } } totalCount } }`),
	"IpAllowlist.check":     inside(`ipAllowlist { check(address: "192.0.2.1") { allowed address entry { id } } }`),
	"Workspace.auditEvents": func(i ids) operation {
		return operation{`query ($w: ID, $t: ID) { workspace(id: $w) { auditEvents(filter: {targetId: $t}) { edges { node { id action } } totalCount } } }`,
			map[string]any{"w": i.workspace, "t": i.key}}
	},

	"Workspace.usage": inside(`usage(range: {}, groupBy: KEY) { calls refusals rows { group apiKey { id } } }`),
	"IpAllowlist.preview": func(i ids) operation {
		return operation{`query ($w: ID, $remove: [ID!]) { workspace(id: $w) { ipAllowlist { preview(add: ["203.0.113.0/24"], remove: $remove) { refusedCalls keys { apiKey { id } } } } } }`,
			map[string]any{"w": i.workspace, "remove": []any{i.entry}}}
	},
	"ApiKey.usage": ofKey(`usage(range: {}, groupBy: DAY) { calls rows { group } }`),
	"ApiKey.hints": ofKey(`hints { code sentence }`),
	"Workspace.explainRefusal": func(i ids) operation {
		return operation{`query ($w: ID, $r: String!) { workspace(id: $w) { explainRefusal(receipt: $r) { reason apiKey { id } } } }`,
			map[string]any{"w": i.workspace, "r": i.receipt}}
	},

	"Workspace.supportSessions": inside(`supportSessions(first: 5, filter: {status: PENDING_APPROVAL}) { edges { cursor node { id reason staff { label } } } totalCount }`),
	"Query.support":             plain(`{ support { sessions { id workspaceSlug } } }`),
	"Support.tenants":           plain(`{ support { tenants(search: "acme") { edges { cursor node { slug name members keys activeKeys allowlistEntries } } totalCount } } }`),
	"Mutation.startSupportSession": func(i ids) operation {
		return mutate("startSupportSession", "StartSupportSessionInput", "supportSession { status }",
			map[string]any{"workspaceId": i.workspace, "reason": "They cannot connect", "minutes": 30})
	},
	"Mutation.endSupportSession": func(i ids) operation {
		return mutate("endSupportSession", "EndSupportSessionInput", "supportSession { status }", map[string]any{"id": i.support})
	},
	"Mutation.approveSupportSession": func(i ids) operation {
		return mutate("approveSupportSession", "ApproveSupportSessionInput", "supportSession { status }", map[string]any{"id": i.support})
	},
	"Mutation.refuseSupportSession": func(i ids) operation {
		return mutate("refuseSupportSession", "RefuseSupportSessionInput", "supportSession { status }", map[string]any{"id": i.support})
	},
	"Subscription.workspaceChanges": func(i ids) operation { return operation{changes, map[string]any{"w": i.workspace}} },

	"Mutation.signIn": func(ids) operation {
		return operation{signIn, map[string]any{"i": map[string]any{"email": "owner@example.com", "password": password}}}
	},
	"Query.signUpOptions": func(ids) operation {
		return operation{query: `{ signUpOptions { signUp mail shortestPassword } }`}
	},
	"Query.invitation": func(ids) operation {
		return operation{query: `{ invitation(token: "of nothing") { workspaceName } }`}
	},
	"Workspace.members":     inside(`members(first: 5) { edges { cursor node { id personId name email role joinedAt version isViewer } } pageInfo { hasNextPage } totalCount }`),
	"Workspace.invitations": inside(`invitations(first: 5) { edges { cursor node { id email role invitedBy { label } createdAt sentAt expiresAt isExpired } } totalCount }`),
	"ApiKey.creatorHasLeft": ofKey(`creatorHasLeft`),
	"Mutation.signUp": func(ids) operation {
		return mutate("signUp", "SignUpInput", "", map[string]any{"email": "new@example.com", "name": "New", "password": password})
	},
	"Mutation.confirmSignUp": func(ids) operation {
		return mutate("confirmSignUp", "ConfirmSignUpInput", "me { id }", map[string]any{"token": "of nothing", "password": password})
	},
	"Mutation.requestPasswordReset": func(ids) operation {
		return mutate("requestPasswordReset", "RequestPasswordResetInput", "", map[string]any{"email": "owner@example.com"})
	},
	"Mutation.resetPassword": func(ids) operation {
		return mutate("resetPassword", "ResetPasswordInput", "", map[string]any{"token": "of nothing", "password": password})
	},
	"Mutation.changePassword": func(ids) operation { // to what it is, so that everybody can sign in again
		return mutate("changePassword", "ChangePasswordInput", "me { id }", map[string]any{"currentPassword": password, "newPassword": password})
	},
	"Me.emailChange": plain(`{ me { emailChange { email askedAt expiresAt } } }`),
	"Mutation.updateMe": func(ids) operation { // to the version that everybody is at
		return mutate("updateMe", "UpdateMeInput", "me { name version }", map[string]any{"expectedVersion": 1, "name": "Renamed"})
	},
	"Mutation.askEmailChange": func(ids) operation {
		return mutate("askEmailChange", "AskEmailChangeInput", "me { emailChange { email } }", map[string]any{"email": "another@example.com"})
	},
	"Mutation.confirmEmailChange": func(ids) operation {
		return mutate("confirmEmailChange", "ConfirmEmailChangeInput", "me { email }", map[string]any{"token": "of nothing"})
	},
	"Mutation.cancelEmailChange": plain(`mutation { cancelEmailChange { me { emailChange { email } } userErrors { code } } }`),
	"Mutation.endSession": func(ids) operation {
		return mutate("endSession", "EndSessionInput", "me { id }", map[string]any{"id": uuid.NewString()})
	},
	"Mutation.endOtherSessions": func(ids) operation {
		return operation{query: `mutation { endOtherSessions { ended me { sessions { id isCurrent } } userErrors { code } } }`}
	},
	"Mutation.acceptInvitation": func(ids) operation {
		return mutate("acceptInvitation", "AcceptInvitationInput", "workspace { slug } me { id }", map[string]any{"token": "of nothing"})
	},
	"Mutation.acceptInvitationWithProvider": func(ids) operation {
		return mutate("acceptInvitationWithProvider", "AcceptInvitationWithProviderInput", "url", map[string]any{"token": "of nothing", "provider": "nobody"})
	},
	"Mutation.inviteMember": func(i ids) operation {
		return mutate("inviteMember", "InviteMemberInput", "invitation { email } replayed",
			map[string]any{"workspaceId": i.workspace, "email": "invited@example.com", "role": "VIEWER"}) // again and again
	},
	"Mutation.cancelInvitation": func(i ids) operation {
		return mutate("cancelInvitation", "CancelInvitationInput", "", map[string]any{"id": i.invitation})
	},
	"Mutation.updateMemberRole": func(i ids) operation {
		return mutate("updateMemberRole", "UpdateMemberRoleInput", "member { role version }", map[string]any{"id": i.member, "expectedVersion": 1, "role": "DEVELOPER"})
	},
	"Mutation.removeMember": func(i ids) operation {
		return mutate("removeMember", "RemoveMemberInput", "", map[string]any{"id": i.member})
	},
	"Mutation.leaveWorkspace": func(i ids) operation {
		return mutate("leaveWorkspace", "LeaveWorkspaceInput", "me { id }", map[string]any{"workspaceId": i.workspace})
	},
	"Mutation.reauthenticate": func(ids) operation {
		return operation{reauthenticate, map[string]any{"i": map[string]any{"password": password}}}
	},
	"Query.signInMethods": func(ids) operation {
		return operation{query: `{ signInMethods { providers { name label startPath signUp } } }`}
	},
	"Me.identities": func(ids) operation {
		return operation{query: `{ me { identities { id issuer account linkedAt lastUsedAt provider { name } } } }`}
	},
	"Mutation.linkIdentity": func(ids) operation {
		return mutate("linkIdentity", "LinkIdentityInput", "url", map[string]any{"provider": "nobody"})
	},
	"Mutation.unlinkIdentity": func(ids) operation {
		return mutate("unlinkIdentity", "UnlinkIdentityInput", "me { id }", map[string]any{"id": "5f8f9c1e-4a0b-4d5c-9e57-2f9d3a6b7c80"})
	},
	"Query.secondFactorChallenge": func(ids) operation {
		return operation{query: `{ secondFactorChallenge { expiresAt attemptsLeft } }`}
	},
	"Me.secondFactor": func(ids) operation {
		return operation{query: `{ me { secondFactor { totpSince recoveryCodesLeft } } }`}
	},
	"Mutation.completeSignIn": func(ids) operation {
		return mutate("completeSignIn", "CompleteSignInInput", "me { id } secondFactor { attemptsLeft }", map[string]any{"code": "12345"})
	},
	"Mutation.startTotpEnrollment": func(ids) operation {
		return operation{query: `mutation { startTotpEnrollment { secret uri userErrors { code } } }`}
	},
	"Mutation.confirmTotpEnrollment": func(ids) operation {
		return mutate("confirmTotpEnrollment", "ConfirmTotpEnrollmentInput", "recoveryCodes me { id }", map[string]any{"code": "12345"})
	},
	"Mutation.disableTotp": func(ids) operation {
		return mutate("disableTotp", "DisableTotpInput", "me { id }", map[string]any{"code": "12345"})
	},
	"Mutation.regenerateRecoveryCodes": func(ids) operation {
		return mutate("regenerateRecoveryCodes", "RegenerateRecoveryCodesInput", "recoveryCodes", map[string]any{"code": "12345"})
	},
	"Mutation.signOut": func(ids) operation { return operation{query: `mutation { signOut { userErrors { code } } }`} },
	"Mutation.createWorkspace": func(ids) operation {
		return mutate("createWorkspace", "CreateWorkspaceInput", "workspace { slug viewerRole } replayed",
			map[string]any{"slug": "w" + uuid.NewString()[:8], "name": "New", "timeZone": "Europe/Warsaw"})
	},
	"Mutation.createApiKey": func(i ids) operation {
		return mutate("createApiKey", "CreateApiKeyInput", "apiKey { id } propagation { complete }",
			map[string]any{"workspaceId": i.workspace, "name": "A key", "scope": "READ_ONLY"})
	},
	"Mutation.updateApiKey": func(i ids) operation {
		return mutate("updateApiKey", "UpdateApiKeyInput", "apiKey { name }", map[string]any{"id": i.key, "expectedVersion": 1, "name": "Another name"})
	},
	"Mutation.revokeApiKey": func(i ids) operation {
		return mutate("revokeApiKey", "RevokeApiKeyInput", "apiKey { status }", map[string]any{"id": i.key, "reason": "LEAKED"})
	},
	"Mutation.updateWorkspace": func(i ids) operation {
		return mutate("updateWorkspace", "UpdateWorkspaceInput", "workspace { name version } impact { stops { id } } propagation { complete }",
			map[string]any{"workspaceId": i.workspace, "expectedVersion": 1, "name": "A workspace"}) // as it is
	},
	"Mutation.revokeAllApiKeys": func(i ids) operation {
		return mutate("revokeAllApiKeys", "RevokeAllApiKeysInput", "revoked propagation { complete }",
			map[string]any{"workspaceId": i.workspace, "slug": i.slug, "reason": "LEAKED"})
	},
	"Mutation.startApiKeyRotation": func(i ids) operation {
		return mutate("startApiKeyRotation", "StartApiKeyRotationInput", "apiKey { status }", map[string]any{"id": i.key})
	},
	"Mutation.finishApiKeyRotation": func(i ids) operation {
		return mutate("finishApiKeyRotation", "FinishApiKeyRotationInput", "apiKey { status }", map[string]any{"id": i.rotating})
	},
	"Mutation.cancelApiKeyRotation": func(i ids) operation {
		return mutate("cancelApiKeyRotation", "CancelApiKeyRotationInput", "apiKey { status }", map[string]any{"id": i.rotating})
	},
	"Mutation.setApiKeyDisabled": func(i ids) operation {
		return mutate("setApiKeyDisabled", "SetApiKeyDisabledInput", "apiKey { status }", map[string]any{"id": i.key, "disabled": true})
	},
	"Mutation.addIpAllowlistEntries": func(i ids) operation {
		random := uuid.NewString()
		return mutate("addIpAllowlistEntries", "AddIpAllowlistEntriesInput", "ipAllowlist { active }",
			map[string]any{"workspaceId": i.workspace, "entries": []any{map[string]any{"range": fmt.Sprintf("2001:db8::%s:%s", random[:4], random[4:8])}}})
	},
	"Mutation.updateIpAllowlistEntry": func(i ids) operation {
		return mutate("updateIpAllowlistEntry", "UpdateIpAllowlistEntryInput", "entries { note }", map[string]any{"id": i.entry, "expectedVersion": 1, "note": "Another note"})
	},
	"Mutation.removeIpAllowlistEntries": func(i ids) operation {
		return mutate("removeIpAllowlistEntries", "RemoveIpAllowlistEntriesInput", "ipAllowlist { active }",
			map[string]any{"workspaceId": i.workspace, "ids": []any{i.entry}, "mayTurnOff": true})
	},
}

func inside(selection string) func(ids) operation {
	return func(i ids) operation {
		return operation{`query ($id: ID) { workspace(id: $id) { ` + selection + ` } }`, map[string]any{"id": i.workspace}}
	}
}

func plain(query string) func(ids) operation {
	return func(ids) operation { return operation{query: query} }
}

func ofKey(selection string) func(ids) operation {
	return func(i ids) operation {
		return operation{`query ($w: ID, $id: ID!) { workspace(id: $w) { apiKey(id: $id) { ` + selection + ` } } }`, map[string]any{"w": i.workspace, "id": i.key}}
	}
}

func mutate(field, input, selection string, variables map[string]any) operation {
	return operation{
		fmt.Sprintf(`mutation ($i: %s!) { %s(input: $i) { %s userErrors { code message field } } }`, input, field, selection),
		map[string]any{"i": variables},
	}
}

// own are new things in a workspace.
func (w *world) own(workspace, slug string) ids {
	member, invitation := w.newMember(workspace)
	return ids{
		member: member, invitation: invitation,
		workspace: workspace, slug: slug, key: w.createKey(workspace), rotating: w.rotatingKey(workspace),
		entry: w.addEntry(workspace), receipt: w.receipt(workspace), support: w.supportRequest(workspace),
	}
}
