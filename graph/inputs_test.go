package graph_test

import (
	"cmp"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// What is wrong with an input is told by its path, with what to write instead, and
// never with what was sent, whether it stands in the document or in the variables.
func TestWrongInputIsToldByItsPath(t *testing.T) {
	w := newWorld(t)
	const (
		canary = "hunter2canary"
		number = "98765432123456789"
		create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { replayed } }`
		add    = `mutation ($input: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $input) { userErrors { code } } }`
		signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`
		list   = `query ($first: Int, $filter: ApiKeyFilter) { workspace(id: "w") { apiKeys(first: $first, filter: $filter) { totalCount } } }`
		usage  = `query ($range: UsageRange!) { workspace(id: "w") { usage(range: $range, groupBy: DAY) { calls } } }`
		scopes = "input.scope is no ApiKeyScope: write READ_ONLY, WRITE_ONLY or ALL"
		whole  = "first must be a whole number, from -2147483648 to 2147483647."
		entry  = "input.entries must be a list, each an object of the type IpAllowlistEntryInput."
	)
	inCreate := func(input string) string { return `mutation { createApiKey(input: {` + input + `}) { replayed } }` }
	inList := func(arguments string) string {
		return `{ workspace(id: "w") { apiKeys(` + arguments + `) { totalCount } } }`
	}
	long := strings.Repeat("x", 61)
	for name, c := range map[string]struct{ query, variables, says, field string }{
		"an enum":                      {create, `{"input":{"workspaceId":"w","name":"n","scope":"` + canary + `"}}`, scopes + ".", "scope"},
		"an enum, inline":              {inCreate(`workspaceId: "w", name: "n", scope: ` + canary), "", scopes + ".", "scope"},
		"an enum in quotes":            {inCreate(`workspaceId: "w", name: "n", scope: "` + canary + `"`), "", scopes + ", without quotes.", "scope"},
		"an enum in small letters":     {create, `{"input":{"workspaceId":"w","name":"n","scope":"all"}}`, scopes + ".", "scope"},
		"an enum's number":             {create, `{"input":{"workspaceId":"w","name":"n","scope":` + number + `}}`, scopes + ".", "scope"},
		"in a filter":                  {list, `{"filter":{"status":"` + canary + `"}}`, "filter.status is no ApiKeyStatus: write ", "filter.status"},
		"in a filter, inline":          {inList(`filter: {status: ` + canary + `}`), "", "filter.status is no ApiKeyStatus: write ", "filter.status"},
		"text, a boolean":              {create, `{"input":{"workspaceId":"w","name":true,"scope":"ALL"}}`, "input.name must be text, in quotes.", "name"},
		"text, a number":               {create, `{"input":{"workspaceId":"w","name":` + number + `,"scope":"ALL"}}`, "input.name must be text, in quotes.", "name"},
		"text, a number, inline":       {inCreate(`workspaceId: "w", scope: ALL, name: ` + number), "", "input.name must be text, in quotes.", "name"},
		"an id":                        {create, `{"input":{"workspaceId":{"a":"` + canary + `"},"name":"n","scope":"ALL"}}`, "input.workspaceId must be an id, as text in quotes.", "workspaceId"},
		"an id, inline":                {inCreate(`workspaceId: ` + canary + `, name: "n", scope: ALL`), "", "input.workspaceId must be an id, as text in quotes.", "workspaceId"},
		"a day":                        {create, `{"input":{"workspaceId":"w","name":"n","scope":"ALL","expiresOn":` + number + `}}`, "input.expiresOn must be a day as text, YYYY-MM-DD.", "expiresOn"},
		"a day, inline":                {inCreate(`workspaceId: "w", name: "n", scope: ALL, expiresOn: ` + number), "", "input.expiresOn must be a day as text, YYYY-MM-DD.", "expiresOn"},
		"a time":                       {usage, `{"range":{"from":"` + canary + `"}}`, "range.from must be a time as RFC 3339 has it", "range.from"},
		"null":                         {create, `{"input":{"workspaceId":"w","name":null,"scope":"ALL"}}`, "input.name cannot be null.", "name"},
		"null, inline":                 {inCreate(`workspaceId: "w", name: null, scope: ALL`), "", "input.name cannot be null.", "name"},
		"null for all":                 {create, `{"input":null}`, "input cannot be null.", ""},
		"missing":                      {create, `{"input":{"workspaceId":"w","scope":"ALL"}}`, "input.name must be there.", "name"},
		"missing, inline":              {inCreate(`workspaceId: "w", scope: ALL`), "", "input.name must be there.", "name"},
		"no variable":                  {create, `{}`, "input must be there.", ""},
		"no argument":                  {`mutation { createApiKey { replayed } }`, "", "input must be there.", ""},
		"no argument of a directive":   {`{ me @include { id } }`, "", "if must be there.", "if"},
		"extra":                        {create, `{"input":{"workspaceId":"w","name":"n","scope":"ALL","colour":"` + canary + `"}}`, "input.colour is not known: CreateApiKeyInput has no such field.", "colour"},
		"extra, inline":                {inCreate(`workspaceId: "w", name: "n", scope: ALL, colour: "` + canary + `"`), "", "input.colour is not known: CreateApiKeyInput has no such field.", "colour"},
		"an extra argument":            {inList(`last: "` + canary + `"`), "", "last is not known: apiKeys has no such argument.", "last"},
		"extra, of no name":            {create, `{"input":{"workspaceId":"w","name":"n","scope":"ALL","` + canary + `!":1}}`, "CreateApiKeyInput has no field of a name that was sent.", ""},
		"extra, of a long name":        {inCreate(`workspaceId: "w", name: "n", scope: ALL, ` + long + `: 1`), "", "CreateApiKeyInput has no field of a name that was sent.", ""},
		"an argument of a long name":   {inList(long + `: 1`), "", "apiKeys has no argument of a name that was sent.", ""},
		"a field of a long name":       {`{ ` + long + ` }`, "", "Cannot query field", ""},
		"an object, not text":          {signIn, `{"input":"` + canary + `"}`, "input must be an object of the type SignInInput.", ""},
		"an object, not text, inline":  {`mutation { signIn(input: "` + canary + `") { userErrors { code } } }`, "", "input must be an object of the type SignInInput.", ""},
		"a list, not text":             {add, `{"input":{"workspaceId":"w","entries":"` + canary + `"}}`, entry, "entries"},
		"a list, not text, inline":     {`mutation { addIpAllowlistEntries(input: {workspaceId: "w", entries: "` + canary + `"}) { userErrors { code } } }`, "", entry, "entries"},
		"in a list":                    {add, `{"input":{"workspaceId":"w","entries":[{"range":"192.0.2.1"},{"range":false}]}}`, "input.entries[1].range must be text, in quotes.", "entries.1.range"},
		"null in a list":               {add, `{"input":{"workspaceId":"w","entries":[null]}}`, "input.entries[0] cannot be null.", "entries.0"},
		"a whole number, text":         {list, `{"first":"` + canary + `"}`, whole, "first"},
		"a whole number, digits":       {list, `{"first":"98765"}`, whole, "first"},
		"a whole number, text, inline": {inList(`first: "` + canary + `"`), "", whole, "first"},
		"a whole number, a part":       {list, `{"first":1.5432}`, whole, "first"},
		"a whole number, inline":       {inList(`first: 1.5432`), "", whole, "first"},
		"a whole number, too large":    {list, `{"first":` + number + `}`, whole, "first"},
		"too large, inline":            {inList(`first: ` + number), "", whole, "first"},
		"a boolean, inline":            {`{ me @include(if: ` + canary + `) { id } }`, "", "if must be true or false.", "if"},
		"a default":                    {`query ($first: Int = ` + canary + `) { workspace(id: "w") { apiKeys(first: $first) { totalCount } } }`, "", whole, "first"},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := json.Marshal(map[string]any{"query": c.query, "variables": json.RawMessage(cmp.Or(c.variables, "null"))})
			w.must(err)
			a := w.send("OWNER", string(body), nil)
			if a.code() != "BAD_USER_INPUT" || !strings.HasPrefix(a.Errors[0].Message, c.says) || strings.Contains(a.raw, `"data"`) {
				t.Fatalf("want %q, got %s", c.says, a.raw)
			}
			var field any
			if c.field != "" {
				parts := []any{}
				for part := range strings.SplitSeq(c.field, ".") {
					parts = append(parts, part)
				}
				field = parts
			}
			if got := a.Errors[0].Extensions["field"]; !reflect.DeepEqual(got, field) {
				t.Errorf("field %v, want %v", got, field)
			}
			for _, sent := range []string{canary, number, "98765", "5432", `"all"`, long} {
				if strings.Contains(a.raw, sent) {
					t.Errorf("%s comes back: %s", sent, a.raw)
				}
			}
		})
	}
}

// All that is wrong is told at once, up to a bound; one thing stands for a list of it.
func TestAllWrongInputIsTold(t *testing.T) {
	w := newWorld(t)
	const create = `mutation ($i: CreateApiKeyInput!) { createApiKey(input: $i) { replayed userErrors { code } } }`
	if a := w.ask("OWNER", create, map[string]any{"i": map[string]any{"scope": 1, "b": 1, "a": 1}}); len(a.Errors) != 5 || a.Errors[0].Message != "i.workspaceId must be there." {
		t.Errorf("got %s", a.raw)
	}
	many := make([]any, 30)
	const add = `mutation ($i: AddIpAllowlistEntriesInput!) { addIpAllowlistEntries(input: $i) { userErrors { code } } }`
	if a := w.ask("OWNER", add, map[string]any{"i": map[string]any{"workspaceId": w.acme, "entries": many}}); len(a.Errors) != 10 {
		t.Errorf("got %s", a.raw)
	}
	w.good("OWNER", add, map[string]any{"i": map[string]any{"workspaceId": w.acme, "entries": map[string]any{"range": "192.0.2.1"}}})
}
