package graph_test

import (
	"bytes"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/exec"
	"latchkey/internal/receipt"
)

// whoMay is what each kind of person gets from each field: ok, null, or the code of an error.
// STAFF are support staff without a session in the workspace, SUPPORT with one.
const whoMay = `
	field                              OWNER         ADMIN         DEVELOPER     VIEWER        STRANGER      nobody           STAFF         SUPPORT
	Query.me                           ok            ok            ok            ok            ok            null             ok            ok
	Query.auditActions                 ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Query.workspace                    ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.apiKeys                  ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.apiKey                   ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.ipAllowlist              ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	IpAllowlist.entries                ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	IpAllowlist.check                  ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	IpAllowlist.preview                ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.usage                    ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.explainRefusal           ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	ApiKey.usage                       ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	ApiKey.hints                       ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Workspace.auditEvents              ok            ok            FORBIDDEN     FORBIDDEN     null          UNAUTHENTICATED  null          ok
	Workspace.supportSessions          ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Subscription.workspaceChanges      ok            ok            ok            ok            NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     ok
	Query.support                      null          null          null          null          null          UNAUTHENTICATED  ok            ok
	Support.tenants                    null          null          null          null          null          UNAUTHENTICATED  ok            ok
	Mutation.signIn                    ok            ok            ok            ok            ok            ok               ok            ok
	Mutation.reauthenticate            ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Query.signInMethods                ok            ok            ok            ok            ok            ok               ok            ok
	Me.identities                      ok            ok            ok            ok            ok            null             ok            ok
	Mutation.linkIdentity              NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     NOT_FOUND
	Mutation.unlinkIdentity            NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     NOT_FOUND
	Query.secondFactorChallenge        null          null          null          null          null          null             null          null
	Me.secondFactor                    ok            ok            ok            ok            ok            null             ok            ok
	Mutation.completeSignIn            SIGN_IN_OVER  SIGN_IN_OVER  SIGN_IN_OVER  SIGN_IN_OVER  SIGN_IN_OVER  SIGN_IN_OVER     SIGN_IN_OVER  SIGN_IN_OVER
	Mutation.startTotpEnrollment       ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Mutation.confirmTotpEnrollment     SECOND_FACTOR_WRONG  SECOND_FACTOR_WRONG  SECOND_FACTOR_WRONG  SECOND_FACTOR_WRONG  SECOND_FACTOR_WRONG  UNAUTHENTICATED  SECOND_FACTOR_WRONG  SECOND_FACTOR_WRONG
	Mutation.disableTotp               TOTP_OFF      TOTP_OFF      TOTP_OFF      TOTP_OFF      TOTP_OFF      UNAUTHENTICATED  TOTP_OFF      TOTP_OFF
	Mutation.regenerateRecoveryCodes   TOTP_OFF      TOTP_OFF      TOTP_OFF      TOTP_OFF      TOTP_OFF      UNAUTHENTICATED  TOTP_OFF      TOTP_OFF
	Mutation.createWorkspace           ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Mutation.updateWorkspace           ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.createApiKey              ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.updateApiKey              ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.revokeApiKey              ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.revokeAllApiKeys          ok            FORBIDDEN     FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.startApiKeyRotation       ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.finishApiKeyRotation      ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.cancelApiKeyRotation      ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.setApiKeyDisabled         ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.addIpAllowlistEntries     ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.updateIpAllowlistEntry    ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.removeIpAllowlistEntries  ok            ok            ok            FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Query.signUpOptions                ok            ok            ok            ok            ok            ok               ok            ok
	Query.invitation                   null          null          null          null          null          null             null          null
	Workspace.members                  ok            ok            FORBIDDEN     FORBIDDEN     null          UNAUTHENTICATED  null          FORBIDDEN
	Workspace.invitations              ok            ok            FORBIDDEN     FORBIDDEN     null          UNAUTHENTICATED  null          FORBIDDEN
	ApiKey.creatorHasLeft              ok            ok            ok            ok            null          UNAUTHENTICATED  null          ok
	Mutation.inviteMember              ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.cancelInvitation          ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.updateMemberRole          ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.removeMember              ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.acceptInvitation          LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER        LINK_OVER     LINK_OVER
	Mutation.acceptInvitationWithProvider  LINK_OVER  LINK_OVER  LINK_OVER        LINK_OVER     LINK_OVER     LINK_OVER        LINK_OVER     LINK_OVER
	Mutation.signUp                    SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF      SIGN_UP_OFF   SIGN_UP_OFF
	Mutation.confirmSignUp             SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF   SIGN_UP_OFF      SIGN_UP_OFF   SIGN_UP_OFF
	Mutation.requestPasswordReset      MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  
	Mutation.resetPassword             LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER        LINK_OVER     LINK_OVER
	Mutation.changePassword            ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Me.emailChange                     ok            ok            ok            ok            ok            null             ok            ok
	Mutation.updateMe                  ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Mutation.askEmailChange            MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED  UNAUTHENTICATED  MAIL_NOT_CONFIGURED  MAIL_NOT_CONFIGURED
	Mutation.confirmEmailChange        LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     LINK_OVER     UNAUTHENTICATED  LINK_OVER     LINK_OVER
	Mutation.cancelEmailChange         ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Mutation.endSession                NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     NOT_FOUND
	Mutation.endOtherSessions          ok            ok            ok            ok            ok            UNAUTHENTICATED  ok            ok
	Mutation.endSupportSession         ok            ok            FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     ok
	Mutation.approveSupportSession     ok            FORBIDDEN     FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.refuseSupportSession      ok            FORBIDDEN     FORBIDDEN     FORBIDDEN     NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     FORBIDDEN
	Mutation.startSupportSession       FORBIDDEN     FORBIDDEN     FORBIDDEN     FORBIDDEN     FORBIDDEN     UNAUTHENTICATED  ok            SUPPORT_SESSION_UNDER_WAY
	Mutation.leaveWorkspace            LAST_OWNER    ok            ok            ok            NOT_FOUND     UNAUTHENTICATED  NOT_FOUND     NOT_FOUND
	Mutation.signOut                   ok            ok            ok            ok            ok            ok               ok            ok
`

