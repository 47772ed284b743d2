package admin_test

import (
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/admin"
	"latchkey/internal/allowlist"
	"latchkey/internal/apikey"
	"latchkey/internal/caller"
	"latchkey/internal/store"
	"latchkey/internal/verify"
)

// impacted writes an impact as "key address calls", the keys and addresses that call most first.
func impacted(i admin.Impact) (lines []string) {
	for _, k := range i.Keys {
		for _, a := range k.Addresses {
			lines = append(lines, fmt.Sprintf("%s %s %d", k.Key.Name, a.Address, a.Calls))
		}
	}
	return lines
}

func TestPreviewAllowlist(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	sync, shop, gone := s.key(t, who, "Sync"), s.key(t, who, "Shop"), s.key(t, who, "Gone")
	s.called(t, who, sync.ID, noon, "users.get", "read", "2xx", "192.0.2.1", 5)
	s.called(t, who, sync.ID, noon.AddDate(0, 0, -3), "users.get", "read", "2xx", "192.0.2.1", 6)
	s.called(t, who, sync.ID, noon, "users.get", "read", "2xx", "198.51.100.1", 1)
	s.called(t, who, sync.ID, noon, "users.get", "read", "expired", "198.51.100.2", 50) // was refused anyway
	s.called(t, who, sync.ID, noon.AddDate(0, 0, -31), "users.get", "read", "2xx", "203.0.113.1", 100)
	s.called(t, who, shop.ID, noon, "users.get", "read", "2xx", "", 20)
	s.called(t, who, shop.ID, noon, "users.get", "read", "2xx", store.OtherSources, 7)
	s.called(t, who, gone.ID, noon, "users.get", "read", "2xx", "192.0.2.7", 1000)
	_, err := s.RevokeKey(t.Context(), who, admin.RevokeKey{ID: gone.ID, Reason: "OTHER"})
	must(t, err)
	preview := func(in admin.PreviewAllowlist, unknown int64, want ...string) {
		t.Helper()
		got, err := s.PreviewAllowlist(t.Context(), as(who, caller.Viewer), in)
		must(t, err)
		sum := int64(0)
		for _, k := range got.Keys {
			sum += k.RefusedCalls
		}
		if lines := impacted(got); !slices.Equal(lines, want) || got.RefusedCalls != sum || got.UnknownCalls != unknown {
			t.Errorf("%+v: %q, %d and %d unknown calls; want %q and %d", in, lines, got.RefusedCalls, got.UnknownCalls, want, unknown)
		}
	}
	preview(admin.PreviewAllowlist{}, 0)
	preview(admin.PreviewAllowlist{Add: []string{"203.0.113.0/24"}}, 7, "Shop  20", "Sync 192.0.2.1 11", "Sync 198.51.100.1 1")
	preview(admin.PreviewAllowlist{Add: []string{"192.0.2.0/24"}}, 7, "Shop  20", "Sync 198.51.100.1 1")

	added, err := s.AddEntries(t.Context(), who, admin.AddEntries{Entries: []admin.EntryInput{{Range: "192.0.2.0/24"}, {Range: "198.51.100.1", ExpiresAt: ptr(noon.Add(time.Hour))}}})
	must(t, err)
	if lines := impacted(*added.Impact); !slices.Equal(lines, []string{"Shop  20"}) {
		t.Errorf("the mutation: %q", lines)
	}
	wide, brief := added.Entries[0].ID, added.Entries[1].ID
	preview(admin.PreviewAllowlist{Add: []string{"203.0.113.0/24"}}, 0)
	preview(admin.PreviewAllowlist{Remove: []uuid.UUID{wide}}, 7, "Sync 192.0.2.1 11")
	preview(admin.PreviewAllowlist{Remove: []uuid.UUID{wide}, Add: []string{"192.0.2.1"}}, 7)
	preview(admin.PreviewAllowlist{Remove: []uuid.UUID{wide, brief, wide}}, 0) // it is off then
	preview(admin.PreviewAllowlist{Remove: []uuid.UUID{brief}}, 7, "Sync 198.51.100.1 1")
	s.clock.add(time.Hour) // now it refuses that address already
	preview(admin.PreviewAllowlist{Remove: []uuid.UUID{brief}}, 7)
	never, err := s.UpdateEntry(t.Context(), who, admin.UpdateEntry{ID: brief, ExpectedVersion: 1, ExpiresAt: ptr[*time.Time](nil)})
	if err != nil || never.Impact == nil || never.Impact.RefusedCalls != 0 {
		t.Errorf("edited: %+v, %v", never.Impact, err)
	}
	removed, err := s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: []uuid.UUID{wide}})
	if err != nil || removed.Impact == nil || !slices.Equal(impacted(*removed.Impact), []string{"Sync 192.0.2.1 11"}) {
		t.Errorf("removed: %+v, %v", removed.Impact, err)
	}
}

