package allowlist_test

import (
	"net/netip"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/allowlist"
)

var now = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)

func entry(text string, expires time.Time) allowlist.Entry {
	return allowlist.Entry{ID: uuid.NewSHA1(uuid.Nil, []byte(text)), Range: netip.MustParsePrefix(text), ExpiresAt: expires}
}

func compile(t testing.TB, entries ...allowlist.Entry) *allowlist.List {
	t.Helper()
	l, err := allowlist.Compile(entries)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestCheck(t *testing.T) {
	l := compile(t,
		entry("10.0.0.0/8", time.Time{}),
		entry("10.1.0.0/16", now),
		entry("10.1.1.0/24", now.Add(1)),
		entry("10.1.1.1/32", now.Add(-1)),
		entry("172.16.0.0/12", now),
		entry("2001:db8::/32", time.Time{}),
		entry("2001:db8::1/128", now.Add(-1)),
		entry("fe80::/10", time.Time{}),
	)
	for _, c := range []struct{ addr, want string }{
		{"10.0.0.0", "10.0.0.0/8"},
		{"10.255.255.255", "10.0.0.0/8"},
		{"11.0.0.0", ""},
		{"9.255.255.255", ""},
		{"10.1.2.3", "10.0.0.0/8"},  // the /16 has just expired
		{"10.1.1.2", "10.1.1.0/24"}, // expires a moment later
		{"10.1.1.1", "10.1.1.0/24"}, // its own entry expired
		{"172.16.0.1", ""},
		{"::ffff:10.0.0.1", "10.0.0.0/8"},
		{"::ffff:11.0.0.1", ""},
		{"::10.0.0.1", ""},
		{"2001:db8::1", "2001:db8::/32"},
		{"2001:db8:ffff::", "2001:db8::/32"},
		{"2001:db9::", ""},
		{"fe80::1%eth0", "fe80::/10"},
		{"::", ""},
		{"0.0.0.0", ""},
	} {
		got, ok := l.Check(netip.MustParseAddr(c.addr), now)
		if ok != (c.want != "") || ok && (got.Range.String() != c.want || got != entry(c.want, got.ExpiresAt)) {
			t.Errorf("%s matches %s, want %q", c.addr, got.Range, c.want)
		}
	}
	if e, ok := l.Check(netip.Addr{}, now); ok {
		t.Errorf("no address matches %s", e.Range)
	}
}

func TestActiveExactlyWithAnEntry(t *testing.T) {
	var off *allowlist.List
	expired := compile(t, entry("0.0.0.0/0", now), entry("::/0", now))
	for name, c := range map[string]struct {
		list *allowlist.List
		want bool
	}{"nil": {off, false}, "empty": {compile(t), false}, "zero": {new(allowlist.List), false}, "all expired": {expired, true}} {
		if c.list.Active() != c.want {
			t.Errorf("%s: active is not %v", name, c.want)
		}
		if _, ok := c.list.Check(netip.MustParseAddr("1.2.3.4"), now); ok {
			t.Errorf("%s matches", name)
		}
	}
}

func TestCompileRefuses(t *testing.T) {
	for name, entries := range map[string][]allowlist.Entry{
		"invalid":   {{}},
		"host bits": {entry("10.0.0.5/8", time.Time{})},
		"mapped":    {entry("::ffff:10.0.0.0/104", time.Time{})},
		"duplicate": {entry("10.0.0.0/8", time.Time{}), entry("10.0.0.0/8", now)},
		"too many":  make([]allowlist.Entry, allowlist.MaxEntries+1),
	} {
		if l, err := allowlist.Compile(entries); err == nil || l != nil {
			t.Errorf("%s is accepted", name)
		}
	}
}

// naive is Check without a table.
func naive(entries []allowlist.Entry, addr netip.Addr, now time.Time) (best allowlist.Entry, ok bool) {
	for _, e := range entries {
		live := e.ExpiresAt.IsZero() || e.ExpiresAt.After(now)
		if live && e.Range.Contains(addr) && (!ok || e.Range.Bits() > best.Range.Bits()) {
			best, ok = e, true
		}
	}
	return best, ok
}

func TestCheckAgreesWithALinearSearch(t *testing.T) {
	// Few distinct bits, so that ranges nest and match often.
	addr := rapid.Custom(func(t *rapid.T) netip.Addr {
		if rapid.Bool().Draw(t, "v4") {
			return netip.AddrFrom4([4]byte{10, rapid.Byte().Draw(t, "b") & 0x81, 0, rapid.Byte().Draw(t, "d") & 3})
		}
		return netip.AddrFrom16([16]byte{0: 0x20, 7: rapid.Byte().Draw(t, "h") & 0x81, 15: rapid.Byte().Draw(t, "p") & 3})
	})
	rapid.Check(t, func(t *rapid.T) {
		var entries []allowlist.Entry
		seen := map[netip.Prefix]bool{}
		for range rapid.IntRange(0, 30).Draw(t, "n") {
			a := addr.Draw(t, "addr")
			p, _ := a.Prefix(rapid.IntRange(0, a.BitLen()).Draw(t, "bits"))
			if seen[p] {
				continue
			}
			seen[p] = true
			entries = append(entries, entry(p.String(), rapid.SampledFrom([]time.Time{{}, now.Add(-1), now, now.Add(1)}).Draw(t, "expires")))
		}
		l, err := allowlist.Compile(entries)
		if err != nil {
			t.Fatal(err)
		}
		if l.Active() != (len(entries) > 0) {
			t.Fatalf("active is %v with %d entries", l.Active(), len(entries))
		}
		a := addr.Draw(t, "asked")
		want, wantOK := naive(entries, a, now)
		for _, spelled := range []netip.Addr{a, netip.AddrFrom16(a.As16())} {
			if got, ok := l.Check(spelled, now); ok != wantOK || got != want {
				t.Fatalf("%s: %v %v, want %v %v", spelled, got.Range, ok, want.Range, wantOK)
			}
		}
	})
}

func TestCheckAllocatesNothing(t *testing.T) {
	l, a := benchList(t)
	if n := testing.AllocsPerRun(100, func() { l.Check(a, now) }); n != 0 {
		t.Errorf("a hit costs %v allocations", n)
	}
}

// benchList is a full list; the address's own entry has expired.
func benchList(t testing.TB) (*allowlist.List, netip.Addr) {
	entries := []allowlist.Entry{entry("10.0.0.0/8", time.Time{}), entry("10.1.2.3/32", now)}
	for i := range allowlist.MaxEntries - 2 {
		p := netip.PrefixFrom(netip.AddrFrom4([4]byte{11, byte(i >> 8), byte(i), 0}), 24)
		entries = append(entries, entry(p.String(), time.Time{}))
	}
	return compile(t, entries...), netip.MustParseAddr("10.1.2.3")
}

func BenchmarkCheck(b *testing.B) {
	l, a := benchList(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := l.Check(a, now); !ok {
			b.Fatal("no match")
		}
	}
}