// renewing are the operations after which the browser has another session, or none.
var renewing = []string{"Mutation.signIn", "Mutation.signOut", "Mutation.reauthenticate", "Mutation.changePassword"}

func TestWhoMay(t *testing.T) {
	w := newWorld(t)
	lines := strings.Split(strings.TrimSpace(whoMay), "\n")
	columns := strings.Fields(lines[0])[1:]
	tried := map[string]bool{}
	about := w.own(w.acme, "acme")
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		tried[cells[0]] = true
		for i, who := range columns {
			got, raw := w.outcome(who, operations[cells[0]](about))
			if got != cells[i+1] {
				t.Errorf("%s as %s: %s, want %s: %s", cells[0], who, got, cells[i+1], raw)
			}
			if slices.Contains(renewing, cells[0]) && who != "nobody" {
				w.cookies[who] = w.signIn(who)
			}
			if got == "ok" && strings.HasPrefix(cells[0], "Mutation.") {
				about = w.own(w.acme, "acme") // what it was about is not as it was
			}
		}
	}
	for _, name := range decidingFields() {
		if !tried[name] {
			t.Errorf("%s is not in the table", name)
		}
	}
}

// outcome says in a word what someone gets.
func (w *world) outcome(who string, op operation) (word, raw string) {
	w.t.Helper()
	a := w.ask(who, op.query, op.variables)
	switch {
	case a.code() != "":
		return a.code(), a.raw
	case len(a.userErrors()) > 0:
		return strings.Join(a.userErrors(), ","), a.raw
	}
	for _, v := range a.Data {
		if v == nil {
			return "null", a.raw
		}
	}
	return "ok", a.raw
}

