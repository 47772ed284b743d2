package auditfile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/audit"
	"latchkey/internal/auditfile"
)

func TestKeysAreReadFromTheirFile(t *testing.T) {
	keys := keysOf(t, "# audit keys", "", seedA, "  "+seedB+"  ")
	public := keys.Public()
	if len(public) != 2 || public[0].ID != "a1" || public[1].ID != "b1" {
		t.Fatalf("%v", public)
	}
	for _, text := range []string{public[0].String(), strings.Fields(public[0].String())[1]} {
		if again, err := auditfile.ParsePublicKey(text); err != nil || !strings.HasSuffix(public[0].String(), again.String()) {
			t.Errorf("%q is read as %v, %v", text, again, err)
		}
	}
	const seed = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
	for _, printed := range []string{fmt.Sprintf("%v %+v %#v", keys, keys, keys)} {
		if strings.Contains(printed, seed) || strings.Contains(printed, strings.Repeat("0 ", 31)) || strings.Contains(printed, strings.Repeat("0x0, ", 31)) {
			t.Errorf("a seed is in %s", printed)
		}
	}
	for text, want := range map[string]string{
		"":                            "at least one",
		"a1":                          "line 1: expected an id",
		"A1 " + seed:                  "line 1: a key's id",
		seed + " a1":                  "line 1: a key's id",
		"a1 !!":                       "not base64",
		"a1 AAAA":                     "32 bytes",
		"a1 " + seed + "\na1 " + seed: "line 2: an earlier key",
		"a1 " + seed + " more":        "line 1: expected an id",
	} {
		_, err := auditfile.ParseKeys(strings.NewReader(text))
		if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), seed) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	for _, text := range []string{"", "a1", "a1 b1 c1", "AAAA", "a_1 " + seed, seed[:43] + "!"} {
		if key, err := auditfile.ParsePublicKey(text); err == nil {
			t.Errorf("%q is a public key: %v", text, key)
		}
	}
}

// Whatever a file holds, verifying it ends with a verdict, and only what was exported
// is whole.
func FuzzVerify(f *testing.F) {
	keys := keysOf(f, seedA)
	events, head := chainOf(home, 3, "x")
	whole := []string{export(f, keys, auditfile.NDJSON, false, events, head)}
	none, _ := chainOf(home, 0, "")
	for _, text := range append(whole, "", "\n", "{}\n", `{"event":{}}`+"\n", `{"checkpoint":{}}`+"\n", `{"checkpoint":`, `{"end":{"notVerifiableBecause":"FILTERED"}}`+"\n",
		export(f, keys, auditfile.CSV, false, events, head), export(f, keys, auditfile.NDJSON, true, events, head),
		export(f, keys, auditfile.NDJSON, false, none, audit.Chain{Workspace: home})) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := verify(text, auditfile.Options{Keys: keys.Public()}); err == nil && !slices.Contains(whole, text) && !strings.Contains(text, `"seq":0`) {
			t.Errorf("it verifies: %q", text)
		}
	})
}