func TestPreviewRefusesWhatTheChangeWouldRefuse(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	s.entries(t, who, "192.0.2.0/24")
	foreign := s.entries(t, s.workspace(t, "other"), "192.0.2.0/24")[0]
	for _, c := range []struct {
		in   admin.PreviewAllowlist
		want []string
	}{
		{admin.PreviewAllowlist{Add: []string{"10.0.0.1", "nowhere", "192.0.2.9/24", "10.0.0.1/32"}},
			[]string{"ADDRESS_HOSTNAME add.1", "ALREADY_ON_LIST add.2", "ALREADY_ON_LIST add.3"}},
		{admin.PreviewAllowlist{Remove: []uuid.UUID{foreign}}, []string{"NOT_FOUND"}},
		{admin.PreviewAllowlist{Add: make([]string, 1001)}, []string{"TOO_MANY_ENTRIES add"}},
		{admin.PreviewAllowlist{Remove: make([]uuid.UUID, 1001)}, []string{"TOO_MANY_ENTRIES remove"}},
	} {
		_, err := s.PreviewAllowlist(t.Context(), who, c.in)
		expect(t, err, c.want...)
	}
	many := make([]string, 1000)
	for i := range many {
		many[i] = fmt.Sprintf("10.0.%d.%d", i/256, i%256)
	}
	_, err := s.PreviewAllowlist(t.Context(), who, admin.PreviewAllowlist{Add: many})
	expect(t, err, "ALLOWLIST_FULL add")
}

func TestTheImpactIsBounded(t *testing.T) {
	s := newSite(t)
	who := s.workspace(t, "acme")
	var b store.UsageBatch
	for k := range 103 {
		key := s.key(t, who, fmt.Sprint(k))
		for i := range 50 {
			b.Sources = append(b.Sources, store.Source{Workspace: who.Workspace(), Key: key.ID, Day: noon.Truncate(24 * time.Hour),
				Kind: store.FromAddress, Source: fmt.Sprintf("192.0.2.%d", i), Calls: int64(k + i + 1), LastSeen: noon})
		}
	}
	must(t, s.store.FlushUsage(t.Context(), b))
	got, err := s.PreviewAllowlist(t.Context(), who, admin.PreviewAllowlist{Add: []string{"10.0.0.1"}})
	must(t, err)
	sum := int64(0)
	for _, source := range b.Sources {
		sum += source.Calls
	}
	if len(got.Keys) != admin.MaxImpactedKeys || got.MoreKeys != 3 || got.RefusedCalls != sum {
		t.Fatalf("%d keys and %d more, %d of %d calls", len(got.Keys), got.MoreKeys, got.RefusedCalls, sum)
	}
	if k := got.Keys[0]; k.Key.Name != "102" || len(k.Addresses) != admin.MaxImpactedAddresses || k.MoreAddresses != 30 || k.Addresses[0].Calls != 152 {
		t.Errorf("the first key is %s with %d addresses and %d more, %+v", k.Key.Name, len(k.Addresses), k.MoreAddresses, k.Addresses[0])
	}
}