// decidingFields are all of Query, Mutation and Subscription, and what takes arguments or needs
// a permission elsewhere.
func decidingFields() (names []string) {
	for _, d := range exec.NewExecutableSchema(exec.Config{}).Schema().Types {
		if d.BuiltIn || d.Kind != ast.Object {
			continue
		}
		for _, f := range d.Fields {
			root := d.Name == "Query" || d.Name == "Mutation" || d.Name == "Subscription"
			if !strings.HasPrefix(f.Name, "__") && (root || len(f.Arguments) > 0 || f.Directives.ForName("can") != nil) {
				names = append(names, d.Name+"."+f.Name)
			}
		}
	}
	return names
}

func TestForeignIsAbsent(t *testing.T) {
	w := newWorld(t)
	mine, foreign := w.own(w.acme, "acme"), w.own(w.other, "other")
	const nowhere = "5f8f9c1e-4a0b-4d5c-9e57-2f9d3a6b7c80"
	const zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	garbage := "lkr_" + strings.Repeat("a", receipt.Length-4)
	absent := ids{nowhere, "nowhere", "key_" + zeros, "key_" + zeros, "ipe_" + zeros, garbage, "sup_" + zeros, "mem_" + zeros, "inv_" + zeros}
	malformed := ids{"no id", "no slug", "no id", "no id", "no id", "no receipt", "no id", "no id", "no id"}
	for name, build := range operations {
		if slices.Contains([]string{"Mutation.createWorkspace", "Mutation.endSession"}, name) || !strings.Contains(name, ".") {
			continue
		}
		if a, b := build(mine), build(foreign); sameOperation(a, b) {
			continue // it takes no id
		}
		t.Run(name, func(t *testing.T) {
			want := w.askAs(build(absent))
			for kind, i := range map[string]ids{"foreign": foreign, "malformed": malformed} {
				if got := w.askAs(build(i)); got != want {
					t.Errorf("%s: %s\nabsent: %s", kind, got, want)
				}
			}
			// In a workspace that is one's own, what belongs to another.
			inside := func(i ids) operation { i.workspace = w.acme; return build(i) }
			want = w.askAs(inside(ids{
				key: w.absentIn("key_", mine.key), rotating: w.absentIn("key_", mine.key), entry: w.absentIn("ipe_", mine.entry), receipt: garbage,
				member: w.absentIn("mem_", mine.member), invitation: w.absentIn("inv_", mine.invitation),
				support: w.absentIn("sup_", mine.support),
			}))
			nil16 := w.nilIn("key_", mine.key)
			for kind, i := range map[string]ids{"foreign": foreign, "absent": absent, "malformed": malformed,
				"nil": {key: nil16, rotating: nil16, entry: w.nilIn("ipe_", mine.entry), receipt: garbage, support: w.nilIn("sup_", mine.support),
					member: w.nilIn("mem_", mine.member), invitation: w.nilIn("inv_", mine.invitation)}} {
				if takesInner(build) && w.askAs(inside(i)) != want {
					t.Errorf("inside one's own workspace, %s: %s\nabsent: %s", kind, w.askAs(inside(i)), want)
				}
			}
		})
	}
}

// absentIn is the well-formed id of nothing in the workspace that another id is in.
func (w *world) absentIn(prefix, id string) string { return w.idIn(prefix, id, 0x5f) }

// nilIn is that of the nil id.
func (w *world) nilIn(prefix, id string) string { return w.idIn(prefix, id, 0) }

func (w *world) idIn(prefix, id string, fill byte) string {
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(id, prefix))
	if err != nil {
		panic(err) // it came from the API
	}
	return prefix + base64.RawURLEncoding.EncodeToString(append(raw[:16:16], bytes.Repeat([]byte{fill}, 16)...))
}

func takesInner(build func(ids) operation) bool {
	return !sameOperation(build(ids{key: "a", rotating: "a", entry: "a", receipt: "a", support: "a", member: "a", invitation: "a"}),
		build(ids{key: "b", rotating: "b", entry: "b", receipt: "b", support: "b", member: "b", invitation: "b"}))
}

// askAs asks as the owner of acme.
func (w *world) askAs(op operation) string {
	w.t.Helper()
	return w.ask("OWNER", op.query, op.variables).raw
}
