package rest

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"latchkey/internal/fault"
)

// parseQuery reads a query string. Texts that cannot be stored are refused: they
// would match nothing, and PostgreSQL does not take them.
func parseQuery(raw string) (url.Values, error) {
	if raw == "" {
		return nil, nil
	}
	query, err := url.ParseQuery(raw)
	if err != nil {
		return nil, fault.New(fault.Invalid, "PARSE_ERROR", "The query string is not valid. Percent-encode its values.")
	}
	var faults fault.Fields
	for name, values := range query {
		for _, value := range values {
			if !utf8.ValidString(value) || strings.ContainsRune(value, 0) {
				faults.Add(fault.New(fault.Invalid, "INVALID", "Not a valid string.").On(name))
			}
		}
	}
	return query, faults.Err()
}

// email is a parameter that holds an e-mail address or a part of one. An address
// has no space, so a space was a "+" that the client did not encode.
func (c *call) email(name string) string {
	return strings.ReplaceAll(c.unslashed(name), " ", "+")
}

// phone is the phone number asked for, with a "+" at its beginning restored likewise.
func (c *call) phone() string {
	number := c.query.Get("phone_number")
	if strings.HasPrefix(number, " ") {
		return "+" + number[1:]
	}
	return number
}

// unslashed is a parameter without the slash that one client appends to the whole
// URL, and that ends no e-mail address and no key.
func (c *call) unslashed(name string) string { return strings.TrimSuffix(c.query.Get(name), "/") }

// servedFilters refuses lookups that are not served: answering with every user
// where some were asked for would be worse than an error.
func servedFilters(query url.Values) error {
	var faults fault.Fields
	for name := range query {
		if name == "search" || strings.Contains(name, "__") && name != "email__contains" {
			faults.Add(fault.New(fault.Invalid, "FILTER_UNKNOWN", "This filter is not available.").On(name))
		}
	}
	return faults.Err()
}
