package audit_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/apikey"
	"latchkey/internal/audit"
	"latchkey/internal/caller"
)

var home = uuid.MustParse("0199a000-0000-7000-8000-000000000001")

func values(t *rapid.T) audit.Values {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) audit.Value {
		return audit.Value{Name: audit.Text(rapid.String().Draw(t, "name")), Text: audit.Text(rapid.String().Draw(t, "text"))}
	}), 0, 4).Draw(t, "values")
}

func anEvent(t *rapid.T) audit.Event {
	id := rapid.Custom(func(t *rapid.T) (id uuid.UUID) {
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		return id
	})
	addresses := []netip.Addr{{}, netip.MustParseAddr("192.0.2.7"), netip.MustParseAddr("2001:db8::1")}
	return audit.Event{
		ID:      id.Draw(t, "event"),
		At:      time.UnixMicro(rapid.Int64Range(0, 4e15).Draw(t, "at")).UTC(),
		Actor:   caller.Actor{Kind: caller.Member, ID: id.Draw(t, "person"), Label: rapid.String().Draw(t, "label")},
		Address: rapid.SampledFrom(addresses).Draw(t, "address"),
		Action:  rapid.SampledFrom(audit.Actions()).Draw(t, "action"),
		Target:  audit.Target{Kind: audit.APIKey, ID: id.Draw(t, "target"), Label: audit.Text(rapid.String().Draw(t, "name"))},
		Before:  values(t),
		After:   values(t),
	}
}

func aChain(t *rapid.T, of uuid.UUID, least int) (records []audit.Record, end audit.Chain) {
	end = audit.Chain{Workspace: of}
	for range rapid.IntRange(least, 8).Draw(t, "length") {
		_, r := end.Next(anEvent(t))
		records = append(records, r)
	}
	return records, end
}

func TestCanonicalBytesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chain := audit.Chain{Workspace: home, Seq: rapid.Int64Range(0, 1e15).Draw(t, "seq")}
		want, r := chain.Next(anEvent(t))
		if !json.Valid(r.Body) {
			t.Fatalf("not JSON: %s", r.Body)
		}
		got, err := audit.Parse(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Canonical(), r.Body) || got.Seq != want.Seq || !got.At.Equal(want.At) ||
			!slices.Equal(got.Before, want.Before) || got.Actor != want.Actor || got.Target != want.Target {
			t.Fatalf("got %+v, want %+v", got, want)
		}
	})
}

func TestCanonicalBytesAreFixed(t *testing.T) {
	// These bytes are what stored hashes are over: they must never change.
	e := audit.Event{
		ID:      uuid.MustParse("0199a000-0000-7000-8000-000000000002"),
		At:      time.Date(2026, 11, 30, 12, 0, 0, 123456789, time.FixedZone("", 3600)),
		Actor:   caller.Actor{Kind: caller.Operator, Label: "latchkey \"key\"\n"},
		Address: netip.MustParseAddr("192.0.2.7"),
		Action:  audit.KeyUpdated,
		Target:  audit.Target{Kind: audit.APIKey, ID: home, Label: "Zażółć <&> \u2028"},
		Before:  audit.Values{{Name: "name", Text: `a\b`}, {Name: "expiresOn"}},
	}
	chain := audit.Chain{Workspace: home}
	_, r := chain.Next(e)
	want := `{"v":1,"workspace":"0199a000-0000-7000-8000-000000000001","seq":1,"id":"0199a000-0000-7000-8000-000000000002",` +
		`"at":"2026-11-30T11:00:00.123456Z","actor":{"kind":"OPERATOR","id":null,"label":"latchkey \"key\"\u000a"},` +
		`"address":"192.0.2.7","action":"api_key.updated",` +
		`"target":{"kind":"API_KEY","id":"0199a000-0000-7000-8000-000000000001","label":"Zażółć <&> ` + "\u2028" + `"},` +
		`"before":{"name":"a\\b","expiresOn":""},"after":{}}`
	if string(r.Body) != want {
		t.Errorf("got  %s\nwant %s", r.Body, want)
	}
	if r.Hash != sha256.Sum256(append(make([]byte, 32), want...)) {
		t.Error("the first hash is not over 32 zero bytes and the body")
	}
}

func TestOnlyCanonicalBytesAreRead(t *testing.T) {
	chain := audit.Chain{Workspace: home}
	_, r := chain.Next(audit.Event{Before: audit.Values{{Name: "a", Text: "b"}}})
	body := string(r.Body)
	for _, other := range []string{
		"", "null", "{}", body + " ", strings.Replace(body, ",", ", ", 1),
		strings.Replace(body, `"seq":1`, `"seq":1,"seq":1`, 1), strings.Replace(body, `"v":1`, `"v":2`, 1),
		strings.Replace(body, `"a":"b"`, `"a":1`, 1), strings.Replace(body, `"a":"b"`, `"a":"\u0062"`, 1),
		strings.Replace(body, `"before":{"a":"b"}`, `"before":["a","b"]`, 1),
		strings.Replace(body, `"address":""`, `"address":"nowhere"`, 1),
	} {
		if _, err := audit.Parse([]byte(other)); !errors.Is(err, audit.ErrNotCanonical) {
			t.Errorf("%s: %v", other, err)
		}
	}
}

