package rest

import (
	"net/url"
	"slices"
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

// email is a parameter that holds an e-mail address, or a part of one.
func (c *call) email(name string) string { return unspacedEmail(c.unslashed(name)) }

// unspacedEmail restores what a client did not encode: an address has no space, so a
// space was a "+".
func unspacedEmail(text string) string { return strings.ReplaceAll(text, " ", "+") }

// phone is the phone number asked for.
func (c *call) phone() string { return plusPhone(c.query.Get("phone_number")) }

// plusPhone restores a "+" at the beginning likewise.
func plusPhone(number string) string {
	if strings.HasPrefix(number, " ") {
		return "+" + number[1:]
	}
	return number
}

// unslashed is a parameter without the slash that one client appends to the whole
// URL, and that ends no e-mail address and no key.
func (c *call) unslashed(name string) string { return strings.TrimSuffix(c.query.Get(name), "/") }

// truthy is what clients write for yes.
func truthy(value string) bool {
	return slices.Contains([]string{"true", "1", "yes"}, strings.ToLower(value))
}
