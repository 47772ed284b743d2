package apikey_test

import (
	"errors"
	"testing"

	"latchkey/internal/apikey"
)

func TestScopeAllows(t *testing.T) {
	for _, c := range []struct {
		scope                    apikey.Scope
		read, write, delete, own bool
	}{
		{apikey.ReadOnly, true, false, false, true},
		{apikey.WriteOnly, false, true, false, true},
		{apikey.All, true, true, true, true},
		{"", false, false, false, false},
		{"all", false, false, false, false},
	} {
		for access, want := range map[apikey.Access]bool{
			apikey.Read: c.read, apikey.Write: c.write, apikey.Delete: c.delete, apikey.Own: c.own,
			"": false, "admin": false,
		} {
			if c.scope.Allows(access) != want {
				t.Errorf("scope %q, access %q: want %v", c.scope, access, want)
			}
		}
	}
}

func TestParseScope(t *testing.T) {
	for _, s := range apikey.Scopes() {
		if got, err := apikey.ParseScope(s.String()); got != s || err != nil {
			t.Errorf("%s: %v, %v", s, got, err)
		}
	}
	for _, text := range []string{"", "all", "READ", "ALL ", "READ_ONLY,WRITE_ONLY"} {
		if got, err := apikey.ParseScope(text); got != "" || !errors.Is(err, apikey.ErrScopeUnknown) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestParseRevocationReason(t *testing.T) {
	for _, r := range apikey.RevocationReasons() {
		if got, err := apikey.ParseRevocationReason(r.String()); got != r || err != nil {
			t.Errorf("%s: %v, %v", r, got, err)
		}
	}
	for _, text := range []string{"", "leaked", "BORED"} {
		if got, err := apikey.ParseRevocationReason(text); got != "" || !errors.Is(err, apikey.ErrReasonUnknown) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

func TestWidening(t *testing.T) {
	for _, before := range append(apikey.Scopes(), "") {
		for _, after := range append(apikey.Scopes(), "") {
			want := after != before && after != "" && before != apikey.All
			if got := after.Widens(before); got != want {
				t.Errorf("from %q to %q: %t", before, after, got)
			}
		}
	}
}
