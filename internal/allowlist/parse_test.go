package allowlist_test

import (
	"errors"
	"net/netip"
	"strings"
	"testing"

	"latchkey/internal/allowlist"
)

var ranges = []struct{ text, want string }{
	{"1.2.3.4", "1.2.3.4"},
	{"1.2.3.4/32", "1.2.3.4"},
	{" 1.2.3.4\n", "1.2.3.4"},
	{"0.0.0.0", "0.0.0.0"},
	{"255.255.255.255", "255.255.255.255"},
	{"10.0.0.0/8", "10.0.0.0/8"},
	{"10.0.0.5/8", "10.0.0.0/8"},
	{"10.255.255.255/8", "10.0.0.0/8"},
	{"192.168.1.130/25", "192.168.1.128/25"},
	{"1.2.3.4/31", "1.2.3.4/31"},
	{"1.2.3.5/31", "1.2.3.4/31"},
	{"1.2.3.4/0", "0.0.0.0/0"},
	{"0.0.0.0/0", "0.0.0.0/0"},
	{"128.0.0.0/1", "128.0.0.0/1"},
	{"::", "::"},
	{"::1", "::1"},
	{"::1/128", "::1"},
	{"::/0", "::/0"},
	{"2001:db8::", "2001:db8::"},
	{"2001:DB8::A", "2001:db8::a"},
	{"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"},
	{"2001:db8::1/32", "2001:db8::/32"},
	{"2001:db8:ffff::/33", "2001:db8:8000::/33"},
	{"2001:db8::1/127", "2001:db8::/127"},
	{"fe80::1", "fe80::1"},
	{"fe80::/10", "fe80::/10"},
	{"64:ff9b::1.2.3.4", "64:ff9b::102:304"},
	{"::ffff:1.2.3.4", "1.2.3.4"},
	{"::FFFF:1.2.3.4", "1.2.3.4"},
	{"::ffff:102:304", "1.2.3.4"},
	{"0:0:0:0:0:ffff:102:304", "1.2.3.4"},
	{"::ffff:1.2.3.4/128", "1.2.3.4"},
	{"::ffff:1.2.3.0/120", "1.2.3.0/24"},
	{"::ffff:1.2.3.4/120", "1.2.3.0/24"},
	{"::ffff:0:0/96", "0.0.0.0/0"},
	{"::ffff:10.0.0.0/104", "10.0.0.0/8"},
	{"::1.2.3.4", "::102:304"},
	{"::/80", "::/80"},
}

var wrongRanges = []struct {
	text string
	err  error
}{
	{"", allowlist.ErrEmpty},
	{" \t", allowlist.ErrEmpty},
	{strings.Repeat("1", 65), allowlist.ErrTooLong},
	{"1.2.3.4/" + strings.Repeat("0", 60), allowlist.ErrTooLong},
	{"fe80::1%eth0", allowlist.ErrZone},
	{"fe80::1%eth0/64", allowlist.ErrZone},
	{"fe80::1%", allowlist.ErrZone},
	{"010.0.0.1", allowlist.ErrLeadingZero},
	{"10.0.0.01", allowlist.ErrLeadingZero},
	{"10.00.0.1", allowlist.ErrLeadingZero},
	{"010.0.0.0/8", allowlist.ErrLeadingZero},
	{"::ffff:010.0.0.1", allowlist.ErrLeadingZero},
	{"1.2.3.4:80", allowlist.ErrPort},
	{"1.2.3.4:80/24", allowlist.ErrPort},
	{"[::1]:443", allowlist.ErrPort},
	{"[::1]", allowlist.ErrPort},
	{"[2001:db8::]/32", allowlist.ErrPort},
	{"example.com", allowlist.ErrHostname},
	{"example.com:80", allowlist.ErrHostname},
	{"localhost", allowlist.ErrHostname},
	{"http://1.2.3.4", allowlist.ErrHostname},
	{"1.2.3.x", allowlist.ErrHostname},
	{"a", allowlist.ErrHostname},
	{"0x7f.0.0.1", allowlist.ErrHostname},
	{"1.2.3", allowlist.ErrAddress},
	{"1.2.3.4.5", allowlist.ErrAddress},
	{"256.1.1.1", allowlist.ErrAddress},
	{"1..2.3", allowlist.ErrAddress},
	{"1.2.3.", allowlist.ErrAddress},
	{"-1.2.3.4", allowlist.ErrAddress},
	{"1.2.3.4-1.2.3.9", allowlist.ErrAddress},
	{"1.2.3.4, 1.2.3.5", allowlist.ErrAddress},
	{"1.2.3.*", allowlist.ErrAddress},
	{"2130706433", allowlist.ErrAddress},
	{"1.2.3.4 /24", allowlist.ErrAddress},
	{"1.2.3.４", allowlist.ErrAddress},
	{":::", allowlist.ErrAddress},
	{"1::2::3", allowlist.ErrAddress},
	{"2001:db8::12345", allowlist.ErrAddress},
	{"1:2:3:4:5:6:7", allowlist.ErrAddress},
	{"1:2:3:4:5:6:7:8:9", allowlist.ErrAddress},
	{"2001:db8::g", allowlist.ErrAddress},
	{"/24", allowlist.ErrAddress},
	{"1.2.3.4/", allowlist.ErrBits},
	{"1.2.3.4/ 24", allowlist.ErrBits},
	{"1.2.3.4/+8", allowlist.ErrBits},
	{"1.2.3.4/-8", allowlist.ErrBits},
	{"1.2.3.4/08", allowlist.ErrBits},
	{"1.2.3.4/00", allowlist.ErrBits},
	{"1.2.3.4/8/8", allowlist.ErrBits},
	{"1.2.3.4/255.255.255.0", allowlist.ErrBits},
	{"1.2.3.4/0x8", allowlist.ErrBits},
	{"1.2.3.4/99999999999999999999999", allowlist.ErrBits},
	{"1.2.3.4/33", allowlist.ErrBitsTooLong},
	{"1.2.3.4/128", allowlist.ErrBitsTooLong},
	{"::/129", allowlist.ErrBitsTooLong},
	{"::1/4294967424", allowlist.ErrBitsTooLong},
	{"::ffff:10.0.0.0/90", allowlist.ErrMappedWide},
	{"::ffff:10.0.0.0/95", allowlist.ErrMappedWide},
	{"::ffff:10.0.0.0/0", allowlist.ErrMappedWide},
	{"::ffff:10.0.0.0/8", allowlist.ErrMappedWide},
}

