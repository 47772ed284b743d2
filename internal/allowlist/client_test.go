package allowlist_test

import (
	"net/http"
	"strings"
	"testing"

	"latchkey/internal/allowlist"
)

func client(t testing.TB, header string) *allowlist.ClientAddress {
	t.Helper()
	trusted, err := allowlist.ParseTrusted([]string{"10.0.0.0/8", "::ffff:192.168.0.0/112", "2001:db8:1::/48"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := allowlist.NewClientAddress(header, trusted)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const (
	proxy  = "10.0.0.1:4711"
	proxy6 = "[2001:db8:1::1]:4711"
)

func TestClientAddressOf(t *testing.T) {
	for _, c := range []struct {
		header, peer, lines, want string // lines end with |; want "": not established
	}{
		{"", "203.0.113.9:1", "", "203.0.113.9"},
		{"", "203.0.113.9:1", "1.1.1.1", "203.0.113.9"},
		{"", "203.0.113.9:1", "garbage", "203.0.113.9"},
		{"", "[2001:db8::9]:1", "1.1.1.1", "2001:db8::9"},
		{"", "[::ffff:203.0.113.9]:1", "", "203.0.113.9"},
		{"", "[fe80::1%eth0]:1", "", "fe80::1"},
		{"", "@", "1.1.1.1", ""},
		{"", "", "1.1.1.1", ""},
		{"", "nonsense", "1.1.1.1", ""},
		{"", proxy, "", ""},
		{"", proxy, " ", ""},
		{"", proxy, "1.1.1.1", "1.1.1.1"},
		{"", "[::ffff:10.0.0.1]:1", "1.1.1.1", "1.1.1.1"},
		{"", "192.168.0.7:1", "1.1.1.1", "1.1.1.1"},
		{"", proxy6, "1.1.1.1", "1.1.1.1"},
		{"", proxy, "2001:db8::9", "2001:db8::9"},
		{"", proxy, "::ffff:1.1.1.1", "1.1.1.1"},
		{"", proxy, "1.1.1.1:8080", "1.1.1.1"},
		{"", proxy, "[2001:db8::9]", "2001:db8::9"},
		{"", proxy, "[2001:db8::9]:8080", "2001:db8::9"},
		{"", proxy, "6.6.6.6, 1.1.1.1", "1.1.1.1"},
		{"", proxy, "6.6.6.6,1.1.1.1,10.0.0.2", "1.1.1.1"},
		{"", proxy, "1.1.1.1, ::ffff:10.0.0.2", "1.1.1.1"},
		{"", proxy, "1.1.1.1, 2001:db8:1::2, 192.168.0.9:80", "1.1.1.1"},
		{"", proxy, "10.0.0.9, 1.1.1.1", "1.1.1.1"},
		{"", proxy, "garbage, 1.1.1.1", "1.1.1.1"},
		{"", proxy, "6.6.6.6|1.1.1.1", "1.1.1.1"},
		{"", proxy, "1.1.1.1|10.0.0.2", "1.1.1.1"},
		{"", proxy, "6.6.6.6|1.1.1.1, 10.0.0.3|10.0.0.2", "1.1.1.1"},
		{"", proxy, "1.1.1.1, garbage", ""},
		{"", proxy, "1.1.1.1, unknown", ""},
		{"", proxy, "1.1.1.1, garbage, 10.0.0.2", ""},
		{"", proxy, "1.1.1.1,", ""},
		{"", proxy, "1.1.1.1|", ""},
		{"", proxy, "1.1.1.1, , 10.0.0.2", ""},
		{"", proxy, "10.0.0.2, 10.0.0.3", ""},
		{"", proxy, "1.1.1.1, 010.0.0.1", ""},
		{"", proxy, "1.1.1.1, 0.0.0.0", ""},
		{"", proxy, "1.1.1.1, fe80::1%eth0", ""},
		{"", proxy, "1.1.1.1, 5.5.5.0/24", ""},

		{"forwarded", "203.0.113.9:1", "for=1.1.1.1", "203.0.113.9"},
		{"forwarded", proxy, "", ""},
		{"forwarded", proxy, "for=1.1.1.1", "1.1.1.1"},
		{"forwarded", proxy, "For=1.1.1.1", "1.1.1.1"},
		{"forwarded", proxy, "for=1.1.1.1;proto=http;by=203.0.113.43", "1.1.1.1"},
		{"forwarded", proxy, "proto=http; for=1.1.1.1 ;host=example.com", "1.1.1.1"},
		{"forwarded", proxy, `for="1.1.1.1:4711"`, "1.1.1.1"},
		{"forwarded", proxy, `for=1.1.1.1:4711`, "1.1.1.1"},
		{"forwarded", proxy, `for="[2001:db8::9]"`, "2001:db8::9"},
		{"forwarded", proxy, `for="[2001:db8::9]:4711"`, "2001:db8::9"},
		{"forwarded", proxy, `for=[2001:db8::9]`, "2001:db8::9"},
		{"forwarded", proxy, `for="[::ffff:1.1.1.1]"`, "1.1.1.1"},
		{"forwarded", proxy, `for="1.1.\1.1"`, "1.1.1.1"},
		{"forwarded", proxy, "for=6.6.6.6, for=1.1.1.1", "1.1.1.1"},
		{"forwarded", proxy, "for=6.6.6.6, for=1.1.1.1, for=10.0.0.2", "1.1.1.1"},
		{"forwarded", proxy, "for=6.6.6.6|for=1.1.1.1|for=10.0.0.2", "1.1.1.1"},
		{"forwarded", proxy, `for=1.1.1.1;host="a, for=6.6.6.6"`, "1.1.1.1"},
		{"forwarded", proxy, `for=1.1.1.1;host="a, for=6.6.6.6;x="`, "1.1.1.1"},
		{"forwarded", proxy, `for=1.1.1.1;host="a\", for=6.6.6.6"`, "1.1.1.1"},
		{"forwarded", proxy, `for="|for=1.1.1.1`, "1.1.1.1"},
		{"forwarded", proxy, `garbage|for=1.1.1.1`, "1.1.1.1"},
		{"forwarded", proxy, `for=6.6.6.6;x=", for=1.1.1.1`, ""},
		{"forwarded", proxy, `garbage, for=1.1.1.1`, ""},
		{"forwarded", proxy, "for=1.1.1.1, for=unknown", ""},
		{"forwarded", proxy, "for=1.1.1.1, for=_hidden", ""},
		{"forwarded", proxy, "for=1.1.1.1, proto=https", ""},
		{"forwarded", proxy, "for=1.1.1.1,", ""},
		{"forwarded", proxy, "for=1.1.1.1;for=2.2.2.2", ""},
		{"forwarded", proxy, "for=", ""},
		{"forwarded", proxy, "for", ""},
		{"forwarded", proxy, "=1.1.1.1", ""},
		{"forwarded", proxy, "for = 1.1.1.1", ""},
		{"forwarded", proxy, "for=1.1.1.1 2.2.2.2", ""},
		{"forwarded", proxy, `for="1.1.1.1"x`, ""},
		{"forwarded", proxy, `for="1.1.1.1\`, ""},
		{"forwarded", proxy, "for=10.0.0.2, for=10.0.0.3", ""},
		{"forwarded", proxy, `for="[fe80::1%eth0]"`, ""},
		{"forwarded", proxy, "1.1.1.1", ""},

		{"x-real-ip", "203.0.113.9:1", "1.1.1.1", "203.0.113.9"},
		{"x-real-ip", proxy, "1.1.1.1", "1.1.1.1"},
		{"x-real-ip", proxy, "2001:db8::9", "2001:db8::9"},
		{"x-real-ip", proxy, "::ffff:1.1.1.1", "1.1.1.1"},
		{"x-real-ip", proxy, "[2001:db8::9]:80", "2001:db8::9"},
		{"x-real-ip", proxy, "", ""},
		{"x-real-ip", proxy, "1.1.1.1, 2.2.2.2", ""},
		{"x-real-ip", proxy, "1.1.1.1|1.1.1.1", ""},
		{"x-real-ip", proxy, "garbage", ""},
		{"x-real-ip", proxy, "fe80::1%eth0", ""},
	} {
		name := http.CanonicalHeaderKey(c.header)
		if name == "" {
			name = allowlist.DefaultHeader
		}
		// Every other header says something else, and must not be heard.
		h := http.Header{"X-Forwarded-For": {"7.7.7.7"}, "Forwarded": {"for=7.7.7.7"}, "X-Real-Ip": {"7.7.7.7"}, "True-Client-Ip": {"7.7.7.7"}}
		if h.Del(name); c.lines != "" {
			h[name] = strings.Split(c.lines, "|")
		}
		got, ok := client(t, c.header).Of(c.peer, h)
		if ok != (c.want != "") || ok && got.String() != c.want || !ok && got.IsValid() {
			t.Errorf("%s from %s saying %q: %s, want %q", name, c.peer, c.lines, got, c.want)
		}
	}
}

func TestFromTrusted(t *testing.T) {
	for peer, want := range map[string]bool{
		proxy: true, proxy6: true, "[::ffff:10.0.0.1]:1": true, "192.168.255.255:1": true,
		"11.0.0.1:1": false, "[2001:db8:2::1]:1": false, "@": false, "": false,
	} {
		if client(t, "").FromTrusted(peer) != want {
			t.Errorf("%q: want %v", peer, want)
		}
	}
}

func TestNewClientAddressRefuses(t *testing.T) {
	for _, header := range []string{"X Forwarded For", "X-Real-IP:", "x,y", "é"} {
		if _, err := allowlist.NewClientAddress(header, nil); err == nil {
			t.Errorf("header %q is accepted", header)
		}
	}
	for _, text := range []string{"0.0.0.0/0", "::/0"} {
		trusted, err := allowlist.ParseTrusted([]string{text})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := allowlist.NewClientAddress("", trusted); err == nil {
			t.Errorf("trusting %s is accepted", text)
		}
	}
	if _, err := allowlist.ParseTrusted([]string{"10.0.0.1", "proxy.internal"}); err == nil || !strings.Contains(err.Error(), "proxy.internal") {
		t.Errorf("a host name as proxy: %v", err)
	}
}

// FuzzClientAddress lets the client write anything before what the proxies add.
func FuzzClientAddress(f *testing.F) {
	for _, seed := range []string{"", "6.6.6.6", "6.6.6.6,", "garbage", `for="`, `for=6.6.6.6;x="`, "for=6.6.6.6", "[::1", "\x00", ",,,;;;===", "10.0.0.2"} {
		f.Add(seed)
	}
	xff, fwd := client(f, ""), client(f, "Forwarded")
	const want = "203.0.113.9"
	f.Fuzz(func(t *testing.T, left string) {
		for _, lines := range [][]string{{left + ", " + want + ", 10.0.0.2"}, {left, want + ",10.0.0.2"}, {left, want, "10.0.0.2"}} {
			if got, ok := xff.Of(proxy, http.Header{"X-Forwarded-For": lines}); !ok || got.String() != want {
				t.Fatalf("%q: %s", lines, got)
			}
		}
		if got, ok := fwd.Of(proxy, http.Header{"Forwarded": {left, `for=` + want + `;host="a,b", for=10.0.0.2`}}); !ok || got.String() != want {
			t.Fatalf("%q on a line before: %s", left, got)
		}
		// On one line an unclosed quote makes it unreadable, never another address.
		if got, ok := fwd.Of(proxy, http.Header{"Forwarded": {left + `, for="` + want + `:80";host="a,b", for=10.0.0.2`}}); ok && got.String() != want {
			t.Fatalf("%q on the same line: %s", left, got)
		}
		for _, c := range []*allowlist.ClientAddress{xff, fwd} {
			c.Of(left, http.Header{"X-Forwarded-For": {left}, "Forwarded": {left}})
		}
	})
}
