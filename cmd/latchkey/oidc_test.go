package main

import (
	"net/url"
	"strings"
	"testing"
)

func TestProvidersNeedAnAddressToSendBrowsersBackTo(t *testing.T) {
	const corp = "name=corp,issuer=https://login.example.com,client-id=latchkey"
	for _, c := range []struct {
		settings []string
		site     *url.URL
		want     string // "": it is taken
	}{
		{nil, nil, ""},
		{[]string{""}, nil, ""},
		{[]string{corp}, nil, "--public-url"},
		{[]string{corp, " "}, &url.URL{Scheme: "https", Host: "latchkey.example.com"}, ""},
		{[]string{corp, corp}, &url.URL{Scheme: "https", Host: "latchkey.example.com"}, "each has its own"},
	} {
		_, err := providers{OIDC: c.settings}.at(c.site)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.settings, err, c.want)
		}
	}
}