func TestParseRange(t *testing.T) {
	for _, c := range ranges {
		p, err := allowlist.ParseRange(c.text)
		if err != nil || allowlist.Text(p) != c.want {
			t.Errorf("ParseRange(%q) = %s, %v; want %s", c.text, allowlist.Text(p), err, c.want)
		}
	}
	for _, c := range wrongRanges {
		if p, err := allowlist.ParseRange(c.text); p.IsValid() || !errors.Is(err, c.err) {
			t.Errorf("ParseRange(%q) = %s, %v; want %v", c.text, p, err, c.err)
		}
	}
}

func TestParseAddress(t *testing.T) {
	for _, c := range []struct {
		text, want string
		err        error
	}{
		{"1.2.3.4", "1.2.3.4", nil},
		{"::ffff:1.2.3.4", "1.2.3.4", nil},
		{" 2001:DB8::1 ", "2001:db8::1", nil},
		{"1.2.3.4/32", "", allowlist.ErrNotSingle},
		{"fe80::1%eth0", "", allowlist.ErrZone},
		{"010.0.0.1", "", allowlist.ErrLeadingZero},
		{"", "", allowlist.ErrEmpty},
		{"example.com", "", allowlist.ErrHostname},
		{"[::1]:80", "", allowlist.ErrPort},
	} {
		addr, err := allowlist.ParseAddress(c.text)
		if !errors.Is(err, c.err) || err == nil && addr.String() != c.want || err != nil && addr.IsValid() {
			t.Errorf("ParseAddress(%q) = %s, %v", c.text, addr, err)
		}
	}
}

func TestEveryone(t *testing.T) {
	for text, want := range map[string]bool{"0.0.0.0/0": true, "::/0": true, "::ffff:0:0/96": true, "0.0.0.0": false, "128.0.0.0/1": false, "::": false} {
		p, err := allowlist.ParseRange(text)
		if err != nil || allowlist.Everyone(p) != want {
			t.Errorf("Everyone(%s) is not %v (%v)", text, want, err)
		}
	}
	if allowlist.Everyone(netip.Prefix{}) || allowlist.Text(netip.Prefix{}) != "" {
		t.Error("the invalid range is everyone, or has a text")
	}
}

func TestParseNote(t *testing.T) {
	for _, c := range []struct {
		text, want string
		err        error
	}{
		{"", "", nil},
		{"  Office, Łódź 🏢 ", "Office, Łódź 🏢", nil},
		{strings.Repeat("é", 200), strings.Repeat("é", 200), nil},
		{strings.Repeat("é", 201), "", allowlist.ErrNoteTooLong},
		{"a\nb", "", allowlist.ErrNoteInvalid},
		{"a\xff", "", allowlist.ErrNoteInvalid},
	} {
		if got, err := allowlist.ParseNote(c.text); got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseNote(%q) = %q, %v", c.text, got, err)
		}
	}
}

func FuzzParseRange(f *testing.F) {
	for _, c := range ranges {
		f.Add(c.text)
	}
	for _, c := range wrongRanges {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := allowlist.ParseRange(text)
		if err != nil {
			return
		}
		if !p.IsValid() || p != p.Masked() || p.Addr().Is4In6() || p.Addr().Zone() != "" {
			t.Fatalf("%q became %s", text, p)
		}
		for _, canonical := range []string{allowlist.Text(p), p.String()} {
			if again, err := allowlist.ParseRange(canonical); err != nil || again != p {
				t.Fatalf("%q became %s and then %s (%v)", text, p, again, err)
			}
		}
	})
}
