package graph_test

import (
	"strings"
	"testing"

	"latchkey/graph"
)

// Values that clients send, of which one may be a password in the wrong place, do not
// come back in errors.
func TestErrorsDoNotRepeatValues(t *testing.T) {
	w := newWorld(t, func(c *graph.Config) { c.Introspection = true })
	const canary = "hunter2-canary"
	for name, body := range map[string]string{
		"a string that does not end":    `{"query":"mutation { signIn(input: {password: \"` + canary + `"}`,
		"a wrong escape before it":      `{"query":"mutation { signIn(input: {email: \"\\q\", password: \"` + canary + `\"}) { userErrors { code } } }"}`,
		"a wrong unicode escape":        `{"query":"mutation { signIn(input: {email: \"\\u{` + canary + `\", password: \"x\"}) { userErrors { code } } }"}`,
		"where no string may be":        `{"query":"{ me \"` + canary + `\" }"}`,
		"instead of a name":             `{"query":"mutation { signIn(\"` + canary + `\") { userErrors { code } } }"}`,
		"a block string":                `{"query":"{ me \"\"\"` + canary + `\"\"\" }"}`,
		"for an enum":                   `{"query":"mutation { createApiKey(input: {workspaceId: \"w\", name: \"n\", scope: \"` + canary + `\"}) { replayed } }"}`,
		"for a boolean":                 `{"query":"mutation { setApiKeyDisabled(input: {id: \"k\", disabled: \"` + canary + `\"}) { userErrors { code } } }"}`,
		"for a number":                  `{"query":"{ workspace(id: \"w\") { apiKeys(first: \"` + canary + `\") { totalCount } } }"}`,
		"for an object":                 `{"query":"mutation { signIn(input: \"` + canary + `\") { userErrors { code } } }"}`,
		"for nothing":                   `{"query":"mutation { signIn(input: {email: \"e\", password: \"p\", other: \"` + canary + `\"}) { userErrors { code } } }"}`,
		"a variable for an enum":        `{"query":"query ($s: ApiKeyStatus) { workspace(id: \"w\") { apiKeys(filter: {status: $s}) { totalCount } } }","variables":{"s":"` + canary + `"}}`,
		"a variable for an object":      `{"query":"mutation ($i: SignInInput!) { signIn(input: $i) { userErrors { code } } }","variables":{"i":"` + canary + `"}}`,
		"a variable for a number":       `{"query":"query ($n: Int) { workspace(id: \"w\") { apiKeys(first: $n) { totalCount } } }","variables":{"n":"` + canary + `"}}`,
		"a variable for a time":         `{"query":"query ($t: Time) { workspace(slug: \"acme\") { usage(range: {from: $t}, groupBy: DAY) { calls } } }","variables":{"t":"` + canary + `"}}`,
		"a variable for an id":          `{"query":"query ($i: ID) { workspace(id: $i) { id } }","variables":{"i":{"a":"` + canary + `"}}}`,
		"a field that no variable has":  `{"query":"mutation ($i: SignInInput!) { signIn(input: $i) { userErrors { code } } }","variables":{"i":{"email":"e","password":{"p":"` + canary + `"}}}}`,
		"an operation that there isn't": `{"query":"{ me { id } }","operationName":"` + canary + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			a := w.send("OWNER", body, nil)
			if strings.Contains(a.raw, canary) || a.code() == "" {
				t.Errorf("got %s", a.raw)
			}
		})
	}
	if strings.Contains(w.log.String(), canary) {
		t.Error("the log has a value")
	}
}
