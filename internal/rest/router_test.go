package rest

import (
	"slices"
	"strings"
	"testing"

	"latchkey/internal/apikey"
	"latchkey/internal/fault"
)

func TestTheTableOfOperationsIsSound(t *testing.T) {
	names, routes := map[string]bool{}, map[string]bool{}
	for _, o := range operations() {
		if names[o.name] || o.name == "" || o.resource == "" || o.serve == nil || len(o.methods) == 0 || !strings.HasSuffix(o.path, "/") {
			t.Errorf("%+v", o)
		}
		if !slices.Contains(apikey.Accesses(), o.access) {
			t.Errorf("%s has access %q", o.name, o.access)
		}
		names[o.name] = true
		for _, method := range o.methods {
			if routes[method+o.path] {
				t.Errorf("%s %s is there twice", method, o.path)
			}
			routes[method+o.path] = true
		}
	}
}

// Every path is served with and without its trailing slash, for every method.
func TestEveryPathWithAndWithoutItsSlash(t *testing.T) {
	table := operations()
	router := newRouter(table)
	for i := range table {
		path := strings.NewReplacer("{id}", "7", "{custom_id}", "a").Replace(table[i].path)
		for _, method := range table[i].methods {
			for _, p := range []string{path, strings.TrimSuffix(path, "/")} {
				if m, err := router.find(method, base+p); err != nil || m.operation != &table[i] {
					t.Errorf("%s %s: %+v, %v", method, p, m.operation, err)
				}
			}
		}
	}
}

func TestALiteralPathIsNobodysNumber(t *testing.T) {
	router := newRouter(operations())
	for path, want := range map[string]string{
		"users/search/":           "GET, HEAD, OPTIONS",
		"users/update_or_create/": "POST, OPTIONS",
		"users/7/":                "GET, PUT, PATCH, DELETE, HEAD, OPTIONS",
		"users/":                  "GET, POST, HEAD, OPTIONS",
	} {
		m, err := router.find("PROPFIND", base+path)
		if f, ok := fault.As(err); !ok || f.Kind != fault.MethodNotAllowed || allowed(m.allow) != want {
			t.Errorf("%s allows %q (%v), want %q", path, allowed(m.allow), err, want)
		}
	}
}

func TestFind(t *testing.T) {
	router := newRouter(operations())
	for _, c := range []struct{ method, path, operation, value string }{
		{"GET", "users/search/", "users.search", ""},
		{"HEAD", "users/search", "users.search", ""},
		{"GET", "users-by-id/search", "users_by_id.search", ""},
		{"PUT", "users-by-id/search", "users_by_id.update", "search"}, // a custom id may be "search"
		{"GET", "users-by-id/user@123/", "users_by_id.get", "user@123"},
		{"GET", "users-by-id/a%2Fb%3F%25/", "users_by_id.get", "a/b?%"},
		{"GET", "users-by-id/QUJD+w==/", "users_by_id.get", "QUJD+w=="},
		{"GET", "users-by-id/..", "users_by_id.get", ".."},
		{"GET", "users-by-id/%C5%BC", "users_by_id.get", "ż"},
		{"GET", "users-by-id/%FF", "", ""},
		{"GET", "users-by-id/%00", "", ""},
		{"GET", "users-by-id//", "", ""},
		{"GET", "users-by-id/a/b/", "", ""},
		{"GET", "users//", "", ""},
		{"GET", "Users/", "", ""},
		{"GET", "", "", ""},
	} {
		m, err := router.find(c.method, base+c.path)
		name, value := "", ""
		if m.operation != nil {
			name = m.operation.name
		}
		if len(m.values) > 0 {
			value = m.values[0]
		}
		if name != c.operation || value != c.value || (err != nil) != (c.operation == "") {
			t.Errorf("%s %s: %q %q, %v", c.method, c.path, name, value, err)
		}
	}
}
