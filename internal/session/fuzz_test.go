package session_test

import (
	"net/mail"
	"strings"
	"testing"
	"unicode"

	"latchkey/internal/session"
)

// Whatever is accepted as an address can stand in a header, and is found again
// however it is typed.
func FuzzParseEmail(f *testing.F) {
	for _, seed := range []string{"ada@example.com", " Ada@EXAMPLE.com ", "Ada <ada@example.com>", "a@b", "\"a b\"@example.com", "ada@example.com\r\nBcc: eve@example.com", "zoë@exämple.com", "@", "", "a@[127.0.0.1]", "ada@example.com, eve@example.com"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, given string) {
		address, key, err := session.ParseEmail(given)
		if err != nil {
			if address != "" || key != "" {
				t.Errorf("%q is refused, and is %q", given, address)
			}
			return
		}
		if strings.ContainsFunc(address, unicode.IsControl) || len(address) > 254 || key == "" {
			t.Errorf("%q is %q", given, address)
		}
		if all, err := mail.ParseAddressList(address); err != nil || len(all) != 1 || all[0].Address != address {
			t.Errorf("%q is %v, %v", address, all, err)
		}
		lower, back := strings.ToLower(address), strings.ToLower(strings.ToUpper(address))
		for _, typed := range []string{strings.ToUpper(address), " " + address + " "} {
			if _, again, err := session.ParseEmail(typed); err == nil && again != key && back == lower {
				t.Errorf("%q and %q are different people", address, typed)
			}
		}
	})
}
