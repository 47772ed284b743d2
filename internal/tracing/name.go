package tracing

import (
	"regexp"
	"strings"
)

// object finds what a statement is about: the first table or function after one of the
// words that introduce them. It matches names of ours alone, so that no value can.
var (
	object   = regexp.MustCompile(`(?i)\b(?:FROM|INTO|UPDATE|JOIN)\s+(?:latchkey\.)?"?([a-z][a-z0-9_]{0,62})\b`)
	function = regexp.MustCompile(`(?i)^\s*SELECT\s+(?:latchkey\.)?([a-z][a-z0-9_]{0,62})\(`)
	verb     = regexp.MustCompile(`^\s*([A-Za-z]{1,20})\b`)
)

// name is how a statement is called in a span: verb and object. Text that is unlike our
// statements has no name but "statement".
func name(text string) string {
	v := verb.FindStringSubmatch(text)
	if v == nil {
		return "statement"
	}
	for _, about := range []*regexp.Regexp{function, object} {
		if m := about.FindStringSubmatch(text); m != nil {
			return strings.ToUpper(v[1]) + " " + strings.ToLower(m[1])
		}
	}
	return strings.ToUpper(v[1])
}
