package tracing

import "testing"

func TestStatementsAreNamedWithoutTheirText(t *testing.T) {
	for text, want := range map[string]string{
		`SELECT workspace_id, key_id FROM lookup_secret($1)`:                      "SELECT lookup_secret",
		`SELECT node_leave($1)`:                                                   "SELECT node_leave",
		`SELECT "api_key"."id" FROM "api_key" WHERE "api_key"."id" = 'lk_secret'`: "SELECT api_key",
		"\n\t\tINSERT INTO latchkey.contact (workspace_id) VALUES ($1)":           "INSERT contact",
		`UPDATE deal SET name = 'FROM Ada'`:                                       "UPDATE deal",
		`COMMIT`:                                                                  "COMMIT",
		`SELECT 1`:                                                                "SELECT",
		`'lk_secret'`:                                                             "statement",
		``:                                                                        "statement",
	} {
		if got := name(text); got != want {
			t.Errorf("%q is called %q, want %q", text, got, want)
		}
	}
}