func TestAnUntouchedChainVerifies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, end := aChain(t, home, 0)
		got, err := audit.Verify(audit.Chain{Workspace: home}, slices.Values(records))
		if err != nil || got != end {
			t.Fatalf("%+v, %v; want %+v", got, err, end)
		}
		middle := rapid.IntRange(0, len(records)).Draw(t, "middle")
		half, err := audit.Verify(audit.Chain{Workspace: home}, slices.Values(records[:middle]))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := audit.Verify(half, slices.Values(records[middle:])); err != nil || got != end {
			t.Fatalf("continued from %d: %+v, %v", middle, got, err)
		}
	})
}

// tamperings make one change each, and say how it must be found. They get at
// least two records, and copies that they may write to.
var tamperings = map[string]func(*rapid.T, []audit.Record) ([]audit.Record, []audit.Flaw){
	"a bit of a body": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		body := r[rapid.IntRange(0, len(r)-1).Draw(t, "record")].Body
		body[rapid.IntRange(0, len(body)-1).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		// A bit may make it another number or another workspace.
		return r, []audit.Flaw{audit.Changed, audit.Foreign, audit.Missing, audit.Duplicated}
	},
	"a bit of a hash": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		r[rapid.IntRange(0, len(r)-1).Draw(t, "record")].Hash[rapid.IntRange(0, 31).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		return r, []audit.Flaw{audit.Changed}
	},
	"another text with its own hash": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		i := rapid.IntRange(0, len(r)-2).Draw(t, "record")
		e, err := audit.Parse(r[i].Body)
		if err != nil {
			t.Fatal(err)
		}
		e.Target.Label += "!"
		before := audit.Chain{Workspace: home, Seq: e.Seq - 1}
		if i > 0 {
			before.Hash = r[i-1].Hash
		}
		_, r[i] = before.Next(e)
		return r, []audit.Flaw{audit.Changed}
	},
	"left out": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		i := rapid.IntRange(0, len(r)-2).Draw(t, "record")
		return slices.Delete(r, i, i+1), []audit.Flaw{audit.Missing}
	},
	"moved": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		i := rapid.IntRange(0, len(r)-2).Draw(t, "record")
		r[i], r[i+1] = r[i+1], r[i]
		return r, []audit.Flaw{audit.Reordered}
	},
	"twice": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		i := rapid.IntRange(0, len(r)-1).Draw(t, "record")
		return slices.Insert(r, i, r[i]), []audit.Flaw{audit.Duplicated}
	},
	"brought in": func(t *rapid.T, r []audit.Record) ([]audit.Record, []audit.Flaw) {
		others, _ := aChain(t, uuid.Max, 1)
		return slices.Insert(r, rapid.IntRange(0, len(r)).Draw(t, "at"), others[0]), []audit.Flaw{audit.Foreign}
	},
}

func TestAnySingleChangeIsFound(t *testing.T) {
	for name, tamper := range tamperings {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				records, _ := aChain(t, home, 2)
				tampered, flaws := tamper(t, records)
				_, err := audit.Verify(audit.Chain{Workspace: home}, slices.Values(tampered))
				var broken *audit.Broken
				if !errors.As(err, &broken) || !slices.Contains(flaws, broken.Flaw) {
					t.Fatalf("found %v, want one of %v", err, flaws)
				}
				if !strings.Contains(broken.Error(), string(broken.Flaw)) {
					t.Fatal(broken.Error())
				}
			})
		})
	}
}

func TestACutOffEndShowsInTheEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records, end := aChain(t, home, 1)
		got, err := audit.Verify(audit.Chain{Workspace: home}, slices.Values(records[:len(records)-1]))
		if err != nil || got == end {
			t.Fatalf("%+v, %v", got, err)
		}
	})
}

// The session's types are tested where they are declared: this package may not know them.
func TestASecretIsNoText(t *testing.T) {
	for _, text := range []reflect.Type{reflect.TypeFor[audit.Text](), reflect.TypeFor[string](), reflect.TypeFor[[]byte]()} {
		if secret := reflect.TypeFor[apikey.Secret](); secret.ConvertibleTo(text) || secret.AssignableTo(text) {
			t.Errorf("a secret converts to %s", text)
		}
	}
	if reflect.TypeFor[string]().AssignableTo(reflect.TypeFor[audit.Text]()) {
		t.Error("a string gets into an event without a word")
	}
}

func TestASecretLeavesOnlyItsRedactedForm(t *testing.T) {
	scheme, err := apikey.NewScheme(apikey.DefaultPrefix)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := scheme.Mint(bytes.NewReader(bytes.Repeat([]byte{7}, 256)))
	if err != nil {
		t.Fatal(err)
	}
	e := audit.Event{After: audit.Values{{Name: "secret", Text: audit.Text(secret.String())}, {Name: "hint", Text: audit.Text(secret.Hint())}}}
	if bytes.Contains(e.Canonical(), []byte(secret.Reveal())) {
		t.Error("a secret is in an event")
	}
}

func TestValues(t *testing.T) {
	before := audit.Values{{Name: "name", Text: "a"}, {Name: "scope", Text: "ALL"}}
	after := audit.Values{{Name: "name", Text: "b"}, {Name: "scope", Text: "ALL"}}
	was, is := audit.Changes(before, after)
	if !slices.Equal(was, before[:1]) || !slices.Equal(is, after[:1]) {
		t.Errorf("%v, %v", was, is)
	}
	if text, ok := is.Get("name"); text != "b" || !ok {
		t.Error(text, ok)
	}
	if _, ok := is.Get("scope"); ok {
		t.Error("found what is not there")
	}
}
