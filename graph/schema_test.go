package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/exec"
	"latchkey/graph/model"
	"latchkey/internal/admin"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
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
		if d.Name != "Query" && d.Name != "Mutation" {
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
