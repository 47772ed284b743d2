package rest

import (
	"strings"

	"latchkey/internal/fault"
)

// version of the published API.
type version int

const (
	v1 version = 1
	v2 version = 2
)

var errVersion = fault.New(fault.NotAcceptable, "NOT_ACCEPTABLE", `Invalid version in "Accept" header.`)

// negotiate reads the version parameter of the Accept headers: without one it is
// v1. Of several media ranges the first that asks for a version that exists
// decides; those that are not wanted at all (q=0) do not count.
func negotiate(accept []string) (version, error) {
	asked := false
	for _, header := range accept {
		for media := range elements(header, ',') {
			wanted, named, refused := parameters(media)
			asked = asked || named
			switch {
			case refused:
			case wanted == "1":
				return v1, nil
			case wanted == "2":
				return v2, nil
			}
		}
	}
	if asked {
		return 0, errVersion
	}
	return v1, nil
}

// parameters reads the version of a media range, if it names one, and whether the
// range is refused by q=0.
func parameters(media string) (version string, named, refused bool) {
	for parameter := range elements(media, ';') {
		name, value, _ := strings.Cut(parameter, "=")
		value = strings.Trim(strings.TrimSpace(value), `"`)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "version":
			version, named = value, true
		case "q":
			refused = strings.Trim(value, "0.") == ""
		}
	}
	return version, named, refused
}

// wantsProblem reports whether errors are asked for as RFC 9457 documents.
func wantsProblem(accept []string) bool {
	for _, header := range accept {
		for media := range elements(header, ',') {
			name, _, _ := strings.Cut(media, ";")
			if strings.EqualFold(strings.TrimSpace(name), "application/problem+json") {
				return true
			}
		}
	}
	return false
}

// elements yields the parts of a header between separators that are not quoted.
func elements(header string, separator byte) func(func(string) bool) {
	return func(yield func(string) bool) {
		start, quoted := 0, false
		for i := 0; i < len(header); i++ {
			switch c := header[i]; {
			case quoted && c == '\\':
				i++
			case c == '"':
				quoted = !quoted
			case c == separator && !quoted:
				if !yield(header[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(header[start:])
	}
}
