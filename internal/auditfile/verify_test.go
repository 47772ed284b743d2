package auditfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"latchkey/internal/audit"
	"latchkey/internal/auditfile"
	"latchkey/internal/caller"
)

var (
	home  = uuid.MustParse("0199a000-0000-7000-8000-000000000001")
	other = uuid.MustParse("0199a000-0000-7000-8000-000000000002")
	noon  = time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
)

func keysOf(t failing, lines ...string) auditfile.Keys {
	t.Helper()
	keys, err := auditfile.ParseKeys(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

const (
	seedA = "a1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
	seedB = "b1 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
)

// chainOf is a chain with so many events, and its end.
func chainOf(of uuid.UUID, n int, note string) (all []audit.Linked, end audit.Chain) {
	end = audit.Chain{Workspace: of}
	for i := range n {
		previous := end.Hash
		_, r := end.Next(audit.Event{
			ID: uuid.NewSHA1(of, fmt.Append(nil, note, i)), At: noon.Add(time.Duration(i) * time.Second), Action: audit.KeyCreated,
			Actor:  caller.Actor{Kind: caller.Member, ID: other, Label: "ada@example.com"},
			Target: audit.Target{Kind: audit.APIKey, ID: home, Label: "Zażółć \"key\"\n"},
			After:  audit.Values{{Name: "name", Text: audit.Text(note)}},
		})
		all = append(all, audit.Linked{Record: r, Previous: previous})
	}
	return all, end
}

// export writes the events of a chain from a number on.
func export(t failing, keys auditfile.Keys, format auditfile.Format, filtered bool, events []audit.Linked, head audit.Chain) string {
	t.Helper()
	var out bytes.Buffer
	w := auditfile.NewWriter(&out, format, filtered)
	err := w.Begin()
	for batch := range slices.Chunk(events, 3) {
		err = errors.Join(err, w.Write(batch))
	}
	_, end := w.End(head, noon.Add(time.Hour), keys)
	if err = errors.Join(err, end); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func verify(text string, o auditfile.Options) (auditfile.Report, error) {
	return auditfile.Verify(strings.NewReader(text), o)
}

// found is the flaw and the line that an error tells of.
func found(err error) (audit.Flaw, int64) {
	var flawed *auditfile.Flawed
	if !errors.As(err, &flawed) {
		return "", 0
	}
	return flawed.Flaw, flawed.Line
}

func TestAnUntouchedExportVerifies(t *testing.T) {
	keys := keysOf(t, seedA, seedB)
	for _, of := range []uuid.UUID{home, uuid.Nil} {
		events, head := chainOf(of, 10, "x")
		text := export(t, keys, auditfile.NDJSON, false, events, head)
		report, err := verify(text, auditfile.Options{Keys: keys.Public()})
		if err != nil || report.Head != head || report.First != 1 || report.Events != 10 || report.By.ID != "a1" || !report.At.Equal(noon.Add(time.Hour)) {
			t.Errorf("%+v, %v", report, err)
		}
	}
}

func TestAnExportContinuesAnOlderCheckpoint(t *testing.T) {
	keys := keysOf(t, seedA)
	public := keys.Public()
	events, head := chainOf(home, 9, "x")
	_, middle := chainOf(home, 4, "x")
	older, err := auditfile.ReadCheckpoint(strings.NewReader(export(t, keys, auditfile.NDJSON, false, events[:4], middle)), public)
	if err != nil || older.Head != middle {
		t.Fatalf("%+v, %v", older, err)
	}
	for first := range 8 {
		report, err := verify(export(t, keys, auditfile.NDJSON, false, events[first:], head), auditfile.Options{Keys: public, Since: &older})
		if continues := first <= 4; continues != (err == nil) || continues && (report.First != int64(first)+1 || report.Head != head) {
			t.Errorf("from event %d: %+v, %v", first+1, report, err)
		}
	}
	made, anew := chainOf(home, 9, "another past")
	for name, c := range map[string]struct {
		text string
		flaw audit.Flaw
	}{
		"a past made anew":           {export(t, keys, auditfile.NDJSON, false, made, anew), audit.Changed},
		"its continuation":           {export(t, keys, auditfile.NDJSON, false, made[4:], anew), audit.Changed},
		"an export from before it":   {export(t, keys, auditfile.NDJSON, false, events[:4][:3], mustEnd(home, 3)), auditfile.Truncated},
		"another workspace":          {export(t, keys, auditfile.NDJSON, false, first(chainOf(other, 9, "x")), second(chainOf(other, 9, "x"))), audit.Foreign},
		"events between are missing": {export(t, keys, auditfile.NDJSON, false, events[6:], head), audit.Missing},
	} {
		_, err := verify(c.text, auditfile.Options{Keys: public, Since: &older})
		if flaw, _ := found(err); flaw != c.flaw {
			t.Errorf("%s: %v, want %s", name, err, c.flaw)
		}
	}
	if _, err := verify(export(t, keys, auditfile.NDJSON, false, events[4:], head), auditfile.Options{Keys: public}); !strings.Contains(fmt.Sprint(err), "name that one's checkpoint") {
		t.Error(err)
	}
}

func mustEnd(of uuid.UUID, n int) audit.Chain                   { return second(chainOf(of, n, "x")) }
func first(events []audit.Linked, _ audit.Chain) []audit.Linked { return events }
func second(_ []audit.Linked, end audit.Chain) audit.Chain      { return end }
func atLine(lines []string, i int, f func(line string) []string) (s string) {
	return strings.Join(slices.Concat(lines[:i], f(lines[i]), lines[i+1:]), "")
}

// tamperings change a whole export of ten events in one way, and say what must be
// found at which line; 0 for any.
func TestEachTamperingIsNamedAtItsLine(t *testing.T) {
	keys, others := keysOf(t, seedA), keysOf(t, seedB)
	events, head := chainOf(home, 10, "x")
	text := export(t, keys, auditfile.NDJSON, false, events, head)
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	lines[10] += "\n"
	foreign, _ := chainOf(other, 10, "x")
	foreignLines := strings.SplitAfter(export(t, keys, auditfile.NDJSON, true, foreign, head), "\n")
	rehashed, _ := chainOf(home, 10, "y")
	rehashedLines := strings.SplitAfter(export(t, keys, auditfile.NDJSON, true, rehashed, head), "\n")
	signedByOther := strings.SplitAfter(export(t, others, auditfile.NDJSON, false, events, head), "\n")
	all := strings.Join
	for name, c := range map[string]struct {
		text string
		flaw audit.Flaw
		line int64
	}{
		"a changed event":             {atLine(lines, 4, func(l string) []string { return []string{strings.Replace(l, "ada@", "eve@", 1)} }), audit.Changed, 5},
		"an event with its own hash":  {atLine(lines, 4, func(string) []string { return []string{rehashedLines[4]} }), audit.Changed, 5},
		"a missing event":             {atLine(lines, 4, func(string) []string { return nil }), audit.Missing, 5},
		"a missing beginning":         {all(lines[2:], ""), audit.Missing, 1},
		"two events that swapped":     {all(slices.Concat(lines[:3], []string{lines[4], lines[3]}, lines[5:]), ""), audit.Reordered, 4},
		"an event twice":              {atLine(lines, 4, func(l string) []string { return []string{l, l} }), audit.Duplicated, 6},
		"an old event again":          {atLine(lines, 8, func(l string) []string { return []string{l, lines[2]} }), audit.Duplicated, 10},
		"an event of others":          {atLine(lines, 4, func(l string) []string { return []string{foreignLines[4], l} }), audit.Foreign, 5},
		"a missing last event":        {atLine(lines, 9, func(string) []string { return nil }), auditfile.Truncated, 10},
		"no checkpoint":               {all(lines[:10], ""), auditfile.Truncated, 10},
		"cut in a line":               {text[:len(text)-500], auditfile.Truncated, 0},
		"without the last byte":       {text[:len(text)-1], auditfile.Truncated, 11},
		"nothing":                     {"", auditfile.Truncated, 1},
		"signed by another key":       {all(signedByOther, ""), auditfile.Signature, 11},
		"the checkpoint's other time": {atLine(lines, 10, func(l string) []string { return []string{strings.Replace(l, "13:00", "14:00", 1)} }), auditfile.Signature, 11},
		"something after the end":     {text + "\n", audit.Changed, 12},
		"a second export":             {text + text, audit.Changed, 12},
		"other line ends":             {strings.ReplaceAll(text, "\n", "\r\n"), audit.Changed, 1},
		"a line without end":          {atLine(lines, 4, func(string) []string { return []string{strings.Repeat("x", auditfile.MaxLine+1)} }), audit.Changed, 5},
		"an unsigned filtered end":    {all(append(slices.Clone(lines[:10]), `{"end":{}}`+"\n"), ""), audit.Changed, 11},
	} {
		_, err := verify(c.text, auditfile.Options{Keys: keys.Public()})
		if flaw, line := found(err); flaw != c.flaw || c.line != 0 && line != c.line {
			t.Errorf("%s: %v, want %s at line %d", name, err, c.flaw, c.line)
		}
	}
}

// Any one change, wherever it is made.
func TestAnyOneChangeOfAFileIsFound(t *testing.T) {
	keys := keysOf(t, seedA)
	changes := map[string]func(*rapid.T, string, []string) string{
		"a bit": func(t *rapid.T, text string, _ []string) string {
			changed := []byte(text)
			changed[rapid.IntRange(0, len(text)-1).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			return string(changed)
		},
		"a cut": func(t *rapid.T, text string, _ []string) string {
			return text[:rapid.IntRange(0, len(text)-1).Draw(t, "length")]
		},
		"bytes left out": func(t *rapid.T, text string, _ []string) string {
			from := rapid.IntRange(0, len(text)-1).Draw(t, "from")
			return text[:from] + text[rapid.IntRange(from+1, len(text)).Draw(t, "to"):]
		},
		"bytes put in": func(t *rapid.T, text string, _ []string) string {
			at := rapid.IntRange(0, len(text)).Draw(t, "at")
			return text[:at] + rapid.SampledFrom([]string{" ", "\n", "0", "}", `"`, "{}\n", "\r", "\x00"}).Draw(t, "what") + text[at:]
		},
		"a line left out": func(t *rapid.T, _ string, lines []string) string {
			i := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
			return strings.Join(slices.Delete(lines, i, i+1), "")
		},
		"a line twice": func(t *rapid.T, _ string, lines []string) string {
			return strings.Join(slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "at"), rapid.SampledFrom(lines).Draw(t, "line")), "")
		},
		"two lines swapped": func(t *rapid.T, _ string, lines []string) string {
			i := rapid.IntRange(0, len(lines)-2).Draw(t, "one")
			j := rapid.IntRange(i+1, len(lines)-1).Draw(t, "other")
			lines[i], lines[j] = lines[j], lines[i]
			return strings.Join(lines, "")
		},
		"a line of others": func(t *rapid.T, _ string, lines []string) string {
			foreign, head := chainOf(other, len(lines), "x")
			theirs := strings.SplitAfter(export(t, keys, auditfile.NDJSON, false, foreign, head), "\n")
			at := rapid.IntRange(0, len(lines)-1).Draw(t, "at")
			lines[at] = rapid.SampledFrom(theirs[:len(theirs)-1]).Draw(t, "line")
			return strings.Join(lines, "")
		},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				events, head := chainOf(home, rapid.IntRange(1, 6).Draw(t, "events"), rapid.String().Draw(t, "note"))
				text := export(t, keys, auditfile.NDJSON, false, events, head)
				lines := strings.SplitAfter(text, "\n")
				changed := change(t, text, lines[:len(lines)-1])
				if _, err := verify(changed, auditfile.Options{Keys: keys.Public()}); err == nil && changed != text {
					t.Fatalf("nothing was found in\n%s", changed)
				}
			})
		})
	}
}

