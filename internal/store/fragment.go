package store

import (
	"strconv"
	"strings"
)

// fragment is a part of a statement, with a ? for each of its arguments. Statements
// that are put together of such parts need not count what came before.
type fragment struct {
	text string
	args []any
}

// sqlf puts a fragment together: each ? of text stands for the next of parts, which
// is a fragment that is put in its place, or an argument.
func sqlf(text string, parts ...any) (f fragment) {
	var b strings.Builder
	for i, part := range parts {
		before, after, _ := strings.Cut(text, "?")
		b.WriteString(before)
		text = after
		switch inner, is := part.(fragment); {
		case is:
			b.WriteString(inner.text)
			f.args = append(f.args, inner.args...)
		default:
			b.WriteString("?")
			f.args = append(f.args, parts[i])
		}
	}
	b.WriteString(text)
	f.text = b.String()
	return f
}

// all demands all of some conditions.
func all(conditions []fragment) fragment {
	if len(conditions) == 0 {
		return sqlf("true")
	}
	texts, parts := make([]string, len(conditions)), make([]any, len(conditions))
	for i, c := range conditions {
		texts[i], parts[i] = "?", c
	}
	return sqlf(strings.Join(texts, " AND "), parts...)
}

// statement is the fragment as PostgreSQL takes it, with numbered arguments.
func (f fragment) statement() (string, []any) {
	var b strings.Builder
	rest := f.text
	for n := range f.args {
		before, after, _ := strings.Cut(rest, "?")
		b.WriteString(before)
		b.WriteString("$" + strconv.Itoa(n+1))
		rest = after
	}
	b.WriteString(rest)
	return b.String(), f.args
}
