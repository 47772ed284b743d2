package rest

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// base is the path that every operation is below.
const base = "/api/public/"

var errNoRoute = fault.New(fault.NotFound, "NOT_FOUND", "Not found.")

// node is a place in the tree of paths.
type node struct {
	literal    map[string]*node
	parameter  *node
	number     bool         // a parameter that is one of our ids
	operations []*operation // that end here
}

// newRouter makes the tree of a table.
func newRouter(table []operation) *node {
	root := &node{}
	for i := range table {
		at := root
		for segment := range strings.SplitSeq(strings.TrimSuffix(table[i].path, "/"), "/") {
			at = at.child(segment)
		}
		at.operations = append(at.operations, &table[i])
	}
	return root
}

func (n *node) child(segment string) *node {
	if strings.HasPrefix(segment, "{") {
		if n.parameter == nil {
			n.parameter = &node{number: segment == "{id}"}
		}
		return n.parameter
	}
	if n.literal == nil {
		n.literal = map[string]*node{}
	}
	if n.literal[segment] == nil {
		n.literal[segment] = &node{}
	}
	return n.literal[segment]
}

// match is what the router found.
type match struct {
	operation *operation // nil when none has the method
	values    []string   // of the path's parameters, unescaped
	allow     []string   // methods of the path
}

// find returns the operation of a path as it came on the wire, with or without
// its trailing slash. HEAD is served by what serves GET.
func (n *node) find(method, escapedPath string) (m match, err error) {
	below, ok := strings.CutPrefix(escapedPath, base)
	if !ok {
		return m, errNoRoute
	}
	if method == http.MethodHead {
		method = http.MethodGet
	}
	n.walk(method, strings.Split(strings.TrimSuffix(below, "/"), "/"), nil, &m)
	switch {
	case m.operation != nil:
		return m, nil
	case len(m.allow) == 0:
		return m, errNoRoute
	}
	return m, fault.New(fault.MethodNotAllowed, "METHOD_NOT_ALLOWED", fmt.Sprintf("Method \"%s\" not allowed.", method))
}

// walk looks for the method at the end of segments, literal paths first. Where one
// ends, no number is looked for any more; a custom id may be any text, "search" too.
func (n *node) walk(method string, segments, values []string, m *match) {
	if len(segments) == 0 {
		for _, o := range n.operations {
			m.allow = append(m.allow, o.methods...)
			if m.operation == nil && slices.Contains(o.methods, method) {
				m.operation, m.values = o, values
			}
		}
		return
	}
	if next := n.literal[segments[0]]; next != nil {
		next.walk(method, segments[1:], values, m)
	}
	if m.operation == nil && n.parameter != nil && (len(m.allow) == 0 || !n.parameter.number) {
		if value, ok := unescape(segments[0]); ok {
			n.parameter.walk(method, segments[1:], append(values[:len(values):len(values)], value), m)
		}
	}
}

// unescape returns a segment's text. Texts that nothing stored can be equal to
// are no parameter's.
func unescape(segment string) (string, bool) {
	value, err := url.PathUnescape(segment)
	return value, err == nil && value != "" && utf8.ValidString(value) && !strings.ContainsRune(value, 0)
}

// allowed is the Allow header of a path.
func allowed(m []string) string {
	var all []string
	for _, method := range []string{get, post, put, patch, remove} {
		if slices.Contains(m, method) {
			all = append(all, method)
		}
	}
	if slices.Contains(m, get) {
		all = append(all, http.MethodHead)
	}
	return strings.Join(append(all, http.MethodOptions), ", ")
}