// failing is what tests and properties have in common.
type failing interface {
	Helper()
	Fatal(args ...any)
}

func TestWhatProvesNothingSaysSo(t *testing.T) {
	keys := keysOf(t, seedA)
	events, head := chainOf(home, 5, "x")
	for text, want := range map[string]string{
		export(t, keys, auditfile.CSV, false, events, head):        "CSV",
		export(t, keys, auditfile.NDJSON, true, events, head):      "filtered",
		export(t, keys, auditfile.NDJSON, true, events[2:3], head): "filtered",
	} {
		var no *auditfile.Unverifiable
		if _, err := verify(text, auditfile.Options{Keys: keys.Public()}); !errors.As(err, &no) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

func TestAChainThatIsBrokenAlreadyIsNotSigned(t *testing.T) {
	keys := keysOf(t, seedA)
	events, head := chainOf(home, 5, "x")
	text := export(t, keys, auditfile.NDJSON, false, slices.Delete(events, 2, 3), head)
	if strings.Contains(text, "signature") || !strings.Contains(text, `"notVerifiableBecause":"BROKEN"`) || strings.Count(text, "\n") != 5 {
		t.Error(text)
	}
	if _, err := verify(text, auditfile.Options{Keys: keys.Public()}); err == nil {
		t.Error("it verifies")
	}
}
