package graph

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/exec"
	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/live"
	"latchkey/internal/receipt"
	"latchkey/internal/store"
	"latchkey/internal/workspace"
)

func ownTypes() (types []*ast.Definition) {
	for name, d := range exec.NewExecutableSchema(exec.Config{}).Schema().Types {
		if !d.BuiltIn && !strings.HasPrefix(name, "__") {
			types = append(types, d)
		}
	}
	return types
}

func TestEveryRootFieldSaysWhoMay(t *testing.T) {
	for _, d := range ownTypes() {
		if d.Name != "Query" && d.Name != "Mutation" && d.Name != "Subscription" {
			continue
		}
		for _, f := range d.Fields {
			said := 0
			for _, directive := range []string{"can", "signedIn", "public", "staff"} {
				if f.Directives.ForName(directive) != nil {
					said++
				}
			}
			if said != 1 && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("%s.%s has %d of @can, @signedIn, @public and @staff", d.Name, f.Name, said)
			}
		}
	}
}

func TestEverythingIsDescribed(t *testing.T) {
	described := func(what, text string) {
		if len(strings.TrimSpace(text)) < 4 || !strings.HasSuffix(strings.TrimSpace(text), ".") && !strings.HasSuffix(text, "?") {
			t.Errorf("%s has no description that is a sentence: %q", what, text)
		}
	}
	for _, d := range ownTypes() {
		switch d.Name {
		case "ID", "Int", "String", "Boolean", "Float":
			continue
		}
		described(d.Name, d.Description)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				described(d.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range d.EnumValues {
			described(d.Name+"."+v.Name, v.Description)
		}
	}
}

// The schema's enums are the values of the domain, no more and no less.
func TestEnumsAreTheDomains(t *testing.T) {
	permissions := []caller.Permission{}
	for p := range caller.Permissions() {
		permissions = append(permissions, p)
	}
	same(t, permissions, model.AllPermission)
	same(t, caller.Roles(), model.AllRole)
	same(t, []caller.Kind{caller.Member, caller.Key, caller.Operator, caller.System, caller.Support}, model.AllActorKind)
	same(t, workspace.SupportStatuses(), model.AllSupportSessionStatus)
	same(t, apikey.Scopes(), model.AllAPIKeyScope)
	same(t, apikey.Statuses(), model.AllAPIKeyStatus)
	same(t, apikey.RevocationReasons(), model.AllRevocationReason)
	same(t, store.KeyFields(), model.AllAPIKeyOrderField)
	same(t, store.UsageGroups(), model.AllUsageGroup)
	same(t, []admin.HintCode{admin.AllOnlyReads, admin.Unused, admin.ManyAddresses, admin.ExpiresSoon, admin.UsedFromBrowser}, model.AllKeyHintCode)
	same(t, live.Kinds(), model.AllWorkspaceChangeKind)
	same(t, admin.Settings(), model.AllRefusalSetting)
	same(t, upper(receipt.Reasons()), model.AllRefusalReason)
	same(t, upper([]string{"read", "write", "delete", "own"}), model.AllAccess)
}

func upper(names []string) (shown []string) {
	for _, n := range names {
		shown = append(shown, strings.ToUpper(n))
	}
	return shown
}

func same[A, B ~string](t *testing.T, domain []A, schema []B) {
	t.Helper()
	var a, b []string
	for _, v := range domain {
		a = append(a, string(v))
	}
	for _, v := range schema {
		b = append(b, string(v))
	}
	slices.Sort(a)
	slices.Sort(b)
	if !slices.Equal(a, b) {
		t.Errorf("%T: %v, in the schema %v", domain, a, b)
	}
}

// free are resolved fields that cost no more than a value, and why.
var free = map[string]string{
	"ApiKey.CreatorHasLeft":     "one statement for all keys of a page",
	"IpAllowlist.ViewerAddress": "of the request",
	"Query.AuditActions":        "constants",
	"Query.Me":                  "admission has read it",
	"Query.SignInMethods":       "settings",
	"Query.SignUpOptions":       "settings",
	"Query.Support":             "its fields have costs",
	"Workspace.APIURL":          "a setting",
	"Workspace.IPAllowlist":     "its fields have costs",
	"Workspace.SupportSession":  "admission has read it",
	"Workspace.ViewerMay":       "follows from the role",
}

// What a field reads is limited by its cost, so that whoever adds one must think of it.
// Mutations and streams are limited by how many there may be.
func TestWhatIsResolvedHasACost(t *testing.T) {
	costs, resolvers := reflect.ValueOf(costs()), reflect.TypeFor[exec.ResolverRoot]()
	used := map[string]bool{}
	for i := range resolvers.NumMethod() {
		of := resolvers.Method(i)
		if of.Name == "Mutation" || of.Name == "Subscription" {
			continue
		}
		for fields, j := of.Type.Out(0), 0; j < fields.NumMethod(); j++ {
			name := of.Name + "." + fields.Method(j).Name
			costless := costs.FieldByName(of.Name).FieldByName(fields.Method(j).Name).IsNil()
			if used[name] = true; costless != (free[name] != "") {
				t.Errorf("%s: give it a cost, or a reason to have none, and not both", name)
			}
		}
	}
	for name := range free {
		if !used[name] {
			t.Errorf("%s is not resolved: take its line out", name)
		}
	}
}