// The preview foretells what verification does after the change, and the mutation
// says the same.
func TestThePreviewIsWhatVerificationDecides(t *testing.T) {
	s := newSite(t)
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	must(t, err)
	verifier := verify.New(verify.Config{Source: s.store, Scheme: scheme, Peppers: peppers(t), Now: s.clock.now})
	owner := s.person(t, "owner@example.com")
	round := 0
	rapid.Check(t, func(r *rapid.T) {
		round++
		made, err := s.CreateWorkspace(t.Context(), owner, admin.CreateWorkspace{Slug: fmt.Sprint("acme-", round), Name: "acme", TimeZone: "UTC"})
		must(t, err)
		who := caller.OfMember(made.Workspace.ID, owner.ID, owner.Email, caller.Owner, owner.Address)
		key, err := s.CreateKey(t.Context(), who, admin.CreateKey{Name: "k", Scope: "ALL"})
		must(t, err)
		lets := func(addr netip.Addr) bool {
			_, err := verifier.Verify(t.Context(), verify.Request{Secret: key.Secret.Reveal(), Address: addr, Access: apikey.Read})
			var refusal *verify.Refusal
			if err != nil && (!errors.As(err, &refusal) || refusal.Reason != verify.WrongAddress && refusal.Reason != verify.NoAddress) {
				t.Fatal(err)
			}
			return err == nil
		}
		addresses := rapid.SliceOfNDistinct(someAddress, 1, 8, rapid.ID).Draw(r, "seen")
		for i, addr := range addresses {
			s.called(t, who, key.Key.ID, s.clock.now(), "users.get", "read", "2xx", addressText(addr), int64(1)<<i)
		}
		ranges := rapid.SliceOfNDistinct(someRange, 2, 8, rapid.ID).Draw(r, "ranges")
		there := rapid.IntRange(0, len(ranges)-1).Draw(r, "there")
		var ids []uuid.UUID
		if there > 0 {
			ids = s.someEntries(t, who, ranges[:there], rapid.SliceOfN(rapid.Bool(), there, there).Draw(r, "expired"))
		}
		in := admin.PreviewAllowlist{}
		if remove := rapid.Bool().Draw(r, "remove"); remove && there > 0 {
			in.Remove = ids[:rapid.IntRange(1, there).Draw(r, "removed")]
		} else {
			in.Add = ranges[there:]
		}
		preview, err := s.PreviewAllowlist(t.Context(), who, in)
		must(t, err)
		want := make([]bool, len(addresses))
		for i, addr := range addresses {
			want[i] = lets(addr)
		}
		change := s.make(t, who, in)
		sum := int64(0)
		for i, addr := range addresses {
			if want[i] && !lets(addr) {
				sum += int64(1) << i
			}
		}
		if preview.RefusedCalls != sum || change.Impact == nil || change.Impact.RefusedCalls != sum || !slices.Equal(impacted(preview), impacted(*change.Impact)) {
			r.Fatalf("foretold %q, the change said %+v, and verification refuses %b", impacted(preview), change.Impact, sum)
		}
	})
}

var (
	someAddress = rapid.Custom(func(r *rapid.T) netip.Addr {
		last := byte(rapid.IntRange(0, 7).Draw(r, "last"))
		return rapid.SampledFrom([]netip.Addr{{}, netip.AddrFrom4([4]byte{10, 0, 0, last}), netip.AddrFrom4([4]byte{10, 0, last, 0}),
			netip.AddrFrom16([16]byte{0x20, 1, 0xd, 0xb8, 15: last})}).Draw(r, "address")
	})
	someRange = rapid.Custom(func(r *rapid.T) string {
		addr := someAddress.Filter(netip.Addr.IsValid).Draw(r, "of")
		return allowlist.Text(netip.PrefixFrom(addr, addr.BitLen()-rapid.IntRange(0, 10).Draw(r, "bits")).Masked())
	})
)

func addressText(a netip.Addr) string {
	if !a.IsValid() {
		return ""
	}
	return a.String()
}

// someEntries adds ranges, some of which expire at once.
func (s *site) someEntries(t *testing.T, who caller.Caller, ranges []string, expired []bool) (ids []uuid.UUID) {
	t.Helper()
	in := admin.AddEntries{}
	for i, text := range ranges {
		e := admin.EntryInput{Range: text}
		if expired[i] {
			e.ExpiresAt = ptr(s.clock.now().Add(time.Second))
		}
		in.Entries = append(in.Entries, e)
	}
	out, err := s.AddEntries(t.Context(), who, in)
	must(t, err)
	s.clock.add(time.Second)
	for _, e := range out.Entries {
		ids = append(ids, e.ID)
	}
	return ids
}

// make makes the change that was previewed.
func (s *site) make(t *testing.T, who caller.Caller, in admin.PreviewAllowlist) admin.ChangedAllowlist {
	t.Helper()
	if len(in.Remove) > 0 {
		out, err := s.RemoveEntries(t.Context(), who, admin.RemoveEntries{IDs: in.Remove, MayTurnOff: true})
		must(t, err)
		return out
	}
	add := admin.AddEntries{}
	for _, text := range in.Add {
		add.Entries = append(add.Entries, admin.EntryInput{Range: text})
	}
	out, err := s.AddEntries(t.Context(), who, add)
	must(t, err)
	return out
}
