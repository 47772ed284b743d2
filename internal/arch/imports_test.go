package arch

import (
	"slices"
	"strings"
	"testing"
)

// may is the import table: what of ours each package may import outside of its
// tests, and why that is the way down. A package that is not here fails.
var may = map[string]struct {
	imports string
	why     string
}{
	"internal/fault":       {"", "everything may be told to a caller"},
	"internal/text":        {"", "what a line is, for all who keep one"},
	"internal/caller":      {"internal/fault", "who acts is a value"},
	"internal/apikey":      {"internal/text internal/fault internal/caller", "pure: keys as values"},
	"internal/allowlist":   {"internal/text internal/fault", "pure: addresses and ranges as values"},
	"internal/mail":        {"internal/text", "sends what it is given; what it is about is for others to know"},
	"internal/audit":       {"internal/fault internal/caller", "pure: events and their chain"},
	"internal/auditfile":   {"internal/audit", "pure: exports of the audit as files, their signature, and verifying them"},
	"internal/receipt":     {"internal/fault", "pure: refusals as sealed text"},
	"internal/ratelimit":   {"internal/fault", "pure: the step; its states live behind a seam"},
	"internal/workspace":   {"internal/text internal/fault internal/caller internal/apikey internal/allowlist internal/ratelimit", "pure: the tenant as values, its allowlist, key policy and limits among them"},
	"internal/httpserver":  {"internal/fault", "plumbing knows neither plane"},
	"internal/metrics":     {"", "names and numbers: who counts does not know it, and it knows nobody"},
	"internal/doctor":      {"ent/migrations", "looks at an installation as it is, by itself"},
	"internal/tracing":     {"", "spans: who is traced does not know it, and it knows nobody"},
	"internal/verify":      {"internal/fault internal/caller internal/apikey internal/allowlist internal/workspace", "the hot path is free of PostgreSQL and HTTP"},
	"internal/store/scope": {"", "the workspace of a context, for two fences that must not know each other"},
	"internal/store/conn":  {"internal/store/scope", "below ent there is only lib/pq"},
	"internal/store":       {"internal/text ent/gen ent/gen/* ent/migrations internal/store/scope internal/store/conn internal/fault internal/caller internal/apikey internal/allowlist internal/audit internal/ratelimit internal/workspace", "PostgreSQL: values in, values out"},
	"internal/cluster":     {"internal/store internal/fault", "leases and changes live in PostgreSQL; memory is a seam"},
	"internal/usage":       {"internal/store", "counts end in PostgreSQL"},
	"internal/live":        {"", "what PostgreSQL notifies of; it knows ids alone"},
	"internal/session":     {"internal/allowlist internal/mail internal/text internal/oidc internal/secondfactor internal/store internal/fault internal/caller internal/audit internal/workspace", "signed-in people"},
	"internal/admin":       {"internal/text internal/store internal/cluster internal/session internal/fault internal/caller internal/apikey internal/allowlist internal/audit internal/auditfile internal/ratelimit internal/receipt internal/workspace", "use cases: graph → admin → store"},
	"internal/records":     {"internal/store internal/fault internal/caller", "the workspace's data: rest → records → store"},
	"internal/rest":        {"internal/records internal/verify internal/usage internal/store internal/cluster internal/httpserver internal/fault internal/caller internal/apikey internal/allowlist internal/audit internal/ratelimit internal/receipt", "the data plane"},
	"graph":                {"graph/* internal/admin internal/session internal/httpserver internal/fault internal/caller internal/apikey internal/allowlist internal/audit internal/auditfile internal/live internal/ratelimit internal/workspace internal/cluster", "thin resolvers: no ent, no store, nothing of the data plane"},
	"graph/scalar":         {"internal/session internal/apikey internal/secondfactor internal/fault graph/model", "how values are written in GraphQL"},
	"graph/graphiql":       {"", "a page"},
	"graph/apidoc":         {"", "reads the schema and writes a page"},
	"dashboard":            {"", "pages: what they show comes over the admin API"},
	"ent":                  {"", "a doc and a generator"},
	"ent/schema":           {"ent/gen/intercept internal/store/scope", "the mixin reads the scope by itself"},
	"ent/migrations":       {"", "SQL"},
	"internal/postgres":    {"ent/migrations internal/fault", "finds, starts and migrates a server; knows no rows"},
	"internal/testdb":      {"ent/migrations internal/postgres", "databases for tests"},
	"internal/arch":        {"", "reads the source"},
	"internal/soak":        {"", "runs the program itself, as processes"},
	"deploy":               {"", "files"},
	"examples/csvsync":     {"", "what a user would write: it knows the API alone"},
	"cmd/latchkey":         {"*", "puts everything together"},

	"internal/oidc":                       {"internal/fault", "who somebody is, by the word of others"},
	"internal/oidc/oidctest":              {"", "a provider for tests, as a process"},
	"internal/oidc/oidctest/oidcprovider": {"internal/oidc/oidctest", "that provider, for tests in a browser"},
	"internal/secondfactor":               {"", "pure: codes, and the keys that their secrets are sealed under"},
	"internal/rest/openapi":               {"", "a document and its page"},
	"internal/ratelimit/shared":           {"internal/ratelimit", "states in Redis, which nothing else may know of"},
	"internal/ratelimit/limittest":        {"internal/ratelimit", "what every store of states must do"},
}

func TestImportsFollowThePlan(t *testing.T) {
	for _, p := range packages(t) {
		rule, known := may[p.path]
		switch {
		case generated(p.path):
			continue
		case !known:
			t.Errorf("%s is not in the import table: say what it may import, and why", p.path)
			continue
		case rule.imports == "*":
			continue
		}
		allowed := strings.Fields(rule.imports)
		for _, i := range p.imports {
			if !slices.ContainsFunc(allowed, func(a string) bool { return matches(a, i) }) {
				t.Errorf("%s imports %s, which is not its way down (%s)", p.path, i, rule.why)
			}
		}
	}
}

func TestTheImportTableHasNoDeadLines(t *testing.T) {
	there := map[string]bool{}
	for _, p := range packages(t) {
		there[p.path] = true
	}
	for path := range may {
		if !there[path] {
			t.Errorf("%s is in the import table and not in the tree", path)
		}
	}
}

// Who may import what, whatever the table says: these are fences.
func TestFencesAreNotImportedAround(t *testing.T) {
	for _, fence := range []struct{ guarded, by string }{
		{"internal/store/scope", "internal/store internal/store/conn ent/schema"},
		{"internal/store/conn", "internal/store"},
		{"ent/gen", "ent/schema internal/store ent/gen ent/gen/*"},
		{"internal/testdb", ""},
		{"internal/oidc/oidctest", "internal/oidc/oidctest/oidcprovider"},
		{"internal/ratelimit/limittest", ""},
		{"internal/ratelimit/shared", "cmd/latchkey"},
	} {
		for _, p := range packages(t) {
			if slices.Contains(p.imports, fence.guarded) &&
				!slices.ContainsFunc(strings.Fields(fence.by), func(a string) bool { return matches(a, p.path) }) {
				t.Errorf("%s imports %s, which only %q may", p.path, fence.guarded, fence.by)
			}
		}
	}
}

func matches(pattern, path string) bool {
	prefix, wild := strings.CutSuffix(pattern, "*")
	return pattern == path || wild && strings.HasPrefix(path, prefix)
}

// generated packages import what their generator wants.
func generated(path string) bool {
	return path == "ent/gen" || strings.HasPrefix(path, "ent/gen/") || path == "graph/exec" || path == "graph/model"
}
