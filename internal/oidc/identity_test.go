package oidc

import (
	"encoding/json"
	"testing"
)

// Who may write an address into one place must not have it taken for the verified one of another.
func TestAVerifiedAddressIsTheOneBesideIt(t *testing.T) {
	told := func(email, verified string) claims {
		c := claims{}
		for name, value := range map[string]string{"email": email, "email_verified": verified} {
			if value != "" {
				c[name] = json.RawMessage(value)
			}
		}
		return c
	}
	const ada, eve = `"ada@example.com"`, `"eve@example.com"`
	for _, c := range []struct {
		signed, others  claims
		email, verified string
	}{
		{told("", ""), told(ada, "true"), "ada@example.com", "true"},
		{told(ada, "true"), told(eve, "false"), "ada@example.com", "true"},
		{told(ada, ""), told(eve, "true"), "ada@example.com", ""},
		{told("", "true"), told(eve, ""), "eve@example.com", ""},
	} {
		c.signed.add(c.others)
		if email, verified := c.signed.text("email"), c.signed.text("email_verified"); email != c.email || verified != c.verified {
			t.Errorf("%s, verified: %q; want %s, %q", email, verified, c.email, c.verified)
		}
	}
}
