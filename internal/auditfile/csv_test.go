package auditfile_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"latchkey/internal/audit"
	"latchkey/internal/auditfile"
	"latchkey/internal/caller"
)

func TestNoCellIsAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"Zapier":              "Zapier",
		"":                    "",
		"a=b; c - d @e":       "a=b; c - d @e",
		"2026-11-30":          "2026-11-30",
		"=1+1":                "'=1+1",
		"+1":                  "'+1",
		"-1":                  "'-1",
		"@SUM(A1)":            "'@SUM(A1)",
		"\t=1":                "'\t'=1",
		"\r=1":                "'\r'=1",
		"＝1":                  "'＝1",
		"x;=HYPERLINK(\"y\")": "x;'=HYPERLINK(\"y\")",
		"x\n=1":               "x\n'=1",
	} {
		if got := auditfile.Cell(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestACSVFileHasARecordForEachEventAndAnEnd(t *testing.T) {
	chain := audit.Chain{Workspace: home}
	previous := chain.Hash
	_, r := chain.Next(audit.Event{
		ID: other, At: noon, Action: audit.KeyUpdated, Actor: caller.Actor{Kind: caller.Operator, Label: "=cmd"},
		Target: audit.Target{Kind: audit.APIKey, ID: home, Label: "a \"key\", it is"},
		Before: audit.Values{{Name: "name", Text: "a\nb"}}, After: audit.Values{{Name: "name", Text: "<c>"}, {Name: "scope", Text: "ALL"}},
	})
	text := export(t, keysOf(t, seedA), auditfile.CSV, false, []audit.Linked{{Record: r, Previous: previous}}, chain)
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	want := []string{"1", "2026-11-30T12:00:00.000000Z", "api_key.updated", "OPERATOR", "", "'=cmd", "", "API_KEY", home.String(), "a \"key\", it is",
		`{"name":"a\nb"}`, `{"name":"<c>","scope":"ALL"}`, other.String()}
	if err != nil || len(records) != 3 || !slices.Equal(records[0], auditfile.Columns()) || !slices.Equal(records[1], want) || records[2][0] != "end" {
		t.Errorf("%v: %q", err, records)
	}
}
