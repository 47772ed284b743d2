package graph_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// newMember adds somebody to a workspace, as a viewer, and an invitation to it; it
// returns the ids of both.
func (w *world) newMember(workspace string) (member, invitation string) {
	w.t.Helper()
	person, m, i := uuid.New(), uuid.New(), uuid.New()
	w.inWorkspace(workspace, fmt.Sprintf(`
		INSERT INTO latchkey.person (id, email, email_key, name, password_hash) VALUES ('%[2]s', '%[2]s@example.com', '%[2]s@example.com', 'New', '-');
		INSERT INTO latchkey.member (workspace_id, id, person_id, role) VALUES ('%[1]s', '%[3]s', '%[2]s', 'VIEWER');
		INSERT INTO latchkey.invitation (workspace_id, id, email, email_key, role, created_at, created_by_id, created_by_label, expires_at)
		VALUES ('%[1]s', '%[4]s', '%[4]s@example.com', '%[4]s@example.com', 'VIEWER', '2026-05-04', '%[2]s', 'New', '2026-05-14')`, workspace, person, m, i))
	of := uuid.MustParse(workspace)
	public := func(prefix string, id uuid.UUID) string {
		return prefix + base64.RawURLEncoding.EncodeToString(append(of[:], id[:]...))
	}
	return public("mem_", m), public("inv_", i)
}

const (
	inviteMember     = `mutation ($i: InviteMemberInput!) { inviteMember(input: $i) { invitation { id email isExpired } link replayed userErrors { code message } } }`
	acceptInvitation = `mutation ($i: AcceptInvitationInput!) { acceptInvitation(input: $i) { workspace { slug viewerRole } me { email } userErrors { code message field } } }`
)

// From an invitation to the first key, and out again.
func TestSomebodyNewIsInvitedWorksAndLeaves(t *testing.T) {
	w := newWorld(t)
	a := w.good("ADMIN", inviteMember, map[string]any{"i": map[string]any{"workspaceId": w.acme, "email": "New@example.com", "role": "DEVELOPER"}})
	link := a.text("inviteMember.link")
	at, token, _ := strings.Cut(link, "#")
	if at != "https://latchkey.example.com/invitation" {
		t.Fatalf("the link is %s", link)
	}
	shown := w.good("", `query ($t: String!) { invitation(token: $t) { workspaceName invitedBy email role hasAccount } }`, map[string]any{"t": token})
	if shown.text("invitation.email") != "New@example.com" || shown.text("invitation.invitedBy") != "ADMIN@example.com" || shown.at("invitation.hasAccount") != false {
		t.Errorf("the preview is %s", shown.raw)
	}
	if got := w.ask("VIEWER", acceptInvitation, map[string]any{"i": map[string]any{"token": token}}).userErrors(); strings.Join(got, "") != "OTHER_ADDRESS" {
		t.Errorf("as somebody else: %v", got)
	}
	accepted := w.good("", acceptInvitation, map[string]any{"i": map[string]any{"token": token, "name": "New", "password": password}})
	if accepted.text("acceptInvitation.workspace.viewerRole") != "DEVELOPER" || accepted.text("acceptInvitation.me.email") != "New@example.com" {
		t.Fatalf("accepted: %s", accepted.raw)
	}
	w.cookies["NEW"] = w.setCookie(accepted)
	key := w.good("NEW", `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { apiKey { id creatorHasLeft } userErrors { code } } }`,
		map[string]any{"i": map[string]any{"workspaceId": w.acme, "name": "New's", "scope": "ALL"}})
	if key.at("createApiKey.apiKey.creatorHasLeft") != false {
		t.Errorf("the new key: %s", key.raw)
	}
	op := mutate("leaveWorkspace", "LeaveWorkspaceInput", "me { memberships { role } }", map[string]any{"workspaceId": w.acme})
	if left := w.good("NEW", op.query, op.variables); left.at("leaveWorkspace.me.memberships.0") != nil {
		t.Errorf("after leaving: %s", left.raw)
	}
	if a := w.good("NEW", `query ($id: ID) { workspace(id: $id) { id } }`, map[string]any{"id": w.acme}); a.at("workspace") != nil {
		t.Errorf("whoever left still sees it: %s", a.raw)
	}
	keys := w.good("VIEWER", `query ($id: ID) { workspace(id: $id) { apiKeys { edges { node { name status creatorHasLeft } } } } }`, map[string]any{"id": w.acme})
	if keys.text("workspace.apiKeys.edges.0.node.status") != "ACTIVE" || keys.at("workspace.apiKeys.edges.0.node.creatorHasLeft") != true {
		t.Errorf("their key: %s", keys.raw)
	}
	if strings.Contains(w.log.String(), token) {
		t.Error("the token is in the log")
	}
}

// Whoever is removed is out with their next request, in every browser, and stays signed in elsewhere.
func TestARemovedMemberIsOutAtOnce(t *testing.T) {
	w := newWorld(t)
	list := w.good("OWNER", `query ($id: ID) { workspace(id: $id) { members(filter: {search: "developer"}) { edges { node { id role isViewer } } totalCount } } }`, map[string]any{"id": w.acme})
	w.cookie("DEVELOPER")
	op := mutate("removeMember", "RemoveMemberInput", "", map[string]any{"id": list.text("workspace.members.edges.0.node.id")})
	w.good("OWNER", op.query, op.variables)
	a := w.good("DEVELOPER", `query ($id: ID) { me { email memberships { role } } workspace(id: $id) { id } }`, map[string]any{"id": w.acme})
	if a.at("workspace") != nil || a.at("me.memberships.0") != nil || a.text("me.email") != "DEVELOPER@example.com" {
		t.Errorf("got %s", a.raw)
	}
}

func TestPeopleSeeTheirSessions(t *testing.T) {
	w := newWorld(t)
	w.cookie("OWNER")
	w.signIn("OWNER")
	const sessions = `{ me { sessions { id device userAgent clientIp signedInAt lastSeenAt endsAt isCurrent } } }`
	a := w.good("OWNER", sessions, nil)
	all, _ := a.at("me.sessions").([]any)
	if len(all) != 2 || a.text("me.sessions.0.clientIp") != "127.0.0.1" {
		t.Fatalf("got %s", a.raw)
	}
	for _, s := range all {
		s := s.(map[string]any)
		if s["isCurrent"] == true {
			continue
		}
		op := mutate("endSession", "EndSessionInput", "me { sessions { id } }", map[string]any{"id": s["id"]})
		if left := w.good("OWNER", op.query, op.variables); left.at("endSession.me.sessions.1") != nil {
			t.Errorf("after ending the other: %s", left.raw)
		}
	}
	current := w.good("OWNER", sessions, nil).text("me.sessions.0.id")
	op := mutate("endSession", "EndSessionInput", "me { id }", map[string]any{"id": current})
	if ended := w.good("OWNER", op.query, op.variables); ended.at("endSession.me") != nil || w.setCookie(ended).MaxAge >= 0 {
		t.Errorf("ending one's own: %s", ended.raw)
	}
}
